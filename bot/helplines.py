"""Who helps at any hour: the lines the setting's profile names, and the local numbers it has filled in."""

from bot.desk import Desk
from bot.words import say, texts

LOCAL = ("childrens_services", "out_of_hours", "police", "lado")
FOR_STAFF = frozenset({"POSH", "lado"})  # for people who work with children, not for families
SAID_BEFORE = frozenset({"999", "NSPCC"})  # stand in the kind words already


def lines(desk: Desk, *, staff: bool = False) -> list[str]:
    """One line for each, 999 first."""
    known = texts()["helpline"]
    named = dict.fromkeys(["999", *map(str, desk.policy["education.helplines"])])
    return [known.get(name, name) for name in named if staff or name not in FOR_STAFF] + local(
        desk, staff=staff
    )


def local(desk: Desk, *, staff: bool = False) -> list[str]:
    """The numbers that only the setting can know; what it has not filled in is left out."""
    found = []
    for name in LOCAL:
        number = str(desk.policy[f"escalation.local_contacts.{name}"])
        if number and (staff or name not in FOR_STAFF):
            found.append(say(f"helpline.{name}", number=number))
    phone = str(desk.policy["setting.contact_phone"])
    return [*found, *([say("helpline.setting", setting=desk.setting, phone=phone)] if phone else [])]


def for_the_worried(desk: Desk) -> str:
    """What is added to the kind words: whom to ring besides 999 and the NSPCC."""
    known = texts()["helpline"]
    named = [str(name) for name in desk.policy["education.helplines"]]
    more = [known.get(name, name) for name in named if name not in SAID_BEFORE | FOR_STAFF]
    return "\n".join([*local(desk), *more])
