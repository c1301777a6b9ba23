"""`reader balance`: who has how much of a say."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.figures import check_figure, figure_options, write_figures
from reader.cli.options import Invocation, all_option, json_option, pass_invocation
from reader.cli.output import put_json_list, put_table, say_withheld
from reader.cli.selecting import articles

if TYPE_CHECKING:
    from reader.checks import Share


@click.command("balance")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@all_option
@figure_options
@json_option
@pass_invocation
def balance_command(
    invocation: Invocation,
    words: Sequence[str],
    everything: bool,
    target: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Count who has how much of a say: quotes and words by source, over the articles named."""
    from reader.checks import balance  # the checks, which help does without
    from reader.library.exporting import Selection

    check_figure(target, as_json)
    with invocation.open() as store:
        covering = invocation.covering(store)
        ids = articles(store, words, everything=everything)
        dossiers = list(map(covering.dossier, ids))
        withheld = covering.count_withheld(Selection(tuple(ids)))
    sources = {source.id: source for dossier in dossiers for source in dossier.sources}
    shares = balance(((dossier.article, dossier.quotes) for dossier in dossiers), sources)
    say_withheld(withheld)
    if target is not None:
        _write(invocation, shares, target, force)
        return
    if as_json:
        put_json_list(shares)
        return
    heads = ("words", "part", "quotes", "direct", "articles", "kind", "affiliation", "who")
    rows = [
        (s.words, f"{s.part:.0%}", s.quotes, s.direct, s.articles, s.kind, s.affiliation, s.name)
        for s in shares
    ]
    put_table(heads, rows)


def _write(invocation: Invocation, shares: Sequence["Share"], target: Path, force: bool) -> None:
    from reader.formats.cover import evened  # the formats, which help does without
    from reader.formats.figures import Figure

    cells = [asdict(share) | {"name": evened(share.name)} for share in shares]
    rows = [(str(row["name"]), int(row["words"])) for row in cells]
    columns = ("name", "kind", "affiliation", "quotes", "direct", "words", "articles", "part")
    table = [[row[name] for name in columns] for row in cells]
    write_figures(
        invocation, [Figure("Words quoted, by speaker", rows, "words", columns, table)], target, force
    )
