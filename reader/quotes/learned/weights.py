"""Load the weights of a language: small integers with a scale for each column, word lists, thresholds.

The file `lang/<code>/weights/weights.npz` is made by `tools/train` and carries a licence of its own, which
stands beside it. Without it, or without numpy, there is no learned engine.
"""

import io
import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

import numpy as np

from reader.quotes.learned.network import Network
from reader.quotes.learned.rows import Floats, Lexicon, Rows, read_classes
from reader.quotes.words import load_words

_SETTINGS = "settings"
_PARTS = {"word": "in.word", "lemma": "in.lemma", "e3": "in.e3", "e4": "in.e4", "shape": "in.shape"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen on the training articles besides the weights."""

    thresholds: dict[str, float] = field(default_factory=dict)
    """Least chances: "anchor", "speech", "ruled speech" where the rules agree; roles and types by name."""
    calibration: dict[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    """By type, points (score, share of right quotes) between which confidence is read off."""


@dataclass(frozen=True)
class Model:
    """A network with its settings."""

    network: Network
    settings: Settings
    lexicon: Lexicon
    class_names: tuple[str, ...]


def present(code: str) -> bool:
    """Whether there are weights for a language."""
    return code.isalpha() and _file(code).is_file()


@lru_cache(maxsize=4)
def load(code: str) -> Model:
    """The model of a language; takes some hundredths of a second the first time."""
    with np.load(io.BytesIO(_file(code).read_bytes())) as archive:
        stored = {name: archive[name] for name in archive.files}
    settings = json.loads(bytes(stored.pop(_SETTINGS)).decode())
    words, lemmas = (_numbered(stored.pop(name)) for name in ("words", "lemmas"))
    names, classes = read_classes(
        _folder(code).joinpath("classes.txt").read_text(encoding="utf-8").splitlines()
    )
    lexicon = Lexicon(words, lemmas, classes)
    network = Network(ready(floats(stored)), Rows(lexicon, load_words(code)))
    calibration = {t: tuple((x, y) for x, y in points) for t, points in settings["calibration"].items()}
    return Model(network, Settings(settings["thresholds"], calibration), lexicon, names)


def _folder(code: str) -> resources.abc.Traversable:
    return resources.files("reader.quotes.lang").joinpath(code, "weights")


def _file(code: str) -> resources.abc.Traversable:
    return _folder(code).joinpath("weights.npz")


def _numbered(stored: np.ndarray[tuple[int], np.dtype[np.uint8]]) -> dict[str, int]:
    return {word: number for number, word in enumerate(bytes(stored).decode().split("\n"), 1)}


def floats(stored: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]) -> dict[str, Floats]:
    """Whole numbers times the scales of their columns."""
    out: dict[str, Floats] = {}
    for name, values in stored.items():
        if values.dtype == np.int8:
            out[name] = values.astype(np.float32) * stored[name + ":scale"].astype(np.float32)
        elif not name.endswith(":scale"):
            out[name] = values.astype(np.float32)
    return out


def ready(weights: dict[str, Floats]) -> dict[str, Floats]:
    """Multiply the tables of words and endings into the first layer, once for all."""
    for table, part in _PARTS.items():
        weights[table] = weights[table] @ weights.pop(part)
    for table, part in (("kind", "pin.kind"), ("dist", "pin.dist")):
        weights[table] = weights[table] @ weights.pop(part)
    weights["kind"] += weights.pop("pin.b")
    return weights
