"""Abuse: who is insulted, what is only teasing or told, and what a score may do by itself."""

import pytest

from moderation.detectors import abuse
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.policy import load_policy
from moderation.post import Post

POLICY = load_policy("default")


def found(text: str, reply_to: str | None = None, **scores: float) -> list[Finding]:
    return list(abuse.find(Post(text, reply_to=reply_to), Facts(toxicity=scores), POLICY))


@pytest.mark.parametrize(
    "text",
    [
        "you absolute b*tch",
        "1d10ts, all of u",
        "f u c k o f f",
        "ur a t​w​a​t",
        "tawt, read that backwards",
        "shut your fat mouth",
    ],
)
def test_an_insult_is_found_through_its_disguise(text: str) -> None:
    assert [one.severity for one in found(text)][:1] == [Severity.HIDE]


@pytest.mark.parametrize(
    "text",
    [
        "bloody hell, the traffic",
        "ya daft sod 😂 love you xx",
        "I'm such an idiot",
        "someone called me a stupid cow at the gate",
        "a man shouted 'you stupid cow' at me",
        "my dog is a disgusting little pig",
    ],
)
def test_swearing_at_things_teasing_and_reports_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "she has a face like a slapped arse",
        "you ghastly little man",
        "you can shove your clipboard up your backside",
        "some of you shouldn't be allowed to breed",
    ],
)
def test_an_insult_is_found_in_other_words(text: str) -> None:
    assert Severity.HIDE in {one.severity for one in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "who's the daft cow who left her headlights on? me. it was me",
        "sunburnt my own nose, what a pillock",
        "toad in the hole trauma: she thought it was a real toad",
    ],
)
def test_laughing_at_oneself_and_at_supper_passes(text: str) -> None:
    assert found(text) == []


def test_a_clown_as_the_whole_answer_is_only_flagged() -> None:
    assert [one.severity for one in found("🤡", reply_to="I could be chair")] == [Severity.FLAG]
    assert found("🤡") == []


def test_a_score_alone_flags_and_hides_only_when_very_high() -> None:
    (flagged,) = found("you should see yourselves", toxicity=0.9, insult=0.8)
    (hidden,) = found("you should see yourselves", toxicity=0.99, insult=0.98)

    assert (flagged.severity, flagged.score_alone) == (Severity.FLAG, True)
    assert (hidden.severity, hidden.score_alone) == (Severity.HIDE, True)


def test_swearing_without_an_insult_does_not_count() -> None:
    assert found("they broke the bloody boiler", toxicity=0.95, obscene=0.95, insult=0.1) == []


def test_a_score_makes_a_faint_insult_grave() -> None:
    text = "big round of applause for the genius"

    assert [one.severity for one in found(text)] == [Severity.FLAG]
    assert [one.severity for one in found(text, toxicity=0.9, insult=0.9)] == [Severity.HIDE]
