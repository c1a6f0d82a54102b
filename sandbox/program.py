"""Runs a bot beside the pretend Telegram as a program of its own, which can be killed and started again."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sandbox.cast import AMY, COLE, GREEN, GROUP, PATEL
from sandbox.server import TOKEN

PRESCHOOL = str(Path(__file__).parent / "preschool.toml")
PATIENCE = 10  # seconds for a bot to end by itself


def environment(url: str, folder: Path, *, mode: str = "enforce", profile: str = PRESCHOOL) -> dict[str, str]:
    """All a bot is told about the pretend Telegram and its people; nothing of this machine's own settings."""
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": url,
        "GROUP_CHAT_ID": str(GROUP),
        "MANAGER_IDS": str(PATEL),
        "DEPUTY_IDS": str(GREEN),
        "DSL_IDS": str(COLE),
        "STAFF_IDS": str(AMY),
        "MODE": mode,
        "PROFILE": profile,
        "DATABASE": str(folder / "lollipop.db"),
        "LOG_LEVEL": "WARNING",
        "PYTHON_DOTENV_DISABLED": "1",  # a real .env nearby must not reach the pretend one
    }


class Program:
    """The bot's program while its `async with` block runs."""

    def __init__(self, command: Sequence[str], environ: dict[str, str]) -> None:
        self.command, self.environ = command, environ
        self.process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self, now: datetime | None = None) -> None:
        """Starts it, at `now` if that is given; what it writes to its log goes to our stderr."""
        if now is not None:
            self.environ = self.environ | {"LOLLIPOP_NOW": now.isoformat()}
        self.process = await asyncio.create_subprocess_exec(
            *self.command,
            env=self.environ,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=sys.stderr,
            start_new_session=True,  # Ctrl-C ends the pretend Telegram, which then ends the bot
        )

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self.process is not None and self.process.returncode is None

    async def ended(self) -> None:
        """Until it has ended, however that came about."""
        if self.process is not None:
            await self.process.wait()

    async def kill(self) -> None:
        """As a power cut would: no goodbye."""
        if self.process is not None and self.running:
            self.process.send_signal(signal.SIGKILL)
            await self.process.wait()

    async def stop(self) -> None:
        """Asks it to end, and makes it when it does not."""
        if self.process is None or not self.running:
            return
        self.process.terminate()
        try:
            async with asyncio.timeout(PATIENCE):
                await self.process.wait()
        except TimeoutError:
            await self.kill()
