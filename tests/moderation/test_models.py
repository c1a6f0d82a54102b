"""The built-in toxicity model: what it takes for rude, what it leaves in peace, and how it fails."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.models.ngrams import load_builtin, passages, plain
from moderation.models.toxicity import LABELS, MODELS, ModelError, load_scorer

BUILTIN = load_scorer("builtin")


def toxicity(text: str) -> float:
    [scores] = BUILTIN.score([text])
    return scores["toxicity"]


def test_the_builtin_model_names_the_labels_that_detoxify_names() -> None:
    [scores] = BUILTIN.score(["Thank you"])

    assert (BUILTIN.name, BUILTIN.labels, tuple(scores)) == ("builtin", LABELS, LABELS)


def test_no_texts_get_no_scores() -> None:
    assert BUILTIN.score([]) == []


@given(st.lists(st.text(max_size=60), max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_text_scores_the_same_alone_and_in_company(texts: list[str]) -> None:
    together = BUILTIN.score(texts)

    assert together == [scores for text in texts for scores in BUILTIN.score([text])]


@given(st.text(alphabet=st.characters(), max_size=200))
@settings(max_examples=60, deadline=None)
def test_every_score_lies_between_0_and_1_whatever_the_signs(text: str) -> None:
    assert all(0 <= score <= 1 for score in BUILTIN.score([text])[0].values())


def test_half_an_emoji_does_not_stop_the_model() -> None:
    assert len(BUILTIN.score(["good morning \ud83d", "\udc00"])) == 2


def test_a_heap_of_long_texts_comes_back_in_order() -> None:
    texts = [f"lovely {'day ' * 1000}"] * 300 + ["you stupid idiot"]

    scores = [row["toxicity"] for row in load_builtin().score(texts)]

    assert len(set(scores[:300])) == 1
    assert scores[300] == load_builtin().score(["you stupid idiot"])[0]["toxicity"] > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "you stupid fucking idiot",
        "go to hell you piece of shit",
        "shut up you dumb bitch",
        "you pathetic wanker",
    ],
)
def test_a_crude_insult_scores_high(text: str) -> None:
    assert toxicity(text) > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Thank you all so much, the children loved it",
        "Has anyone picked up a blue jumper by mistake?",
        "Running late, five minutes!",
        "Poor thing has been sick twice and has nits as well",
        "We are a Muslim family, is the chicken halal?",
        "",
    ],
)
def test_everyday_chat_scores_low(text: str) -> None:
    assert toxicity(text) < 0.2


def test_friendly_words_around_an_insult_do_not_hide_it() -> None:
    friendly = "Thank you all so much for the lovely cakes, see you at the gate tomorrow. " * 12

    assert toxicity(friendly) < 0.1
    assert toxicity(friendly + "You stupid fucking idiot. " + friendly) > 0.9


def test_passages_lose_nothing_and_end_with_their_sentences() -> None:
    text = "What a lovely day! " * 40 + "no full stop " * 60

    parts = passages(text)

    assert "".join(parts) == text
    assert parts[0].endswith("!")
    assert max(map(len, parts)) < 500


def test_a_short_text_is_one_passage() -> None:
    assert passages("Yes. No! Maybe?") == []


@pytest.mark.parametrize(
    "name", ["Shital", "Nishit", "Harshit", "Fanny", "Titus", "Mohammed", "Gaynor", "Ngozi"]
)
def test_a_first_name_is_no_insult(name: str) -> None:
    assert toxicity(name) < 0.6
    assert toxicity(f"Happy birthday {name}!") < 0.3


@pytest.mark.parametrize("text", ["a" * 20_000, "a1" * 10_000, "a$" * 10_000, "a.b" * 6_000, "😀" * 20_000])
def test_the_longest_of_odd_texts_is_scored(text: str) -> None:
    assert 0 <= toxicity(text) <= 1


@pytest.mark.parametrize(
    ("plainly", "disguised"),
    [
        ("you idiot", "you 1d10t"),
        ("what a shit", "what a $h!t"),
        ("fuck off", "f u c k off"),
        ("fuck off", "f.u.c.k off"),
        ("fuck off", "fuuuuuck off"),
        ("stupid bastard", "ѕtuріd bаѕtаrd"),
        ("you moron", "you mo\u200bron"),
        ("you moron", "𝔂𝓸𝓾 𝓶𝓸𝓻𝓸𝓷"),
        ("you moron", "YOU MÖRÓN"),
    ],
)
def test_a_disguise_does_not_change_the_words(plainly: str, disguised: str) -> None:
    assert plain(disguised) == plain(plainly)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pick up at 3.15pm, 2.50", " pick up at 0 0pm 0 0 "),
        ("see https://www.example.org/a?b=1", " see link "),
        ("thanks @dave", " thanks name "),
        ("don't", " dont "),
        ("what a c*ck", " what a c*ck "),
        ("*bold*", " bold "),
    ],
)
def test_ordinary_signs_do_not_become_words(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_an_unknown_model_is_refused_with_the_names_of_the_known() -> None:
    with pytest.raises(ModelError, match=r"no toxicity model called 'bert'.*builtin, original"):
        load_scorer("bert")


def test_there_are_six_models_to_choose_from() -> None:
    assert MODELS == (
        "builtin", "original", "original-small", "unbiased", "unbiased-small", "multilingual",
    )  # fmt: skip


def test_a_missing_builtin_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"not at .*gone\.npz: install Lollipop again"):
        load_builtin(tmp_path / "gone.npz")


@pytest.mark.parametrize("content", [b"", b"not a model", b"PK\x03\x04 cut short"])
def test_a_damaged_builtin_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "builtin.npz"
    path.write_bytes(content)

    with pytest.raises(ModelError, match=r"builtin\.npz is damaged"):
        load_builtin(path)


def test_tables_that_do_not_fit_together_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "builtin.npz"
    keys, weights = np.zeros(3, np.uint32), np.zeros((2, 6), np.int8)
    np.savez(path, keys=keys, weights=weights, scale=np.ones(6), bias=np.ones(6), damping=np.float64(0.5))

    with pytest.raises(ModelError, match="is damaged"):
        load_builtin(path)
