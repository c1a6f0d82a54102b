"""`lollipop demo`: the pretend Telegram's page in a browser, with the ordinary bot on it."""

import asyncio
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from sandbox.explaining import Explaining
from sandbox.running import Running
from sandbox.server import Sandbox
from sandbox.setting import LONDON, SATURDAY

WELCOME = """\
The pretend Telegram runs at {url}/
Type as a parent, press as the manager. Nothing leaves this computer, and nothing is kept.
Ctrl-C ends it.
"""


async def serve(command: Sequence[str], *, port: int, browser: bool) -> int:
    """Until Ctrl-C, or until the bot ends by itself, a failure; exit code 2 when the port is taken."""
    sandbox = Sandbox(port=port, now=school_morning(datetime.now(UTC)))
    try:
        await sandbox.open()
    except OSError as error:
        sys.stderr.write(f"lollipop demo: port {port} cannot be used ({error.strerror}); try --port 0.\n")
        return 2
    try:
        with tempfile.TemporaryDirectory(prefix="lollipop-") as folder:
            async with Running(command, sandbox.url, Path(folder), sandbox.world) as bot:
                explaining = Explaining(command, bot, sandbox.world)
                sandbox.attach(bot, explaining)
                sys.stdout.write(WELCOME.format(url=sandbox.url))
                sys.stdout.flush()
                if browser:
                    webbrowser.open(sandbox.url)
                try:
                    return await ended(bot)
                finally:
                    await explaining.close()
    finally:
        await sandbox.close()


def school_morning(now: datetime) -> datetime:
    """Ten o'clock on this day or the next weekday, so that whoever tries it at night meets no quiet hours."""
    day = now.astimezone(LONDON).date()
    day += timedelta(days=7 - day.weekday() if day.weekday() >= SATURDAY else 0)
    return datetime.combine(day, time(10), LONDON).astimezone(UTC)


async def ended(bot: Running) -> int:
    """0 when a person ended the demo, 1 when the bot did."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    waits = [asyncio.create_task(stop.wait()), asyncio.create_task(bot.failed())]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    if stop.is_set():
        return 0
    sys.stderr.write("lollipop demo: the bot stopped by itself.\n")
    return 1
