"""`reader lint`: look at quotes before they are used."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import all_option, json_option, pass_invocation
from reader.cli.output import print_text, put_json_list, say
from reader.cli.selecting import articles
from reader.errors import UsageError
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.store import Store

_EVERY = "all"


@click.command(
    "lint",
    help=_(
        "Ask what a desk would ask about quotes before they are used. Exit code 1 where there is a finding."
    ),
)
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@all_option
@click.option("--skip", "skipped", multiple=True, metavar="RULE", help=_("Leave this rule out; repeatable."))
@click.option(
    "--ask",
    "asked",
    multiple=True,
    metavar="RULE",
    help=_(
        "A stricter rule looks too: indicative, doubt, named-late, unanswered, one-source, all; repeatable."
    ),
)
@json_option
@pass_invocation
def lint_command(
    invocation: Invocation,
    words: Sequence[str],
    everything: bool,
    skipped: Sequence[str],
    asked: Sequence[str],
    as_json: bool,
) -> None:
    """Ask what a desk would ask about quotes before they are used. Exit code 1 where there is a finding."""
    from reader.checks.asked import ASKED  # the checks, which help does without
    from reader.checks.lint import RULE_NAMES
    from reader.plugins import plugin_rules

    _refuse_unknown(skipped, (*RULE_NAMES, *plugin_rules()))
    _refuse_unknown(asked, (*ASKED, _EVERY))
    rules = tuple(ASKED) if _EVERY in asked else tuple(asked)
    with invocation.open() as store:
        cover = invocation.covering(store).cover
        ids = articles(store, words, everything=everything)
        found = [one for one in _findings(store, ids, rules) if one["rule"] not in skipped]
        findings = [cover.all_of(finding) for finding in found]
    if as_json:
        put_json_list(findings)
    else:
        _print(findings)
    say(f"{amounts.at_the_start(amounts.findings(len(findings)))}.")
    if findings:
        raise click.exceptions.Exit(1)


def _refuse_unknown(rules: Sequence[str], known: Sequence[str]) -> None:
    for rule in rules:
        if rule not in known:
            raise UsageError(
                _('There is no rule "{rule}"; rules are {rules}.').format(rule=rule, rules=", ".join(known))
            )


def _findings(store: "Store", ids: Sequence[int], asked: Sequence[str]) -> Iterator[dict[str, Any]]:
    from reader.checks import lint  # the checks, which help does without
    from reader.library.stories import said_elsewhere  # only a rule that is asked for needs it
    from reader.plugins import plugin_findings

    sources = {source.id: source for source in store.sources.all()}
    for article_id in ids:
        article = store.articles.get(article_id)
        elsewhere = said_elsewhere(store, article_id) if "one-source" in asked else ()
        quotes = store.quotes.of(article_id)
        own = lint(article, quotes, sources, asked, elsewhere)
        for found in (*own, *plugin_findings(article, quotes, sources)):
            yield {
                "article": article_id,
                "quote": found.quote_id,
                "rule": found.rule,
                "message": found.message,
                "span": list(found.span),
                "paragraph": article.text.count("\n\n", 0, found.span.start) + 1,
            }


def _print(findings: Sequence[dict[str, Any]]) -> None:
    """Findings of an article by what they say; of several that say the same, once and with their places."""
    for article, of_article in groupby(findings, key=lambda one: one["article"]):
        groups: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for one in of_article:
            about = ("quote", one["quote"]) if one["quote"] else ("paragraph", one["paragraph"])
            groups.setdefault((one["message"], one["rule"]), []).append(about)
        for (message, rule), places in groups.items():
            print_text(f"{article}: {_places(places)}: {message} [{rule}]")


def _places(places: "Sequence[tuple[str, int]]") -> str:
    """ "quote 3", or of several their number first: "4 times: quotes 3, 5, 7, 9"."""
    kinds = {kind for kind, _number in places}
    numbers = ", ".join(str(number) for _kind, number in places)
    if kinds == {"quote"}:
        told = ngettext("quote {numbers}", "{count} times: quotes {numbers}", len(places))
    elif kinds == {"paragraph"}:
        told = ngettext("paragraph {numbers}", "{count} times: paragraphs {numbers}", len(places))
    else:
        told, numbers = _("{count} times: {numbers}"), ", ".join(_places([one]) for one in places)
    return told.format(count=len(places), numbers=numbers)
