"""The keys of the program: every `Binding` is declared once, under the task it serves.

A screen writes `BINDINGS = [*task("Move", Binding(…, id="library.down")), …]`. Footer, help and command
palette are derived from these bindings; a keymap in the configuration replaces the keys of an id.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, Protocol, runtime_checkable

from textual.binding import ActiveBinding, Binding, BindingType
from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import Screen

from reader.i18n import _

_NAMES = {
    "enter": "⏎",
    "escape": _("Esc"),
    "space": _("Space"),
    "tab": _("Tab"),
    "shift+tab": "⇧Tab",
    "backspace": "⌫",
    "delete": _("Del"),
    "home": _("Home"),
    "end": _("End"),
    "pageup": _("PgUp"),
    "pagedown": _("PgDn"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "ctrl+@": "^Space",
}


_WRITTEN = {
    "⏎": _("Enter"),
    "⇧Tab": _("Shift+Tab"),
    "⌫": _("Backspace"),
    "↑": _("Up"),
    "↓": _("Down"),
    "←": _("Left"),
    "→": _("Right"),
}
"""Names of keys in letters."""

COMMON = (_("Move in the text"), _("Select"), _("Move"), _("Go to"), _("Program"))
"""Tasks that every screen has."""


class Key(NamedTuple):
    """One action of a screen with all the keys that do it."""

    binding: Binding
    keys: tuple[str, ...]
    """As a person reads them: "j", "↓", "^s"."""
    node: DOMNode
    enabled: bool
    heading: str


def task(heading: str, *bindings: Binding) -> list[BindingType]:
    """The `bindings`, which the help shows under `heading`."""
    for binding in bindings:
        if binding.id is None:
            raise ValueError(f"the binding of {binding.key!r} needs an id")
    group = Binding.Group(heading)
    # `replace`, which asks for every field by its name, takes twice as long
    return [Binding(**{**vars(binding), "group": group}) for binding in bindings]


def heading_of(binding: Binding) -> str:
    """The task a binding was declared under."""
    return binding.group.description if binding.group else _("Other")


def declared(cls: type) -> list[Binding]:
    """The bindings of a class, those it has from its bases first, in the order they are written."""
    found: list[Binding] = []
    for base in reversed(cls.__mro__):
        if not getattr(base, "_inherit_bindings", True):
            found.clear()
        found += [one for one in base.__dict__.get("BINDINGS", ()) if isinstance(one, Binding)]
    return found


@cache
def _places(cls: type) -> dict[str, int]:
    """The place of each id among the bindings of a class."""
    return {binding.id: place for place, binding in enumerate(declared(cls)) if binding.id}


def _order(key: "Key") -> tuple[int, int]:
    """What the app declares first, then the screen, then the widget; each in the order it is written."""
    return len(key.node.ancestors), _place(key)


def as_declared(keys: Iterable[Key]) -> list[Key]:
    """Keys of each widget and screen as they are written there, also those that a person has moved."""
    listed = list(keys)
    nodes = list(dict.fromkeys(key.node for key in listed))
    return sorted(listed, key=lambda key: (nodes.index(key.node), _place(key)))


def _place(key: "Key") -> int:
    """Where the class of its widget or screen has it."""
    return _places(type(key.node)).get(key.binding.id or "", 0)


def _plainness(name: str) -> tuple[bool, bool, bool]:
    """Letters before signs and arrows, single keys before named ones."""
    return (len(name) > 1, not name.isascii(), not name.isalnum())


def by_task(keys: Iterable[Key]) -> dict[str, list[Key]]:
    """Keys under their tasks: what a screen is for comes first, what every screen has comes last."""
    groups: dict[str, list[Key]] = {}
    for key in keys:
        groups.setdefault(key.heading, []).append(key)
    for group in groups.values():
        group.sort(key=_order)
    names = sorted(groups, key=lambda name: COMMON.index(name) if name in COMMON else -1)
    return {name: groups[name] for name in names}


def key_name(key: str) -> str:
    """A Textual key name as a person reads it: `question_mark` is "?", `ctrl+s` is "^s"."""
    if key in _NAMES:
        return _NAMES[key]
    if key.startswith("ctrl+"):
        return "^" + key_name(key.removeprefix("ctrl+"))
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return format_key(key)


def in_letters(keys: Iterable[Key]) -> list[Key]:
    """The same keys, their names without signs that some terminals lack."""
    return [key._replace(keys=tuple(_in_letters(name) for name in key.keys)) for key in keys]


def _in_letters(name: str) -> str:
    lead = "^" if len(name) > 1 and name.startswith("^") else ""
    return lead + _WRITTEN.get(name[len(lead) :], name[len(lead) :])


def keys_of(active: Mapping[str, ActiveBinding]) -> list[Key]:
    """The active bindings that have an id, one entry per id: widget, screen, app."""
    found: dict[str, list[ActiveBinding]] = {}
    for entry in active.values():
        if entry.binding.id:
            found.setdefault(entry.binding.id, []).append(entry)
    return [_joined(binding_id, entries) for binding_id, entries in found.items()]


@runtime_checkable
class HasKeysBehind(Protocol):
    """A screen on which a key opens a menu of more keys."""

    def keys_behind(self) -> list[Key]:
        """Those that are there now, with the key before them."""


def keys_on(screen: Screen[object]) -> list[Key]:
    """All keys of a screen: those of one stroke, and those of two."""
    behind = screen.keys_behind() if isinstance(screen, HasKeysBehind) else []
    return [*keys_of(screen.active_bindings), *behind]


def every_key(screen: Screen[object]) -> list[Key]:
    """All keys of a screen, also those that make no sense at this moment: they are not enabled."""
    there = keys_on(screen)
    known = {key.binding.id for key in there}
    resting: dict[str, list[ActiveBinding]] = {}
    for node, bindings in screen._modal_binding_chain:
        for _key, binding in bindings:
            if not binding.id or binding.id in known:
                continue
            # what another binding of the same key stands before is never there
            if screen.app._check_action_state(binding.action, node) is False:
                entry = ActiveBinding(node, binding, enabled=False, tooltip=binding.tooltip)
                resting.setdefault(binding.id, []).append(entry)
    return [*there, *(_joined(binding_id, entries) for binding_id, entries in resting.items())]


def _joined(binding_id: str, entries: list[ActiveBinding]) -> Key:
    first = entries[0]
    names = sorted(
        dict.fromkeys(key_name(entry.binding.key) for entry in entries),  # as declared where equally plain
        key=_plainness,
    )
    return Key(first.binding, tuple(names), first.node, first.enabled, heading_of(first.binding))
