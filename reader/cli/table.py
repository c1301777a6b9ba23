"""`reader table`: two things that quotes are counted by, against each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reader.cli.counting import Asked, counting_options, head_of, measure_option, put_figures
from reader.cli.invocation import Invocation
from reader.cli.options import pass_invocation
from reader.cli.output import put_json, put_table, say, say_withheld
from reader.errors import UsageError
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.library.cross_tables import CrossTable

_COLUMNS = 12
"""Columns that are printed as text; the rest are counted in one, and stand in JSON and CSV."""


@click.command(
    "table",
    help=_(
        "Count quotes by ROWS against COLUMNS, such as source outlet; tag tag counts which stand together."
    ),
)
@click.argument("rows")
@click.argument("columns")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@measure_option("quotes", _("What stands in the cells."))
@counting_options
@pass_invocation
def table_command(invocation: Invocation, rows: str, columns: str, measure: str, asked: Asked) -> None:
    """Count quotes by ROWS against COLUMNS, such as source outlet; tag tag counts which stand together."""
    from reader.library.balances import dimension  # which help does without
    from reader.library.cross_tables import table_of
    from reader.library.drawn_counts import figures_of_table

    down, across = dimension(rows), dimension(columns)
    if down.is_private or across.is_private:
        raise UsageError(
            _("Fields of your own are told as sums alone: count them with `reader balance --by`.")
        )
    with invocation.open() as store:
        covering = invocation.covering(store)
        scope = asked.scope(store, whole=True)
        table = table_of(store, down, across, scope, measure=measure, covering=covering)
    say_withheld(table.withheld)
    if put_figures(invocation, figures_of_table(table), asked):
        return
    if asked.as_json:
        put_json(_object(table))
        return
    put_table(*_text(table))
    if len(table.columns) > _COLUMNS:
        say(
            _("{shown} of {count} columns; --csv or --json has all.").format(
                shown=_COLUMNS, count=len(table.columns)
            )
        )


def _object(table: "CrossTable") -> dict[str, object]:
    return {
        "rows_by": table.rows_by,
        "columns_by": table.columns_by,
        "count": table.measure,
        "rows": list(table.rows),
        "columns": list(table.columns),
        "cells": [list(row) for row in table.cells],
    }


def _text(table: "CrossTable") -> tuple[list[str], list[list[object]]]:
    from reader.library.count_words import shown_value  # the store, which help does without

    rest = [pgettext("head of a column", "others")] if len(table.columns) > _COLUMNS else []
    across = [shown_value(table.columns_by, name) for name in table.columns[:_COLUMNS]]
    heads = [head_of(table.rows_by), *across, *rest]
    return heads, [list(row) for row in _rows(table, bool(rest))]


def _rows(table: "CrossTable", with_rest: bool) -> Iterator[list[object]]:
    from reader.library.count_words import shown_value  # the store, which help does without

    for name, counts in zip(table.rows, table.cells, strict=True):
        shown: list[object] = [count or "·" for count in counts[:_COLUMNS]]
        yield [
            shown_value(table.rows_by, name),
            *shown,
            *([sum(counts[_COLUMNS:]) or "·"] if with_rest else []),
        ]
