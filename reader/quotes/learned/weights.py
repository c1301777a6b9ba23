"""Load the weights of a language: small integers with a scale for each column, word lists, thresholds.

All matrices lie one behind the other in one array, with an index of names, types and shapes, since opening
each by itself takes longer than reading them all.

A file of weights is made by `tools/train` and has a licence of its own, which stands beside it; which there
are, `reader.languages.networks` tells. Without one, or without numpy, there is no learned engine. It names
the flags and classes that it was fitted to: with others in their place the network would find wrong quotes
and say nothing.
"""

import io
import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from reader.errors import WeightsError
from reader.i18n import _
from reader.languages import folders
from reader.languages.networks import Weights, listed, named
from reader.quotes.german.lexicon import load_lexicon
from reader.quotes.learned.labels import labels
from reader.quotes.learned.network import TABLES, Matrices, Network
from reader.quotes.learned.word_features import Floats, Vocabulary, WordRows, read_classes

Bytes = np.ndarray[tuple[Any, ...], np.dtype[np.uint8]]
Index = list[tuple[str, str, list[int]]]
"""Name, type and shape of each matrix, in the order in which they are stored."""

_TYPES = {"float": np.float32, "small": np.int8}


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
    vocabulary: Vocabulary


def present(code: str) -> bool:
    """Whether there are weights for a language."""
    return bool(listed(code))


@lru_cache(maxsize=4)
def load(code: str, name: str = "") -> Model:
    """The model of a language by the weights of that name; takes some hundredths of a second the first time.

    Raises `WeightsError` where there are none, or where they were made for other flags or classes than those
    of this version.
    """
    weights = named(code, name)
    if weights is None:
        told = _("There are no {kind} weights for {code}: use --engine rules.")
        raise WeightsError(told.format(kind=name or "learned", code=code))
    names, classes = read_classes(folders.lines_of(code, "classes.txt"))
    with np.load(io.BytesIO(_file(weights).read_bytes())) as archive:
        _check(json.loads(bytes(archive["labels"])) if "labels" in archive else {}, labels(names))
        index, settings = (json.loads(bytes(archive[name])) for name in ("index", "settings"))
        words, lemmas = (_numbered(archive[name]) for name in ("words", "lemmas"))
        stored = matrices(index, archive["values"])
    vocabulary = Vocabulary(words, lemmas, classes, names)
    network = Network(*ready(stored), WordRows(vocabulary, load_lexicon(code)))
    calibration = {t: tuple((x, y) for x, y in points) for t, points in settings["calibration"].items()}
    return Model(network, Settings(settings["thresholds"], calibration), vocabulary)


def _check(fitted: dict[str, list[str]], known: dict[str, list[str]]) -> None:
    """Refuse weights fitted to other names, or to the same ones in another order."""
    for what, names in known.items():
        if fitted.get(what) != names:
            raise WeightsError(
                _(
                    "The weights of the learned engine were made for other {what} than this version of "
                    "reader has: use the weights that come with this version, or --engine rules."
                ).format(what=what)
            )


def _file(weights: Weights) -> Traversable:
    return weights.file


def _numbered(stored: Bytes) -> dict[str, int]:
    return {word: number for number, word in enumerate(bytes(stored).decode().split("\n"), 1)}


def matrices(index: Index, values: Bytes) -> Matrices:
    """The matrices that lie in `values`, by name."""
    out: Matrices = {}
    begin = 0
    for name, kind, shape in index:
        size = int(np.prod(shape)) * np.dtype(_TYPES[kind]).itemsize
        out[name] = values[begin : begin + size].view(_TYPES[kind]).reshape(shape)
        begin += size
    return out


def ready(stored: Matrices) -> tuple[dict[str, Floats], Matrices]:
    """Whole numbers times the scales of their columns; the tables of words stay small."""
    tables = {name: stored[name] for name in TABLES}
    weights = {name: _floats(stored, name) for name in stored if ":" not in name and name not in TABLES}
    for name in TABLES:
        scale = stored.get(name + ":scale")
        # The tables stay whole numbers; their scale goes into what they are multiplied with.
        if scale is not None:
            weights["in." + name] *= scale[:, None]
    # Kind and distance are looked up and then multiplied: once for each of the few rows of their tables.
    for table, part in (("kind", "pin.kind"), ("dist", "pin.dist")):
        weights[table] = weights[table] @ weights.pop(part)
    weights["kind"] += weights.pop("pin.b")
    return weights, tables


def _floats(stored: Matrices, name: str) -> Floats:
    values = stored[name].astype(np.float32)
    return values * stored[name + ":scale"] if name + ":scale" in stored else values
