"""A part looked through: its rows read, their quotes found, and both written. Runs in any process."""

from collections.abc import Callable, Iterator
from typing import Any

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.archives.articles import article_in, columns_of
from reader.library.archives.folder import TABLES
from reader.library.archives.places import Place, place_of
from reader.library.archives.reading import Row as FileRow
from reader.library.archives.reading import rows_of
from reader.library.archives.schema import Row, article_row, failed_row, quote_rows, table_of
from reader.library.archives.work import Job, Part, PartDone
from reader.library.detecting import Detected, detect_article
from reader.models import Article

_ROWS_A_GROUP = 20_000
"""Quotes that Parquet keeps together (chosen by hand: a part has a group or two)."""
_PACKED = 500
"""Rows beyond which they are packed (chosen by hand: a megabyte of Python)."""
ENDED = _("The process ended over it twice: it takes too much memory, or ends the program.")


class _Found:
    """What a part gave so far, by table and language."""

    def __init__(self) -> None:
        self.detectors: dict[str, str] = {}
        self.counts = dict.fromkeys(TABLES, 0)
        self._rows: dict[tuple[str, str], list[Row]] = {}
        self._tables: dict[tuple[str, str], list[Any]] = {}

    def add(self, table: str, language: str, rows: list[Row]) -> None:
        """Take rows; many of them are packed, since rows of Python are ten times as large."""
        self.counts[table] += len(rows)
        kept = self._rows.setdefault((table, language), [])
        kept += rows
        if len(kept) >= _PACKED:
            self._pack((table, language))

    def _pack(self, name: tuple[str, str]) -> None:
        if rows := self._rows.pop(name, None):
            self._tables.setdefault(name, []).append(table_of(name[0], rows))

    def tables(self) -> Iterator[tuple[str, str, Any]]:
        """Every table that is not empty, with its name and language."""
        import pyarrow as pa  # an extra, for archives alone

        for name in list(self._rows):
            self._pack(name)
        for name, tables in self._tables.items():
            yield *name, pa.concat_tables(tables)


def look_through(part: Part, job: Job, at: Callable[[int], None] = lambda _: None) -> PartDone:
    """Find the quotes of a part and write them; `at` is told before each row, counted from 0.

    The files are written each as a whole; that the part is done is for the caller to note.
    """
    found, columns = _Found(), columns_of(job.mapping)
    needed = {name.partition(".")[0] for names in columns.values() for name in names}
    needed |= {name for names in columns.values() for name in names}
    for number, row in enumerate(rows_of(part, needed)):
        at(number)
        if number in part.skipped:
            row = row._replace(wrong=ENDED)
        _look(row, job, columns, found)
    _write(found, part, place_of(job.out))
    return PartDone(part.key, **found.counts, detectors=found.detectors)


def _look(row: FileRow, job: Job, columns: dict[str, tuple[str, ...]], found: _Found) -> None:
    """Look through one row; whatever goes wrong spoils this row alone."""
    try:
        if row.wrong:
            raise ReaderError(row.wrong)
        article_id, article = article_in(row.values, row.location, columns, job.language)
        detected = detect_article(article, job.detection)
        _take(found, article_id, article, detected, job.keeps_texts)
    except ReaderError as error:
        found.add("failed", "", [failed_row(row.location, row.values, error.message)])
    except Exception as error:  # a fault of ours in one article must not end the run
        told = " ".join(
            _("A fault in reader ({fault}: {error}).").format(fault=type(error).__name__, error=error).split()
        )
        found.add("failed", "", [failed_row(row.location, row.values, told)])


def _take(found: _Found, article_id: str, article: Article, detected: Detected, keeps_text: bool) -> None:
    quotes = quote_rows(article_id, article, detected)
    row = article_row(article_id, article, detected, keeps_text)
    found.add("articles", detected.language, [row])
    found.add("quotes", detected.language, quotes)
    found.detectors[detected.language] = detected.detector


def _write(found: _Found, part: Part, out: Place) -> None:
    import pyarrow.parquet as pq  # an extra, for archives alone

    for name, language, table in found.tables():
        folders = (name, f"language={language}") if language else (name,)
        with out.below(*folders, f"{part.key}.parquet").made() as stream:
            pq.write_table(table, stream, _ROWS_A_GROUP, compression="zstd")
