"""`reader timeline`: articles and quotes by day, week, month or year."""

import click

from reader.cli.counting import Asked, counting_options, head_of, put_figures
from reader.cli.invocation import Invocation
from reader.cli.options import pass_invocation
from reader.cli.output import put_json_list, put_table
from reader.i18n import _, pgettext

_BAR = 30
"""Cells of the longest bar."""


@click.command("timeline", help=_("Count articles and quotes over time, by day of publication."))
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "--by",
    type=click.Choice(["day", "week", "month", "year"]),
    default="month",
    help=_("How long a line is; a month by default."),
)
@counting_options
@pass_invocation
def timeline_command(invocation: Invocation, by: str, asked: Asked) -> None:
    """Count articles and quotes over time, by day of publication."""
    from reader.library.balances import dimension  # which help does without
    from reader.library.cross_tables import timeline_of
    from reader.library.drawn_counts import figures_of_timeline

    with invocation.open() as store:
        covering = invocation.covering(store)
        scope = asked.scope(store, whole=True)
        stretches = timeline_of(store, dimension(by), scope, covering=covering)
    if put_figures(invocation, figures_of_timeline(stretches, by), asked):
        return
    if asked.as_json:
        fields = ("period", "articles", "quotes", "direct", "words")
        put_json_list({name: getattr(one, name) for name in fields} for one in stretches)
        return
    most = max((one.quotes for one in stretches), default=0) or 1
    rows = [
        (one.period, one.articles, one.quotes, one.words, "█" * -(-one.quotes * _BAR // most))
        for one in stretches
    ]
    put_table(
        (
            head_of(by),
            pgettext("head of a column", "articles"),
            pgettext("head of a column", "quotes"),
            pgettext("how many", "words"),
            "",
        ),
        rows,
    )
