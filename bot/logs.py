"""The log is for whoever looks after the bot: ids and kinds of error, never words, names or the token."""

import logging
import re
import sys
import traceback
from types import TracebackType

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
NOISY = (
    "httpx",
    "httpcore",
    "telegram",
    "apscheduler",
    "asyncio",
)  # httpx writes addresses that hold the token


class Plain(logging.Formatter):
    """Errors are shown by kind and place; their messages may quote what somebody wrote."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None
        return TOKEN.sub("<token>", super().format(record))

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, _, trace = ei
        frames = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join([*frames, kind.__name__ if kind else "no error"])


def start_logging(level: str) -> None:
    """To stderr; other people's libraries only from WARNING up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Plain())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
