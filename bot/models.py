"""The toxicity model beside the bot: scores in a thread, and says so when it is not the chosen one."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from moderation.models.toxicity import ModelError, Scorer, load_scorer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """Why the chosen model is not the one that scores; `instead` is a key under [trouble] in texts.toml."""

    model: str
    why: str
    instead: str


class Models:
    """`score` gives None for a text no model could look at, which is never taken for harmless."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.trouble: Trouble | None = None
        self.scorer: Scorer | None = None
        self.broke = asyncio.Event()  # set when a batch met trouble
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="model")

    def load(self) -> None:
        """Loads the chosen model, or the built-in one in its place; never raises."""
        self.scorer, self.trouble = None, None
        for name, instead in ((self.name, "instead_builtin"), ("builtin", "instead_rules")):
            try:
                self.scorer = load_scorer(name, self.folder)
                return
            except ModelError as error:
                self.trouble = Trouble(self.name, str(error), instead)

    async def score(self, texts: Sequence[str]) -> list[Mapping[str, float] | None]:
        scores = await asyncio.get_running_loop().run_in_executor(self.thread, self.score_now, texts)
        if self.trouble is not None:
            self.broke.set()
        return scores

    def score_now(self, texts: Sequence[str]) -> list[Mapping[str, float] | None]:
        """In the calling thread, for `lollipop check`. A batch that breaks the model is scored one by one."""
        if self.scorer is None:
            return [None] * len(texts)
        try:
            return list(self.scorer.score(texts))
        except Exception as error:  # a model of somebody else's may raise anything
            log.error("toxicity model %s: %s", self.scorer.name, type(error).__name__)
            if len(texts) > 1:
                return [score for text in texts for score in self.score_now([text])]
            self.trouble = Trouble(self.name, f"it stopped with {type(error).__name__}.", "instead_rules")
            return [None]

    def close(self) -> None:
        self.thread.shutdown()
