"""Troubles to send the bot on purpose: refusals, cut lines, lost answers and outages."""

import random
from dataclasses import dataclass, field
from typing import Any

KINDS = {
    "429": "Telegram asks to wait for `seconds`",
    "500": "Telegram breaks before doing anything",
    "502": "a gateway answers in HTML before anything is done",
    "dropped": "the line is cut before anything is done",
    "lost": "it is done, but the answer never arrives",
    "outage": "every request is cut off until the fault is lifted",
    "slow": "the answer takes `seconds`, or until the fault is lifted",
}


@dataclass
class Fault:
    """One kind of trouble: for which requests, how often and how likely."""

    kind: str
    methods: frozenset[str] = frozenset()
    chat: int | None = None
    times: int | None = None
    chance: float = 1.0
    seconds: int = 1
    met: int = field(default=0)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is not a fault; known ones: {', '.join(KINDS)}")
        if not 0 <= self.chance <= 1:
            raise ValueError(f"the chance of a fault is between 0 and 1, not {self.chance}")
        self.methods = frozenset(name.lower() for name in self.methods)

    def concerns(self, method: str, chat: Any) -> bool:
        """Whether a request is one that this fault may strike."""
        if self.times is not None and self.met >= self.times:
            return False
        return (not self.methods or method.lower() in self.methods) and self.chat in (None, chat)


class Faults:
    """The faults that are set; the first that strikes a request is the one it meets."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.set_now: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Set a fault."""
        self.set_now.append(fault)
        return fault

    def lift(self) -> None:
        """Take all faults back."""
        self.set_now = []

    def strike(self, method: str, chat: Any) -> Fault | None:
        """The fault that this request meets, counted."""
        for fault in self.set_now:
            if fault.concerns(method, chat) and self._chance.random() < fault.chance:
                fault.met += 1
                return fault
        return None
