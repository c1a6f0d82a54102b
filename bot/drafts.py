"""What an act of the outbox says, drawn at the moment it is sent, from words that are sealed until then."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot import bundles, cards, joiner_cards, leaver_cards, pending, query_cards
from bot.desk import Desk
from bot.moves import may_see
from bot.parcels import FileToSend, Whole, moved
from bot.store.effects import EffectRow
from bot.store.numbers import Kind
from bot.words import say, utf16_length


def said(effect: EffectRow, desk: Desk) -> tuple[str, bool] | None:
    """What is to be said, and whether it holds somebody's words; those are sealed until this moment."""
    if effect.body.get("receipt"):
        text = query_cards.receipt(effect.case_number or 0, desk)
        return (text, False) if text else None
    words: Any = desk.store.sealed.open(effect.case_number) if effect.case_number else None
    if "said" in effect.body:
        passed_on = words and words["said"][effect.body["said"]]
        key = str(effect.body.get("says", "own.from_setting"))
        return (say(key, setting=desk.setting, words=passed_on), True) if passed_on else None
    text = str(effect.body["text"])
    if effect.body.get("own_words") and words and (typed := cards.typed(words)):
        return text + "\n\n" + say("own.words", post=typed), True
    return text, False


def buttons(effect: EffectRow) -> tuple[tuple[cards.Button, ...], ...]:
    """What can be pressed under a private word: verbs about its case, each in a row of its own; "label:verb"
    where the verb has another name for whoever reads it."""
    number = effect.case_number or 0
    if "link" in effect.body:
        label, url = effect.body["link"]
        return ((cards.Button(label, "", 0, url),),)
    labels = [(one.partition(":")[0], one.rpartition(":")[2]) for one in effect.body.get("buttons", ())]
    return tuple((cards.Button(say(f"button.{label}"), verb, number),) for label, verb in labels)


def card(effect: EffectRow, desk: Desk) -> cards.Card | None:
    """The card of the act's case, query, joiner or pending act as it stands now; None for somebody who may
    no longer see the case."""
    if effect.kind == "bundle" or effect.body.get("bundle"):
        return bundles.draw(effect, desk)
    number = effect.case_number or 0
    kind = desk.store.numbers.kind_of(number)
    case = desk.store.cases.get(number)
    if case is not None and not may_see(effect.chat_id, case, desk):
        return None
    return DRAWN[kind](number, desk) if kind in DRAWN else None


def case_card(number: int, desk: Desk) -> cards.Card | None:
    case = desk.store.cases.get(number)
    return cards.draw(case, desk.store.sealed.open(number), desk) if case else None


# How each kind of number looks as a card; one line for each kind.
DRAWN: dict[Kind, Callable[[int, Desk], cards.Card | None]] = {
    Kind.CASE: case_card,
    Kind.PENDING: pending.draw,
    Kind.LEAVER: leaver_cards.draw,
    Kind.QUERY: query_cards.draw,
    Kind.JOINER: joiner_cards.draw,
}


def why(effect: EffectRow, desk: Desk) -> list[str]:
    """What the case was decided on, in as many messages as it needs."""
    case = desk.store.cases.get(effect.case_number or 0)
    return cards.explain(case, desk.store.sealed.open(case.number), desk) if case else []


def shown(effect: EffectRow, desk: Desk) -> Whole | None:
    """What is attached to a post, for somebody who decides about it; None when it is not kept."""
    case = desk.store.cases.get(effect.case_number or 0)
    words: Any = desk.store.sealed.open(case.number) if case else None
    if case is None or words is None or not words["files"]:
        return None
    files = files_of(words)
    head = say("own.shown", number=case.number)
    return Whole("", headed(head, files))


def files_of(words: Any) -> list[FileToSend]:
    """In their order, each with the words that stood under it."""
    return [
        FileToSend(file["media"], file["file_id"], part["words"], tuple(part.get("marked", ())))
        for part in words["parts"]
        for file in part["files"]
    ]


def headed(head: str, files: list[FileToSend]) -> tuple[FileToSend, ...]:
    """A line above what stood under the first."""
    first = files[0]
    marked = moved(first.entities, utf16_length(head) + 1)
    return (replace(first, caption=f"{head}\n{first.caption}".strip(), entities=marked), *files[1:])


def restored(effect: EffectRow, desk: Desk) -> Whole | None:
    """The post with its author's name and time; None when nothing of it is kept."""
    case = desk.store.cases.get(effect.case_number or 0)
    words: Any = desk.store.sealed.open(case.number) if case else None
    if case is None or not cards.is_kept(words):
        return None
    files = files_of(words)
    head = cards.author_line(case, words)
    if files:
        return Whole("", headed(head, files), case.thread_id)
    marked = words["parts"][0].get("marked", ()) if words["words"] else ()
    marked = moved(tuple(marked), utf16_length(head) + 1)
    return Whole(f"{head}\n{cards.typed(words)}".strip(), thread=case.thread_id, entities=marked)
