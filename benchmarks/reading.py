"""How fast what Telegram sends is read, and words that are out of view are known again: processor time."""

import argparse
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bot.reading import read_update
from bot.store import Store
from bot.store.cases import Opening
from moderation.echo import marks
from moderation.text import listed
from tests.bot import raw

CHAT = {"id": -1001, "type": "supergroup", "title": "Parents"}
JO = {"id": 2001, "is_bot": False, "first_name": "Jo"}
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
WORDS = sorted(set(listed(Path(__file__).with_name("README.md").read_text(encoding="utf-8"))))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--updates", type=int, default=2000, help="how many of each kind")
    options.add_argument("--hidden", type=int, default=500, help="cases whose words are out of view")
    asked = options.parse_args()
    everyday = [{"update_id": 1, "message": text(number)} for number in range(asked.updates)]
    strange = [without_moves(raw.update(number, "message")) for number in range(asked.updates)]
    print("| measured | p50 | p99 |\n| --- | --- | --- |")
    report("an everyday text read", [lambda one=one: read_update(one) for one in everyday])  # type: ignore[misc]
    report("a random message of any published shape read", [quietly(one) for one in strange])
    with TemporaryDirectory() as folder, Store.open(Path(folder, "db"), Path(folder, "key")) as store:
        hide(store, asked.hidden)
        posts = [sentence(random.Random(number)) for number in range(asked.updates)]
        looks = [lambda post=post: store.echoes.shared(marks(post)) for post in posts]  # type: ignore[misc]
        report(f"a post compared with the words of {asked.hidden} hidden ones", looks)


def quietly(update: dict[str, Any]) -> Callable[[], object]:
    return lambda: read_update(update)


def without_moves(update: dict[str, Any]) -> dict[str, Any]:
    """News of a moved group is read by its number alone, which would flatter."""
    kept = {key: part for key, part in update["message"].items() if not key.startswith("migrate_")}
    return update | {"message": kept}


def text(number: int) -> dict[str, Any]:
    words = sentence(random.Random(number))
    return {"message_id": number, "date": 1_790_000_000, "chat": CHAT, "from": JO, "text": words}


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randrange(6, 30)))


def hide(store: Store, many: int) -> None:
    with store.transaction():
        for number in range(many):
            case = store.cases.open(Opening("open", "hidden", "enforce", "hide", "hide", chat_id=1), NOW)
            store.sealed.seal(case.number, {})
            store.echoes.keep(case.number, marks(sentence(random.Random(-number))))


def report(what: str, calls: list[Callable[[], object]]) -> None:
    times = []
    for call in calls:
        start = time.thread_time()
        call()
        times.append((time.thread_time() - start) * 1000)
    times.sort()
    print(f"| {what} | {median(times):.3f} ms | {times[len(times) * 99 // 100]:.3f} ms |")


if __name__ == "__main__":
    main()
