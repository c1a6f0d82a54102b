"""The encoder that ships with the bot: what it hears and understands, how steadily, and how it fails."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.category import Category
from moderation.models.encoder import MEANINGS, load_encoder
from moderation.models.toxicity import LABELS, ModelError

pytest.importorskip("onnxruntime")
ENCODER = load_encoder()


def meaning(text: str) -> Mapping[str, float]:
    return ENCODER.meaning([text])[0]


def test_it_tells_six_kinds_of_rudeness_and_every_category() -> None:
    [reading] = ENCODER.read(["Thank you"])

    assert tuple(reading.toxicity) == ENCODER.labels == LABELS
    assert tuple(reading.meaning) == MEANINGS == ("URGENT", *Category)


def test_no_texts_get_no_readings() -> None:
    assert ENCODER.read([]) == []


def test_tone_and_meaning_asked_for_separately_are_those_read_together() -> None:
    texts = ["you absolute numpty", "has anyone seen a blue coat"]

    readings = ENCODER.read(texts)

    assert ENCODER.score(texts) == [reading.toxicity for reading in readings]
    assert ENCODER.meaning(texts) == [reading.meaning for reading in readings]


@given(st.lists(st.text(max_size=60), max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_text_reads_the_same_alone_and_in_company(texts: list[str]) -> None:
    together = ENCODER.read(texts)

    assert together == [reading for text in texts for reading in ENCODER.read([text])]


@given(st.text(alphabet=st.characters(), max_size=200))
@settings(max_examples=40, deadline=None)
def test_every_probability_lies_between_0_and_1_whatever_the_signs(text: str) -> None:
    [reading] = ENCODER.read([text])

    assert all(0 <= share <= 1 for share in (*reading.toxicity.values(), *reading.meaning.values()))


def test_half_an_emoji_does_not_stop_it() -> None:
    assert len(ENCODER.read(["good morning \ud83d", "\udc00", ""])) == 3


@pytest.mark.parametrize("letters", ["a ", "x", "1a.", "ﷺ", "\u0301", "😂"])
def test_the_longest_hostile_post_is_read(letters: str) -> None:
    [reading] = ENCODER.read([(letters * 4096)[:4096]])

    assert reading.toxicity["toxicity"] < 1


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        (
            "a man in a grey car asked my little girl to get in and see his puppies",
            "a man in a grey car let us out at the junction, bless him",
        ),
        (
            "she told me he touches her at bathtime and its their secret",
            "she told me he sings to her at bathtime and its their song",
        ),
        ("come near my kids again and ill put you in hospital", "I could kill for a lie in"),
    ],
)
def test_much_the_same_words_about_harm_and_about_nothing_read_apart(said: str, unsaid: str) -> None:
    assert meaning(said)["URGENT"] > 0.9 > 0.1 > meaning(unsaid)["URGENT"]


@pytest.mark.parametrize(
    "text", ["I could kill for a lie in", "shattered, these kids will be the death of me"]
)
def test_figures_of_speech_are_no_threat(text: str) -> None:
    assert meaning(text)["THREAT"] < 0.3


def test_a_worry_in_the_middle_of_a_long_friendly_post_is_still_read() -> None:
    friendly = (
        "We had a great time at the farm on Saturday and the kids loved the goats. Parking was easy for "
        "once. The cafe does a decent flapjack and there's a soft play if it rains. Next time we bring the "
        "scooters. "
    )
    worry = (
        "I'm worried about one of the little boys, he had a bruise on his face and said his mum's boyfriend "
        "hits him. "
    )

    assert meaning(friendly * 5)["URGENT"] < 0.1
    assert meaning(friendly * 2 + worry + friendly * 3)["URGENT"] > 0.9


@pytest.mark.parametrize("missing", ["encoder.onnx", "encoder.vocab.txt"])
def test_a_missing_file_is_named(missing: str, tmp_path: Path) -> None:
    for name in {"encoder.onnx", "encoder.vocab.txt"} - {missing}:
        (tmp_path / name).write_bytes(b"")

    with pytest.raises(ModelError, match=missing):
        load_encoder(tmp_path / "encoder.onnx")


def test_a_damaged_file_is_refused_with_one_sentence(tmp_path: Path) -> None:
    for name in ("encoder.onnx", "encoder.vocab.txt"):
        (tmp_path / name).write_bytes(b"not a network")

    with pytest.raises(ModelError, match="damaged"):
        load_encoder(tmp_path / "encoder.onnx")
