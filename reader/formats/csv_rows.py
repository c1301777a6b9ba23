"""Rows of CSV files after RFC 4180: lines that end in CR LF, and no character that does something."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from reader.visible import uncontrolled


def write_row(cells: Iterable[object], stream: BinaryIO, separator: str = ",") -> None:
    """Write one row, UTF-8."""
    line = io.StringIO()
    shown = [uncontrolled(str(cell)) for cell in cells]
    csv.writer(line, delimiter=separator, lineterminator="\r\n").writerow(shown)
    stream.write(line.getvalue().encode("utf-8", "replace"))
