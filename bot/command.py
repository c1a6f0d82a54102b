"""What a command is: its name, what /help says of it, who may use it, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk import Desk
from bot.reading import Command
from moderation.policy import Policy
from moderation.post import Role

Run = Callable[[Command, Desk], str]  # returns the private answer; "" for none


@dataclass(frozen=True)
class Known:
    name: str
    summary: str  # a key under [command] in texts.toml
    run: Run
    roles: frozenset[Role] = frozenset()  # empty: anybody
    hushed: bool = False  # deleted when typed in the group (decision 6)
    keeps_words: bool = False  # sees to the words itself, so that they are not judged as a post as well
    opened_by: str = ""  # a knob that opens it to everybody

    def is_for(self, roles: frozenset[Role], policy: Policy) -> bool:
        opened = bool(self.opened_by and policy[self.opened_by])
        return not self.roles or bool(self.roles & roles) or opened
