"""Who belongs to the setting, and until when: children with their carers, and staff."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from moderation.facts import Facts, Named, RosterNames, named
from moderation.post import Role
from moderation.text import fold


class Photo(StrEnum):
    """What the carers have agreed to for pictures of their child."""

    NONE = "none"
    GROUP = "group"
    GROUP_NO_FACE = "group-no-face"


@dataclass(frozen=True)
class Child:
    """`leaves` is the last day. `leaves_set`: when the bot came to know it."""

    id: int
    first: str
    last: str
    known_as: str = ""
    room: str = ""
    starts: date | None = None
    leaves: date | None = None
    leaves_set: datetime | None = None
    photo: Photo = Photo.NONE
    no_publish: bool = False
    may_be_named: bool = False

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}".strip()

    @property
    def named(self) -> Named:
        return named(self.first, self.known_as, surname=self.last)


@dataclass(frozen=True)
class Carer:
    """One adult's tie to one child; `user_id` is there once a person, or the roster file, has pinned it."""

    id: int
    child_id: int
    name: str
    relationship: str = ""
    user_id: int | None = None
    username: str = ""
    leaves: date | None = None  # this adult goes sooner than the child
    set_at: datetime | None = None  # when the date or the id was last set

    @property
    def is_parent(self) -> bool:
        """Everybody not named as some other relative counts as a parent or carer."""
        return not set(fold(self.relationship).words) & RELATIVES


@dataclass(frozen=True)
class StaffMember:
    """Paid or not, student or committee; `role` in the setting's own words."""

    id: int
    name: str
    role: str = ""
    starts: date | None = None
    leaves: date | None = None
    user_id: int | None = None
    username: str = ""
    set_at: datetime | None = None

    @property
    def is_committee(self) -> bool:
        return bool(set(fold(self.role).words) & COMMITTEE)


RELATIVES = frozenset(
    {
        "grandparent", "grandparents", "grandmother", "grandfather", "grandma", "grandpa", "grandad",
        "granddad", "granny", "gran", "nan", "nana", "nanna", "grandmum", "aunt", "auntie", "aunty", "uncle",
        "cousin", "sister", "brother", "sibling", "godmother", "godfather", "godparent", "relative", "friend",
        "neighbour", "childminder",
    }
)  # fmt: skip
TITLES = frozenset({"miss", "mrs", "mr", "ms", "dr", "rev", "sir", "mum", "dad"})
COMMITTEE = frozenset({"committee", "trustee", "chair", "chairperson", "treasurer", "secretary"})


@dataclass(frozen=True)
class Roster:
    """All that the roster holds at one moment."""

    children: tuple[Child, ...] = ()
    carers: tuple[Carer, ...] = ()
    staff: tuple[StaffMember, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.children or self.staff)

    @cached_property
    def child(self) -> dict[int, Child]:
        return {child.id: child for child in self.children}

    @cached_property
    def said_names(self) -> frozenset[str]:
        """Each single name that anybody on it has, as it is written; titles and initials are left out."""
        called = [
            *(part for child in self.children for part in (child.first, child.last, child.known_as)),
            *(carer.name for carer in self.carers),
            *(one.name for one in self.staff),
        ]
        names = {name for part in called for name in part.split()}
        return frozenset(
            name for name in names if len(name) > 2 and name.rstrip(".").casefold() not in TITLES
        )

    @cached_property
    def people(self) -> frozenset[int]:
        """Every pinned Telegram id."""
        pinned = [carer.user_id for carer in self.carers] + [one.user_id for one in self.staff]
        return frozenset(person for person in pinned if person is not None)

    @cached_property
    def _ties(self) -> dict[int, list[Carer]]:
        found: dict[int, list[Carer]] = {}
        for carer in self.carers:
            if carer.user_id is not None:
                found.setdefault(carer.user_id, []).append(carer)
        return found

    @cached_property
    def _posts(self) -> dict[int, list[StaffMember]]:
        found: dict[int, list[StaffMember]] = {}
        for one in self.staff:
            if one.user_id is not None:
                found.setdefault(one.user_id, []).append(one)
        return found

    @cached_property
    def unknown_ends(self) -> dict[str, list[date | None]]:
        """When those leave whose account nobody knows yet, by their name."""
        found: dict[str, list[date | None]] = {}
        for carer in self.carers:
            if carer.user_id is None:
                found.setdefault(name_key(carer.name), []).append(self.end_of(carer))
        for one in self.staff:
            if one.user_id is None:
                found.setdefault(name_key(one.name), []).append(one.leaves)
        return found

    def ties(self, user_id: int) -> list[Carer]:
        return self._ties.get(user_id, [])

    def posts(self, user_id: int) -> list[StaffMember]:
        return self._posts.get(user_id, [])

    def name_of(self, user_id: int) -> str | None:
        """The name the setting knows somebody by."""
        names = [tie.name for tie in self.ties(user_id)] + [one.name for one in self.posts(user_id)]
        return next(iter(names), None)

    def names_for(self, user_id: int | None) -> RosterNames:
        """The names as this author sees them: whoever is unknown has no child here."""
        own = {carer.child_id for carer in self.ties(user_id)} if user_id is not None else set()
        return RosterNames(
            own_children=_names(child for child in self.children if child.id in own),
            other_children=_names(child for child in self.children if child.id not in own),
            no_publish=_names(child for child in self.children if child.no_publish),
            photo=_names(child for child in self.children if child.photo != Photo.NONE),
            may_be_named=_names(child for child in self.children if child.may_be_named),
            staff=frozenset(_adult(one.name) for one in self.staff),
            carers=frozenset(_adult(carer.name) for carer in self.carers if carer.name),
        )

    def roles_of(self, user_id: int, today: date) -> frozenset[Role]:
        """What the roster says somebody is on that day; nothing for whoever it does not know."""
        ties, posts = self.ties(user_id), self.posts(user_id)
        roles = {
            Role.COMMITTEE if one.is_committee else Role.STAFF
            for one in posts
            if runs(one.starts, one.leaves, today)
        }
        here = [tie for tie in ties if not is_over(self.end_of(tie), today)]
        if here:
            parent = any(tie.is_parent for tie in here)
            roles.add(Role.PARENT if parent else Role.RELATIVE)
        if not roles and (ties or posts):
            roles.add(Role.LEAVER)
        return frozenset(roles)

    def end_of(self, tie: Carer) -> date | None:
        """The last day of an adult's tie to a child: the child's, or the adult's own if that is sooner."""
        child = self.child[tie.child_id]
        days = [day for day in (child.leaves, tie.leaves) if day is not None]
        return min(days, default=None)


def _names(children: Iterable[Child]) -> frozenset[Named]:
    return frozenset(child.named for child in children)


def _adult(name: str) -> Named:
    first, _, last = name.rpartition(" ")
    return named(first or last, surname=last if first else "")


def runs(starts: date | None, leaves: date | None, today: date) -> bool:
    """Whether today lies within the dates, both days included."""
    return (starts is None or starts <= today) and not is_over(leaves, today)


def is_over(leaves: date | None, today: date) -> bool:
    return leaves is not None and leaves < today


def with_names(facts: Facts, author: int | None, roster: Roster | None) -> Facts:
    """The facts with the roster's names as they look from this author; unchanged without a roster."""
    return replace(facts, roster=roster.names_for(author)) if roster else facts


def name_key(name: str) -> str:
    """The same for the same name, however it is written."""
    return " ".join(fold(name).text.split())
