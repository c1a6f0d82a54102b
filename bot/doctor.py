"""`lollipop doctor`: one line for each thing the bot needs, and how to mend what is not right."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from bot.app import Answer, Telegram
from bot.desk import NOBODY_REACHED, TITLES, Desk
from bot.models import Models
from bot.settings import OFFICIAL_API, Settings, SettingsError
from bot.store import Store, StoreError
from bot.store.keys import read_key
from bot.words import say
from moderation.policy import Policy, PolicyError, load_policy
from moderation.post import Role
from moderation.unread import UNREAD

RIGHTS = {
    "can_delete_messages": "delete messages",
    "can_restrict_members": "ban users",
    "can_invite_users": "add users",
}
KEEPERS = (Role.MANAGER, Role.DEPUTY)
# Whoever decides or is alerted must be reachable; staff and committee are not written to by themselves.
REACHED = tuple(role for role in TITLES if role not in (Role.STAFF, Role.COMMITTEE))
# Who hears of what: the profile's knob, and the words for it.
OWNERS = {
    "escalation.content": "posts that need a person",
    "escalation.safeguarding": "worries about a child",
    "escalation.staff_allegation": "allegations against staff",
}
CLOCK_LIMIT = 60  # seconds the computer's clock may be off
LABELS = {"ok": "ok  ", "note": "note", "look": "LOOK", "bad": "BAD "}


@dataclass(frozen=True)
class Line:
    """What was looked at, how it is (ok, note, look, bad), and what to do."""

    what: str
    state: str
    words: str

    def __str__(self) -> str:
        return f"{LABELS[self.state]} {self.what:<10} {self.words}"


def ok(what: str, words: str) -> Line:
    return Line(what, "ok", words)


def note(what: str, words: str) -> Line:
    return Line(what, "note", words)


def look(what: str, words: str) -> Line:
    return Line(what, "look", words)


def bad(what: str, words: str) -> Line:
    return Line(what, "bad", words)


def right_now() -> datetime:
    return datetime.now(UTC)


async def examine(
    read_settings: Callable[[], Settings],
    *,
    now: Callable[[], datetime] = right_now,
    official_api: str = OFFICIAL_API,
) -> int:
    """Prints every line; 0 when nothing is bad. Changes and makes nothing, and may run beside the bot.
    Only the clock of a server at `official_api` is trusted."""
    try:
        settings = read_settings()
    except SettingsError as error:
        return show([bad("settings", str(error))])
    lines = [ok("settings", say("doctor.settings"))]
    policy, line = look_at_profile(settings)
    lines.append(line)
    store, line = look_at_database(settings)
    desk = Desk(store, policy, settings, now()) if store and policy else None
    try:
        if policy is not None:
            lines += [*look_at_answers(policy, settings, desk), look_at_calendar(policy, now().date())]
            lines += look_at_roles(policy, settings, desk)
        if desk is not None:
            lines.append(look_at_notice(desk))
        lines += [look_at_model(settings), line]
        lines += await look_at_telegram(settings, desk, now, official_api)
    finally:
        if store is not None:
            store.close()
    return show(lines, settings.token)


def show(lines: Sequence[Line], token: str | None = None) -> int:
    """Prints the lines, whatever is in them without the token."""
    for line in lines:
        sys.stdout.write(f"{line}\n".replace(token or "\0", "<token>"))
    wrong = sum(line.state == "bad" for line in lines)
    sys.stdout.write(f"\n{say('doctor.wrong', count=wrong) if wrong else say('doctor.right')}\n")
    return 1 if wrong else 0


# --- the profile and what it says -------------------------------------------------------------------


def look_at_profile(settings: Settings) -> tuple[Policy | None, Line]:
    try:
        policy = load_policy(settings.profile)
    except PolicyError as error:
        return None, bad("profile", str(error))
    words = say("doctor.profile", name=policy.name, setting=policy["setting.name"])
    if policy.unconfirmed:
        words += " " + say("doctor.unconfirmed", count=len(policy.unconfirmed))
    return policy, ok("profile", words)


def look_at_answers(policy: Policy, settings: Settings, desk: Desk | None) -> Iterator[Line]:
    names = ", ".join(policy.unanswered)
    mode = desk.mode.value if desk else settings.mode or str(policy["mode.level"])
    if names and mode == "enforce":
        yield look("mode", say("doctor.enforce_open", names=names))
    else:
        yield ok("mode", say(f"doctor.{mode}"))
        if names:
            yield look("questions", say("doctor.questions", names=names))
    asked = [knob for knob in policy.asked if knob not in policy.unanswered]
    if asked:
        yield look("questions", say("doctor.asked", names=", ".join(asked)))
    # The loader's last warning lists the open questions, which the lines above do.
    for warning in policy.warnings[:-1] if names or asked else policy.warnings:
        yield look("profile", warning)
    yield look_at_unread(policy)


def look_at_notice(desk: Desk) -> Line:
    """Nobody should be read without knowing (decision 29)."""
    told = desk.store.settings.get("notice_posted") is not None
    return ok("notice", say("doctor.notice_posted")) if told else bad("notice", say("doctor.notice_missing"))


def look_at_unread(policy: Policy) -> Line:
    """The profile's own answers, beyond the product's, on which no part of the bot acts yet."""
    default = load_policy("default")
    own = [knob for knob in policy.knobs if knob in UNREAD and policy[knob] != default[knob]]
    if not own:
        return note("knobs", say("doctor.unread", count=len(UNREAD)))
    return note("knobs", say("doctor.unread_own", names=", ".join(own), count=len(UNREAD) - len(own)))


def look_at_calendar(policy: Policy, today: date) -> Line:
    terms = policy["calendar.terms"]
    if not terms:
        return look("calendar", say("doctor.no_terms"))
    last = max(end for _, end in terms)
    shown = f"{last.day} {last:%B %Y}"
    if last < today:
        return look("calendar", say("doctor.old_terms", last=shown))
    return ok("calendar", say("doctor.terms", last=shown))


# --- the people -------------------------------------------------------------------------------------


def holders(roles: Sequence[Role], settings: Settings, desk: Desk | None) -> list[int]:
    """As Desk.holders; without a database only what the environment says."""
    if desk is not None:
        return desk.holders(roles)
    return list(dict.fromkeys(person for role in roles for person in settings.roles.get(role, ())))


def look_at_roles(policy: Policy, settings: Settings, desk: Desk | None) -> Iterator[Line]:
    if not holders([Role.MANAGER], settings, desk):
        yield bad("people", say("doctor.no_manager"))
    elif len(holders(KEEPERS, settings, desk)) == 1:
        yield look("people", say("doctor.one_keeper"))
    for knob, what in OWNERS.items():
        roles = policy.roles(knob)
        if roles and not holders(roles, settings, desk):
            yield look("people", say("doctor.no_owner", titles=titles(roles), what=what))


def titles(roles: Sequence[Role]) -> str:
    return " or ".join(TITLES.get(role, role.value) for role in roles)


async def look_at_people(telegram: Telegram, settings: Settings, desk: Desk | None) -> list[Line]:
    """Everybody the bot must reach has pressed Start: asked with the sign "is typing", which says nothing."""
    lines: list[Line] = []
    for person in holders(REACHED, settings, desk):
        answer = await telegram.ask("sendChatAction", chat_id=person, action="typing")
        if answer.out_of_reach:
            return [*lines, bad("people", say("doctor.offline", error=answer.error))]
        if answer.error:
            roles = [role for role in REACHED if person in holders([role], settings, desk)]
            lines.append(bad("people", say("doctor.unreached", title=titles(roles), person=person)))
    if desk is not None and (case := desk.store.settings.get(NOBODY_REACHED)):
        lines.append(bad("people", say("doctor.nobody_reached", number=case)))
    return lines or [ok("people", say("doctor.reached"))]


# --- this computer ----------------------------------------------------------------------------------


def look_at_model(settings: Settings) -> Line:
    models = Models(settings.toxicity_model, settings.model_dir)
    models.load()
    scored = models.look_now(["good morning"])[0].toxicity
    models.close()
    if models.trouble is not None:
        return bad("model", say("doctor.model_missing", why=models.trouble.why.removesuffix(".")))
    if scored is None:
        return bad("model", say("doctor.model_broken", model=settings.toxicity_model))
    return ok("model", say("doctor.model", model=settings.toxicity_model))


def look_at_database(settings: Settings) -> tuple[Store | None, Line]:
    """Nothing is made: the first start does that."""
    path, key_file = settings.database, settings.key_file
    for name, folder in (("DATABASE", path.parent), ("KEY_FILE", key_file.parent)):
        if (error := cannot_write(folder)) is not None:
            return None, bad("database", say("doctor.folder", name=name, folder=folder, error=error))
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder.")
        if not path.exists() or (path.is_file() and not path.stat().st_size):
            read_key(key_file)  # one that is there already will be used, so it must be sound
            return None, ok("database", say("doctor.database_new", path=path, key_file=key_file))
        store = Store.look(path, key_file)
    except StoreError as error:
        return None, bad("database", f"{error} {say('doctor.database_bad')}")
    return store, ok("database", say("doctor.database", path=path, key_file=key_file))


def cannot_write(folder: Path) -> str | None:
    """Why no file can be written there, in the system's words; None when it can."""
    try:
        with TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return error.strerror or type(error).__name__


def look_at_clock(shown: datetime | None, now: datetime, *, trusted: bool) -> Line:
    if not trusted or shown is None:
        return ok("clock", say("doctor.clock_unknown"))
    off = abs((now - shown).total_seconds())
    if off > CLOCK_LIMIT:
        return bad("clock", say("doctor.clock", seconds=round(off)))
    return ok("clock", say("doctor.clock_right"))


# --- Telegram ---------------------------------------------------------------------------------------


async def look_at_telegram(
    settings: Settings, desk: Desk | None, now: Callable[[], datetime], official_api: str
) -> list[Line]:
    if settings.token is None:
        return [bad("token", say("doctor.no_token"))]
    async with Telegram(settings) as telegram:
        me = await telegram.ask("getMe")
        if me.error:
            return [bad("token", explain_token(me))]
        trusted = settings.api_url == official_api
        lines = [
            ok("token", say("doctor.token", username=me.result["username"])),
            look_at_clock(telegram.time, now(), trusted=trusted),
        ]
        group = desk.group_chat_id if desk else settings.group_chat_id
        lines += await look_at_group(telegram, me.result, group)
        lines += await look_at_people(telegram, settings, desk)
    return lines


def explain_token(me: Answer) -> str:
    return say("doctor.offline", error=me.error) if me.out_of_reach else say("doctor.bad_token")


async def look_at_group(telegram: Telegram, me: dict[str, Any], group: int | None) -> list[Line]:
    if group is None:
        return [bad("group", say("doctor.no_group"))]
    chat = await telegram.ask("getChat", chat_id=group)
    standing = await telegram.ask("getChatMember", chat_id=group, user_id=me["id"])
    if error := chat.error or standing.error:
        lost = chat.out_of_reach or standing.out_of_reach
        return [bad("group", say("doctor.offline" if lost else "doctor.strange_group", error=error))]
    small = chat.result["type"] != "supergroup"
    line = look("group", say("doctor.small_group")) if small else ok("group", say("doctor.group"))
    return [line, *look_at_rights(standing.result, me)]


def look_at_rights(standing: dict[str, Any], me: dict[str, Any]) -> Iterator[Line]:
    is_admin = standing["status"] == "administrator"
    missing = [words for right, words in RIGHTS.items() if not standing.get(right)]
    if not is_admin:
        yield bad("rights", say("doctor.no_admin"))
    elif missing:
        yield bad("rights", say("doctor.no_rights", rights=", ".join(missing)))
    else:
        yield ok("rights", say("doctor.rights"))
    if is_admin or me.get("can_read_all_group_messages"):
        yield ok("privacy", say("doctor.reads_all"))
    else:
        yield bad("privacy", say("doctor.privacy"))
