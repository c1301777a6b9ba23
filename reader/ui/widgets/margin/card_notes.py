"""A note on a card: its first lines, Markdown rendered."""

from collections.abc import Iterator

from reader.models import Note
from reader.ui.widgets.glyphs import Glyphs
from reader.ui.widgets.margin.cards import Card
from reader.ui.widgets.margin.note_markdown import has_markup, rendered
from reader.ui.widgets.margin.pieces import Lines, Piece, fit_in, folded
from reader.visible import visible

NOTE_BEGINNING = 1000
"""Characters of a note, or of what it stands at, that a card looks at."""


def note_lines(card: Card, width: int, glyphs: Glyphs, most: int) -> Lines:
    lines = list(note_body(card.notes[0], width, glyphs, most))
    if origin := card.notes[0].origin:
        lines.append([Piece(fit_in(f"  {origin}", width), "meta")])
    tags = " ".join(f"#{path}" for path in card.tags)
    return [*lines, [Piece(fit_in(tags, width), "card-tag")]] if tags else lines


def note_body(note: Note, width: int, glyphs: Glyphs, most: int) -> Iterator[list[Piece]]:
    """The first lines of a note, Markdown rendered; a highlight without words has its sign alone."""
    lines = _note_words(note, width - 2)
    for place, line in enumerate(lines[:most]):
        lead = Piece(f"{glyphs.note} " if place == 0 else "  ", "sign")
        goes_on = place == most - 1 and len(lines) > most
        yield [lead, *line, *([Piece(glyphs.cut, "sign")] if goes_on else [])]


def _note_words(note: Note, width: int) -> Lines:
    body = note.body.strip()[:NOTE_BEGINNING]
    if has_markup(body):
        return [[Piece(*run) for run in line] for line in rendered(body, width - 1)]
    ink = "sign" if body else "meta"
    return [[Piece(line, ink)] for line in folded(visible(body or note.exact[:NOTE_BEGINNING]), width - 1)]
