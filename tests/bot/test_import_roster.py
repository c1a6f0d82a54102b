"""`lollipop roster import` and `check --roster`: what is shown, asked, changed, and refused."""

import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.import_roster import import_roster
from bot.settings import Settings
from bot.store import Store
from tests.bot.test_cli import lollipop

ROWS = "child_first_name,child_last_name,carer_name,telegram\nMia,Marsh,Jo Marsh,2001\nTom,Reed,Sam Reed,\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "roster.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def settings(folder: Path) -> Settings:
    return Settings(database=folder / "lollipop.db", key_file=folder / "lollipop.key")


def children(folder: Path) -> list[str]:
    with Store.open(folder / "lollipop.db", folder / "lollipop.key") as store:
        return [child.name for child in store.roster.children]


def test_what_would_change_is_shown_before_anything_is_asked(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    def no(question: str) -> str:
        shown.append(capsys.readouterr().out)
        return "n"

    assert not import_roster(file, settings(file.parent), dry_run=False, yes=False, ask=no)
    assert "New child: Mia Marsh" in shown[0]
    assert children(file.parent) == []


@pytest.mark.parametrize("answer", ["y", "Yes "])
def test_a_yes_changes_it(file: Path, answer: str) -> None:
    assert import_roster(file, settings(file.parent), dry_run=False, yes=False, ask=lambda _: answer)

    assert children(file.parent) == ["Mia Marsh", "Tom Reed"]


def test_a_dry_run_only_shows(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roster", "import", str(file), "--dry-run"]) == 0

    assert "New carer: Jo Marsh, of Mia Marsh (Telegram id 2001)" in capsys.readouterr().out
    assert children(file.parent) == []


def test_yes_does_not_ask(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roster", "import", str(file), "--yes"]) == 0

    assert capsys.readouterr().out.endswith("Done: 4 changes.\n")
    assert children(file.parent) == ["Mia Marsh", "Tom Reed"]


def test_no_answer_is_a_no(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert main(["roster", "import", str(file)]) == 2
    assert capsys.readouterr().err == "lollipop: Nothing was changed.\n"
    assert children(file.parent) == []


def test_a_bad_row_is_named_and_nothing_is_imported(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(ROWS + "Ben,Wood,Lisa Wood,0770 0900123\n", encoding="utf-8")

    assert main(["roster", "import", str(file), "--yes"]) == 2
    assert "Line 4, column telegram" in capsys.readouterr().err
    assert not (file.parent / "lollipop.db").exists()


def test_a_file_that_is_not_there_is_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roster", "import", "nowhere.csv"]) == 2
    assert capsys.readouterr().err == "lollipop: nowhere.csv cannot be read (No such file or directory).\n"


def test_check_knows_an_own_child_by_the_roster(file: Path) -> None:
    line = json.dumps({"text": "Morning all", "from": 2001}).encode()
    done = lollipop("check", "--roster", str(file), stdin=line, TOXICITY_MODEL="builtin")

    assert done.returncode == 0
    assert json.loads(done.stdout)["action"] == "allow"


def test_check_refuses_a_bad_roster(file: Path) -> None:
    file.write_text("name\nMia\n", encoding="utf-8")
    done = lollipop("check", "--roster", str(file))

    assert done.returncode == 2
    assert b"no column 'name'" in done.stderr
