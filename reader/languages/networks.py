"""What networks learned of a language: the weights that are there, by name, each with its licence.

    weights/         learned from annotated news that is free for non-commercial use
    weights-open/    learned from openly licensed texts alone

Each folder has its `weights.npz` and a `LICENSE`, whose first line is the licence's short name. Read without
numpy, so that a command can tell what is there before a network is loaded.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from reader.languages import folders

FILE = "weights.npz"
"""The file in a folder of weights that the network reads."""
LICENSED, OPEN = "licensed", "open"
_FOLDERS = {LICENSED: "weights", OPEN: "weights-open"}
"""Folders of weights by name; the first that a language has is used where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights that a language has."""

    name: str
    """ "licensed" or "open"."""
    licence: str
    """Short name of their licence, "CC BY-NC-SA 4.0"; empty where no `LICENSE` stands beside them."""
    folder: Traversable

    @property
    def file(self) -> Traversable:
        """The file of the weights."""
        return self.folder.joinpath(FILE)


@cache
def listed(code: str) -> tuple[Weights, ...]:
    """The weights that a language has, those used by default first."""
    found = ((name, folders.file_of(code, folder)) for name, folder in _FOLDERS.items() if code.isalpha())
    return tuple(
        Weights(name, _licence(folder), folder) for name, folder in found if folder.joinpath(FILE).is_file()
    )


def named(code: str, name: str = "") -> Weights | None:
    """The weights of that name, or those used by default; None where a language has none such."""
    return next((one for one in listed(code) if name in ("", one.name)), None)


def _licence(folder: Traversable) -> str:
    text = folder.joinpath("LICENSE")
    return text.read_text(encoding="utf-8").split("\n", 1)[0] if text.is_file() else ""


@cache
def codes() -> tuple[str, ...]:
    """Codes of the languages that have weights of any name."""
    return tuple(code for code in folders.codes() if listed(code))
