"""The command line: `lollipop` or `python -m bot`."""

import argparse
import asyncio
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from bot.settings import TOXICITY_MODELS, Settings, SettingsError, read_settings
from moderation.policy import SHIPPED, PolicyError, load_policy

if TYPE_CHECKING:
    from bot.models import Models
    from bot.roster_file import RosterFile
    from moderation.roster import Roster

# What a caller did wrong is exit code 2, what went wrong by itself 1 (interfaces.md).
MISTAKE, FAILURE, INTERRUPTED = 2, 1, 130
INVALID_CHOICE = re.compile(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)


class Mistake(Exception):
    """One plain sentence: what the caller got wrong."""


class Failure(Exception):
    """One plain sentence: what could not be done."""


class Parser(argparse.ArgumentParser):
    """Says a mistake in one sentence, without the whole usage above it."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {in_plain_words(message)} See {self.prog} --help.\n")
        raise SystemExit(MISTAKE)


def in_plain_words(message: str) -> str:
    """What argparse says, as a sentence; a misspelt word gets the nearest known one."""
    found = INVALID_CHOICE.fullmatch(message)
    if found is None:
        return sentence(message.removeprefix("argument "))
    what, given, choices = found.groups()
    known = re.findall(r"[\w-]+", choices)
    near = get_close_matches(given.lower(), known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
    return f"There is no {what if what.startswith('-') else 'command'} {given!r}; {hint}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no “ gets a ? and no error
    try:
        code = obey(arguments)
    except SystemExit as told:  # argparse: the help was asked for, or a mistake was named
        code = int(told.code or 0)
    except KeyboardInterrupt:
        code = INTERRUPTED
    return code if said_all() else code or FAILURE


def said_all() -> bool:
    """Whether everything written to stdout arrived; asked here, where it can be borne that it did not."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:  # the reader has left, or the disk is full
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def obey(arguments: Sequence[str] | None) -> int:
    parser = make_parser()
    options = parser.parse_args(arguments)
    if "run" not in options:
        parser.error("say what it should do, such as demo, doctor or run")
    try:
        return int(options.run(options))
    except BrokenPipeError:  # as in `lollipop check | head`: nobody is left to be told
        return FAILURE
    except Exception as error:
        return complain(error, debug=options.debug)


def complain(error: Exception, *, debug: bool) -> int:
    """Never shows the message of an error that is not ours: it may quote what somebody wrote."""
    from bot.logs import places

    if debug:
        sys.stderr.write("\n".join(places(error)) + "\n")
    if isinstance(error, SettingsError | PolicyError | Mistake):
        sys.stderr.write(f"lollipop: {error}\n")
        return MISTAKE
    sys.stderr.write(f"lollipop: {failure_of(error, debug).removesuffix('.')}.\n")
    return FAILURE


def failure_of(error: Exception, debug: bool) -> str:
    from bot.store import StoreError

    if isinstance(error, Failure | StoreError):
        return str(error)
    kind = f"{type(error).__name__}" + (f" ({error.strerror})" if isinstance(error, OSError) else "")
    return f"stopped by {kind}" + ("" if debug else "; run it again with --debug to see where")


def make_parser() -> Parser:
    parser = Parser(
        prog="lollipop", description="Looks after a pre-school's closed parents' group on Telegram."
    )
    parser.add_argument("--version", action="version", version=f"lollipop {our_version()}")
    parser.add_argument("--debug", action="store_true", help="show where an error came from")
    subcommands = parser.add_subparsers(title="what to do", metavar="COMMAND")

    def add(
        name: str, run: Callable[[argparse.Namespace], int], summary: str, more: str = ""
    ) -> argparse.ArgumentParser:
        sub = subcommands.add_parser(name, help=summary, description=f"{sentence(summary)} {more}".strip())
        sub.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        sub.set_defaults(run=run)
        return sub

    demo = add("demo", run_demo, "try it on this computer: a pretend Telegram in your browser, no token")
    demo.add_argument(
        "--port", type=port, default=8080, help="where the page is served (default 8080; 0: any)"
    )
    demo.add_argument("--no-browser", action="store_true", help="do not open the page")
    demo.add_argument("--story", action="store_true", help="play a scripted day and check every step")
    add("run", run_bot, "run the real bot, from the environment and .env")
    add("doctor", run_doctor, "check token, rights, people, profile, database, model; say how to mend each")
    check = add("check", run_check, "judge posts given as JSON lines, one judgement a line", POSTS)
    check.add_argument(
        "--profile", help=f"{', '.join(SHIPPED)} or a TOML file (default: PROFILE, or default)"
    )
    check.add_argument(
        "--roster",
        type=Path,
        action="append",
        metavar="FILE",
        help="whose child is whose; may be given twice",
    )
    check.add_argument("--toxicity", choices=TOXICITY_MODELS, help=MODEL_HELP, metavar="MODEL")
    score = add("score", run_score, "score the toxicity of texts given as JSON lines", TEXTS)
    score.add_argument("--model", choices=TOXICITY_MODELS, help=MODEL_HELP, metavar="MODEL")
    roster = add(
        "roster", run_roster, "bring the list of children and carers, or of staff, up to date", ROSTER
    )
    roster.add_argument("what", choices=("import",), metavar="import", help="read a file")
    roster.add_argument("file", type=Path, metavar="FILE", help="a .csv or .xlsx file")
    roster.add_argument("--dry-run", action="store_true", help="only show what would change")
    roster.add_argument("--yes", action="store_true", help="do not ask")
    backup = add("backup", run_backup, "copy the database into a new file, while the bot runs too")
    backup.add_argument(
        "file", type=Path, metavar="FILE", help="the copy; a file that is there is left alone"
    )
    audit = add("audit", run_audit, "look whether anybody has changed the log of who did what")
    audit.add_argument("what", choices=("verify",), metavar="verify", help="check every row's signature")
    return parser


MODEL_HELP = f"the toxicity model: {', '.join(TOXICITY_MODELS)} (default: TOXICITY_MODEL, or builtin)"
POSTS = (
    'Each line holds at least {"text": "…"}; it may also hold id, role, media, reply_to, at, from and'
    " context."
)
ROSTER = "It shows what would change and asks first. A later file corrects and adds, and takes nobody out."
TEXTS = 'Each line holds {"id": …, "text": "…"}.'


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:].removesuffix(".") + "."


def our_version() -> str:
    try:
        return version("lollipop-bot")
    except PackageNotFoundError:  # a copy of the source that was never installed
        return "of an unknown version"


def port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port; give a number from 0 to 65535")
    return int(text)


def run_bot(options: argparse.Namespace) -> int:
    from bot.app import App
    from bot.logs import start_logging

    settings = read_settings()
    require_all(settings)
    policy = load_policy(settings.profile)
    start_logging(settings.log_level)
    asyncio.run(App(settings, policy).run())
    return 0


def require_all(settings: Settings) -> None:
    """What a bot on a live group cannot do without. SettingsError names the first that is missing."""
    settings.require_token()
    if settings.group_chat_id is None:
        raise SettingsError(
            "GROUP_CHAT_ID: not set; add the bot to the group and write the group's id into the file .env."
        )
    for name, file in (("DATABASE", settings.database), ("KEY_FILE", settings.key_file)):
        if not file.parent.is_dir():
            raise SettingsError(f"{name}: there is no folder {file.parent}; make it first.")


def run_doctor(options: argparse.Namespace) -> int:
    from bot.doctor import examine
    from bot.logs import start_logging

    start_logging("CRITICAL")  # what is wrong, the lines say
    return asyncio.run(examine(read_settings))


def run_check(options: argparse.Namespace) -> int:
    from bot.check import check

    settings = read_settings()
    policy = load_policy(options.profile or settings.profile)
    models = load_models(options.toxicity, settings)
    roster = roster_of(options.roster) if options.roster else None
    return check(*streams(), policy, models, roster)


def roster_of(files: list[Path]) -> "Roster":
    """The files' roster, in memory only."""
    from bot.roster import in_memory

    return in_memory([roster_file(path) for path in files])


def roster_file(path: Path) -> "RosterFile":
    from bot.import_roster import read_file
    from bot.roster_file import RosterError

    try:
        return read_file(path)
    except RosterError as error:
        raise Mistake(f"{path}: {error}") from None
    except OSError as error:
        raise Mistake(f"{path} cannot be read ({error.strerror}).") from None


def run_roster(options: argparse.Namespace) -> int:
    from bot.import_roster import import_roster
    from bot.words import say

    settings = read_settings()
    roster_file(options.file)  # a mistake in it is told before the database is opened
    if not import_roster(options.file, settings, dry_run=options.dry_run, yes=options.yes):
        raise Mistake(say("roster.not_imported"))
    return 0


def run_score(options: argparse.Namespace) -> int:
    from bot.check import score

    models = load_models(options.model, read_settings())
    return score(*streams(), models)


def streams() -> tuple[Iterator[bytes], BinaryIO]:
    """Where the lines come from, as they come, and where the answers go."""
    from bot.check import arriving
    from bot.logs import start_logging

    if sys.stdin is None or sys.stdout is None:
        raise Mistake("standard input and standard output must both be open.")
    if sys.stdin.isatty():
        sys.stderr.write('One JSON line at a time, such as {"text": "Morning all"}; Ctrl-D ends.\n')
    start_logging("ERROR")
    return arriving(sys.stdin.fileno()), sys.stdout.buffer


def load_models(name: str | None, settings: Settings) -> "Models":
    """The model asked for and no other: a figure must not come from a stand-in."""
    from bot.models import Models

    models = Models(name or settings.toxicity_model, settings.model_dir)
    models.load()
    if models.trouble is not None:
        raise Failure(models.trouble.why)
    return models


def run_backup(options: argparse.Namespace) -> int:
    """A second copy is never written over the first: it may be the last good one."""
    from bot.store import Store

    settings, target = read_settings(), options.file
    require_database(settings)
    if os.path.lexists(target):
        raise Mistake(f"{target} exists already and is not written over; name another file.")
    if not target.parent.is_dir():
        raise Mistake(f"there is no folder {target.parent}; make it first.")
    with Store.look(settings.database, settings.key_file) as store:
        store.backup(target)
    print(f"Copied {settings.database} to {target}.")
    print(
        f"Keep a copy of the key {settings.key_file} as well, and apart: without it the copy cannot be read."
    )
    return 0


def run_audit(options: argparse.Namespace) -> int:
    from bot.store import Store

    settings = read_settings()
    require_database(settings)
    with Store.look(settings.database, settings.key_file) as store:
        broken, head = store.log.verify(), store.log.head()
    if broken is not None:
        raise Failure(f"the log is broken at row {broken}: that row was changed, or rows are missing there.")
    print(f"The log is whole: {head.id} rows, the last one signed {head.mac[:16] or 'by nobody'}.")
    return 0


def require_database(settings: Settings) -> None:
    if not settings.database.is_file():
        raise SettingsError(f"DATABASE: there is no database {settings.database} yet; the bot makes it.")


def run_demo(options: argparse.Namespace) -> int:
    """The bot runs as a program of its own beside the pretend Telegram, as it would beside the real one."""
    command = [sys.executable, "-m", "bot"]
    if options.story:
        from sandbox.story import play

        return asyncio.run(play(command))
    from sandbox.demo import serve

    return asyncio.run(serve(command, port=options.port, browser=not options.no_browser))


if __name__ == "__main__":
    sys.exit(main())
