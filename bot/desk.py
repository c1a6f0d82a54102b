"""What every post, command, press and job works with, for the length of one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.days import LONDON
from bot.settings import Settings
from bot.store import Store
from bot.store.closures import in_force
from moderation import quiet
from moderation.calendar import Calendar, calendar_of
from moderation.decision import Mode
from moderation.policy import Policy
from moderation.post import Role

# Whoever holds one of these answers cases; the titles as cards and greetings say them.
TITLES = {
    Role.MANAGER: "the manager",
    Role.DEPUTY: "the deputy",
    Role.CHAIR: "the chair",
    Role.DSL: "the safeguarding lead",
    Role.LEAD: "the lead practitioner",
    Role.THIRD: "the third in charge",
    Role.ADMIN: "an administrator",
    Role.SOCIAL: "the social media officer",
    Role.STAFF: "a member of staff",
    Role.COMMITTEE: "a member of the committee",
}

BREAKER_HIDES = 10  # hides by the model's score alone within the hour; more than these become flags
MOVED = "moved:"  # followed by a group's old id, among the settings: its new id
NOBODY_REACHED = "nobody_reached"  # a case that none of its owners has a card of
PAUSED_UNTIL = "paused_until"  # among the settings, while /pause holds
STANDING_CHANGED = "standing_changed"  # a mark among the settings: our rights in the group need a look
MODE_OVER = "mode_over"  # among the settings: what MODE was when another was set in the chat
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Desk:
    """The setting's policy and database at one moment; all that is done with it commits, or none of it."""

    store: Store
    policy: Policy
    settings: Settings
    now: datetime
    bot_id: int = 0
    bot_username: str = ""

    @property
    def mode(self) -> Mode:
        """What was set in the chat, over the MODE of the environment as it was then; else MODE, else the
        profile: whoever spoke last is meant."""
        stored, over = self.store.settings.get("mode"), self.store.settings.get(MODE_OVER)
        if stored and (not self.settings.mode or self.settings.mode == over):
            return Mode(stored)
        return Mode(self.settings.mode or str(self.policy["mode.level"]))

    @property
    def paused_until(self) -> datetime | None:
        """While /pause holds: until then the bot does nothing in the group that is not urgent."""
        until = self.store.settings.get(PAUSED_UNTIL)
        return datetime.fromisoformat(until) if until and datetime.fromisoformat(until) > self.now else None

    @property
    def quiet_until(self) -> datetime | None:
        """When people may be told again what is not urgent; None when they may be now."""
        ends = [self.paused_until, quiet.wakes(self.now, self.policy["quiet.hours"])]
        return max((end for end in ends if end is not None), default=None)

    @property
    def setting(self) -> str:
        return str(self.policy["setting.name"])

    @property
    def group_chat_id(self) -> int | None:
        """The parents' group: GROUP_CHAT_ID, or the id it has had since it became a supergroup."""
        given = self.settings.group_chat_id
        moved = self.store.settings.get(f"{MOVED}{given}")
        return int(moved) if moved else given

    def follow_group(self, old: int, new: int) -> None:
        """The group became a supergroup: everything goes on under its new id."""
        if old == self.group_chat_id:
            self.store.settings.set(f"{MOVED}{self.settings.group_chat_id}", str(new))
            self.store.redirect(old, new)
            self.store.log.append("group moved", detail={"to": new}, now=self.now)

    @property
    def group_admins(self) -> list[int]:
        """The group's human administrators, as Telegram named them last."""
        return [int(part) for part in (self.store.settings.get("group_admins") or "").split(",") if part]

    def roles_of(self, user_id: int | None) -> frozenset[Role]:
        """What a person is to the setting, by numeric id alone; everybody else counts as a parent."""
        if user_id is None:
            return frozenset({Role.UNKNOWN})
        away = self.store.covers.now(self.now)
        covered = {person for person in away if stand_in(person, away) == user_id}
        held = frozenset().union(*(self.own_roles_of(person) for person in {user_id} | covered))
        return held or frozenset({Role.PARENT})

    def own_roles_of(self, user_id: int) -> frozenset[Role]:
        """The roles a person holds themselves, whomever they cover for."""
        given = {role for role, ids in self.settings.roles.items() if user_id in ids}
        stored = {Role(role) for role in self.store.roles.of(user_id, self.now)}
        return frozenset(given | stored | self.store.roster.roles_of(user_id, self.today))

    @property
    def today(self) -> date:
        """The day in London."""
        return london_day(self.now)

    def holders(self, roles: Iterable[Role]) -> list[int]:
        """The people who hold any of these roles, in the roles' order, each once."""
        people: dict[int, None] = {}
        for role in roles:
            people |= dict.fromkeys(self.settings.roles.get(role, ()))
            people |= dict.fromkeys(self.store.roles.holders(role, self.now))
        return list(people)

    def acting(self, roles: Iterable[Role]) -> list[int]:
        """Who answers for these roles now, in the roles' order: their holders, and in the place of one who is
        away whoever covers for them (/cover)."""
        away = self.store.covers.now(self.now)
        return list(dict.fromkeys(stand_in(person, away) for person in self.holders(roles)))

    @property
    def calendar(self) -> Calendar:
        """The setting's days: the profile's, what was closed or opened since, and who covers for the owners
        of questions."""
        closed, opened = in_force(self.store.closures.all())
        owners = self.holders(self.policy.roles("response.owner"))
        covered = [
            (london_day(cover.since), london_day(cover.until - timedelta(seconds=1)))
            for cover in self.store.covers.to_come(self.now)
            if cover.away in owners
        ]
        return calendar_of(self.policy, closures=closed, open_days=opened, covered=covered)

    def title_of(self, user_id: int | None) -> str:
        """A title such as the manager rather than a name: enough for a card, and one name fewer kept."""
        held = frozenset() if user_id is None else self.own_roles_of(user_id)
        return next((title for role, title in TITLES.items() if role in held), "somebody")

    def is_due(self, key: str, every: timedelta) -> bool:
        """Whether `every` has passed since this last said so under that key, or the clock was put back since;
        then the moment is written down among the settings."""
        last = self.store.settings.get(key)
        if last and datetime.fromisoformat(last) <= self.now < datetime.fromisoformat(last) + every:
            return False
        self.store.settings.set(key, self.now.isoformat())
        return True

    def breaker_open(self) -> bool:
        """Whether the model's score alone hid so many posts that something is probably wrong with it."""
        return self.store.cases.model_hides_since(self.now - HOUR) >= BREAKER_HIDES


def london_day(moment: datetime) -> date:
    """The day in London."""
    return moment.astimezone(LONDON).date()


def stand_in(person: int, away: Mapping[int, int]) -> int:
    """Who answers for a person: themselves, or whoever covers for them and is not away as well."""
    seen = [person]
    while (covering := away.get(seen[-1])) is not None:
        if covering in seen:
            return person  # two who cover for each other are both there
        seen.append(covering)
    return seen[-1]
