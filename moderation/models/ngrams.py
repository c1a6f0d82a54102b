"""The toxicity model that comes with the bot: it knows which words and bits of words people are rude with.

A text is folded to plain letters, cut into words, pairs of words and runs of 3 to 5 letters; each of these
pieces carries a learnt weight for each label. Everything that depends on the text is whole-number sums, so a
text scores exactly the same alone and in a batch.
"""

import re
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from moderation.models.toxicity import BUILTIN, LABELS, ModelError

SHIPPED = Path(__file__).parent / "builtin.npz"
MOST_LETTERS = 20_000  # of one text; Telegram's longest is 4,096
BATCH_LETTERS = 60_000  # scored at once, so that a heap of long texts needs little memory

PASSAGE = 150  # letters, at least; a passage ends with its sentence

_SENTENCE = re.compile(r"[^.!?\n]{1,300}(?:[.!?\n]+|(?<=\s)|$)|[^.!?\n]{1,300}|[.!?\n]+")
_LOOKALIKES = str.maketrans(
    "аеорсухкмнтвіѕјԁԛԝһӏзԍαεορτυνικχωβηγ|",
    "aeopcyxkmhtbisjdqwhl3gaeoptuvikxwbhyi",
)
_LEET = str.maketrans("013457@$!", "oieastasi")
_HIDDEN_LETTERS = re.compile(
    r"(?<![\w@$!])[0-9@$!]?[a-z]+(?:[0-9@$!]{1,3}[a-z$]+)+|(?<!\w)\$[a-z]{2,}|(?<![a-z])[a-z]+\$+"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MENTION = re.compile(r"(?<![\w.])@\w+")
_DOTTED = re.compile(r"(?<![a-z0-9*])[a-z](?:[.\-_*/]{1,3}[a-z]){2,}(?![a-z])")
_SPACED = re.compile(r"(?<![a-z0-9*])[a-z](?:[ .\-_/]{1,3}[a-z]){3,}(?![a-z])")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_NUMBER = re.compile(r"[0-9]+")
_NOT_WORD = re.compile(r"[^a-z0*]+")
_LONE_STARS = re.compile(r"(?<![a-z])\*+|\*+(?![a-z*])")


def plain(text: str) -> str:
    """The text in lower-case ASCII words, one space apart and around, with common disguises taken off."""
    text = _ADDRESS.sub(" link ", text[:MOST_LETTERS].casefold())
    if not text.isascii():
        text = _to_ascii(text)
    text = _MENTION.sub(" name ", text).replace("'", "")
    text = _HIDDEN_LETTERS.sub(lambda found: found[0].translate(_LEET), text)
    text = _SPACED.sub(_joined, _DOTTED.sub(_joined, text))
    text = _NUMBER.sub("0", _STRETCHED.sub(r"\1", text))
    return " " + " ".join(_LONE_STARS.sub(" ", _NOT_WORD.sub(" ", text)).split()) + " "


def _to_ascii(text: str) -> str:
    """Look-alikes by their looks, emoji by their names, accents off, invisible signs gone."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    seen = (c for c in letters if unicodedata.category(c) not in ("Mn", "Cf", "Me"))
    looks = "".join(seen).translate(_LOOKALIKES).replace("’", "'")
    return looks if looks.isascii() else anyascii(looks).replace(":", " ").lower()


def _joined(found: re.Match[str]) -> str:
    return "".join(filter(str.isalpha, found[0]))


@dataclass(frozen=True)
class Pieces:
    """The distinct pieces of a batch: piece `keys[i]` is in text `rows[i]`; sorted by row, then key."""

    rows: NDArray[np.int64]
    keys: NDArray[np.uint32]
    count: NDArray[np.int64]  # distinct pieces in each text


def pieces(texts: Sequence[str]) -> Pieces:
    """Every word, pair of words and run of 3 to 5 letters in the texts, as 32-bit keys."""
    letters = np.frombuffer("\n".join(map(plain, texts)).encode("ascii"), dtype=np.uint8)
    gaps = (letters == ord(" ")) | (letters == ord("\n"))
    row_of = np.cumsum(letters == ord("\n"))
    pairs = [_word_keys(letters, gaps, row_of), *(_run_keys(letters, gaps, row_of, n) for n in (3, 4, 5))]
    both = np.unique(np.concatenate([(rows.astype(np.uint64) << _32) | keys for rows, keys in pairs]))
    rows = (both >> _32).astype(np.int64)
    return Pieces(rows, (both & _LOW).astype(np.uint32), np.bincount(rows, minlength=len(texts)))


_32 = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_STEP = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2 ** 64
_UNSTEP = pow(_STEP, -1, 2**64)
_Keys = tuple[NDArray[np.int64], NDArray[np.uint64]]


def _mix(values: NDArray[np.uint64], salt: int) -> NDArray[np.uint64]:
    """Well-stirred 32-bit keys; another salt, another kind of piece."""
    values = (values ^ np.uint64(salt)) * np.uint64(0xBF58476D1CE4E5B9)
    return ((values ^ (values >> np.uint64(29))) * np.uint64(0x94D049BB133111EB)) >> _32


def _run_keys(letters: NDArray[np.uint8], gaps: NDArray[np.bool_], rows: NDArray[np.int64], n: int) -> _Keys:
    """Runs of n letters inside one word, its edges counting as letters."""
    width = max(len(letters) - n + 1, 0)
    value = np.zeros(width, dtype=np.uint64)
    whole = np.ones(width, dtype=np.bool_)
    for k in range(n):
        value = value * np.uint64(_STEP) + letters[k : k + width]
        if 0 < k < n - 1:
            whole &= ~gaps[k : k + width]
    whole &= (letters[:width] != ord("\n")) & (letters[n - 1 : n - 1 + width] != ord("\n"))
    return rows[:width][whole], _mix(value[whole], n)


def _word_keys(letters: NDArray[np.uint8], gaps: NDArray[np.bool_], rows: NDArray[np.int64]) -> _Keys:
    """Words, and words with the one after them in the same text."""
    edges = np.diff(gaps.astype(np.int8))
    starts, ends = np.flatnonzero(edges == -1) + 1, np.flatnonzero(edges == 1) + 1
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters * _powers(_STEP, len(letters)))])
    word = (sums[ends] - sums[starts]) * _powers(_UNSTEP, len(letters))[starts]
    home = rows[starts]
    pair = word[:-1] * np.uint64(_STEP) + _mix(word[1:], 7)
    together = home[:-1] == home[1:]
    keys = np.concatenate([_mix(word, 1), _mix(pair[together], 2)])
    return np.concatenate([home, home[:-1][together]]), keys


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """base ** 0, base ** 1, ... modulo 2 ** 64."""
    powers = np.full(count, base, dtype=np.uint64)
    powers[:1] = 1
    return np.cumprod(powers)


@dataclass(frozen=True)
class NgramScorer:
    """A weight for each known piece and label; a text's score is the sum of them through a sigmoid."""

    keys: NDArray[np.uint32]  # known pieces, ascending
    weights: NDArray[np.int8]  # pieces x labels
    scale: NDArray[np.float64]  # what one step of a weight is worth, for each label
    bias: NDArray[np.float64]  # for each label
    damping: float  # how much a long text's sum is softened: divided by pieces ** damping
    name: str = BUILTIN
    labels: tuple[str, ...] = LABELS

    def score(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """One dict a text, label to 0..1, in order."""
        return [row for batch in _batches(texts) for row in self._score_batch(batch)]

    def _score_batch(self, texts: Sequence[str]) -> Iterator[dict[str, float]]:
        for row in 1 / (1 + np.exp(-self._worst(texts))):
            yield dict(zip(self.labels, row.tolist(), strict=True))

    def _worst(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """The whole text or its worst passage, so that friendly words around an insult do not hide it."""
        parts = [(i, part) for i, text in enumerate(texts) for part in passages(text)]
        logits = self._logits([*texts, *(part for _, part in parts)])
        worst = logits[: len(texts)].copy()
        np.maximum.at(worst, np.array([i for i, _ in parts], dtype=np.int64), logits[len(texts) :])
        return worst

    def _logits(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Texts x labels, before the sigmoid."""
        found = pieces(texts)
        place = np.minimum(np.searchsorted(self.keys, found.keys), len(self.keys) - 1)
        known = self.keys[place] == found.keys
        rows, weights = found.rows[known], self.weights[place[known]].astype(np.float64)
        sums = [np.bincount(rows, weights[:, label], len(texts)) for label in range(len(self.labels))]
        softer = np.maximum(found.count, 1)[:, None] ** self.damping
        logits: NDArray[np.float64] = np.stack(sums, axis=1) * self.scale / softer + self.bias
        return logits


def passages(text: str) -> list[str]:
    """The sentences of a longer text, short ones together; none when the text is one passage anyway."""
    found = [""]
    for sentence in _SENTENCE.findall(text[:MOST_LETTERS]):
        if len(found[-1]) >= PASSAGE:
            found.append("")
        found[-1] += sentence
    return found if len(found) > 1 else []


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH_LETTERS:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += min(len(text), MOST_LETTERS)
    if batch:
        yield batch


@cache
def load_builtin(path: Path = SHIPPED) -> NgramScorer:
    """The shipped model. Raises ModelError when its file is missing or damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return _checked(dict(stored))
    except FileNotFoundError as error:
        raise ModelError(f"the built-in toxicity model is not at {path}: install Lollipop again") from error
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError(
            f"the built-in toxicity model at {path} is damaged: install Lollipop again"
        ) from error


def _checked(stored: dict[str, Any]) -> NgramScorer:
    scorer = NgramScorer(
        keys=stored["keys"],
        weights=stored["weights"],
        scale=stored["scale"],
        bias=stored["bias"],
        damping=float(stored["damping"]),
    )
    if scorer.weights.shape != (len(scorer.keys), len(LABELS)) or not len(scorer.keys):
        raise ValueError("the tables do not fit together")
    return scorer
