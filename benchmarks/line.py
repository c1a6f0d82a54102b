"""How fast the whole line is, from a post in the group to its vanishing, and what it takes of the computer.

    python -m benchmarks.line [--posts 300] [--backlog 5000] [--seconds 30]

The bot runs as its own program against the pretend Telegram in this one, so both share the machine.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.stage import (
    BOT,
    HARMLESS,
    NUMBER,
    OWNERS,
    RUDE,
    URGENT,
    Stage,
    Written,
    check_words,
    machine,
    median,
    memory,
    quantile,
    table,
)
from sandbox.program import Program, environment
from sandbox.server import Sandbox

Row = tuple[str, str, str]
RATES = (20, 40, 80, 160, 320, 640)  # posts a second that are offered, until one is too many
KEEPS_UP = 1.0  # seconds: a rate is sustained when the last post of a run is gone this soon
STARTS = 5


@asynccontextmanager
async def bot_beside(stage: Stage, folder: Path | None = None) -> AsyncIterator[Program]:
    """The bot, on a database of its own (or one it has used before), from start to a proper end."""
    with tempfile.TemporaryDirectory(prefix="bench-") as fresh:
        environ = environment(stage.sandbox.url, folder or Path(fresh)) | {"LOG_LEVEL": "ERROR"}
        async with Program(BOT, environ) as bot:
            yield bot


@asynccontextmanager
async def running() -> AsyncIterator[tuple[Stage, Program]]:
    """A new pretend Telegram, and a bot that has finished starting."""
    async with Sandbox() as sandbox:
        stage = Stage(sandbox)
        async with bot_beside(stage) as bot:
            await stage.until_gone(stage.write(RUDE))
            yield stage, bot


async def start_up() -> list[Row]:
    """From the start of the program to its first poll, and to the deletion of a post that waited."""
    polled, deleted = [], []
    async with Sandbox() as sandbox:
        stage = Stage(sandbox)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            for _ in range(STARTS):
                waiting, calls, start = stage.write(RUDE), len(stage.world.calls), time.perf_counter()
                async with bot_beside(stage, Path(folder)):
                    await sandbox.until(lambda calls=calls: has_polled(stage, calls))  # type: ignore[misc]
                    polled.append(time.perf_counter() - start)
                    await stage.until_gone(waiting)
                    deleted.append(time.perf_counter() - start)
    return [
        ("program start → first getUpdates, median of 5", f"{median(polled):.2f} s", "under 2 s"),
        ("program start → a waiting bad post deleted", f"{median(deleted):.2f} s", ""),
    ]


def has_polled(stage: Stage, since: int) -> bool | None:
    return any(call.method == "getUpdates" for call in stage.world.calls[since:]) or None


async def one_at_a_time(posts: int) -> list[Row]:
    """Nothing else going on: what a parent would see."""
    async with running() as (stage, bot):
        delays = []
        for number in range(posts):
            post = stage.write(NUMBER if number % 4 == 0 else RUDE)
            await stage.until_gone(post)
            delays.append(stage.delay(post))
            await asyncio.sleep(0.01)
        assert bot.process is not None
        steady = memory(bot.process.pid)
    return [
        (f"post → deleteMessage, one at a time, p50 of {posts}", f"{median(delays) * 1000:.0f} ms", ""),
        ("the same, p95", f"{quantile(delays, 0.95) * 1000:.0f} ms", ""),
        ("memory after them (RSS)", f"{steady:.0f} MB", "under 200 MB"),
    ]


async def offered(rate: float, seconds: float, stage: Stage, kinds: Callable[[int], str]) -> list[Written]:
    """Writes so many posts a second, evenly, and waits for the last, a bad one; those that were bad."""
    start, begin = time.perf_counter(), len(stage.written)
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
        stage.write(kinds(number))
    await stage.until_gone(stage.write(RUDE), timeout=120)  # the group's posts are handled in order
    return [post for post in stage.written[begin:] if post.bad]


def one_in_ten(number: int) -> str:
    return HARMLESS if number % 10 else RUDE


async def sustained(seconds: float) -> list[Row]:
    """The aim's rate for the whole time, then faster and faster until the bot falls behind."""
    rows: list[Row] = []
    best = 0.0
    async with running() as (stage, _):
        for rate in RATES:
            delays, last = await behind(rate, seconds if rate == RATES[0] else seconds / 3, stage)
            if rate == RATES[0]:
                rows += at_the_aim(rate, delays)
            if last > KEEPS_UP:
                break
            best = rate
    name = f"posts a second sustained, 1 in 10 bad (steps of {RATES[0]}, doubled)"
    return [*rows, (name, f"{best:.0f}" + ("" if best < RATES[-1] else " or more"), "20")]


async def behind(rate: float, seconds: float, stage: Stage) -> tuple[list[float], float]:
    """How long the bad posts stayed, and how far behind the bot was at the end."""
    bad = await offered(rate, seconds, stage, one_in_ten)
    await stage.sandbox.until(lambda: all(map(stage.gone, bad)) or None)
    return [stage.delay(post) for post in bad], stage.delay(bad[-1])


def at_the_aim(rate: float, delays: list[float]) -> list[Row]:
    name = f"post → deleteMessage at {rate:.0f} posts a second, 1 in 10 bad"
    return [
        (f"{name}, p50", f"{median(delays) * 1000:.0f} ms", ""),
        ("the same, p95", f"{quantile(delays, 0.95) * 1000:.0f} ms", ""),
    ]


async def backlog(count: int) -> list[Row]:
    """The bot was off for the day: everything waits, 8 % to be hidden, 2 % urgent, and one bad post last."""
    async with Sandbox() as sandbox:
        stage = Stage(sandbox)
        for number in range(count - 1):
            stage.write(waiting_kind(number))
        stage.write(RUDE)
        bad = [post for post in stage.written if post.bad]
        urgent = [post for post in bad if post.kind == URGENT]
        start = time.perf_counter()
        async with bot_beside(stage) as bot:
            await sandbox.until(lambda: all(map(stage.gone, bad)) or None, timeout=300)
            deleted = time.perf_counter() - start
            await sandbox.until(lambda: (drained(stage) and alerted(urgent, stage)) or None, timeout=300)
            done = time.perf_counter() - start
            assert bot.process is not None
            peak = memory(bot.process.pid, "VmHWM")
            harmless_gone = sum(stage.gone(post) for post in stage.written if not post.bad)
    return [
        (f"backlog of {count:,} posts: every bad one deleted, from program start", f"{deleted:.1f} s", ""),
        ("the same, and every update confirmed, every owner alerted", f"{done:.1f} s", "under 60 s"),
        ("posts a second through the whole line, backlog", f"{count / done:.0f}", ""),
        ("harmless posts deleted", str(harmless_gone), "0"),
        ("memory at its highest (RSS)", f"{peak:.0f} MB", "under 200 MB"),
    ]


def waiting_kind(number: int) -> str:
    if number % 10:
        return HARMLESS
    return {0: URGENT, 1: NUMBER}.get(number // 10 % 5, RUDE)


def drained(stage: Stage) -> bool:
    return len(stage.world.updates) == 0


def alerted(urgent: Iterable[Written], stage: Stage) -> bool:
    """Whether each urgent post has reached at least one owner."""
    told = "\n".join(message.text for owner in OWNERS for message in stage.from_bot(owner))
    return all(post.text in told for post in urgent)


async def measure(posts: int, count: int, seconds: float) -> None:
    before = machine()
    rows = [*await start_up(), *await one_at_a_time(posts), *await sustained(seconds), *await backlog(count)]
    sys.stdout.write(f"{before}\n\n{table(('measured', 'figure', 'aim'), rows)}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast the whole line is, and what it takes.")
    parser.add_argument("--posts", type=int, default=300, help="posts written one at a time")
    parser.add_argument("--backlog", type=int, default=5000, help="posts that wait when the bot starts")
    parser.add_argument("--seconds", type=float, default=30, help="seconds of steady traffic")
    options = parser.parse_args()
    check_words()
    asyncio.run(measure(options.posts, options.backlog, options.seconds))


if __name__ == "__main__":
    main()
