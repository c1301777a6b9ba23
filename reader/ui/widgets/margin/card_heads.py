"""The first line of a card: who speaks in which kind of quote, and the signs of what hangs on it."""

from collections.abc import Iterator

from reader.cells import cells, cut, fit
from reader.i18n import _, percent
from reader.models import Quote, Status, Verification
from reader.ui.widgets.glyphs import Glyphs
from reader.ui.widgets.margin.cards import NOBODY, Card
from reader.ui.widgets.margin.pieces import Piece, fit_in
from reader.ui.widgets.quote_types import LOOKS
from reader.visible import visible

CARRIED_OVER = " " + _("(carried over)")
"""What a card says behind the name of a speaker whom nothing beside the quote names."""
ROOM_FOR_WORDS = 20
"""Cells of a short card that hold the first words of its quote where nothing else is in them."""
_BEGINNING = 1000
"""Characters of a quote that are looked at for its first words."""


def head_line(
    card: Card, width: int, glyphs: Glyphs, run: int = 1, *, spread: bool = True, sure: bool = True
) -> list[Piece]:
    """Speaker and type at the left; how sure it is and what was decided at the right, or behind."""
    quote = card.quote
    if quote is None:
        return []
    kind = LOOKS[quote.type]
    signs = list(_signs(card, quote, glyphs, sure=sure))
    room = width - sum(cells(piece.text) + 1 for piece in signs)
    label = kind.label if run == 0 else f" · {kind.label}"
    name = fit_in(_named(card, quote, run, room - cells(label)), room - cells(label)) if run else ""
    known = "card-name" if quote.source else "card-only-name"
    ink = known if card.speaker != NOBODY and not quote.is_carried else "removed"
    said = [Piece(name, ink), Piece(cut(label, max(0, room - cells(name))), f"edge:{kind.ink}")]
    spare = max(0, room - cells(name + label)) if spread else 0
    between = _beginning(card, quote, spare) if sure and spare >= ROOM_FOR_WORDS else " " * spare
    return [*said, Piece(between, "meta"), *(piece for sign in signs for piece in (Piece(" "), sign))]


def _beginning(card: Card, quote: Quote, width: int) -> str:
    """The first words of a quote, in a margin that has room for them."""
    return fit(f"  {visible(quote.words(card.text)[:_BEGINNING])}", width)


def _named(card: Card, quote: Quote, run: int, room: int) -> str:
    """The speaker, behind it how many quotes in a row are theirs, and that nothing beside them names them."""
    count = f" · {run}" if run > 1 else ""
    marked = quote.is_carried and card.speaker != NOBODY
    full = f"{card.speaker}{CARRIED_OVER}{count}"
    if marked and cells(full) <= room:  # where the card is too narrow for it, its second line says it
        return full
    return fit_in(card.speaker, room - cells(count)) + count


def _signs(card: Card, quote: Quote, glyphs: Glyphs, *, sure: bool) -> Iterator[Piece]:
    if quote.source:
        yield Piece(glyphs.source, "card-source")
    if card.tags:
        yield Piece("#", "card-tag")
    if card.notes:
        yield Piece(glyphs.note, "sign")
    if quote.verification is Verification.DISPUTED:
        yield Piece(glyphs.disputed, "disputed")
    if sure and quote.status is Status.SUGGESTED and not quote.is_imported:
        yield Piece(percent(quote.confidence), "meta")
    yield from _state(quote, glyphs)


def _state(quote: Quote, glyphs: Glyphs) -> Iterator[Piece]:
    """What was decided; what is checked and accepted has the sign for checked alone."""
    checked = quote.verification is Verification.CHECKED
    if checked:
        yield Piece(glyphs.checked, "checked")
    if quote.status is Status.REJECTED:
        yield Piece(glyphs.rejected, "rejected")
    elif quote.status is Status.SUGGESTED:
        yield Piece(glyphs.suggested, "open")
    elif not checked:
        yield Piece(glyphs.accepted, "accepted")
