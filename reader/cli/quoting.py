"""`reader quotes`: quotes across articles, one a line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.options import Desk, json_option, pass_desk
from reader.cli.output import paged, put_json_list, put_table, say

if TYPE_CHECKING:
    from reader.models import QuoteRow

HEADS = ("no", "article", "type", "status", "checked", "speaker", "quote")
SORTS = ("article", "published", "speaker", "type", "status", "verification", "confidence", "added")


@click.command("quotes")
@click.argument("query", nargs=-1, metavar="[QUERY]")
@click.option("-a", "--article", "article", metavar="ARTICLE", help="Only of this article.")
@click.option("-s", "--sort", type=click.Choice(SORTS), default="article", help="What to sort by.")
@click.option("-r", "--reverse", is_flag=True, help="The other way round.")
@click.option("-n", "--limit", type=click.IntRange(1), help="At most so many.")
@json_option
@pass_desk
def quotes_command(
    desk: Desk,
    query: Sequence[str],
    article: str | None,
    sort: str,
    reverse: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """List quotes, all or those that QUERY finds, such as speaker:merkel, type:Direct, status:suggested."""
    with desk.open() as store:
        ids = store.quotes.ids(" ".join(query), sort=sort, descending=reverse)
        if article is not None:
            here = {quote.id for quote in store.quotes.of(store.articles.find(article))}
            ids = [quote_id for quote_id in ids if quote_id in here]
        shown = ids[:limit]
        rows = paged(shown, store.quotes.rows)
        if as_json:
            put_json_list(rows)
        else:
            put_table(HEADS, map(_cells, rows))
    if len(ids) > len(shown):
        say(f"{len(shown)} of {len(ids)} quotes.")


def _cells(row: "QuoteRow") -> tuple[object, ...]:
    decided = row.type, row.status, row.verification
    return row.id, row.article_id, *decided, row.speaker[:28], row.words
