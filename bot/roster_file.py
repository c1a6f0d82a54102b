"""Turns the setting's own list of children, carers and staff into values, or names the line that is wrong."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.sheets import Cell, Sheet, SheetError, read_sheet
from moderation.roster import Photo, name_key

LONGEST_NAME = 80
YEARS = range(2000, 2100)
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
BRITISH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
USERNAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")
LINK = re.compile(r"(?:https?://)?t\.me/", re.IGNORECASE)
YES, NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"no", "n", "false", "0"})


class RosterError(ValueError):
    """One plain sentence: the line and column at fault, and what is expected there."""


@dataclass(frozen=True)
class Telegram:
    """A numeric id is a person for certain; a username only suggests one (decision 8)."""

    user_id: int | None = None
    username: str = ""


@dataclass(frozen=True)
class ChildEntry:
    """What the file says of a child; `values` holds only the columns that say something."""

    line: int
    first: str
    last: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return name_key(f"{self.first} {self.last}")


@dataclass(frozen=True)
class CarerEntry:
    line: int
    child: str  # the child's key
    name: str
    relationship: str = ""
    telegram: Telegram = Telegram()
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class StaffEntry:
    line: int
    name: str
    telegram: Telegram = Telegram()
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class RosterFile:
    """Families or staff, never both."""

    children: tuple[ChildEntry, ...] = ()
    carers: tuple[CarerEntry, ...] = ()
    staff: tuple[StaffEntry, ...] = ()


def read_roster(content: bytes) -> RosterFile:
    """RosterError in one sentence that names the line and the column."""
    try:
        sheet = read_sheet(content)
    except SheetError as error:
        raise RosterError(sentence(str(error))) from None
    return from_sheet(sheet)


def from_sheet(sheet: Sheet) -> RosterFile:
    names = tuple(column_name(cell) for cell in sheet.header)
    staff = "staff_name" in names
    check_columns(names, sheet.header, STAFF if staff else FAMILIES, REQUIRED_STAFF if staff else REQUIRED)
    columns = STAFF if staff else FAMILIES
    rows = [(line, read_row(line, names, cells, columns)) for line, cells in sheet.rows]
    if not rows:
        raise RosterError("There are column names, but no rows under them.")
    return staff_of(rows) if staff else families_of(rows)


def column_name(cell: str) -> str:
    """Capitals, blanks and hyphens make no difference."""
    return re.sub(r"[\s\-_]+", "_", cell.strip().lower()).strip("_")


def check_columns(
    names: tuple[str, ...], header: tuple[str, ...], known: Mapping[str, object], required: tuple[str, ...]
) -> None:
    unknown = [repr(header[place]) for place, name in enumerate(names) if name not in known]
    if unknown:
        raise RosterError(
            f"Line 1: there is no column {', '.join(unknown)} in a roster; known are {', '.join(known)}."
        )
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise RosterError(f"Line 1: the column {', '.join(twice)} is there twice.")
    missing = [name for name in required if name not in names]
    if missing:
        raise RosterError(f"Line 1: the column {', '.join(missing)} is missing.")


def read_row(
    line: int, names: tuple[str, ...], cells: tuple[Cell, ...], columns: Mapping[str, Callable[[Cell], Any]]
) -> dict[str, Any]:
    """Every cell read as its column asks; what an empty one means is the column's own affair."""
    values: dict[str, Any] = {}
    for name, cell in zip(names, cells, strict=True):
        try:
            values[name] = columns[name](cell)
        except ValueError as error:
            raise RosterError(f"Line {line}, column {name}: {error}.") from None
    starts, leaves = values.get("starts"), values.get("leaves")
    if starts and leaves and leaves < starts:
        raise RosterError(
            f"Line {line}, column leaves: the last day comes before the first ({british(starts)})."
        )
    return values


# --- one cell each -------------------------------------------------------------------------------------


def name_of(cell: Cell) -> str:
    if not isinstance(cell, str):
        raise ValueError("a date stands where a name is expected")
    if len(cell) > LONGEST_NAME:
        raise ValueError(f"a name has at most {LONGEST_NAME} characters")
    if cell and (not cell.isprintable() or not any(letter.isalpha() for letter in cell) or cell[0] in "=+@"):
        raise ValueError(f"{shown(cell)} is not a name")
    return cell


def needed(cell: Cell) -> str:
    if not (name := name_of(cell)):
        raise ValueError("a name is missing")
    return name


def words(cell: Cell) -> str:
    """A room or a relationship: anything short."""
    text = cell if isinstance(cell, str) else cell.isoformat()
    if len(text) > LONGEST_NAME or not text.isprintable() or text[:1] in ("=", "+", "@"):
        raise ValueError(f"{shown(text)} is too long or no plain words")
    return text


def day(cell: Cell) -> date | None:
    """A day as people or Excel write it; nothing for an empty cell."""
    if isinstance(cell, date):
        found: date | None = cell
    elif not cell:
        return None
    elif iso := ISO.fullmatch(cell):
        found = calendar_day(*iso.groups())
    elif british_day := BRITISH.fullmatch(cell):
        found = calendar_day(*reversed(british_day.groups()))
    else:
        raise ValueError(f"{shown(cell)} is not a date; write 31/07/2026 or 2026-07-31")
    if found is None:
        raise ValueError(f"there is no such day as {shown(str(cell))}")
    if found.year not in YEARS:
        raise ValueError(f"the year {found.year} must be a slip of the pen")
    return found


def calendar_day(year: str, month: str, of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        return None


def photo(cell: Cell) -> Photo | None:
    """None: nothing new is said."""
    if not cell:
        return None
    known = {choice.value: choice for choice in Photo}
    wanted = str(cell).lower().replace(" ", "-").replace("_", "-")
    if wanted not in known:
        raise ValueError(f"{shown(str(cell))} is not one of {', '.join(known)}")
    return known[wanted]


def yes_or_no(cell: Cell) -> bool | None:
    wanted = str(cell).lower()
    if wanted not in YES | NO | {""}:
        raise ValueError(f"{shown(str(cell))} is neither yes nor no")
    return wanted in YES if wanted else None


def telegram(cell: Cell) -> Telegram:
    """A numeric id or a @username; a telephone number is neither."""
    text = "" if not isinstance(cell, str) else LINK.sub("", cell)
    if isinstance(cell, date):
        raise ValueError("a date stands where a Telegram id or @username is expected")
    if not text:
        return Telegram()
    if text.isascii() and text.isdigit() and not text.startswith("0") and len(text) <= 16:
        return Telegram(user_id=int(text))
    if found := USERNAME.fullmatch(text):
        return Telegram(username=found[1].lower())
    if re.fullmatch(r"[0-9.]+E\+?[0-9]+", text, re.IGNORECASE):
        raise ValueError(
            f"Excel has shortened the id to {shown(text)}; make the column text and write it again"
        )
    raise ValueError(
        f"{shown(text)} is neither a Telegram id (a whole number, not a phone number) nor a @username"
    )


FAMILIES: Mapping[str, Callable[[Cell], Any]] = {
    "child_first_name": needed,
    "child_last_name": name_of,
    "known_as": name_of,
    "room": words,
    "starts": day,
    "leaves": day,
    "photo_consent": photo,
    "no_publish": yes_or_no,
    "carer_name": name_of,
    "relationship": words,
    "telegram": telegram,
}
STAFF: Mapping[str, Callable[[Cell], Any]] = {
    "staff_name": needed,
    "role": words,
    "starts": day,
    "leaves": day,
    "telegram": telegram,
}
REQUIRED = ("child_first_name", "child_last_name")
REQUIRED_STAFF = ("staff_name",)
OF_A_CHILD = ("known_as", "room", "starts", "leaves", "photo_consent", "no_publish")
OF_STAFF = ("role", "starts", "leaves")


# --- rows that belong together -------------------------------------------------------------------------


def families_of(rows: list[tuple[int, dict[str, Any]]]) -> RosterFile:
    """One child for all rows with its name; what two rows say of the same thing must agree."""
    children: dict[str, ChildEntry] = {}
    carers: dict[tuple[str, str], CarerEntry] = {}
    for line, values in rows:
        child = child_of(line, values)
        known = children.setdefault(child.key, child)
        children[child.key] = agreed(known, child)
        carer = carer_of(line, values, child.key)
        if carer is None:
            continue
        place = (child.key, name_key(carer.name))
        before = carers.setdefault(place, carer)
        if (before.telegram, before.relationship) != (carer.telegram, carer.relationship):
            raise RosterError(
                f"Line {line}, column carer_name: line {before.line} names the same carer of the same child,"
                " with another relationship or Telegram id."
            )
    check_ids([(carer.line, carer.name, carer.telegram) for carer in carers.values()])
    return RosterFile(tuple(children.values()), tuple(carers.values()))


def child_of(line: int, values: Mapping[str, Any]) -> ChildEntry:
    said = {name: values[name] for name in OF_A_CHILD if name in values}
    said = {name: value for name, value in said.items() if value is not None or name in ("starts", "leaves")}
    return ChildEntry(line, values["child_first_name"], values["child_last_name"], said)


def carer_of(line: int, values: Mapping[str, Any], child: str) -> CarerEntry | None:
    """A row without a carer is a child nobody in the group belongs to, which is no mistake."""
    tie = values.get("telegram", Telegram())
    if not values.get("carer_name"):
        if tie != Telegram() or values.get("relationship"):
            raise RosterError(f"Line {line}, column carer_name: a name is missing.")
        return None
    return CarerEntry(line, child, values["carer_name"], values.get("relationship", ""), tie)


def agreed(first: ChildEntry, second: ChildEntry) -> ChildEntry:
    """Both rows of one child as one; an empty cell agrees with anything."""
    values = dict(first.values)
    for name, value in second.values.items():
        if value in (None, "") or name not in values or values[name] in (None, "", value):
            values[name] = values.get(name) if value in (None, "") else value
            continue
        raise RosterError(
            f"Line {second.line}, column {name}: line {first.line} says something else of the same child."
            " If they are two children of one name, add a middle name."
        )
    return ChildEntry(first.line, first.first, first.last, values)


def staff_of(rows: list[tuple[int, dict[str, Any]]]) -> RosterFile:
    staff: dict[str, StaffEntry] = {}
    for line, values in rows:
        said: dict[str, Any] = {name: values[name] for name in OF_STAFF if name in values}
        entry = StaffEntry(line, values["staff_name"], values.get("telegram", Telegram()), said)
        before = staff.setdefault(name_key(entry.name), entry)
        if (before.telegram, before.values) != (entry.telegram, entry.values):
            raise RosterError(
                f"Line {line}, column staff_name: line {before.line} says something else of the same person."
            )
    check_ids([(entry.line, entry.name, entry.telegram) for entry in staff.values()])
    return RosterFile(staff=tuple(staff.values()))


def check_ids(people: list[tuple[int, str, Telegram]]) -> None:
    """One Telegram account is one person: one id under two names is a slip that could remove somebody."""
    seen: dict[Telegram, tuple[int, str]] = {}
    for line, name, tie in people:
        if tie == Telegram():
            continue
        first_line, first_name = seen.setdefault(tie, (line, name))
        if name_key(first_name) != name_key(name):
            raise RosterError(
                f"Line {line}, column telegram: line {first_line} gives the same account to another name."
            )


def british(when: date | None) -> str:
    """A day as people here write it."""
    return when.strftime("%d/%m/%Y") if when else "–"


def shown(text: str) -> str:
    return repr(text if len(text) <= 30 else text[:30] + "…")


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:].removesuffix(".") + "."
