"""Which source of the register a word of a call means; a name alone never makes two voices one."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from reader import amounts
from reader.cli.output import agrees
from reader.errors import NotFoundError, UsageError
from reader.i18n import _
from reader.models import Source

if TYPE_CHECKING:
    from reader.store import Store


def find(store: "Store", word: str) -> Source:
    """The source with this number, name or alias."""
    if word.isdecimal():
        return store.sources.get(int(word))
    found = store.sources.named(word)
    if len(found) > 1:
        several = ", ".join(f"{one.id} ({about(one)})" for one in found)
        raise UsageError(
            _("{count} sources are called “{name}”: {several}. Say which by its number.").format(
                count=len(found), name=word, several=several
            )
        )
    if not found:
        raise NotFoundError(_("There is no source “{name}” in the register.").format(name=word))
    return found[0]


def about(source: Source) -> str:
    """Who a source is, in a few words."""
    known = [part for part in (source.role, source.affiliation, source.kind.label) if part]
    return ", ".join([*known, amounts.quotes(source.quotes)])


def chosen(store: "Store", word: str, quote_ids: Sequence[int], *, new: bool = False) -> Source:
    """The source with this number, name or alias; one with id 0 that is to be entered where the name is new.

    Where the quotes may be by somebody else of that name, a person is asked. With `new` it is somebody else.
    """
    if word.isdecimal():
        return store.sources.get(int(word))
    another = Source(word, uid=str(uuid4()))
    if new:
        return another
    try:
        found = find(store, word)
    except NotFoundError:
        return another
    why = store.sources.doubt(found, quote_ids)
    return found if not why or _is_same(found, why) else another


def _is_same(source: Source, why: str) -> bool:
    """Ask whether it is the same voice; without a terminal to ask on, refuse."""
    known = _("“{name}” is source {id} ({about})").format(name=source.name, id=source.id, about=about(source))
    if not sys.stdin.isatty():
        raise UsageError(
            _(
                "{known}, and this may be somebody else: {why}. If it is the same voice, say "
                "{id}; else enter another one with `reader sources add` and say its number."
            ).format(known=known, why=why, id=source.id)
        )
    return agrees(
        _("{known}, and this may be somebody else: {why}. The same voice?").format(known=known, why=why)
    )
