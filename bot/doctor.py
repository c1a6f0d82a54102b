"""`lollipop doctor`: one line for each thing the bot needs, and how to mend what is not right."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.app import Answer, Telegram
from bot.desk import TITLES, Desk
from bot.models import Models
from bot.settings import OFFICIAL_API, Settings, SettingsError
from bot.store import Store, StoreError
from bot.words import say
from moderation.policy import Policy, PolicyError, load_policy
from moderation.post import Role

RIGHTS = {
    "can_delete_messages": "delete messages",
    "can_restrict_members": "ban users",
    "can_invite_users": "add users",
}
CLOCK_LIMIT = 60  # seconds the computer's clock may be off


@dataclass(frozen=True)
class Line:
    """What was looked at, how it is (ok, look, bad), and what to do."""

    what: str
    state: str
    words: str

    def __str__(self) -> str:
        return f"{ {'ok': 'ok  ', 'look': 'LOOK', 'bad': 'BAD '}[self.state] } {self.what:<10} {self.words}"


def ok(what: str, words: str) -> Line:
    return Line(what, "ok", words)


def look(what: str, words: str) -> Line:
    return Line(what, "look", words)


def bad(what: str, words: str) -> Line:
    return Line(what, "bad", words)


async def examine(read_settings: Callable[[], Settings]) -> int:
    """Prints every line; 0 when nothing is bad."""
    try:
        settings = read_settings()
    except SettingsError as error:
        return show([bad("settings", str(error))])
    lines = [ok("settings", "every variable can be read.")]
    policy, line = look_at_profile(settings)
    lines += [line, *look_at_questions(policy, settings), look_at_model(settings)]
    desk, line = look_at_database(settings, policy)
    lines.append(line)
    lines += await look_at_telegram(settings, desk)
    if desk is not None:
        desk.store.close()
    return show(lines)


def show(lines: list[Line]) -> int:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    wrong = sum(line.state == "bad" for line in lines)
    sys.stdout.write("\nNothing to mend.\n" if not wrong else f"\nTo mend: {wrong}.\n")
    return 1 if wrong else 0


def look_at_profile(settings: Settings) -> tuple[Policy | None, Line]:
    try:
        policy = load_policy(settings.profile)
    except PolicyError as error:
        return None, bad("profile", str(error))
    words = f"{policy.name}, for {policy['setting.name']}."
    if policy.unconfirmed:
        words += " " + say("doctor.unconfirmed", count=len(policy.unconfirmed))
    return policy, ok("profile", words)


def look_at_questions(policy: Policy | None, settings: Settings) -> Iterator[Line]:
    if policy is None:
        return
    if policy.unanswered:
        yield look("questions", say("doctor.questions", names=", ".join(policy.unanswered)))
    for warning in policy.warnings:
        yield look("profile", warning)
    keepers = {person for role in (Role.MANAGER, Role.DEPUTY) for person in settings.roles.get(role, ())}
    if not keepers:
        yield bad("people", say("doctor.no_manager"))
    elif len(keepers) == 1:
        yield look("people", say("doctor.one_keeper"))


def look_at_model(settings: Settings) -> Line:
    models = Models(settings.toxicity_model, settings.model_dir)
    models.load()
    scored = models.score_now(["good morning"])[0]
    models.close()
    if models.trouble is not None:
        return bad("model", say("doctor.model_missing", why=models.trouble.why))
    if scored is None:
        return bad("model", say("doctor.model_broken", model=settings.toxicity_model))
    return ok("model", f"{settings.toxicity_model} is loaded and scores.")


def look_at_database(settings: Settings, policy: Policy | None) -> tuple[Desk | None, Line]:
    fresh = not settings.database.exists()
    try:
        store = Store.open(settings.database, settings.key_file)
    except StoreError as error:
        return None, bad("database", str(error))
    if policy is None:
        store.close()
        return None, ok("database", f"{settings.database} can be opened.")
    key = "doctor.database_made" if fresh else "doctor.database"
    words = say(key, path=settings.database, key_file=settings.key_file)
    return Desk(store, policy, settings, datetime.now(UTC)), ok("database", words)


async def look_at_telegram(settings: Settings, desk: Desk | None) -> list[Line]:
    if settings.token is None:
        return [
            bad(
                "token",
                say("doctor.no_token"),
            )
        ]
    async with Telegram(settings) as telegram:
        me = await telegram.ask("getMe")
        if me.error:
            return [bad("token", explain_token(me))]
        lines = [
            ok("token", f"Telegram knows this bot as @{me.result['username']}."),
            look_at_clock(telegram, settings),
        ]
        group = desk.group_chat_id if desk else settings.group_chat_id
        lines += await look_at_group(telegram, me.result, group)
        lines += await look_at_people(telegram, settings)
    return lines


def explain_token(me: Answer) -> str:
    if me.code == 401:
        return say("doctor.bad_token")
    return say("doctor.offline", error=me.error)


def look_at_clock(telegram: Telegram, settings: Settings) -> Line:
    off = telegram.clock_off
    if settings.api_url != OFFICIAL_API or off is None:
        return ok("clock", "not compared: this is not Telegram's own server.")
    if abs(off) > CLOCK_LIMIT:
        return bad("clock", say("doctor.clock", seconds=round(abs(off))))
    return ok("clock", "right.")


async def look_at_group(telegram: Telegram, me: dict[str, Any], group: int | None) -> list[Line]:
    if group is None:
        return [bad("group", say("doctor.no_group"))]
    chat = await telegram.ask("getChat", chat_id=group)
    if chat.error:
        return [bad("group", say("doctor.strange_group", error=chat.error))]
    lines = [ok("group", "found.")]
    if chat.result["type"] != "supergroup":
        lines = [look("group", say("doctor.small_group"))]
    standing = await telegram.ask("getChatMember", chat_id=group, user_id=me["id"])
    return [*lines, *look_at_rights(standing.result or {}, me)]


def look_at_rights(standing: dict[str, Any], me: dict[str, Any]) -> Iterator[Line]:
    is_admin = standing.get("status") == "administrator"
    missing = [words for right, words in RIGHTS.items() if not standing.get(right)]
    if not is_admin:
        yield bad("rights", say("doctor.no_admin"))
    elif missing:
        yield bad("rights", say("doctor.no_rights", rights=", ".join(missing)))
    else:
        yield ok("rights", "the bot may delete messages, take members out and invite.")
    if is_admin or me.get("can_read_all_group_messages"):
        yield ok("privacy", "the bot gets every message of the group.")
    else:
        yield bad("privacy", say("doctor.privacy"))


async def look_at_people(telegram: Telegram, settings: Settings) -> list[Line]:
    """Everybody the bot must reach has pressed Start: asked with the sign "is typing", which says nothing."""
    lines = []
    for role, people in settings.roles.items():
        if role not in TITLES or role in (Role.STAFF, Role.COMMITTEE):
            continue
        for person in people:
            answer = await telegram.ask("sendChatAction", chat_id=person, action="typing")
            if answer.error:
                lines.append(bad("people", say("doctor.unreached", title=TITLES[role], person=person)))
    return lines or [ok("people", "everybody with a role that decides can be written to.")]
