"""Every sentence the bot says is plain, calm and short enough, in every setting, whatever is put into it."""

import ast
import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import COMMANDS
from bot.verbs import ALL
from bot.words import (
    CAPTION_LIMIT,
    PRESS_LIMIT,
    TEXT_LIMIT,
    clause_told,
    plain_name,
    poster_word,
    say,
    texts,
    untapped,
    utf16_length,
)
from moderation.category import Category
from moderation.knobs import KNOBS
from moderation.policy import SHIPPED, Policy, load_policy
from sandbox.entities import find_entities
from tests.bot.reading_age import grade, syllables

POLICIES = {name: load_policy(name) for name in SHIPPED}
SENTENCES = [(section, name, text) for section, page in texts().items() for name, text in page.items()]
ENOUGH = 10  # words; the measure means little for fewer

# The grade of year 6: age 11. Whoever keeps the bot's computer may meet a harder word now and then.
YEAR_6, YEAR_7 = 6.0, 7.0
HARDER = {"doctor"}
LONG_WORDS = {"administrator", "administrators", "discrimination"}

REPLIES = ("told", "held", "nudge", "route", "ask", "help")
NAMED = ("names", "error", "why", "post", "words", "text", "name", "who", "roles", "does", "title", "titles")
ABOUT_KINDS = {"category", "rules"}  # name what a rule is about; said to nobody about their own post
BLAME = frozenset(
    [
        *("misconduct", "guilty", "offender", "offence", "violation", "violate", "violated", "breach"),
        *("breached", "punish", "punished", "strike", "banned", "culprit", "abuse", "abuser", "abusive"),
        *("unacceptable", "inappropriate", "disgusting", "rude", "fault", "blame", "naughty", "offensive"),
        *("bully", "troll", "toxic", "shame", "ashamed"),
    ]
)
THREATS = re.compile(
    r"or else|consequence|disciplin|lose (your|the|a) place|legal action|court|solicitor|lawyer|sued?\b"
    r"|prosecut|will be (banned|removed|expelled|reported)|(last|final) warning|\bwarn",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b\w+(ize|ized|izing|ization)\b|\b(color|behavior|center|favorite|gotten|mom|cell phone)\w*\b",
    re.IGNORECASE,
)
NOT_AMERICAN = {"size", "sized"}
SHOUTED = {"URGENT", "TEST", "MODE", "NSPCC", "POSH", "CEOP", "LADO", "UKSIC"}


def filled(text: str, **more: object) -> str:
    """The sentence with short, plain values, so that only its own words are measured."""
    fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    values: dict[str, object] = dict.fromkeys(fields, "12")
    values |= {"setting": "Oak Tree", "reason": "it may hurt somebody's feelings", "rule": "links"}
    values |= {one: "Jo" for one in NAMED if one in fields}
    return text.format_map(values | more)


def words_of(text: str) -> list[str]:
    bare = re.sub(r"https?://\S+|[\w.]+\.(uk|com|org|net)\S*|\{\w+\}|/[a-z]+|\b[A-Z]+_[A-Z_]+\b", " ", text)
    return re.findall(r"[A-Za-z]+", bare)


# How they read


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("cat", 1),
        ("posted", 2),
        ("looked", 1),
        ("notices", 3),
        ("pictures", 2),
        ("private", 2),
        ("children", 2),
        ("somebody", 3),
        ("telephone", 3),
        ("administrator", 5),
        ("idea", 3),
        ("little", 2),
        ("decided", 3),
        ("group's", 1),
    ],
)
def test_the_measure_counts_syllables_as_a_reader_does(word: str, parts: int) -> None:
    assert syllables(word) == parts


def test_the_measure_tells_a_hard_text_from_an_easy_one() -> None:
    easy = "The cat sat on the mat. It was a warm day, and the cat was glad."
    hard = (
        "Notwithstanding any contractual obligation, the aforementioned organisation reserves the "
        "discretionary entitlement to terminate participation immediately."
    )

    assert grade(easy) < 2
    assert grade(hard) > 14


def test_every_sentence_can_be_read_at_eleven() -> None:
    measured = {
        f"{section}.{name}": round(grade(filled(text)), 1)
        for section, name, text in SENTENCES
        if len(words_of(filled(text))) >= ENOUGH
    }

    assert {
        key: found
        for key, found in measured.items()
        if found > (YEAR_7 if key.partition(".")[0] in HARDER else YEAR_6)
    } == {}


def test_no_sentence_holds_a_long_word_that_is_not_known() -> None:
    long = {word.lower() for *_, text in SENTENCES for word in words_of(text) if syllables(word) > 4}

    assert long <= LONG_WORDS


@pytest.mark.parametrize("kind", ["told", "held", "ask", "nudge", "route"])
def test_every_private_word_can_be_read_at_eleven_with_its_reason(kind: str) -> None:
    words = {one: poster_word(f"{kind}.{one}", POLICIES["default"], number=12) for one in Category}

    assert {one: text for one, text in words.items() if grade(text) > YEAR_6} == {}


def test_every_notice_can_be_read_at_eleven() -> None:
    reasons = [one.format(setting="Oak Tree") for one in texts()["reason"].values()]
    rules = [one.format(setting="Oak Tree") for one in texts()["rule"].values()]
    notices = [
        *(say("notice.any", reason=one) for one in reasons),
        *(say("notice.rule", rule=one) for one in rules),
        say("notice.generic"),
        say("notice.neutral"),
    ]

    assert {text: grade(text) for text in notices if grade(text) > YEAR_6} == {}


# How they sound


def test_no_sentence_shouts() -> None:
    loud = {
        word
        for section, _, text in SENTENCES
        for word in words_of(text)
        if section != "doctor" and len(word) > 3 and word.isupper()
    }

    assert loud <= SHOUTED
    assert [text for *_, text in SENTENCES if "!" in text or "  " in text] == []


def test_every_sentence_is_british() -> None:
    found = {one[0].lower() for *_, text in SENTENCES for one in AMERICAN.finditer(text)}

    assert found <= NOT_AMERICAN


def test_no_sentence_blames_or_threatens() -> None:
    blaming = {
        (section, name): sorted(found)
        for section, name, text in SENTENCES
        if section not in ABOUT_KINDS and (found := BLAME & {word.lower() for word in words_of(text)})
    }

    assert blaming == {}
    assert [text for *_, text in SENTENCES if THREATS.search(text)] == []


@pytest.mark.parametrize("profile", SHIPPED)
def test_no_clause_that_somebody_is_told_threatens(profile: str) -> None:
    clauses = {clause_told(one, POLICIES[profile], staff) for one in Category for staff in (False, True)}

    assert [one for one in clauses if THREATS.search(one) or "must" in one.lower()] == []


def test_the_settings_own_clause_is_told_where_there_is_one() -> None:
    told = poster_word("told.ABUSE", POLICIES["woodham-mortimer"], number=3)

    assert "Our policy says: “No abusive material”." in told
    assert "/appeal 3" in told
    assert "Our policy says" not in poster_word("told.ABUSE", POLICIES["default"], number=3)
    assert "Our policy says" not in poster_word("told.COMPLAINT", POLICIES["woodham-mortimer"], number=3)


# How long they are


def extremes(policy: Policy) -> dict[str, object]:
    name = policy["setting.name"]
    return {"setting": name, "number": 10**9, "command": "leaver", "outcome": "taken out of view"}


@pytest.mark.parametrize("profile", SHIPPED)
def test_every_sentence_fits_into_a_message_in_every_setting(profile: str) -> None:
    long = {"name": "W" * 128, "author": "W" * 128, "who": "the safeguarding lead", "error": "W" * 300}
    values = long | extremes(POLICIES[profile])
    lengths = {(section, name): utf16_length(filled(text, **values)) for section, name, text in SENTENCES}

    short = {"notice", "card", "told", "held", "ask", "nudge"}
    limits = {key: CAPTION_LIMIT if key[0] in short else TEXT_LIMIT for key in lengths}
    assert {key: size for key, size in lengths.items() if size > limits[key]} == {}


# Answers that only a typed command gets, which may be as long as a message.
TYPED_ONLY = {
    "post_kept",
    "mode_waits",
    "conduct_nobody",
    "conduct_others",
    "remove_what",
    "no_person",
    "case_or_person",
}


@pytest.mark.parametrize("profile", SHIPPED)
def test_every_answer_fits_over_a_button(profile: str) -> None:
    values = extremes(POLICIES[profile]) | {"number": 10**6, "roles": "the manager and the chair"}
    answers = {name: filled(text, **values) for name, text in texts()["answer"].items()}

    assert {
        name: text
        for name, text in answers.items()
        if name not in TYPED_ONLY and utf16_length(text) > PRESS_LIMIT
    } == {}


def test_every_button_and_command_fits() -> None:
    assert {name: label for name, label in texts()["button"].items() if len(filled(label)) > 40} == {}
    assert all(len(f"{verb}:{10**17}".encode()) <= 64 for verb in ALL)
    assert all(re.fullmatch(r"[a-z]{1,32}", name) for name in COMMANDS)
    assert all(1 <= len(say(known.summary)) <= 256 for known in COMMANDS.values())


# What is put into them

NASTY = "<b>@everyone</b> [x](http://evil.example) /approve 1 *_`~ \u202e\n\nCase 2 is closed. #urgent $BUY"


def test_a_name_is_one_line_that_nothing_can_be_tapped_in() -> None:
    shown = plain_name(NASTY)

    assert "\n" not in shown and "\u202e" not in shown
    assert find_entities(shown) == []
    assert plain_name(" \n ") == "–"
    assert plain_name("Siân O’Dowd-Núñez") == "Siân O’Dowd-Núñez"


@given(st.text(max_size=300))
def test_no_name_holds_a_mention_a_link_or_a_command(name: str) -> None:
    shown = plain_name(f"x{name} /approve 3 @jo_marsh t.me/joinchat #x")

    assert find_entities(shown) == []
    assert utf16_length(shown) <= 128


@given(st.text(alphabet="/ab1 \n@", max_size=60))
def test_no_words_of_others_hold_a_command_to_tap_on(words: str) -> None:
    assert not any(one["type"] == "bot_command" for one in find_entities(untapped(words)))


def test_words_without_a_command_stay_as_they_are() -> None:
    for words in ("and/or", "1/2 term, 3/4", "https://nhs.uk/mmr", "50 % off / half"):
        assert untapped(words) == words


# None is missing and none is left over

SOURCES = sorted((Path(__file__).parents[2] / "bot").rglob("*.py"))
KEY = re.compile(r"([a-z_]+)\.([A-Za-z_0-9]+)")


def strings_in_the_source() -> tuple[set[str], set[str]]:
    """Strings that stand there whole, and beginnings that something is added to."""
    whole, begun = set(), set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
    return whole, {one for one in begun | whole if re.fullmatch(r"[a-z_]+\.[A-Za-z_]*", one)}


def test_every_sentence_that_is_used_is_there() -> None:
    whole, _ = strings_in_the_source()
    wanted = {key for key in whole if (found := KEY.fullmatch(key)) and found[1] in texts()}
    missing = wanted - {f"{section}.{name}" for section, name, _ in SENTENCES} - set(KNOBS)

    assert {key for key in missing if not key.endswith((".py", ".toml", "_"))} == set()


def test_every_sentence_is_used() -> None:
    whole, begun = strings_in_the_source()
    replies = {f"{kind}.{name}" for kind in REPLIES for name in (*Category, "any")}
    rules = tuple(f"rules.{knob.replace('.', '_')}" for knob in KNOBS)
    left = {f"{section}.{name}" for section, name, _ in SENTENCES if name not in whole} - whole - replies

    assert {key for key in left if not key.startswith((*begun, *rules))} == set()
