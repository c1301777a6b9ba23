"""`reader facets`: articles counted by what they have in common."""

from collections.abc import Sequence
from dataclasses import asdict, replace

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import put_json, put_table


@click.command("facets")
@click.argument("query", nargs=-1, metavar="[QUERY]")
@json_option
@pass_invocation
def facets_command(invocation: Invocation, query: Sequence[str], as_json: bool) -> None:
    """Count articles by outlet, language, state, month, tag and source, all or those that QUERY finds."""
    with invocation.open() as store:
        cover = replace(invocation.covering(store).throughout, is_even=True)
        facets = cover.all_of(asdict(store.articles.facets(" ".join(query))))
    if as_json:
        put_json(facets)
        return
    rows = [(name, facet["count"], facet["value"]) for name, values in facets.items() for facet in values]
    put_table(("facet", "count", "value"), rows)
