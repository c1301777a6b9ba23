"""`reader lint` and `balance`: look at quotes before they are used."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from reader.cli.options import Desk, json_option, pass_desk
from reader.cli.output import counted, put, put_json_list, put_table, say
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.store import Store


@click.command("lint")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option("--all", "everything", is_flag=True, help="All articles of the library.")
@click.option("--skip", "skipped", multiple=True, metavar="RULE", help="Leave this rule out; repeatable.")
@json_option
@pass_desk
def lint_command(
    desk: Desk, words: Sequence[str], everything: bool, skipped: Sequence[str], as_json: bool
) -> None:
    """Ask what a desk would ask about quotes before they are used. Exit code 1 where there is a finding."""
    from reader.checks.lint import RULE_NAMES
    from reader.cli.selecting import articles

    for rule in skipped:
        if rule not in RULE_NAMES:
            raise UsageError(f'There is no rule "{rule}"; rules are {", ".join(RULE_NAMES)}.')
    with desk.open() as store:
        findings = list(_findings(store, articles(store, words, everything=everything), skipped))
    if as_json:
        put_json_list(findings)
    else:
        for found in findings:
            put(f"{found['article']}: quote {found['quote']}: {found['message']} [{found['rule']}]")
    say(f"{counted(len(findings), 'finding').capitalize()}.")
    if findings:
        raise click.exceptions.Exit(1)


def _findings(store: "Store", ids: Sequence[int], skipped: Sequence[str]) -> Iterator[dict[str, Any]]:
    from reader.checks import lint

    sources = {source.id: source for source in store.sources.all()}
    for article_id in ids:
        for found in lint(store.articles.get(article_id), store.quotes.of(article_id), sources):
            if found.rule not in skipped:
                told = {"article": article_id, "quote": found.quote_id, "rule": found.rule}
                yield {**told, "message": found.message, "span": list(found.span)}


@click.command("balance")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option("--all", "everything", is_flag=True, help="All articles of the library.")
@json_option
@pass_desk
def balance_command(desk: Desk, words: Sequence[str], everything: bool, as_json: bool) -> None:
    """Count who has how much of a say: quotes and words by source, over the articles named."""
    from reader.checks import balance
    from reader.cli.selecting import articles

    with desk.open() as store:
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
