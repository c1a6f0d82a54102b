"""A roster sent to the bot as a file: fetched, shown as what would change, and taken after a second press."""

import base64
from datetime import timedelta

from bot import letters, pending
from bot.desk import Desk
from bot.import_roster import preview
from bot.keepers import may_keep
from bot.reading import Posting
from bot.roster import apply, changes
from bot.roster_file import RosterError, read_roster
from bot.store.effects import EffectRow, Priority
from bot.store.pending import Pending
from bot.words import pieces, say
from moderation.post import Media

ACT = "roster"
TIME_TO_LOOK = timedelta(hours=2)


def take(posting: Posting, desk: Desk) -> bool:
    """Whether this private message is a roster file, from somebody who may send one; then it is fetched."""
    file = next((file for file in posting.files if file.media is Media.DOCUMENT), None)
    person = posting.post.author.id
    if file is None or person is None or not may_keep(person, desk):
        return False
    until = desk.now + TIME_TO_LOOK
    number = desk.store.pending.add(ACT, {}, asked_by=person, now=desk.now, until=until)
    desk.store.sealed.seal(number, {"file_id": file.file_id})
    letters.queue(desk, f"fetch:{number}", "fetch", person, Priority.ANSWER, number)
    return True


def file_id(effect: EffectRow, desk: Desk) -> str | None:
    page = desk.store.sealed.open(effect.case_number or 0) or {}
    return page.get("file_id")


def fetched(effect: EffectRow, content: bytes | None, desk: Desk) -> None:
    """The file is here, or too large to be a roster: what would change is shown before anything does."""
    number, person = effect.case_number or 0, effect.chat_id
    try:
        if content is None:
            raise RosterError(say("roster.too_large"))
        file = read_roster(content)
    except RosterError as error:
        desk.store.sealed.seal(number, {"lines": [say("roster.bad_file", why=error)]})
        letters.queue(desk, f"preview:{number}", "preview", person, Priority.ANSWER, number)
        return
    found = changes(file, desk.store.roster, desk.now)
    if not found:
        desk.store.sealed.destroy(number)
        letters.write_to(person, say("roster.same"), f"fetched:{number}", desk)
        return
    lines = preview(found, file, desk.store.roster)
    desk.store.sealed.seal(number, {"lines": lines, "file": base64.b64encode(content).decode()})
    letters.queue(desk, f"preview:{number}", "preview", person, Priority.ANSWER, number)
    letters.ask_with_card(number, [person], desk)


def shown(effect: EffectRow, desk: Desk) -> list[str]:
    """The preview, from where it lies sealed."""
    page = desk.store.sealed.open(effect.case_number or 0) or {}
    return pieces("\n".join(page["lines"])) if page.get("lines") else []


def confirm(asked: Pending, user_id: int, desk: Desk) -> str:
    """In the transaction of the press; what changed meanwhile is taken as it stands now."""
    page = desk.store.sealed.open(asked.number) or {}
    if "file" not in page:
        return say("pending_end.late")
    found = changes(read_roster(base64.b64decode(page["file"])), desk.store.roster, desk.now)
    apply(found, desk.store, desk.now)
    desk.store.sealed.destroy(asked.number)
    return say("roster.imported", count=len(found))


def forget(desk: Desk) -> None:
    """What nobody confirmed in time does not lie about."""
    for asked in desk.store.pending.ended(ACT, desk.now):
        desk.store.sealed.destroy(asked.number)


CONFIRM = pending.Act(lambda asked, person, desk: may_keep(person, desk), confirm)
