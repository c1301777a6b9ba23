"""`reader balance`: who has how much of a say."""

from typing import TYPE_CHECKING

import click

from reader.cli.counting import Asked, counting_options, head_of, measure_option, put_figures
from reader.cli.invocation import Invocation
from reader.cli.options import pass_invocation
from reader.cli.output import put_json_list, put_table, say, say_withheld
from reader.i18n import _, percent, pgettext
from reader.terms import SourceKind

if TYPE_CHECKING:
    from reader.library.balances import Balance

_COUNTED = ("quotes", "direct", "words", "articles", "part")
"""What JSON tells of a bar, behind its name."""


@click.command(
    "balance",
    help=_(
        "Count who has how much of a say: quotes and words by who speaks, or by role, outlet, month, stance …"
    ),
)
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option("--by", "by", default="source", metavar="WHAT", help=_("Count by this instead of who speaks."))
@measure_option("words", _("What the shares are of."))
@counting_options
@pass_invocation
def balance_command(invocation: Invocation, by: str, measure: str, asked: Asked) -> None:
    """Count who has how much of a say: quotes and words by who speaks, or by role, outlet, month, stance …"""
    from reader.library.balances import balance_of, dimension  # which help does without
    from reader.library.drawn_counts import figure_of
    from reader.library.source_facts import require_field
    from reader.store.dimensions import PRIVATE

    counted = dimension(by)
    if counted.is_private:
        require_field(counted.name.removeprefix(PRIVATE), invocation.config.source_fields)
    with invocation.open() as store:
        covering = invocation.covering(store)
        balance = balance_of(store, counted, asked.scope(store), measure=measure, covering=covering)
    say_withheld(balance.withheld)
    if put_figures(invocation, [figure_of(balance)], asked):
        return
    if asked.as_json:
        put_json_list(_objects(balance))
        return
    _put(balance)
    if balance.sentence:
        say(balance.sentence)


def _objects(balance: "Balance") -> list[dict[str, object]]:
    names: tuple[str, ...] = ("name", *_COUNTED)
    if balance.by == "source":
        names = ("name", "kind", "role", "affiliation", *_COUNTED, "several")
    return [{name: getattr(bar, name) for name in names} for bar in balance.bars]


def _put(balance: "Balance") -> None:
    from reader.library.count_words import shown_value  # which help does without, as the next
    from reader.library.drawn_counts import label_of

    heads: tuple[str, ...] = (
        pgettext("how many", "words"),
        pgettext("head of a column", "part"),
        pgettext("head of a column", "quotes"),
        pgettext("head of a column", "direct"),
        pgettext("head of a column", "articles"),
    )
    rows: list[tuple[object, ...]] = [
        (bar.words, percent(bar.part), bar.quotes, bar.direct, bar.articles) for bar in balance.bars
    ]
    if balance.by == "source":
        heads = (
            *heads,
            pgettext("head of a column", "kind"),
            pgettext("head of a column", "affiliation"),
            pgettext("head of a column", "who"),
        )
        rows = [
            (*row, SourceKind(bar.kind).label, bar.affiliation, shown_value("source", label_of(bar)))
            for row, bar in zip(rows, balance.bars, strict=True)
        ]
    else:
        heads = (*heads, head_of(balance.by))
        rows = [
            (*row, shown_value(balance.by, label_of(bar)))
            for row, bar in zip(rows, balance.bars, strict=True)
        ]
    put_table(heads, rows)
