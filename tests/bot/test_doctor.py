"""The doctor says of each thing whether it is right; broken one by one, exactly its line says so."""

import re
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.desk import MOVED, NOBODY_REACHED
from bot.doctor import examine, look_at_calendar
from bot.settings import read_settings
from bot.store import Store
from moderation.policy import load_policy
from moderation.post import Role
from sandbox.cast import CAST, COLE, GREEN, GROUP, PATEL
from sandbox.people import Membership
from sandbox.program import PRESCHOOL, Program, environment
from sandbox.server import TOKEN, Sandbox

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
LINE = re.compile(r"(ok  |note|LOOK|BAD ) ([a-z]+) +(\S.*)")


@dataclass
class Said:
    """What the doctor printed: the exit code and, for each line, (state, what, words)."""

    code: int
    text: str

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        body, _, _ = self.text.rpartition("\n\n")
        found = [LINE.fullmatch(line) for line in body.splitlines()]
        assert all(found), body
        return [(one[1].strip(), one[2], one[3]) for one in found if one]

    @property
    def troubles(self) -> list[tuple[str, str]]:
        return [(state, what) for state, what, _ in self.lines if state in ("LOOK", "BAD")]

    def words(self, what: str) -> str:
        return " ".join(words for _, kind, words in self.lines if kind == what)


class Surgery:
    """A pretend Telegram, a folder and a setting in which everything is right; then examine it."""

    def __init__(self, sandbox: Sandbox, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.sandbox, self.world, self.folder, self.capfd = sandbox, sandbox.world, folder, capfd
        self.environ = environment(sandbox.url, folder)
        self.ahead = timedelta()

    @property
    def paths(self) -> tuple[Path, Path]:
        return self.folder / "lollipop.db", self.folder / "lollipop.key"

    def profile(self, words: str) -> None:
        file = self.folder / "ours.toml"
        file.write_text(f'extends = "{PRESCHOOL}"\n{words}\n')
        self.environ["PROFILE"] = str(file)

    async def examine(self, **changes: str) -> Said:
        environ = {name: value for name, value in (self.environ | changes).items() if value}
        code = await examine(
            lambda: read_settings(environ),
            now=lambda: datetime.now(UTC) + self.ahead,  # the pretend server's Date is this machine's
            official_api=self.sandbox.url,
        )
        return Said(code, self.capfd.readouterr().out)


@pytest.fixture
async def surgery(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> AsyncIterator[Surgery]:
    async with Sandbox() as sandbox:
        yield Surgery(sandbox, tmp_path, capfd)
        assert sandbox.world.violations == []


# When all is well


async def test_where_all_is_well_nothing_is_to_be_mended(surgery: Surgery) -> None:
    said = await surgery.examine()

    assert said.code == 0
    assert {state for state, _, _ in said.lines} == {"ok", "note"}
    assert [what for _, what, _ in said.lines] == [
        "settings",
        "profile",
        "mode",
        "knobs",
        "calendar",
        "model",
        "database",
        "token",
        "clock",
        "group",
        "rights",
        "privacy",
        "people",
    ]
    assert said.text.endswith("\n\nNothing to mend.\n")


async def test_nothing_is_made_where_nothing_was(surgery: Surgery) -> None:
    said = await surgery.examine()

    assert list(surgery.folder.iterdir()) == []
    assert "will be made at the first start" in said.words("database")


async def test_nothing_is_said_in_any_chat(surgery: Surgery) -> None:
    await surgery.examine()

    assert all(not chat.messages for chat in surgery.world.chats.values())
    assert {call.method for call in surgery.world.calls} == {
        "getMe",
        "getChat",
        "getChatMember",
        "sendChatAction",
    }


async def test_no_name_and_no_token_is_printed(surgery: Surgery) -> None:
    for person in surgery.world.people.values():
        person.started = False

    said = await surgery.examine(DATABASE=f"/nowhere/{TOKEN}/x.db")

    names = {word for person in CAST for word in (person.name, person.surname, person.username) if word}
    assert TOKEN not in said.text
    assert "<token>" in said.text
    assert not [name for name in names if re.search(rf"\b{name}\b", said.text)]


async def test_it_looks_while_the_bot_runs_and_leaves_every_file_as_it_was(surgery: Surgery) -> None:
    with Store.open(*surgery.paths) as bot:
        bot.settings.set("notice_posted", "yes")
        bot.log.append("started", now=NOON)
        before = {path: path.read_bytes() for path in surgery.folder.iterdir()}

        said = await surgery.examine()

        assert {path: path.read_bytes() for path in surgery.folder.iterdir() if path.suffix != ".db-shm"} == {
            path: words for path, words in before.items() if path.suffix != ".db-shm"
        }
        bot.log.append("went on", now=NOON)
    assert said.code == 0
    assert "Keep a copy of the key apart" in said.words("database")


async def test_it_looks_beside_the_real_program(surgery: Surgery) -> None:
    async with Program([sys.executable, "-m", "bot", "run"], surgery.environ):
        await surgery.sandbox.until(lambda: any(one.method == "getUpdates" for one in surgery.world.calls))
        said = await surgery.examine()

    assert said.troubles == [("BAD", "notice")], "nobody has told the group about the bot yet"
    assert "types /notice" in said.words("notice")


# The settings, the token and the line to Telegram


async def test_a_setting_that_makes_no_sense(surgery: Surgery) -> None:
    said = await surgery.examine(MANAGER_IDS="Mrs Patel")

    assert (said.code, said.troubles) == (1, [("BAD", "settings")])
    assert said.words("settings").startswith("MANAGER_IDS: 'Mrs Patel' is not a Telegram id")


async def test_a_missing_token(surgery: Surgery) -> None:
    said = await surgery.examine(TELEGRAM_BOT_TOKEN="")

    assert (said.code, said.troubles) == (1, [("BAD", "token")])
    assert "@BotFather gives you one" in said.words("token")


@pytest.mark.parametrize("token", ["9000:another-token", "1:x"])
async def test_a_token_that_telegram_does_not_know(surgery: Surgery, token: str) -> None:
    said = await surgery.examine(TELEGRAM_BOT_TOKEN=token)

    assert (said.code, said.troubles) == (1, [("BAD", "token")])
    assert "copy it again from @BotFather" in said.words("token")


async def test_no_line_to_telegram(surgery: Surgery) -> None:
    said = await surgery.examine(TELEGRAM_API_URL="http://127.0.0.1:9")

    assert (said.code, said.troubles) == (1, [("BAD", "token")])
    assert "Is this computer online?" in said.words("token")


@pytest.mark.parametrize("kind", ["502", "500", "429", "dropped"])
@pytest.mark.parametrize(
    ("method", "what"), [("getMe", "token"), ("getChatMember", "group"), ("sendChatAction", "people")]
)
async def test_a_line_that_breaks_is_not_taken_for_a_refusal(
    surgery: Surgery, kind: str, method: str, what: str
) -> None:
    surgery.sandbox.fault(kind, methods=(method,))

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", what)])
    assert "Telegram cannot be reached" in said.words(what)


@pytest.mark.parametrize("minutes", [-5, 5])
async def test_a_clock_that_is_wrong(surgery: Surgery, minutes: int) -> None:
    surgery.ahead = timedelta(minutes=minutes)

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "clock")])
    assert re.search(r"is (299|300|301) seconds off: let it set itself", said.words("clock"))


async def test_the_clock_of_a_server_that_is_not_telegram_s_own_is_not_trusted(surgery: Surgery) -> None:
    surgery.ahead = timedelta(minutes=5)

    said = await surgery.examine(TELEGRAM_API_URL=surgery.sandbox.url.replace("127.0.0.1", "localhost"))

    assert (said.code, said.troubles) == (0, [])
    assert "not compared" in said.words("clock")


# The group


async def test_a_missing_group(surgery: Surgery) -> None:
    said = await surgery.examine(GROUP_CHAT_ID="")

    assert (said.code, said.troubles) == (1, [("BAD", "group")])
    assert "GROUP_CHAT_ID is not set" in said.words("group")


async def test_a_group_that_telegram_does_not_know(surgery: Surgery) -> None:
    said = await surgery.examine(GROUP_CHAT_ID="-100")

    assert (said.code, said.troubles) == (1, [("BAD", "group")])
    assert "Is the bot in it, and GROUP_CHAT_ID right?" in said.words("group")


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_a_group_that_the_bot_is_not_in(surgery: Surgery, status: str) -> None:
    surgery.world.chats[GROUP].members[surgery.world.bot_id] = Membership(status)

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "group")])


async def test_a_group_that_has_moved_is_named_with_its_new_id(surgery: Surgery) -> None:
    surgery.world.chats[GROUP].type = "group"
    surgery.world.migrate(GROUP, -1002000000002)

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "group")])
    assert "-1002000000002" in said.words("group")


async def test_a_group_that_has_moved_while_the_bot_ran_is_found(surgery: Surgery) -> None:
    surgery.world.chats[GROUP].type = "group"
    surgery.world.migrate(GROUP, -1002000000002)
    with Store.open(*surgery.paths) as store:
        store.settings.set("notice_posted", "yes")
        store.settings.set(f"{MOVED}{GROUP}", "-1002000000002")

    assert (await surgery.examine()).troubles == []


async def test_a_group_that_is_still_a_small_one(surgery: Surgery) -> None:
    surgery.world.chats[GROUP].type = "group"

    said = await surgery.examine()

    assert (said.code, said.troubles) == (0, [("LOOK", "group")])
    assert "make its history visible" in said.words("group")


async def test_a_bot_that_is_no_administrator(surgery: Surgery) -> None:
    surgery.world.chats[GROUP].members[surgery.world.bot_id] = Membership()
    surgery.world.reads_all_messages = True

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "rights")])
    assert "make it one" in said.words("rights")


async def test_a_bot_that_privacy_mode_keeps_from_the_messages(surgery: Surgery) -> None:
    surgery.world.chats[GROUP].members[surgery.world.bot_id] = Membership()

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "rights"), ("BAD", "privacy")])
    assert "turn privacy mode off at @BotFather" in said.words("privacy")


@pytest.mark.parametrize(
    ("right", "words"),
    [
        ("can_delete_messages", "delete messages"),
        ("can_restrict_members", "ban users"),
        ("can_invite_users", "add users"),
    ],
)
async def test_a_right_that_is_missing(surgery: Surgery, right: str, words: str) -> None:
    surgery.world.bot_standing(GROUP, **{right: False})

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "rights")])
    assert said.words("rights") == f"the bot may not {words}: give it that right in the group's settings."


# The people


@pytest.mark.parametrize(
    ("person", "title"),
    [(PATEL, "the manager"), (GREEN, "the deputy"), (COLE, "the safeguarding lead")],
)
async def test_somebody_who_has_not_pressed_start(surgery: Surgery, person: int, title: str) -> None:
    surgery.world.people[person].started = False

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "people")])
    assert said.words("people").startswith(f"{title} ({person}) cannot be written to: they open a chat")


async def test_somebody_who_has_blocked_the_bot(surgery: Surgery) -> None:
    surgery.world.people[COLE].blocked = True

    assert (await surgery.examine()).troubles == [("BAD", "people")]


async def test_somebody_whom_telegram_does_not_know(surgery: Surgery) -> None:
    said = await surgery.examine(CHAIR_IDS="99")

    assert said.troubles == [("BAD", "people")]
    assert "the chair (99)" in said.words("people")


async def test_somebody_with_two_roles_is_named_once(surgery: Surgery) -> None:
    surgery.world.people[COLE].started = False

    said = await surgery.examine(CHAIR_IDS=str(COLE))

    assert said.troubles == [("BAD", "people")]
    assert "the chair or the safeguarding lead (1003)" in said.words("people")


async def test_a_role_given_in_the_chat_counts_like_one_of_the_environment_s(surgery: Surgery) -> None:
    with Store.open(*surgery.paths) as store:
        store.settings.set("notice_posted", "yes")
        store.roles.give(PATEL, Role.MANAGER, by=None, now=NOON)
        store.roles.give(98, Role.CHAIR, by=None, now=NOON)

    said = await surgery.examine(MANAGER_IDS="")

    assert said.troubles == [("BAD", "people")]
    assert "the chair (98)" in said.words("people")


async def test_no_manager(surgery: Surgery) -> None:
    surgery.profile('[escalation]\ncontent = ["deputy"]')

    said = await surgery.examine(MANAGER_IDS="")

    assert (said.code, said.troubles) == (1, [("BAD", "people")])
    assert "put the Telegram id of one into MANAGER_IDS" in said.words("people")


async def test_a_single_person_who_can_decide(surgery: Surgery) -> None:
    said = await surgery.examine(DEPUTY_IDS="")

    assert (said.code, said.troubles) == (0, [("LOOK", "people")])
    assert "put a second id into DEPUTY_IDS" in said.words("people")


async def test_nobody_for_a_worry_about_a_child(surgery: Surgery) -> None:
    surgery.profile('[escalation]\nsafeguarding = ["lead"]')

    said = await surgery.examine()

    assert (said.code, said.troubles) == (0, [("LOOK", "people")])
    assert "nobody is set as the lead practitioner, who should hear of worries about a child" in said.words(
        "people"
    )


# The profile


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        ("[setting", "is not valid TOML"),
        ('[setting]\nnmae = "Oaks"', "setting.nmae: there is no such knob. Did you mean setting.name?"),
        ('[images]\nparents = "maybe"', 'images.parents: "maybe" is not one of hide, hold, own_child_only.'),
    ],
)
async def test_a_broken_profile(surgery: Surgery, words: str, mistake: str) -> None:
    surgery.profile(words)

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "profile")])
    assert mistake in said.words("profile")


async def test_a_profile_that_does_not_exist(surgery: Surgery) -> None:
    said = await surgery.examine(PROFILE="orletom")

    assert (said.code, said.troubles) == (1, [("BAD", "profile")])
    assert "Did you mean orleton?" in said.words("profile")


async def test_open_questions(surgery: Surgery) -> None:
    surgery.profile('[setting]\ncontact_email = ""')

    said = await surgery.examine(MODE="observe")

    assert (said.code, said.troubles) == (0, [("LOOK", "questions")])
    assert said.words("questions").startswith("the profile still asks for setting.contact_email.")


async def test_open_questions_under_enforce(surgery: Surgery) -> None:
    surgery.profile('[setting]\ncontact_email = ""')

    said = await surgery.examine(MODE="enforce")

    assert (said.code, said.troubles) == (0, [("LOOK", "mode")])
    assert "MODE is enforce, though the profile still asks for setting.contact_email." in said.words("mode")


async def test_a_question_that_enforce_does_not_wait_for(surgery: Surgery) -> None:
    surgery.profile('[images]\nparents = "ask"')

    said = await surgery.examine()

    assert (said.code, said.troubles) == (0, [("LOOK", "questions")])
    assert "images.parents, and goes by what holds for every setting" in said.words("questions")


async def test_a_profile_with_a_sole_administrator(surgery: Surgery) -> None:
    surgery.profile("[accounts]\nmin_people = 1")

    said = await surgery.examine()

    assert (said.code, said.troubles) == (0, [("LOOK", "profile")])
    assert "sole administrator" in said.words("profile")


async def test_an_answer_that_no_part_of_the_bot_acts_on_yet_is_named(surgery: Surgery) -> None:
    surgery.profile("[accounts]\nrisk_assessment_months = 7\n[images]\ntagging = 'allow'")

    said = await surgery.examine()

    assert (said.code, said.troubles) == (0, [])
    assert "accounts.risk_assessment_months" in said.words("knobs")
    assert "images.tagging" not in said.words("knobs")


async def test_the_shipped_default_has_only_questions_open(surgery: Surgery) -> None:
    said = await surgery.examine(PROFILE="default", MODE="")

    assert (said.code, said.troubles) == (0, [("LOOK", "questions"), ("LOOK", "calendar")])


@pytest.mark.parametrize(
    ("today", "state"), [("2026-09-03", "ok"), ("2026-12-18", "ok"), ("2026-12-19", "look")]
)
def test_a_calendar_that_has_run_out(tmp_path: Path, today: str, state: str) -> None:
    profile = tmp_path / "ours.toml"
    profile.write_text("[calendar]\nterms = [[2026-09-03, 2026-12-18], [2026-04-20, 2026-07-17]]\n")

    line = look_at_calendar(load_policy(profile), datetime.fromisoformat(today).date())

    assert (line.what, line.state) == ("calendar", state)
    assert "18 December 2026" in line.words


# This computer


def opened_once(surgery: Surgery) -> None:
    with Store.open(*surgery.paths) as store:
        store.log.append("started", now=NOON)


def no_key(surgery: Surgery) -> None:
    opened_once(surgery)
    surgery.paths[1].unlink()


def another_key(surgery: Surgery) -> None:
    opened_once(surgery)
    surgery.paths[1].write_text("ab" * 32)


def half_a_key(surgery: Surgery) -> None:
    surgery.paths[1].write_text("ab" * 3)


def somebody_else_s(surgery: Surgery) -> None:
    with closing(sqlite3.connect(surgery.paths[0])) as other:
        other.execute("CREATE TABLE shopping (item TEXT)")


def damaged(surgery: Surgery) -> None:
    surgery.paths[0].write_bytes(b"My shopping list. " * 100)


def a_folder(surgery: Surgery) -> None:
    surgery.paths[0].mkdir()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (no_key, "is missing that the database"),
        (another_key, "is not the one that the database"),
        (half_a_key, "is not a key: 64 hexadecimal digits are expected"),
        (somebody_else_s, "belongs to another program"),
        (damaged, "cannot be read"),
        (a_folder, "is a folder"),
    ],
)
async def test_a_database_that_cannot_be_used(
    surgery: Surgery, harm: Callable[[Surgery], None], words: str
) -> None:
    harm(surgery)
    before = sorted(surgery.folder.iterdir())

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "database")])
    assert words in said.words("database")
    assert "Put the right file back in its place" in said.words("database")
    assert sorted(surgery.folder.iterdir()) == before


@pytest.mark.parametrize("name", ["DATABASE", "KEY_FILE"])
async def test_a_folder_that_is_not_there(surgery: Surgery, name: str) -> None:
    said = await surgery.examine(**{name: str(surgery.folder / "nowhere" / "file")})

    assert (said.code, said.troubles) == (1, [("BAD", "database")])
    assert f"or name another in {name}." in said.words("database")
    assert list(surgery.folder.iterdir()) == []


async def test_a_folder_that_cannot_be_written_in(surgery: Surgery) -> None:
    said = await surgery.examine(DATABASE="/dev/null/lollipop.db")

    assert (said.code, said.troubles) == (1, [("BAD", "database")])
    assert "the folder /dev/null cannot be written in (Not a directory)" in said.words("database")


async def test_an_empty_file_is_filled_at_the_first_start(surgery: Surgery) -> None:
    surgery.paths[0].touch()

    said = await surgery.examine()

    assert (said.code, said.troubles) == (0, [])
    assert surgery.paths[0].read_bytes() == b""


async def test_a_model_that_is_not_there(surgery: Surgery) -> None:
    said = await surgery.examine(TOXICITY_MODEL="original", MODEL_DIR=str(surgery.folder))

    assert (said.code, said.troubles) == (1, [("BAD", "model")])
    assert "Until then the bot runs without it." in said.words("model")


async def test_several_troubles_are_counted(surgery: Surgery) -> None:
    said = await surgery.examine(GROUP_CHAT_ID="", TOXICITY_MODEL="original", MODEL_DIR=str(surgery.folder))

    assert said.text.endswith("\n\nTo mend: 2.\n")


async def test_a_case_that_nobody_has_been_told_of(surgery: Surgery) -> None:
    with Store.open(*surgery.paths) as store:
        store.settings.set("notice_posted", "yes")
        store.settings.set(NOBODY_REACHED, "7")

    said = await surgery.examine()

    assert (said.code, said.troubles) == (1, [("BAD", "people")])
    assert "case 7" in said.words("people")
