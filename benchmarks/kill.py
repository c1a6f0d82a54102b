"""What a bot loses when it is killed again and again while Telegram falters; Lollipop beside a stock bot.

    python -m benchmarks.kill [--kills 50] [--seed 1] [--only lollipop|stock]

Parents write ten posts a second; a manager puts posts back, often pressing twice; one call in seven meets a
429, a 500, a 502, a cut line or a lost answer; the bot is ended by kill -9 at random moments. Then Telegram
is well again, the bot may catch up, and what happened is counted in the pretend Telegram, never in the bot.
"""

import argparse
import asyncio
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.stage import (
    BOT,
    HARMLESS,
    NUMBER,
    OWNERS,
    PARENTS,
    RUDE,
    URGENT,
    Stage,
    check_words,
    machine,
    table,
)
from bot.words import say
from sandbox.cast import GROUP, PATEL
from sandbox.people import Message
from sandbox.program import Program, environment
from sandbox.server import Sandbox

KINDS, SHARES = (HARMLESS, RUDE, NUMBER, URGENT), (60, 20, 10, 10)
POSTS_A_SECOND = 10
TROUBLES = ("429", "500", "502", "dropped", "lost")
CHANCE = 0.03  # of each trouble, for each call
AT_START = 0.25  # of the kills may come while the bot still starts
SETTLE = 150  # seconds at most to catch up in, once all is well again
QUIET = 65  # or until the bot has done nothing for so long: a full chat gets its next message in a minute
LOOKS = 5  # seconds between the manager's looks at what is missing
NOTE = re.compile(r"\(note (\d+)\)")


@dataclass
class Contender:
    """A bot under the same traffic and kills."""

    name: str
    command: Sequence[str]


LOLLIPOP = Contender("Lollipop", BOT)
STOCK = Contender("stock python-telegram-bot", (sys.executable, "-m", "benchmarks.stock"))


@dataclass
class Trial:
    """One contender under test: what was written and what the manager asked to be put back."""

    stage: Stage
    bot: Program
    random: random.Random
    approved: dict[str, int] = field(default_factory=dict)  # note → the case its card named
    pressed_again: set[str] = field(default_factory=set)
    ended_alone: int = 0
    over: bool = False

    async def parents_write(self) -> None:
        while not self.over:
            self.stage.write(self.random.choices(KINDS, SHARES)[0])
            await asyncio.sleep(self.random.expovariate(POSTS_A_SECOND))

    async def manager_presses(self) -> None:
        """About once in two seconds; half of the time twice at once."""
        while not self.over:
            await asyncio.sleep(self.random.uniform(1, 3))
            self.press_again()
            cards = [card for card in self.open_cards() if note_of(card) not in self.approved]
            if cards:
                self.put_back(self.random.choice(cards), times=self.random.choice((1, 2)))

    def press_again(self) -> None:
        """Once for each post: the button is there still, or again, and why has not been read."""
        for card in self.open_cards():
            post = note_of(card)
            if post in self.approved and post not in self.pressed_again and self.random.random() < 1 / 2:
                self.pressed_again.add(post)
                self.put_back(card)

    def look_and_press(self) -> None:
        """Whoever looks presses only where the post is missing."""
        for card in self.open_cards():
            if note_of(card) in self.approved and not self.back()[note_of(card)]:
                self.put_back(card)

    def open_cards(self) -> list[Message]:
        """The manager's cards about posts out of view that no child's safety hangs on."""
        safe = {note(post.text) for post in self.stage.written if post.kind in (RUDE, NUMBER)}
        return [card for card in self.stage.from_bot(PATEL) if card.buttons and note_of(card) in safe]

    def put_back(self, card: Message, times: int = 1) -> None:
        button = next(one for row in card.buttons for one in row if one["text"] == "Put back")
        self.approved[note_of(card)] = int(button["callback_data"].split(":")[1])
        for _ in range(times):
            self.stage.world.press(PATEL, PATEL, card.id, button["callback_data"])

    async def kills(self, times: int) -> None:
        for number in range(times):
            await self.bot.start()
            if self.random.random() > AT_START:
                await self.has_polled()
            await self.wait_or_end(self.random.uniform(0.02, 2))
            await self.bot.kill()
            sys.stderr.write(f"\rkill {number + 1} of {times}")
        sys.stderr.write("\n")

    async def has_polled(self) -> None:
        calls = self.stage.world.calls
        start = len(calls)
        with suppress(TimeoutError):
            await self.stage.sandbox.until(
                lambda: any(call.method == "getUpdates" for call in calls[start:]) or None, timeout=10
            )

    async def wait_or_end(self, seconds: float) -> None:
        assert self.bot.process is not None
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.bot.process.wait()
                self.ended_alone += 1

    async def settle(self) -> None:
        """All is well again: the bot catches up, and the manager sees to what it asked about."""
        self.stage.sandbox.lift_faults()
        await self.bot.start()
        with suppress(TimeoutError):
            async with asyncio.timeout(SETTLE):
                while not self.settled() and not self.quiet():
                    await asyncio.sleep(LOOKS)
                    self.look_and_press()
        await asyncio.sleep(LOOKS)  # for anything that would happen once too often

    def quiet(self) -> bool:
        """Nothing but polls for longer than any message is made to wait."""
        acts = [call.at for call in self.stage.world.calls if call.method != "getUpdates"]
        return bool(acts) and (self.stage.world.now - acts[-1]).total_seconds() > QUIET

    def settled(self) -> bool:
        left = self.left_visible() or self.alerts_missed() or self.still_out()
        return not left and not len(self.stage.world.updates)

    # What is counted, all from what people see

    def bad(self) -> list[str]:
        return [note(post.text) for post in self.stage.written if post.bad]

    def left_visible(self) -> int:
        return sum(post.bad and not self.stage.gone(post) for post in self.stage.written)

    def lost(self) -> int:
        """Bad posts that were neither taken out nor shown to any owner."""
        told = self.owners_told()
        return sum(
            post.bad and not self.stage.gone(post) and not told[note(post.text)]
            for post in self.stage.written
        )

    def alerts_missed(self) -> int:
        told = self.owners_told()
        return sum(post.kind == URGENT and not told[note(post.text)] for post in self.stage.written)

    def harmless_deleted(self) -> int:
        return sum(not post.bad and self.stage.gone(post) for post in self.stage.written)

    def back(self) -> Counter[str]:
        return notes(self.stage.from_bot(GROUP))

    def restored_twice(self) -> int:
        return sum(times > 1 for times in self.back().values())

    def asked_about(self) -> set[str]:
        """Approved posts of which the bot said that it does not know, or could not."""
        heard = {message.text for message in self.stage.from_bot(PATEL)}
        return {
            note
            for note, case in self.approved.items()
            if say("trouble.restore_unknown", number=case) in heard
        }

    def decisions_lost(self) -> int:
        """Approved posts that are not back, and nobody has said so."""
        back, asked = self.back(), self.asked_about()
        return sum(not back[note] and note not in asked for note in self.approved)

    def still_out(self) -> int:
        back = self.back()
        return sum(not back[note] for note in self.approved)

    def owners_told(self) -> Counter[str]:
        return notes([message for owner in OWNERS for message in self.stage.from_bot(owner)])

    def told_twice(self) -> int:
        """Private messages with the same post to the same person: the price of losing none."""
        chats = [notes(self.stage.from_bot(person)) for person in (*OWNERS, *PARENTS)]
        return sum(times - 1 for chat in chats for times in chat.values() if times > 1)


def note(text: str) -> str:
    found = NOTE.search(text)
    return found[1] if found else ""


def note_of(message: Message) -> str:
    return note(message.text)


def notes(messages: Sequence[Message]) -> Counter[str]:
    """In how many of the messages each post is."""
    return Counter(filter(None, map(note_of, messages)))


async def try_out(contender: Contender, kills: int, seed: int) -> dict[str, tuple[int, str]]:
    """One contender's counts, each with what it should be."""
    async with Sandbox(seed=seed) as sandbox:
        for kind in TROUBLES:
            sandbox.fault(kind, chance=CHANCE, seconds=1)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            environ = environment(sandbox.url, Path(folder)) | {"LOG_LEVEL": "CRITICAL"}
            trial = Trial(Stage(sandbox, seed), Program(contender.command, environ), random.Random(seed))
            try:
                await through(trial, kills)
            finally:
                await trial.bot.stop()
        faults = sum(call.fault is not None for call in sandbox.world.calls)
        calls = len(sandbox.world.calls)
    return counts(trial) | {"calls to Telegram": (calls, ""), "of them with a fault": (faults, "")}


async def through(trial: Trial, kills: int) -> None:
    acting = [asyncio.create_task(trial.parents_write()), asyncio.create_task(trial.manager_presses())]
    await trial.kills(kills)
    trial.over = True
    await asyncio.gather(*acting)
    await trial.settle()


def counts(trial: Trial) -> dict[str, tuple[int, str]]:
    return {
        "posts lost (bad, neither taken out nor shown to an owner)": (trial.lost(), "0"),
        "bad posts left visible": (trial.left_visible(), "0"),
        "alerts missed (urgent, and no owner told)": (trial.alerts_missed(), "0"),
        "restores doubled (a post back twice)": (trial.restored_twice(), "0"),
        "decisions lost (approved, not back, nobody told)": (trial.decisions_lost(), "0"),
        "harmless posts deleted": (trial.harmless_deleted(), "0"),
        "restores the manager was asked to look at": (len(trial.asked_about()), "any"),
        "approved, asked about, and still out at the end": (trial.still_out(), "0"),
        "private messages sent once more than needed": (trial.told_twice(), "any"),
        "posts written": (len(trial.stage.written), ""),
        "of them bad": (len(trial.bad()), ""),
        "posts the manager approved": (len(trial.approved), ""),
        "ended without being killed": (trial.ended_alone, ""),
    }


async def compare(contenders: Sequence[Contender], kills: int, seed: int) -> None:
    found = [await try_out(contender, kills, seed) for contender in contenders]
    rows = [(what, *(str(column[what][0]) for column in found), aim) for what, (_, aim) in found[0].items()]
    head = (f"after {kills} kills", *(contender.name for contender in contenders), "aim")
    sys.stdout.write(f"{machine()}, seed {seed}\n\n{table(head, rows)}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="What a bot loses when it is killed again and again.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("lollipop", "stock"))
    options = parser.parse_args()
    check_words()
    chosen = {"lollipop": [LOLLIPOP], "stock": [STOCK]}.get(options.only, [LOLLIPOP, STOCK])
    asyncio.run(compare(chosen, options.kills, options.seed))


if __name__ == "__main__":
    main()
