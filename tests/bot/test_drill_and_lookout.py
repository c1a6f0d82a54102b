"""A test alert goes the whole way; a missing child is one press; notes stay among those who decide."""

from dataclasses import replace

import pytest

from bot import helplines, verbs
from bot.cards import draw
from bot.commands.drill import drill
from bot.commands.helplines import show
from bot.desk import Desk
from bot.drafts import said
from bot.jobs import alerts
from bot.reading import Command
from bot.words import texts
from moderation.policy import SHIPPED, load_policy
from tests.bot.conftest import DEPUTY, GROUP, LEAD, MANAGER, PARENT, later, opened, posting
from tests.bot.test_aside import act, to

RUDE = "whoever parked across the gate this morning is a selfish cow"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
MISSING = "Just seen a toddler on his own on the main rd by the Co-op no shoes, anyones??"
LUNCHBOX = "MISSING: blue Paw Patrol lunchbox, last seen on the pegs. Can everybody check their bags please!"


def typed(name: str, person: int = MANAGER) -> Command:
    return Command(name, "", person, person, 1, private=True)


def card(desk: Desk, number: int = 1) -> tuple[str, list[str]]:
    case = desk.store.cases.get(number)
    assert case is not None
    drawn = draw(case, desk.store.sealed.open(number), desk)
    return drawn.text, [button.label for row in drawn.buttons for button in row]


def test_a_drill_is_marked_goes_to_the_owners_and_repeats_until_somebody_has_it(desk: Desk) -> None:
    assert drill(typed("drill"), desk).startswith("The test alert is on its way as case 1.")
    assert to(act(desk), "card") == [LEAD, DEPUTY]
    text, labels = card(desk)
    assert text.startswith("TEST: case 1. This is a drill")
    assert labels == ["I have this", "It is dealt with"]

    alerts.repeat(later(desk, minutes=10))
    assert to(act(later(desk, minutes=10)), "card") == [LEAD, DEPUTY, MANAGER]
    verbs.do("ack", 1, LEAD, later(desk, minutes=12))
    alerts.repeat(later(desk, minutes=20))
    assert to(act(later(desk, minutes=20)), "card") == []
    assert "The safeguarding lead has this, 7 Sep, 12:12." in card(desk)[0]
    assert verbs.do("done", 1, LEAD, desk) == "The case is closed."
    events = [entry.event for entry in desk.store.log.of_case(1)]
    assert events == ["case opened", "move", "move"]


def test_a_second_drill_waits_for_the_first(desk: Desk) -> None:
    drill(typed("drill"), desk)

    assert drill(typed("drill"), desk) == "A test alert is on its way already: case 1."


@pytest.mark.parametrize("verb", ["approve", "keep", "remove", "hide", "takedown"])
def test_a_case_that_is_no_post_cannot_be_put_back_or_taken_out(desk: Desk, verb: str) -> None:
    drill(typed("drill"), desk)
    act(desk)

    assert "Nothing has changed." in verbs.do(verb, 1, LEAD, desk)
    assert act(desk) == []


def test_a_missing_child_is_one_press_and_the_line_names_nobody(desk: Desk) -> None:
    opened(desk, MISSING)
    act(desk)
    assert "Ask everybody to look for a child" in card(desk)[1]
    assert not [one for one in desk.store.effects.of_case(1) if one.chat_id == GROUP and one.kind == "say"]

    assert verbs.do("lookout", 1, DEPUTY, desk).startswith("The group is being asked")
    assert verbs.do("lookout", 1, LEAD, desk) == "The group has been asked already."

    (line,) = [one for one in desk.store.effects.claim(9, desk.now) if one.chat_id == GROUP]
    told = said(line, desk)
    assert told is not None
    text = told[0]
    assert text.startswith("Please check now where your child is.")
    assert "Co-op" not in text and "Jo" not in text


def test_only_those_who_were_alerted_may_ask_the_group_and_only_about_a_child(desk: Desk) -> None:
    opened(desk, MISSING)
    opened(desk, RUDE, message=8)
    act(desk)

    assert verbs.do("lookout", 1, PARENT, desk).startswith("This is for somebody else")
    assert verbs.do("lookout", 1, MANAGER, desk).startswith("This is for somebody else")
    assert "Nothing has changed." in verbs.do("lookout", 2, MANAGER, desk)
    assert verbs.do("lookout", 99, LEAD, desk) == "There is no case 99."


def test_a_worry_that_is_not_about_a_missing_child_has_no_such_button(desk: Desk) -> None:
    opened(desk, WORRY)

    assert "Ask everybody to look for a child" not in card(desk)[1]


def test_a_missing_lunchbox_alarms_nobody(desk: Desk) -> None:
    from bot.review import review
    from moderation.facts import Facts

    decision = review(posting(LUNCHBOX), Facts({"toxicity": 0.0}), desk)

    assert not decision.opens_case
    assert desk.store.cases.waiting() == []


def test_a_note_is_for_those_who_look_at_the_case_and_not_for_the_parent(desk: Desk) -> None:
    opened(desk, RUDE)
    act(desk)

    assert verbs.do("note", 1, MANAGER, desk, "I rang the family.").startswith("Noted.")
    assert (
        verbs.do("approve", 1, MANAGER, desk, "Sorry, that was ours.")
        == "The post is going back into the group."
    )

    text, _ = card(desk)
    assert "Note by the manager, 7 Sep, 12:00 (only for you who look at the case): I rang the family." in text
    assert "Said to the parent: Sorry, that was ours." in text
    for one in desk.store.effects.of_case(1):
        if one.chat_id in (PARENT, GROUP) and one.kind == "say":
            told = said(one, desk)
            assert told is None or "rang the family" not in told[0]


def test_only_who_looks_at_a_case_may_note_and_a_note_has_words(desk: Desk) -> None:
    opened(desk, WORRY)

    assert verbs.do("note", 1, MANAGER, desk, "seen").startswith("This is for somebody else")
    assert verbs.do("note", 1, LEAD, desk, " ").startswith("What is the note?")
    assert verbs.do("note", 1, LEAD, desk, "x" * 1001).startswith("What is the note?")
    desk.store.cases.retire_one(1, desk.now)
    assert verbs.do("note", 1, LEAD, desk, "late") == "The words are no longer kept."


@pytest.mark.parametrize("name", SHIPPED)
def test_every_profile_names_helplines_that_have_their_words(desk: Desk, name: str) -> None:
    policy = load_policy(name)

    assert set(map(str, policy["education.helplines"])) <= texts()["helpline"].keys()
    page = show(typed("helplines", PARENT), replace(desk, policy=policy))
    assert "call 999" in page and "0808 800 5000" in page
    assert "0344 381 4772" not in page, "that line is for staff"


def test_staff_see_the_line_for_staff(desk: Desk) -> None:
    sj = replace(desk, policy=load_policy("st-josephs"))

    assert "0344 381 4772" in show(typed("helplines", MANAGER), sj)


def test_a_worried_parent_hears_the_local_numbers_too(desk: Desk) -> None:
    knobs = {
        "escalation.local_contacts.childrens_services": "01632 960003",
        "setting.contact_phone": "01632 960001",
    }
    local = replace(desk, policy=replace(desk.policy, knobs={**desk.policy.knobs, **knobs}))
    opened(local, WORRY)

    (help_,) = [one for one in act(local) if one.chat_id == PARENT]
    assert "call 999" in help_.body["text"]
    assert (
        "The council's children's services: 01632 960003.\nour pre-school: 01632 960001."
        in help_.body["text"]
    )
    assert helplines.for_the_worried(desk) == ""


def test_an_urgent_card_has_the_numbers_at_hand(desk: Desk) -> None:
    knobs = {f"escalation.local_contacts.{name}": f"01632 96000{place}"
             for place, name in enumerate(("childrens_services", "out_of_hours", "lado"))}  # fmt: skip
    local = replace(desk, policy=replace(desk.policy, knobs={**desk.policy.knobs, **knobs}))
    opened(local, WORRY)
    opened(local, "I saw a member of staff hit a toddler", message=8)
    opened(local, RUDE, message=9)

    assert "call 999. For the police otherwise: 101." in card(local, 1)[0]
    assert "01632 960000" in card(local, 1)[0] and "01632 960002" not in card(local, 1)[0]
    assert "LADO. They sit with the council: 01632 960002" in card(local, 2)[0]
    assert "999" not in card(local, 3)[0]
