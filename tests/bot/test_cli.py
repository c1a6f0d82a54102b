"""The command line answers in one plain sentence, with the exit code it promises."""

import asyncio
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.store import Store
from sandbox.program import environment
from sandbox.server import Sandbox

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
COMMANDS = ("demo", "run", "doctor", "check", "score", "roster", "backup", "audit")
TOKEN = "9000:a-token-nobody-may-see"
NOWHERE = "http://127.0.0.1:9"  # nothing listens there
SETTING = {"TELEGRAM_BOT_TOKEN": TOKEN, "GROUP_CHAT_ID": "-1001", "TELEGRAM_API_URL": NOWHERE}
ONE_SENTENCE = re.compile(r"lollipop[a-z ]*: [^\n]+[.?]\n")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder to work in, and none of the developer's own settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("MANAGER_IDS", "TOXICITY_MODEL", "MODEL_DIR", "LOG_LEVEL", "LOLLIPOP_NOW", "DATABASE"):
        monkeypatch.delenv(name, raising=False)


def lollipop(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        env=env(environ),
        timeout=60,
    )


def env(more: dict[str, str]) -> dict[str, str]:
    return {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHON_DOTENV_DISABLED": "1", **more}


@asynccontextmanager
async def running(*arguments: str, **environ: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The command while it runs, its three streams in our hands."""
    pipe = asyncio.subprocess.PIPE
    command = [sys.executable, "-m", "bot", *arguments]
    process = await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=pipe, stderr=pipe, env=env(environ)
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def lines(raw: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in raw.splitlines()]


# What is asked of it


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0

    said = capsys.readouterr()
    assert said.out.startswith(f"usage: lollipop {command}")
    assert said.err == ""


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0

    named = re.findall(r"^    ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE)
    assert tuple(named) == COMMANDS


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"lollipop \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("", "lollipop: Say what it should do, such as demo, doctor or run. See lollipop --help."),
        ("--debug", "lollipop: Say what it should do, such as demo, doctor or run."),
        ("docter", "lollipop: There is no command 'docter'; did you mean doctor? See lollipop --help."),
        ("Check", "lollipop: There is no command 'Check'; did you mean check?"),
        ("zzz", "lollipop: There is no command 'zzz'; there are demo, run, doctor,"),
        ("--hepl", "lollipop: Unrecognized arguments: --hepl."),
        ("demo --port x", "lollipop demo: --port: 'x' is not a port; give a number from 0 to 65535."),
        ("demo --port ²", "lollipop demo: --port: '²' is not a port"),
        ("demo --port 65536", "lollipop demo: --port: '65536' is not a port"),
        (
            "check --toxicity buitlin",
            "lollipop check: There is no --toxicity 'buitlin'; did you mean builtin?",
        ),
        ("score --model gpt", "lollipop score: There is no --model 'gpt'; there are builtin, original,"),
        ("check --profile", "lollipop check: --profile: expected one argument."),
        ("check --profile orletom", "lollipop: orletom: there is no such profile;"),
        ("check --profile nowhere.toml", "lollipop: nowhere.toml: there is no such file."),
        ("backup", "lollipop backup: The following arguments are required: FILE."),
        ("audit", "lollipop audit: The following arguments are required: verify."),
        ("audit verifi", "lollipop audit: There is no command 'verifi'; did you mean verify?"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_it(
    arguments: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments.split()) == 2

    said = capsys.readouterr()
    assert said.err.startswith(sentence)
    assert ONE_SENTENCE.fullmatch(said.err)
    assert said.out == ""


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN: not set;"),
        ({"TELEGRAM_BOT_TOKEN": "hello"}, "TELEGRAM_BOT_TOKEN: this is not a bot token"),
        ({"GROUP_CHAT_ID": ""}, "GROUP_CHAT_ID: not set;"),
        ({"GROUP_CHAT_ID": "1001"}, "GROUP_CHAT_ID: '1001' is not the id of a group"),
        ({"MANAGER_IDS": "Mrs Patel"}, "MANAGER_IDS: 'Mrs Patel' is not a Telegram id"),
        ({"MODE": "on"}, "MODE: 'on' is not one of observe, assist, enforce."),
        ({"PROFILE": "orletom"}, "orletom: there is no such profile;"),
        ({"LOLLIPOP_NOW": "noon"}, "LOLLIPOP_NOW: 'noon' is not a time"),
        ({"TELEGRAM_API_URL": "", "LOLLIPOP_NOW": "2026-09-07"}, "LOLLIPOP_NOW: the clock may be set only"),
        ({"DATABASE": "nowhere/lollipop.db"}, "DATABASE: there is no folder nowhere; make it first."),
        ({"KEY_FILE": "nowhere/lollipop.key"}, "KEY_FILE: there is no folder nowhere; make it first."),
    ],
)
def test_run_names_the_setting_that_is_wrong(
    changes: dict[str, str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    for name, value in (SETTING | changes).items():
        monkeypatch.setenv(name, value)

    assert main(["run"]) == 2

    said = capsys.readouterr()
    assert said.err.startswith(f"lollipop: {sentence}")
    assert ONE_SENTENCE.fullmatch(said.err)
    assert list(tmp_path.iterdir()) == []  # nothing was begun


# The bot itself


async def test_a_token_that_telegram_does_not_know_is_a_mistake_of_the_caller_s(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        environ = environment(sandbox.url, tmp_path) | {"TELEGRAM_BOT_TOKEN": TOKEN}
        async with running("run", **environ) as bot:
            out, err = await bot.communicate()

    assert bot.returncode == 2
    assert err.decode() == (
        "lollipop: TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it again from @BotFather.\n"
    )
    assert out == b""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
async def test_a_bot_that_cannot_reach_telegram_waits_and_can_be_ended(end: signal.Signals) -> None:
    async with running("run", **SETTING) as bot:
        assert bot.stderr is not None
        assert b"out of reach" in await bot.stderr.readline()
        bot.send_signal(end)
        async with asyncio.timeout(20):
            _, err = await bot.communicate()

    assert bot.returncode == 0
    assert b"Traceback" not in err
    assert TOKEN.encode() not in err


async def test_a_running_bot_ends_in_good_order(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        environ = environment(sandbox.url, tmp_path) | {"LOG_LEVEL": "INFO"}
        async with running("run", **environ) as bot:
            assert bot.stderr is not None
            while b"running in mode" not in await bot.stderr.readline():
                pass
            bot.send_signal(signal.SIGINT)
            async with asyncio.timeout(20):
                _, err = await bot.communicate()

    assert bot.returncode == 0
    assert b"Traceback" not in err
    assert not list(tmp_path.glob("*-wal"))


async def test_a_second_bot_on_the_same_database_fails(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        environ = environment(sandbox.url, tmp_path) | {"LOG_LEVEL": "INFO"}
        async with running("run", **environ) as first:
            assert first.stderr is not None
            while b"running in mode" not in await first.stderr.readline():
                pass
            async with running("run", **environ) as second:
                _, err = await second.communicate()

    assert second.returncode == 1
    assert ONE_SENTENCE.fullmatch(err.decode())
    assert b"Another Lollipop is running on" in err


def test_the_doctor_is_asked_before_anything_is_set_up(tmp_path: Path) -> None:
    done = lollipop("doctor")

    assert done.returncode == 1
    assert b"BAD  token      TELEGRAM_BOT_TOKEN is not set" in done.stdout
    assert done.stderr == b""
    assert list(tmp_path.iterdir()) == []


# Lines in, lines out


def test_posts_are_judged_from_a_pipe() -> None:
    done = lollipop(
        "check", stdin=b'{"id": "a", "text": "you are a pathetic idiot"}\r\n{"id": "b", "text": "hi"}'
    )

    assert done.returncode == 0
    assert [(page["id"], page["action"]) for page in lines(done.stdout)] == [("a", "hide"), ("b", "allow")]
    assert done.stderr == b""


def test_a_bad_line_makes_the_exit_code_one_and_the_run_go_on() -> None:
    done = lollipop("check", stdin=b'nonsense\n{"id": "b", "text": "hi"}\n')

    assert done.returncode == 1
    assert lines(done.stdout)[0] == {"id": None, "error": "line 1: not valid JSON at character 1"}
    assert lines(done.stdout)[1]["action"] == "allow"
    assert done.stderr == b""


def test_texts_are_scored_from_a_pipe() -> None:
    done = lollipop("score", stdin=b'{"id": 1, "text": "you idiot"}\n{"id": 2}\n')

    first, second = lines(done.stdout)
    assert done.returncode == 1
    assert first["scores"]["toxicity"] > 0.5
    assert second == {"id": 2, "error": 'line 2: "text" is missing'}


@pytest.mark.parametrize("command", ["check", "score"])
async def test_a_line_is_answered_before_the_next_is_written(command: str) -> None:
    async with running(command) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(b'{"id": %d, "text": "morning all"}\n' % number)
            async with asyncio.timeout(30):
                answer = json.loads(await process.stdout.readline())
            assert answer["id"] == number


@pytest.mark.parametrize("command", ["check", "score"])
async def test_ctrl_c_ends_quietly(command: str) -> None:
    async with running(command) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b'{"text": "morning all"}\n')
        await process.stdout.readline()
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(30):
            await process.wait()
        assert process.stderr is not None
        assert await process.stderr.read() == b""

    assert process.returncode == 130


def test_a_reader_who_leaves_ends_it_quietly(tmp_path: Path) -> None:
    posts = tmp_path / "posts"
    posts.write_text('{"text": "morning all"}\n' * 5000)
    command = f"{sys.executable} -m bot check < {posts} | head -1; echo ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", command], capture_output=True, env=env({}), timeout=60)

    first, code = done.stdout.splitlines()
    assert json.loads(first)["action"] == "allow"
    assert (code, done.stderr) == (b"1", b"")


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_a_closed_stream_is_a_mistake(closed: str) -> None:
    command = f"{sys.executable} -m bot check {closed}"

    done = subprocess.run(["bash", "-c", command], capture_output=True, env=env({}), timeout=60)

    assert done.returncode == 2
    assert done.stderr == b"lollipop: standard input and standard output must both be open.\n"


def test_a_terminal_that_knows_few_letters_is_written_to_all_the_same() -> None:
    done = lollipop("check", "--help", PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert b'{"text": "?"}' in done.stdout


def test_a_profile_of_one_s_own_is_read(tmp_path: Path) -> None:
    profile = tmp_path / "ours.toml"
    profile.write_text('extends = "default"\n[setting]\nname = "Little Oaks"\n')
    rude = b'{"text": "you are a pathetic idiot"}'

    named, set_for_all = (
        lollipop("check", "--profile", "ours.toml", stdin=rude),
        lollipop("check", PROFILE="ours.toml", stdin=rude),
    )

    assert "Hello from Little Oaks." in lines(named.stdout)[0]["reply"]
    assert named.stdout == set_for_all.stdout


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        ("[setting\n", "is not valid TOML"),
        ("[setting]\nnmae = 'x'\n", "setting.nmae: there is no such knob. Did you mean setting.name?"),
        (
            "[images]\nparents = 'maybe'\n",
            'images.parents: "maybe" is not one of hide, hold, own_child_only.',
        ),
    ],
)
def test_a_broken_profile_is_named_with_its_mistake(
    words: str, mistake: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.toml").write_text(words)

    assert main(["check", "--profile", "ours.toml"]) == 2

    said = capsys.readouterr().err
    assert said.startswith(f"lollipop: ours.toml: {mistake}")
    assert ONE_SENTENCE.fullmatch(said)


@pytest.mark.parametrize("arguments", [("check", "--toxicity", "original"), ("score", "--model", "original")])
def test_a_model_without_its_weights_is_a_failure_said_once(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1

    said = capsys.readouterr()
    assert ONE_SENTENCE.fullmatch(said.err)
    assert said.err.count("the weights of 'original' are not in models") == 1
    assert said.out == ""


# What went wrong inside


@pytest.mark.parametrize("arguments", [("--debug", "check"), ("check", "--debug")])
def test_debug_shows_where_an_error_came_from(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--profile", "nowhere.toml"]) == 2

    *places, last = capsys.readouterr().err.splitlines()
    assert any("policy.py:" in line for line in places)
    assert last == "lollipop: nowhere.toml: there is no such file."


def test_an_error_that_nobody_foresaw_is_one_sentence_too(tmp_path: Path) -> None:
    with (tmp_path / "only-to-write").open("wb") as unreadable:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "check"],
            stdin=unreadable,
            capture_output=True,
            env=env({}),
            timeout=60,
        )

    assert done.returncode == 1
    assert done.stderr.decode() == (
        "lollipop: stopped by OSError (Bad file descriptor); run it again with --debug to see where.\n"
    )


# Backups and the log


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with a log of three rows, at the place the environment names."""
    path = tmp_path / "group.db"
    with Store.open(path, tmp_path / "group.key") as store:
        for event in ("started", "case opened", "case closed"):
            store.log.append(event, now=NOON)
    monkeypatch.setenv("DATABASE", str(path))
    return path


def tamper(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as db, db:
        db.execute(statement)


def test_a_whole_log_is_said_to_be_whole(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify"]) == 0
    assert capsys.readouterr().out.startswith("The log is whole: 3 rows, the last one signed ")


@pytest.mark.parametrize(
    ("statement", "row"),
    [
        ("UPDATE log SET event = 'nothing' WHERE id = 2", 2),
        ("UPDATE log SET at = '2026-01-01T00:00:00+00:00' WHERE id = 1", 1),
        ("DELETE FROM log WHERE id = 2", 2),
        ("UPDATE log SET mac = 'x' WHERE id = 3", 3),
    ],
)
def test_a_log_that_was_changed_fails_at_its_first_broken_row(
    database: Path, statement: str, row: int, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(database, statement)

    assert main(["audit", "verify"]) == 1

    said = capsys.readouterr()
    assert said.err.startswith(f"lollipop: the log is broken at row {row}:")
    assert ONE_SENTENCE.fullmatch(said.err)
    assert said.out == ""


def test_the_log_can_be_verified_while_the_bot_writes(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(database, database.with_suffix(".key")) as bot:
        bot.log.append("went on", now=NOON)

        assert main(["audit", "verify"]) == 0

    assert "4 rows" in capsys.readouterr().out


def test_a_backup_is_a_whole_private_copy_made_while_the_bot_runs(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(database, database.with_suffix(".key")) as bot:
        bot.log.append("went on", now=NOON)

        assert main(["backup", "copy.db"]) == 0

    assert str(database.with_suffix(".key")) in capsys.readouterr().out
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    with Store.look(tmp_path / "copy.db", database.with_suffix(".key")) as copy:
        assert copy.log.verify() is None
        assert copy.log.head().id == 4


def a_file(folder: Path) -> None:
    (folder / "copy.db").write_text("the last good one")


def a_link_to_nowhere(folder: Path) -> None:
    (folder / "copy.db").symlink_to(folder / "nowhere")


def a_folder(folder: Path) -> None:
    (folder / "copy.db").mkdir()


@pytest.mark.parametrize("put", [a_file, a_link_to_nowhere, a_folder])
def test_a_backup_is_never_written_over_anything(
    put: Any, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())

    assert main(["backup", "copy.db"]) == 2

    assert capsys.readouterr().err.startswith("lollipop: copy.db exists already and is not written over;")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("arguments", [("backup", "copy.db"), ("audit", "verify")])
def test_without_a_database_nothing_is_made(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2

    assert capsys.readouterr().err == (
        "lollipop: DATABASE: there is no database lollipop.db yet; the bot makes it.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("backup", "copy.db"), ("audit", "verify")])
def test_without_its_key_a_database_is_not_vouched_for(
    arguments: tuple[str, ...], database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database.with_suffix(".key").unlink()

    assert main(arguments) == 1

    assert "is missing that the database" in capsys.readouterr().err
    assert not (tmp_path / "copy.db").exists()


def test_a_backup_into_a_missing_folder_is_refused(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "nowhere/copy.db"]) == 2
    assert capsys.readouterr().err == "lollipop: there is no folder nowhere; make it first.\n"
