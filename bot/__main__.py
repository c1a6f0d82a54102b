"""The command line: `lollipop` or `python -m bot`."""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from bot.settings import TOXICITY_MODELS, Settings, SettingsError, read_settings
from moderation.policy import SHIPPED, PolicyError, load_policy

if TYPE_CHECKING:
    from bot.models import Models

# What a caller did wrong is exit code 2, what went wrong by itself 1 (interfaces.md).
MISTAKE, FAILURE = 2, 1


class Parser(argparse.ArgumentParser):
    """Says a mistake in one sentence, without the whole usage above it."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}. See {self.prog} --help.\n")
        raise SystemExit(MISTAKE)


class Failure(Exception):
    """One plain sentence: what could not be done."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand; its exit code."""
    options = make_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (SettingsError, PolicyError) as error:
        return complain(error, MISTAKE, options.debug)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILURE
    except Exception as error:
        known = isinstance(error, Failure) or type(error).__name__ == "StoreError"
        if not known:
            logging.getLogger(__name__).debug("stopped", exc_info=error)
            error = Failure(f"stopped by {type(error).__name__}; run it again with --debug for more.") \
                if not options.debug else error  # fmt: skip
        return complain(error, FAILURE, options.debug)


def complain(error: Exception, code: int, debug: bool) -> int:
    if debug:
        raise error
    sys.stderr.write(f"lollipop: {error}\n")
    return code


def make_parser() -> Parser:
    parser = Parser(
        prog="lollipop", description="Looks after a pre-school's closed parents' group on Telegram."
    )
    parser.add_argument("--debug", action="store_true", help="show where an error came from")
    subcommands = parser.add_subparsers(title="what to do", metavar="COMMAND", required=True)

    def add(name: str, run: Callable[[argparse.Namespace], int], summary: str) -> argparse.ArgumentParser:
        sub = subcommands.add_parser(name, help=summary, description=summary)
        sub.set_defaults(run=run)
        return sub

    demo = add("demo", run_demo, "try it on this computer: a pretend Telegram in your browser, no token")
    demo.add_argument(
        "--port", type=port, default=8080, help="where the page is served (default 8080; 0: any)"
    )
    demo.add_argument("--no-browser", action="store_true", help="do not open the page")
    demo.add_argument("--story", action="store_true", help="play a scripted day and check every step")
    add("run", run_bot, "run the real bot, from the environment and .env")
    add(
        "doctor", run_doctor, "check token, rights, people, profile, database and model; say how to mend each"
    )
    check = add("check", run_check, "judge posts given as JSON lines, one judgement a line")
    check.add_argument(
        "--profile", help=f"{', '.join(SHIPPED)} or a TOML file (default: PROFILE, or default)"
    )
    check.add_argument(
        "--toxicity", choices=TOXICITY_MODELS, help="the toxicity model (default: TOXICITY_MODEL)"
    )
    score = add("score", run_score, "score the toxicity of texts given as JSON lines")
    score.add_argument(
        "--model", choices=TOXICITY_MODELS, help="the toxicity model (default: TOXICITY_MODEL)"
    )
    return parser


def port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port; give a number from 0 to 65535")
    return int(text)


def run_bot(options: argparse.Namespace) -> int:
    from bot.app import App
    from bot.logs import start_logging

    settings = read_settings()
    settings.require_token()
    policy = load_policy(settings.profile)
    start_logging(settings.log_level)
    asyncio.run(App(settings, policy).run())
    return 0


def run_doctor(options: argparse.Namespace) -> int:
    from bot.doctor import examine

    return asyncio.run(examine(read_settings))


def run_check(options: argparse.Namespace) -> int:
    from bot.check import arriving, check

    settings = read_settings()
    policy = load_policy(options.profile or settings.profile)
    models = load_models(options.toxicity, settings)
    return check(arriving(sys.stdin.fileno()), sys.stdout.buffer, policy, models)


def run_score(options: argparse.Namespace) -> int:
    from bot.check import arriving, score

    models = load_models(options.model, read_settings())
    return score(arriving(sys.stdin.fileno()), sys.stdout.buffer, models)


def load_models(name: str | None, settings: Settings) -> "Models":
    """The model asked for and no other: a figure must not come from a stand-in."""
    from bot.models import Models

    models = Models(name or settings.toxicity_model, settings.model_dir)
    models.load()
    if models.trouble is not None:
        raise Failure(models.trouble.why)
    return models


def run_demo(options: argparse.Namespace) -> int:
    """The bot runs as a program of its own beside the pretend Telegram, as it would beside the real one."""
    command = [sys.executable, "-m", "bot", "run"]
    if options.story:
        from sandbox.story import play

        return asyncio.run(play(command))
    from sandbox.demo import serve

    return asyncio.run(serve(command, port=options.port, browser=not options.no_browser))


if __name__ == "__main__":
    sys.exit(main())
