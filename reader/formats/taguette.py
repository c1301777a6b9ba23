"""Taguette's CSV exports: highlights (a row per tag) and codebook."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from reader.formats.csv_rows import write_row
from reader.formats.dossier import Dossier, Options, speaker_name
from reader.formats.format import Format


class Highlight(NamedTuple):
    """A passage and one of its tags."""

    number: int
    document: str
    tag: str
    content: str


def highlights(dossiers: Iterable[Dossier]) -> Iterator[Highlight]:
    """Every quote under its type, its speaker and its tags; every noted passage under its tags."""
    number = 0
    for dossier in dossiers:
        for content, tags in _passages(dossier):
            number += 1
            for tag in tags:
                yield Highlight(number, _name(dossier), tag, content)


def _name(dossier: Dossier) -> str:
    return dossier.article.title or dossier.article.location or dossier.article.url


def _passages(dossier: Dossier) -> Iterator[tuple[str, list[str]]]:
    for quote in dossier.quotes:
        speaker = speaker_name(dossier, quote)
        tags = [f"quote/{quote.type}", *([f"speaker/{speaker}"] if speaker else []), *quote.tags]
        yield quote.words(dossier.article.text), tags
    for note in dossier.notes:
        if note.span and note.tags:
            yield dossier.article.text[note.span.start : note.span.end], list(note.tags)


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write `id,document,tag,content`."""
    _rows([("id", "document", "tag", "content")], stream)
    _rows(highlights(dossiers), stream)


def write_codebook(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write `tag,description,number of highlights,number of documents`."""
    numbers: dict[str, int] = defaultdict(int)
    documents: dict[str, set[str]] = defaultdict(set)
    for found in highlights(dossiers):
        numbers[found.tag] += 1
        documents[found.tag].add(found.document)
    _rows([("tag", "description", "number of highlights", "number of documents")], stream)
    _rows(((tag, "", numbers[tag], len(documents[tag])) for tag in sorted(numbers)), stream)


def _rows(rows: Iterable[tuple[object, ...]], stream: BinaryIO) -> None:
    for row in rows:
        write_row(row, stream)


FORMAT = Format("taguette", ".csv", "Highlights as Taguette writes them", write)
CODEBOOK = Format("taguette-codebook", ".csv", "Codebook of the tags for Taguette", write_codebook)
