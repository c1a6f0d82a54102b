"""The log never holds words, names or the token, whoever writes it and whatever goes wrong."""

import asyncio
import io
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.app import App
from bot.desk import Desk
from bot.jobs import JOBS
from bot.logs import start_logging
from bot.settings import read_settings
from moderation.policy import load_policy
from sandbox.cast import GROUP, JO, LISA, PATEL
from sandbox.people import Person
from sandbox.program import Program, environment
from sandbox.server import Sandbox

# None of these words may ever reach a log; the sandbox puts them wherever Telegram puts such things.
FIRST, LAST, USERNAME, TITLE = "Canaryfirst", "Canarylast", "canary_username", "Canarytitle"
RUDE = "canaryrude whoever parked across the gate is a selfish cow"
PLAIN, EDITED, PRIVATE, CAPTION = "canaryplain", "canaryedited you idiot", "canaryprivate", "canarycaption"
FILE_NAME, FILE_WORDS, ERROR = "canaryfile.pdf", "canarycontent", "canaryerror"
TOKEN = "9000:canary-token_1234567890"
SAM_THE_CANARY = 7001


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What start_logging("DEBUG") lets through; afterwards logging is as it was."""
    root, ours = logging.getLogger(), [logging.getLogger(name) for name in ("bot", "__main__")]
    before = root.handlers[:], root.level, [one.level for one in ours]
    hooks = threading.excepthook, sys.unraisablehook
    root.handlers.clear()
    stream = io.StringIO()
    start_logging("DEBUG", stream)
    yield stream
    logging.captureWarnings(False)
    threading.excepthook, sys.unraisablehook = hooks
    root.handlers[:], root.level = before[:2]
    for one, level in zip(ours, before[2], strict=True):
        one.setLevel(level)


def canaries(text: str) -> list[str]:
    """The lines that hold what they must not."""
    return [line for line in text.splitlines() if "canary" in line.lower()]


# One line at a time


def test_a_line_of_ours_is_written_with_its_ids(log: io.StringIO) -> None:
    logging.getLogger("bot.review").debug("case %s of post %s", 12, 345)

    assert log.getvalue().endswith(" DEBUG bot.review: case 12 of post 345\n")


def test_an_error_is_told_by_kind_and_place_and_so_is_its_cause(log: io.StringIO) -> None:
    try:
        try:
            int("canary")
        except ValueError as error:
            raise KeyError("canary") from error
    except KeyError:
        logging.getLogger("bot.intake").exception("update %s broke", 7)

    assert "update 7 broke" in log.getvalue()
    assert f"{__file__}:" in log.getvalue()
    assert log.getvalue().index("ValueError") < log.getvalue().index("KeyError")
    assert canaries(log.getvalue()) == []


def test_a_token_is_blotted_out_even_of_a_line_of_ours(log: io.StringIO) -> None:
    logging.getLogger("bot.app").warning("asked https://api.telegram.org/bot%s/getMe", TOKEN)

    assert "/bot<token>/getMe" in log.getvalue()


@pytest.mark.parametrize("library", ["telegram.ext.Application", "apscheduler.scheduler", "some.other"])
def test_a_library_is_quoted_without_what_it_fills_in(log: io.StringIO, library: str) -> None:
    logging.getLogger(library).error("Job %s raised\ncanary", "canary", stack_info=True)

    assert log.getvalue().endswith(f" ERROR {library}: Job %s raised\n")


@pytest.mark.parametrize("library", ["httpx", "httpcore.http11", "telegram.Bot", "aiohttp.access", "asyncio"])
def test_a_library_that_is_content_is_not_heard(log: io.StringIO, library: str) -> None:
    logging.getLogger(library).info("HTTP Request: POST %s", f"https://api.telegram.org/bot{TOKEN}/getMe")

    assert log.getvalue() == ""


async def test_a_task_that_nobody_waits_for_says_no_words(log: io.StringIO) -> None:
    asyncio.get_running_loop().call_exception_handler(
        {"message": f"Exception in callback {PLAIN}", "exception": ValueError(ERROR)}
    )

    assert " ERROR asyncio: in " in log.getvalue()
    assert log.getvalue().endswith("ValueError\n")
    assert canaries(log.getvalue()) == []


def test_a_thread_that_breaks_says_no_words(log: io.StringIO) -> None:
    thread = threading.Thread(target=int, args=(ERROR,))
    thread.start()
    thread.join()

    assert "a thread broke" in log.getvalue()
    assert canaries(log.getvalue()) == []


def test_an_error_nobody_can_be_told_of_says_no_words(log: io.StringIO) -> None:
    error = ValueError(ERROR)
    sys.unraisablehook(SimpleNamespace(exc_value=error, err_msg=ERROR, object=ERROR))

    assert "nobody waited for" in log.getvalue()
    assert canaries(log.getvalue()) == []


def test_a_warning_is_told_by_kind_and_place(log: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)  # within the block, which puts the showing of warnings back at its end
        warnings.warn(ERROR, RuntimeWarning, stacklevel=1)

    assert "test_logs.py" in log.getvalue()
    assert log.getvalue().endswith(": RuntimeWarning\n")


# A whole day


def people_whose_words_are_canaries(sandbox: Sandbox) -> None:
    world = sandbox.world
    world.add_person(Person(SAM_THE_CANARY, FIRST, LAST, USERNAME, started=True))
    world.join(SAM_THE_CANARY, GROUP)
    world.retitle(PATEL, GROUP, TITLE)


async def a_bad_day(sandbox: Sandbox) -> None:
    """Posts of every kind, edits, presses and private words, while Telegram drops, delays and refuses."""
    world = sandbox.world
    for kind in ("502", "dropped", "500", "429", "lost"):
        sandbox.fault(kind, times=1, methods=("deleteMessage", "sendMessage"))
    rude = world.say(SAM_THE_CANARY, GROUP, RUDE)["message_id"]
    plain = world.say(SAM_THE_CANARY, GROUP, PLAIN)["message_id"]
    world.edit(SAM_THE_CANARY, GROUP, plain, EDITED)
    world.post(SAM_THE_CANARY, GROUP, "photo", caption=CAPTION)
    world.post(SAM_THE_CANARY, GROUP, "document", name=FILE_NAME, content=FILE_WORDS.encode())
    world.strange(SAM_THE_CANARY, GROUP, {"canary_kind": {"canary": PLAIN}})
    world.strange(SAM_THE_CANARY, GROUP, {"text": 5, "entities": "canary"})  # breaks whoever reads it
    world.say(LISA, GROUP, "@canary_username canaryplain ffs you are a pathetic idiot")
    world.start(SAM_THE_CANARY)
    world.say(SAM_THE_CANARY, SAM_THE_CANARY, PRIVATE)
    world.say(SAM_THE_CANARY, SAM_THE_CANARY, f"/why {PRIVATE}")
    await gone(sandbox, rude)
    await gone(sandbox, plain)
    card = await sandbox.until(lambda: card_about(sandbox, RUDE), 60)
    world.press(PATEL, PATEL, card, "Put back")
    await sandbox.until(lambda: put_back(sandbox), 60)
    world.press_data(PATEL, PATEL, card, "canary:canary")
    last = world.say(JO, GROUP, RUDE)["message_id"]
    await gone(sandbox, last)


async def gone(sandbox: Sandbox, message: int) -> None:
    await sandbox.until(lambda: not sandbox.world.chats[GROUP].messages[message].visible, 60)


def card_about(sandbox: Sandbox, words: str) -> int | None:
    messages = sandbox.world.chats[PATEL].messages.values()
    return next((one.id for one in messages if words in one.text and one.buttons), None)


def put_back(sandbox: Sandbox) -> bool:
    messages = sandbox.world.chats[GROUP].messages.values()
    return any(RUDE in one.text and one.sender == sandbox.world.bot_id for one in messages)


def broken_job(desk: Desk) -> None:
    raise ValueError(ERROR)


async def test_a_day_with_everything_in_it_leaves_no_words_in_the_log(
    log: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.JOBS", (*JOBS, SimpleNamespace(name="broken", run_if_due=broken_job)))
    async with Sandbox(token=TOKEN) as sandbox:
        people_whose_words_are_canaries(sandbox)
        environ = environment(sandbox.url, tmp_path) | {"TELEGRAM_BOT_TOKEN": TOKEN}
        settings = read_settings(environ)
        async with App(settings, load_policy(settings.profile), a_minute=1000) as app:
            await a_bad_day(sandbox)
            await app.tick()

    assert "job broken broke: ValueError" in log.getvalue()
    assert " failed at try " in log.getvalue()
    assert canaries(log.getvalue()) == []


async def test_the_program_itself_says_no_words(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    async with Sandbox(token=TOKEN) as sandbox:
        people_whose_words_are_canaries(sandbox)
        environ = environment(sandbox.url, tmp_path)
        environ |= {"TELEGRAM_BOT_TOKEN": TOKEN, "LOG_LEVEL": "DEBUG"}
        async with Program([sys.executable, "-m", "bot", "run"], environ):
            await a_bad_day(sandbox)

    said = "".join(capfd.readouterr())
    assert "running in mode enforce" in said
    assert " failed at try " in said
    assert canaries(said) == []
