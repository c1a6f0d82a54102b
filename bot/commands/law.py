"""/law: the laws that the setting's policy names, each in a few plain words."""

from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from bot.words import say, texts


def show(command: Command, desk: Desk) -> str:
    names = [str(name) for name in desk.policy["education.laws"]]
    if not names:
        return say("law.none", setting=desk.setting)
    lines = [f"• {name}: {say(f'law.{name}')}" if name in texts()["law"] else f"• {name}" for name in names]
    return "\n".join([say("law.head"), *lines, say("law.foot")])


COMMAND = Known("law", "command.law", show)
