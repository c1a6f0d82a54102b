"""What a job is: something due every so often, done on a desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.desk import Desk


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Callable[[Desk], None]

    def run_if_due(self, desk: Desk) -> bool:
        """Runs it when its time has come since the last run written in the database; True when it ran."""
        if not desk.is_due(f"job.{self.name}", self.every):
            return False
        self.run(desk)
        return True
