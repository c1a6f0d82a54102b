"""Who leaves the setting, on which day, and what happens around it: notice, card, and out at six."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from moderation.policy import Policy
from moderation.post import STAFF_ROLES, Role
from moderation.roster import Roster, name_key

LONDON = ZoneInfo("Europe/London")
GOES_AT, CARD_AT = time(18), time(8, 30)
MOST_AT_ONCE, MOST_OF_GROUP = 5, 0.10  # beyond these a person says yes first (decision 8)


class Doubt(StrEnum):
    """Why a person has to say yes first."""

    POLICY = "policy"  # the profile wants it so
    PAST = "past"  # the day was over when the bot heard of it
    MANY = "many"  # too many at once: the list may be wrong
    NAMESAKE = "namesake"  # a child who stays has a carer of the same name and no known account
    ROLE = "role"  # the person still holds a role in the settings
    MODE = "mode"  # the bot only watches, or only helps


@dataclass(frozen=True)
class Leaver:
    """Somebody whose last tie to the setting ends. `set_at`: when the newest of its dates became known."""

    user_id: int
    last_day: date
    is_staff: bool = False
    set_at: datetime | None = None
    families: frozenset[int] = frozenset()  # the children whose places end
    namesake: bool = False
    holds_role: bool = False


def leavers(roster: Roster, held: Mapping[int, frozenset[Role]]) -> Iterator[Leaver]:
    """Everybody whose ties all have an end. `held`: the roles that people hold by settings or chat, which
    last until somebody takes them away."""
    for person in sorted(roster.people):
        found = leaver(person, roster, held.get(person, frozenset()) & STAFF_ROLES)
        if found is not None:
            yield found


def leaver(person: int, roster: Roster, roles: frozenset[Role]) -> Leaver | None:
    ties, posts = roster.ties(person), roster.posts(person)
    ends = [roster.end_of(tie) for tie in ties] + [one.leaves for one in posts]
    days = [day for day in ends if day is not None]
    if not days or len(days) < len(ends):
        return None
    last = max(days)
    by_post = any(one.leaves == last for one in posts)
    if roles and not by_post:
        return None  # on the committee, for instance: that is a tie of its own
    return Leaver(
        person,
        last,
        by_post,
        _set_at(person, roster),
        frozenset(tie.child_id for tie in ties),
        _has_namesake(person, last, roster),
        bool(roles),
    )


def _set_at(person: int, roster: Roster) -> datetime | None:
    moments = [tie.set_at for tie in roster.ties(person)]
    moments += [roster.child[tie.child_id].leaves_set for tie in roster.ties(person)]
    moments += [one.set_at for one in roster.posts(person)]
    return max((moment for moment in moments if moment is not None), default=None)


def _has_namesake(person: int, last: date, roster: Roster) -> bool:
    """Whether the same adult may be on the roster again, for a child who stays and without an account."""
    names = {name_key(tie.name) for tie in roster.ties(person)}
    names |= {name_key(one.name) for one in roster.posts(person)}
    ends = [end for name in names for end in roster.unknown_ends.get(name, [])]
    return any(end is None or end > last for end in ends)


def in_london(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON)


@dataclass(frozen=True)
class Times:
    """When each thing is to happen for one leaver."""

    notice: datetime
    card: datetime
    out: datetime


def times(last_day: date, policy: Policy) -> Times:
    """The notice some days before, the card in the morning of the last day, out at six, plus the grace."""
    notice, grace = (timedelta(days=int(policy[f"membership.{name}_days"])) for name in ("notice", "grace"))
    return Times(
        in_london(last_day - notice, CARD_AT),
        in_london(last_day, CARD_AT),
        in_london(last_day + grace, GOES_AT),
    )


def rule_for(leaver: Leaver, policy: Policy) -> str:
    """auto, confirm or off."""
    return str(policy["membership.on_staff_left" if leaver.is_staff else "membership.on_child_left"])


def doubt_about(leaver: Leaver, policy: Policy, *, enforcing: bool) -> Doubt | None:
    """Why a person must say yes to this one, or None where the date alone is enough."""
    if leaver.set_at is not None and leaver.set_at >= times(leaver.last_day, policy).out:
        return Doubt.PAST
    if leaver.holds_role:
        return Doubt.ROLE
    if leaver.namesake:
        return Doubt.NAMESAKE
    if rule_for(leaver, policy) == "confirm":
        return Doubt.POLICY
    return None if enforcing else Doubt.MODE


def too_many(families: list[frozenset[int]], group_size: int, earlier: int = 0) -> bool:
    """Whether so many go on one day that a person should look first. One family is never a crowd.
    `earlier`: how many have gone already that day without anybody's word."""
    count = len(families) + earlier
    together = frozenset.intersection(*families) if families else frozenset()
    if count <= 1 or (not earlier and together and count <= MOST_AT_ONCE):
        return False
    return count > MOST_AT_ONCE or count > MOST_OF_GROUP * group_size
