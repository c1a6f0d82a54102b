"""How moments are written down, so that they sort as text in the order they happened."""

from datetime import UTC, date, datetime


def to_text(moment: datetime) -> str:
    """32 characters, always UTC. Raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment must know its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def text_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else to_text(moment)


def moment_or_none(text: str | None) -> datetime | None:
    return None if text is None else to_moment(text)


def day_text(day: date | None) -> str | None:
    """A day of the calendar, which has no time zone."""
    return None if day is None else day.isoformat()


def day_or_none(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
