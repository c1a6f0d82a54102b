"""The thirty everyday messages: with nothing toxic about them, nothing at all is done."""

import pytest

from moderation.facts import Facts
from moderation.judge import judge
from moderation.policy import load_policy
from moderation.post import Post
from tests.moderation.printed_examples import EVERYDAY

POLICY = load_policy("default")


@pytest.mark.parametrize("text", EVERYDAY)
def test_an_everyday_message_is_left_alone(text: str) -> None:
    judgement = judge(Post(text), Facts(toxicity={}), POLICY)

    assert judgement.findings == ()
    assert not judgement.degraded
