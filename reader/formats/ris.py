"""RIS for EndNote, Citavi and Zotero: one `NEWS` entry per article, a note line per quote."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reader.formats import dates
from reader.formats.addresses import address_of, called
from reader.formats.bylines import agencies_beside, authors
from reader.formats.citation import quoted_with_place
from reader.formats.dossier import Dossier, Options, article_uid, other_notes
from reader.formats.format import Format
from reader.formats.remarks import of_article
from reader.formats.tag_names import keyword
from reader.i18n import _
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
        entry = "\r\n".join(["TY  - NEWS", *lines, "ER  - ", "", ""])  # not shown
        stream.write(entry.encode("utf-8", "replace"))


def _lines(dossier: Dossier) -> Iterator[tuple[str, str]]:
    article = dossier.article
    known = dates.parts(article.published)
    yield "ID", article_uid(article)
    yield "TI", called(article)
    yield from (("AU", author.inverted) for author in authors(article.byline, article.outlet))
    yield "T2", article.outlet
    yield "PY", str(known[0]) if known else ""
    # "2015/10/21/": year, month, day and remark; the slashes stay where a part is not known.
    yield "DA", "/".join(f"{part:02d}" for part in known) + "/" * (4 - len(known)) if known else ""
    yield "SE", article.section
    yield "LA", article.language
    yield "UR", address_of(article)
    yield "DP", ", ".join(agencies_beside(article.byline))
    yield from (("KW", keyword(tag)) for tag in article.tags)
    yield from (("N1", remark) for remark in of_article(article))
    for quote in dossier.quotes:
        yield "N1", quoted_with_place(dossier, quote)
    yield from (("N1", note.body) for note in other_notes(dossier))


FORMAT = Format("ris", ".ris", _("RIS for EndNote, Citavi and Zotero"), write)
