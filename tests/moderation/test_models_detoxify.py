"""The Detoxify models: found, checked and loaded from files, and refused in plain words when not right."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moderation.models.detoxify import OFFICIAL, find_checkpoint, load_detoxify
from moderation.models.toxicity import DETOXIFY, LABELS, ModelError, Scorer, load_scorer

WORDS = "you are a lovely idiot thank morning good bad cake the and to school".split()  # noqa: SIM905
CLASSES = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]
UNBIASED_CLASSES = ["toxicity", *LABELS[1:], "sexual_explicit"]


def put_base(folder: Path, name: str) -> None:
    base = folder / OFFICIAL[name].base
    base.mkdir(parents=True, exist_ok=True)
    (base / "config.json").write_text("{}")


def put_file(folder: Path, stem: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{stem}-{hashlib.sha256(content).hexdigest()[:8]}.ckpt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", DETOXIFY)
def test_without_a_folder_the_setting_to_fill_is_named(name: str) -> None:
    with pytest.raises(ModelError, match=rf"'{name}' .* set MODEL_DIR"):
        load_scorer(name, None)


@pytest.mark.parametrize("name", DETOXIFY)
def test_missing_weights_are_named_with_where_to_get_them(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError) as refused:
        load_scorer(name, tmp_path)

    assert str(tmp_path) in str(refused.value)
    assert OFFICIAL[name].url in str(refused.value)
    assert OFFICIAL[name].base in str(refused.value)


def test_a_folder_that_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="are not in"):
        load_scorer("original", tmp_path / "nowhere")


def test_weights_of_another_model_are_not_taken(tmp_path: Path) -> None:
    put_file(tmp_path, OFFICIAL["unbiased"].stem, b"weights")

    with pytest.raises(ModelError, match="weights of 'original' are not in"):
        find_checkpoint("original", tmp_path)


def test_the_official_file_wins_over_another_of_its_name(tmp_path: Path) -> None:
    put_file(tmp_path, "toxic_original", b"weights of our own")
    official = tmp_path / OFFICIAL["original"].file
    official.write_bytes(b"weights")

    assert find_checkpoint("original", tmp_path) == official


def test_two_unofficial_files_are_one_too_many(tmp_path: Path) -> None:
    put_file(tmp_path, "toxic_original", b"one")
    put_file(tmp_path, "toxic_original", b"two")

    with pytest.raises(ModelError, match="several files"):
        find_checkpoint("original", tmp_path)


def test_weights_without_their_tokenizer_are_refused(tmp_path: Path) -> None:
    put_file(tmp_path, "toxic_original", b"weights")

    with pytest.raises(ModelError, match=r"needs config\.json and the tokenizer of bert-base-uncased in"):
        load_scorer("original", tmp_path)


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    put_base(tmp_path, "original")
    (tmp_path / OFFICIAL["original"].file).write_bytes(b"something else")

    with pytest.raises(ModelError, match="damaged or altered: its SHA-256 starts with"):
        load_scorer("original", tmp_path)


# What follows needs torch and the real detoxify package; the models are tiny ones made here, never trained.


def bert(base: Path) -> tuple[Any, Any, str]:
    import transformers

    (base / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]))
    config = transformers.BertConfig(vocab_size=5 + len(WORDS), **tiny())
    return transformers.BertForSequenceClassification, config, "BertTokenizer"


def albert(base: Path) -> tuple[Any, Any, str]:
    import transformers

    put_unigram(base, ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"], unk=1)
    config = transformers.AlbertConfig(vocab_size=5 + len(WORDS), embedding_size=16, **tiny())
    return transformers.AlbertForSequenceClassification, config, "AlbertTokenizer"


def roberta(base: Path) -> tuple[Any, Any, str]:
    import transformers

    letters = sorted({"Ġ", *"".join(WORDS)})
    tokens = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", *letters]
    (base / "vocab.json").write_text(json.dumps({token: i for i, token in enumerate(tokens)}))
    (base / "merges.txt").write_text("#version: 0.2\n")
    config = transformers.RobertaConfig(vocab_size=len(tokens), pad_token_id=1, **tiny())
    return transformers.RobertaForSequenceClassification, config, "RobertaTokenizer"


def xlm_roberta(base: Path) -> tuple[Any, Any, str]:
    import transformers

    put_unigram(base, ["<s>", "<pad>", "</s>", "<unk>", "<mask>"], unk=3)
    config = transformers.XLMRobertaConfig(vocab_size=5 + len(WORDS), pad_token_id=1, **tiny())
    return transformers.XLMRobertaForSequenceClassification, config, "XLMRobertaTokenizer"


def tiny() -> dict[str, int]:
    return {
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 64,
        "max_position_embeddings": 520,
    }


def put_unigram(base: Path, special: list[str], *, unk: int) -> None:
    from tokenizers import Tokenizer, models, pre_tokenizers

    pieces = [(token, 0.0) for token in special] + [("▁" + word, -2.0) for word in WORDS]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unk))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.save(str(base / "tokenizer.json"))


def put_model(
    folder: Path, name: str, architecture: Callable[[Path], tuple[Any, Any, str]], **change: Any
) -> Path:
    """A checkpoint as the Detoxify project writes them, tiny, its weights drawn with a fixed seed."""
    import torch

    torch.manual_seed(7)
    base = folder / OFFICIAL[name].base
    base.mkdir(parents=True)
    kind, config, tokenizer = architecture(base)
    config.save_pretrained(base)
    classes = CLASSES if name.startswith("original") else UNBIASED_CLASSES
    config.num_labels = len(classes) if name.startswith("original") else 16
    stored = {
        "state_dict": kind(config).state_dict(),
        "config": {
            "arch": {
                "args": {
                    "num_classes": config.num_labels,
                    "model_type": OFFICIAL[name].base,
                    "model_name": kind.__name__,
                    "tokenizer_name": tokenizer,
                }
            },
            "dataset": {"args": {"classes": classes}},
        },
    } | change
    loose = folder / "loose"
    torch.save(stored, loose)
    path = put_file(folder, OFFICIAL[name].stem, loose.read_bytes())
    loose.unlink()
    return path


FAMILIES = {
    "original": bert,
    "original-small": albert,
    "unbiased": roberta,
    "unbiased-small": albert,
    "multilingual": xlm_roberta,
}
torch_only = [pytest.mark.torch, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@pytest.fixture(params=DETOXIFY)
def scorer(request: pytest.FixtureRequest, tmp_path: Path) -> Scorer:
    put_model(tmp_path, request.param, FAMILIES[request.param])
    return load_scorer(request.param, tmp_path)


class TestWithTorch:
    pytestmark = torch_only

    def test_each_model_loads_offline_and_names_its_labels(self, scorer: Scorer) -> None:
        extra = () if scorer.name.startswith("original") else ("sexual_explicit",)

        assert scorer.labels == (*LABELS, *extra)
        assert all(0 <= s <= 1 for s in scorer.score(["you are a lovely idiot"])[0].values())

    def test_scores_come_back_in_the_order_of_the_texts(self, scorer: Scorer) -> None:
        texts = ["thank you " * n for n in (40, 1, 90, 3, 0, 17)] * 8

        together = scorer.score(texts)

        for text, scores in zip(texts, together, strict=True):
            assert scorer.score([text])[0] == pytest.approx(scores, abs=2e-5)

    def test_odd_texts_are_scored_as_well(self, scorer: Scorer) -> None:
        assert scorer.score([]) == []
        assert len(scorer.score(["", "\ud83d", "idiot " * 4000])) == 3

    def test_the_scores_are_those_of_the_detoxify_package(self, scorer: Scorer) -> None:
        [scores] = scorer.score(["you are a lovely idiot"])

        direct = scorer.model.predict("you are a lovely idiot")  # type: ignore[attr-defined]
        assert scores == pytest.approx(direct, abs=1e-5)

    def test_a_pickle_that_would_run_a_program_is_refused_and_not_run(self, tmp_path: Path) -> None:
        put_model(tmp_path, "original", bert, trap=Trap(tmp_path / "sprung"))

        with pytest.raises(ModelError, match="holds more than plain numbers"):
            load_scorer("original", tmp_path)
        assert not (tmp_path / "sprung").exists()

    def test_a_cut_off_checkpoint_is_refused(self, tmp_path: Path) -> None:
        whole = put_model(tmp_path, "original", bert)
        content = whole.read_bytes()
        whole.unlink()
        put_file(tmp_path, "toxic_original", content[: len(content) // 2])

        with pytest.raises(ModelError, match="cannot be read"):
            load_scorer("original", tmp_path)

    def test_a_checkpoint_that_fills_half_the_model_is_refused(self, tmp_path: Path) -> None:
        put_model(tmp_path, "original", bert, state_dict={})

        with pytest.raises(ModelError, match=r"does not fill the whole model: .* is missing"):
            load_scorer("original", tmp_path)

    def test_a_checkpoint_without_config_is_refused(self, tmp_path: Path) -> None:
        put_model(tmp_path, "original", bert, config={})

        with pytest.raises(ModelError, match="do not make a Detoxify model"):
            load_detoxify("original", tmp_path)

    def test_the_files_are_left_as_they_were(self, tmp_path: Path) -> None:
        put_model(tmp_path, "original", bert)
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

        load_scorer("original", tmp_path)

        assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


class Trap:
    """Unpickled without care, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (self.path,))
