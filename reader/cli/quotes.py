"""`reader quotes`: quotes across articles, one a line."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import list_options, pass_invocation
from reader.cli.output import TableLayout, put_rows, say_withheld
from reader.i18n import _, pgettext
from reader.transcripts import clock

if TYPE_CHECKING:
    from reader.library.covering import Covering
    from reader.models import QuoteRow
    from reader.store import Store

HEADS = (
    pgettext("head of a column", "no"),
    pgettext("head of a column", "article"),
    pgettext("head of a column", "type"),
    pgettext("head of a column", "status"),
    pgettext("head of a column", "checked"),
    pgettext("head of a column", "speaker"),
    pgettext("head of a column", "quote"),
)
SORTS = ("article", "published", "speaker", "type", "status", "verification", "confidence", "added")


@click.command(
    "quotes",
    help=_(
        "List quotes, all or those that QUERY finds, such as speaker:merkel, type:Direct, status:suggested."
    ),
)
@list_options(SORTS, "article", _("The other way round."))
@click.option("-a", "--article", "article", metavar="ARTICLE", help=_("Only of this article."))
@pass_invocation
def quotes_command(
    invocation: Invocation,
    query: Sequence[str],
    sort: str,
    reverse: bool,
    limit: int | None,
    article: str | None,
    as_json: bool,
) -> None:
    """List quotes, all or those that QUERY finds, such as speaker:merkel, type:Direct, status:suggested."""
    with invocation.open() as store:
        ids = store.quotes.ids(" ".join(query), sort=sort, descending=reverse)
        if article is not None:
            here = {quote.id for quote in store.quotes.of(store.articles.find(article))}
            ids = [quote_id for quote_id in ids if quote_id in here]
        if not as_json:
            columns = TableLayout(_shown_of, HEADS, _cells)
            put_rows(columns, ids, store.quotes.rows, limit=limit, as_json=False)
            return
        covering = invocation.covering(store)
        read = partial(_covered, store, covering)
        put_rows(TableLayout(_shown_of, (), tuple), ids, read, limit=limit, as_json=True)
    say_withheld(len(covering.withheld))


def _shown_of(shown: int, found: int) -> str:
    return _("{shown} of {found} quotes.").format(shown=shown, found=found)


def _covered(store: "Store", covering: "Covering", ids: Sequence[int]) -> Iterator[dict[str, object]]:
    """Rows as they may go out, each with what its verb makes of the words."""
    from reader.store.dimensions import DIMENSIONS  # the store, which help does without

    stances = store.counting.values(DIMENSIONS["stance"], ids)
    for row in covering.rows(store.quotes.rows(ids)):
        more = {"speaker_undecided": row.is_undecided, "stance": stances.get(row.id, "")}
        yield {**asdict(row), **more}


def _cells(row: "QuoteRow") -> tuple[object, ...]:
    decided = row.type.label, row.state_label, row.verification.label
    words = row.words if row.said_from is None else f"{clock(row.said_from)} {row.words}"
    words = f"{row.badge} {words}" if row.badge else words
    return row.id, row.article_id, *decided, row.speaker_label[:40], words
