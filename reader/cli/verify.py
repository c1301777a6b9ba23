"""`reader verify`: prove that quotes and notes stand where they are said to."""

from functools import partial

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import print_text, put_json_list, say
from reader.cli.stages import StageLine
from reader.i18n import _, pgettext


@click.command(
    "verify",
    help=_(
        "Prove for every quote and note that the text at its place is the text kept with it.\n\n"
        "Exit code 1 where one is not."
    ),
)
@json_option
@pass_invocation
def verify_command(invocation: Invocation, as_json: bool) -> None:
    """Prove for every quote and note that the text at its place is the text kept with it."""
    with invocation.open() as store:
        with StageLine() as line:
            problems = list(store.verify(partial(line.told, pgettext("head of a column", "articles"))))
        checked = store.articles.count()
    if as_json:
        put_json_list(problems)
    else:
        for problem in problems:
            print_text(problem.what)
    articles = amounts.at_the_start(amounts.articles(checked))
    say(_("{articles}: {problems}.").format(articles=articles, problems=amounts.problems(len(problems))))
    if problems:
        raise click.exceptions.Exit(1)
