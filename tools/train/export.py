"""Write a fitted network as the weights file: matrices as small integers with a scale for each column."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import numpy as np
import numpy.typing as npt

from reader.quotes.learned.features import CONTEXT
from reader.quotes.learned.labels import labels
from reader.quotes.learned.windows import FLAGS
from reader.quotes.learned.word_features import BITS, Floats, WordRows
from tools.train.model import DISTANCES, KINDS, TABLES, Net

_SMALL = 1500
"""Matrices up to this size stay as they are."""
_LAYERS = ("pool1", "pool2", "tok", "sin", "sout", "role", "val", "med")


def write(path: Path, net: Net, rows: WordRows, settings: dict[str, object]) -> None:
    """Write weights, word lists, settings and the names fitted to; the same bytes for the same values."""
    stored = quantised(matrices(net))
    names = sorted(stored, key=lambda name: (stored[name].itemsize == 1, name))
    index = [(name, "small" if stored[name].itemsize == 1 else "float", stored[name].shape) for name in names]
    members = {
        "index": _text(json.dumps(index)),
        "labels": _text(json.dumps(labels(rows.vocabulary.class_names), sort_keys=True)),
        "lemmas": _text("\n".join(rows.vocabulary.lemmas)),
        "settings": _text(json.dumps(settings, sort_keys=True)),
        "values": np.frombuffer(b"".join(stored[name].tobytes() for name in names), np.uint8),
        "words": _text("\n".join(rows.vocabulary.words)),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for name, values in members.items():
            member = BytesIO()
            np.save(member, values)
            archive.writestr(ZipInfo(f"{name}.npy"), member.getvalue())


def _text(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)


def matrices(net: Net) -> dict[str, Floats]:
    """The weights under the names that `reader.quotes.learned.network` knows, inputs by rows."""
    state = {name: values.numpy().astype(np.float32) for name, values in net.state_dict().items()}
    out = {name: state[f"tables.{name}.weight"] for name in TABLES}
    parts = _cut(
        state["inp.weight"].T,
        {f"in.{name}": width for name, width in TABLES.items()} | {"in.bits": BITS, "in.ctx": CONTEXT},
    )
    out |= parts | {"in.b": state["inp.bias"]}
    for name in state:
        if name.endswith(".gain"):
            layer = name.removesuffix(".gain")
            out[layer + ".w"] = state[layer + ".lin.weight"].T * np.tile(state[name], 3)[:, None]
            out[layer + ".b"] = state[layer + ".lin.bias"]
    for layer in _LAYERS:
        out[layer + ".w"], out[layer + ".b"] = state[layer + ".weight"].T, state[layer + ".bias"]
    size = out["in.b"].size
    out |= _cut(
        state["pin.weight"].T, {"pin.h": size, "pin.dist": DISTANCES[1], "pin.kind": KINDS[1], "pin.f": FLAGS}
    )
    out["pin.b"] = state["pin.bias"] + state["anc.bias"]
    out["anc.w"] = state["anc.weight"].T
    return out | {"kind": state["kind.weight"], "dist": state["dist.weight"]}


def _cut(matrix: Floats, heights: dict[str, int]) -> dict[str, Floats]:
    ends = np.cumsum(list(heights.values())).tolist()
    return {
        name: matrix[end - height : end] for (name, height), end in zip(heights.items(), ends, strict=True)
    }


def quantised(weights: dict[str, Floats]) -> dict[str, npt.NDArray[np.generic]]:
    """Large matrices as integers of one byte, each column with its scale."""
    out: dict[str, npt.NDArray[np.generic]] = {}
    for name, values in weights.items():
        if values.ndim == 2 and values.size > _SMALL:
            scale = np.maximum(np.abs(values).max(axis=0), np.float32(1e-12)) / 127
            out[name] = np.rint(values / scale).astype(np.int8)
            out[name + ":scale"] = scale.astype(np.float32)
        else:
            out[name] = np.ascontiguousarray(values, np.float32)
    return out
