"""The bot's sentences are whole, fit into Telegram, and cannot be bent by a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import pieces, say, say_to_poster, shortened, texts, utf16_length
from moderation.category import Category


def test_a_value_is_never_read_as_a_template() -> None:
    assert say("outcome.approve") == "Put back"
    assert "{setting}" in say("card.author", author="{setting}", sent="now")


@pytest.mark.parametrize("kind", ["told", "held", "nudge", "route", "ask"])
@pytest.mark.parametrize("category", list(Category))
def test_there_is_a_private_word_for_every_category(kind: str, category: Category) -> None:
    text = say_to_poster(f"{kind}.{category}", setting="Oak Tree", number=12)

    assert "Oak Tree" in text
    assert "{" not in text


@pytest.mark.parametrize("section", ["reason", "category"])
def test_every_category_has_its_words(section: str) -> None:
    assert set(texts()[section]) == {category.value for category in Category}


@given(st.text(max_size=9000), st.integers(20, 4096))
def test_cutting_loses_nothing_and_every_part_fits(text: str, limit: int) -> None:
    parts = pieces(text, limit)

    assert "".join(parts) == text
    assert all(utf16_length(part) <= limit for part in parts)


@given(st.text(max_size=500), st.integers(20, 200))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    assert utf16_length(shortened(text, limit)) <= limit
