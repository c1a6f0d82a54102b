"""Teaches an encoder that `training.encoder` made more: new voices, harmless chat, fairness to groups.

    python -m training.further DATA_FOLDER --base FOLDER --start encoder.onnx --ear FILE
        [--posts FILE ...] [--new GLOB] [--late NAME ...] [--out FOLDER] [--kept FILE]
        [--rate N] [--comments SHARE] [--short] [--seed N]

Only the upper half of the network learns, so that a busy core is done within the hour. The messages that
`--new` names are read several times, those that the encoder knows already once, and as many comments about
tone beside them, so that neither is forgotten. `--but` leaves files out, for choosing thresholds.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from moderation.models.toxicity import LABELS
from training import builtin, chat, graph
from training.builtin import marks
from training.encoder import (
    HEAD_RATE,
    MEANINGS,
    SEED,
    UNKNOWN,
    Lesson,
    Network,
    _batches,
    _changed,
    _harmless_swearing,
    _tokenizer,
    meaning_lessons,
    printed_lessons,
    ship,
)

LOWER = 3  # layers that stay as they are
RATE = 8e-5
ROUNDS = 3  # how often new messages are read
LAST = 0.36  # of the rates, where the last round begins
KNOWN = 3_400  # of the messages that the encoder knows already
LETTERS = 200  # of a public comment
CALM = ("URGENT", "SAFEGUARD", "ILLEGAL", "GROOM", "THREAT")
# How many of each collection are read, toxic and harmless in equal parts where there are enough.
TAKEN = {
    builtin.jigsaw: 3_200,
    builtin.davidson: 400,
    builtin.edos: 300,
    builtin.convabuse: 400,
    builtin.goemotions: 900,
    builtin.profanity: 300,
    builtin.spans: 500,
    builtin.balance: 400,
    builtin.emoji: 700,
    builtin.school_gate: 500,
}
CHATTED, SAID_OF_GROUPS = 2_000, 1_900


def tone(folder: Path) -> Iterator[Lesson]:
    """Comments and our own chat; what nobody can know of their meaning stays unknown."""
    chance = random.Random(SEED + 7)
    unsaid, calm = (UNKNOWN,) * len(MEANINGS), tuple(0 if m in CALM else UNKNOWN for m in MEANINGS)
    for source, count in TAKEN.items():
        examples = [one for one in source(folder) if one.text.strip()]
        chance.shuffle(examples)
        for side in (0, 1):
            for one in [one for one in examples if one.marks[0] == side][: count // 2]:
                kind = source in (builtin.goemotions, builtin.school_gate) and side == 0
                yield Lesson(one.text[:LETTERS], (*one.marks, *(calm if kind else unsaid)), one.weight)
    yield from list(_harmless_swearing(folder))[:300]
    for text in chat.harmless(SEED, CHATTED):
        yield Lesson(text, (*marks(0), *calm))
    for text, attack, rude in chat.about_groups(SEED, SAID_OF_GROUPS):
        known = marks(int(rude), identity_attack=int(attack), **({} if attack or not rude else {"threat": 0}))
        yield Lesson(text, (*known, *(unsaid if rude else calm)), 0.7)


def rounds(known: list[Lesson], new: list[Lesson], comments: list[Lesson], seed: int) -> list[list[Lesson]]:
    """New messages in every round, everything else in one."""
    chance = random.Random(seed + 8)
    once = [*chance.sample(known, min(KNOWN, len(known))), *comments]
    chance.shuffle(once)
    return [[*new, *once[start::ROUNDS]] for start in range(ROUNDS)]


def started(base: Path, start: Path) -> Network:
    """The network as it was shipped."""
    network, weights = Network(base), graph.read(start)
    head = {name: torch.tensor(weights.pop(f"head.{name}").copy()) for name in ("weight", "bias")}
    network.head.load_state_dict(head)
    state = network.bert.state_dict()
    state["embeddings.token_type_embeddings.weight"].zero_()  # written together with the places
    places = weights.pop("embeddings.position_embeddings.weight")
    state["embeddings.position_embeddings.weight"][: len(places)] = torch.tensor(places.copy())
    network.bert.load_state_dict(
        state | {name: torch.tensor(value.copy()) for name, value in weights.items()}
    )
    for part in (network.bert.embeddings, *network.bert.encoder.layer[:LOWER]):
        part.requires_grad_(False)
    return network


def _logits(network: Network, ids: Any, mask: Any) -> Any:
    """As Network.forward, but nothing is remembered of the lower layers."""
    unseen = torch.zeros(mask.shape).masked_fill(mask == 0, -1e9)[:, None, None, :]
    with torch.no_grad():
        x = network.bert.embeddings(ids)
        for layer in network.bert.encoder.layer[:LOWER]:
            x = layer(x, unseen)
    for layer in network.bert.encoder.layer[LOWER:]:
        x = layer(x, unseen)
    return network.head(network.drop((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)))


def teach(
    network: Network,
    lessons: Sequence[Sequence[Lesson]],
    total: int,
    much: float,
    tokenizer: Tokenizer,
    seed: int,
) -> None:
    """Each round in turn, learning less and less, nothing any more after `total` batches."""
    chance = random.Random(seed + 9)
    torch.manual_seed(seed)
    body = [one for one in network.bert.parameters() if one.requires_grad]
    rates = {"lr": RATE * much}, {"lr": HEAD_RATE / 2 * much}
    groups = [{"params": body, **rates[0]}, {"params": network.head.parameters(), **rates[1]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    done, begun, sums = 0, time.perf_counter(), 0.0
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / (0.05 * total), max(0.02, (total - n) / (0.95 * total)))
    )
    network.train()
    for those in lessons:
        texts = [_changed(one.text, chance) if chance.random() < 0.25 else one.text for one in those]
        for ids, mask, known, weight in _batches(those, texts, tokenizer, chance):
            loss = _loss(_logits(network, ids, mask), known, weight)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            slope.step()
            done, sums = done + 1, sums + float(loss.detach())
            if done % 50 == 0:
                print(
                    f"  {done}/{total}, loss {sums / 50:.4f}, {time.perf_counter() - begun:.0f} s", flush=True
                )
                sums = 0.0
    network.eval()


def batches(lessons: Sequence[Sequence[Lesson]]) -> int:
    return sum(-(-len(one) // 32) for one in lessons)


def _loss(logits: Any, known: Any, weight: Any) -> Any:
    sure = (known != UNKNOWN).float() * weight[:, None]
    each = torch.nn.functional.binary_cross_entropy_with_logits(
        logits, known.clamp(min=0).float() * 0.98 + 0.01, reduction="none"
    )
    scale = torch.tensor([1 / 3] * len(LABELS) + [1.0] * len(MEANINGS))
    return (each * sure * scale).sum() / len(known)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="training.further", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--ear", type=Path, required=True, help="what training.sounds made")
    parser.add_argument("--messages", type=Path, default=Path("training/messages"))
    parser.add_argument("--new", default="voices-*.jsonl")
    parser.add_argument("--late", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--rate", type=float, default=1.0, help="learn so much faster or slower")
    parser.add_argument("--comments", type=float, default=1.0, help="share of the comments that is read")
    parser.add_argument("--short", action="store_true", help="leave out the last round")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--posts", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=Path("moderation/models"))
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args(arguments)
    torch.set_num_threads(1)
    tokenizer = _tokenizer(given.base)
    files = [file for file in sorted(given.messages.glob("*.jsonl")) if file.name not in given.late]
    fresh = [file for file in files if file.match(given.new)]
    new = [replace(one, weight=1.2) for one in meaning_lessons(fresh)]
    late = [replace(one, weight=1.2) for one in meaning_lessons([given.messages / one for one in given.late])]
    known = (
        meaning_lessons([*(file for file in files if file not in fresh), *given.posts]) + printed_lessons()
    )
    comments = list(tone(given.folder))
    if given.comments < 1:
        comments = random.Random(given.seed).sample(comments, int(len(comments) * given.comments))
    print(f"{len(new):,} new posts, {len(late):,} late, {len(known):,} known, {len(comments):,} comments")
    network = started(given.base, given.start)
    *first, last = rounds(known, new, comments, given.seed)
    if given.kept and given.kept.exists():
        network.load_state_dict(torch.load(given.kept, weights_only=True))
    else:
        teach(network, first, batches([*first, last]), given.rate, tokenizer, given.seed)
        if given.kept:
            torch.save(network.state_dict(), given.kept)
    if not given.short:
        teach(network, [[*last, *late]], batches([[*last, *late]]), LAST * given.rate, tokenizer, given.seed)
    ship(network, given.ear, given.base, given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
