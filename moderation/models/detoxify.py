"""The larger toxicity models of the Detoxify project, read from this machine and never from the network."""

import hashlib
import json
import os
import pickle
import re
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moderation.models.toxicity import ModelError

BATCH = 32
DIGITS = 5  # kept of a score: company and padding change a float32 sum beyond that
LONGEST = 512  # tokens


@dataclass(frozen=True)
class Official:
    """Where the Detoxify project publishes a model's weights, and the language model they belong to."""

    stem: str
    digest: str  # the first 8 hex digits of the file's SHA-256
    base: str
    release: str

    @property
    def file(self) -> str:
        return f"{self.stem}-{self.digest}.ckpt"

    @property
    def url(self) -> str:
        return f"https://github.com/unitaryai/detoxify/releases/download/{self.release}/{self.file}"


OFFICIAL = {
    "original": Official("toxic_original", "c1212f89", "bert-base-uncased", "v0.1-alpha"),
    "original-small": Official("original-albert", "0e1d6498", "albert-base-v2", "v0.1.2"),
    "unbiased": Official("toxic_debiased", "c7548aa0", "roberta-base", "v0.3-alpha"),
    "unbiased-small": Official("unbiased-albert", "c8519128", "albert-base-v2", "v0.1.2"),
    "multilingual": Official("multilingual_debiased", "0b549669", "xlm-roberta-base", "v0.4-alpha"),
}


@dataclass(frozen=True)
class DetoxifyScorer:
    """A loaded `detoxify.Detoxify`, fed in batches of texts of like length."""

    name: str
    labels: tuple[str, ...]
    model: Any

    def score(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """One dict a text, label to 0..1, in order; what lies beyond 512 tokens is not read."""
        scores: list[dict[str, float]] = [{} for _ in texts]
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            for place, row in zip(places, self._predict([texts[i] for i in places]), strict=True):
                scores[place] = row
        return scores

    def _predict(self, texts: list[str]) -> list[dict[str, float]]:
        readable = [
            text.encode("utf-8", "replace").decode() for text in texts
        ]  # a torn emoji stops tokenizers
        found = self.model.predict(readable)
        columns = {label: found[label] if len(texts) > 1 else [found[label]] for label in self.labels}
        return [{label: round(columns[label][i], DIGITS) for label in self.labels} for i in range(len(texts))]


def load_detoxify(name: str, folder: Path | None) -> DetoxifyScorer:
    """The Detoxify model called `name` from `folder`: the checkpoint, and beside it the folder of its
    language model (config.json and the tokenizer's files). Raises ModelError: what is missing or wrong.
    """
    official = OFFICIAL[name]
    if folder is None:
        raise ModelError(f"the weights of {name!r} are fetched, not shipped: set MODEL_DIR to their folder")
    checkpoint = find_checkpoint(name, folder)
    base = folder / official.base
    if not (base / "config.json").is_file():
        raise ModelError(f"{name!r} needs config.json and the tokenizer of {official.base} in {base}")
    _check_digest(checkpoint)
    _check_installed(name)
    with tempfile.TemporaryDirectory(prefix="lollipop-") as scratch:
        return _load(name, checkpoint, base, Path(scratch))


def find_checkpoint(name: str, folder: Path) -> Path:
    """The model's checkpoint in `folder`: the official one, or the only one named like it."""
    official = OFFICIAL[name]
    if (folder / official.file).is_file():
        return folder / official.file
    pattern = re.compile(re.escape(official.stem) + r"-[0-9a-f]{8}\.ckpt")
    found = [path for path in folder.glob("*.ckpt") if pattern.fullmatch(path.name)]
    match found:
        case [path]:
            return path
        case []:
            raise ModelError(
                f"the weights of {name!r} are not in {folder}: put {official.file} there "
                f"(from {official.url}) and beside it a folder {official.base} with its config and tokenizer"
            )
        case _:
            raise ModelError(f"several files in {folder} could be the weights of {name!r}: keep one")


def _check_digest(checkpoint: Path) -> None:
    with checkpoint.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if not checkpoint.stem.endswith("-" + digest[:8]):
        raise ModelError(f"{checkpoint} is damaged or altered: its SHA-256 starts with {digest[:8]}")


def _check_installed(name: str) -> None:
    try:
        import detoxify  # noqa: F401
    except ImportError as error:
        raise ModelError(
            f"{name!r} needs the detoxify extra: pip install 'lollipop-bot[detoxify]'"
        ) from error


def _load(name: str, checkpoint: Path, base: Path, scratch: Path) -> DetoxifyScorer:
    import detoxify
    import torch
    import transformers

    transformers.utils.logging.disable_progress_bar()
    torch.set_num_threads(min(2, os.cpu_count() or 1))
    stored = _plain_tensors(checkpoint)
    config = scratch / "config"
    try:
        _copy_config(base, config, stored["config"]["arch"]["args"]["num_classes"])
        stored["config"]["arch"]["args"]["model_type"] = str(config)  # else detoxify asks the hub for it
        torch.save(stored, scratch / "checkpoint.ckpt")
        model = detoxify.Detoxify(
            checkpoint=str(scratch / "checkpoint.ckpt"), huggingface_config_path=str(config)
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        raise ModelError(
            f"{checkpoint} and {base} do not make a Detoxify model: {_first_line(error)}"
        ) from error
    _check_weights(model.model, stored["state_dict"], checkpoint)
    labels = tuple(model.class_names)
    if "toxicity" not in labels:
        raise ModelError(f"{checkpoint} tells no toxicity: its classes are {', '.join(labels)}")
    return DetoxifyScorer(name, labels, model)


def _plain_tensors(checkpoint: Path) -> dict[str, Any]:
    """What the file holds, refusing anything but numbers and names: a pickle can hide a program.

    Detoxify itself opens its checkpoint without this care, so it is handed a copy written from what we read.
    """
    import torch

    try:
        stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise ModelError(f"{checkpoint} holds more than plain numbers and is refused") from error
    except (OSError, RuntimeError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError(f"{checkpoint} cannot be read: it is no checkpoint, or a damaged one") from error
    if not (isinstance(stored, dict) and {"config", "state_dict"} <= stored.keys()):
        raise ModelError(f"{checkpoint} is no Detoxify checkpoint: it lacks its config or its weights")
    return stored


def _copy_config(base: Path, to: Path, classes: int) -> None:
    """The language model's small files, told how many classes there are and how long a text may be."""
    to.mkdir()
    for path in base.iterdir():
        if path.is_file() and path.suffix in {".json", ".txt", ".model"}:
            shutil.copyfile(path, to / path.name)
    names = {str(i): f"LABEL_{i}" for i in range(classes)}
    _amend(to / "config.json", id2label=names, label2id={label: int(i) for i, label in names.items()})
    _amend(to / "tokenizer_config.json", model_max_length=LONGEST)


def _amend(path: Path, **entries: object) -> None:
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps(known | entries), encoding="utf-8")


def _check_weights(model: Any, weights: dict[str, Any], checkpoint: Path) -> None:
    """transformers fills in what it cannot find with chance; a model like that must not judge anybody."""
    import torch

    for key, value in model.named_parameters():
        if key not in weights or not torch.equal(value, weights[key]):
            raise ModelError(
                f"{checkpoint} does not fill the whole model: {key} is missing or of another shape"
            )


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
