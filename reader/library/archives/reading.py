"""Rows of a part, one by one: what a file says of an article, or why it says nothing."""

import json
from collections.abc import Iterator, Set
from typing import Any, NamedTuple

from reader.i18n import _
from reader.library.archives.inputs import is_table
from reader.library.archives.lines import LONGEST, is_packed, lines_from, pass_over, unpacked
from reader.library.archives.places import place_of
from reader.library.archives.work import Part, Stretch

_ROWS = 256
"""Rows of Parquet that are unpacked at once."""
_BUFFER = 1 << 20
"""Bytes of a column that are read at once, so that a large group of rows does not fill the memory."""


class Row(NamedTuple):
    """A row of a file, as it is."""

    location: str
    """The file and its place there: the row counted from 1, or "@" and the byte at which the line begins."""
    values: dict[str, Any]
    wrong: str = ""
    """Why there are no values."""


def rows_of(part: Part, columns: Set[str]) -> Iterator[Row]:
    """The rows of a part, in order; of a table, with these columns.

    Raises OSError where a disk or a server does not answer.
    """
    for stretch in part.stretches:
        yield from _table_rows(stretch, columns) if is_table(stretch.address) else _line_rows(stretch)


def _name(stretch: Stretch) -> str:
    """What the file is called; a name on a disk may be no text."""
    return stretch.address.encode("utf-8", "replace").decode()


def _line_rows(stretch: Stretch) -> Iterator[Row]:
    name, place, begin = _name(stretch), place_of(stretch.address), max(stretch.start - 1, 0)
    with place.system.open(place.path, "rb") as packed:
        stream = unpacked(packed, place.path)
        if is_packed(place.path):
            pass_over(stream, begin)
        else:
            stream.seek(begin)
        for at, line in lines_from(stream, stretch.start, stretch.end):
            yield _line_row(f"{name}#@{at}", line)


def _line_row(location: str, line: bytes | None) -> Row:
    if line is None:
        told = _("The line is longer than {megabytes} MB.")
        return Row(location, {}, told.format(megabytes=LONGEST // 1_000_000))
    try:
        values = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        return Row(location, {}, _("The line is not UTF-8 at byte {byte}.").format(byte=error.start))
    except (ValueError, RecursionError):
        return Row(location, {}, _("The line is no JSON."))
    if not isinstance(values, dict):
        return Row(location, {}, _("The line is no object with names."))
    return Row(location, values)


def _table_rows(stretch: Stretch, columns: Set[str]) -> Iterator[Row]:
    import pyarrow as pa  # an extra, for archives alone
    import pyarrow.parquet as pq

    name, place, number = _name(stretch), place_of(stretch.address), stretch.start
    with place.system.open(place.path, "rb") as stream:
        file = pq.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
        groups, first = _groups(file.metadata, stretch)
        needed = [name for name in file.schema_arrow.names if name in columns]
        batches = file.iter_batches(_ROWS, row_groups=groups, columns=needed, use_threads=False)
        try:
            for batch in batches:
                for values, wrong in _within(batch, first, stretch):
                    number += 1
                    yield Row(f"{name}#{number}", values, wrong)
                first += batch.num_rows
                if first >= stretch.end:
                    return
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            yield Row(
                f"{name}#{number + 1}",
                {},
                _("From here to row {row} the file is damaged: {error}.").format(
                    row=stretch.end, error=error
                ),
            )


def _groups(metadata: Any, stretch: Stretch) -> tuple[list[int], int]:
    """Which groups of rows a stretch lies in, and the first row of them."""
    groups, first, at = list[int](), 0, 0
    for group in range(metadata.num_row_groups):
        rows = metadata.row_group(group).num_rows
        if at < stretch.end and at + rows > stretch.start:
            first = first if groups else at
            groups.append(group)
        at += rows
    return groups, first


def _within(batch: Any, first: int, stretch: Stretch) -> Iterator[tuple[dict[str, Any], str]]:
    """The rows of a stretch in a batch that begins at row `first`, and what is wrong with each."""
    begin, end = max(stretch.start - first, 0), min(stretch.end - first, batch.num_rows)
    if begin >= end:
        return
    try:
        for values in batch.slice(begin, end - begin).to_pylist():
            yield values, ""
    except UnicodeDecodeError:  # one of them is not what the table says: look at each by itself
        for at in range(begin, end):
            yield _alone(batch.slice(at, 1))


def _alone(row: Any) -> tuple[dict[str, Any], str]:
    try:
        return row.to_pylist()[0], ""
    except UnicodeDecodeError as error:
        return {}, _("A text of the row is not UTF-8 at byte {byte}.").format(byte=error.start)
