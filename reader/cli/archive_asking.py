"""`reader archive query`: who said what, how often, when first, out of an archive."""

import sys
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from reader.cli.answers import form_options, put_answer
from reader.cli.invocation import Invocation
from reader.cli.options import Number, pass_invocation
from reader.cli.output import put_table, say
from reader.cli.quote_types import TypeChoice
from reader.errors import UsageError
from reader.i18n import _, number, pgettext

if TYPE_CHECKING:
    from reader.store import RunningQuery

_COUNTS = ("month", "speaker", "outlet", "type", "language")
_SHOWN = 5
"""Columns of a quote in a table; CSV and JSON have all."""
_HEADS = {
    "published": pgettext("head of a column", "published"),
    "outlet": pgettext("head of a column", "outlet"),
    "speaker": pgettext("head of a column", "speaker"),
    "words": pgettext("head of a column", "words"),
    "title": pgettext("head of a column", "title"),
}
"""What people read over these columns."""
_USUAL = 100
"""Rows that are shown where nobody says how many."""


@click.command(
    "query",
    help=_(
        "Ask the archive OUT: who said what about a thing, how often, and when first.\n\n"
        "Capitals and accents do not matter. In --sql the views quotes, articles, speakers, outlets, "
        "months, first_said and failed can be asked; nothing else can be read, and nothing written."
    ),
)
@click.argument("out")
@click.option("--speaker", default="", metavar="NAME", help=_("Who spoke: beginnings of words of the name."))
@click.option("--about", default="", metavar="WORDS", help=_("Words of the quote or of its article's title."))
@click.option("--outlet", default="", metavar="NAME", help=_("Where it appeared."))
@click.option("--lang", "language", default="", metavar="CODE", help=_("In which language."))
@click.option("--type", "kind", type=TypeChoice(), help=_("Which kind of quote."))
@click.option("--since", default="", metavar="TIME", help=_("From this year, month or day on."))
@click.option("--until", default="", metavar="TIME", help=_("Up to the end of this year, month or day."))
@click.option("--first", is_flag=True, help=_("Of each speaker the earliest."))
@click.option("--count-by", type=click.Choice(_COUNTS), help=_("Count them by this instead of listing them."))
@click.option("--sql", metavar="SELECT", help=_("Ask in SQL of your own; - reads it from standard input."))
@click.option(
    "-n", "--limit", type=Number(1), help=_("At most so many rows; {usual} by default.").format(usual=_USUAL)
)
@form_options
@pass_invocation
def query(
    invocation: Invocation,
    out: str,
    sql: str | None,
    kind: str | None,
    first: bool,
    count_by: str | None,
    limit: int | None,
    form: str,
    **asked: str,
) -> None:
    """Ask the archive OUT: who said what about a thing, how often, and when first."""
    from reader.library.archives.asking import open_archive  # an extra below, and the library
    from reader.library.archives.places import require_extra
    from reader.store.archive_sql import ArchiveQuestion, count_of, list_of, own

    require_extra()
    about = tuple(asked.pop("about").split())
    narrowed: dict[str, Any] = {**asked, "about": about, "type": kind or ""}
    question = ArchiveQuestion(**narrowed)
    shown = limit or _USUAL
    if sql is not None:
        _refuse_both(not question.is_empty or first or bool(count_by))
        statement = own(sys.stdin.read() if sql == "-" else sql)
    elif count_by:
        _refuse_first(first)
        statement = count_of(question, count_by, shown + 1)
    else:
        statement = list_of(question, first=first, limit=shown + 1)
    with open_archive(out) as archive:
        found = archive.run(statement)
        if sql is None or limit:
            _put_some(found, form, shown, is_list=sql is None and not count_by)
        else:
            put_answer(found, form)


def _put_some(found: "RunningQuery", form: str, shown: int, *, is_list: bool) -> None:
    """Print the first rows, and say where there are more."""
    some = replace(found, rows=islice(found.rows, shown))
    if form == "table" and is_list:
        names = found.columns[:_SHOWN]
        rows = [["" if cell is None else cell for cell in row[:_SHOWN]] for row in some.rows]
        put_table([_HEADS.get(name, name) for name in names], rows, wide=names.index("words"))
    else:
        put_answer(some, form)
    if next(found.rows, None) is not None:
        say(_("These are the first {shown}; -n shows more.").format(shown=number(shown)))


def _refuse_both(is_asked: bool) -> None:
    if is_asked:
        raise UsageError(_("Ask in SQL or by the other options, not both."))


def _refuse_first(first: bool) -> None:
    if first:
        raise UsageError(_("Counting names the first of each already: leave --first out."))
