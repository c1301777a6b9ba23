"""Rows of CSV files after RFC 4180: lines that end in CR LF, and no character that does something."""

import csv
import io
import re
from collections.abc import Iterable
from typing import BinaryIO

from reader.formats.dossier import Options
from reader.visible import uncontrolled

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV injection"), full width too."""
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?")
"""A number is what it looks like."""


def write_table(
    head: Iterable[str],
    rows: Iterable[Iterable[object]],
    stream: BinaryIO,
    options: Options,
    *,
    spreadsheet: bool = False,
) -> None:
    """Write a table as `options` ask: how cells are divided, and whether it is for Excel.

    For Excel it begins with a byte order mark, and no cell is a formula. A table for any `spreadsheet` has no
    cell that begins with "=", which all of them calculate; one for another program keeps its cells.
    """
    if options.excel:
        # Without the mark Excel reads the file in the code page of its machine: "fÃ¼r".
        stream.write("\ufeff".encode())
    _write_row(head, stream, options.separator)
    for row in rows:
        cells = map(_guarded, row) if options.excel else map(_without_equals, row) if spreadsheet else row
        _write_row(cells, stream, options.separator)


def _write_row(cells: Iterable[object], stream: BinaryIO, separator: str) -> None:
    line = io.StringIO()
    shown = [uncontrolled(str(cell)) for cell in cells]
    csv.writer(line, delimiter=separator, lineterminator="\r\n").writerow(shown)
    stream.write(line.getvalue().encode("utf-8", "replace"))


def _without_equals(cell: object) -> str:
    text = str(cell)
    # What begins with an apostrophe already gets another, so that an import takes the right one away.
    starts = text.lstrip().startswith(("=", "\uff1d")) or (text.startswith("'") and _is_risky(text))
    return "'" + text if starts else text


def _guarded(cell: object) -> str:
    text = str(cell)
    # Behind an apostrophe a spreadsheet takes everything for text.
    return "'" + text if _is_risky(text) and not _NUMBER.fullmatch(text) else text


def _is_risky(text: str) -> bool:
    """Whether a spreadsheet might calculate it, apostrophes apart; blanks before "=" it overlooks."""
    bare = text.lstrip("'")
    return bare.lstrip(" \u00a0\n").startswith(_FORMULA) or bare.startswith(_FORMULA)


def unguarded(cell: str) -> str:
    """A cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell) else cell


def listed(names: Iterable[str]) -> str:
    """Names in one cell, divided by commas; one that holds a comma or a mark stands in marks."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(names)
    return line.getvalue().replace(",", ", ") if '"' not in line.getvalue() else line.getvalue()


def unlisted(cell: str) -> list[str]:
    """The names in such a cell."""
    names = next(csv.reader([cell], skipinitialspace=True), [])
    return [name.strip() for name in names if name.strip()]
