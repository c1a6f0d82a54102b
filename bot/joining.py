"""Lets people in: they hear what is read and kept, accept the policy, and are known or a person decides."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import letters
from bot.desk import Desk
from bot.keepers import keepers
from bot.reading import JoinRequest
from bot.store.effects import Priority
from bot.store.joiners import ADMITTED, AGAIN, GONE, JOIN, OFFERED, OPEN, WAITING, Joiner
from moderation import quiet
from moderation.decision import Mode
from moderation.post import Role
from moderation.roster import Carer, StaffMember, name_key

NO_ANSWER = timedelta(days=1)
NEXT_KEEPER = timedelta(days=1)
MONTH = timedelta(days=30.44)


@dataclass(frozen=True)
class Match:
    """What the roster says of somebody: what they are to the setting, or whom they may be."""

    roles: frozenset[Role] = frozenset()
    suggested: tuple[Carer | StaffMember, ...] = ()
    by: str = ""  # "username" or "name"


def asked_in(request: JoinRequest, desk: Desk) -> None:
    """Somebody asks to be let in: for five minutes the bot may write to them (policy.md 0.5)."""
    if request.chat_id != desk.group_chat_id:
        return
    for earlier in desk.store.joiners.of(request.user_id, JOIN):
        if desk.store.joiners.move(earlier.number, expect=OPEN, to=GONE, decided_at=desk.now):
            letters.refresh(earlier.number, GONE, desk)
    number = desk.store.joiners.open(request.user_id, request.write_to, JOIN, version_of(desk), desk.now)
    desk.store.sealed.seal(number, {"name": request.name, "username": request.username})
    desk.store.log.append("asked in", case=number, detail={"person": request.user_id}, now=desk.now)
    letters.queue(desk, f"offer:{number}", "offer", request.write_to, Priority.HELP, number)
    if must_accept(request.user_id, desk):
        return
    if before := desk.store.joiners.accepted(request.user_id):
        desk.store.joiners.move(number, expect=OPEN, to=OFFERED, accepted=before[1])
    if joiner := desk.store.joiners.get(number):
        decide_by_roster(joiner, desk)


def version_of(desk: Desk) -> str:
    return str(desk.policy["policy.version"])


def must_accept(user_id: int, desk: Desk) -> bool:
    """Whether the policy stands between this person and the group."""
    return desk.policy["membership.acceptance"] == "required" and is_stale(
        desk.store.joiners.accepted(user_id), desk
    )


def is_stale(accepted: tuple[str, datetime] | None, desk: Desk) -> bool:
    """Not accepted, or another version, or too long ago."""
    if accepted is None or accepted[0] != version_of(desk):
        return True
    months = int(desk.policy["membership.reaccept_months"])
    return bool(months) and desk.now >= accepted[1] + months * MONTH


# --- known or not --------------------------------------------------------------------------------------


def decide_by_roster(joiner: Joiner, desk: Desk) -> None:
    """Somebody whose numeric id is on the roster is let in; about everybody else a person decides."""
    why = reason_to_ask(find(joiner, desk), desk)
    if why is None and desk.mode == Mode.ENFORCE:
        admit(joiner, None, desk)
    else:
        ask_person(joiner, why or "mode", desk)


def find(joiner: Joiner, desk: Desk) -> Match:
    """By the pinned id for certain; a username or a name only suggests (decision 8)."""
    roster = desk.store.roster
    roles = roster.roles_of(joiner.user_id, desk.today)
    if roles:
        return Match(roles)
    names = desk.store.sealed.open(joiner.number) or {}
    username, name = str(names.get("username") or "").lower(), name_key(str(names.get("name") or ""))
    people: list[Carer | StaffMember] = [*roster.carers, *roster.staff]
    free = [one for one in people if one.user_id is None]
    if username and (same := tuple(one for one in free if one.username == username)):
        return Match(suggested=same, by="username")
    if name and (same := tuple(one for one in free if name_key(one.name) == name)):
        return Match(suggested=same, by="name")
    return Match()


def reason_to_ask(match: Match, desk: Desk) -> str | None:
    """Why a person decides; None for somebody whom the profile lets in at once."""
    if not match.roles:
        return match.by or "unknown"
    who = frozenset(desk.policy.roles("membership.who"))
    if match.roles & who:
        return None
    if Role.RELATIVE in match.roles:
        relatives = desk.policy["membership.relatives"]
        return None if relatives == "allow" else f"relative_{relatives}"
    return "leaver" if Role.LEAVER in match.roles else "role"


def ask_person(joiner: Joiner, why: str, desk: Desk) -> None:
    """A card for whoever keeps the roster; in quiet hours too, since nobody is woken by a silent wait."""
    if desk.store.joiners.move(joiner.number, expect=OPEN, to=WAITING, why=why, asked=desk.now):
        letters.ask_with_card(joiner.number, keepers(desk), desk)
        letters.refresh(joiner.number, why, desk)


def admit(joiner: Joiner, by: int | None, desk: Desk) -> bool:
    """Lets them in; of several presses one counts."""
    group = desk.group_chat_id
    decided = {"decided_by": by, "decided_at": desk.now}
    if group is None or not desk.store.joiners.move(joiner.number, expect=OPEN, to=ADMITTED, **decided):
        return False
    letters.queue(
        desk, f"admit:{joiner.number}", "admit", group, Priority.ANSWER, joiner.number, user=joiner.user_id
    )
    detail = {"person": joiner.user_id, "accepted": joiner.accepted is not None}
    desk.store.log.append("let in", case=joiner.number, actor=by, detail=detail, now=desk.now)
    letters.refresh(joiner.number, ADMITTED, desk)
    return True


def pin(match: Match, user_id: int, desk: Desk) -> None:
    """A person has said who this is: every row of that name and username is theirs from now on."""
    for one in match.suggested:
        changed = replace(one, user_id=user_id, set_at=desk.now)
        if isinstance(changed, Carer):
            desk.store.carers.update(changed)
        else:
            desk.store.staff.update(changed)


def is_one_person(match: Match) -> bool:
    return len({name_key(one.name) for one in match.suggested}) == 1


# --- what is due ---------------------------------------------------------------------------------------


def see_to_joiners(desk: Desk) -> None:
    """Whoever does not answer is shown to a person; a person who does not answer, to the next."""
    for joiner in desk.store.joiners.in_state(OFFERED):
        if joiner.purpose == JOIN and desk.now >= joiner.opened + NO_ANSWER:
            ask_person(joiner, "no_answer", desk)
    if not awake(desk):
        return
    for joiner in desk.store.joiners.in_state(WAITING):
        if joiner.asked and joiner.passed_on is None and desk.now >= joiner.asked + NEXT_KEEPER:
            desk.store.joiners.move(joiner.number, expect=(WAITING,), to=WAITING, passed_on=desk.now)
            letters.ask_with_card(joiner.number, keepers(desk, 1), desk, again=":next")


def ask_again(desk: Desk) -> None:
    """Whoever has accepted an older version, or long ago, is asked to accept again; by day."""
    if not awake(desk) or desk.mode == Mode.OBSERVE or desk.policy["membership.acceptance"] != "required":
        return
    accepted = desk.store.joiners.acceptances()
    for member in desk.store.members.present():
        given = accepted.get(member.user_id)
        if given is None or not member.reachable or not is_stale(given, desk):
            continue
        if was_asked(member.user_id, given[1], desk):
            continue
        number = desk.store.joiners.open(member.user_id, member.user_id, AGAIN, version_of(desk), desk.now)
        letters.queue(desk, f"offer:{number}", "offer", member.user_id, Priority.PRIVATE, number)


def was_asked(user_id: int, since: datetime, desk: Desk) -> bool:
    """Whether they were asked about this version since they last accepted."""
    asked = desk.store.joiners.of(user_id, AGAIN)
    return any(one.version == version_of(desk) and one.opened > since for one in asked)


def awake(desk: Desk) -> bool:
    return quiet.wakes(desk.now, desk.policy["quiet.hours"]) is None


def came_in(user_id: int, desk: Desk) -> None:
    """Somebody let them in by hand: nothing waits any more."""
    for joiner in desk.store.joiners.of(user_id, JOIN):
        if desk.store.joiners.move(joiner.number, expect=OPEN, to=ADMITTED, decided_at=desk.now):
            letters.refresh(joiner.number, ADMITTED, desk)
