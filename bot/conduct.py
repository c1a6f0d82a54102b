"""Taking a person out of the group for what they did: only people decide that, never the bot (I-6)."""

from datetime import datetime, timedelta
from itertools import permutations

from bot import letters, pending
from bot.desk import TITLES, Desk
from bot.outcomes import Done, Outcome, Refused, Unknown
from bot.pending import Act
from bot.store.effects import Delivery, EffectRow, Priority
from bot.store.pending import CONFIRMED, Pending
from bot.words import say
from moderation.case import UNDO_WITHIN
from moderation.post import Role

KNOB = "membership.conduct_removal"
LINK_DAYS = 7


def ask(person: int, name: str, user_id: int, desk: Desk) -> str:
    """The people the profile names are asked to confirm; the answer to whoever wanted it, "" for none."""
    roles = desk.policy.roles(KNOB)
    if not desk.roles_of(user_id) & set(roles):
        return say("answer.conduct_others", roles=listed(roles), setting=desk.setting)
    if person in (user_id, desk.bot_id):
        return say("answer.conduct_not_this")
    people = [one for one in desk.holders(roles) if one != person]
    if not enough(people, roles, desk):
        return say("answer.conduct_nobody", roles=listed(roles), setting=desk.setting)
    wanted = say("pending.conduct_all", roles=listed(roles)) if desk.policy.needs_all(KNOB) else ""
    number = pending.ask(
        "conduct", {"person": person, "wanted": wanted}, desk, asked_by=user_id, people=people
    )
    desk.store.sealed.seal(number, {"name": name})
    return ""


def may(asked: Pending, user_id: int, desk: Desk) -> bool:
    """Whoever holds a role the profile names, at this very moment; never the person it is about."""
    return user_id != asked.body["person"] and bool(desk.roles_of(user_id) & set(desk.policy.roles(KNOB)))


def missing(asked: Pending, desk: Desk) -> str:
    agreed = [one for one in asked.agreed if may(asked, one, desk)]
    if enough(agreed, desk.policy.roles(KNOB), desk):
        return ""
    return say("answer.conduct_more", roles=listed(desk.policy.roles(KNOB)))


def enough(people: list[int], roles: tuple[Role, ...], desk: Desk) -> bool:
    """One of the roles, or each of them by somebody else: nobody says yes twice (U-31)."""
    if not desk.policy.needs_all(KNOB):
        return any(desk.roles_of(one) & set(roles) for one in people)
    held = [desk.roles_of(one) for one in people]
    return any(
        all(role in has for role, has in zip(roles, chosen, strict=True))
        for chosen in permutations(held, len(roles))
    )


def run(asked: Pending, user_id: int, desk: Desk) -> str:
    if desk.group_chat_id is None:
        return say("answer.no_group")
    person = asked.body["person"]
    letters.queue(
        desk,
        f"expel:{asked.number}",
        "expel",
        desk.group_chat_id,
        Priority.ANSWER,
        asked.number,
        delivery=Delivery.AT_MOST_ONCE,
        user=person,
    )
    detail = {"person": person, "agreed": list(asked.agreed)}
    desk.store.log.append(
        "taken out for conduct", case=asked.number, actor=user_id, detail=detail, now=desk.now
    )
    return say("answer.conduct", number=asked.number)


def after_call(effect: EffectRow, outcome: Outcome, desk: Desk) -> None:
    """What became of it, told to those who decided; whoever is out is told who can be spoken to."""
    asked = desk.store.pending.get(effect.case_number or 0)
    if asked is None:
        return
    match outcome:
        case Done():
            desk.store.members.left(asked.body["person"], desk.now, "kicked")
            tell_person(asked, "own.taken_out", desk)
        case Unknown():
            tell_deciders(asked, say("trouble.expel_unknown", number=asked.number), desk)
        case Refused(error=error):
            tell_deciders(asked, say("trouble.expel_refused", number=asked.number, error=error), desk)


def tell_person(asked: Pending, key: str, desk: Desk) -> None:
    text = say(key, setting=desk.setting)
    letters.write_to(asked.body["person"], text, f"{key}:{asked.number}", desk, Priority.PRIVATE)


def tell_deciders(asked: Pending, text: str, desk: Desk) -> None:
    for person in asked.agreed:
        letters.write_to(person, text, f"expel trouble:{asked.number}:{person}", desk, Priority.ALERT)


def undo(asked: Pending, user_id: int, desk: Desk) -> str:
    """Within 24 hours: the ban is lifted, and one link lets this one person in again."""
    if asked.state != CONFIRMED or asked.ended is None or desk.now - asked.ended > UNDO_WITHIN:
        return say("answer.cannot_undo", number=asked.number)
    group = desk.group_chat_id
    until = (desk.now + timedelta(days=LINK_DAYS)).isoformat()
    body = {"user": asked.body["person"], "asked_by": user_id, "until": until}
    key = f"readmit:{asked.number}"
    if group is None or not letters.queue(desk, key, "readmit", group, Priority.ANSWER, asked.number, **body):
        return say("answer.cannot_undo", number=asked.number)
    desk.store.effects.cancel(f"expel:{asked.number}")
    desk.store.effects.cancel(f"own.taken_out:{asked.number}")
    desk.store.log.append("let in again", case=asked.number, actor=user_id, now=desk.now)
    return say("answer.conduct_undone")


def readmitted(effect: EffectRow, link: str, desk: Desk) -> None:
    """The link goes to the person it is for, and to whoever let them in, to pass on."""
    person, keeper = effect.body["user"], effect.body["asked_by"]
    until = datetime.fromisoformat(effect.body["until"])
    values = {"setting": desk.setting, "link": link, "until": f"{until:%-d %b}"}
    letters.write_to(person, say("own.let_in", **values), f"let in:{effect.id}:{person}", desk)
    letters.write_to(keeper, say("own.let_in_link", **values), f"let in:{effect.id}:keeper", desk)


def listed(roles: tuple[Role, ...]) -> str:
    return " and ".join(TITLES.get(role, role.value) for role in roles)


ACT = Act(may=may, run=run, missing=missing, undo=undo)
