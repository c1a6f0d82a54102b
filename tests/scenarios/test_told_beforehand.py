"""What people are told before anything happens: on joining, by the page of rules and about the law."""

import pytest

from bot.words import texts
from moderation.policy import SHIPPED, load_policy
from sandbox.cast import GROUP, JO
from sandbox.people import Person
from tests.scenarios.conftest import Stage, StartBot

NINA = 3001


async def test_whoever_joins_hears_that_no_post_is_private_and_the_rules_hold_here_too(
    stage: Stage, start_bot: StartBot
) -> None:
    stage.world.add_person(Person(NINA, "Nina", "Hall", "nina_h"))
    async with start_bot():
        stage.world.ask_to_join(NINA, GROUP)
        offer = await stage.told(NINA, "Do you accept it?")

    assert "The group is closed, but the rules are the same as for anything you write online." in offer.text
    assert "No post is ever fully private" in offer.text
    assert "think of who may read it, now and later" in offer.text
    assert "/report" in offer.text


@pytest.mark.parametrize(
    ("profile", "named"),
    [
        (
            "woodham-mortimer",
            "in these: Confidentiality and records access policy, Complaint policy.",
        ),
        ("st-josephs", "in these: Policy 1.2, Policies 1.11 and 1.11.1, phones and cameras."),
    ],
)
async def test_the_rules_name_the_settings_other_policies(
    stage: Stage, start_bot: StartBot, profile: str, named: str
) -> None:
    async with start_bot(policy=load_policy(profile)):
        assert named in await stage.ask(JO, "/rules")


async def test_anybody_may_ask_which_laws_count(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(policy=load_policy("orleton")):
        answer = await stage.ask(JO, "/law")

    laws = load_policy("orleton")["education.laws"]
    assert len(laws) >= 9
    assert all(f"• {name}: " in answer for name in laws)
    assert "1998" not in answer.replace("Human Rights Act 1998", "")  # the old data protection law is over
    assert "no legal advice" in answer


@pytest.mark.parametrize("profile", SHIPPED)
def test_every_law_a_shipped_profile_names_has_its_line(profile: str) -> None:
    assert {str(name) for name in load_policy(profile)["education.laws"]} <= texts()["law"].keys()
