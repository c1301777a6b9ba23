"""`reader list`: the articles, one a line."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from reader.cli.options import Desk, json_option, list_options, pass_desk
from reader.cli.output import Columns, put_json, put_rows, put_table

if TYPE_CHECKING:
    from reader.models import ArticleRow

HEADS = ("no", "date", "outlet", "lang", "quotes", "open", "tags", "title")
SORTS = ("added", "published", "title", "outlet", "language", "quotes", "open", "words", "state", "starred")


@click.command("list")
@list_options(SORTS, "added", "Smallest or oldest first.")
@click.option("--trash", "trashed", is_flag=True, help="Those in the trash.")
@pass_desk
def list_command(
    desk: Desk,
    query: Sequence[str],
    sort: str,
    reverse: bool,
    limit: int | None,
    trashed: bool,
    as_json: bool,
) -> None:
    """List articles: all, or those that QUERY finds (words, outlet:dpa, tag:politik, is:starred …)."""
    with desk.open() as store:
        if trashed:
            ids = store.articles.trashed()
        else:
            ids = store.articles.ids(" ".join(query), sort=sort, descending=not reverse)
        columns = Columns("article", HEADS, _cells)
        put_rows(columns, ids, store.articles.rows, limit=limit, as_json=as_json)


def _cells(row: "ArticleRow") -> tuple[object, ...]:
    date, tags = (row.published or row.added)[:10], ", ".join(row.tags)
    title = ("★ " if row.starred else "") + row.title
    return row.id, date, row.outlet[:24], row.language, row.quotes, row.open, tags[:24], title


@click.command("facets")
@click.argument("query", nargs=-1, metavar="[QUERY]")
@json_option
@pass_desk
def facets_command(desk: Desk, query: Sequence[str], as_json: bool) -> None:
    """Count articles by outlet, language, state, month, tag and source, all or those that QUERY finds."""
    with desk.open() as store:
        facets = asdict(store.articles.facets(" ".join(query)))
    if as_json:
        put_json(facets)
        return
    rows = [(name, facet["count"], facet["value"]) for name, values in facets.items() for facet in values]
    put_table(("facet", "count", "value"), rows)
