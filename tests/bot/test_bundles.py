"""Many posts at once are one card, in a storm and in the quiet hours; urgent ones never wait among them."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from bot import bundles, takedown, verbs
from bot.cards import Card
from bot.commands.pause import pause
from bot.desk import Desk
from bot.jobs import alerts, pauses
from bot.reading import Command
from bot.settle import Done, NotStarted, settle
from bot.store.effects import EffectRow
from bot.words import TEXT_LIMIT, utf16_length
from moderation.case import View
from moderation.policy import load_policy
from tests.bot.conftest import DEPUTY, LEAD, MANAGER, PARENT, later, opened

RUDE = "whoever parked across the gate this morning is a selfish cow"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
WORDS = (
    *("gate", "car", "hall", "mud", "rain", "boots", "prams", "coats", "biscuits", "kettle", "paint", "glue"),
    *(
        "drums",
        "swings",
        "ponds",
        "frogs",
        "hats",
        "songs",
        "benches",
        "ladders",
        "puddles",
        "trains",
        "kites",
    ),
)
INSULTS = tuple(
    f"stupid selfish cow, {' '.join(sample(WORDS, 14))}" for sample in (Random(n).sample for n in range(40))
)


def act(desk: Desk, refuse: int = 0) -> list[EffectRow]:
    """Does all that is due; what it was. Messages to `refuse` are answered with 403."""
    acts: list[EffectRow] = []
    while due := desk.store.effects.claim(99, desk.now):
        for one in due:
            messages = (one.id,) if one.kind in ("card", "why", "say", "bundle") else ()
            done = Done(messages, has_words=one.kind in ("card", "bundle"))
            settle(one, NotStarted() if one.chat_id == refuse else done, later(desk, seconds=1).now, desk)
        acts += due
    return acts


def to(acts: list[EffectRow], kind: str) -> list[int]:
    return [one.chat_id for one in acts if one.kind == kind]


def shown(desk: Desk, kind: str, person: int = MANAGER) -> int:
    """How many messages of this kind a person still sees."""
    return sum(
        sent.kind == kind and sent.removed is None and sent.chat_id == person
        for number in range(1, 40)
        for sent in desk.store.sent.of_case(number)
    )


def storm(desk: Desk, count: int = 10) -> None:
    """So many people are rude within some minutes, and all that is due is done after each."""
    for place in range(count):
        moment = later(desk, seconds=10 * place)
        opened(moment, INSULTS[place], author=PARENT + place, message=7 + place, sent=moment.now)
        act(moment)


def drawn(desk: Desk, bundle: int = 1, person: int = MANAGER) -> Card:
    effect = next(one for one in desk.store.effects.of_case(bundle) if one.kind == "bundle")
    card = bundles.draw(replace(effect, kind="edit", chat_id=person), desk)
    assert card is not None
    return card


def test_a_storm_is_one_card(desk: Desk) -> None:
    storm(desk, 30)

    assert shown(desk, "card") == 0
    assert shown(desk, "bundle") == 1
    assert drawn(desk).text.startswith("30 posts of the same kind came within minutes.")


def test_a_few_posts_are_no_storm(desk: Desk) -> None:
    storm(desk, 7)

    assert (shown(desk, "card"), shown(desk, "bundle")) == (7, 0)


def test_posts_over_a_morning_are_no_storm(desk: Desk) -> None:
    for place in range(10):
        moment = later(desk, minutes=6 * place)
        opened(moment, INSULTS[place], author=PARENT + place, message=7 + place, sent=moment.now)
        act(moment)

    assert shown(desk, "bundle") == 0


def test_one_text_posted_three_times_is_one_card(desk: Desk) -> None:
    for place in range(3):
        opened(desk, RUDE, author=PARENT + place, message=7 + place)
        act(desk)

    assert shown(desk, "card") + shown(desk, "bundle") == 1


def test_each_post_of_a_storm_can_be_decided_on_the_one_card(desk: Desk) -> None:
    storm(desk)
    card = drawn(desk)
    first = card.buttons[0]

    assert [(button.label, button.verb, button.number) for button in first] == [
        ("1: Put back", "approve", 1),
        ("1: Keep out of view", "keep", 1),
    ]
    verbs.do("keep", 1, MANAGER, desk)
    assert to(act(desk), "edit") == [MANAGER]
    assert "Decided: 1." in drawn(desk).text
    assert drawn(desk).buttons[0][0].number == 2


def test_the_longest_posts_fit_on_one_card(desk: Desk) -> None:
    for place in range(30):
        opened(desk, INSULTS[place] + " 🚗" * 1300, author=PARENT, message=7 + place, author_name="N" * 128)
    card = drawn(desk)

    assert utf16_length(card.text) <= TEXT_LIMIT
    assert len(card.buttons) == bundles.SHOWN


def test_an_urgent_post_in_a_storm_is_told_at_once_and_by_itself(desk: Desk) -> None:
    storm(desk)
    opened(desk, WORRY, message=99)

    assert to(act(desk), "card") == [LEAD, DEPUTY]
    assert WORRY not in drawn(desk).text


def test_whoever_cannot_be_given_the_card_of_a_storm_is_replaced_by_the_next_in_line(desk: Desk) -> None:
    for place, text in enumerate(INSULTS[:8]):
        opened(desk, text, author=PARENT + place, message=7 + place)
    act(desk, refuse=MANAGER)

    assert shown(desk, "bundle", DEPUTY) == 1
    assert shown(desk, "card", DEPUTY) == 0


def test_at_night_a_rude_post_goes_at_once_and_its_card_comes_in_the_morning(desk: Desk) -> None:
    night = later(desk, hours=11)  # 23:00
    case = opened(night, RUDE)
    assert "delete" in [one.kind for one in act(night)]
    assert case.view == View.HIDDEN
    assert to(act(later(desk, hours=18.9)), "card") == []

    assert to(act(later(desk, hours=19)), "card") == [MANAGER]


def test_a_night_is_one_summary_and_what_was_decided_meanwhile_is_not_on_it(desk: Desk) -> None:
    for place in range(4):
        moment = later(desk, hours=10 + 2 * place)
        opened(moment, INSULTS[place], author=PARENT + place, message=7 + place, sent=moment.now)
        assert not {"card", "bundle"} & {one.kind for one in act(moment)}
    verbs.do("keep", 2, MANAGER, later(desk, hours=17))

    morning = later(desk, hours=19)
    acts = act(morning)
    assert (to(acts, "card"), to(acts, "bundle")) == ([], [MANAGER])
    card = drawn(morning)
    assert card.text.startswith("4 posts came in during the quiet hours.\nDecided: 1.\n")
    assert [row[0].number for row in card.buttons] == [1, 3, 4]


def test_a_disclosure_at_night_wakes_people_at_once(desk: Desk) -> None:
    night = later(desk, hours=11)
    opened(night, WORRY)

    assert to(act(night), "card") == [LEAD, DEPUTY]


def test_a_storm_that_nobody_decides_is_one_card_for_the_next_in_line_too(desk: Desk) -> None:
    storm(desk)
    after = later(desk, hours=2.5)
    alerts.repeat(after)
    act(after)

    assert (shown(desk, "card", DEPUTY), shown(desk, "bundle", DEPUTY)) == (0, 1)


def paused(desk: Desk, words: str = "2") -> str:
    return pause(Command("pause", words, MANAGER, MANAGER, 1, private=True), desk)


def test_during_a_pause_nothing_happens_in_the_group_and_afterwards_there_is_one_summary(desk: Desk) -> None:
    assert paused(desk).startswith("The manager has paused me until 7 Sep, 14:00.")
    assert "The manager has paused me" in next(
        one.body["text"] for one in desk.store.effects.claim(9, desk.now) if one.chat_id == DEPUTY
    )
    for place in range(2):
        case = opened(desk, INSULTS[place], message=7 + place, author=PARENT + place)
        assert case.view == View.VISIBLE
        assert case.would_have
    assert act(desk) == []

    after = later(desk, hours=2)
    pauses.end_pause(after)
    acts = act(after)
    assert to(acts, "bundle") == [MANAGER]
    assert sorted(to(acts, "say")) == [MANAGER, DEPUTY]
    assert opened(after, RUDE, message=50, author=77).view == View.HIDDEN


def test_a_pause_stops_nothing_urgent(desk: Desk) -> None:
    paused(desk)
    act(desk)
    case = opened(desk, WORRY)

    assert case.view == View.HIDDEN
    assert to(act(desk), "card") == [LEAD, DEPUTY]


def test_a_pause_takes_out_nothing_whose_author_only_the_policy_asked(desk: Desk) -> None:
    desk = replace(desk, policy=load_policy("bishopthorpe"))
    asked = opened(desk, "oh do grow up karen")
    paused(desk, "4")
    takedown.over(later(desk, hours=3))
    assert (desk.store.cases.get(asked.number) or asked).view == View.VISIBLE

    takedown.over(later(desk, hours=4))
    assert (desk.store.cases.get(asked.number) or asked).view == View.HIDDEN


def test_a_pause_can_be_ended_and_has_an_end(desk: Desk) -> None:
    assert paused(desk, "off") == "I am not paused."
    paused(desk)
    assert paused(desk, "off") == "The manager has ended the pause."
    assert desk.paused_until is None
    paused(desk, "")
    assert desk.paused_until == desk.now + timedelta(hours=1)


@pytest.mark.parametrize("words", ["0", "73", "-1", "soon", "1.5", "1 2"])
def test_a_pause_of_no_sensible_length_is_explained(desk: Desk, words: str) -> None:
    assert paused(desk, words).startswith("For how many hours?")
    assert desk.paused_until is None
