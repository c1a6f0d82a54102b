"""Teaches the built-in toxicity model from public collections of comments; the result ships with the bot.

    python -m training.builtin DATA_FOLDER [--out FILE]

DATA_FOLDER holds the collections named in docs/model-card.md, one folder each. The same folder gives the same
file. One core, some minutes, about 6 GB of memory.
"""

import argparse
import ast
import csv
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array
from sklearn.linear_model import LogisticRegression

from moderation.models.ngrams import SHIPPED, pieces
from moderation.models.toxicity import LABELS
from training import phrases

SEED = 20260907
LONGEST = 700  # letters of a comment that are read
RARE = 6  # a piece in fewer comments than this teaches nothing
WIDE, SHIPPED_PIECES = 300_000, 100_000
STRENGTH = 3.0  # C of the regression: lower, smoother
DAMPING = 0.5
UNKNOWN = -1

csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class Example:
    """A comment and, for each of LABELS, 1, 0 or UNKNOWN."""

    text: str
    marks: tuple[int, ...]
    weight: float = 1.0


def marks(toxicity: int, **known: int) -> tuple[int, ...]:
    """A harmless comment is harmless in every way; of a toxic one only what is said is known."""
    rest = 0 if toxicity == 0 else UNKNOWN
    return tuple({"toxicity": toxicity, **known}.get(label, rest) for label in LABELS)


def rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter=delimiter)


def jigsaw(folder: Path) -> Iterator[Example]:
    columns = ("toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate")
    for row in rows(folder / "jigsaw" / "train.csv"):
        yield Example(row["comment_text"], tuple(int(row[c]) if row[c] else UNKNOWN for c in columns))


def davidson(folder: Path) -> Iterator[Example]:
    meant = {"0": marks(1, identity_attack=1), "1": marks(1), "2": marks(0)}
    for row in rows(folder / "davidson" / "labeled_data.csv"):
        yield Example(_tweet(row["tweet"]), meant[row["class"]], 0.5)


def _tweet(text: str) -> str:
    return re.sub(r"\bRT\b|&#?\w+;", " ", text)


def edos(folder: Path) -> Iterator[Example]:
    meant = {"1": marks(1, threat=1, identity_attack=1), "2": marks(1, identity_attack=1)}
    for row in rows(folder / "edos" / "edos_labelled_aggregated.csv"):
        if row["split"] == "train" and row["label_category"][0] in meant:
            yield Example(row["text"], meant[row["label_category"][0]], 0.5)


def convabuse(folder: Path) -> Iterator[Example]:
    for row in rows(folder / "convabuse" / "train.csv"):
        votes = [
            grade
            for key, value in row.items()
            if (grade := _grade(key)) is not None and value.startswith("1")
        ]
        if votes and min(votes) >= 0:
            yield Example(row["user"], marks(0))
        elif votes and sum(votes) / len(votes) <= -1:
            yield Example(row["user"], marks(1, insult=1))


def _grade(column: str) -> int | None:
    found = re.search(r"_is_abuse\.(-?\d)$", column)
    return int(found[1]) if found else None


def goemotions(folder: Path) -> Iterator[Example]:
    """Everyday chat in a kind or neutral mood; angry moods are left out: nobody judged how rude they are."""
    names = (folder / "goemotions" / "labels.txt").read_text().split()
    sour = {str(names.index(n)) for n in ("anger", "annoyance", "disgust", "disapproval", "disappointment")}
    rude = _rude_words(folder)
    for line in (folder / "goemotions" / "train.tsv").read_text(encoding="utf-8").splitlines():
        text, moods, _ = line.split("\t")
        if not sour & set(moods.split(",")) and not rude.search(text.lower()):
            yield Example(text.replace("[NAME]", "Alex").replace("[RELIGION]", "church"), marks(0))


def _rude_words(folder: Path) -> re.Pattern[str]:
    words = [row["text"] for row in rows(folder / "surge_profanity" / "profanity_en.csv")]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def profanity(folder: Path) -> Iterator[Example]:
    """A listed word alone, and said to somebody."""
    for row in rows(folder / "surge_profanity" / "profanity_en.csv"):
        if row["severity_description"] != "Mild" and re.fullmatch(r"[a-z' ]{3,}", row["text"]):
            slur = int(row["category_1"].startswith(("racial", "sexual orientation")))
            known = marks(1, identity_attack=slur, threat=0)
            yield Example(row["text"], known)
            yield Example(f"you {row['text']}", marks(1, identity_attack=slur, insult=1, threat=0))


def spans(folder: Path) -> Iterator[Example]:
    """A toxic comment, and the same without the words that made it so."""
    for row in rows(folder / "toxic_spans_civil" / "tsd_train.csv"):
        toxic = set(ast.literal_eval(row["spans"]))
        if toxic:
            rest = "".join(" " if i in toxic else letter for i, letter in enumerate(row["text"]))
            yield Example(row["text"], marks(1), 0.5)
            yield Example(rest, marks(0), 0.5)


def wikipedia(folder: Path) -> Iterator[Example]:
    for name in ("gn.csv", "gc.csv"):
        for row in rows(folder / "cat_context" / name):
            yield Example(row["text"], marks(int(row["label"])), 0.5)
    for row in rows(folder / "wiki_bias" / "toxicity_fuzzed_testset.csv"):
        yield Example(row["comment"], marks(int(row["toxic"] == "True")))


def balance(folder: Path) -> Iterator[Example]:
    """The same kind and unkind sentences about every group of people, so that no name of a group is rude."""
    found = list(rows(folder / "wiki_bias" / "bias_madlibs_77k.csv"))
    for row in random.Random(SEED).sample(found, 8_000):
        yield Example(row["Text"], marks(int(row["Label"] == "BAD")), 0.3)


def emoji(folder: Path) -> Iterator[Example]:
    for row in rows(folder / "hatemoji" / "HatemojiBuild_train.csv"):
        hateful = int(row["label_gold"])
        yield Example(row["text"], marks(1, identity_attack=1) if hateful else marks(0), 0.5)


def school_gate(_: Path) -> Iterator[Example]:
    """Our own: how parents here write."""
    for text in phrases.kind(SEED, 6_000):
        yield Example(text, marks(0))
    for text in phrases.unkind(SEED, 4_000):
        yield Example(text, marks(1, insult=1, threat=0, identity_attack=0))
    for text in phrases.threats(SEED, 300):
        yield Example(text, marks(1, threat=1))


SOURCES = (
    jigsaw, davidson, edos, convabuse, goemotions, profanity, spans, wikipedia, balance, emoji, school_gate,
)  # fmt: skip


def thumbed(examples: Sequence[Example]) -> list[Example]:
    """Some of the shorter comments once more, as people type them into telephones."""
    chance = random.Random(SEED)
    short = [e for e in examples if 10 < len(e.text) < 160]
    chosen = chance.sample(short, len(short) // 4)
    return [Example(phrases.texted(e.text, chance), e.marks, e.weight / 2) for e in chosen]


def learn(examples: Sequence[Example], out: Path) -> None:
    """Learns the weights and writes them."""
    texts = [e.text[:LONGEST] for e in examples]
    known = np.array([e.marks for e in examples], dtype=np.int8)
    weight = np.array([e.weight for e in examples])
    keys = _frequent(texts)
    table = _table(texts, keys)
    keys, table = _telling(keys, table, known, WIDE)
    print(f"{len(texts):,} comments, {len(keys):,} pieces", flush=True)
    first, _ = _fit(table, known, weight)
    say = (np.abs(first) / np.abs(first).std(axis=0)).max(axis=1)  # the most it says on any label
    best = np.sort(np.argsort(-say, kind="stable")[:SHIPPED_PIECES])
    weights, bias = _fit(table[:, best], known, weight)
    scale = np.abs(weights).max(axis=0) / 127
    whole = np.round(weights / scale).astype(np.int8)
    useful = whole.any(axis=1)
    np.savez_compressed(
        out,
        keys=keys[best][useful],
        weights=whole[useful],
        scale=scale,
        bias=bias,
        damping=np.float64(DAMPING),
    )


def _blocks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[i : i + 1000] for i in range(0, len(texts), 1000))


def _frequent(texts: Sequence[str]) -> NDArray[np.uint32]:
    """The pieces found in at least RARE comments, ascending."""
    every = np.concatenate([pieces(block).keys for block in _blocks(texts)])
    every.sort()
    edges = np.flatnonzero(np.concatenate([[True], every[1:] != every[:-1], [True]]))
    frequent: NDArray[np.uint32] = every[edges[:-1]][np.diff(edges) >= RARE]
    return frequent


def _table(texts: Sequence[str], keys: NDArray[np.uint32]) -> csr_matrix:
    """Comments x pieces; a piece weighs less in a long comment, as it does when the bot scores."""
    columns, values, ends = [], [], [0]
    for block in _blocks(texts):
        found = pieces(block)
        place = np.minimum(np.searchsorted(keys, found.keys), len(keys) - 1)
        hit = keys[place] == found.keys
        softer = np.maximum(found.count, 1.0) ** -DAMPING
        columns.append(place[hit].astype(np.int32))
        values.append(softer[found.rows[hit]].astype(np.float32))
        ends.extend((ends[-1] + np.cumsum(np.bincount(found.rows[hit], minlength=len(block)))).tolist())
    shape = (len(texts), len(keys))
    return csr_matrix((np.concatenate(values), np.concatenate(columns), np.array(ends)), shape=shape)


def _telling(
    keys: NDArray[np.uint32], table: csr_matrix, known: NDArray[np.int8], count: int
) -> tuple[NDArray[np.uint32], csr_matrix]:
    """The pieces whose presence says most about toxicity (log-odds, weighed by how often they are seen)."""
    toxic = known[:, 0] == 1
    seen = csr_matrix((np.ones_like(table.data), table.indices, table.indptr), shape=table.shape)
    rude, kind = seen.T @ toxic.astype(np.float32), seen.T @ (~toxic).astype(np.float32)
    odds = np.log((rude + 1) / (toxic.sum() + 2)) - np.log((kind + 1) / ((~toxic).sum() + 2))
    best = np.sort(np.argsort(-np.abs(odds) * np.sqrt(rude + kind), kind="stable")[:count])
    return keys[best], table[:, best].tocsr()


def _fit(
    table: csr_matrix, known: NDArray[np.int8], weight: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Pieces x labels weights, and the labels' biases; a comment is left out where its label is unknown."""
    weights = np.zeros((table.shape[1], len(LABELS)))
    bias = np.zeros(len(LABELS))
    for label, name in enumerate(LABELS):
        sure = np.flatnonzero(known[:, label] != UNKNOWN)
        toxic = known[sure, label] == 1
        odds = _odds(table[sure], toxic, weight[sure])
        model = LogisticRegression(C=STRENGTH, max_iter=400, tol=2e-5)
        model.fit((table[sure] @ diags_array(odds)).tocsr(), toxic, sample_weight=weight[sure])
        weights[:, label], bias[label] = model.coef_[0] * odds, model.intercept_[0]
        print(f"{name}: {int(toxic.sum()):,} of {len(sure):,}", flush=True)
    return weights, bias


def _odds(table: csr_matrix, toxic: NDArray[np.bool_], weight: NDArray[np.float64]) -> NDArray[np.float32]:
    """How much each piece alone says about the label, 1 on average: telling pieces are trusted more."""
    seen = csr_matrix((np.ones_like(table.data), table.indices, table.indptr), shape=table.shape)
    rude, kind = weight * toxic, weight * ~toxic
    share = [(seen.T @ side + 1) / (side.sum() + 2) for side in (rude, kind)]
    odds = np.abs(np.log(share[0] / share[1]))
    scaled: NDArray[np.float32] = (odds / odds.mean()).astype(np.float32)
    return scaled


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="training.builtin", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args(arguments)
    examples = [example for source in SOURCES for example in source(options.folder)]
    examples += thumbed(examples)
    learn(examples, options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
