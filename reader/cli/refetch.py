"""`reader refetch`: read articles again from where they came."""

from collections.abc import Sequence

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.progress import report_progress
from reader.cli.selecting import articles


@click.command("refetch")
@click.argument("words", nargs=-1, required=True, metavar="ARTICLE…")
@json_option
@pass_invocation
def refetch_command(invocation: Invocation, words: Sequence[str], as_json: bool) -> None:
    """Read articles again from where they came, by number or query; a changed text becomes a new version."""
    from reader.library.adding import refetch  # the store, which help does without

    with invocation.open() as store:
        report_progress(refetch(store, articles(store, words), invocation.detection()), as_json)
