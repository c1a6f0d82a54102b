"""A setting's own policy, read strictly: a mistake in the file is named, never guessed around."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from moderation.answers import Quorum
from moderation.category import Category
from moderation.finding import Severity
from moderation.knobs import KNOBS
from moderation.post import Author, Role

SHIPPED = ("default", "woodham-mortimer", "orleton", "st-josephs", "west-wycombe", "bishopthorpe")
PROFILES = Path(__file__).parent / "profiles"

ASK = "ask"  # stands in a profile where the setting has still to answer; the default holds until then
ASK_IS_AN_ANSWER = frozenset({"membership.relatives"})
SHARED_ROLES = frozenset({Role.ADMIN, Role.STAFF, Role.COMMITTEE, Role.SOCIAL})  # several people may hold one


class PolicyError(Exception):
    """One plain sentence: the file, the knob and what is wrong with it."""


@dataclass(frozen=True)
class Policy:
    """Every knob with its value, the default where the profile says nothing.

    `unconfirmed` names the values nobody has confirmed yet, `asked` the knobs still waiting for an answer,
    `unanswered` those of them (and empty ones) without which the bot should not act on its own.
    """

    name: str
    knobs: Mapping[str, Any]
    unconfirmed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __getitem__(self, knob: str) -> Any:
        return self.knobs[knob]

    def roles(self, knob: str) -> tuple[Role, ...]:
        """The roles a knob names, in the order in which they are asked."""
        value = self.knobs[knob]
        return value.roles if isinstance(value, Quorum) else tuple(value)

    def needs_all(self, knob: str) -> bool:
        """Whether every role the knob names must agree, not just one of them."""
        value = self.knobs[knob]
        return isinstance(value, Quorum) and value.every

    def threshold(self, category: Category, level: Severity, author: Author | None = None) -> float:
        """The score, 0 to 1, from which a finding counts as `level`; lower for a staff `author`."""
        score: float = self.knobs[f"score.thresholds.{category}.{level}"]
        if author is not None and author.is_staff:
            return max(0.0, score - float(self.knobs["score.staff_offset"]))
        return score

    def severity_for(self, category: Category, author: Author) -> Severity | None:
        """What the profile says how grave this is from this person; the strictest of their roles counts."""
        column = Role.STAFF if author.is_staff else Role.PARENT
        found = [self.knobs.get(f"severity.{category}.{role}") for role in author.roles | {column}]
        return max((one for one in found if one), key=lambda one: one.level, default=None)


@dataclass(frozen=True)
class _Sheet:
    """One profile file with all that it extends."""

    knobs: Mapping[str, Any]
    unconfirmed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def load_policy(name_or_path: str | Path) -> Policy:
    """The policy of a shipped profile or of a TOML file. PolicyError says what is wrong with the file."""
    path = _find(name_or_path)
    sheet = _read(path, ())
    unanswered = tuple(knob for knob, kind in KNOBS.items() if kind.required and not sheet.knobs[knob])
    if sheet.knobs["mode.level"] == "enforce" and unanswered:
        raise PolicyError(
            f'{_label(path)}: mode.level: "enforce" has to wait until these are answered: '
            f"{', '.join(unanswered)}."
        )
    return Policy(
        name=path.stem,
        knobs=MappingProxyType(dict(sheet.knobs)),
        unconfirmed=sheet.unconfirmed,
        asked=sheet.asked,
        unanswered=unanswered,
        warnings=tuple(_warnings(sheet, unanswered)),
    )


def _find(wanted: str | Path, place: str = "", beside: Path | None = None) -> Path:
    """A shipped profile's file, or the path itself; a relative one starts from the file `beside` it."""
    if wanted in SHIPPED:
        return PROFILES / f"{wanted}.toml"
    path = Path(wanted)
    if (path.suffix == ".toml" or len(path.parts) > 1) and "\0" not in str(wanted):
        return path if beside is None else beside.parent / path
    near = get_close_matches(str(wanted), SHIPPED, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise PolicyError(
        f"{place}{wanted or 'an empty name'}: there is no such profile; the shipped ones are "
        f"{', '.join(SHIPPED)}, and any other must be the path of a .toml file.{hint}"
    )


def _read(path: Path, seen: tuple[Path, ...]) -> _Sheet:
    """This file over the one it extends; every profile but the default extends the default in the end."""
    whole = path.resolve()
    if whole in seen:
        raise PolicyError(
            f"{_label(seen[-1])}: extends: leads back to {_label(path)}, so neither can be read."
        )
    table = _parse(path)
    parent = _parent(path, table.pop("extends", None), (*seen, whole))
    confirm = _confirm(path, table.pop("confirm", []))
    written = dict(_flatten(path, table))
    asked = {knob for knob, value in written.items() if _is_asked(knob, value)}
    values = {knob: _value(path, knob, value) for knob, value in written.items() if knob not in asked}
    _check_thresholds(path, knobs := {**parent.knobs, **values})
    return _Sheet(
        knobs=knobs,
        unconfirmed=(*(knob for knob in parent.unconfirmed if knob not in written), *confirm),
        asked=tuple(knob for knob in KNOBS if knob in asked or (knob in parent.asked and knob not in values)),
    )


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except FileNotFoundError:
        raise PolicyError(f"{_label(path)}: there is no such file.") from None
    except OSError as error:
        raise PolicyError(f"{_label(path)}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise PolicyError(f"{_label(path)}: is not a text file in UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"{_label(path)}: is not valid TOML: {error}.") from None
    except (ValueError, RecursionError):  # a name no file can have, or brackets in brackets without end
        raise PolicyError(f"{_label(path)}: cannot be read as a profile.") from None


def _parent(path: Path, extends: Any, seen: tuple[Path, ...]) -> _Sheet:
    if extends is None:
        default = PROFILES / "default.toml"
        return _Sheet({}) if path.resolve() == default.resolve() else _read(default, seen)
    if not isinstance(extends, str):
        raise PolicyError(
            f"{_label(path)}: extends: must be the name of a profile or a path in quotation marks."
        )
    return _read(_find(extends, f"{_label(path)}: extends: ", path), seen)


def _confirm(path: Path, names: Any) -> tuple[str, ...]:
    """The knobs a file marks as its reader's guess; a section's name stands for all of it."""
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise PolicyError(f"{_label(path)}: confirm: must be a list of knob names in quotation marks.")
    for name in names:
        if name not in KNOBS and not _is_section(name):
            raise PolicyError(f"{_label(path)}: confirm: {_unknown(name)}")
    return tuple(names)


def _flatten(path: Path, table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = above + key
        if name in KNOBS:
            yield name, value
        elif not _is_section(name):
            inside = next(iter(value), "") if isinstance(value, dict) else ""
            raise PolicyError(f"{_label(path)}: {_unknown(f'{name}.{inside}'.rstrip('.'))}")
        elif isinstance(value, dict):
            yield from _flatten(path, value, f"{name}.")
        else:
            raise PolicyError(f"{_label(path)}: {name}: is a section of the file, not something to answer.")


def _value(path: Path, knob: str, value: Any) -> Any:
    try:
        return KNOBS[knob].read(value)
    except ValueError as error:
        raise PolicyError(f"{_label(path)}: {knob}: {error}.") from None


def _is_asked(knob: str, value: Any) -> bool:
    return bool(value == ASK) and knob not in ASK_IS_AN_ANSWER


def _check_thresholds(path: Path, knobs: Mapping[str, Any]) -> None:
    """A graver step must never need a lower score than a lighter one."""
    for category in Category:
        flag, hide = (knobs[f"score.thresholds.{category}.{level}"] for level in ("flag", "hide"))
        if hide < flag:
            raise PolicyError(
                f"{_label(path)}: score.thresholds.{category}.hide: "
                f"{hide:.2f} is below the {flag:.2f} of flag."
            )


def _warnings(sheet: _Sheet, unanswered: tuple[str, ...]) -> Iterator[str]:
    admins: tuple[Role, ...] = sheet.knobs["accounts.admin_roles"]
    if sheet.knobs["accounts.min_people"] < 2:
        yield "accounts.min_people: with a sole administrator nobody can step in when that person is away."
    if not admins or (len(admins) == 1 and admins[0] not in SHARED_ROLES):
        yield "accounts.admin_roles: names a sole administrator; name a second role that can step in."
    for knob in ("escalation.content", "escalation.safeguarding", "escalation.staff_allegation"):
        if not sheet.knobs[knob]:
            yield f"{knob}: names nobody, so these cases go to the next in line."
    still = sorted({*sheet.asked, *unanswered}, key=list(KNOBS).index)
    if still:
        yield f"Still to be answered: {', '.join(still)}."


def _is_section(name: str) -> bool:
    return any(knob.startswith(f"{name}.") for knob in KNOBS)


def _unknown(name: str) -> str:
    lowered = {knob.lower(): knob for knob in KNOBS}
    near = get_close_matches(name.lower(), lowered, n=1)
    hint = f" Did you mean {lowered[near[0]]}?" if near else ""
    return f"{name}: there is no such knob.{hint}"


def _label(path: Path) -> str:
    return f"profile {path.stem}" if path.parent.resolve() == PROFILES.resolve() else str(path)
