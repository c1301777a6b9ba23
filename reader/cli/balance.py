"""`reader balance`: who has how much of a say."""

from collections.abc import Sequence

import click

from reader.cli.options import Invocation, all_option, json_option, pass_invocation
from reader.cli.output import put_json_list, put_table
from reader.cli.selecting import articles


@click.command("balance")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@all_option
@json_option
@pass_invocation
def balance_command(invocation: Invocation, words: Sequence[str], everything: bool, as_json: bool) -> None:
    """Count who has how much of a say: quotes and words by source, over the articles named."""
    from reader.checks import balance  # the checks, which help does without

    with invocation.open() as store:
        sources = {source.id: source for source in store.sources.all()}
        ids = articles(store, words, everything=everything)
        shares = balance(((store.articles.get(i), store.quotes.of(i)) for i in ids), sources)
    if as_json:
        put_json_list(shares)
        return
    heads = ("words", "part", "quotes", "direct", "articles", "kind", "affiliation", "who")
    rows = [
        (s.words, f"{s.part:.0%}", s.quotes, s.direct, s.articles, s.kind, s.affiliation, s.name)
        for s in shares
    ]
    put_table(heads, rows)
