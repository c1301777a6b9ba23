"""RIS for EndNote, Citavi and Zotero: one `NEWS` entry per article, a note line per quote."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reader.formats import dates
from reader.formats.bylines import authors
from reader.formats.citation import attribution, in_marks
from reader.formats.dossier import Dossier, Options, article_uid, other_notes, source_of
from reader.formats.format import Format
from reader.visible import uncontrolled


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write tagged lines that end in CR LF."""
    for dossier in dossiers:
        lines = [
            # In RIS a value ends with its line: a break inside it would begin a line without a tag.
            f"{tag}  - {uncontrolled(' '.join(value.split()))}"
            for tag, value in _lines(dossier)
            if value
        ]
        entry = "\r\n".join(["TY  - NEWS", *lines, "ER  - ", "", ""])
        stream.write(entry.encode("utf-8", "replace"))


def _lines(dossier: Dossier) -> Iterator[tuple[str, str]]:
    article = dossier.article
    known = dates.parts(article.published)
    yield "ID", article_uid(article)
    yield "TI", article.title
    yield from (("AU", author.inverted) for author in authors(article.byline))
    yield "T2", article.outlet
    yield "PY", str(known[0]) if known else ""
    # "2015/10/21/": year, month, day and remark; the slashes stay where a part is not known.
    yield "DA", "/".join(f"{part:02d}" for part in known) + "/" * (4 - len(known)) if known else ""
    yield "SE", article.section
    yield "LA", article.language
    yield "UR", article.url
    yield from (("KW", tag) for tag in article.tags)
    for quote in dossier.quotes:
        attributed = attribution(article, quote, source_of(dossier, quote))
        yield "N1", f"{in_marks(article, quote)} ({attributed})"
    yield from (("N1", note.body) for note in other_notes(dossier))


FORMAT = Format("ris", ".ris", "RIS for EndNote, Citavi and Zotero", write)
