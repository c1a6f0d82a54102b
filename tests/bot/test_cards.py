"""A card says what happened, why, and what can be done; it fits, and the words on it are nobody's markup."""

from dataclasses import replace

import pytest

from bot import cards
from bot.cards import Card, draw, explain
from bot.desk import Desk
from bot.drafts import restored
from bot.moves import make_move
from bot.parcels import Whole
from bot.store.cases import Case
from bot.words import TEXT_LIMIT, utf16_length
from moderation.case import Move
from tests.bot.conftest import LEAD, MANAGER, later, opened

RUDE = "whoever parked across the gate this morning is a selfish cow"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"


def drawn(case: Case, desk: Desk) -> Card:
    now = desk.store.cases.get(case.number)
    assert now is not None
    return draw(now, desk.store.sealed.open(case.number), desk)


def labels(card: Card) -> list[str]:
    return [button.label for row in card.buttons for button in row]


def verbs(card: Card) -> list[str]:
    return [f"{button.verb}:{button.number}" for row in card.buttons for button in row]


def test_a_card_shows_what_happened_why_who_and_the_words(desk: Desk) -> None:
    card = drawn(opened(desk, RUDE), desk)

    assert card.text.splitlines() == [
        "Case 1: a post is out of view.",
        "Why: an insult aimed at somebody",
        "",
        "From Jo Marsh, 7 Sep, 12:00:",
        RUDE,
    ]
    assert verbs(card) == ["approve:1", "keep:1"]
    assert labels(card) == ["Put back", "Keep out of view"]


def test_an_urgent_card_can_be_taken_on_and_closed(desk: Desk) -> None:
    card = drawn(opened(desk, WORRY), desk)

    assert card.text.startswith("URGENT: case 1.")
    assert labels(card) == ["I have this", "Put back", "Keep out of view", "It is dealt with"]


def test_once_somebody_has_it_nobody_is_asked_to_take_it_on(desk: Desk) -> None:
    case = opened(desk, WORRY)
    make_move(Move.ACK, 1, LEAD, desk)
    card = drawn(case, desk)

    assert "The safeguarding lead has this, 7 Sep, 12:00." in card.text
    assert "I have this" not in labels(card)


@pytest.mark.parametrize(
    "move, said",
    [(Move.APPROVE, "Put back by the manager"), (Move.KEEP, "Kept out of view by the manager")],
)
def test_a_decided_card_says_by_whom_and_has_no_buttons(desk: Desk, move: Move, said: str) -> None:
    case = opened(desk, RUDE)
    make_move(move, 1, MANAGER, desk)
    card = drawn(case, desk)

    assert card.text.startswith("Case 1 is closed.")
    assert f"{said}, 7 Sep, 12:00." in card.text
    assert card.buttons == ()


def test_a_card_whose_words_are_gone_says_so(desk: Desk) -> None:
    case = opened(desk, RUDE)
    desk.store.cases.retire_one(1, later(desk, days=31).now)
    card = drawn(case, desk)

    assert card.text.endswith("The words are no longer kept.")
    assert "Jo Marsh" not in card.text


@pytest.mark.parametrize("letter", ["x", "🚗", "\n"])
def test_the_longest_post_and_name_fit_on_a_card(desk: Desk, letter: str) -> None:
    case = opened(desk, RUDE + " " + letter * (4095 - len(RUDE)), author_name="N" * 128)
    card = drawn(case, desk)

    assert utf16_length(card.text) <= TEXT_LIMIT


def test_why_tells_all_reasons_and_words_in_parts_that_fit(desk: Desk) -> None:
    case = opened(desk, RUDE + " 🚗" * 1300)
    pages = explain(case, desk.store.sealed.open(1), desk)

    assert len(pages) > 1
    assert all(utf16_length(page) <= TEXT_LIMIT for page in pages)
    assert "".join(pages).count("🚗") == 1300
    assert "ABUSE: an insult aimed at somebody (score" in pages[0]


def test_what_goes_back_is_the_words_as_typed_under_name_and_time(desk: Desk) -> None:
    opened(desk, RUDE)
    make_move(Move.APPROVE, 1, MANAGER, desk)
    (effect,) = [one for one in desk.store.effects.of_case(1) if one.kind == "restore"]

    assert restored(effect, desk) == Whole(f"From Jo Marsh, 7 Sep, 12:00:\n{RUDE}")


def test_times_are_the_ones_on_the_wall_in_britain(desk: Desk) -> None:
    assert cards.clock_time(desk.now) == "7 Sep, 12:00"
    assert cards.clock_time(desk.now.replace(month=12)) == "7 Dec, 11:00"


def test_only_a_supergroups_post_can_be_linked_to(desk: Desk) -> None:
    case = opened(desk, RUDE)

    assert cards.link_to(case) == "https://t.me/c/1000000001/7"
    assert cards.link_to(replace(case, chat_id=-4001)) is None
