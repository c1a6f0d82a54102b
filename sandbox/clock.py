"""The pretend Telegram's clock: it runs like any other, and can be set, turned on or stopped by hand."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def real_time() -> datetime:
    """The moment it is outside, in UTC."""
    return datetime.now(UTC)


class Clock:
    """Tells the sandbox's time in UTC; real time plus an offset, or one moment that stands still."""

    def __init__(
        self,
        start: datetime | None = None,
        *,
        frozen: bool = False,
        real: Callable[[], datetime] = real_time,
    ) -> None:
        self._real = real
        self._offset = timedelta()
        self._frozen: datetime | None = None
        self.turned = timedelta()  # by how much it was turned by hand since it began
        if frozen:
            self.freeze()
        if start is not None:
            self.set(start)
        self.turned = timedelta()

    @property
    def frozen(self) -> bool:
        """Whether time stands still."""
        return self._frozen is not None

    def now(self) -> datetime:
        """The sandbox's moment."""
        return self._frozen if self._frozen is not None else self._real() + self._offset

    def set(self, moment: datetime) -> None:
        """Put the clock to a moment; one without a time zone is refused by a ValueError."""
        if moment.tzinfo is None:
            raise ValueError("the clock needs a moment with its time zone, such as 2026-09-07T08:30:00+01:00")
        before = self.now()
        if self._frozen is not None:
            self._frozen = moment.astimezone(UTC)
        else:
            self._offset = moment.astimezone(UTC) - self._real()
        self.turned += moment - before

    def turn(self, by: timedelta) -> None:
        """Turn the clock on (or back) by a length of time."""
        self.set(self.now() + by)

    def freeze(self) -> None:
        """Let time stand still at this moment."""
        self._frozen = self.now()

    def run(self) -> None:
        """Let time run on from the moment shown."""
        shown, turned = self.now(), self.turned
        self._frozen = None
        self.set(shown)
        self.turned = turned
