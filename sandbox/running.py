"""The demo's bot: the ordinary program, which the page may switch to another policy, kill and start again."""

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sandbox.cast import STAFF
from sandbox.program import Program, environment
from sandbox.refusal import NotPossible
from sandbox.setting import LONDON, MODES, OWN, POLICIES, SATURDAY, TITLES, Term, write_profile, write_roster
from sandbox.world import World

Json = dict[str, Any]


class Running:
    """Runs while its `async with` block does. `command` is the bot's own, without a verb; everything it
    keeps lies in `folder`, so a bot that was killed goes on where it was."""

    def __init__(self, command: Sequence[str], url: str, folder: Path, world: World) -> None:
        self.command, self.url, self.folder, self.world = list(command), url, folder, world
        self.policy, self.mode = OWN, "enforce"
        self.term = Term.around(world.now)
        self.program = self._program()
        self.wanted = True  # that it runs; False while a person has pulled the plug
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        await self._import_roster()
        await self.program.start(self.world.now)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wanted = False
        await self.program.stop()

    @property
    def profile(self) -> Path:
        """The policy in force, as the file the bot reads."""
        return write_profile(self.policy, self.folder, self.term)

    def page(self) -> Json:
        """What the page shows of it, and the moments its clock can jump to."""
        return {
            "running": self.program.running,
            "policy": self.policy,
            "mode": self.mode,
            "policies": POLICIES,
            "modes": MODES,
            "titles": TITLES,
            "staff": STAFF,
            "jumps": {name: moment.isoformat() for name, moment in self._jumps().items()},
        }

    async def do(self, asked: Json) -> Json:
        """{"do": "kill"}, {"do": "start"} or {"do": "switch", "policy": …, "mode": …}."""
        async with self._turn:
            match asked:
                case {"do": "kill"}:
                    self.wanted = False
                    await self.program.kill()
                case {"do": "start"}:
                    self.wanted = True
                    if not self.program.running:
                        await self.program.start(self.world.now)
                case {"do": "switch"}:
                    await self._switch(asked.get("policy", self.policy), asked.get("mode", self.mode))
                case _:
                    raise NotPossible('say what to do with the bot: "kill", "start" or "switch"')
        self.world.changed()
        return self.page()

    async def failed(self) -> None:
        """Until the bot has ended though nobody wanted it to."""
        while True:
            program = self.program
            await program.ended()
            if self.wanted and program is self.program and not self._turn.locked():
                return
            await self.world.change()

    async def _switch(self, policy: str, mode: str) -> None:
        if policy not in POLICIES or mode not in MODES:
            raise NotPossible(f"there is no policy {policy!r} with mode {mode!r} here")
        self.wanted = False
        await self.program.stop()
        self.policy, self.mode = policy, mode
        self.program = self._program()
        await self.program.start(self.world.now)
        self.wanted = True

    def _program(self) -> Program:
        environ = environment(self.url, self.folder, mode=self.mode, profile=str(self.profile))
        return Program([*self.command, "run"], environ)

    async def _import_roster(self) -> None:
        """As a manager would, from the file; the bot says nothing of it in the group."""
        roster = write_roster(self.folder, self.term)
        importing = await asyncio.create_subprocess_exec(
            *self.command,
            *("roster", "import", str(roster), "--yes"),
            env=self.program.environ,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=sys.stderr,
        )
        await importing.wait()

    def _jumps(self) -> dict[str, datetime]:
        """Moments that lie ahead: this evening, the next working day, the last day of term."""
        here = self.world.now.astimezone(LONDON)
        evening = datetime.combine(here.date(), time(19, 30), LONDON)
        jumps = {
            "evening": evening if evening > here else evening + timedelta(days=1),
            "working_day": datetime.combine(_working_day_after(here), time(8, 30), LONDON),
        }
        if self.term.evening() > here:
            jumps["last_day"] = self.term.evening()
        return {name: moment.astimezone(UTC) for name, moment in jumps.items()}


def _working_day_after(here: datetime) -> Any:
    day = here.date() + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day
