"""What a card says about a quote or a note: lines of inked words, short or open.

A card is a list of lines, a line a list of `Piece`s; who paints them need not know what a quote is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import chop_cells

from reader.cells import cells, cut, fit
from reader.languages.identify import name_of
from reader.models import Anchor, Evidence, Note, Quote, Status, Translation, Verification, words_of
from reader.texts.manners import day, in_marks
from reader.transcripts import clock
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.margin.note_markdown import has_markup, plain_words, rendered
from reader.ui.widgets.quote_types import LOOKS
from reader.visible import visible

MEDIUM_LABEL = {
    "Speech": "said",
    "Writing": "written",
    "Thought": "thought",
    "SW": "said or written",
    "ST": "said or thought",
    "TW": "thought or written",
}
NOBODY = "unknown"
TERMS_INK = "disputed"
"""Ink of what must not simply be printed: it stands out like what is disputed."""
ONLY_A_NAME = "not in the register: p or P"
"""What an open card says of a speaker who is no source of the register, with the keys that make one."""
CARRIED_OVER = " (carried over)"
"""What a card says behind the name of a speaker whom nothing beside the quote names."""
ROOM_FOR_WORDS = 20
"""Cells of a short card that hold the first words of its quote where nothing else is in them."""
NOTE_BEGINNING = 1000
"""Characters of a note, or of a quote, that a card looks at."""
_WORD = re.compile(r"\w+")


class Piece(NamedTuple):
    """Words with their ink in the palette."""

    text: str
    ink: str = "text"


@dataclass(frozen=True, slots=True)
class Card:
    """A quote, or a note on a stretch of text, with what hangs on it."""

    start: int
    """Where in the text it belongs."""
    quote: Quote | None = None
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    text: str = ""
    """The article's text, which roles point into."""
    meta: tuple[str, ...] = ()
    """More about the source: role, affiliation."""
    terms: str = ""
    """How the words may be used, "" where they are on record."""
    page: str = ""
    """On which page of its file the quote stands, "" where there is none."""
    approval: tuple[str, ...] = ()
    """Where its authorisation stands, a line each."""
    translations: tuple[Translation, ...] = ()
    used: str = ""
    """In which manuscript it was used, and when; "" where it was in none."""
    language: str = ""
    """The article's: its quotation marks stand around what is cited."""
    owner: int = field(init=False, default=0)
    """Id of the quote, or minus the id of the note where there is none."""
    height: int = field(init=False, default=1)
    """Lines that the short form wants."""

    def __post_init__(self) -> None:
        """Work out once what is asked for thousands of cards at a time."""
        quote = self.quote
        object.__setattr__(self, "owner", quote.id if quote else -self.notes[0].id)
        hanging = bool(self.tags or self.notes) if quote else bool(self.tags)
        told = quote is not None and any(tell(quote) for tell in _TOLD)
        object.__setattr__(self, "height", 1 + told + hanging + bool(self.terms))

    @property
    def speaker_as_written(self) -> str:
        """The speaker as written."""
        named = self.quote is not None and not self.quote.is_pointed_to
        return words_of(self.text, self.quote.speaker) if self.quote and named else ""

    @property
    def addressee_as_written(self) -> str:
        """The addressee as written."""
        return words_of(self.text, self.quote.addressee) if self.quote else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags of the quote, else of the note."""
        return self.quote.tags if self.quote else self.notes[0].tags

    @property
    def speaker(self) -> str:
        """The source, else the fullest name, else the speaker as written."""
        quote = self.quote
        return (quote.source or quote.resolved_speaker or self.speaker_as_written or NOBODY) if quote else ""


Lines = list[list[Piece]]


def short(card: Card, width: int, glyphs: Glyphs = DRAWN, run: int = 1) -> Lines:
    """The card in one to three lines of at most `width` cells.

    The first of a `run` of one speaker's quotes says how many they are; the others, of run 0, leave out who.
    """
    if card.quote is None:
        return _note_lines(card, width, glyphs, most=1)
    quote = card.quote
    lines = [_head_line(card, width, glyphs, run)]
    if told := "".join(tell(quote) for tell in _TOLD):
        lines.append([Piece(_fit(told.removeprefix(" · "), width), "meta")])
    if card.terms:
        lines.append([Piece(_fit(card.terms, width), TERMS_INK)])
    tail = _tail(card, glyphs)
    if tail:
        lines.append([Piece(_fit(tail, width), "sign" if card.notes else "card-tag")])
    return lines


def opened(card: Card, width: int, glyphs: Glyphs = DRAWN, *, spread: bool = True) -> Lines:
    """Everything about the card; its signs stand at the right where it is `spread`, else behind the name."""
    if card.quote is None:
        return _note_lines(card, width, glyphs, most=12)
    lines = _open_lines(card, card.quote, width, glyphs)
    return [_head_line(card, width, glyphs, spread=spread, sure=False), *(line for line in lines if line)]


def _open_lines(card: Card, quote: Quote, width: int, glyphs: Glyphs) -> Iterator[list[Piece]]:
    if card.terms:
        yield [Piece(_fit(card.terms, width), TERMS_INK)]
    if card.meta:
        yield [Piece(_fit(" · ".join(card.meta), width), "meta")]
    if not quote.source and card.speaker != NOBODY:
        yield [Piece(_fit(ONLY_A_NAME, width), "meta")]
    yield _carried_line(quote, width)
    if words_in(card.speaker_as_written) - words_in(" ".join((card.speaker, *card.meta))):
        yield [Piece(_fit(in_marks(card.speaker_as_written.rstrip(" ,;:"), card.language), width), "meta")]
    if card.addressee_as_written:
        yield [Piece(_fit(f"{glyphs.to} {card.addressee_as_written}", width), "meta")]
    page = f"p. {card.page}" if card.page else ""
    # nearly all are said: only what is not tells anything
    how = MEDIUM_LABEL.get(quote.medium, "") if quote.medium != "Speech" else ""
    looks = " · ".join(filter(None, (how, page)))
    if looks:
        yield [Piece(_fit(looks, width), LOOKS[quote.type].ink)]
    if quote.period:
        yield [Piece(_fit(str(quote.period), width), "meta")]
    if quote.anchor is Anchor.FUZZY:
        yield [Piece(_fit("changed with the text: W", width), "disputed")]
    if quote.earlier:
        yield [Piece(_fit(f"earlier: {quote.earlier}", width), "disputed")]
    yield _confidence(quote, width, glyphs)
    yield from _checked_lines(card, quote, width, glyphs)
    for one in card.translations:
        by = f" ({one.translator})" if one.translator else ""
        for line in _folded(visible(f"{name_of(one.language)}: {one.text}{by}"), width)[:4]:
            yield [Piece(line, "meta")]
    for path in quote.tags:
        yield [Piece(_fit(f"#{path}", width), "card-tag")]
    for note in card.notes:
        yield from _note_body(note, width, glyphs, most=6)


def _carried_line(quote: Quote, width: int) -> list[Piece]:
    """How sure a speaker is who is only carried over, and that nobody has decided for it."""
    if not quote.is_carried:
        return []
    state = "undecided" if quote.is_undecided else f"{quote.speaker_confidence:.0%} sure"
    return [Piece(_fit(f"speaker carried over, {state}", width), "disputed")]


def _head_line(
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
    name = _fit(_named(card, quote, run, room - cells(label)), room - cells(label)) if run else ""
    known = "card-name" if quote.source else "card-only-name"
    ink = known if card.speaker != NOBODY and not quote.is_carried else "removed"
    said = [Piece(name, ink), Piece(cut(label, max(0, room - cells(name))), f"edge:{kind.ink}")]
    spare = max(0, room - cells(name + label)) if spread else 0
    between = _beginning(card, quote, spare) if sure and spare >= ROOM_FOR_WORDS else " " * spare
    return [*said, Piece(between, "meta"), *(piece for sign in signs for piece in (Piece(" "), sign))]


def _beginning(card: Card, quote: Quote, width: int) -> str:
    """The first words of a quote, in a margin that has room for them."""
    return fit(f"  {visible(quote.words(card.text)[:NOTE_BEGINNING])}", width)


def _named(card: Card, quote: Quote, run: int, room: int) -> str:
    """The speaker, behind it how many quotes in a row are theirs, and that nothing beside them names them."""
    count = f" · {run}" if run > 1 else ""
    marked = quote.is_carried and card.speaker != NOBODY
    full = f"{card.speaker}{CARRIED_OVER}{count}"
    if marked and cells(full) <= room:  # where the card is too narrow for it, its second line says it
        return full
    return _fit(card.speaker, room - cells(count)) + count


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
        yield Piece(f"{quote.confidence:.0%}", "meta")
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


def _time(quote: Quote) -> str:
    return f" · {clock(quote.said_from)}" if quote.said_from is not None else ""


def _carried(quote: Quote) -> str:
    if quote.is_undecided:
        return " · speaker undecided"
    if quote.is_hearsay:
        return " · hearsay"
    return " · carried over" if quote.is_carried else ""


def _altered(quote: Quote) -> str:
    return " · words changed" if quote.anchor is Anchor.FUZZY else ""


_TOLD = (_time, _carried, _altered)
"""What a short card says in its second line, where there is something."""


def _tail(card: Card, glyphs: Glyphs) -> str:
    tags = " ".join(f"#{path}" for path in card.tags)
    if not card.notes:
        return tags
    begun = (note.body[:NOTE_BEGINNING].strip() for note in card.notes)
    first = next((plain_words(body.split("\n")[0]) for body in begun if body), "")
    return " ".join(part for part in (f"{glyphs.note} {first}", tags) if part)


def _confidence(quote: Quote, width: int, glyphs: Glyphs) -> list[Piece]:
    """A bar for a suggestion; who decided for what is decided."""
    if quote.status is not Status.SUGGESTED:
        word = {Status.ACCEPTED: "accepted", Status.REJECTED: "rejected"}[quote.status]
        return [Piece(_fit(f"{word}{_maker(quote)}", width), word)]
    if quote.is_imported:
        return [Piece(_fit(f"to decide{_maker(quote)}", width), "meta")]
    cells = max(4, min(14, width - 16))
    full = round(quote.confidence * cells)
    return [
        Piece(glyphs.full * full, "open"),
        Piece(glyphs.empty * (cells - full), "rule"),
        Piece(f" {quote.confidence:.0%} sure", "meta"),
    ]


def _maker(quote: Quote) -> str:
    """Who made a quote that no detector found."""
    if quote.is_imported:
        return f" · {quote.origin}"
    return " · by hand" if quote.origin == "person" else ""


def _checked_lines(card: Card, quote: Quote, width: int, glyphs: Glyphs) -> Iterator[list[Piece]]:
    ink = quote.verification.value
    if quote.verification is not Verification.UNVERIFIED:
        sign = glyphs.checked if ink == "checked" else glyphs.disputed
        yield [Piece(_fit(f"{sign} {ink}", width), ink)]
    for item in card.evidence[-2:]:
        kind = "" if item.kind == "link" else item.kind  # an address says so itself
        what = " ".join(part for part in (kind, item.reference) if part)
        by = ", ".join(part for part in (item.who, day(item.at[:10], card.language)) if part)
        for words in (what, item.remark, by):
            for line in _folded(visible(words), width - 2)[:3]:
                yield [Piece(f"  {line}", "meta")]
    for place, words in enumerate(card.approval):
        label = "" if place else "authorisation: "
        for at, line in enumerate(_folded(visible(label + words), width - 2)[:4]):
            yield [Piece(f"  {line}" if place or at else line, "meta")]
    if card.used:
        yield [Piece(_fit(card.used, width), "meta")]


def _note_lines(card: Card, width: int, glyphs: Glyphs, most: int) -> Lines:
    lines = list(_note_body(card.notes[0], width, glyphs, most))
    if origin := card.notes[0].origin:
        lines.append([Piece(_fit(f"  {origin}", width), "meta")])
    tags = " ".join(f"#{path}" for path in card.tags)
    return [*lines, [Piece(_fit(tags, width), "card-tag")]] if tags else lines


def _note_body(note: Note, width: int, glyphs: Glyphs, most: int) -> Iterator[list[Piece]]:
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
    return [[Piece(line, ink)] for line in _folded(visible(body or note.exact[:NOTE_BEGINNING]), width - 1)]


def words_in(text: str) -> set[str]:
    """The words of a text, whichever letters are large."""
    return set(_WORD.findall(text.casefold()))


def _folded(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at spaces."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            for piece in chop_cells(word, max(1, width)):
                if line and cells(line) + 1 + cells(piece) > width:
                    lines.append(line)
                    line = piece
                else:
                    line = f"{line} {piece}" if line else piece
        if line:
            lines.append(line)
    return lines


def _fit(text: str, width: int) -> str:
    """`text` on one line of at most `width` cells, an ellipsis where it is cut."""
    indent = "  " if text.startswith("  ") else ""
    whole = visible(indent + " ".join(text.split()))
    shown = cut(whole, width)
    return shown if shown == whole else shown[:-1].rstrip() + "…"[: max(0, width)]
