"""Takes the disguise off words, and remembers where each letter came from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Folded:
    """`text` is the folded form; `origin[i]` is the index in `original` that text[i] came from."""

    original: str
    text: str
    origin: tuple[int, ...]


def fold(text: str) -> Folded:
    """Lower case."""
    return Folded(text, text, tuple(range(len(text))))
