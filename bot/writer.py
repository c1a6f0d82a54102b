"""The one place where the database is written: a thread of its own, one transaction at a time."""

import asyncio
import fcntl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, TypeVar

from bot.desk import Desk
from bot.settings import Settings
from bot.store import Store, StoreError
from moderation.policy import Policy

Result = TypeVar("Result")


class Clock:
    """The time now; the demo and the checks may start it elsewhere."""

    def __init__(self, started_at: datetime | None = None) -> None:
        self.ahead = started_at - datetime.now(UTC) if started_at else timedelta(0)
        self.turned: timedelta | None = None

    def follow(self, turned: timedelta) -> bool:
        """A pretend Telegram has turned its clock by so much since it began; True when that is news. What it
        had turned before we first heard of it is in our own start already."""
        before, self.turned = self.turned, turned
        if before is None or before == turned:
            return False
        self.ahead += turned - before
        return True

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


def lock_beside(database: Path) -> IO[bytes]:
    """Held as long as this program lives: two bots on one database would send everything twice.

    StoreError when another program holds it. The file stays behind and means nothing by itself.
    """
    path = database.with_name(f"{database.name}.lock")
    try:
        lock = path.open("wb")
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written ({error.strerror}); DATABASE names its folder."
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise StoreError(f"Another Lollipop is running on {database}; stop it first.") from None
    return lock


class Writer:
    """Runs pieces of work on a Desk, each in a transaction: all of it is kept, or none."""

    def __init__(self, settings: Settings, policy: Policy, clock: Clock) -> None:
        self.settings, self.policy, self.clock = settings, policy, clock
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self.desk: Desk | None = None
        self.lock: IO[bytes] | None = None

    async def open(self) -> None:
        """Opens, or makes, the database. StoreError says what is wrong with it."""
        await self._in_thread(self._open)

    def _open(self) -> None:
        self.lock = lock_beside(self.settings.database)
        store = Store.open(self.settings.database, self.settings.key_file)
        self.desk = Desk(store, self.policy, self.settings, self.clock.now())

    def introduce(self, bot_id: int, bot_username: str) -> None:
        """Tells the desk who the bot is, once Telegram has said so."""
        assert self.desk is not None
        self.desk = replace(self.desk, bot_id=bot_id, bot_username=bot_username)

    async def run(self, work: Callable[[Desk], Result]) -> Result:
        """What `work` returns, after its transaction is on the disk. Whatever it raises undoes all of it."""
        return await self._in_thread(lambda: self._transact(work))

    def _transact(self, work: Callable[[Desk], Result]) -> Result:
        assert self.desk is not None
        desk = replace(self.desk, now=self.clock.now())
        with desk.store.transaction():
            return work(desk)

    async def tidy(self) -> None:
        """Lets go of what is no longer kept, and leaves no trace of it in the files."""
        await self._in_thread(self._tidy)

    def _tidy(self) -> None:
        assert self.desk is not None
        days = int(self.policy["retention.hidden_days"])
        months = int(self.policy["retention.case_months"])
        self.desk.store.tidy(self.clock.now(), hidden_days=days, case_months=months)

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        # Shielded: a cancelled task must not leave half the thread's work unawaited.
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self.thread, work))

    async def close(self) -> None:
        if self.desk is not None:
            await self._in_thread(self.desk.store.close)
        if self.lock is not None:
            self.lock.close()
        self.thread.shutdown()
