"""Shows what each threshold would catch and whom it would bother.

    python -m training.thresholds FILE ...

A FILE is what `python -m training.encoder --folds N` wrote, each post as read by a network that did not know
its author; or messages that the shipped encoder was not taught, which are then read by it. The tables behind
moderation/detectors/meaning.py were chosen from this print.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from moderation.category import ALWAYS_URGENT, Category
from moderation.models.encoder import load_encoder

STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995)


@dataclass(frozen=True)
class Sheet:
    """Posts with what they were labelled and what was read in them."""

    told: list[set[str]]
    read: list[dict[str, float]]

    def column(self, name: str) -> NDArray[np.float64]:
        return np.array([row[name] for row in self.read])

    def labelled(self, name: str) -> NDArray[np.bool_]:
        return np.array([name in told for told in self.told])

    @property
    def harmless(self) -> NDArray[np.bool_]:
        names = set(map(str, Category))
        return np.array([not told & names for told in self.told])


def load(paths: Sequence[Path], prefix: str) -> Sheet:
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in map(json.loads, lines) if row["id"].startswith(prefix)]
    fresh = [row for row in rows if "read" not in row]
    for row, meaning in zip(fresh, load_encoder().meaning([row["text"] for row in fresh]), strict=True):
        row["read"] = meaning
        row["told"] = [*row["labels"], *(["URGENT"] if row["severity"] == "urgent" else [])]
    return Sheet([set(row["told"]) for row in rows], [row["read"] for row in rows])


def show_urgent(sheet: Sheet) -> None:
    urgent, sure = sheet.labelled("URGENT"), sheet.column("URGENT")
    four = sorted(ALWAYS_URGENT)
    likeliest = np.array([max(four, key=lambda name: row[name]) for row in sheet.read])
    print(f"\nURGENT: {urgent.sum()} urgent, {(~urgent).sum()} not, {sheet.harmless.sum()} harmless")
    for step in STEPS:
        hit = sure >= step
        parts = " ".join(
            f"{name} {hit[sheet.labelled(name)].mean():5.1%} "
            f"false {(hit & ~urgent & (likeliest == name)).sum():3d}"
            for name in four
        )
        print(
            f"  {step:5}: caught {hit[urgent].mean():6.1%}, false {hit[~urgent].mean():6.2%}, "
            f"of the harmless {hit[sheet.harmless].mean():6.2%} | {parts}"
        )


def show(sheet: Sheet, category: Category) -> None:
    labelled, sure = sheet.labelled(category), sheet.column(category)
    if not labelled.any():
        return
    print(f"\n{category}: {labelled.sum()}")
    for step in STEPS[3:]:
        hit = sure >= step
        if hit.any():
            print(
                f"  {step:5}: caught {hit[labelled].mean():6.1%}, right {labelled[hit].mean():6.1%} of "
                f"{hit.sum()}, harmless bothered {hit[sheet.harmless].mean():6.2%}"
            )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="training.thresholds", description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--ids", default="", help="only posts whose id begins with this")
    given = parser.parse_args(arguments)
    sheet = load(given.files, given.ids)
    show_urgent(sheet)
    for category in Category:
        show(sheet, category)
    return 0


if __name__ == "__main__":
    sys.exit(main())
