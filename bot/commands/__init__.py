"""The commands. To add one: copy the smallest neighbour and add its line; /help and the menu follow."""

from bot.command import Known
from bot.commands import (
    ask,
    calendar,
    check,
    cover,
    decide,
    digest,
    drill,
    help,
    helplines,
    law,
    leaver,
    member,
    mode,
    notice,
    pause,
    queue,
    remove,
    report,
    rules,
    start,
    welcome,
    who,
    why,
)

COMMANDS: dict[str, Known] = {
    known.name: known
    for known in (
        start.COMMAND,
        help.COMMAND,
        ask.COMMAND,
        queue.COMMAND,
        calendar.COMMAND,
        why.COMMAND,
        rules.COMMAND,
        helplines.COMMAND,
        law.COMMAND,
        *report.COMMANDS,
        check.COMMAND,
        cover.COMMAND,
        drill.COMMAND,
        digest.COMMAND,
        pause.COMMAND,
        mode.COMMAND,
        notice.COMMAND,
        welcome.COMMAND,
        leaver.COMMAND,
        member.COMMAND,
        who.COMMAND,
        *decide.COMMANDS,
        remove.COMMAND,  # in place of the plain verb: a person can be meant as well
    )
}
help.SHOWN.extend(COMMANDS.values())
