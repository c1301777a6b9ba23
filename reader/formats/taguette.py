"""Taguette's CSV exports: highlights (a row per tag) and codebook."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from reader.formats.addresses import called
from reader.formats.csv_rows import write_table
from reader.formats.dossier import Dossier, Options, noted_words, speaker_name
from reader.formats.format import Format
from reader.formats.labels import ENGLISH
from reader.formats.remarks import remarks_of
from reader.formats.wording import quote_words
from reader.i18n import _

_LONGEST_TAG = 200
"""Characters that Taguette takes."""


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
            # A highlight without a tag has a row with an empty one, as Taguette writes it.
            for tag in tags or [""]:
                yield Highlight(number, called(dossier.article), tag, content)


def _passages(dossier: Dossier) -> Iterator[tuple[str, list[str]]]:
    for quote in dossier.quotes:
        speaker = speaker_name(dossier, quote)
        tags = [f"quote/{quote.type}", *([f"speaker/{speaker}"] if speaker else []), *quote.tags]
        tags += [f"remark/{remark}"[:_LONGEST_TAG] for remark in remarks_of(dossier, quote, ENGLISH)]
        yield quote_words(dossier.article, quote), tags
    for note in dossier.notes:
        if words := noted_words(dossier, note):
            yield words, list(note.tags)


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write `id,document,tag,content`."""
    write_table(("id", "document", "tag", "content"), highlights(dossiers), stream, options)


def write_codebook(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write `tag,description,number of highlights,number of documents`."""
    numbers: dict[str, int] = defaultdict(int)
    documents: dict[str, set[str]] = defaultdict(set)
    for found in highlights(dossiers):
        if not found.tag:
            continue
        numbers[found.tag] += 1
        documents[found.tag].add(found.document)
    head = ("tag", "description", "number of highlights", "number of documents")  # not shown
    known = {tag.path: tag for tag in options.codes}
    rows = [
        (tag, known[tag].description if tag in known else "", numbers[tag], len(documents[tag]))
        for tag in sorted(numbers)
    ]
    # where no article goes out, all tags of the library do
    rows = rows or [
        (tag.path, tag.description, tag.quotes + tag.notes, tag.articles) for tag in known.values()
    ]
    write_table(head, rows, stream, options)


FORMAT = Format("taguette", ".csv", _("Highlights as Taguette writes them"), write, is_table=True)
CODEBOOK = Format(
    "taguette-codebook", ".csv", _("Codebook of the tags for Taguette"), write_codebook, is_table=True
)
