"""`reader list`: the articles, one a line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import list_options, pass_invocation
from reader.cli.output import TableLayout, put_rows
from reader.i18n import _, day, pgettext

if TYPE_CHECKING:
    from reader.models import ArticleRow

HEADS = (
    pgettext("head of a column", "no"),
    pgettext("head of a column", "date"),
    pgettext("head of a column", "outlet"),
    pgettext("head of a column", "lang"),
    pgettext("head of a column", "quotes"),
    pgettext("head of a column", "open"),
    pgettext("head of a column", "tags"),
    pgettext("head of a column", "title"),
)
SORTS = ("added", "published", "title", "outlet", "language", "quotes", "open", "words", "state", "starred")


@click.command(
    "list",
    help=_("List articles: all, or those that QUERY finds (words, outlet:dpa, tag:politik, is:starred …)."),
)
@list_options(SORTS, "added", _("Smallest or oldest first."))
@click.option("--trash", "trashed", is_flag=True, help=_("Those in the trash."))
@pass_invocation
def list_command(
    invocation: Invocation,
    query: Sequence[str],
    sort: str,
    reverse: bool,
    limit: int | None,
    trashed: bool,
    as_json: bool,
) -> None:
    """List articles: all, or those that QUERY finds (words, outlet:dpa, tag:politik, is:starred …)."""
    with invocation.open() as store:
        if trashed:
            ids = store.articles.trashed()
        else:
            ids = store.articles.ids(" ".join(query), sort=sort, descending=not reverse)
        columns = TableLayout(_shown_of, HEADS, _cells)
        put_rows(columns, ids, store.articles.rows, limit=limit, as_json=as_json)


def _shown_of(shown: int, found: int) -> str:
    return _("{shown} of {found} articles.").format(shown=shown, found=found)


def _cells(row: "ArticleRow") -> tuple[object, ...]:
    date, tags = day(row.published or row.added), ", ".join(row.tags)
    title = " ".join(filter(None, (row.badge, "★" if row.starred else "", row.title)))
    return row.id, date, row.outlet[:24], row.language, row.quotes, row.open, tags[:24], title
