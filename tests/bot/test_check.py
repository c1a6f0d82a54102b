"""`lollipop check` and `score` answer every line in order, and say which line is wrong and how."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.check import check, score
from bot.models import Models
from moderation.policy import load_policy

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
        ({"text": "x", "from": True}, 'line 1: "from" must be a whole number'),
        ({"text": "x", "context": [1]}, 'line 1: "context" must be a list of texts'),
        ({"text": "x", "at": "tomorrow"}, 'line 1: "at" must be a time such as 2026-09-07T10:15:00+01:00'),
        ({"text": "x", "at": "2026-09-07T10:15:00"}, 'line 1: "at" needs its time zone, such as +01:00'),
    ],
)
def test_a_bad_line_is_named_with_its_mistake(models: Models, line: Any, mistake: str) -> None:
    code, [answer, after] = run(models, line, {"id": 2, "text": "the run goes on"})

    assert answer["error"] == mistake
    assert (after["id"], after["action"]) == (2, "allow")
    assert code == 1


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line and line.strip()), max_size=5))
def test_any_bytes_get_one_answer_a_line(lines: list[bytes]) -> None:
    models = Models("builtin", Path("nowhere"))  # not loaded: rules alone
    _, answers = run(models, *lines)

    assert len(answers) == len(lines)


def test_scores_are_shares_of_one(models: Models) -> None:
    out = io.BytesIO()
    score([b'{"id": 1, "te', b'xt": "you are an idiot"}'], out, models)

    scores = json.loads(out.getvalue())["scores"]
    assert set(scores) >= {"toxicity", "insult", "threat"}
    assert all(0 <= value <= 1 for value in scores.values())
