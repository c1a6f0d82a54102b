"""The model that comes with the bot: one small network that hears how a post sounds and what it is about.

It turns a post into numbers that stand for its meaning, and reads from them how toxic the post is and which
of our categories it is likely to belong to. A long post is read in windows and the worst of them counts.
Each window goes through the network by itself, so a post reads exactly the same alone and in a batch.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from moderation.category import Category
from moderation.models.ngrams import NgramScorer, load_builtin
from moderation.models.toxicity import BUILTIN, LABELS, ModelError
from moderation.models.wordpiece import BEGIN, END, Vocabulary, load_vocabulary
from moderation.text import fold

SHIPPED = Path(__file__).parent / "encoder.onnx"
URGENT = "URGENT"  # beside the categories: any of the urgent four, whichever it is
MEANINGS = (URGENT, *(category.value for category in Category))
WHOLE = 94  # pieces of words at most in a post read at once; the two for begin and end come on top
WINDOW, STEP = 64, 40  # a longer one is read in windows of so many, each beginning so many after the last
MOST_LETTERS = 4_096  # of one text, Telegram's longest
SAY = (1 / 3, 1 / 3, 1 / 3)  # of the network, its quick ear and the word list about tone
# The network was taught never to be surer than 99 in 100; this takes it back where something is not meant.
SURER_NOT = 1.5
DIGITS = 5  # kept of a probability


@dataclass(frozen=True)
class Reading:
    """What the network made of one text: probabilities by toxicity label and by meaning (MEANINGS)."""

    toxicity: Mapping[str, float]
    meaning: Mapping[str, float]


@dataclass(frozen=True)
class Encoder:
    """The network with its vocabulary, and the list of rude words that helps it with tone."""

    session: Any  # onnxruntime.InferenceSession: ids (1, pieces) to logits (1, LABELS + MEANINGS) and sounds
    vocabulary: Vocabulary
    words: NgramScorer
    name: str = BUILTIN
    labels: tuple[str, ...] = LABELS

    def score(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """Toxicity only: one dict a text, label to 0..1, in order."""
        return [dict(reading.toxicity) for reading in self.read(texts)]

    def meaning(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """Meaning only: one dict a text, a name of MEANINGS to 0..1, in order."""
        return [dict(reading.meaning) for reading in self.read(texts)]

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Tone and meaning of each text, in order, from one pass through the network."""
        rude = self.words.score(texts)
        return [_reading(*self._logits(text), words) for text, words in zip(texts, rude, strict=True)]

    def _logits(self, text: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The highest logit of any window: for each label and meaning, and for each label by its sound."""
        found = [self.session.run(None, {"ids": window}) for window in self._windows(text)]
        logits, sounds = (np.max(each, axis=0)[0].astype(np.float64) for each in zip(*found, strict=True))
        return logits, sounds

    def _windows(self, text: str) -> Iterator[NDArray[np.int64]]:
        begin, end = self.vocabulary.numbers[BEGIN], self.vocabulary.numbers[END]
        body = self.vocabulary.cut(fold(text[:MOST_LETTERS]).text[:MOST_LETTERS])
        width = WHOLE if len(body) <= WHOLE else WINDOW
        for start in range(0, max(1, len(body) - width + STEP), STEP):
            yield np.array([[begin, *body[start : start + width], end]], dtype=np.int64)


def _reading(logits: NDArray[np.float64], sounds: NDArray[np.float64], words: Mapping[str, float]) -> Reading:
    """Three opinions about tone: the network's, that of its quick ear, and the word list's."""
    known = np.clip([words[label] for label in LABELS], 1e-6, 1 - 1e-6)
    opinions = (logits[: len(LABELS)], sounds, np.log(known / (1 - known)))
    tone = np.sum([say * one for say, one in zip(SAY, opinions, strict=True)], axis=0)
    meant = logits[len(LABELS) :]
    return Reading(_named(LABELS, tone), _named(MEANINGS, np.where(meant < 0, meant * SURER_NOT, meant)))


def _named(names: Sequence[str], logits: NDArray[np.float64]) -> dict[str, float]:
    shares = np.round(1 / (1 + np.exp(-logits)), DIGITS)
    return dict(zip(names, shares.tolist(), strict=True))


@cache
def load_encoder(path: Path = SHIPPED) -> Encoder:
    """The shipped network; `path` is its file, with its vocabulary (`.vocab.txt`) beside it.

    Raises ModelError when a file or the package that runs it is missing, or a file is damaged.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelError(
            "the built-in model needs the package onnxruntime: install Lollipop again"
        ) from error
    beside = path.with_suffix(".vocab.txt")
    for file in (path, beside):
        if not file.is_file():
            raise ModelError(f"the built-in model is not at {file}: install Lollipop again")
    try:
        vocabulary = load_vocabulary(beside)
        session = onnxruntime.InferenceSession(str(path), _options(onnxruntime), ["CPUExecutionProvider"])
        outputs = session.get_modelmeta().custom_metadata_map["outputs"].split()
    except Exception as error:  # onnxruntime raises kinds of its own
        raise ModelError(f"the built-in model at {path} is damaged: install Lollipop again") from error
    if outputs != [*LABELS, *MEANINGS]:
        raise ModelError(f"the built-in model at {path} is of another version: install Lollipop again")
    return Encoder(session, vocabulary, load_builtin())


def _options(onnxruntime: Any) -> Any:
    """One thread, and no memory kept for later: the bot is to stay small beside other programs."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.log_severity_level = 4
    return options
