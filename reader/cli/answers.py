"""Print what a query in SQL gave: as a table, CSV or JSON."""

import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import click

from reader.cells import cells, fit
from reader.cli.options import Command
from reader.cli.output import put_json_list
from reader.i18n import _
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import RunningQuery

_FIRST = 1000
"""Rows that decide how wide the columns of a table are; longer cells further down stand out."""
_GAP = "  "


def form_options(command: Command) -> Command:
    """Add --table, --csv and --json, as `form`."""
    every = (
        click.option("--table", "form", flag_value="table", default=True, help=_("As a table, by default.")),
        click.option("--csv", "form", flag_value="csv", help=_("As CSV.")),
        click.option("--json", "form", flag_value="json", help=_("As JSON.")),
    )
    for option in reversed(every):
        command = option(command)
    return command


def put_answer(found: "RunningQuery", form: str) -> None:
    """Print the rows of a query in a form: table, csv or json."""
    forms: dict[str, Callable[[RunningQuery], None]] = {
        "table": _put_table,
        "csv": _put_csv,
        "json": _put_json,
    }
    forms[form](found)


def _put_json(found: "RunningQuery") -> None:
    names = _distinct(found.columns)
    put_json_list(dict(zip(names, row, strict=True)) for row in found.rows)


def _distinct(names: Sequence[str]) -> list[str]:
    """Heads as keys of an object: the second "a" is "a_2"."""
    keys: dict[str, None] = {}
    for name in map(visible, names):
        key, number = name, 1
        while key in keys:
            number += 1
            key = f"{name}_{number}"
        keys[key] = None
    return list(keys)


def _put_table(found: "RunningQuery") -> None:
    heads = _shown(found.columns)
    rows: Iterator[list[str]] = map(_shown, found.rows)
    first = list(islice(rows, _FIRST))
    widths = [max(map(cells, column)) for column in zip(heads, *first, strict=True)]
    for row in (heads, *first):
        _put_line(row, widths)
    for row in rows:
        _put_line(row, widths)


def _shown(row: Sequence[object]) -> list[str]:
    return [visible(" ".join(str("" if cell is None else cell).split())) for cell in row]


def _put_line(row: Sequence[str], widths: Sequence[int]) -> None:
    padded = [
        cell if cells(cell) > width else fit(cell, width) for cell, width in zip(row, widths, strict=True)
    ]
    click.echo(_GAP.join(padded).rstrip())


def _put_csv(found: "RunningQuery") -> None:
    output = csv.writer(sys.stdout, lineterminator="\n")
    output.writerow([visible(head) for head in found.columns])
    for row in found.rows:
        output.writerow([visible(cell) if isinstance(cell, str) else cell for cell in row])
