"""Words said again are known by what they say, not by how they are dressed up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.echo import holds, is_bait, is_copy, is_from, leaves_out, marks

HIDDEN = "whoever parked across the gate this morning is a selfish cow"


def is_again(text: str, hidden: str = HIDDEN) -> bool:
    own, theirs = marks(text), marks(hidden)
    return is_copy(len(own & theirs), len(own), len(theirs))


@pytest.mark.parametrize(
    "text",
    [
        HIDDEN.upper(),
        "whoever parked across the gate this morning is a \u0455elfish c0w",
        "Whoever parked across the gate this morning is a selfish moo",
        "AGAIN: whoever parked across the gate this morning is a selfish cow :)",
        "whoever  parked, across the gate. This morning? is a s e l f i s h cow",
    ],
)
def test_small_changes_make_no_new_post(text: str) -> None:
    assert is_again(text)


@pytest.mark.parametrize(
    "text",
    [
        "whoever parked across the gate this morning could you move please",
        "is the gate open this morning",
        "a selfish cow",
        "",
    ],
)
def test_another_post_about_the_same_is_another_post(text: str) -> None:
    assert not is_again(text)


@given(st.text(max_size=80))
def test_a_post_is_a_copy_of_itself_unless_it_says_nothing(text: str) -> None:
    own = marks(text)

    assert is_copy(len(own), len(own), len(own)) == bool(own)


def test_too_few_words_are_no_bait() -> None:
    assert not is_bait(marks("yes please"))
    assert is_bait(marks(HIDDEN))


def test_a_quote_is_a_piece_of_the_hidden_words_and_not_only_like_them() -> None:
    hidden = marks(HIDDEN)

    assert is_from(len(marks("the gate this morning") & hidden), len(marks("the gate this morning")))
    assert not is_from(len(marks("the gate is green") & hidden), len(marks("the gate is green")))
    assert holds(len(marks(f"did you see: {HIDDEN}? well") & hidden), len(hidden))


def test_words_left_out_mend_a_post_and_words_put_in_their_place_do_not() -> None:
    trouble = [[marks("selfish cow")]]

    assert leaves_out(marks("whoever parked across the gate this morning"), marks(HIDDEN), trouble)
    assert not leaves_out(marks(HIDDEN.replace("cow", "moo")), marks(HIDDEN), trouble)
    assert not leaves_out(marks(HIDDEN), marks(HIDDEN), trouble)
