"""`reader lint`: look at quotes before they are used."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from reader.cli.options import Invocation, all_option, json_option, pass_invocation
from reader.cli.output import counted, print_text, put_json_list, say
from reader.cli.selecting import articles
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.store import Store


@click.command("lint")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@all_option
@click.option("--skip", "skipped", multiple=True, metavar="RULE", help="Leave this rule out; repeatable.")
@json_option
@pass_invocation
def lint_command(
    invocation: Invocation, words: Sequence[str], everything: bool, skipped: Sequence[str], as_json: bool
) -> None:
    """Ask what a desk would ask about quotes before they are used. Exit code 1 where there is a finding."""
    from reader.checks.lint import RULE_NAMES  # the checks, which help does without
    from reader.plugins import plugin_rules

    known = (*RULE_NAMES, *plugin_rules())
    for rule in skipped:
        if rule not in known:
            raise UsageError(f'There is no rule "{rule}"; rules are {", ".join(known)}.')
    with invocation.open() as store:
        cover = invocation.covering(store).cover
        found = _findings(store, articles(store, words, everything=everything), skipped)
        findings = [cover.all_of(finding) for finding in found]
    if as_json:
        put_json_list(findings)
    else:
        for found in findings:
            about = f"quote {found['quote']}" if found["quote"] else f"paragraph {found['paragraph']}"
            print_text(f"{found['article']}: {about}: {found['message']} [{found['rule']}]")
    say(f"{counted(len(findings), 'finding').capitalize()}.")
    if findings:
        raise click.exceptions.Exit(1)


def _findings(store: "Store", ids: Sequence[int], skipped: Sequence[str]) -> Iterator[dict[str, Any]]:
    from reader.checks import lint  # the checks, which help does without
    from reader.plugins import plugin_findings

    sources = {source.id: source for source in store.sources.all()}
    for article_id in ids:
        article = store.articles.get(article_id)
        quotes = store.quotes.of(article_id)
        for found in (*lint(article, quotes, sources), *plugin_findings(article, quotes, sources)):
            if found.rule not in skipped:
                yield {
                    "article": article_id,
                    "quote": found.quote_id,
                    "rule": found.rule,
                    "message": found.message,
                    "span": list(found.span),
                    "paragraph": article.text.count("\n\n", 0, found.span.start) + 1,
                }
