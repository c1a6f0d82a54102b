"""The log is for whoever looks after the bot: ids and kinds of error, never words, names or the token."""

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import TextIO

log = logging.getLogger(__name__)

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
OURS = ("bot", "__main__")
# Written down by place and kind alone: their messages are put together from whatever was at hand.
SPEECHLESS = ("asyncio", "py.warnings")
WARNING_AT = re.compile(r"^.*?:\d+: \w+(?=:)")  # "file.py:12: RuntimeWarning", without what it warns of

Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Plain(logging.Formatter):
    """Errors are shown by kind and place, for their messages may quote what somebody wrote; other people's
    libraries are quoted without what they fill in."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        plain = logging.makeLogRecord(vars(record) | {"exc_text": None, "stack_info": None})
        if record.name.partition(".")[0] not in OURS:
            plain.msg, plain.args = without_words(record), None
        return TOKEN.sub("<token>", super().format(plain))

    def formatException(self, ei: Error) -> str:
        return "\n".join(places(ei[1]))


def without_words(record: logging.LogRecord) -> str:
    """The sentence as its programmer wrote it, its blanks left open."""
    if record.name == "py.warnings":
        found = WARNING_AT.match(record.getMessage())
        return found.group() if found else "a warning"
    if record.name.partition(".")[0] in SPEECHLESS or not isinstance(record.msg, str):
        return f"in {record.module}, line {record.lineno}"
    return record.msg.partition("\n")[0]


def places(error: BaseException | None) -> Iterator[str]:
    """Where an error came from, the first cause in front, and the kind of each, without its message."""
    if error is None:
        return
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from places(before)
        yield "which led to"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
    yield type(error).__name__


def start_logging(level: str, stream: TextIO | None = None) -> None:
    """To `stream`, stderr without one; of other people's libraries only what is wrong."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Plain())
    logging.basicConfig(
        level=max(logging.WARNING, logging.getLevelNamesMapping()[level]), handlers=[handler], force=True
    )
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    threading.excepthook = note_broken_thread
    sys.unraisablehook = note_unraisable


def note_broken_thread(broken: threading.ExceptHookArgs) -> None:
    if broken.exc_value is not None:
        log.error("a thread broke", exc_info=broken.exc_value)


def note_unraisable(broken: "sys.UnraisableHookArgs") -> None:
    """Errors that Python has nobody to tell of, such as one in a destructor."""
    if broken.exc_value is not None:
        log.error("an error that nobody waited for", exc_info=broken.exc_value)
