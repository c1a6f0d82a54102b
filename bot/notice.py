"""What the group is told about the bot: what it reads, and how to let it write to you."""

from bot import letters, pending
from bot.desk import Desk
from bot.pending import Act
from bot.store.effects import Priority
from bot.store.pending import Pending
from bot.words import say
from moderation.decision import CONTENT_DECIDERS
from moderation.post import Role

POSTED, GIVEN = "notice_posted", "notice_given"  # among the settings: when


def is_posted(desk: Desk) -> bool:
    return desk.store.settings.get(POSTED) is not None


def text(desk: Desk) -> str:
    """The notice, with the setting's own telephone and e-mail where the profile has them."""
    contacts = [str(desk.policy[f"setting.{kind}"]) for kind in ("contact_phone", "contact_email")]
    known = say("notice_page.or").join(one for one in contacts if one)
    ask = say("notice_page.ask_at", contact=known) if known else say("notice_page.ask", setting=desk.setting)
    days = desk.policy["retention.hidden_days"]
    return say("notice_page.text", setting=desk.setting, days=days, ask=ask)


def give(desk: Desk) -> None:
    """At the first start: the manager is given the notice, to post it (decision 29)."""
    people = desk.holders([Role.MANAGER])
    if people and not is_posted(desk) and desk.store.settings.get(GIVEN) is None:
        desk.store.settings.set(GIVEN, desk.now.isoformat())
        offer(people, None, desk)


def offer(people: list[int], asked_by: int | None, desk: Desk) -> None:
    pending.ask("notice", {"text": text(desk)}, desk, asked_by=asked_by, people=people)


def posted_by_hand(user_id: int, desk: Desk) -> str:
    desk.store.settings.set(POSTED, desk.now.isoformat())
    desk.store.log.append("notice posted", actor=user_id, detail={"by": "hand"}, now=desk.now)
    return say("answer.notice_noted")


def may(asked: Pending, user_id: int, desk: Desk) -> bool:
    return bool(desk.roles_of(user_id) & set(CONTENT_DECIDERS))


def run(asked: Pending, user_id: int, desk: Desk) -> str:
    if desk.group_chat_id is None:
        return say("answer.no_group")
    desk.store.log.append("notice posted", actor=user_id, detail={"by": "bot"}, now=desk.now)
    key = f"notice page:{asked.number}"
    letters.queue(desk, key, "say", desk.group_chat_id, Priority.NOTICE, text=text(desk), marks=POSTED)
    return say("answer.notice")


def welcome(key: str, desk: Desk) -> str:
    """One message with a Start button for the group to keep at its top: nobody there has pressed it yet."""
    if desk.group_chat_id is None or not desk.bot_username:
        return say("answer.no_group")
    letters.queue(
        desk,
        key,
        "say",
        desk.group_chat_id,
        Priority.NOTICE,
        text=say("welcome.text", setting=desk.setting),
        link=[say("welcome.start"), f"https://t.me/{desk.bot_username}?start=welcome"],
    )
    return say("answer.welcome")


ACT = Act(may=may, run=run)
