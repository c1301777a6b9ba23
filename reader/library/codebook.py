"""What a person does with the codebook: what tags mean, their colours, their places in the tree.

Everything here is one step to undo.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.errors import NotFoundError, UsageError
from reader.i18n import _, pgettext
from reader.models import Tag
from reader.store import Store
from reader.store.codebook import in_order
from reader.store.tags import clean

COLOURS = {
    "red": "#c83737",
    "orange": "#d9822b",
    "yellow": "#c9a227",
    "green": "#4c9a4c",
    "teal": "#2a9d8f",
    "blue": "#3f7fbf",
    "purple": "#8e5bb5",
    "pink": "#cc5a90",
    "brown": "#8c6239",
    "grey": "#808080",
}
"""Colours that have a name: each can be told from the others, and read on dark and on light ground."""
_LABELS = {
    "red": pgettext("colour", "red"),
    "orange": pgettext("colour", "orange"),
    "yellow": pgettext("colour", "yellow"),
    "green": pgettext("colour", "green"),
    "teal": pgettext("colour", "teal"),
    "blue": pgettext("colour", "blue"),
    "purple": pgettext("colour", "purple"),
    "pink": pgettext("colour", "pink"),
    "brown": pgettext("colour", "brown"),
    "grey": pgettext("colour", "grey"),
}
COLOUR_LABELS = {_LABELS[name]: colour for name, colour in COLOURS.items()}
"""The same by what the person calls them."""
_WRITTEN = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


@dataclass(frozen=True, slots=True)
class Code:
    """What a person says of a tag."""

    path: str
    colour: str = ""
    description: str = ""


def colour_of(written: str) -> str:
    """A colour as it is stored: "#rrggbb", or "" for none; raises UsageError for what is no colour.

    A name is taken in English and in the language of the person.
    """
    word = written.strip().lower()
    if word in ("", "none", pgettext("colour", "none")):
        return ""
    if named := COLOURS.get(word) or COLOUR_LABELS.get(word):
        return named
    if not _WRITTEN.fullmatch(word):
        known = ", ".join(COLOUR_LABELS)
        raise UsageError(
            _("“{written}” is no colour: write one such as #c03020, {known}, or none.").format(
                written=written, known=known
            )
        )
    return word if len(word) == len("#rrggbb") else "#" + "".join(sign * 2 for sign in word[1:])


def make(store: Store, code: Code) -> None:
    """Enter a tag that is not there yet; raises UsageError where it is."""
    colour = colour_of(code.colour)
    if any(tag.path == clean(code.path) for tag in store.tags.all()):
        raise UsageError(_("There is a tag “{path}” already.").format(path=code.path))
    store.tags.make(code.path, colour, code.description)


def edit(store: Store, path: str, code: Code) -> None:
    """Give a tag another name, colour or description; all below it goes with it.

    Where the name is taken the two become one; nothing is changed where one of the three cannot be.
    """
    colour, wanted = colour_of(code.colour), clean(code.path)
    with store.step(_("Change tag {tag}").format(tag=path)):
        if wanted != path:
            store.tags.rename(path, wanted)
        store.tags.colour(wanted, colour)
        store.tags.describe(wanted, code.description)


def move_under(store: Store, paths: Iterable[str], parent: str) -> list[str]:
    """Move tags with all below them under another one, or to the top with ""; returns where they are now."""
    parent, moved = clean(parent) if parent else "", []
    label = _("Move tags under {tag}").format(tag=parent) if parent else _("Move tags to the top")
    with store.step(label):
        for path in _highest(paths):
            if parent == path or parent.startswith(f"{path}/"):
                raise UsageError(_("“{path}” cannot go under itself.").format(path=path))
            name = path.rpartition("/")[2]
            moved.append(f"{parent}/{name}" if parent else name)
            if moved[-1] != path:
                store.tags.rename(path, moved[-1])
    return moved


def merge(store: Store, paths: Iterable[str], into: str) -> None:
    """Let one tag take the place of others, with all below them."""
    into = clean(into)
    others = [path for path in _highest(paths) if path != into]
    for path in others:
        if into.startswith(f"{path}/"):
            raise UsageError(_("“{path}” holds “{into}”: move that out first.").format(path=path, into=into))
    with store.step(_("Merge tags into {tag}").format(tag=into)):
        for path in others:
            store.tags.rename(path, into)


def remove(store: Store, paths: Iterable[str]) -> None:
    """Remove tags and all below them from everything."""
    with store.step(_("Remove tags")):
        for path in _highest(paths):
            store.tags.remove(path)


def shift(store: Store, path: str, by: int) -> bool:
    """Move a tag up (-1) or down (1) among those beside it; whether it could go there."""
    beside = siblings(in_order(store.tags.all()), path)
    if path not in beside:
        raise NotFoundError(_("There is no tag “{path}”.").format(path=path))
    place = beside.index(path)
    if not 0 <= place + by < len(beside):
        return False
    beside.insert(place + by, beside.pop(place))
    label = _("Move tag {tag} up") if by < 0 else _("Move tag {tag} down")
    with store.step(label.format(tag=path)):
        store.tags.arrange(beside)
    return True


def put_beside(store: Store, path: str, other: str, *, after: bool) -> None:
    """Let a tag stand right before or after one that it stands beside; raises UsageError for others."""
    beside = siblings(in_order(store.tags.all()), path)
    if path == other or path not in beside or other not in beside:
        raise UsageError(
            _("“{path}” and “{other}” do not stand beside each other: move one with --under.").format(
                path=path, other=other
            )
        )
    beside.remove(path)
    beside.insert(beside.index(other) + after, path)
    with store.step(_("Order tag {tag}").format(tag=path)):
        store.tags.arrange(beside)


def siblings(tree: Sequence[Tag], path: str) -> list[str]:
    """The tags under the same level as `path`, it among them, in their order."""
    above = path.rpartition("/")[0]
    return [tag.path for tag in tree if tag.path.rpartition("/")[0] == above]


def _highest(paths: Iterable[str]) -> list[str]:
    """Tags without those that lie below another one of them: they go with it."""
    every = list(dict.fromkeys(paths))
    return [path for path in every if not any(path.startswith(f"{one}/") for one in every)]
