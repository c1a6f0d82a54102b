"""Brings the roster up to date with a file or a correction: first what would change, then the change."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.roster_file import CarerEntry, ChildEntry, RosterFile, StaffEntry, Telegram, british
from bot.store import Store
from bot.words import say
from moderation.roster import Carer, Child, Photo, Roster, StaffMember, name_key

NEW = 0  # the number of whoever has none yet


@dataclass(frozen=True)
class Change:
    """One line of the preview, and what makes it so; `number_of` maps a child's key to its number."""

    text: str
    do: Callable[[Store, dict[str, int], datetime], None]


def changes(file: RosterFile, roster: Roster, now: datetime) -> list[Change]:
    """What the file adds or corrects, in its own order. Nobody is ever taken off the roster by it."""
    children = {name_key(child.name): child for child in roster.children}
    ties = {(carer.child_id, name_key(carer.name)): carer for carer in roster.carers}
    staff = {name_key(one.name): one for one in roster.staff}
    found: list[Change] = []
    for entry in file.children:
        found += change_child(entry, children.get(entry.key), now)
    for tie in file.carers:
        child = children.get(tie.child)
        before = ties.get((child.id, name_key(tie.name))) if child else None
        found += change_carer(tie, child_name(tie.child, file), before, now)
    for one in file.staff:
        found += change_staff(one, staff.get(name_key(one.name)), now)
    return found


def apply(found: list[Change], store: Store, now: datetime) -> None:
    """In the caller's transaction."""
    numbers = {name_key(child.name): child.id for child in store.roster.children}
    for change in found:
        change.do(store, numbers, now)
    if found:
        store.log.append("roster changed", detail={"changes": len(found)}, now=now)


def child_name(key: str, file: RosterFile) -> str:
    return next(f"{child.first} {child.last}".strip() for child in file.children if child.key == key)


# --- children ------------------------------------------------------------------------------------------


def change_child(entry: ChildEntry, before: Child | None, now: datetime) -> Iterator[Change]:
    known = before or Child(NEW, entry.first, entry.last)
    after = corrected_child(entry, known, now)
    if before is None:
        yield Change(
            say("roster.new_child", name=after.name, more=more_of(after)), add_child(entry.key, after)
        )
    elif after != before:
        said = "; ".join(differences(before, after, CHILD_FIELDS)) or say("roster.spelling")
        yield Change(
            say("roster.changed", name=after.name, what=said), update_child(entry.key, before, after)
        )


def corrected_child(entry: ChildEntry, before: Child, now: datetime) -> Child:
    """The child as the file has it; what the file does not say stays as it was."""
    values = dict(entry.values)
    photo, no_publish = values.pop("photo_consent", None), values.pop("no_publish", None)
    after = replace(before, first=entry.first, last=entry.last, **values)
    if photo is not None:
        after = replace(after, photo=photo)
    if no_publish is not None:
        after = replace(after, no_publish=no_publish)
    if after.leaves != before.leaves:
        after = replace(after, leaves_set=now)
    return after


def add_child(key: str, child: Child) -> Callable[[Store, dict[str, int], datetime], None]:
    def do(store: Store, numbers: dict[str, int], now: datetime) -> None:
        numbers[key] = store.children.add(child, now)
        keep_consents(Child(NEW, "", ""), replace(child, id=numbers[key]), store, now)

    return do


def update_child(key: str, before: Child, after: Child) -> Callable[[Store, dict[str, int], datetime], None]:
    def do(store: Store, numbers: dict[str, int], now: datetime) -> None:
        numbers[key] = after.id
        store.children.update(after)
        keep_consents(before, after, store, now)

    return do


def keep_consents(before: Child, after: Child, store: Store, now: datetime) -> None:
    if after.photo != before.photo:
        store.children.consent(after.id, "photo", after.photo.value, by=None, now=now)
    if after.no_publish != before.no_publish:
        value = "never" if after.no_publish else "allowed"
        store.children.consent(after.id, "publish", value, by=None, now=now)


# --- carers and staff ----------------------------------------------------------------------------------


def change_carer(entry: CarerEntry, child: str, before: Carer | None, now: datetime) -> Iterator[Change]:
    after = corrected_carer(entry, before or Carer(NEW, NEW, entry.name), now)
    if before is None:
        text = say("roster.new_carer", name=after.name, child=child, more=more_of(after))
        yield Change(text, add_carer(entry.child, after))
    elif after != before:
        said = "; ".join(differences(before, after, CARER_FIELDS)) or say("roster.spelling")
        text = say("roster.changed", name=say("roster.carer_of", name=after.name, child=child), what=said)
        yield Change(text, lambda store, numbers, now: store.carers.update(after))


def corrected_carer(entry: CarerEntry, before: Carer, now: datetime) -> Carer:
    after = replace(before, name=entry.name, **entry.values)
    if entry.relationship:
        after = replace(after, relationship=entry.relationship)
    after = replace(after, **pinned(entry.telegram, before))
    if (after.user_id, after.leaves) != (before.user_id, before.leaves):
        after = replace(after, set_at=now)
    return after


def pinned(given: Telegram, before: Carer | StaffMember) -> dict[str, Any]:
    """An empty cell or a username never unpins an id that a person has pinned."""
    if given.user_id is not None:
        return {"user_id": given.user_id}
    return {"username": given.username} if given.username else {}


def add_carer(child: str, carer: Carer) -> Callable[[Store, dict[str, int], datetime], None]:
    def do(store: Store, numbers: dict[str, int], now: datetime) -> None:
        store.carers.add(replace(carer, child_id=numbers[child]))

    return do


def change_staff(entry: StaffEntry, before: StaffMember | None, now: datetime) -> Iterator[Change]:
    known = before or StaffMember(NEW, entry.name)
    after = replace(known, name=entry.name, **entry.values, **pinned(entry.telegram, known))
    if (after.user_id, after.leaves) != (known.user_id, known.leaves):
        after = replace(after, set_at=now)
    if before is None:
        text = say("roster.new_staff", name=after.name, more=more_of(after))
        yield Change(text, lambda store, numbers, now: add_staff(after, store))
    elif after != before:
        said = "; ".join(differences(before, after, STAFF_FIELDS)) or say("roster.spelling")
        text = say("roster.changed", name=after.name, what=said)
        yield Change(text, lambda store, numbers, now: store.staff.update(after))


def add_staff(member: StaffMember, store: Store) -> None:
    store.staff.add(member)


# --- how it is said ------------------------------------------------------------------------------------

CHILD_FIELDS = ("known_as", "room", "starts", "leaves", "photo", "no_publish")
CARER_FIELDS = ("relationship", "user_id", "username", "leaves")
STAFF_FIELDS = ("role", "starts", "leaves", "user_id", "username")


def more_of(person: Child | Carer | StaffMember) -> str:
    """What else is known of somebody new, in brackets."""
    match person:
        case Child():
            fields, blank = CHILD_FIELDS, Child(NEW, "", "")
        case Carer():
            fields, blank = CARER_FIELDS, Carer(NEW, NEW, "")  # type: ignore[assignment]
        case StaffMember():
            fields, blank = STAFF_FIELDS, StaffMember(NEW, "")  # type: ignore[assignment]
    said = [
        f"{say(f'roster.{name}')} {spoken(getattr(person, name))}"
        for name in fields
        if getattr(person, name) != getattr(blank, name)
    ]
    return f" ({', '.join(said)})" if said else ""


def differences(before: Any, after: Any, fields: tuple[str, ...]) -> list[str]:
    return [
        say(
            "roster.difference",
            what=say(f"roster.{name}"),
            now=spoken(getattr(after, name)),
            before=spoken(getattr(before, name)),
        )
        for name in fields
        if getattr(before, name) != getattr(after, name)
    ]


def spoken(value: object) -> str:
    match value:
        case bool():
            return say("roster.yes" if value else "roster.no")
        case None | "":
            return say("roster.nothing")
        case Photo():
            return value.value
        case date():
            return british(value)
    return str(value)


def in_memory(files: list[RosterFile]) -> Roster:
    """A roster straight from its files, for judging posts without a database."""
    children = [entry for file in files for entry in file.children]
    numbers = {entry.key: number for number, entry in enumerate(children, start=1)}
    now = datetime.max.replace(tzinfo=UTC)
    return Roster(
        tuple(
            replace(corrected_child(entry, Child(NEW, "", ""), now), id=numbers[entry.key])
            for entry in children
        ),
        tuple(
            replace(corrected_carer(entry, Carer(NEW, NEW, ""), now), id=place, child_id=numbers[entry.child])
            for place, entry in enumerate((tie for file in files for tie in file.carers), start=1)
        ),
        tuple(
            replace(
                StaffMember(place, entry.name), **entry.values, **pinned(entry.telegram, StaffMember(NEW, ""))
            )
            for place, entry in enumerate((one for file in files for one in file.staff), start=1)
        ),
    )
