"""`reader sql`: ask the library in SQL, read-only."""

import csv
import sys
from typing import TYPE_CHECKING

import click

from reader.cli.options import Invocation, pass_invocation
from reader.cli.output import put_json_list, put_table
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store.read_only_sql import Table


@click.command("sql")
@click.argument("query")
@click.option("--table", "form", flag_value="table", default=True, help="As a table, as it is.")
@click.option("--csv", "form", flag_value="csv", help="As CSV.")
@click.option("--json", "form", flag_value="json", help="As JSON.")
@pass_invocation
def sql_command(invocation: Invocation, query: str, form: str) -> None:
    """Ask the library in SQL; nothing can be changed by it. QUERY of - is read from standard input.

    The views `quotes_view` and `balance_view` are made for this.
    """
    with invocation.open() as store:
        found = store.sql(sys.stdin.read() if query == "-" else query)
    if form == "json":
        put_json_list(dict(zip(found.columns, row, strict=True)) for row in found.rows)
    elif form == "csv":
        _put_csv(found)
    else:
        put_table(found.columns, [["" if cell is None else cell for cell in row] for row in found.rows])


def _put_csv(found: "Table") -> None:
    output = csv.writer(sys.stdout, lineterminator="\n")
    output.writerow(found.columns)
    for row in found.rows:
        output.writerow([visible(cell) if isinstance(cell, str) else cell for cell in row])
