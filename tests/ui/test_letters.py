"""A letter means one thing in every list."""

from itertools import groupby
from operator import itemgetter

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input

from reader.ui.keymap import _nodes
from reader.ui.keys import declared
from reader.ui.widgets.lists.facets import FacetPanel
from tests.ui.translated import translated

SENSES = {"Add": "what keys do"}
"""In which sense a word stands behind a key, where it has several."""
MEANS = {
    "v": {"Select"},
    "V": {"Select moving"},
    "x": {"Reject", "Dismiss", "Keep yours"},  # not this one
    "A": {"Accept", "It is right", "Take over"},  # this one, as it is proposed
    "a": {"Add", "Subscribe"},
    "enter": {"Open", "Articles", "Quotes"},
    "o": {"Order"},
    "O": {"Reverse"},
    "t": {"Tag"},
    "c": {"Check"},
    "e": {"Export"},
    "d": {"Remove", "Trash", "Delete"},
    "I": {"Facts"},
    "r": {"Done", "Reopen", "Use", "Off"},  # its state, or how it may be used
    "f": {"Filter", "Full text", "Faults"},  # how much is shown
    "p": {"Speaker"},
    "R": {"Detect", "Ask", "Read again"},  # look once more
    "u": {"Undo"},
    "slash": {"Search"},
    "w": {"Preview"},
    "z": {"Density"},
    "Q": {"Trail"},
    "X": {"Select to here"},
    "l": {"Unfold", "By", "Next column"},  # to the right
    "h": {"Fold", "By the one before", "Column before"},  # to the left
}
"""What may stand behind a key in the lists; one thing with the name it has there. Elsewhere it is free."""


def _lists() -> list[type[DOMNode]]:
    """All screens that list something, and the lists in them; not what is typed into."""
    return [
        cls
        for cls in _nodes()
        if cls.__module__.startswith(("reader.ui.screens.", "reader.ui.widgets.lists."))
        and not issubclass(cls, (Input, FacetPanel))
    ]


def _in_lists() -> dict[str, set[str]]:
    made = Binding.make_bindings(binding for cls in _lists() for binding in declared(cls))
    pairs = sorted({(binding.key, binding.description) for binding in made})
    return {key: {label for _, label in group} for key, group in groupby(pairs, itemgetter(0))}


@pytest.mark.parametrize("key", MEANS)
def test_a_letter_means_one_thing_in_every_list(key: str) -> None:
    assert _in_lists()[key] <= {translated(label, SENSES.get(label, "")) for label in MEANS[key]}


@pytest.mark.parametrize(
    "screen", ["Library", "Quotes", "Sources", "Notes", "Codebook", "Feeds", "Balance", "Ledger"]
)
def test_every_list_is_looked_at_and_can_be_exported(screen: str) -> None:
    found = next(cls for cls in _lists() if cls.__name__ == f"{screen}Screen")
    assert "e" in {binding.key for binding in Binding.make_bindings(declared(found))}
