"""How well each model sees through disguised words: python -m benchmarks.disguises DATA_FOLDER

Toxic posts of the Surge AI collection (never taught) that hold a listed rude word are scored as they are and
with those words disguised; printed is the share at the threshold that bothers 1 % of harmless text messages.
"""

import argparse
import importlib.util
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.toxicity import OTHERS, Rival, harmless_sms, ours, rude_words, surge

LOOK = str.maketrans("aeopcyxi", "аеорсухі")
LEET = str.maketrans("aeiost", "431057")


def _stretched(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at] * 4 + word[at + 1 :]


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(word) - 1))
    return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _dropped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, max(2, len(word) - 1))
    return word[:at] + word[at + 1 :]


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "as written": lambda word, _: word,
    "leet": lambda word, _: word.lower().translate(LEET),
    "separated": lambda word, _: " ".join(word),
    "dotted": lambda word, _: ".".join(word),
    "look-alikes": lambda word, _: word.lower().translate(LOOK),
    "zero-width": lambda word, _: "\u200b".join(word),
    "stretched": _stretched,
    "swapped letters": _swapped,
    "a letter dropped": _dropped,
}


def report(rival: Rival, folder: Path) -> None:
    rude, judged = rude_words(folder), surge(folder)
    texts = [t for t, toxic in zip(judged.texts, judged.toxic, strict=True) if toxic and rude.search(t)]
    calm = np.array([row["toxicity"] for row in rival.score(harmless_sms(folder))])
    threshold = float(np.quantile(calm, 0.99, method="higher"))
    print(f"\n{rival.name}, {len(texts)} posts, from {threshold:.3f}")
    for name, way in WAYS.items():
        chance = random.Random(1)
        changed = [rude.sub(lambda found: way(found[0], chance), text) for text in texts]  # noqa: B023
        scores = np.array([row["toxicity"] for row in rival.score(changed)])
        print(f"  {name:<18}{(scores >= threshold).mean():7.1%}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.disguises", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    given = parser.parse_args(arguments)
    report(ours("builtin", None), given.folder)
    for module, rival in OTHERS.items():
        if module == "profanity_check" and importlib.util.find_spec(module):
            report(rival(), given.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
