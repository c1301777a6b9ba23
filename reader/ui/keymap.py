"""What is wrong with the keys in a person's configuration, and what Textual would take away beside them.

To know every key, everything of reader.ui is imported: ask when the first screen is painted, in a worker.
"""

import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from itertools import combinations, product
from typing import TYPE_CHECKING
from unicodedata import lookup

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys as TextualKeys
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

import reader.ui
from reader.i18n import _, listed, ngettext
from reader.ui.keys import declared, key_name
from reader.ui.own_keys import binding_of
from reader.ui.session import ReaderScreen

if TYPE_CHECKING:
    from reader.own_keys import OwnKey

Keymap = Mapping[str, str]
"""Keys, divided by commas, by the id of their binding."""
Keys = dict[str, frozenset[str]]
"""The keys of each id."""
Pairs = set[tuple[str, str]]
"""Ids whose keys are alive at the same time."""


def problems(keymap: Keymap, own_keys: "Sequence[OwnKey]" = ()) -> list[str]:
    """What a person should know of the keys they have set: a sentence for each thing that will not work."""
    nodes = _nodes()
    every = _keys_of(binding for node in nodes for binding in declared(node))
    now = every | {number: _written(keys) for number, keys in keymap.items() if number in every}
    own = (sentence for one in own_keys for sentence in _of_own(one, now, nodes))
    return [*_unknown(keymap, every), *_doubly_given(keymap, every, _together(nodes)), *own]


def completed(keymap: Keymap) -> dict[str, str]:
    """The keymap, and with it the keys as they are of actions that share one with an action in it.

    Where Enter accepts a quote or marks a selection, whatever makes sense, Textual would take it from both
    when one gets another key.
    """
    kept: dict[str, str] = {}
    for node in _nodes():
        keys = _keys_of(declared(node))
        moved = [keys[number] for number in keymap if number in keys]
        kept |= {number: ",".join(own) for number, own in keys.items() if any(own & lost for lost in moved)}
    return kept | dict(keymap)


def _nodes() -> list[type[DOMNode]]:
    """Every app, screen and widget of reader."""
    for module in pkgutil.walk_packages(reader.ui.__path__, "reader.ui."):
        import_module(module.name)
    return [cls for cls in _below(DOMNode) if cls.__module__.startswith("reader.ui.")]


def _below(cls: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for derived in cls.__subclasses__():
        yield derived
        yield from _below(derived)


def _keys_of(bindings: Iterable[Binding]) -> Keys:
    """Keys by id, as Textual names them."""
    found: Keys = {}
    for binding in Binding.make_bindings(bindings):
        if binding.id:
            found[binding.id] = found.get(binding.id, frozenset()) | {binding.key}
    return found


def _together(nodes: Iterable[type[DOMNode]]) -> Pairs:
    """Pairs of ids that one screen has at the same time: of one class, or of app, screen and widget."""
    pairs: Pairs = set()
    app = _ids(*(cls for cls in nodes if issubclass(cls, App)))
    for screen in (cls for cls in nodes if issubclass(cls, Screen)):
        own = _ids(screen)
        pairs.update(combinations(sorted(own), 2))
        around = own if issubclass(screen, ModalScreen) else own | app
        pairs.update(product(own, around - own))
        for widget in _shown_by(screen):
            pairs.update(combinations(sorted(_ids(widget)), 2))
            pairs.update(product(_ids(widget), around - _ids(widget)))
    return {(min(pair), max(pair)) for pair in pairs}


def _ids(*classes: type[DOMNode]) -> set[str]:
    return {binding.id for cls in classes for binding in declared(cls) if binding.id}


def _shown_by(screen: type[DOMNode]) -> set[type[Widget]]:
    """The widgets on a screen: those that its modules import, and the modules of these."""
    found: set[type[Widget]] = set()
    waiting: list[type] = [cls for cls in screen.__mro__ if cls.__module__.startswith("reader.ui.")]
    while waiting:
        names = vars(sys.modules[waiting.pop().__module__]).values()
        new = {one for one in names if _is_widget(one)} - found
        found |= new
        waiting += new
    return {cls for cls in found if not any(cls is not other and issubclass(other, cls) for other in found)}


def _is_widget(value: object) -> bool:
    if not isinstance(value, type) or not issubclass(value, Widget) or issubclass(value, Screen):
        return False
    return value.__module__.startswith("reader.ui.")


def _unknown(keymap: Keymap, every: Keys) -> Iterator[str]:
    for number in keymap:
        if number not in every:
            near = get_close_matches(number, every, n=1)
            told = _("[keymap] in the configuration names {name}, which no key is called.")
            if near:
                told = _(
                    "[keymap] in the configuration names {name}, which no key is called "
                    "(did you mean {near}?)."
                )
            yield told.format(name=number, near="".join(near))


def _doubly_given(keymap: Keymap, every: Keys, together: Pairs) -> Iterator[str]:
    """A key that two actions have now; those that share one from the beginning are never there together."""
    given = {number: _written(keys) for number, keys in keymap.items()}
    now = every | {number: keys for number, keys in given.items() if number in every}
    for one, other in sorted(together):
        if one in given or other in given:
            for key in sorted(now[one] & now[other]) if not every[one] & every[other] else ():
                yield _("[keymap] in the configuration gives {key} to both {one} and {other}.").format(
                    key=key_name(key), one=one, other=other
                )


def _of_own(own: "OwnKey", now: Keys, nodes: Sequence[type[DOMNode]]) -> Iterator[str]:
    """A key of one's own that no keyboard has, or that does something already where it would be."""
    (binding,) = Binding.make_bindings([binding_of(own)])
    where = _("[{table}] in the configuration").format(table=own.table)
    if not _is_key(binding.key):
        yield _("{where} names {key}, which is no key: write one such as alt+r, ctrl+b or f10.").format(
            where=where, key=own.key
        )
        return
    app = [cls for cls in nodes if issubclass(cls, App)]
    screens = [cls for cls in nodes if issubclass(cls, ReaderScreen) and _has(cls, own)]
    ids = {number for cls in screens for number in _ids(*app, cls, *_shown_by(cls))}
    if taken := sorted(number for number in ids if binding.key in now.get(number, ())):
        told = ngettext(
            "{where} gives {key} to “{told}”, and {names} has it too.",
            "{where} gives {key} to “{told}”, and {names} have it too.",
            len(taken),
        )
        yield told.format(where=where, key=key_name(binding.key), told=own.told, names=listed(taken))


def _has(screen: type[ReaderScreen], own: "OwnKey") -> bool:
    return screen.OWN_KEYS == "all" or (screen.OWN_KEYS == "tags" and own.is_of_tags)


def _is_key(key: str) -> bool:
    """Whether a terminal may send a key: a sign, one with a name, each also with ctrl, alt or shift."""
    name = key.rpartition("+")[2]
    if len(name) == 1 or name in {one.value for one in TextualKeys}:
        return True
    try:
        return bool(lookup(name.replace("_", " ").upper()))
    except KeyError:
        return False


def _written(keys: str) -> frozenset[str]:
    return frozenset(key.strip() for key in keys.split(","))
