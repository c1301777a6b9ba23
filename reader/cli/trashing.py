"""`reader trash`: put articles away, take them back, or delete them for good."""

from collections.abc import Sequence

import click

from reader.cli.options import Desk, pass_desk
from reader.cli.output import confirm, say
from reader.cli.selecting import articles, numbers


@click.command("trash")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option("--restore", is_flag=True, help="Take the articles out of the trash, by number.")
@click.option("--empty", is_flag=True, help="Delete all that is in the trash, for good.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@pass_desk
def trash_command(desk: Desk, words: Sequence[str], restore: bool, empty: bool, yes: bool) -> None:
    """Move articles to the trash, by number or query; `reader list --trash` shows what is in it."""
    with desk.open() as store:
        if empty:
            doomed = store.articles.trashed()
            confirm(f"Delete {len(doomed)} articles in the trash for good?", yes or not doomed)
            say(f"{store.articles.purge(doomed)} deleted for good.")
        elif restore:
            say(f"{store.articles.restore(numbers(words))} taken out of the trash.")
        else:
            moved = store.articles.trash(articles(store, words))
            say(f"{moved} moved to the trash; `reader undo` takes it back.")
