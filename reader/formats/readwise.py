"""CSV that Readwise imports: https://docs.readwise.io/readwise/docs/importing-highlights/import-csv."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reader.formats.addresses import address_of, called
from reader.formats.csv_rows import write_table
from reader.formats.dossier import (
    Dossier,
    Options,
    noted_words,
    notes_of,
    other_notes,
    passage_of,
    speaker_label,
)
from reader.formats.format import Format
from reader.formats.pages import place_written
from reader.formats.remarks import remarks_of
from reader.formats.tag_names import without_blanks
from reader.formats.wording import bare_words
from reader.i18n import _
from reader.models import Article, Note

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a row per quote and per noted passage; the location is the offset in code points."""
    write_table(COLUMNS, (row for dossier in dossiers for row in _rows(dossier)), stream, options)


def _rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    article = dossier.article
    for quote in dossier.quotes:
        heading = f"{speaker_label(dossier, quote)} ({quote.type})".strip()
        bodies = [note.body for note in notes_of(dossier, quote)]
        page = place_written(article, quote)
        told = [page] if page else []
        remark = "\n".join([*_hashtags(quote.tags), heading, *told, *remarks_of(dossier, quote), *bodies])
        start = "" if quote.is_lost else str(quote.start)
        yield _cells(article, bare_words(article, quote), remark, start, "")
    for note in other_notes(dossier):
        if words := noted_words(dossier, note):
            place = passage_of(note)
            yield _cells(article, words, _remark(note), str(place.start) if place else "", note.created)


def _cells(article: Article, highlight: str, note: str, start: str, created: str) -> tuple[str, ...]:
    date = (created or article.added).replace("T", " ")[:19]
    who = article.byline or article.outlet
    return highlight, called(article), who, address_of(article), note, start, date


def _remark(note: Note) -> str:
    return "\n".join([*_hashtags(note.tags), note.body])


def _hashtags(tags: Iterable[str]) -> list[str]:
    """Readwise takes words that start with a full stop as tags, where the note begins with them."""
    dotted = " ".join("." + without_blanks(tag) for tag in tags)
    return [dotted] if dotted else []


FORMAT = Format("readwise", ".csv", _("Highlights for Readwise's CSV import"), write, is_table=True)
