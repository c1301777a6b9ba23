"""An Excel workbook: a sheet of the quotes, one of the articles, one of the sources.

Made by xlsxwriter, which writes what begins with "=" as the text that it is; openpyxl makes a formula of it.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from reader.formats.addresses import address_of, called
from reader.formats.cover import evened
from reader.formats.dates import for_readers
from reader.formats.dossier import Dossier, Options, article_uid
from reader.formats.format import Format
from reader.formats.labels import labelled_in, language_for, term_in
from reader.formats.remarks import of_article, remarks_of
from reader.formats.table import COLUMNS, evidence_told
from reader.i18n import _
from reader.visible import uncontrolled

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format as Look

_LONGEST = 32_767
"""Characters of a cell, of Excel's specifications."""
_NUMBERS = frozenset({"start", "end", "confidence", "speaker confidence", "quotes"})
_TERMS = frozenset(
    {"type", "medium", "kind", "use", "status", "verification", "authorisation", "speaker basis", "anchor"}
    | {"source use", "identity protected"}
)
"""Columns whose cells are terms of closed lists."""
_WIDE = {"quote": 70, "article": 34, "title": 50, "notes": 40, "remarks": 34, "approved wording": 40}
_MOST_WIDE = 18

_ARTICLE: dict[str, Callable[[Dossier], str]] = {
    "title": lambda d: called(d.article),
    "byline": lambda d: d.article.byline,
    "outlet": lambda d: d.article.outlet,
    "published": lambda d: for_readers(d.article.published),
    "language": lambda d: d.article.language,
    "url": lambda d: address_of(d.article),
    "tags": lambda d: ", ".join(d.article.tags),
    "remarks": lambda d: "; ".join(of_article(d.article)),
    "quotes": lambda d: str(len(d.quotes)),
    "article id": lambda d: article_uid(d.article),
}
_SOURCE = ("name", "kind", "role", "affiliation", "use")


class _Sheet(NamedTuple):
    name: str
    columns: Sequence[str]
    rows: list[list[str]]


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write the workbook; all rows are held in memory, since a sheet of the articles follows the quotes."""
    import xlsxwriter  # 60 ms

    every = list(dossiers)
    language = language_for(options)
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, settings | {"in_memory": True})
    book.set_properties({"title": "reader", "author": options.actor, "created": _created()})
    head = book.add_format({"bold": True, "bg_color": "#EEEEEE", "text_wrap": True, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in _sheets(every, language):
        _fill(book, sheet, language, head, cell)
    book.close()


def _created() -> object:
    from datetime import datetime

    # Of one content one file: when it was made would be another each time.
    return datetime(1980, 1, 1)


def _sheets(dossiers: list[Dossier], language: str) -> Iterable[_Sheet]:
    told = partial(labelled_in, language)
    columns = COLUMNS | {
        "evidence": lambda d, q: evidence_told(d, q, told),
        "remarks": lambda d, q: "; ".join(remarks_of(d, q, language)),
    }
    of_articles = _ARTICLE | {"remarks": lambda d: "; ".join(of_article(d.article, language))}
    yield _Sheet(  # not shown: a label
        "Quotes",
        list(columns),
        [[cell(d, q) for cell in columns.values()] for d in dossiers for q in d.quotes],
    )
    rows = [[cell(d) for cell in of_articles.values()] for d in dossiers]
    yield _Sheet("Articles", list(of_articles), rows)  # not shown: a label
    used = {q.source_id for d in dossiers for q in d.quotes}
    sources = {s.id: s for d in dossiers for s in d.sources if s.id in used}
    people = [[str(getattr(s, name)) for name in _SOURCE] for s in sources.values()]
    yield _Sheet("Sources", _SOURCE, people)  # not shown: a label


def _fill(book: "Workbook", sheet: _Sheet, language: str, head: "Look", cell: "Look") -> None:
    page = book.add_worksheet(labelled_in(language, sheet.name))
    for column, name in enumerate(sheet.columns):
        page.set_column(column, column, _WIDE.get(name, _MOST_WIDE))
        page.write_string(0, column, labelled_in(language, name[0].upper() + name[1:]), head)
    for line, row in enumerate(sheet.rows, 1):
        for column, (name, value) in enumerate(zip(sheet.columns, row, strict=True)):
            if name in _NUMBERS and value:
                page.write_number(line, column, float(value), cell)
            else:
                page.write_string(line, column, _shown(name, value, language), cell)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)


def _shown(name: str, value: str, language: str) -> str:
    """A cell: terms in the language of the labels, no sign that does something, as much as Excel takes."""
    told = term_in(language, name, value) if name in _TERMS else value
    shown = uncontrolled(evened(told))
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


FORMAT = Format(
    "xlsx",
    ".xlsx",
    _("Excel workbook: quotes, articles and sources, a sheet each"),
    write,
    binary=True,
    counts_places=True,
)
