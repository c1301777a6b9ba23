"""CSV that Readwise imports: https://docs.readwise.io/readwise/docs/importing-highlights/import-csv."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reader.formats.citation import bare_words
from reader.formats.csv_rows import write_row
from reader.formats.dossier import Dossier, Options, notes_of, other_notes, speaker_label
from reader.formats.format import Format
from reader.models import Note

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a row per quote and per noted passage; the location is the offset in code points."""
    write_row(COLUMNS, stream)
    for dossier in dossiers:
        for row in _rows(dossier):
            write_row(row, stream)


def _rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    article = dossier.article
    for quote in dossier.quotes:
        heading = f"{speaker_label(dossier, quote)} ({quote.type})"
        remark = "\n".join(
            [heading, *_hashtags(quote.tags), *(note.body for note in notes_of(dossier, quote))]
        )
        yield _cells(dossier, bare_words(article, quote), remark, quote.start, "")
    for note in other_notes(dossier):
        if note.span:
            text = article.text[note.span.start : note.span.end]
            yield _cells(dossier, text, _remark(note), note.span.start, note.created)


def _cells(dossier: Dossier, highlight: str, note: str, start: int, created: str) -> tuple[str, ...]:
    article = dossier.article
    date = (created or article.added).replace("T", " ")[:19]
    return highlight, article.title, article.byline or article.outlet, article.url, note, str(start), date


def _remark(note: Note) -> str:
    return "\n".join([*_hashtags(note.tags), note.body])


def _hashtags(tags: Iterable[str]) -> list[str]:
    """Readwise takes words that start with a full stop as tags."""
    dotted = " ".join("." + "-".join(tag.split()) for tag in tags)
    return [dotted] if dotted else []


FORMAT = Format("readwise", ".csv", "Highlights for Readwise's CSV import", write)
