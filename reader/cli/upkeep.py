"""`reader verify` and the commands that look after the library's file."""

import click

from reader.cli.options import Desk, json_option, pass_desk
from reader.cli.output import put, put_json_list, say


@click.command("verify")
@json_option
@pass_desk
def verify_command(desk: Desk, as_json: bool) -> None:
    """Prove for every quote and note that the text at its place is the text kept with it.

    Exit code 1 where one is not.
    """
    with desk.open() as store:
        problems = list(store.verify())
        checked = store.articles.count()
    if as_json:
        put_json_list(problems)
    else:
        for problem in problems:
            put(problem.what)
    say(f"{checked} articles: {len(problems) or 'no'} problems.")
    if problems:
        raise click.exceptions.Exit(1)
