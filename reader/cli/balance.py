"""`reader balance`: who has how much of a say."""

from collections.abc import Sequence

import click

from reader.cli.options import Invocation, all_option, json_option, pass_invocation
from reader.cli.output import put_json_list, put_table, say_withheld
from reader.cli.selecting import articles


@click.command("balance")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@all_option
@json_option
@pass_invocation
def balance_command(invocation: Invocation, words: Sequence[str], everything: bool, as_json: bool) -> None:
    """Count who has how much of a say: quotes and words by source, over the articles named."""
    from reader.checks import balance  # the checks, which help does without
    from reader.library.exporting import Selection

    with invocation.open() as store:
        covering = invocation.covering(store)
        ids = articles(store, words, everything=everything)
        dossiers = list(map(covering.dossier, ids))
        withheld = covering.count_withheld(Selection(tuple(ids)))
    sources = {source.id: source for dossier in dossiers for source in dossier.sources}
    shares = balance(((dossier.article, dossier.quotes) for dossier in dossiers), sources)
    say_withheld(withheld)
    if as_json:
        put_json_list(shares)
        return
    heads = ("words", "part", "quotes", "direct", "articles", "kind", "affiliation", "who")
    rows = [
        (s.words, f"{s.part:.0%}", s.quotes, s.direct, s.articles, s.kind, s.affiliation, s.name)
        for s in shares
    ]
    put_table(heads, rows)
