"""`reader merge`: take over what another library has."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import files, json_option, pass_invocation
from reader.cli.output import print_text, put_json, say
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.store.merging import Merged


@click.command(
    "merge",
    help=_(
        "Take over what the library OTHER has; both sides' notes are kept, and `reader undo` takes it "
        "all back.\n\n"
        "Exit code 1 where both sides decided something differently; what stood here stays."
    ),
)
@click.argument("other", shell_complete=files)
@json_option
@pass_invocation
def merge_command(invocation: Invocation, other: str, as_json: bool) -> None:
    """Take over what the library OTHER has; both sides' notes are kept."""
    from reader.library.adding import merge  # the store, which help does without
    from reader.store.other_libraries import require_library

    require_library(Path(other))  # before a new library is made for nothing
    with invocation.open(create=True) as store:
        merged = merge(store, Path(other))
    if as_json:
        put_json(merged)
    else:
        for told in (*merged.joined, *merged.conflicts):
            print_text(told)
    for told in _came_in(merged):
        say(told)
    if merged.conflicts:
        raise click.exceptions.Exit(1)


def _came_in(merged: "Merged") -> Iterator[str]:
    """What came in, a sentence each."""
    yield _("{articles} came in, {same} were here already; {quotes} and {notes} on those.").format(
        articles=amounts.at_the_start(amounts.articles(merged.new)),
        same=merged.same or pgettext("of articles", "none"),
        quotes=amounts.quotes(merged.quotes),
        notes=amounts.notes(merged.notes),
    )
    if merged.filled:
        articles = amounts.in_articles(merged.filled)
        yield _("Of {articles} here more is known now than before.").format(articles=articles)
    if merged.memos:
        yield _("{memos} came in.").format(memos=amounts.at_the_start(amounts.memos(merged.memos)))
    if merged.feeds:
        told = _("{feeds} came in switched off: `reader feeds edit FEED --on` asks them.")
        yield told.format(feeds=amounts.feeds(merged.feeds))
