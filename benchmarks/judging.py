"""How much the rules catch, whom they bother and how long they take: python -m benchmarks.judging CORPUS

The rules are fixed and were written with the development corpus in sight, so figures on it flatter. The
second set (benchmarks/second_set.jsonl) was worded afterwards: its first round was scored blind once and then
used to widen the rules, its second round has only ever been scored. Toxicity is left out: rules alone.
"""

import argparse
import json
import math
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moderation.category import ALWAYS_URGENT, Category
from moderation.detectors import DETECTORS
from moderation.facts import Facts
from moderation.finding import Severity
from moderation.judge import judge
from moderation.policy import Policy, load_policy
from moderation.post import Author, Media, Post, Role
from moderation.text import fold

SECOND_SET = Path(__file__).with_name("second_set.jsonl")
HOSTILE = (
    "a",
    "1",
    "1a ",
    "a.",
    "$a",
    "!a",
    "aaab",
    "😂",
    "\u0301",
    "ﷺ",
    "|",
    "a ",
    "*a",
    "0 ",
    "07700 9",
    "@a.",
    "at ",
    "(dot)",
)
HOSTILE_WORDS = (
    "child hit ",
    "he hurts her ",
    "man tried to take kid ",
    "you absolute ",
    "drunk car kids ",
    "a.b ",
    "http://a ",
)


@dataclass(frozen=True)
class Judged:
    """One row of a corpus with what the rules found and how many seconds they took."""

    row: dict[str, Any]
    found: frozenset[Category]
    severity: Severity
    seconds: float


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "corpus", type=Path, help="a JSONL file with text, role, media, reply_to, labels, severity"
    )
    parser.add_argument("--profile", default="default")
    given = parser.parse_args(arguments)
    policy = load_policy(given.profile)
    judged = [_judged(row, policy) for row in _rows(given.corpus)]
    print(f"development corpus, {len(judged)} posts (the rules have seen it)")
    _print_rates(judged)
    _print_categories(judged)
    second = [_judged(row, policy) for row in _rows(SECOND_SET)]
    for number, note in ((1, "the rules have since been widened on it"), (2, "never seen by the rules")):
        part = [one for one in second if one.row["round"] == number]
        print(f"\nsecond set, round {number}, {len(part)} posts ({note})")
        _print_rates(part)
    _print_times(judged)
    _print_hostile(policy)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _judged(row: dict[str, Any], policy: Policy) -> Judged:
    media = Media(row["media"]) if row.get("media") else None
    author = Author(None, frozenset({Role(row.get("role", "parent"))}))
    post = Post(row["text"], author, media, row.get("reply_to"))
    begun = time.process_time()
    findings = judge(post, Facts(toxicity={}), policy).findings
    seconds = time.process_time() - begun
    worst = max((one.severity for one in findings), key=lambda one: one.level, default=Severity.NONE)
    return Judged(row, frozenset(one.category for one in findings), worst, seconds)


def _print_rates(judged: Sequence[Judged]) -> None:
    urgent = [one for one in judged if one.row["severity"] == "urgent"]
    other = [one for one in judged if one.row["severity"] != "urgent"]
    harm = [one for one in judged if one.row["severity"] in {"hide", "urgent"}]
    harmless = [one for one in judged if one.row["severity"] == "none" and not one.row.get("media")]
    _rate("urgent caught", (bool(one.found & ALWAYS_URGENT) for one in urgent))
    _rate("false urgent", (bool(one.found & ALWAYS_URGENT) for one in other))
    _rate("harm caught", (one.severity.level >= Severity.FLAG.level for one in harm))
    _rate("bothered", (one.severity.level >= Severity.FLAG.level for one in harmless))


def _rate(name: str, hits: Iterable[bool]) -> None:
    """The share with Wilson's 95 % interval."""
    all_hits = list(hits)
    total, share, z = len(all_hits), sum(all_hits) / max(1, len(all_hits)), 1.96
    if not total:
        return
    centre = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    low, high = 100 * max(0.0, centre - half), 100 * min(1.0, centre + half)
    print(f"  {name:<14} {sum(all_hits):>4} of {total:<4} {100 * share:6.2f} %  [{low:.1f}, {high:.1f}]")


def _print_categories(judged: Sequence[Judged]) -> None:
    right, wrong, missed = Counter[Category](), Counter[Category](), Counter[Category]()
    for one in judged:
        labels = frozenset(Category(label) for label in one.row["labels"])
        right.update(labels & one.found)
        wrong.update(one.found - labels)
        missed.update(labels - one.found)
    print("  category     n  precision  recall")
    for category in Category:
        if total := right[category] + wrong[category]:
            wanted = right[category] + missed[category]
            precision, recall = right[category] / total, right[category] / max(1, wanted)
            print(f"  {category:<10} {wanted:>4}  {precision:9.2f}  {recall:6.2f}")


def _print_times(judged: Sequence[Judged]) -> None:
    times = sorted(one.seconds for one in judged)
    p50, p95, most = (1000 * times[int(share * (len(times) - 1))] for share in (0.5, 0.95, 1.0))
    print(
        f"\n{len(DETECTORS)} detectors: {p50:.2f} ms a post at the median, {p95:.2f} at p95, {most:.2f} most"
    )


def _print_hostile(policy: Policy) -> None:
    print("4,096 hostile characters, milliseconds to fold and to judge")
    for unit in (*HOSTILE, *HOSTILE_WORDS):
        text = (unit * 4096)[:4096]
        begun = time.process_time()
        fold(text)
        folded = time.process_time()
        judge(Post(text), Facts(toxicity={}), policy)
        done = time.process_time()
        print(f"  {unit!r:<26} {1000 * (folded - begun):7.1f} {1000 * (done - folded):7.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
