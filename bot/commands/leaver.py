"""/leaver: sets or takes back somebody's last day, or shows who leaves."""

from dataclasses import replace
from datetime import date

from bot import roster_pages
from bot.command import Known
from bot.days import read_day
from bot.desk import Desk
from bot.find_people import Found, find
from bot.keepers import may_keep
from bot.reading import Command
from bot.words import say
from moderation.post import STAFF_ROLES

STAYS = frozenset({"never", "stays", "none"})


def run(command: Command, desk: Desk) -> str:
    """`/leaver Mia Marsh 31/07/2026`, `/leaver 12345 never`, or alone to see who leaves."""
    if not may_keep(command.user_id, desk):
        return say("answer.not_yours", setting=desk.setting)
    key = f"page:{command.chat_id}:{command.message_id}"
    if not command.words:
        roster_pages.show("leavers", command.user_id, key, desk)
        return ""
    who, _, when = command.words.strip().rpartition(" ")
    day = None if when.lower() in STAYS else read_day(when, desk.now)
    if not who or (day is None and when.lower() not in STAYS):
        return say("roster.leaver_usage")
    found = find(who, desk.store.roster)
    if found.count != 1:
        return say("roster.nobody" if not found.count else "roster.several")
    set_day(found, day, desk)
    desk.store.log.append("last day set", actor=command.user_id, detail={"day": str(day)}, now=desk.now)
    for page in found.pages:
        roster_pages.show(page, command.user_id, f"{key}:{page}", desk)
    return say("roster.day_past") if day is not None and day < desk.today else ""


def set_day(found: Found, day: date | None, desk: Desk) -> None:
    store = desk.store
    for child in found.children:
        store.children.update(replace(child, leaves=day, leaves_set=desk.now))
    for carer in found.carers:
        store.carers.update(replace(carer, leaves=day, set_at=desk.now))
    for one in found.staff:
        store.staff.update(replace(one, leaves=day, set_at=desk.now))


COMMAND = Known("leaver", "command.leaver", run, roles=STAFF_ROLES, hushed=True)
