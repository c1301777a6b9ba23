"""`reader search`: full text over titles, texts, quotes and notes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import print_text, put_json_list, say
from reader.i18n import _, day
from reader.rows import badge_of

if TYPE_CHECKING:
    from reader.store import Store

Order = Literal["date", "rank", "rank-all"]


@click.command(
    "search",
    help=_(
        'Search: words, "a phrase", wort*, -not, OR, and fields such as speaker:, tag:, outlet:, '
        "after:2024.\n\n"
        "Exit code 1 where nothing is found."
    ),
)
@click.argument("query", nargs=-1, required=True, metavar="QUERY")
@click.option("-n", "--limit", type=Number(1), default=50, show_default=True, help=_("At most so many."))
@click.option(
    "-s",
    "--sort",
    type=click.Choice(["date", "rank", "rank-all"]),
    default="date",
    help=_("Newest or best first."),
)
@json_option
@pass_invocation
def search_command(
    invocation: Invocation, query: Sequence[str], limit: int, sort: Order, as_json: bool
) -> None:
    """Search: words, "a phrase", wort*, -not, OR, and fields such as speaker:, tag:, outlet:, after:2024."""
    with invocation.open() as store:
        hits = store.search(" ".join(query), sort=sort, limit=limit)
        covered = list(invocation.covering(store).hits(hits.items)) if as_json else []
        meant = "" if hits.items or as_json else _meant(store, " ".join(query))
    if as_json:
        put_json_list(covered)
    else:
        for hit in hits.items:
            snippet = "".join(f"[{text}]" if matches else text for text, matches in hit.snippet)
            facts = " · ".join(fact for fact in (day(hit.published), hit.outlet, _place(hit.where)) if fact)
            title = f"{badge_of(hit.held)} {hit.title}".strip()
            told = f" ({facts})" if facts else ""
            print_text(f"{hit.article_id}  {title}{told}\n    {' '.join(snippet.split())}")
    if not hits.items:
        say(" ".join(filter(None, (_("Nothing found."), meant))))
        raise click.exceptions.Exit(1)


def _place(where: str) -> str:
    """What of an article the words were found in, as a person reads it."""
    called = {"title": _("title"), "text": _("text"), "quote": _("quote"), "note": _("note")}
    return called.get(where, where)


def _meant(store: "Store", line: str) -> str:
    """Which near search finds something, and how much; "" where none does."""
    near = store.search.meant(line)
    if not near:
        return ""
    found = store.search(near, limit=1)
    told = _("Did you mean “{words}”? It is in {articles} and more.")
    if not found.bounded:
        told = _("Did you mean “{words}”? It is in {articles}.")
    return told.format(words=near, articles=amounts.in_articles(found.total, digits=True))
