"""Writes a taught encoder as an ONNX file of whole numbers, small and quick enough to ship with the bot."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx  # type: ignore[import-not-found]
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

OPSET = 20  # the first with Gelu
IR_VERSION = 9  # read by every ONNX Runtime since 1.17
Weights = Mapping[str, NDArray[np.float32]]


class Graph:
    """Collects nodes and constants in the order in which they run."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, *inputs: str, **settings: Any) -> str:
        """Appends a node and gives its output's name."""
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **settings))
        return name

    def linear(self, name: str, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        product = self.add("MatMul", x, self.constant(f"{name}.weight", weight.T))
        return self.add("Add", product, self.constant(f"{name}.bias", bias))

    def norm(self, name: str, x: str, weights: Weights) -> str:
        scale = self.constant(f"{name}.scale", weights[f"{name}.weight"])
        shift = self.constant(f"{name}.shift", weights[f"{name}.bias"])
        return self.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)


def write(
    weights: Weights, ear: Weights, heads: int, outputs: Sequence[str], rough: Path, small: Path
) -> None:
    """`rough` with 32-bit numbers, `small` with 8-bit weights; input `ids` (1, tokens), outputs `logits`
    and `sounds`.

    `weights` are named as in transformers' BertModel, with `head.weight` (outputs x width) and `head.bias`;
    `ear` as in training.sounds. The names of the outputs are kept in the file.
    """
    graph = Graph()
    _listening(graph, ear)
    plain = len(graph.nodes)
    x = _embedded(graph, weights)
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    for layer in range(layers):
        x = _layer(graph, f"encoder.layer.{layer}", x, weights, heads)
    mean = graph.add("ReduceMean", x, graph.constant("over_tokens", np.array([1])), keepdims=0)
    graph.linear("head", mean, weights["head.weight"], weights["head.bias"])
    graph.nodes[-1].output[0] = "logits"
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "encoder",
            [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "tokens"])],
            [
                helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, len(outputs)]),
                helper.make_tensor_value_info("sounds", TensorProto.FLOAT, [1, len(ear["head.bias"])]),
            ],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    helper.set_model_props(model, {"outputs": " ".join(outputs)})
    onnx.checker.check_model(model)
    onnx.save(model, rough)
    # Seven bits a weight: with eight, processors without VNNI add up wrongly and would judge otherwise.
    quantize_dynamic(
        rough,
        small,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[node.name for node in (*graph.nodes[1:plain], *graph.nodes[-2:])],
        extra_options={"MatMulConstBOnly": True},
    )


def _listening(graph: Graph, ear: Weights) -> None:
    """The loudest place for each pattern of pieces in a row; the first node looks the pieces up."""
    heard = graph.add("Gather", graph.constant("ear.words", ear["words.weight"]), "ids")
    turned = graph.add("Transpose", heard, perm=[0, 2, 1])
    last = graph.constant("ear.last", np.array([2]))
    loudest = []
    for number in range(len(ear) // 2 - 1):
        weight, bias = ear[f"runs.{number}.weight"], ear[f"runs.{number}.bias"]
        names = [graph.constant(f"ear.{number}", weight), graph.constant(f"ear.{number}.bias", bias)]
        matched = graph.add("Conv", turned, *names, pads=[weight.shape[2] - 1] * 2)
        loudest.append(graph.add("ReduceMax", graph.add("Relu", matched), last, keepdims=0))
    graph.linear("ear.head", graph.add("Concat", *loudest, axis=1), ear["head.weight"], ear["head.bias"])
    graph.nodes[-1].output[0] = "sounds"


def read(path: Path) -> dict[str, NDArray[np.float32]]:
    """The weights of a written encoder under the names that `write` takes, as near as eight bits keep."""
    stored = onnx.load(path)
    found = {one.name: numpy_helper.to_array(one) for one in stored.graph.initializer}
    weights: dict[str, NDArray[np.float32]] = {}
    for name, value in found.items():
        if name.startswith("ear."):
            continue
        if name.endswith("_quantized"):
            plain = name.removesuffix("_quantized")
            zero = found[f"{plain}_zero_point"].astype(np.float32)
            weights[plain] = (value.astype(np.float32) - zero) * found[f"{plain}_scale"]
        elif value.dtype == np.float32 and not name.endswith(("_scale", ".softer")):
            weights[name] = value
    return {_known_as(name): value.T if _is_turned(name) else value for name, value in weights.items()}


def _is_turned(name: str) -> bool:
    return name.endswith(".weight")  # linear() writes them the other way round


def _known_as(name: str) -> str:
    own = {"words": "embeddings.word_embeddings.weight", "places": "embeddings.position_embeddings.weight"}
    if name in own:
        return own[name]
    return (
        name.removesuffix(".scale") + ".weight"
        if name.endswith(".scale")
        else name.replace(".shift", ".bias")
    )


def _embedded(graph: Graph, weights: Weights) -> str:
    """Each token's vector, its place's and the one all tokens share, in one scale."""
    words = graph.add("Gather", graph.constant("words", weights["embeddings.word_embeddings.weight"]), "ids")
    shape = graph.add("Shape", "ids", start=1, end=2)
    start = graph.constant("start", np.array([0]))
    shared = weights["embeddings.token_type_embeddings.weight"][:1]
    table = graph.constant("places", weights["embeddings.position_embeddings.weight"][:128] + shared)
    places = graph.add("Slice", table, start, shape, start)
    return graph.norm("embeddings.LayerNorm", graph.add("Add", words, places), weights)


def _layer(graph: Graph, at: str, x: str, weights: Weights, heads: int) -> str:
    seen = _attention(graph, f"{at}.attention", x, weights, heads)
    x = graph.norm(f"{at}.attention.output.LayerNorm", graph.add("Add", seen, x), weights)
    wide = _named(graph, f"{at}.intermediate.dense", x, weights)
    thought = _named(graph, f"{at}.output.dense", graph.add("Gelu", wide), weights)
    return graph.norm(f"{at}.output.LayerNorm", graph.add("Add", thought, x), weights)


def _attention(graph: Graph, at: str, x: str, weights: Weights, heads: int) -> str:
    width = weights[f"{at}.self.query.weight"].shape[0]
    split = graph.constant(f"{at}.split", np.array([1, -1, heads, width // heads]))
    joined = graph.constant(f"{at}.joined", np.array([1, -1, width]))

    def part(name: str, order: list[int]) -> str:
        flat = _named(graph, f"{at}.self.{name}", x, weights)
        return graph.add("Transpose", graph.add("Reshape", flat, split), perm=order)

    query, key, value = part("query", [0, 2, 1, 3]), part("key", [0, 2, 3, 1]), part("value", [0, 2, 1, 3])
    softer = graph.constant(f"{at}.softer", np.array((width // heads) ** -0.5, dtype=np.float32))
    share = graph.add("Softmax", graph.add("Mul", graph.add("MatMul", query, key), softer), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", share, value), perm=[0, 2, 1, 3])
    return _named(graph, f"{at}.output.dense", graph.add("Reshape", mixed, joined), weights)


def _named(graph: Graph, name: str, x: str, weights: Weights) -> str:
    return graph.linear(name, x, weights[f"{name}.weight"], weights[f"{name}.bias"])
