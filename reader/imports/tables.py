"""Rows of CSV files that other programs wrote: columns by name, whatever divides the cells."""

import csv
import io
import sys

_DIVIDERS = ",;\t|"
_HEAD = 10_000
"""Characters from which is told what divides the cells."""
Row = dict[str, str]


def rows_of(content: str) -> list[Row]:
    """The rows below the first, by the names of its columns in small letters; none where it is no table."""
    divider = max(_DIVIDERS, key=lambda one: _names_in(content, one))
    if not _names_in(content, divider):
        return []
    # A note may be a whole essay: the usual limit of a cell is that of old programs.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=divider, restval="", restkey=_REST)
    try:
        return [
            {
                _plain(name): str(cell or "").replace("\x00", "\ufffd")
                for name, cell in row.items()
                if name != _REST
            }
            for row in reader
        ]
    except csv.Error:
        return []


_REST = "\x00rest"
"""Where cells beyond the last column stand, which no file has a name for."""


def _names_in(content: str, divider: str) -> int:
    """How many known names of columns the first row has."""
    first = next(csv.reader(io.StringIO(content[:_HEAD]), delimiter=divider), [])
    return sum(_plain(cell) in _KNOWN for cell in first)


def _plain(name: str | None) -> str:
    return " ".join((name or "").strip().lower().split())


_KNOWN = frozenset(
    """highlight|title|author|url|note|location|date|book title|book author|tags|highlighted at|created at
    |type|quote/description|comment|page|group|id|document|tag|content|description|name|path
    |number of highlights|number of documents|article|quote|speaker|speaker as written|status|verification
    |spans|article id|quote id""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Columns of the programs that are known."""
