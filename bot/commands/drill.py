"""/drill: a test alert that goes the whole way, so that everybody knows it works before it is needed."""

from bot import private
from bot.command import Known
from bot.desk import Desk
from bot.digest import LAST_DRILL
from bot.reading import Command
from bot.words import say
from moderation.case import State
from moderation.category import Category
from moderation.post import Role

DRILL = "drill"
MAY = frozenset({Role.MANAGER, Role.DEPUTY, Role.DSL, Role.LEAD, Role.CHAIR, Role.ADMIN})


def drill(command: Command, desk: Desk) -> str:
    """One at a time: the alert repeats until somebody has it, as a real one does."""
    running = [
        case for case in desk.store.cases.waiting() if case.subtype == DRILL and case.state == State.OPEN
    ]
    if running:
        return say("drill.running", number=running[0].number)
    case = private.open_case(
        Category.SAFEGUARD,
        DRILL,
        desk,
        words=say("drill.words", setting=desk.setting),
        author=None,
        author_name=say("drill.author"),
        urgent=True,
    )
    desk.store.settings.set(LAST_DRILL, desk.now.isoformat())
    minutes = int(desk.policy["escalation.ack_minutes.urgent"])
    return say("drill.begun", number=case.number, minutes=minutes)


COMMAND = Known("drill", "command.drill", drill, roles=MAY, hushed=True)
