"""What the model's reading of meaning adds to the rules: python -m benchmarks.meaning POSTS.jsonl [...]

Each file holds labelled posts by people neither the rules nor the model have learnt from, one JSON object a
line with text, labels, severity and perhaps role, media and reply_to. Of benchmarks/second_set.jsonl only the
second round is read: the first was learnt from. Prints shares with Wilson's 95 % interval, then how fast the
model reads and what it needs.
"""

import argparse
import json
import math
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moderation.category import Category
from moderation.decision import Action, Decision, Mode, decide
from moderation.facts import Facts
from moderation.judge import judge
from moderation.models.encoder import Encoder, Reading, load_encoder
from moderation.policy import Policy, load_policy
from moderation.post import Author, Media, Post, Role


@dataclass(frozen=True)
class Outcome:
    """A labelled post and what was decided about it."""

    row: dict[str, Any]
    decision: Decision

    @property
    def found(self) -> frozenset[str]:
        return frozenset(ruling.finding.category.value for ruling in self.decision.rulings)


def posts(path: Path) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if row.get("round", 2) == 2]


def outcomes(
    rows: Sequence[dict[str, Any]], readings: Sequence[Reading], policy: Policy
) -> list[list[Outcome]]:
    """By the rules and tone, then by them and meaning."""
    ways: tuple[Callable[[Reading], Facts], ...] = (
        lambda reading: Facts(reading.toxicity),
        lambda reading: Facts(reading.toxicity, reading.meaning),
    )
    return [
        [
            Outcome(row, decide(judge(_post(row), way(reading), policy), policy, mode=Mode.ENFORCE))
            for row, reading in zip(rows, readings, strict=True)
        ]
        for way in ways
    ]


def _post(row: dict[str, Any]) -> Post:
    media = Media(row["media"]) if row.get("media") else None
    author = Author(None, frozenset({Role(row.get("role") or "parent")}))
    return Post(row["text"], author, media, row.get("reply_to"))


def report(path: Path, encoder: Encoder, policy: Policy) -> None:
    """Both ways side by side."""
    rows = posts(path)
    without, with_meaning = outcomes(rows, encoder.read([row["text"] for row in rows]), policy)
    print(f"\n{path.name}, {len(rows)} posts{'rules and tone':>38}{'with meaning':>30}")
    for name, wanted, hit in MEASURES:
        cells = [
            _share(hit(one) for one in outcome if wanted(one.row)) for outcome in (without, with_meaning)
        ]
        print(f"  {name:<26}{cells[0]:>30}{cells[1]:>30}")
    for category in Category:
        cells = [_recall_and_precision(outcome, category) for outcome in (without, with_meaning)]
        if any(category in row["labels"] for row in rows):
            print(f"  {category:<26}{cells[0]:>30}{cells[1]:>30}")


def _is_harmless(row: dict[str, Any]) -> bool:
    return row["severity"] == "none" and not row.get("media")


def _is_seen(one: Outcome) -> bool:
    return one.decision.action.level >= Action.NUDGE.level


def _is_urgent(one: Outcome) -> bool:
    return one.decision.action is Action.URGENT


Wanted = Callable[[dict[str, Any]], bool]
MEASURES: tuple[tuple[str, Wanted, Callable[[Outcome], bool]], ...] = (
    ("urgent caught", lambda row: row["severity"] == "urgent", _is_urgent),
    ("urgent seen by a person", lambda row: row["severity"] == "urgent", _is_seen),
    ("falsely urgent", lambda row: row["severity"] != "urgent", _is_urgent),
    ("harm seen by a person", lambda row: row["severity"] in {"hide", "urgent"}, _is_seen),
    ("harmless bothered", _is_harmless, _is_seen),
)


def _share(hits: Iterable[bool]) -> str:
    found = list(hits)
    total = len(found)
    if not total:
        return "-"
    share, z = sum(found) / total, 1.96
    centre = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    low, high = 100 * max(0.0, centre - half), 100 * min(1.0, centre + half)
    return f"{sum(found)}/{total} {100 * share:.1f} % [{low:.0f}, {high:.0f}]"


def _recall_and_precision(found: Sequence[Outcome], category: Category) -> str:
    labelled = [one for one in found if category in one.row["labels"]]
    named = [one for one in found if category in one.found]
    right = sum(category in one.row["labels"] for one in named)
    caught = sum(category in one.found for one in labelled)
    return f"{caught}/{len(labelled)} caught, {right}/{len(named)} right"


def report_speed(encoder: Encoder, texts: Sequence[str]) -> None:
    """Single posts, then all at once; memory is the whole process."""
    times = []
    for text in texts[:400]:
        started = time.perf_counter()
        encoder.read([text])
        times.append(time.perf_counter() - started)
    times.sort()
    started = time.perf_counter()
    encoder.read(texts)
    rate = len(texts) / (time.perf_counter() - started)
    p50, p95 = (1000 * times[int(share * (len(times) - 1))] for share in (0.5, 0.95))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\none post: p50 {p50:.1f} ms, p95 {p95:.1f} ms; together {rate:.0f} a second; peak {peak:.0f} MB")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.meaning", description=__doc__.splitlines()[0])
    parser.add_argument("posts", type=Path, nargs="+", metavar="POSTS.jsonl")
    parser.add_argument("--profile", default="default")
    given = parser.parse_args(arguments)
    started = time.perf_counter()
    encoder = load_encoder()
    print(f"load {time.perf_counter() - started:.2f} s")
    policy = load_policy(given.profile)
    for path in given.posts:
        report(path, encoder, policy)
    report_speed(encoder, [row["text"] for path in given.posts for row in posts(path)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
