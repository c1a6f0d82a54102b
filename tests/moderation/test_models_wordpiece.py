"""Cutting texts into pieces: the longest known piece first, and nothing can stop it."""

from pathlib import Path

import pytest

from moderation.models.wordpiece import Vocabulary, load_vocabulary

PIECES = ("[UNK]", "[CLS]", "[SEP]", "lunch", "##box", "##es", "box", "!", "'", "s", "£", "##5")
VOCABULARY = Vocabulary({piece: number for number, piece in enumerate(PIECES)})


def cut(text: str) -> list[str]:
    return [PIECES[number] for number in VOCABULARY.cut(text)]


def test_the_longest_known_beginning_is_taken_first() -> None:
    assert cut("lunchboxes box") == ["lunch", "##box", "##es", "box"]


def test_signs_stand_alone_and_a_pound_goes_with_its_figure() -> None:
    assert cut("box's lunch!! £5") == ["box", "'", "s", "lunch", "!", "!", "£", "##5"]


@pytest.mark.parametrize("word", ["qqq", "lunchqqq", "box" * 50])
def test_a_word_that_cannot_be_cut_is_strange_as_a_whole(word: str) -> None:
    assert cut(f"box {word} box") == ["box", "[UNK]", "box"]


def test_an_empty_text_has_no_pieces() -> None:
    assert cut("") == []


def test_a_file_without_the_marks_for_begin_and_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("lunch\n##box", encoding="utf-8")

    with pytest.raises(ValueError, match="no vocabulary"):
        load_vocabulary(path)
