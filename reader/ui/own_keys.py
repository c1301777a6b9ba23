"""Keys of one's own become bindings like any other, so that footer, help and palette tell of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.binding import Binding
from textual.dom import DOMNode

from reader.i18n import _
from reader.ui.keys import task

if TYPE_CHECKING:
    from reader.config import Config
    from reader.own_keys import OwnKey

HEADING = _("Keys of your own")
TOOLTIPS = {
    "tags": _("Put the tag, or take it off"),
    "chains": _("One after the other, taken back as one"),
}


def own_keys_of(config: "Config", takes: str) -> "list[OwnKey]":
    """The keys of one's own that a screen has: `takes` is "all", "tags" for those of tags alone, or ""."""
    every = (*config.tags, *config.chains) if takes else ()
    return [own for own in every if takes == "all" or own.is_of_tags]


def bind(node: DOMNode, own_keys: "Iterable[OwnKey]") -> None:
    """Give a screen keys of one's own, before those that it has; each is the action `own` with the key."""
    for binding in Binding.make_bindings(task(HEADING, *map(binding_of, own_keys))):
        heed(binding.key)
        keys = node._bindings.key_to_bindings
        # the lists of a class are shared by all its screens
        keys[binding.key] = [binding, *keys.get(binding.key, ())]


def binding_of(own: "OwnKey") -> Binding:
    """The binding of a key of one's own."""
    return Binding(
        own.key, f"own({own.key!r})", own.told, tooltip=TOOLTIPS[own.table], id=f"{own.table}.{own.key}"
    )


def heed(key: str) -> None:
    """Let alt and a letter or digit come as what it is, which a terminal sends as Escape and that character.

    Textual takes Escape and b or f for a step by words, Escape and a digit for a sign of Option on a Mac.
    """
    from textual import _ansi_sequences  # the driver's table, loaded with it

    character = key.removeprefix("alt+")
    if key != character and len(character) == 1:
        cast("dict[str, object]", _ansi_sequences.ANSI_SEQUENCES_KEYS).pop(f"\x1b{character}", None)
