"""`reader facets`: articles counted by what they have in common."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.counting import head_of
from reader.cli.figures import check_figure, figure_options, write_figures
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import put_json, put_table, say
from reader.i18n import _, pgettext
from reader.rows import ArticleState

if TYPE_CHECKING:
    from reader.formats.figures import Figure
    from reader.library.covering import Covering
    from reader.store import Store


@click.command(
    "facets",
    help=_(
        "Count articles by outlet, language, state, month, tag and source, all or those that QUERY finds."
    ),
)
@click.argument("query", nargs=-1, metavar="[QUERY]")
@figure_options
@json_option
@pass_invocation
def facets_command(
    invocation: Invocation, query: Sequence[str], target: Path | None, force: bool, as_json: bool
) -> None:
    """Count articles by outlet, language, state, month, tag and source, all or those that QUERY finds."""
    check_figure(target, as_json)
    with invocation.open() as store:
        facets, left = _named(_covered(store, invocation.covering(store), " ".join(query)))
    if target is not None:
        write_figures(invocation, list(_figures(facets)), target, force)
        return
    if as_json:
        put_json(facets)
        return
    rows = [
        (head_of(name), facet["count"], _value(name, facet["value"]))
        for name, values in facets.items()
        for facet in values
    ]
    put_table(
        (
            pgettext("head of a column", "facet"),
            pgettext("head of a column", "count"),
            pgettext("head of a column", "value"),
        ),
        rows,
    )
    if left:
        say(_("{left} left out: their names are covered.").format(left=left))


def _value(facet: str, value: str) -> str:
    """What people read for a value."""
    return ArticleState(value).label if facet == "state" else value


def _covered(store: "Store", covering: "Covering", query: str) -> dict[str, Any]:
    """The facets as they may go out: a source by what was said under the name, everything else throughout."""
    found = asdict(store.articles.facets(query, on_record=not covering.names_everybody))
    sources = replace(covering.cover, is_even=True).all_of(found.pop("source"))
    return {**replace(covering.throughout, is_even=True).all_of(found), "source": sources}


def _named(facets: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The facets without those that are nothing but covered names, and how many these are."""
    kept = {name: [one for one in values if not _is_covered(one)] for name, values in facets.items()}
    return kept, sum(len(values) - len(kept[name]) for name, values in facets.items())


def _is_covered(one: Mapping[str, Any]) -> bool:
    from reader.formats.cover import BLOCK  # the formats, which help does without

    return bool(one["value"]) and not str(one["value"]).strip(BLOCK + " ")


def _figures(facets: Mapping[str, Any]) -> "Iterator[Figure]":
    from reader.formats.figures import Figure  # the formats, which help does without

    for name, values in facets.items():
        rows = [(str(one["value"]), int(one["count"])) for one in values]
        if name == "month":
            rows.reverse()  # time goes on downwards
        cells = [(name, value, count) for value, count in rows]
        if rows:
            yield Figure(
                _("Articles by {name}").format(name=head_of(name)),
                rows,
                pgettext("head of a column", "articles"),
                ("facet", "value", "articles"),
                cells,
            )
