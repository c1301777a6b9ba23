"""The sign before a tag, in the colour of the tag, among the pieces of a card."""

from collections.abc import Iterable, Iterator, Mapping

from reader.ui.widgets.margin.pieces import Piece
from reader.visible import visible


def with_signs(pieces: Iterable[Piece], tags: Iterable[str], colours: Mapping[str, str]) -> Iterator[Piece]:
    """Pieces of a card, the "#" of each of its `tags` that has a colour in a piece of its own."""
    own = {visible(tag): colours[tag] for tag in tags if tag in colours}
    for piece in pieces:
        yield from _divided(piece, own) if own and "#" in piece.text else (piece,)


def _divided(piece: Piece, own: Mapping[str, str]) -> Iterator[Piece]:
    """The parts of a piece; the longest tag counts, since "bau" begins "bau/plan" too."""
    text, at, sign = piece.text, 0, piece.text.find("#")
    while sign >= 0:
        named = [tag for tag in own if text.startswith(tag, sign + 1)]
        if named:
            yield Piece(text[at:sign], piece.ink)
            yield Piece("#", f"sign:{own[max(named, key=len)]}")
            at = sign + 1
        sign = text.find("#", sign + 1)
    yield Piece(text[at:], piece.ink)
