"""`reader redetect`: look for the quotes of articles again."""

from collections.abc import Sequence

import click

from reader.cli.invocation import Invocation
from reader.cli.options import all_option, engine_option, json_option, pass_invocation
from reader.cli.progress import report_progress
from reader.cli.selecting import articles
from reader.i18n import _


@click.command(
    "redetect",
    help=_("Look for quotes again, by number or query; what you accepted, changed or made stays as it is."),
)
@click.argument("words", nargs=-1, metavar="ARTICLE…")
@all_option
@engine_option(_("Which detector looks for quotes."))
@json_option
@pass_invocation
def redetect_command(
    invocation: Invocation, words: Sequence[str], everything: bool, engine: str | None, as_json: bool
) -> None:
    """Look for quotes again, by number or query; what you accepted, changed or made stays as it is."""
    from reader.library.renewing import redetect  # the store, which help does without

    with invocation.open() as store:
        ids = articles(store, words, everything=everything)
        report_progress(redetect(store, ids, invocation.detection(engine)), as_json)
