"""The models beside the bot: they look at posts in a thread, and it is said when one is missing."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from moderation.facts import Facts
from moderation.models.encoder import Encoder, load_encoder
from moderation.models.ngrams import load_builtin
from moderation.models.toxicity import ModelError, Scorer, load_scorer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """Why the chosen model is not the one that scores; `instead` is a key under [trouble] in texts.toml."""

    model: str
    why: str
    instead: str


class Models:
    """`look` gives bare Facts for a text no model could look at, which is never taken for harmless."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.trouble: Trouble | None = None
        self.scorer: Scorer | None = None  # how toxic a post is
        self.encoder: Encoder | None = None  # what it is about; with the built-in model one and the same
        self.broke = asyncio.Event()  # set when a batch met trouble
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="model")

    def load(self) -> None:
        """Loads the chosen model, or a lesser one in its place; never raises."""
        self.scorer = self.encoder = self.trouble = None
        with contextlib.suppress(ModelError):  # said below, when its turn comes as the built-in model
            self.encoder = load_encoder()
        lesser: tuple[tuple[Callable[[], Scorer], str], ...] = (
            (lambda: load_scorer(self.name, self.folder), "instead_builtin"),
            (load_encoder, "instead_words"),
            (load_builtin, "instead_rules"),
        )
        for load, instead in lesser:
            try:
                self.scorer = load()
                return
            except ModelError as error:
                why = self.trouble.why if self.trouble else str(error)
                self.trouble = Trouble(self.name, why, instead)

    async def look(self, texts: Sequence[str]) -> list[Facts]:
        facts = await asyncio.get_running_loop().run_in_executor(self.thread, self.look_now, texts)
        if self.trouble is not None:
            self.broke.set()
        return facts

    def look_now(self, texts: Sequence[str]) -> list[Facts]:
        """In the calling thread, for `lollipop check`; a batch that breaks the model goes one by one."""
        if self.scorer is None:
            return [Facts()] * len(texts)
        try:
            return list(self.read(texts))
        except Exception as error:  # a model of somebody else's may raise anything
            log.error("toxicity model %s: %s", self.scorer.name, type(error).__name__)
            if len(texts) > 1:
                return [facts for text in texts for facts in self.look_now([text])]
            self.trouble = Trouble(self.name, f"it stopped with {type(error).__name__}.", "instead_rules")
            return [Facts()]

    def read(self, texts: Sequence[str]) -> Iterator[Facts]:
        """Tone and meaning; from one pass where one network gives both."""
        if isinstance(self.scorer, Encoder):
            for reading in self.scorer.read(texts):
                yield Facts(reading.toxicity, reading.meaning)
            return
        assert self.scorer is not None
        tones = self.scorer.score(texts)
        meanings = self.encoder.meaning(texts) if self.encoder else [None] * len(texts)
        for tone, meaning in zip(tones, meanings, strict=True):
            yield Facts(tone, meaning)

    def close(self) -> None:
        self.thread.shutdown()
