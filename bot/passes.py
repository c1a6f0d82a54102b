"""Telegram will not send a picture back that a person said yes to: its author may post that one, once."""

from datetime import timedelta

from bot import letters
from bot.desk import Desk
from bot.reading import Posting
from bot.store.cases import Case
from bot.store.effects import Priority
from bot.words import say
from moderation.case import State, View

GOOD_FOR = timedelta(days=7)


def give(case: Case, desk: Desk) -> bool:
    """False when there is no picture, or nobody to give it to."""
    page = desk.store.sealed.open(case.number) or {}
    files = [file for part in page.get("parts", ()) for file in part.get("unique", ()) if file]
    if case.author_id is None or not files:
        return False
    desk.store.passes.give(case.number, case.author_id, files, desk.now + GOOD_FOR)
    text = say("own.pass", setting=desk.setting, number=case.number)
    key = f"pass:{case.number}:{desk.now.isoformat()}"
    letters.write_to(case.author_id, text, key, desk, Priority.PRIVATE)
    return True


def look(posting: Posting, desk: Desk) -> int | None:
    """The case whose yes covers every file of this post."""
    author = posting.post.author.id
    files = [file.unique_id for file in posting.files]
    if author is None or not files or posting.edited:
        return None
    return desk.store.passes.number(author, files, desk.now)


def use(number: int, posting: Posting, desk: Desk) -> None:
    """The same picture stays this time, and the case is done when all of it is there."""
    if not desk.store.passes.use(number, [file.unique_id for file in posting.files]):
        return
    case = desk.store.cases.get(number)
    if case is None or case.state == State.CLOSED:
        return
    desk.store.cases.move(
        number,
        expect=(case.state, case.view),
        to=(State.CLOSED.value, View.HIDDEN.value),
        by=None,
        at=desk.now,
        move="passed",
    )
    desk.store.log.append("pass used", case=number, actor=None, detail={}, now=desk.now)
    if now := desk.store.cases.get(number):
        letters.refresh_cards(now, desk)
