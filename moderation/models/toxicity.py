"""How rude or hurtful a text sounds, as a number from 0 to 1 for each kind of rudeness."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

LABELS = ("toxicity", "severe_toxicity", "obscene", "threat", "insult", "identity_attack")
BUILTIN = "builtin"
DETOXIFY = ("original", "original-small", "unbiased", "unbiased-small", "multilingual")
MODELS = (BUILTIN, *DETOXIFY)


class ModelError(Exception):
    """A model that cannot be used; the message is one plain sentence saying why and what would mend it."""


class Scorer(Protocol):
    """Anything that reads texts and says how toxic they are."""

    @property
    def name(self) -> str:
        """One of MODELS."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of rudeness it tells apart, `toxicity` first."""

    def score(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """One dict a text, label to 0..1, in order. A text scores the same alone and in company."""


def load_scorer(name: str, folder: Path | None = None) -> Scorer:
    """The model called `name`, ready to score; `folder` is where fetched weights live.

    Raises ModelError where the name is unknown, or the weights are missing, altered or unreadable.
    """
    if name == BUILTIN:
        from moderation.models.encoder import load_encoder

        return load_encoder()
    if name in DETOXIFY:
        from moderation.models.detoxify import load_detoxify

        return load_detoxify(name, folder)
    raise ModelError(f"there is no toxicity model called {name!r}: choose one of {', '.join(MODELS)}")
