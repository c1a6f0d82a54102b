"""How well the toxicity models tell hurtful posts from harmless ones, and whom they bother for nothing.

    python -m benchmarks.toxicity DATA_FOLDER [--model NAME ...] [--model-dir FOLDER] [--posts FILE.jsonl]

DATA_FOLDER holds the collections named in docs/model-card.md; only what the built-in model was not taught is
read (so Davidson's tweets are left out).
Prints a table; alt-profanity-check and better-profanity join it where they are installed.
"""

import argparse
import csv
import importlib
import importlib.util
import json
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from moderation.models.ngrams import load_builtin
from moderation.models.toxicity import LABELS, MODELS, load_scorer

csv.field_size_limit(10_000_000)

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
JIGSAW = ("toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate")
_NAMES = (
    "Adaeze Adebayo Agnieszka Aled Alistair Anjali Anwen Archibald Arjun Aurora Bertie Blessing "
    "Bodhi Bryony Caoimhe Cecily Clementine Cosmo Deepika Delilah Dougal Eben Effie Eluned Farhan "
    "Fergus Fiadh Ffion Gethin Greta Gwen Hamish Hephzibah Hettie Iolo Jagdeep Jemima Jolyon Kaiden "
    "Kirat Lachlan Lowri Mahdi Malachi Marnie Mehwish Morag Nia Ngozi Oluwaseun Ottilie Padraig "
    "Percy Pooja Primrose Quentin Rohit Rukhsana Saoirse Shaista Shitij Sukhdeep Tabitha Tarquin "
    "Tegan Uchenna Vashti Wasim Winifred Xanthe Ysabel Zephyr "
    "Dick Fanny Gaynor Harshit Jesus Nishit Randy Shital Titus Willy"
)
FIRST_NAMES = tuple(_NAMES.split())  # all but the last line are kept out of training/phrases.py
SENTENCES = (
    "{}",
    "Happy birthday {}!",
    "Has anyone seen {}'s blue jumper?",
    "{} has a tummy bug so we are at home",
)


@dataclass(frozen=True)
class Judged:
    """Texts and whether people called each toxic (or hateful)."""

    texts: list[str]
    toxic: Flags


@dataclass(frozen=True)
class Rival:
    """Something that gives each text a toxicity from 0 to 1."""

    name: str
    score: Callable[[list[str]], list[dict[str, float]]]
    load_seconds: float
    added_mb: float


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def surge(folder: Path) -> Judged:
    found = rows(folder / "surge_toxicity" / "toxicity_en.csv")
    return Judged([r["text"] for r in found], np.array([r["is_toxic"] == "Toxic" for r in found]))


def hatecheck(folder: Path) -> Judged:
    found = rows(folder / "hatecheck" / "test_suite_cases.csv")
    return Judged([r["test_case"] for r in found], np.array([r["label_gold"] == "hateful" for r in found]))


def hatemoji(folder: Path) -> Judged:
    found = rows(folder / "hatemoji" / "HatemojiCheck_test.csv")
    return Judged([r["text"] for r in found], np.array([r["label_gold"] == "1" for r in found]))


def harmless_sms(folder: Path) -> list[str]:
    lines = (folder / "sms_spam" / "sms.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t", 1)[1] for line in lines if line.startswith("ham\t")]


def rude_words(folder: Path) -> re.Pattern[str]:
    words = [r["text"] for r in rows(folder / "surge_profanity" / "profanity_en.csv")]
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


def auc(scores: Numbers, positive: Flags) -> float:
    """The chance that a positive scores above a negative, ties counting half."""
    _, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    n = int(positive.sum())
    return float((rank[positive].sum() - n * (n + 1) / 2) / (n * (len(scores) - n)))


def over(scores: Numbers, threshold: float) -> float:
    return float((scores >= threshold).mean())


def report(rival: Rival, folder: Path, posts: Path | None) -> None:
    """Prints every figure of one model."""
    found = rows(folder / "jigsaw" / "dev5k.csv")
    texts = [r["comment_text"] for r in found]
    started = time.perf_counter()
    scored = rival.score(texts)
    long_rate = len(texts) / (time.perf_counter() - started)
    ham = harmless_sms(folder)
    started = time.perf_counter()
    sms = _column(rival.score(ham), "toxicity")
    short_rate = len(ham) / (time.perf_counter() - started)
    toxic = np.array([r["toxic"] == "1" for r in found])
    toxicity = _column(scored, "toxicity")
    print(f"\n{rival.name}")
    print(f"  load {rival.load_seconds:.2f} s, added memory {rival.added_mb:.0f} MB")
    print(f"  {short_rate:,.0f} short texts (SMS) a second, {long_rate:,.0f} Wikipedia comments a second")
    aucs = {
        label: auc(_column(scored, label), np.array([r[column] == "1" for r in found]))
        for label, column in zip(LABELS, JIGSAW, strict=True)
        if label in scored[0]
    }
    print("  AUC dev5k: " + ", ".join(f"{label} {value:.4f}" for label, value in aucs.items()))
    print(f"  mean AUC dev5k over {len(aucs)} labels: {np.mean(list(aucs.values())):.4f}")
    catching = float(np.quantile(toxicity[toxic], 0.10))
    one_percent = float(np.quantile(sms, 0.99, method="higher"))
    print(f"  harmless SMS over {catching:.3f} (catches 90 % of toxic rows): {over(sms, catching):.2%}")
    caught = over(toxicity[toxic], one_percent)
    print(f"  toxic rows caught at {one_percent:.3f} (bothers 1 % of SMS): {caught:.1%}")
    clean = ~np.array([bool(rude_words(folder).search(text)) for text in ham])
    for threshold in (0.5, 0.7, 0.8, 0.9, 0.95, 0.98):
        print(
            f"    at {threshold}: bothers {over(sms, threshold):.2%} of SMS, "
            f"{over(sms[clean], threshold):.2%} of SMS without a listed rude word; "
            f"catches {over(toxicity[toxic], threshold):.1%} of toxic rows"
        )
    sets = (("Surge", surge), ("HateCheck", hatecheck), ("HatemojiCheck", hatemoji))
    for (name, read), label in product(sets, ("toxicity", "identity_attack")):
        judged = read(folder)
        if label in scored[0]:
            scores = _column(rival.score(judged.texts), label)
            right = float(((scores >= 0.5) == judged.toxic).mean())
            print(f"  {name} by {label}: AUC {auc(scores, judged.toxic):.3f}, right at 0.5: {right:.1%}")
    report_names(rival)
    if posts:
        report_posts(rival, posts)


def report_names(rival: Rival) -> None:
    """An ordinary first name must not sound rude."""
    for sentence in SENTENCES:
        scores = _column(rival.score([sentence.format(name) for name in FIRST_NAMES]), "toxicity")
        worst = [f"{FIRST_NAMES[i]} {scores[i]:.2f}" for i in np.argsort(-scores)[:5]]
        loud = int((scores >= 0.5).sum())
        print(f"  names in {sentence!r}: {loud} of {len(scores)} at 0.5; {', '.join(worst)}")


def report_posts(rival: Rival, path: Path) -> None:
    """Invented posts of a parents' group: what a threshold catches and whom it bothers."""
    posts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    scored = rival.score([post["text"] for post in posts])
    harmless = np.array([not post["labels"] for post in posts])
    kinds = {
        kind: np.array([kind in post["labels"] for post in posts]) for kind in ("ABUSE", "DISCRIM", "BULLY")
    }
    for label in (label for label in ("toxicity", "insult") if label in scored[0]):
        scores = _column(scored, label)
        for threshold in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95):
            caught = ", ".join(
                f"{kind} {over(scores[flags], threshold):.1%}" for kind, flags in kinds.items()
            )
            print(
                f"  posts, {label} at {threshold}: harmless {over(scores[harmless], threshold):.2%}, {caught}"
            )


def _column(scored: list[dict[str, float]], label: str) -> Numbers:
    return np.array([row[label] for row in scored])


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ours(name: str, folder: Path | None) -> Rival:
    before, started = _resident_mb(), time.perf_counter()
    scorer = load_scorer(name, folder)
    seconds = time.perf_counter() - started
    scorer.score(["Thank you for a lovely morning"] * 32)
    return Rival(name, scorer.score, seconds, _resident_mb() - before)


def words_alone() -> Rival:
    """The word list without the network: what `builtin` was in its first version."""
    before, started = _resident_mb(), time.perf_counter()
    scorer = load_builtin()
    seconds = time.perf_counter() - started
    return Rival("word list alone (v1)", scorer.score, seconds, _resident_mb() - before)


def alt_profanity_check() -> Rival:
    before, started = _resident_mb(), time.perf_counter()
    predict = importlib.import_module("profanity_check").predict_prob
    seconds = time.perf_counter() - started
    score = lambda texts: [{"toxicity": float(p)} for p in predict(texts)]  # noqa: E731
    return Rival("alt-profanity-check", score, seconds, _resident_mb() - before)


def better_profanity() -> Rival:
    before, started = _resident_mb(), time.perf_counter()
    profanity = importlib.import_module("better_profanity").profanity
    profanity.load_censor_words()
    seconds = time.perf_counter() - started
    score = lambda texts: [{"toxicity": float(profanity.contains_profanity(t))} for t in texts]  # noqa: E731
    return Rival("better-profanity", score, seconds, _resident_mb() - before)


OTHERS = {"profanity_check": alt_profanity_check, "better_profanity": better_profanity}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.toxicity", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--model", action="append", choices=MODELS, help="default: builtin")
    parser.add_argument("--model-dir", type=Path)
    parser.add_argument("--posts", type=Path, help="labelled posts, one JSON object a line")
    options = parser.parse_args(arguments)
    for name in options.model or ["builtin"]:
        report(ours(name, options.model_dir), options.folder, options.posts)
    report(words_alone(), options.folder, options.posts)
    for module, rival in OTHERS.items():
        if importlib.util.find_spec(module):
            report(rival(), options.folder, options.posts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
