"""Teaches the built-in model's quick ear: runs of one to three pieces of words, and how rude each sounds."""

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from moderation.models.toxicity import LABELS
from moderation.text import fold
from training.builtin import UNKNOWN, Example

SEED = 20260907
WIDTH, KINDS, RUNS = 64, 96, (1, 2, 3)  # numbers a piece, patterns a run, pieces in a run
PIECES = 128  # of a text; what lies beyond is not read
BATCH, RATE, ROUNDS = 64, 2e-3, 3


class Ear(torch.nn.Module):  # type: ignore[misc]
    """Each pattern listens for a few pieces in a row and the loudest place counts."""

    def __init__(self, words: NDArray[np.float32]) -> None:
        super().__init__()
        torch.manual_seed(SEED)
        self.words = torch.nn.Embedding.from_pretrained(torch.tensor(_squeezed(words)), freeze=False)
        self.runs = torch.nn.ModuleList(
            torch.nn.Conv1d(WIDTH, KINDS, run, padding=run - 1) for run in RUNS
        )
        self.drop = torch.nn.Dropout(0.4)
        self.head = torch.nn.Linear(KINDS * len(RUNS), len(LABELS))
        torch.nn.init.constant_(self.head.bias, -2.0)

    def forward(self, ids: Any) -> Any:
        """Logits, texts x LABELS; piece 0 is silence."""
        sound = self.words(ids) * (ids != 0)[..., None]
        sound = sound.transpose(1, 2)
        loudest = [torch.relu(run(sound)).amax(2) for run in self.runs]
        return self.head(self.drop(torch.cat(loudest, 1)))


def _squeezed(words: NDArray[np.float32]) -> NDArray[np.float32]:
    """The language model's vectors in WIDTH numbers: words of like meaning begin as like sounds."""
    centred = words - words.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    small = centred @ axes[:, -WIDTH:]
    return np.asarray(small / small.std() * 0.3, dtype=np.float32)


def cut(texts: Sequence[str], tokenizer: Tokenizer) -> list[NDArray[np.int32]]:
    """The numbers of each text's pieces, begin and end included."""
    found = []
    for start in range(0, len(texts), 2000):
        folded = [fold(text[:700]).text for text in texts[start : start + 2000]]
        found += [np.array(one.ids[:PIECES], dtype=np.int32) for one in tokenizer.encode_batch(folded)]
    return found


def batches(ids: Sequence[NDArray[np.int32]], chance: random.Random | None) -> Iterator[tuple[list[int], Any]]:
    """Places and padded numbers, texts of like length together."""
    order = list(range(len(ids)))
    if chance:
        chance.shuffle(order)
    pools = [order[i : i + BATCH * 50] for i in range(0, len(order), BATCH * 50)]
    groups = [
        pool[i : i + BATCH]
        for pool in (sorted(pool, key=lambda i: len(ids[i])) for pool in pools)
        for i in range(0, len(pool), BATCH)
    ]
    if chance:
        chance.shuffle(groups)
    for places in groups:
        padded = np.zeros((len(places), max(len(ids[i]) for i in places)), dtype=np.int64)
        for row, i in enumerate(places):
            padded[row, : len(ids[i])] = ids[i]
        yield places, torch.tensor(padded)


def learn(examples: Sequence[Example], tokenizer: Tokenizer, words: NDArray[np.float32], rounds: int = ROUNDS) -> Ear:
    ear, chance = Ear(words), random.Random(SEED)
    ids = cut([one.text for one in examples], tokenizer)
    known = torch.tensor([one.marks for one in examples])
    weight = torch.tensor([one.weight for one in examples])
    sparse = torch.optim.Adam(ear.parameters(), lr=RATE)
    total, done, started = rounds * -(-len(ids) // BATCH), 0, time.perf_counter()
    slope = torch.optim.lr_scheduler.LambdaLR(sparse, lambda n: max(0.02, 1 - n / total))
    ear.train()
    for _ in range(rounds):
        for places, padded in batches(ids, chance):
            marks = known[places]
            sure = (marks != UNKNOWN).float() * weight[places][:, None]
            blurred = marks.clamp(min=0).float() * 0.96 + 0.02
            each = torch.nn.functional.binary_cross_entropy_with_logits(
                ear(padded), blurred, reduction="none"
            )
            ((each * sure).sum() / len(places)).backward()
            sparse.step()
            sparse.zero_grad()
            slope.step()
            done += 1
            if done % 500 == 0:
                print(f"  {done}/{total}, {time.perf_counter() - started:.0f} s", flush=True)
    return ear.eval()


def hear(ear: Ear, texts: Sequence[str], tokenizer: Tokenizer) -> NDArray[np.float32]:
    """Logits, texts x LABELS."""
    ids = cut(texts, tokenizer)
    found = np.zeros((len(texts), len(LABELS)), dtype=np.float32)
    with torch.no_grad():
        for places, padded in batches(ids, None):
            found[places] = ear(padded).numpy()
    return found


def keep(ear: Ear, path: Path) -> None:
    torch.save(ear.state_dict(), path)
