"""`lollipop check` and `score` answer every line in order, and say which line is wrong and how."""

import io
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.check import batches, check, score
from bot.models import Models
from moderation.policy import load_policy

A_TIME = "2026-09-07T10:15:00+01:00"
POLICY = load_policy("default")


@pytest.fixture(scope="module")
def models() -> Models:
    models = Models("builtin", Path("nowhere"))
    models.load()
    assert models.trouble is None
    return models


def run(models: Models, *lines: Any) -> tuple[int, list[dict[str, Any]]]:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    out = io.BytesIO()
    code = check([b"\n".join(raw)], out, POLICY, models)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_line_is_answered_in_order_with_its_id(models: Models) -> None:
    code, answers = run(models, {"id": "a", "text": "morning all"}, {"id": 7, "text": "see you there"})

    assert code == 0
    assert [answer["id"] for answer in answers] == ["a", 7]
    assert [answer["action"] for answer in answers] == ["allow", "allow"]


def test_a_judgement_has_the_promised_fields(models: Models) -> None:
    _, [answer] = run(
        models, {"id": 1, "text": "whoever parked across the gate this morning is a selfish cow"}
    )

    assert set(answer) == {"id", "action", "because", "findings", "reply"}
    assert (answer["action"], answer["because"]) == ("hide", "ABUSE")
    assert set(answer["findings"][0]) == {"category", "score", "severity", "why"}
    assert "out of view" in answer["reply"]


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        (b"nonsense", "line 1: not valid JSON at character 1"),
        (b"[1]", "line 1: a JSON object in curly brackets is expected"),
        (b"\xff", "line 1: not UTF-8 text"),
        ({"id": 3}, 'line 1: "text" is missing'),
        ({"text": 5}, 'line 1: "text" must be a text in quotation marks'),
        (b'{"id": 1e400, "text": "x"}', 'line 1: "id" must be a text or a number'),
        ({"text": "x", "from": True}, 'line 1: "from" must be a whole number'),
        ({"text": "x", "context": [1]}, 'line 1: "context" must be a list of texts'),
        ({"text": "x", "at": "tomorrow"}, 'line 1: "at" must be a time such as 2026-09-07T10:15:00+01:00'),
        ({"text": "x", "at": "2026-09-07T10:15:00"}, 'line 1: "at" needs its time zone, such as +01:00'),
        ({"text": None}, 'line 1: "text" is missing'),
        ({"text": "x", "at": "2026-09-07T25:00:00Z"}, f'line 1: "at" must be a time such as {A_TIME}'),
        ({"text": "x", "role": "parnet"}, 'line 1: "role" must be one of parent, relative, staff,'),
        ({"text": "x", "media": "film"}, 'line 1: "media" must be one of photo, video,'),
        ({"text": "x", "reply_to": 7}, 'line 1: "reply_to" must be a text in quotation marks'),
        ({"text": "x", "from": 1.5}, 'line 1: "from" must be a whole number'),
        ({"text": "x", "context": "before"}, 'line 1: "context" must be a list in square brackets'),
        ({"text": "x", "id": ["deep"]}, 'line 1: "id" must be a text or a number'),
        (b'{"text": "x", "id": NaN}', "line 1: not valid JSON"),
        (b'{"text": "x", "from": -Infinity}', "line 1: not valid JSON"),
        (b'{"text": "x", "from": 1' + b"0" * 5000 + b"}", "line 1: not valid JSON"),
        (b'{"text": "x\0"}', "line 1: not valid JSON at character 12"),
        (b'{"text": "x"', "line 1: not valid JSON at character 13"),
        (b'{"text": "x"} {"text": "y"}', "line 1: not valid JSON at character 15"),
        (b'{"text": "\xed\xa0\x80"}', "line 1: not UTF-8 text"),
        (b"[" * 200_000, "line 1: not valid JSON"),
        (b'{"text": "x", "more": ' + b'{"a":' * 50_000 + b"}" * 50_001, "line 1: not valid JSON"),
        ({"text": "x" * 1_000_000}, "line 1: longer than 1,000,000 bytes"),
    ],
)
def test_a_bad_line_is_named_with_its_mistake(models: Models, line: Any, mistake: str) -> None:
    code, [answer, after] = run(models, line, {"id": 2, "text": "the run goes on"})

    assert answer["error"].startswith(mistake)
    assert answer["id"] == (line.get("id") if isinstance(line, dict) and line.get("id") == 3 else None)
    assert (after["id"], after["action"]) == (2, "allow")
    assert code == 1


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line and line.strip()), max_size=5))
def test_any_bytes_get_one_answer_a_line(lines: list[bytes]) -> None:
    models = Models("builtin", Path("nowhere"))  # not loaded: rules alone
    _, answers = run(models, *lines)

    assert len(answers) == len(lines)


@pytest.mark.parametrize(
    "line",
    [
        b'\xef\xbb\xbf{"text": "good morning"}',
        b'{"text": "good morning"}\r',
        b'  {"text": "good morning"}\t',
        b'{"text": "good morning", "role": null, "media": null, "reply_to": null, "at": null, "from": null}',
        b'{"text": "good morning", "context": [], "colour": "blue"}',
        b'{"text": "\\ud800 good morning \\udfff \\u0000"}',
        b'{"text": ""}',
    ],
)
def test_an_odd_but_sound_line_is_judged(models: Models, line: bytes) -> None:
    code, [answer] = run(models, line)

    assert (code, answer["action"], answer["id"]) == (0, "allow", None)


def test_half_a_character_in_a_rude_post_hides_nothing(models: Models) -> None:
    _, [answer] = run(models, b'{"id": "\\ud800", "text": "whoever parked there is a selfish cow \\ud83d"}')

    assert (answer["id"], answer["action"]) == ("\ud800", "hide")


def test_blank_lines_are_passed_over_and_counted(models: Models) -> None:
    code, answers = run(models, b"", {"id": 1, "text": "morning"}, b"  \r", b"", b"nonsense", b"")

    assert [answer["id"] for answer in answers] == [1, None]
    assert answers[1]["error"].startswith("line 5: ")
    assert code == 1


def test_nothing_at_all_is_no_mistake(models: Models) -> None:
    assert run(models) == (0, [])


def test_the_same_id_twice_is_answered_twice(models: Models) -> None:
    _, answers = run(models, {"id": 1, "text": "morning"}, {"id": 1, "text": "you are a pathetic idiot"})

    assert [(answer["id"], answer["action"]) for answer in answers] == [(1, "allow"), (1, "hide")]


def test_ten_thousand_lines_keep_their_order() -> None:
    models = Models("builtin", Path("nowhere"))  # not loaded: rules alone, for speed
    wrong = {number for number in range(10_000) if number % 997 == 5}
    lines = [b"{" if number in wrong else b'{"id": %d, "text": "hi"}' % number for number in range(10_000)]

    code, answers = run(models, *lines)

    assert code == 1
    assert [answer["id"] for answer in answers] == [None if n in wrong else n for n in range(10_000)]
    assert {int(one["error"][5:].split(":")[0]) - 1 for one in answers if "error" in one} == wrong


@given(st.lists(st.integers(1, 40), max_size=12))
def test_it_does_not_matter_in_which_pieces_the_lines_arrive(sizes: list[int]) -> None:
    raw = b'{"id": 1, "text": "a"}\n\nnonsense\r\n{"id": 2, "text": "b"}\n{"id": 3, "text": "c"}'
    cuts = [0, *(sum(sizes[: place + 1]) for place in range(len(sizes))), len(raw)]
    pieces = [raw[start:end] for start, end in pairwise(cuts)]

    numbered = [line for batch in batches(pieces) for line in batch]

    assert [number for number, _ in numbered] == [1, 3, 4, 5]
    assert b"".join(line for _, line in numbered) == raw.replace(b"\n", b"")


def test_scores_are_shares_of_one(models: Models) -> None:
    out = io.BytesIO()
    score([b'{"id": 1, "te', b'xt": "you are an idiot"}'], out, models)

    scores = json.loads(out.getvalue())["scores"]
    assert set(scores) >= {"toxicity", "insult", "threat"}
    assert all(0 <= value <= 1 for value in scores.values())
