"""Who may import whom: the walls of the house, and a check that they hold."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "moderation", "sandbox")
MODULES = sorted(
    path.relative_to(ROOT).as_posix() for package in PACKAGES for path in (ROOT / package).rglob("*.py")
)

# Where (a pattern over paths), what may not be imported there (a pattern over dotted names), and what to say.
RULES = (
    (r"moderation/", r"bot|sandbox", "moderation knows nothing of the shell"),
    (r"moderation/", r"sqlite3|sqlite_utils|asyncio|logging|time", "moderation is pure"),
    (r"moderation/", r"datetime\.(datetime\.(now|utcnow|today)|date\.today)", "moderation has no clock"),
    (r"bot/(?!__main__\.py)", r"sandbox", "the bot knows the sandbox only over HTTP"),
    (r"sandbox/", r"bot", "the sandbox knows the bot only over HTTP"),
    (r"(?!bot/(intake|reading|outbox|app)\.py)", r"telegram", "Telegram has four doors"),
    (r"(?!bot/app\.py)", r"apscheduler", "only the composition root sets clocks ticking"),
    (r"(?!bot/store/)", r"sqlite3|sqlite_utils", "the database has one door"),
    (
        r"(?!moderation/models/)",
        r"detoxify|torch|onnxruntime|transformers",
        "models stay in moderation/models",
    ),
    (r"(?!bot/settings\.py)", r"os\.(environ|environb|getenv)|dotenv", "the environment has one door"),
    (
        r"moderation/detectors/(?!__init__\.py)",
        r"moderation\.detectors\..+",
        "detectors do not know each other",
    ),
    (r"bot/commands/(?!__init__\.py)", r"bot\.commands\..+", "commands do not know each other"),
    (r"bot/presses/(?!__init__\.py)", r"bot\.presses\..+", "presses do not know each other"),
    (r"bot/jobs/(?!__init__\.py)", r"bot\.jobs\..+", "jobs do not know each other"),
)


def imports(tree: ast.AST, package: str) -> dict[str, str]:
    """Every name that is imported anywhere in the file, and what it stands for: `from a import b` is a.b."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: package.count(".") + 2 - node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {alias.asname or alias.name: f"{base}.{alias.name}" for alias in node.names}
    return found


def uses(tree: ast.AST, imported: Mapping[str, str]) -> Iterator[str]:
    """Every `a.b` or `a.b.c` that is read of an import, so that os.environ and datetime.now show."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            root, _, rest = ast.unparse(node).partition(".")
            if root in imported:
                yield f"{imported[root]}.{rest}"


def broken_rules(path: str, source: str) -> list[str]:
    """One line for each wall that this source, were it at `path`, would break."""
    tree = ast.parse(source)
    imported = imports(tree, ".".join(Path(path).parent.parts))
    names = {*imported.values(), *uses(tree, imported)}
    return [
        f"{path}: {name}: {why}"
        for where, what, why in RULES
        for name in sorted(names)
        if re.match(where, path) and re.fullmatch(rf"({what})(\..*)?", name)
    ]


@pytest.mark.parametrize("path", MODULES)
def test_no_module_breaks_a_wall(path: str) -> None:
    assert broken_rules(path, (ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES)
def test_every_module_opens_with_one_sentence(path: str) -> None:
    assert ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("moderation/judge.py", "import telegram"),
        ("moderation/judge.py", "from bot.store import cases"),
        ("moderation/judge.py", "def late():\n    import sqlite3"),
        ("moderation/judge.py", "from datetime import datetime\nnow = datetime.now()"),
        ("moderation/judge.py", "import datetime as d\nnow = d.datetime.now(d.UTC)"),
        ("moderation/judge.py", "import time\ntime.monotonic()"),
        ("moderation/models/toxicity.py", "import logging"),
        ("moderation/detectors/links.py", "from moderation.detectors.flooding import flooded"),
        ("moderation/detectors/links.py", "from .flooding import flooded"),
        ("moderation/policy.py", "import torch.nn"),
        ("bot/review.py", "from telegram import Bot"),
        ("bot/review.py", "import sqlite_utils as database"),
        ("bot/review.py", "import os\nos.environ['MODE']"),
        ("bot/review.py", "from os import environ"),
        ("bot/review.py", "import sandbox.world"),
        ("bot/jobs/reminders.py", "from bot.jobs import backups"),
        ("bot/jobs/reminders.py", "from . import backups"),
        ("bot/intake.py", "from apscheduler.job import Job"),
        ("sandbox/world.py", "from bot.settings import Settings"),
    ],
)
def test_a_forbidden_import_is_seen(path: str, source: str) -> None:
    assert broken_rules(path, source) != []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("bot/outbox.py", "from telegram import Bot"),
        ("bot/store/cases.py", "import sqlite_utils"),
        ("bot/settings.py", "import os\nos.environ"),
        ("bot/__main__.py", "from sandbox.server import serve"),
        ("bot/jobs/__init__.py", "from bot.jobs.reminders import remind"),
        ("moderation/models/toxicity.py", "import torch"),
        ("moderation/judge.py", "from moderation.detectors import DETECTORS"),
        ("moderation/knobs.py", "from datetime import time\ntime.fromisoformat('08:30')"),
        ("sandbox/api.py", "def answer(bot):\n    bot.reply()"),
    ],
)
def test_an_allowed_import_passes(path: str, source: str) -> None:
    assert broken_rules(path, source) == []
