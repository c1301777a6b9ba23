"""`reader reread`: read kept originals again, as reader reads today."""

from collections.abc import Sequence

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import all_option, engine_option, json_option, pass_invocation
from reader.cli.output import say
from reader.cli.progress import report_progress
from reader.cli.selecting import articles
from reader.i18n import _


@click.command(
    "reread",
    help=_(
        "Read the originals of articles again, by number or query, without asking anybody.\n\n"
        "A changed text is a new version with quotes and notes brought over, facts that were not known "
        "are filled in, and what you wrote stays. Exit code 1 where one was refused."
    ),
)
@click.argument("words", nargs=-1, metavar="ARTICLE…")
@all_option
@engine_option(_("Which detector looks for quotes."))
@click.option("--dry-run", is_flag=True, help=_("Only say what would change."))
@click.option("--replace", "takes_all", is_flag=True, help=_("Take also a text that has less than before."))
@json_option
@pass_invocation
def reread_command(
    invocation: Invocation,
    words: Sequence[str],
    everything: bool,
    engine: str | None,
    dry_run: bool,
    takes_all: bool,
    as_json: bool,
) -> None:
    """Read the originals of articles again, by number or query, without asking anybody."""
    from reader.library.rereading import Rereading, reread  # the store, which help does without

    with invocation.open() as store:
        ids = articles(store, words, everything=everything)
        if missing := len(ids) - len(store.originals.articles_with(ids)):
            told = _("Of {articles} the newest text has no original here.")
            say(told.format(articles=amounts.in_articles(missing)))
        how = Rereading(invocation.detection(engine), replace=takes_all, dry_run=dry_run)
        report_progress(reread(store, ids, how), as_json)
