"""One way in for buttons and commands alike: what a verb does depends on what its number is of."""

from collections.abc import Callable, Mapping

from bot import (
    acts,
    aside,
    authors,
    joiner_cards,
    leaver_cards,
    lookout,
    moves,
    notes,
    pictures,
    queries,
    takedown,
)
from bot.desk import Desk
from bot.store.numbers import Kind
from bot.words import say

Verb = Callable[[int, int, Desk, str], str]  # number, user id, desk, words after the number → the answer

VERBS: dict[Kind, Mapping[str, Verb]] = {
    Kind.CASE: {
        **moves.VERBS,
        **aside.VERBS,
        **takedown.VERBS,
        **authors.VERBS,
        **lookout.VERBS,
        **notes.VERBS,
        **pictures.VERBS,
    },
    Kind.PENDING: acts.VERBS,
    Kind.LEAVER: leaver_cards.VERBS,
    Kind.QUERY: queries.VERBS,
    Kind.JOINER: joiner_cards.VERBS,
}
ALL = tuple(dict.fromkeys(verb for verbs in VERBS.values() for verb in verbs))


def do(verb: str, number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """Does it, or says why not; rights are looked up at this very moment, by whatever the number is of."""
    kind = desk.store.numbers.kind_of(number)
    if kind is None or kind not in VERBS:
        return say("answer.no_case", number=number)
    act = VERBS[kind].get(verb)
    return act(number, user_id, desk, words) if act else say("answer.no_such_verb", number=number)


def meant(chat_id: int, message_id: int, desk: Desk) -> int | None:
    """The case or question about a message: a member's post, or one of the bot's own."""
    case = desk.store.cases.by_message(chat_id, message_id)
    if case is not None:
        return case.number
    query = desk.store.queries.by_message(chat_id, message_id)
    if query is not None:
        return query.number
    ours = desk.store.sent.get(chat_id, message_id)
    return ours.case_number if ours else None
