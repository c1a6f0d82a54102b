"""What the pages for people say is so: each command is there, each link leads somewhere."""

import re
from pathlib import Path

import pytest

from bot.commands import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
BOTFATHER = {"newbot", "setprivacy"}  # commands of Telegram's own bot, which the README names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "docs" / "manager.md"], ids=lambda page: page.name
)
def test_every_command_a_page_names_is_there(page: Path) -> None:
    named = set(re.findall(r"`/([a-z_]+)[ `]", page.read_text(encoding="utf-8")))

    assert named, "no command is named: the pattern is wrong"
    assert named - COMMANDS.keys() - BOTFATHER == set()
