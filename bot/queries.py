"""Questions to the setting: each has a number and a due day, and stays open until somebody has answered."""

from collections.abc import Callable
from functools import partial

from bot import evidence, letters, query_cards
from bot.desk import Desk
from bot.reading import Command, Posting
from bot.store.effects import Priority
from bot.store.queries import ANSWER, MORE, Query
from bot.words import say
from moderation.decision import Decision, Step, does
from moderation.post import STAFF_ROLES, Author, Post
from moderation.query import ENDED, UNANSWERED, QueryMove, QueryState, is_question, move_on
from moderation.questions import asks_again, is_sorted, wants_more


def take_up(posting: Posting, post: Post, decision: Decision, desk: Desk) -> None:
    """What a post in the group means to the questions: it asks one, words one anew, answers one, asks again.
    Called for every post, whatever else becomes of it."""
    asked = desk.store.queries.by_message(posting.chat_id, posting.message_id)
    if asked is not None:
        reword(asked, posting, desk)
        return
    about = answered_by(posting, desk)
    if about is not None and reply(about, posting, post, decision, desk):
        return
    if not is_question(decision):
        return
    album = posting.album and desk.store.queries.by_album(posting.chat_id, posting.album)
    if album:
        desk.store.queries.add_message(album.number, posting.chat_id, posting.message_id, MORE)
    elif not chases(posting, post, desk):
        ask(posting, desk)


def ask(posting: Posting, desk: Desk, *, private: bool = False) -> Query:
    """A new question: sealed, numbered, acknowledged to its asker, shown to whoever answers."""
    since = min(posting.sent, desk.now)  # after an outage the clock has run all the same
    query = desk.store.queries.open(
        asked_by=posting.post.author.id,
        since=since,
        due=desk.calendar.due(since),
        chat_id=None if private else posting.chat_id,
        message_id=None if private else posting.message_id,
        album=posting.album,
        content_hash=evidence.digest_of(posting, desk),
    )
    words = {"words": posting.post.text, "author": posting.author_name, "private": private}
    desk.store.sealed.seal(query.number, words)
    note("query opened", query, posting.post.author.id, desk)
    if desk.policy["response.auto_ack"] and may_tell(desk) and not private:
        send_receipt(query, desk)
    if not query_cards.send_cards(query, desk):
        nobody_reached(query, desk)
    return query


def ask_in_private(command: Command, desk: Desk) -> Query:
    """By /ask: only the words after the command are kept."""
    return ask(private_posting(command, desk), desk, private=True)


def private_posting(command: Command, desk: Desk) -> Posting:
    return Posting(
        chat_id=command.chat_id,
        message_id=command.message_id,
        post=Post(command.words, Author(command.user_id), at=desk.now),
        author_name=command.author_name,
        sent=desk.now,
        words=command.words,
    )


def make_private(query: Query, words: str, desk: Desk) -> None:
    """It was typed in the group as /ask and is deleted there: no link, and the answer goes to its asker."""
    desk.store.queries.make_private(query.number)
    desk.store.effects.cancel(f"receipt:{query.number}")
    if page := desk.store.sealed.open(query.number):
        desk.store.sealed.seal(query.number, {**page, "words": words, "private": True})


def may_tell(desk: Desk) -> bool:
    """Whether members hear from the bot: not while it only watches, for good or during a pause."""
    return desk.paused_until is None and does(desk.mode, Step.RECEIPT, urgent=False)


def send_receipt(query: Query, desk: Desk, *, again: str = "") -> None:
    """In private; for somebody who has never pressed Start it waits until they do (decision 29)."""
    if query.asked_by is not None:
        key = f"receipt:{query.number}{again}"
        letters.queue(desk, key, "say", query.asked_by, Priority.PRIVATE, query.number, receipt=True)


def nobody_reached(query: Query, desk: Desk) -> None:
    text = say("trouble.nobody_reached", number=query.number, setting=desk.setting)
    letters.tell_keepers(text, f"nobody:{query.number}", desk)


def reword(query: Query, posting: Posting, desk: Desk) -> None:
    """An edit of the question, or of what its asker added: the card shows the newest words."""
    words = desk.store.sealed.open(query.number)
    digest = evidence.digest_of(posting, desk)
    if words is None or query.message_id != posting.message_id or digest == query.content_hash:
        return
    desk.store.queries.reword(query.number, digest)
    desk.store.sealed.seal(query.number, {**words, "words": posting.post.text})
    letters.refresh(query.number, f"words:{digest}", desk)


def answered_by(posting: Posting, desk: Desk) -> Query | None:
    """The question in whose thread a post replies: to itself, to an answer, or to the copy put back."""
    if posting.replies_to is None:
        return None
    found = desk.store.queries.by_message(posting.chat_id, posting.replies_to)
    ours = desk.store.sent.get(posting.chat_id, posting.replies_to)
    if found is not None or ours is None or ours.case_number is None:
        return found
    case = desk.store.cases.get(ours.case_number)
    if case is None or case.chat_id is None or case.message_id is None:
        return None
    return desk.store.queries.by_message(case.chat_id, case.message_id)


def reply(query: Query, posting: Posting, post: Post, decision: Decision, desk: Desk) -> bool:
    """True when the reply is settled: an answer by staff, or its asker's further word. What another parent
    says changes nothing."""
    person = post.author.id
    if post.author.is_staff and (person is None or person != query.asked_by):
        desk.store.queries.add_message(query.number, posting.chat_id, posting.message_id, ANSWER)
        make_move(query, QueryMove.ANSWER, person, desk)
        return True
    if person is None or person != query.asked_by:
        return False
    desk.store.queries.add_message(query.number, posting.chat_id, posting.message_id, MORE)
    if query.state in UNANSWERED:
        if is_sorted(post):
            make_move(query, QueryMove.SORTED, person, desk)
        return True
    if is_question(decision) or wants_more(post):
        reopen(query, person, desk, more=posting.post.text)
    return True


def chases(posting: Posting, post: Post, desk: Desk) -> bool:
    """Somebody asks where the answer to their open question is: no second question, a word to the owners."""
    person = post.author.id
    mine = desk.store.queries.waiting_of(person) if person is not None and asks_again(post) else []
    if not mine:
        return False
    query = mine[0]
    desk.store.queries.add_message(query.number, posting.chat_id, posting.message_id, MORE)
    query_cards.send_cards(query, desk, again=f":{desk.now.timestamp():.0f}")
    note("query chased", query, person, desk)
    return True


# Moves


def make_move(query: Query, move: QueryMove, by: int | None, desk: Desk) -> bool:
    """False when it does not fit, or somebody was quicker."""
    state = move_on(QueryState(query.state), move)
    if state is None or not desk.store.queries.move(
        query.number,
        expect=query.state,
        to=state.value,
        by=by,
        at=desk.now,
        move=move.value,
        ends=state in ENDED,
    ):
        return False
    note(f"query {move.value}", query, by, desk)
    letters.refresh(query.number, f"{state}:{move}", desk)
    return True


def reopen(query: Query, by: int | None, desk: Desk, *, more: str = "") -> bool:
    """It is open again, with a new due day, and its owners get a new card."""
    if not make_move(query, QueryMove.UNDO, by, desk):
        return False
    desk.store.queries.ask_again(query.number, desk.now, desk.calendar.due(desk.now))
    words = desk.store.sealed.open(query.number)
    if more and words is not None:
        desk.store.sealed.seal(query.number, {**words, "words": f"{words['words']}\n\n{more}"})
    again = desk.store.queries.get(query.number) or query
    query_cards.send_cards(again, desk, again=f":{desk.now.timestamp():.0f}")
    if by == query.asked_by and may_tell(desk):
        send_receipt(again, desk, again=f":{desk.now.timestamp():.0f}")
    return True


def press(move: QueryMove, number: int, user_id: int, desk: Desk, words: str) -> str:
    """A button or a command: any of the setting's people may (decision 25), never about their own question;
    whoever asked may only say that it is not answered yet, or that it is."""
    query = desk.store.queries.get(number)
    if query is None:
        return say("answer.no_case", number=number)
    asker = user_id == query.asked_by
    if not asker and not may_answer(user_id, query, desk):
        return say("answer.not_yours", setting=desk.setting)
    if asker and move == QueryMove.ACK:
        return say("answer.not_yours", setting=desk.setting)
    if move == QueryMove.UNDO:
        done = reopen(query, user_id, desk)
    else:
        done = make_move(query, QueryMove.SORTED if asker else move, user_id, desk)
    if not done:
        return say("question.already", number=number)
    if not asker:
        tell_asker(query, move, words, desk)
    return say(f"question.pressed_{move}", number=number)


def show(number: int, user_id: int, desk: Desk, words: str) -> str:
    """Its card, to somebody who has only heard of it."""
    query = desk.store.queries.get(number)
    if query is None:
        return say("answer.no_case", number=number)
    if user_id == query.asked_by or not may_answer(user_id, query, desk):
        return say("answer.not_yours", setting=desk.setting)
    query_cards.send_card(query, user_id, desk, again=f":{desk.now.timestamp()}", at_once=True)
    return say("question.pressed_show", number=number)


def may_answer(user_id: int, query: Query, desk: Desk) -> bool:
    """Whoever works for the setting or sits on its committee, and whom the bot asks for want of these."""
    asked = any(user_id in query_cards.answerers(query, desk, tier) for tier in (0, 1, 2))
    return bool(desk.roles_of(user_id) & STAFF_ROLES) or asked


def tell_asker(query: Query, move: QueryMove, words: str, desk: Desk) -> None:
    """What was pressed, in private, and the words that came with it; nothing in a mode that only watches."""
    if query.asked_by is None or not (query.chat_id is None or may_tell(desk)):
        return
    key = f"{move}:{query.number}:{desk.now.timestamp()}"
    page = desk.store.sealed.open(query.number)
    buttons = ["not_answered:undo"] if move == QueryMove.DONE else []
    if words and page is not None:
        said = [*page.get("said", []), words]
        desk.store.sealed.seal(query.number, {**page, "said": said})
        letters.queue(desk, key, "say", query.asked_by, Priority.ANSWER, query.number,
                      said=len(said) - 1, says="question.from_setting", buttons=buttons)  # fmt: skip
    elif move in (QueryMove.ACK, QueryMove.DONE):
        text = say(f"question.told_{move}", setting=desk.setting, number=query.number)
        letters.queue(desk, key, "say", query.asked_by, Priority.PRIVATE, query.number,
                      text=text, buttons=buttons)  # fmt: skip


def note(event: str, query: Query, actor: int | None, desk: Desk) -> None:
    desk.store.log.append(event, case=query.number, actor=actor, detail={}, now=desk.now)


VERBS: dict[str, Callable[[int, int, Desk, str], str]] = {
    **{move.value: partial(press, move) for move in (QueryMove.ACK, QueryMove.DONE, QueryMove.UNDO)},
    "show": show,
}
