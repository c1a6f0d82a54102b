"""Cuts a text into the words and bits of words that the encoder was taught with, each a number."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LONGEST_WORD = 100  # letters; a longer one is no word
BEGIN, END, STRANGE = "[CLS]", "[SEP]", "[UNK]"

_WORD = re.compile(r"[a-z0-9£€]+|[!-/:-@\[-`{-~]")


@dataclass(frozen=True)
class Vocabulary:
    """Every known piece with its number; a piece that carries a word on begins with ##."""

    numbers: Mapping[str, int]

    def cut(self, folded: str) -> list[int]:
        """The numbers of a text's pieces, in order; the text must be folded (moderation.text)."""
        return [number for word in _WORD.findall(folded) for number in self._pieces(word)]

    def _pieces(self, word: str) -> Iterator[int]:
        """The longest known beginning, then the longest that goes on from there."""
        if len(word) > LONGEST_WORD:
            yield self.numbers[STRANGE]
            return
        found, start = [], 0
        while start < len(word):
            end = len(word)
            while (piece := ("##" if start else "") + word[start:end]) not in self.numbers:
                end -= 1
                if end == start:
                    yield self.numbers[STRANGE]
                    return
            found.append(self.numbers[piece])
            start = end
        yield from found


@lru_cache(maxsize=2)
def load_vocabulary(path: Path) -> Vocabulary:
    """A text file with a piece a line, numbered from 0. Raises OSError, or ValueError when it is none."""
    pieces = path.read_text(encoding="utf-8").split("\n")
    numbers = {piece: number for number, piece in enumerate(pieces)}
    if not {BEGIN, END, STRANGE} <= numbers.keys():
        raise ValueError(f"{path} is no vocabulary")
    return Vocabulary(numbers)
