"""/member: shows, adds or corrects one person on the roster, or says whose account a number is."""

import re
from dataclasses import replace

from bot import roster_pages
from bot.command import Known
from bot.desk import Desk
from bot.find_people import Found, find
from bot.keepers import may_keep
from bot.reading import Command
from bot.roster import apply, changes
from bot.roster_file import RosterError, from_sheet
from bot.sheets import Sheet
from bot.words import say
from moderation.post import STAFF_ROLES

IS = re.compile(r"([0-9]{1,16})\s+is\s+(.+)", re.IGNORECASE | re.DOTALL)
QUOTED = re.compile(r"'.*?'")  # names do not lie in the outbox
SHORT = {
    "carer": "carer_name",
    "staff": "staff_name",
    "id": "telegram",
    "last_day": "leaves",
    "first_day": "starts",
}


def run(command: Command, desk: Desk) -> str:
    """`/member Mia Marsh`, `/member 12345 is Jo Marsh`, `/member child: Mia Marsh; carer: Jo Marsh`."""
    if not may_keep(command.user_id, desk):
        return say("answer.not_yours", setting=desk.setting)
    key = f"page:{command.chat_id}:{command.message_id}"
    words = command.words.strip()
    if ":" in words:
        return correct(words, command.user_id, key, desk)
    if pinned := IS.fullmatch(words):
        return pin(int(pinned[1]), pinned[2], command.user_id, key, desk)
    if not words:
        return say("roster.member_usage")
    found = find(words, desk.store.roster)
    if not found.count and words.isascii() and words.isdigit():
        roster_pages.show(f"user:{words}", command.user_id, key, desk)
        return ""
    if not found.count:
        return say("roster.nobody")
    return show(found, command.user_id, key, desk)


def show(found: Found, person: int, key: str, desk: Desk) -> str:
    for page in found.pages:
        roster_pages.show(page, person, f"{key}:{page}", desk)
    return ""


def correct(words: str, person: int, key: str, desk: Desk) -> str:
    """The columns of the roster file, one after another: nothing here that a file could not say."""
    cells: dict[str, str] = {}
    for part in re.split(r"[;\n]", words):
        name, _, value = part.partition(":")
        if name.strip():
            column = re.sub(r"[\s-]+", "_", name.strip().lower())
            cells[SHORT.get(column, column)] = " ".join(value.split())
    if child := cells.pop("child", ""):
        cells["child_first_name"], _, cells["child_last_name"] = child.partition(" ")
    try:
        file = from_sheet(Sheet(tuple(cells), ((1, tuple(cells.values())),)))
    except RosterError as error:
        return say("roster.wrong", why=QUOTED.sub("this", str(error).removeprefix("Line 1: ")))
    found = changes(file, desk.store.roster, desk.now)
    if not found:
        return say("roster.same")
    apply(found, desk.store, desk.now)
    name = file.staff[0].name if file.staff else f"{file.children[0].first} {file.children[0].last}".strip()
    desk.store.log.append("roster corrected", actor=person, detail={"changes": len(found)}, now=desk.now)
    show(find(name, desk.store.roster), person, key, desk)
    for carer in file.carers:
        show(find(carer.name, desk.store.roster), person, key, desk)
    return ""


def pin(user_id: int, name: str, person: int, key: str, desk: Desk) -> str:
    """A person says whose account this is (decision 8)."""
    found = find(name, desk.store.roster)
    adults = replace(found, children=())
    if adults.count != 1:
        return say("roster.nobody" if not adults.count else "roster.several")
    for carer in adults.carers:
        desk.store.carers.update(replace(carer, user_id=user_id, set_at=desk.now))
    for one in adults.staff:
        desk.store.staff.update(replace(one, user_id=user_id, set_at=desk.now))
    desk.store.log.append("account pinned", actor=person, detail={"person": user_id}, now=desk.now)
    return show(adults, person, key, desk)


COMMAND = Known("member", "command.member", run, roles=STAFF_ROLES, hushed=True)
