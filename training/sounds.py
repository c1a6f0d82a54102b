"""Teaches the built-in model's quick ear: runs of one to three pieces of words, and how rude each sounds.

    python -m training.sounds DATA_FOLDER --base FOLDER [--out FILE]

Read before `training.encoder`, which ships it. One core, ten minutes or so.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from moderation.models.toxicity import LABELS
from moderation.text import fold
from training import builtin, chat
from training.builtin import UNKNOWN, Example, marks

SEED = 20260907
WIDTH, KINDS, RUNS = 64, 96, (1, 2, 3)  # numbers a piece, patterns a run, pieces in a run
PIECES = 96  # of a text; what lies beyond is not read
BATCH, RATE, ROUNDS = 64, 2e-3, 2

# Of the large and plain collections a part is enough.
TAKEN = {
    builtin.davidson: 12_000,
    builtin.goemotions: 13_000,
    builtin.spans: 6_000,
    builtin.wikipedia: 7_000,
    builtin.balance: 5_000,
}
CHATTED, SAID_OF_GROUPS, THUMBED = 6_000, 4_000, 6_000
LEFT = 10  # every tenth Wikipedia comment is left for weighing the three opinions about tone


class Ear(torch.nn.Module):  # type: ignore[misc]
    """Each pattern listens for a few pieces in a row and the loudest place counts."""

    def __init__(self, words: NDArray[np.float32]) -> None:
        super().__init__()
        torch.manual_seed(SEED)
        self.words = torch.nn.Embedding.from_pretrained(torch.tensor(_squeezed(words)), freeze=False)
        self.runs = torch.nn.ModuleList(torch.nn.Conv1d(WIDTH, KINDS, run, padding=run - 1) for run in RUNS)
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
        folded = [fold(text[:500]).text for text in texts[start : start + 2000]]
        found += [np.array(one.ids[:PIECES], dtype=np.int32) for one in tokenizer.encode_batch(folded)]
    return found


def batches(
    ids: Sequence[NDArray[np.int32]], chance: random.Random | None
) -> Iterator[tuple[list[int], Any]]:
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


def learn(
    examples: Sequence[Example], tokenizer: Tokenizer, words: NDArray[np.float32], rounds: int = ROUNDS
) -> Ear:
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


def lessons(folder: Path) -> list[Example]:
    """Every collection, or a part of it, and our own chat."""
    found: list[Example] = []
    for source in builtin.SOURCES:
        examples = [one for one in source(folder) if one.text.strip()]
        if source is builtin.jigsaw:
            examples = [one for place, one in enumerate(examples) if place % LEFT]
        count = min(TAKEN.get(source, len(examples)), len(examples))
        found += random.Random(3).sample(examples, count)
    found += [Example(text, marks(0)) for text in chat.harmless(11, CHATTED)]
    found += [
        Example(text, marks(int(rude), identity_attack=int(attack)), 0.5)
        for text, attack, rude in chat.about_groups(11, SAID_OF_GROUPS)
    ]
    return found + random.Random(4).sample(builtin.thumbed(found), THUMBED)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="training.sounds", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("ear.pt"))
    given = parser.parse_args(arguments)
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    words = load_file(str(given.base / "model.safetensors"))["embeddings.word_embeddings.weight"]
    torch.save(learn(lessons(given.folder), tokenizer, words).state_dict(), given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
