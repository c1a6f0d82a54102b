"""The pretend pre-school's papers: its policy, every question answered, its terms, its list of children."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.cast import AMY, COLE, GREEN, JO, LISA, PATEL, SAM

LONDON = ZoneInfo("Europe/London")
PRESCHOOL = Path(__file__).parent / "preschool.toml"
OWN = "default"
POLICIES = {
    OWN: "Our pretend pre-school",
    "woodham-mortimer": "Woodham Mortimer",
    "orleton": "Orleton",
    "st-josephs": "St Joseph's",
    "west-wycombe": "West Wycombe",
    "bishopthorpe": "Bishopthorpe",
}
TITLES = {
    PATEL: "manager",
    GREEN: "deputy",
    COLE: "safeguarding lead",
    AMY: "key person",
    JO: "mother of Mia",
    SAM: "father of Noah",
    LISA: "mother of Isla, who leaves at the end of term",
}
MODES = ("observe", "assist", "enforce")
ANSWERED = ("setting", "policy", "calendar", "escalation")  # what a real setting fills in when it sets up
FRIDAY, SATURDAY = 4, 5  # as date.weekday() counts


@dataclass(frozen=True)
class Term:
    """The school's term around a day: it ends on the second Friday from then."""

    first: date
    last: date

    @classmethod
    def around(cls, now: datetime) -> "Term":
        today = now.astimezone(LONDON).date()
        last = today + timedelta(days=(FRIDAY - today.weekday()) % 7 + 7)
        return cls(today - timedelta(days=80), last)

    def evening(self) -> datetime:
        """The last day, five minutes before its leavers go."""
        return datetime.combine(self.last, time(17, 55), LONDON).astimezone(UTC)


def write_profile(policy: str, folder: Path, term: Term) -> Path:
    """One of POLICIES with the pretend setting's answers, as a file in `folder`."""
    answers = tomllib.loads(PRESCHOOL.read_text(encoding="utf-8"))
    kept = {name: answers[name] for name in ANSWERED if name in answers}
    after = term.last + timedelta(days=17)
    kept["calendar"] = {
        "terms": [[term.first, term.last], [after, after + timedelta(days=90)]],
        "closures": [],
        "open_days": [],
    }
    file = folder / f"{policy}.toml"
    file.write_text("\n".join([f'extends = "{policy}"', *lines_of(kept)]) + "\n", encoding="utf-8")
    return file


def lines_of(table: dict[str, Any], above: str = "") -> list[str]:
    """A table as lines of TOML; values are texts, numbers, dates and lists of them."""
    plain = {name: value for name, value in table.items() if not isinstance(value, dict)}
    lines = [f"\n[{above}]"] if above and plain else []
    lines += [f"{name} = {written(value)}" for name, value in plain.items()]
    for name, value in table.items():
        if isinstance(value, dict):
            lines += lines_of(value, f"{above}.{name}" if above else name)
    return lines


def written(value: Any) -> str:
    match value:
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            return "[" + ", ".join(written(one) for one in value) + "]"
        case date():
            return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)


HEADER = (
    "child_first_name,child_last_name,known_as,room,starts,leaves,photo_consent,no_publish,carer_name,"
    "relationship,telegram"
)


def write_roster(folder: Path, term: Term) -> Path:
    """Three families; Lisa Wood's only child leaves on the last day of term."""
    rows = [
        f"Mia,Marsh,,Ladybirds,{term.first},,group,no,Jo Marsh,mother,{JO}",
        f"Noah,Reed,,Ladybirds,{term.first},,none,yes,Sam Reed,father,{SAM}",
        f"Isla,Wood,,Ladybirds,{term.first},{term.last},group-no-face,no,Lisa Wood,mother,{LISA}",
    ]
    file = folder / "children.csv"
    file.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return file
