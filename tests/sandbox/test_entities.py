"""Words and their marks survive whatever people write."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import find_entities, read_html, tidy, utf16
from sandbox.refusal import Refusal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("/@.#+ <>&b😀"), max_size=60)


@given(TEXTS)
def test_marks_lie_inside_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for mark in find_entities(text):
        assert mark["offset"] >= end
        assert mark["length"] > 0
        end = mark["offset"] + mark["length"]
    assert end <= utf16(text)


@given(TEXTS)
def test_escaped_html_reads_as_the_text_it_was(text: str) -> None:
    assert read_html(html.escape(text)) == (text, [])


@given(TEXTS)
def test_any_html_is_read_or_refused(source: str) -> None:
    try:
        text, marks = read_html(source)
    except Refusal as refusal:
        assert refusal.text.startswith("Bad Request: can't parse entities: ")
    else:
        assert all(mark["offset"] + mark["length"] <= utf16(text) for mark in marks)


@given(TEXTS, st.integers(0, 60), st.integers(1, 60))
def test_tidying_keeps_marks_inside(text: str, offset: int, length: int) -> None:
    trimmed, marks = tidy(text, [{"type": "bold", "offset": offset, "length": length}])

    assert trimmed == text.strip()
    for mark in marks:
        assert 0 <= mark["offset"] < mark["offset"] + mark["length"] <= utf16(trimmed)


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("é<marquee>", 'Unsupported start tag "marquee" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
    ],
)
def test_broken_html_is_refused_with_its_place(source: str, refusal: str) -> None:
    with pytest.raises(Refusal, match=refusal):
        read_html(source)


def test_marks_may_lie_in_one_another() -> None:
    assert read_html("<b>a<i>b</i></b>") == (
        "ab",
        [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 1}],
    )
