"""A pretend Telegram with forty parents, and what they write: what the benches of the line stand on."""

import logging
import os
import platform
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.models import Models
from moderation.decision import Mode, decide
from moderation.judge import judge
from moderation.policy import Policy, load_policy
from moderation.post import Post
from sandbox.cast import COLE, GREEN, GROUP, PATEL
from sandbox.people import Membership, Message, Person
from sandbox.server import Sandbox

BOT = (sys.executable, "-m", "bot", "run")
PARENTS = range(3001, 3041)
OWNERS = (PATEL, GREEN, COLE)
HARMLESS, RUDE, NUMBER, URGENT = "harmless", "rude", "number", "urgent"

# What is written, by kind; the number makes each post one of a kind, so that it is found again in a card.
WORDS = {
    HARMLESS: (
        "Does anyone have a spare jumper in size 3-4? (note {n})",
        "Running 5 mins late, traffic on the bridge (note {n})",
        "The bake sale went so well on Friday (note {n})",
        "Lovely to see the garden today, thank you all (note {n})",
    ),
    RUDE: (
        "shut your fat mouth you pathetic waste of space (note {n})",
        "whoever parked across the gate this morning is a selfish cow (note {n})",
        "you stupid bitch, stop moaning at everybody (note {n})",
    ),
    NUMBER: ("Mias mum is 07700 900{phone:03} if anyone needs to sort lifts (note {n})",),
    URGENT: (
        "L had marks on his arms again today that looked like fingers (note {n})",
        "I think someone is hurting that child at home (note {n})",
    ),
}
logging.getLogger("aiohttp.server").disabled = True  # it complains of every program that is killed mid-call
ACTION = {HARMLESS: "allow", RUDE: "hide", NUMBER: "hide", URGENT: "urgent"}


@dataclass
class Written:
    """A post as it was written: its kind, its words, its number in the group and the moment."""

    kind: str
    text: str
    message: int
    author: int
    at: datetime

    @property
    def bad(self) -> bool:
        return self.kind != HARMLESS


class Stage:
    """Lets the parents write, and looks at what became of it."""

    def __init__(self, sandbox: Sandbox, seed: int = 0) -> None:
        self.sandbox, self.world = sandbox, sandbox.world
        self.random = random.Random(seed)
        self.written: list[Written] = []
        for number in PARENTS:
            self.world.add_person(Person(number, "Parent", f"No{number}", started=True))
            self.world.chats[GROUP].members[number] = Membership()

    def write(self, kind: str) -> Written:
        """Some parent writes a post of this kind in the group."""
        n = len(self.written) + 10_000  # five digits, so that no note is part of another
        text = self.random.choice(WORDS[kind]).format(n=n, phone=n % 1000)
        author = self.random.choice(PARENTS)
        at = self.world.now
        message = int(self.world.say(author, GROUP, text)["message_id"])
        self.written.append(Written(kind, text, message, author, at))
        return self.written[-1]

    def message(self, post: Written) -> Message:
        return self.world.chats[GROUP].messages[post.message]

    def gone(self, post: Written) -> bool:
        return not self.message(post).visible

    async def until_gone(self, post: Written, timeout: float = 60) -> None:
        await self.sandbox.until(lambda: self.gone(post) or None, timeout)

    def delay(self, post: Written) -> float:
        """Seconds from writing to vanishing; only for one that is gone."""
        gone = self.message(post).deleted_at
        assert gone is not None, "still there"
        return (gone - post.at).total_seconds()

    def told(self, person: int, words: str) -> list[Message]:
        """The bot's messages to a person that hold these words."""
        return [one for one in self.from_bot(person) if words in one.text]

    def from_bot(self, chat: int) -> list[Message]:
        messages = self.world.chats[chat].messages.values()
        return [one for one in messages if one.visible and one.sender == self.world.bot_id]


class Judge:
    """The line that decides, alone: judge() and decide() with the built-in model, as the bot runs them."""

    def __init__(self, policy: Policy | None = None) -> None:
        self.policy = policy or load_policy("default")
        self.models = Models("builtin", Path())
        self.models.load()

    def action(self, text: str) -> str:
        """What is done about a parent's post in mode enforce."""
        post = Post(text=text)
        judgement = judge(post, self.models.look_now([text])[0], self.policy)
        return decide(judgement, self.policy, mode=Mode.ENFORCE).action.value


def check_words() -> None:
    """Ends the bench in one sentence when a post is not judged as its kind says: the counts would mislead."""
    judge = Judge()
    for kind, texts in WORDS.items():
        for text in texts:
            found = judge.action(text.format(n=10_000, phone=123))
            if found != ACTION[kind]:
                raise SystemExit(f"The post '{text}' should be judged '{ACTION[kind]}', not '{found}'.")


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies; 0 where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def median(values: Sequence[float]) -> float:
    return quantile(values, 0.5)


def memory(process: int, name: str = "VmRSS") -> float:
    """Megabytes a program holds now (VmRSS) or held at most (VmHWM)."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1024


def machine() -> str:
    """Where and when, and how busy the machine was with other things."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(": ")[1] for line in lines if line.startswith("model name")), "unknown")
    load = os.getloadavg()[0]
    python = platform.python_version()
    day = datetime.now(UTC).date()
    return f"{day}, {os.cpu_count()} cores ({model}), Python {python}, load {load:.1f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
