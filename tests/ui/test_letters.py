"""A letter means one thing in every list."""

from itertools import groupby
from operator import itemgetter

import pytest
from textual.binding import Binding

from reader.ui.keymap import _nodes
from reader.ui.keys import declared
from reader.ui.screens.headed import HeadedScreen
from reader.ui.screens.list_screen import ListScreen
from reader.ui.screens.two_panes import TwoPanes
from reader.ui.widgets.lists.virtual import VirtualList

MEANS = {
    "v": {"Select"},
    "V": {"Select moving"},
    "x": {"Reject", "Dismiss", "Keep yours"},
    "A": {"Accept", "It is right", "Take over"},
    "a": {"Add", "Subscribe"},
    "enter": {"Open", "Articles", "Quotes"},
    "o": {"Order"},
    "O": {"Reverse"},
    "t": {"Tag"},
    "c": {"Check"},
    "e": {"Export"},
    "d": {"Remove", "Trash", "Delete", "Dismiss"},
    "I": {"Facts"},
    "r": {"Done", "Reopen", "Use", "Off"},
    "f": {"Filter", "Full text", "Faults"},
    "p": {"Speaker"},
    "R": {"Detect", "Ask", "Read again"},
    "u": {"Undo"},
    "slash": {"Search"},
    "w": {"Preview"},
    "z": {"Density"},
    "Q": {"Trail"},
    "X": {"Select to here"},
    "l": {"Unfold", "By"},
    "h": {"Fold", "By the one before"},
}
"""What may stand behind a key in the lists; one thing with the name it has there."""


def _in_lists() -> dict[str, set[str]]:
    lists = [cls for cls in _nodes() if issubclass(cls, (ListScreen, HeadedScreen, TwoPanes, VirtualList))]
    made = Binding.make_bindings(binding for cls in lists for binding in declared(cls))
    pairs = sorted({(binding.key, binding.description) for binding in made})
    return {key: {label for _, label in group} for key, group in groupby(pairs, itemgetter(0))}


@pytest.mark.parametrize("key", MEANS)
def test_a_letter_means_one_thing_in_every_list(key: str) -> None:
    assert _in_lists()[key] <= MEANS[key]
