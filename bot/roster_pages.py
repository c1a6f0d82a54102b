"""Pages about people on the roster, drawn when they are sent, so that no name waits in the outbox."""

from bot import letters
from bot.desk import Desk
from bot.leaving import all_leavers
from bot.roster import CARER_FIELDS, CHILD_FIELDS, STAFF_FIELDS, spoken
from bot.roster_file import british
from bot.store.effects import EffectRow, Priority
from bot.store.joiners import WAITING
from bot.store.removals import UNSETTLED
from bot.words import pieces, say
from moderation.roster import Carer, Child, StaffMember

MOST_SHOWN = 60


def show(page: str, person: int, key: str, desk: Desk) -> None:
    """Queues a page: leavers, who, or child, carer, staff or user with a colon and the number."""
    letters.queue(desk, key, "roster_page", person, Priority.ANSWER, page=page)


def draw(effect: EffectRow, desk: Desk) -> list[str]:
    kind, _, number = str(effect.body["page"]).partition(":")
    match kind:
        case "leavers":
            lines = leavers_page(desk)
        case "who":
            lines = who_page(desk)
        case "user":
            lines = user_page(int(number), desk)
        case _:
            lines = person_page(kind, int(number), desk)
    return pieces("\n".join(lines))


def leavers_page(desk: Desk) -> list[str]:
    """Everybody whose last day is known, the next first, and what is still to be decided."""
    roster = desk.store.roster
    waiting = {(one.user_id, one.last_day): one for one in desk.store.removals.in_state(*UNSETTLED)}
    lines = []
    for one in sorted(all_leavers(desk), key=lambda one: one.last_day):
        removal = waiting.get((one.user_id, one.last_day))
        if removal is None and one.last_day < desk.today:
            continue
        state = say(f"leaver_state.{removal.state}") if removal else say("leaver_state.planned")
        number = say("roster.number", number=removal.number) if removal else ""
        name = roster.name_of(one.user_id) or str(one.user_id)
        lines.append(say("roster.leaver", day=british(one.last_day), name=name, number=number, state=state))
    children = [child for child in roster.children if child.leaves and child.leaves >= desk.today]
    for child in sorted(children, key=lambda child: (child.leaves or desk.today, child.name)):
        lines.append(say("roster.leaving_child", day=british(child.leaves), name=child.name))
    return [say("roster.leavers_head"), *lines] if lines else [say("roster.no_leavers")]


def who_page(desk: Desk) -> list[str]:
    """How far the bot knows who is in the group."""
    present = {one.user_id for one in desk.store.members.present()} - {desk.bot_id}
    known = present & desk.store.roster.people
    strangers = sorted(one for one in present - known if not desk.own_roles_of(one))
    reach = desk.store.members.reach()
    lines = [say("roster.who", present=len(present), known=len(known), reachable=reach.reachable)]
    if strangers:
        lines.append(say("roster.strangers", ids=", ".join(map(str, strangers[:MOST_SHOWN]))))
    unpinned = sorted({one.name for one in desk.store.roster.carers if one.user_id is None})
    if unpinned:
        lines.append(say("roster.unpinned", names=", ".join(unpinned[:MOST_SHOWN])))
    if waiting := desk.store.joiners.in_state(WAITING):
        numbers = ", ".join(str(one.number) for one in waiting)
        lines.append(say("roster.joiners", numbers=numbers))
    return lines


def user_page(user_id: int, desk: Desk) -> list[str]:
    """What is known of one account."""
    roster = desk.store.roster
    lines = [say("roster.user", id=user_id, roles=", ".join(sorted(desk.roles_of(user_id))))]
    for tie in roster.ties(user_id):
        lines += person_page("carer", tie.id, desk)
    for one in roster.posts(user_id):
        lines += person_page("staff", one.id, desk)
    return lines if len(lines) > 1 else [*lines, say("roster.not_known")]


def person_page(kind: str, number: int, desk: Desk) -> list[str]:
    roster = desk.store.roster
    match kind:
        case "child":
            return [
                fact_line(child, child.name, CHILD_FIELDS) for child in roster.children if child.id == number
            ]
        case "carer":
            found = [carer for carer in roster.carers if carer.id == number]
            return [
                fact_line(
                    carer,
                    say("roster.carer_of", name=carer.name, child=roster.child[carer.child_id].name),
                    CARER_FIELDS,
                )
                for carer in found
            ]
    return [fact_line(one, one.name, STAFF_FIELDS) for one in roster.staff if one.id == number]


def fact_line(person: Child | Carer | StaffMember, name: str, fields: tuple[str, ...]) -> str:
    facts = [
        f"{say(f'roster.{field}')} {spoken(getattr(person, field))}"
        for field in fields
        if getattr(person, field) not in (None, "")
    ]
    return f"{name}: {', '.join(facts)}" if facts else name
