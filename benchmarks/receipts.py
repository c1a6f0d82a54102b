"""How many posts get a receipt: python -m benchmarks.receipts POSTS.jsonl [...]

Each file holds labelled posts, one JSON object a line with text, labels and perhaps role and reply_to. A post
gets a receipt when something is found in it that makes it a question to the setting.
"""

import json
import sys
from pathlib import Path
from typing import Any

from moderation.decision import Mode, decide
from moderation.facts import Facts
from moderation.judge import judge
from moderation.models.encoder import load_encoder
from moderation.policy import load_policy
from moderation.post import Author, Post, Role
from moderation.query import is_question

POLICY = load_policy("default")


def report(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    readings = load_encoder().read([row["text"] for row in rows])
    facts = [Facts(reading.toxicity, reading.meaning) for reading in readings]
    got = [gets_receipt(row, fact) for row, fact in zip(rows, facts, strict=True)]
    print(f"{path.name}, {len(rows)} posts")
    for name, wanted in (
        ("questions (QUERY)", lambda labels: "QUERY" in labels),
        ("about one child (CHILDQ)", lambda labels: "CHILDQ" in labels and "QUERY" not in labels),
        ("harmless", lambda labels: not labels),
    ):
        told = [one for row, one in zip(rows, got, strict=True) if wanted(row["labels"] or [])]
        print(f"  {name:<28}{sum(told):>5} of {len(told)}")


def gets_receipt(row: dict[str, Any], facts: Facts) -> bool:
    author = Author(1, frozenset({Role(row.get("role") or "parent")}))
    post = Post(row["text"], author, None, row.get("reply_to"))
    return is_question(decide(judge(post, facts, POLICY), POLICY, mode=Mode.ASSIST))


for name in sys.argv[1:]:
    report(Path(name))
