"""What the environment may say, and how a mistake in it is explained."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROLE_VARIABLES, Settings, SettingsError, read_settings
from moderation.post import Role

TOKEN = "123456789:AAH-a_token_that_nobody_was_ever_given"
SANDBOX = "http://127.0.0.1:8081"
NAMES = (
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL",
    "GROUP_CHAT_ID",
    *ROLE_VARIABLES,
    "PROFILE",
    "MODE",
    "DATABASE",
    "KEY_FILE",
    "TOXICITY_MODEL",
    "MODEL_DIR",
    "LOG_LEVEL",
    "LOLLIPOP_NOW",
)


def mistake(**environ: str) -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings(environ)
    return str(caught.value)


def test_nothing_said_means_the_defaults() -> None:
    assert read_settings({}) == Settings()


def test_an_empty_value_counts_as_not_set() -> None:
    assert read_settings(dict.fromkeys(NAMES, "  ")) == Settings()


def test_every_variable_is_read() -> None:
    settings = read_settings(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": SANDBOX + "/",
            "GROUP_CHAT_ID": "-1001234567890",
            "MANAGER_IDS": "11, 12,11",
            "DSL_IDS": "12",
            "PROFILE": "orleton",
            "MODE": "Enforce",
            "DATABASE": "/srv/lollipop/group.db",
            "TOXICITY_MODEL": "unbiased-small",
            "MODEL_DIR": "/srv/models",
            "LOG_LEVEL": "debug",
            "LOLLIPOP_NOW": "2026-09-07T08:30:00Z",
        }
    )

    assert settings == Settings(
        token=TOKEN,
        api_url=SANDBOX,
        group_chat_id=-1001234567890,
        roles={Role.MANAGER: (11, 12), Role.DSL: (12,)},
        profile="orleton",
        mode="enforce",
        database=Path("/srv/lollipop/group.db"),
        key_file=Path("/srv/lollipop/group.key"),
        toxicity_model="unbiased-small",
        model_dir=Path("/srv/models"),
        log_level="DEBUG",
        started_at=datetime(2026, 9, 7, 8, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize(("name", "role"), ROLE_VARIABLES.items())
def test_each_list_of_ids_gives_its_role(name: str, role: Role) -> None:
    assert read_settings({name: "123"}).roles == {role: (123,)}


def test_the_key_lies_beside_the_database_unless_it_is_told_otherwise() -> None:
    assert read_settings({"DATABASE": "a/b.db"}).key_file == Path("a/b.key")
    assert read_settings({"DATABASE": "a/b.db", "KEY_FILE": "c.key"}).key_file == Path("c.key")


def test_a_time_without_a_zone_is_meant_as_london_s() -> None:
    settings = read_settings({"LOLLIPOP_NOW": "2026-07-01T09:00", "TELEGRAM_API_URL": "http://localhost:1"})

    assert settings.started_at == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1", "http://127.9.9.9", "http://[::1]:80", "http://localhost"]
)
def test_the_clock_may_be_set_on_this_machine(url: str) -> None:
    assert read_settings({"TELEGRAM_API_URL": url, "LOLLIPOP_NOW": "2026-01-02"}).started_at is not None


@pytest.mark.parametrize(
    "url",
    [
        "https://api.telegram.org",
        "http://localhost.example.org",
        "http://127.0.0.1.nip.io",
        "http://10.0.0.1",
    ],
)
def test_the_clock_of_a_live_group_is_never_set(url: str) -> None:
    sentence = mistake(TELEGRAM_API_URL=url, LOLLIPOP_NOW="2026-09-07T08:30:00+01:00")

    assert sentence.startswith("LOLLIPOP_NOW: the clock may be set only with a pretend Telegram")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("MANAGER_IDS", "Jane", "'Jane' is not a Telegram id (a whole number such as 123456789);"),
        ("STAFF_IDS", "1;2", "'1;2' is not a Telegram id"),
        ("ADMIN_IDS", "-5", "'-5' is not a Telegram id"),
        ("CHAIR_IDS", "٣", "'٣' is not a Telegram id"),
        ("GROUP_CHAT_ID", "12345", "'12345' is not the id of a group"),
        ("TELEGRAM_BOT_TOKEN", "hello", "this is not a bot token"),
        ("TELEGRAM_API_URL", "api.telegram.org", "'api.telegram.org' is not the root of a Bot API server"),
        ("TELEGRAM_API_URL", "http://[::1", "'http://[::1' is not the root of a Bot API server"),
        ("TELEGRAM_API_URL", "http://a:99999", "'http://a:99999' is not the root of a Bot API server"),
        ("MODE", "strict", "'strict' is not one of observe, assist, enforce."),
        ("TOXICITY_MODEL", "gpt", "'gpt' is not one of builtin, original,"),
        ("LOG_LEVEL", "loud", "'loud' is not one of DEBUG, INFO,"),
        ("DATABASE", "/srv/", "'/srv/' is a folder; name a file in it."),
        ("DATABASE", ".", "'.' is a folder; name a file in it."),
        ("KEY_FILE", "lollipop.db", "the key and the database are the same file"),
        ("MODEL_DIR", "~nobody-of-this-name/x", "'~nobody-of-this-name/x' names a home folder"),
        ("PROFILE", "a\0b", "'a\\x00b' holds a character that no name or path can have."),
        ("LOLLIPOP_NOW", "tomorrow", "'tomorrow' is not a time"),
        ("LOLLIPOP_NOW", "0001-01-01T00:00:00+23:59", "'0001-01-01T00:00:00+23:59' is not a time"),
    ],
)
def test_a_mistake_is_named_with_its_variable(name: str, value: str, sentence: str) -> None:
    assert mistake(**{name: value}).startswith(f"{name}: {sentence}")


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("TELEGRAM_BOT_TOKEN", "PROFILE")])
def test_a_token_in_the_wrong_line_is_not_repeated(name: str) -> None:
    try:
        shown = repr(read_settings({name: "https://" + TOKEN + "/ x"}))
    except SettingsError as error:
        shown = str(error)

    assert name in ("DATABASE", "KEY_FILE", "MODEL_DIR") or TOKEN not in shown


def test_the_token_is_never_shown() -> None:
    settings = read_settings({"TELEGRAM_BOT_TOKEN": TOKEN})

    assert settings.require_token() == TOKEN
    assert TOKEN not in repr(settings)
    assert TOKEN not in mistake(TELEGRAM_BOT_TOKEN=TOKEN + "!")


def test_a_missing_token_is_named() -> None:
    with pytest.raises(SettingsError, match=r"^TELEGRAM_BOT_TOKEN: not set; @BotFather gives you one"):
        Settings().require_token()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and an environment that says nothing and lets .env speak."""
    for name in (*NAMES, "PYTHON_DOTENV_DISABLED"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_real_environment_wins_over_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("\ufeffMODE=assist\nPROFILE='st-josephs' # ours\n", encoding="utf-8")
    monkeypatch.setenv("MODE", "observe")

    settings = read_settings()

    assert (settings.mode, settings.profile) == ("observe", "st-josephs")


def test_without_a_file_the_environment_is_enough(folder: Path) -> None:
    assert read_settings() == Settings()


def test_the_file_can_be_switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("MODE=assist\n")
    monkeypatch.setenv("PYTHON_DOTENV_DISABLED", "1")

    assert read_settings().mode is None


def test_the_example_file_names_every_variable_and_is_read(folder: Path) -> None:
    example = Path(__file__).parents[2].joinpath("config.example.env").read_text(encoding="utf-8")
    (folder / ".env").write_text(example, encoding="utf-8")

    assert read_settings() == Settings(mode="observe")
    assert all(f"\n{name}=" in example for name in NAMES if name != "LOLLIPOP_NOW")


def test_a_file_that_is_not_text_is_named(folder: Path) -> None:
    (folder / ".env").write_bytes(b"MODE=\xff\xfe")

    with pytest.raises(SettingsError, match=r"^\.env: cannot be read \(UnicodeDecodeError\)"):
        read_settings()


@given(
    st.dictionaries(
        st.sampled_from(NAMES), st.text() | st.from_regex(r"[-0-9:/.,~\[\]htpT+ ]*", fullmatch=True)
    )
)
def test_whatever_is_written_gives_settings_or_one_sentence(environ: dict[str, str]) -> None:
    try:
        read_settings(environ)
    except SettingsError as error:
        assert str(error).split(":")[0] in NAMES
        assert "\n" not in str(error)
