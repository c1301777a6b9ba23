"""`reader sql`: ask the library in SQL, read-only."""

import sys

import click

from reader.cli.answers import form_options, put_answer
from reader.cli.invocation import Invocation
from reader.cli.options import Number, pass_invocation
from reader.i18n import _


@click.command(
    "sql",
    help=_(
        "Ask the library in SQL; nothing can be changed by it. QUERY of - is read from standard input.\n\n"
        "The views `quotes_view` and `balance_view` are made for this. Ctrl+C ends a query."
    ),
)
@click.argument("query")
@form_options
@click.option(
    "--seconds", type=Number(0), default=60, help=_("Stop after so long; 60 by default, 0 for never.")
)
@click.option(
    "--memory", type=Number(0), default=512, help=_("Stop at so many MB; 512 by default, 0 for any.")
)
@pass_invocation
def sql_command(invocation: Invocation, query: str, form: str, seconds: int, memory: int) -> None:
    """Ask the library in SQL; nothing can be changed by it. QUERY of - is read from standard input."""
    from reader.store import QueryLimits  # the store, which help does without

    sql = sys.stdin.read() if query == "-" else query
    with invocation.open() as store, store.running_sql(sql, QueryLimits(seconds, memory)) as found:
        put_answer(found, form)
