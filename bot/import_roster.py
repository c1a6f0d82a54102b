"""`lollipop roster import`: shows what a file would change, asks, and changes it in one transaction."""

import sys
from collections.abc import Callable
from pathlib import Path

from bot.roster import Change, apply, changes
from bot.roster_file import RosterFile, read_roster
from bot.settings import Settings
from bot.sheets import LARGEST
from bot.store import Store
from bot.words import say
from bot.writer import Clock
from moderation.roster import Roster, name_key

MOST_ASKS = 3


def read_file(path: Path) -> RosterFile:
    """RosterError or OSError when the file cannot be read as a roster."""
    with path.open("rb") as file:
        return read_roster(file.read(LARGEST + 1))


def import_roster(
    path: Path, settings: Settings, *, dry_run: bool, yes: bool, ask: Callable[[str], str] = input
) -> bool:
    """False when the answer was no; the bot may be running meanwhile."""
    file = read_file(path)
    now = Clock(settings.started_at).now()
    with Store.open(settings.database, settings.key_file) as store:
        found = changes(file, store.roster, now)
        sys.stdout.write("\n".join(preview(found, file, store.roster)) + "\n")
        if dry_run or not found:
            return True
        if not yes and not agreed(ask):
            return False
        with store.transaction():
            found = changes(file, store.roster, now)
            apply(found, store, now)
    sys.stdout.write(say("roster.imported", count=len(found)) + "\n")
    return True


def preview(found: list[Change], file: RosterFile, roster: Roster) -> list[str]:
    """What would change, and who is not in the file: they stay as they are."""
    lines = [change.text for change in found] or [say("roster.same")]
    missing = absent(file, roster)
    return [*lines, say("roster.absent", count=missing)] if missing else lines


def absent(file: RosterFile, roster: Roster) -> int:
    """How many of the roster the file does not name."""
    if file.staff:
        named = {name_key(one.name) for one in file.staff}
        return sum(name_key(one.name) not in named for one in roster.staff)
    children = {child.key for child in file.children}
    return sum(name_key(child.name) not in children for child in roster.children)


def agreed(ask: Callable[[str], str]) -> bool:
    for _ in range(MOST_ASKS):
        try:
            answer = ask(say("roster.ask") + " ").strip().lower()
        except EOFError:
            return False
        if answer in ("y", "yes", "n", "no", ""):
            return answer in ("y", "yes")
    return False
