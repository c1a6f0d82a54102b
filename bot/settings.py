"""What this installation was told about itself: its token, its group, who is who, and where its files are."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values

from moderation.post import Role

OFFICIAL_API = "https://api.telegram.org"
ROLE_VARIABLES: Mapping[str, Role] = MappingProxyType(
    {
        "MANAGER_IDS": Role.MANAGER,
        "DEPUTY_IDS": Role.DEPUTY,
        "DSL_IDS": Role.DSL,
        "CHAIR_IDS": Role.CHAIR,
        "LEAD_IDS": Role.LEAD,
        "ADMIN_IDS": Role.ADMIN,
        "STAFF_IDS": Role.STAFF,
        "COMMITTEE_IDS": Role.COMMITTEE,
    }
)
Level = Literal["observe", "assist", "enforce"]
MODES: tuple[Level, ...] = ("observe", "assist", "enforce")
TOXICITY_MODELS = ("builtin", "original", "original-small", "unbiased", "unbiased-small", "multilingual")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
LIKE_A_TOKEN = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{20,}")
ID = re.compile(r"[0-9]{1,16}")
GROUP_ID = re.compile(r"-[0-9]{1,16}")
YEARS = range(2000, 2100)  # a clock outside these is a slip of the finger
LONDON = ZoneInfo("Europe/London")

Value = TypeVar("Value")
Default = TypeVar("Default")


class SettingsError(ValueError):
    """One plain sentence that names the variable and the mistake; never holds a token."""


@dataclass(frozen=True)
class Settings:
    """Everything the environment says. Build it with read_settings()."""

    token: str | None = field(default=None, repr=False)  # whoever has it is the bot
    api_url: str = OFFICIAL_API  # without a slash at the end
    group_chat_id: int | None = None
    roles: Mapping[Role, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    profile: str = "default"  # a shipped name or a path
    mode: Level | None = None  # None: the profile's mode.level holds
    database: Path = Path("lollipop.db")
    key_file: Path = Path("lollipop.key")
    toxicity_model: str = "builtin"
    model_dir: Path = Path("models")
    log_level: str = "INFO"
    started_at: datetime | None = None  # where the clock starts, with its zone; None: the machine's own clock

    def require_token(self) -> str:
        """The bot's token; SettingsError when there is none."""
        if self.token is None:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN: not set; @BotFather gives you one, write it into the file .env."
            )
        return self.token


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in `environ`; without it, in the real environment and, below that, the file .env here.

    An empty value counts as not set. SettingsError names the first variable that makes no sense.
    """
    return _settings({name: value.strip() for name, value in _variables(environ).items() if value.strip()})


def _variables(environ: Mapping[str, str] | None) -> Mapping[str, str]:
    if environ is not None:
        return environ
    if os.environ.get("PYTHON_DOTENV_DISABLED", "").lower() in ("1", "true", "t", "yes", "y"):
        return os.environ
    return {**_dotenv(Path(".env")), **os.environ}  # the real environment wins


def _dotenv(path: Path) -> dict[str, str]:
    try:
        values = dotenv_values(path, interpolate=False, encoding="utf-8-sig")  # Notepad writes the mark
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: cannot be read ({type(error).__name__}); it must be a text file in UTF-8."
        ) from None
    return {name: value for name, value in values.items() if value is not None}


def _settings(given: Mapping[str, str]) -> Settings:
    api_url = _read(given, "TELEGRAM_API_URL", _api_url, OFFICIAL_API)
    database = _read(given, "DATABASE", _file, Path("lollipop.db"))
    return Settings(
        token=_read(given, "TELEGRAM_BOT_TOKEN", _token, None),
        api_url=api_url,
        group_chat_id=_read(given, "GROUP_CHAT_ID", _group_id, None),
        roles=_roles(given),
        profile=_read(given, "PROFILE", _plain, "default"),
        mode=_read(given, "MODE", _one_of(MODES), None),
        database=database,
        key_file=_key_file(given, database),
        toxicity_model=_read(given, "TOXICITY_MODEL", _one_of(TOXICITY_MODELS), "builtin"),
        model_dir=_read(given, "MODEL_DIR", _path, Path("models")),
        log_level=_read(given, "LOG_LEVEL", _one_of(LOG_LEVELS), "INFO"),
        started_at=_started_at(given, api_url),
    )


def _read(
    given: Mapping[str, str], name: str, read: Callable[[str], Value], default: Default
) -> Value | Default:
    """What the variable says; every reader below says only what is wrong, this adds where."""
    if name not in given:
        return default
    try:
        return read(given[name])
    except SettingsError as mistake:
        raise SettingsError(f"{name}: {mistake}") from None


def _token(value: str) -> str:
    if not TOKEN.fullmatch(value):
        raise SettingsError(
            "this is not a bot token (digits, a colon, then letters and digits, as @BotFather sends it)."
        )
    return value


def _api_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a bracket or a port that is none
        sound = False
    if not sound or "?" in value or "#" in value or re.search(r"\s", value):
        raise SettingsError(
            f"{_quoted(value)} is not the root of a Bot API server (such as {OFFICIAL_API} or"
            " http://127.0.0.1:8081)."
        )
    return value.rstrip("/")


def _group_id(value: str) -> int:
    if not GROUP_ID.fullmatch(value):
        raise SettingsError(
            f"{_quoted(value)} is not the id of a group (a whole number with a minus sign, such as"
            " -1001234567890)."
        )
    return int(value)


def _roles(given: Mapping[str, str]) -> Mapping[Role, tuple[int, ...]]:
    """Only the roles that somebody holds."""
    held = {role: _read(given, name, _ids, ()) for name, role in ROLE_VARIABLES.items()}
    return MappingProxyType({role: ids for role, ids in held.items() if ids})


def _ids(value: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(_id(part.strip()) for part in value.split(",") if part.strip()))


def _id(value: str) -> int:
    if not ID.fullmatch(value) or int(value) == 0:
        raise SettingsError(
            f"{_quoted(value)} is not a Telegram id (a whole number such as 123456789);"
            " separate several with commas."
        )
    return int(value)


def _one_of(choices: tuple[Value, ...]) -> Callable[[str], Value]:
    """A reader that takes exactly these words, in capitals or not."""
    known = {str(choice).lower(): choice for choice in choices}

    def read(value: str) -> Value:
        if value.lower() not in known:
            raise SettingsError(f"{_quoted(value)} is not one of {', '.join(map(str, choices))}.")
        return known[value.lower()]

    return read


def _plain(value: str) -> str:
    if not value.isprintable():
        raise SettingsError(f"{_quoted(value)} holds a character that no name or path can have.")
    return value


def _path(value: str) -> Path:
    try:
        return Path(_plain(value)).expanduser()
    except RuntimeError:  # ~somebody whom this machine does not know
        raise SettingsError(f"{_quoted(value)} names a home folder that is not there.") from None


def _file(value: str) -> Path:
    path = _path(value)
    if value.endswith("/") or path.name in ("", ".."):
        raise SettingsError(f"{_quoted(value)} is a folder; name a file in it.")
    return path


def _key_file(given: Mapping[str, str], database: Path) -> Path:
    key_file = _read(given, "KEY_FILE", _file, database.with_suffix(".key"))
    if key_file == database:
        raise SettingsError("KEY_FILE: the key and the database are the same file; name another for the key.")
    return key_file


def _started_at(given: Mapping[str, str], api_url: str) -> datetime | None:
    """A turned clock on the live group would send reminders on the wrong day, so only a pretend one may."""
    moment = _read(given, "LOLLIPOP_NOW", _moment, None)
    if moment is not None and not _is_loopback(api_url):
        raise SettingsError(
            "LOLLIPOP_NOW: the clock may be set only with a pretend Telegram on this machine"
            " (TELEGRAM_API_URL on 127.0.0.1)."
        )
    return moment


def _moment(value: str) -> datetime:
    """A time without a zone is meant as London's."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        raise SettingsError(f"{_quoted(value)} is not a time (such as 2026-09-07T08:30:00+01:00).")
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def _is_loopback(api_url: str) -> bool:
    host = urlsplit(api_url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name, not an address
        return host == "localhost"


def _quoted(value: str) -> str:
    """The value for an error message; never a token that went into the wrong line."""
    if LIKE_A_TOKEN.search(value):
        return "this value, which looks like a token,"
    return repr(value if len(value) <= 40 else value[:40] + "…")
