"""Folding: what disguises come off, what stays as it was, and that every letter can be found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.text import fold, unmask

# Every sign there is, halves of pairs, joiners and right-to-left marks among them.
ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("\u200b\u200d\u202e\u0301\ufe0f🐷👨ﷺﬃ½ a1!@$*.-"),
        st.sampled_from("abekilostu0134 .\n"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("Сraig you tоtal twаt", "craig you total twat"),
        ("1d10ts", "idiots"),
        ("b*tch", "bitch"),
        ("c**t", "cunt"),
        ("@ss", "ass"),
        ("sl@g", "slag"),
        ("gyp$os", "gypsos"),
        ("k1ll h1m, n0t messing", "kill him, not messing"),
        ("i d i o t", "idiot"),
        ("i.d.i.o.t", "idiot"),
        ("i-d-i-o-t", "idiot"),
        ("f  u  c  k   o  f  f   helen", "fuckoff helen"),
        ("w\u200ba\u200bn\u200bk\u200be\u200br", "wanker"),
        ("stuuuuupid", "stupid"),
        ("foooool", "fool"),
        ("𝓲𝓭𝓲𝓸𝓽 ⓘⓓⓘⓞⓣ 🅸🅳🅸🅾🆃", "idiot idiot idiot"),
        ("i\u0336d\u0336i\u0336o\u0336t\u0336", "idiot"),
        ("ᏢᎪᎢ", "pat"),
        ("🐍🐷🤡🔪", "snake pig clown knife"),
        ("I’m “fine”", 'i\'m "fine"'),
    ],
)
def test_a_disguise_comes_off(disguised: str, plain: str) -> None:
    assert fold(disguised).text == plain


@pytest.mark.parametrize(
    "plain",
    [
        "07700 900461",
        "sort code 20-00-00 acc 55779911",
        "7pm on the 2nd",
        "wy9 7tp",
        "ks2 and y1, 3yo",
        "£8.50 each",
        "the a12 and the m25",
        "@sarahj @gemma84",
        "maggie.t.bakes@example.com",
        "i am at a do",
        "*great* news",
        "half past 3, 1:1, 4x4",
    ],
)
def test_what_is_no_disguise_stays(plain: str) -> None:
    assert fold(plain).text == plain


def test_figures_spelt_with_letters_are_left_to_the_unmasked_view() -> None:
    assert unmask("077oo ９oo 19l").text == "077oo 9oo 19l"


def test_a_span_covers_the_disguised_word_in_the_original() -> None:
    original = "oh f-u-c-k off"

    folded = fold(original)
    first, last = folded.span(folded.text.index("fuck"), folded.text.index("fuck") + 4)

    assert original[first:last] == "f-u-c-k"


def test_a_span_takes_the_marks_on_its_last_letter_along() -> None:
    folded = fold("i\u0336d\u0336 x")

    assert folded.span(0, 2) == (0, 4)


def test_words_are_known_with_and_without_their_apostrophes() -> None:
    assert fold("Mum's don't").words == {"mums", "mum", "s", "dont", "don", "t"}


@given(ANY_TEXT)
def test_every_folded_letter_leads_back_into_the_original(text: str) -> None:
    folded = fold(text)

    assert len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)
    for place in range(len(folded.text)):
        first, last = folded.span(place, place + 1)
        assert 0 <= first < last <= len(text)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text

    assert fold(once).text == once


@given(ANY_TEXT)
def test_nothing_but_plain_signs_is_left(text: str) -> None:
    assert all(" " <= char <= "~" or char in "£€\n" for char in fold(text).text)


@given(st.integers(0, 10**12))
def test_a_number_stays_a_number(number: int) -> None:
    assert fold(str(number)).text == str(number)


@pytest.mark.parametrize(
    "unit", ["a", "1a", "a.", "$a", "!a", "aaab", "😂", "\u0301", "ﷺ", "|", "a ", "*a", "0 a "]
)
def test_the_longest_post_of_one_trick_grows_no_longer_than_four_signs_a_sign(unit: str) -> None:
    post = (unit * 4096)[:4096]

    assert len(fold(post).text) <= 6 * len(post)
