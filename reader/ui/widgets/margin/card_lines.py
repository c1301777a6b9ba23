"""The lines of a card about a quote or a note: short, or open with everything about it."""

import re
from collections.abc import Iterator

from reader.i18n import _, percent
from reader.language_names import language_name
from reader.models import Anchor, Quote, Status, Verification
from reader.texts.manners import day, in_marks
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.margin.card_heads import head_line
from reader.ui.widgets.margin.card_notes import NOTE_BEGINNING, note_body, note_lines
from reader.ui.widgets.margin.cards import NOBODY, Card, second_line
from reader.ui.widgets.margin.note_markdown import plain_words
from reader.ui.widgets.margin.pieces import Lines, Piece, fit_in, folded
from reader.ui.widgets.quote_types import LOOKS, MEDIUM_LABEL
from reader.visible import visible

TERMS_INK = "disputed"
"""Ink of what must not simply be printed: it stands out like what is disputed."""
ONLY_A_NAME = _("not assigned yet: p or P")
"""What an open card says of a quote of somebody by name, with the keys that give it to a source."""
_WORD = re.compile(r"\w+")


def short(card: Card, width: int, glyphs: Glyphs = DRAWN, run: int = 1) -> Lines:
    """The card in one to three lines of at most `width` cells.

    The first of a `run` of one speaker's quotes says how many they are; the others, of run 0, leave out who.
    """
    if card.quote is None:
        return note_lines(card, width, glyphs, most=1)
    quote = card.quote
    lines = [head_line(card, width, glyphs, run)]
    if told := second_line(quote):
        lines.append([Piece(fit_in(told, width), "meta")])
    if card.terms:
        lines.append([Piece(fit_in(card.terms, width), TERMS_INK)])
    tail = _tail(card, glyphs)
    if tail:
        lines.append([Piece(fit_in(tail, width), "sign" if card.notes else "card-tag")])
    return lines


def opened(card: Card, width: int, glyphs: Glyphs = DRAWN, *, spread: bool = True) -> Lines:
    """Everything about the card; its signs stand at the right where it is `spread`, else behind the name."""
    if card.quote is None:
        return note_lines(card, width, glyphs, most=12)
    lines = _open_lines(card, card.quote, width, glyphs)
    return [head_line(card, width, glyphs, spread=spread, sure=False), *(line for line in lines if line)]


def _open_lines(card: Card, quote: Quote, width: int, glyphs: Glyphs) -> Iterator[list[Piece]]:
    yield from _speaker_lines(card, quote, width, glyphs)
    yield from _passage_lines(card, quote, width)
    yield _confidence(quote, width, glyphs)
    yield from _checked_lines(card, quote, width, glyphs)
    for one in card.translations:
        by = f" ({one.translator})" if one.translator else ""
        for line in folded(visible(f"{language_name(one.language)}: {one.text}{by}"), width)[:4]:
            yield [Piece(line, "meta")]
    for path in quote.tags:
        yield [Piece(fit_in(f"#{path}", width), "card-tag")]
    for note in card.notes:
        yield from note_body(note, width, glyphs, most=6)


def _speaker_lines(card: Card, quote: Quote, width: int, glyphs: Glyphs) -> Iterator[list[Piece]]:
    """On which terms, as what and how surely somebody speaks, as written, and to whom."""
    if card.terms:
        yield [Piece(fit_in(card.terms, width), TERMS_INK)]
    if card.meta:
        yield [Piece(fit_in(" · ".join(card.meta), width), "meta")]
    if not quote.source and card.speaker != NOBODY:
        yield [Piece(fit_in(ONLY_A_NAME, width), "meta")]
    yield _carried_line(quote, width)
    if words_in(card.speaker_as_written) - words_in(" ".join((card.speaker, *card.meta))):
        yield [Piece(fit_in(in_marks(card.speaker_as_written.rstrip(" ,;:"), card.language), width), "meta")]
    if card.addressee_as_written:
        yield [Piece(fit_in(f"{glyphs.to} {card.addressee_as_written}", width), "meta")]


def _passage_lines(card: Card, quote: Quote, width: int) -> Iterator[list[Piece]]:
    """How it was said and where, and what a newer text made of it."""
    page = _("p. {page}").format(page=card.page) if card.page else ""
    # nearly all are said: only what is not tells anything
    how = MEDIUM_LABEL.get(quote.medium, "") if quote.medium != "Speech" else ""
    looks = " · ".join(filter(None, (how, page)))
    if looks:
        yield [Piece(fit_in(looks, width), LOOKS[quote.type].ink)]
    if quote.period:
        yield [Piece(fit_in(str(quote.period), width), "meta")]
    if quote.anchor is Anchor.FUZZY:
        yield [Piece(fit_in(_("changed with the text: W"), width), "disputed")]
    if quote.earlier:
        yield [Piece(fit_in(_("earlier: {words}").format(words=quote.earlier), width), "disputed")]


def _carried_line(quote: Quote, width: int) -> list[Piece]:
    """How sure a speaker is who is only carried over, and that nobody has decided for it."""
    if not quote.is_carried:
        return []
    if quote.is_undecided:
        told = _("speaker carried over, undecided")
    else:
        told = _("speaker carried over, {share} sure").format(share=percent(quote.speaker_confidence))
    return [Piece(fit_in(told, width), "disputed")]


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
        told = f"{quote.status.label}{_maker(quote)}"
        return [Piece(fit_in(told, width), quote.status.value)]
    if quote.is_imported:
        return [Piece(fit_in(f"{quote.status.label}{_maker(quote)}", width), "meta")]
    cells = max(4, min(14, width - 16))
    full = round(quote.confidence * cells)
    return [
        Piece(glyphs.full * full, "open"),
        Piece(glyphs.empty * (cells - full), "rule"),
        Piece(" " + _("{share} sure").format(share=percent(quote.confidence)), "meta"),
    ]


def _maker(quote: Quote) -> str:
    """Who made a quote that no detector found."""
    if quote.is_transcribed:
        return " · " + _("from the transcript")
    if quote.is_imported:
        return f" · {quote.origin}"
    return " · " + _("by hand") if quote.origin == "person" else ""


def _checked_lines(card: Card, quote: Quote, width: int, glyphs: Glyphs) -> Iterator[list[Piece]]:
    ink = quote.verification.value
    if quote.verification is not Verification.UNVERIFIED:
        sign = glyphs.checked if ink == "checked" else glyphs.disputed
        yield [Piece(fit_in(f"{sign} {quote.verification.label}", width), ink)]
    for item in card.evidence[-2:]:
        by = ", ".join(part for part in (item.who, day(item.at[:10])) if part)
        for words in (item.told, item.remark, by):
            for line in folded(visible(words), width - 2)[:3]:
                yield [Piece(f"  {line}", "meta")]
    for place, words in enumerate(card.approval):
        label = "" if place else _("authorisation:") + " "
        for at, line in enumerate(folded(visible(label + words), width - 2)[:4]):
            yield [Piece(f"  {line}" if place or at else line, "meta")]
    if card.used:
        yield [Piece(fit_in(card.used, width), "meta")]


def words_in(text: str) -> set[str]:
    """The words of a text, whichever letters are large."""
    return set(_WORD.findall(text.casefold()))
