"""`reader trash`: put articles away, take them back, or delete them for good."""

from collections.abc import Sequence

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import confirm, tell
from reader.cli.selecting import articles, numbers
from reader.errors import UsageError
from reader.i18n import _


@click.command(
    "trash",
    help=_("Move articles to the trash, by number or query; `reader list --trash` shows what is in it."),
)
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option("--restore", is_flag=True, help=_("Take the articles out of the trash, by number."))
@click.option("--empty", is_flag=True, help=_("Delete all that is in the trash, for good."))
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_invocation
def trash_command(
    invocation: Invocation, words: Sequence[str], restore: bool, empty: bool, yes: bool, as_json: bool
) -> None:
    """Move articles to the trash, by number or query; `reader list --trash` shows what is in it."""
    if empty and (words or restore):
        raise UsageError(_("--empty deletes all that is in the trash: it goes with nothing else."))
    from reader.library.originals import purge  # the store, which help does without

    with invocation.open() as store:
        if empty:
            doomed = store.articles.trashed()
            articles_told = amounts.articles(len(doomed))
            question = _("Delete {articles} in the trash for good?").format(articles=articles_told)
            confirm(question, yes or not doomed)
            number = purge(store, doomed)
            tell(as_json, _("{count} deleted for good.").format(count=number), deleted=number)
        elif restore:
            number = store.articles.restore(numbers(words))
            tell(as_json, _("{count} taken out of the trash.").format(count=number), restored=number)
        else:
            number = store.articles.trash(articles(store, words))
            tell(
                as_json,
                _("{count} moved to the trash; `reader undo` takes it back.").format(count=number),
                trashed=number,
            )
