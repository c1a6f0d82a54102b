"""Finds whom somebody means by a name, a number or a @username."""

from dataclasses import dataclass

from moderation.roster import Carer, Child, Roster, StaffMember, name_key


@dataclass(frozen=True)
class Found:
    """Children, or ties and posts of one adult; more than one child or adult is not clear enough."""

    children: tuple[Child, ...] = ()
    carers: tuple[Carer, ...] = ()
    staff: tuple[StaffMember, ...] = ()

    @property
    def count(self) -> int:
        adults: list[Carer | StaffMember] = [*self.carers, *self.staff]
        names = {name_key(one.name) for one in adults}
        accounts = {one.user_id for one in adults if one.user_id is not None}
        return len(self.children) + max(len(names), len(accounts))

    @property
    def pages(self) -> list[str]:
        """Each of them as bot/roster_pages.py names it."""
        return [
            *(f"child:{child.id}" for child in self.children),
            *(f"carer:{carer.id}" for carer in self.carers),
            *(f"staff:{one.id}" for one in self.staff),
        ]


def find(words: str, roster: Roster) -> Found:
    """A numeric id or a @username means an adult; a name may be a child's too, whole or first."""
    wanted = words.strip()
    if wanted.isascii() and wanted.isdigit():
        return Found(carers=tuple(roster.ties(int(wanted))), staff=tuple(roster.posts(int(wanted))))
    if wanted.startswith("@"):
        name = wanted[1:].lower()
        return Found(
            carers=tuple(carer for carer in roster.carers if carer.username == name),
            staff=tuple(one for one in roster.staff if one.username == name),
        )
    key = name_key(wanted)
    whole = Found(
        tuple(child for child in roster.children if name_key(child.name) == key),
        tuple(carer for carer in roster.carers if name_key(carer.name) == key),
        tuple(one for one in roster.staff if name_key(one.name) == key),
    )
    if whole.count or not key:
        return whole
    return Found(children=tuple(child for child in roster.children if key in child.named.called))
