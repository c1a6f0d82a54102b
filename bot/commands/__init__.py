"""The commands. To add one: copy the smallest neighbour and add its line; /help and the menu follow."""

from bot.command import Known
from bot.commands import cover, decide, help, pause, queue, start, why

COMMANDS: dict[str, Known] = {
    known.name: known
    for known in (
        start.COMMAND,
        help.COMMAND,
        queue.COMMAND,
        why.COMMAND,
        cover.COMMAND,
        pause.COMMAND,
        *decide.COMMANDS,
    )
}
help.SHOWN.extend(COMMANDS.values())
