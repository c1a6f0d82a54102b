"""How much the bot may do by itself: what speaks for a change, who may make it, and that it is made."""

from datetime import datetime

from bot import letters, notice, pending
from bot.desk import MODE_OVER, Desk
from bot.pending import Act
from bot.store.pending import Pending
from bot.words import say
from moderation.decision import Mode
from moderation.post import Role

SEEN, SINCE = "mode_seen", "mode_since"  # among the settings: the mode last noted, and when it began


def note(desk: Desk) -> None:
    """At the start: writes down since when the bot has run in this mode. What was set in the chat over
    another MODE in the environment is no longer meant."""
    if desk.settings.mode and desk.store.settings.get(MODE_OVER) not in (None, desk.settings.mode):
        desk.store.settings.set("mode", None)
        desk.store.settings.set(MODE_OVER, None)
    if desk.store.settings.get(SEEN) != desk.mode:
        began(desk)


def began(desk: Desk) -> None:
    desk.store.settings.set(SEEN, desk.mode.value)
    desk.store.settings.set(SINCE, desk.now.isoformat())


def page(desk: Desk) -> str:
    """All that somebody wants to know before they change the mode."""
    since = datetime.fromisoformat(desk.store.settings.get(SINCE) or desk.now.isoformat())
    days, wanted = (desk.now - since).days, int(desk.policy["mode.observe_days"])
    lines = [
        say("mode.now", mode=desk.mode.value, does=say(f"mode.{desk.mode}")),
        say("mode.days", days=days),
    ]
    if desk.mode == Mode.OBSERVE and days < wanted:
        lines.append(say("mode.days_wanted", days=wanted))
    lines += ["", *false_alarms(desk), "", reach(desk)]
    if desk.policy.unanswered:
        lines.append(say("mode.questions", names=", ".join(desk.policy.unanswered)))
    if not notice.is_posted(desk):
        lines.append(say("mode.notice"))
    return "\n".join([*lines, "", say("mode.change")])


def false_alarms(desk: Desk) -> list[str]:
    """How often people put back, or left up, what it hid or would have hidden, and what it only showed."""
    acted, shown = (
        desk.store.cases.right_and_wrong(hidden=True),
        desk.store.cases.right_and_wrong(hidden=False),
    )
    lines = [say("mode.nothing_decided")]
    if acted.decided:
        share = round(100 * acted.wrong / acted.decided)
        lines = [say("mode.alarms", wrong=acted.wrong, decided=acted.decided, share=share)]
    if shown.decided:
        lines.append(say("mode.shown", wrong=shown.wrong, decided=shown.decided))
    return lines


def reach(desk: Desk) -> str:
    found = desk.store.members.reach()
    size = desk.store.settings.get("group_size")
    text = say("mode.reach", reachable=found.reachable, present=found.present)
    return f"{text} {say('mode.size', size=size)}" if size else text


def ask(level: str, user_id: int, desk: Desk) -> str:
    """The manager wants another mode, and is asked once more."""
    if Role.MANAGER not in desk.roles_of(user_id):
        return say("answer.manager_only", setting=desk.setting)
    if level not in list(Mode):
        return say("answer.no_such_mode")
    if level == desk.mode:
        return say("answer.mode_already", mode=level)
    if refused := objection(level, desk):
        return refused
    body = {
        "old": desk.mode.value,
        "new": level,
        "does": say(f"mode.{level}"),
        "more": " ".join([*false_alarms(desk), *([] if notice.is_posted(desk) else [say("mode.notice")])]),
    }
    pending.ask("mode", body, desk, asked_by=user_id, people=[user_id])
    return ""


def objection(level: str, desk: Desk) -> str:
    """Why the mode cannot be had; "" when it can (decision 20)."""
    if level == Mode.ENFORCE and desk.policy.unanswered:
        return say("answer.mode_waits", names=", ".join(desk.policy.unanswered))
    return ""


def may(asked: Pending, user_id: int, desk: Desk) -> bool:
    return Role.MANAGER in desk.roles_of(user_id)


def run(asked: Pending, user_id: int, desk: Desk) -> str:
    level = str(asked.body["new"])
    if refused := objection(level, desk):
        return refused
    desk.store.settings.set("mode", level)
    desk.store.settings.set(MODE_OVER, desk.settings.mode or "")
    began(desk)
    desk.store.log.append("mode", actor=user_id, detail={"mode": level}, now=desk.now)
    text = say("mode.changed", mode=level, does=say(f"mode.{level}"), who=desk.title_of(user_id))
    for person in desk.holders([Role.MANAGER, Role.DEPUTY]):
        if person != user_id:
            letters.write_to(person, text, f"mode:{asked.number}:{person}", desk)
    return say("answer.mode", mode=level)


ACT = Act(may=may, run=run)
