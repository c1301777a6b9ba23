"""`reader merge`: take over what another library has."""

from pathlib import Path

import click

from reader.cli.options import Invocation, files, json_option, pass_invocation
from reader.cli.output import counted, print_text, put_json, say
from reader.errors import NotFoundError
from reader.i18n import _


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

    if not Path(other).expanduser().exists():  # before a new library is made for nothing
        raise NotFoundError(_("There is no library at {other}.").format(other=other))
    with invocation.open(create=True) as store:
        merged = merge(store, Path(other))
    if as_json:
        put_json(merged)
    else:
        for told in (*merged.joined, *merged.conflicts):
            print_text(told)
    came = f"{counted(merged.new, 'article').capitalize()} came in, {merged.same or 'none'} were here already"
    say(f"{came}; {counted(merged.quotes, 'quote')} and {counted(merged.notes, 'note')} on those.")
    if merged.filled:
        say(f"Of {counted(merged.filled, 'article')} here more is known now than before.")
    if merged.memos:
        say(f"{counted(merged.memos, 'memo').capitalize()} came in.")
    if merged.feeds:
        say(f"{counted(merged.feeds, 'feed')} came in switched off: `reader feeds edit FEED --on` asks them.")
    if merged.conflicts:
        raise click.exceptions.Exit(1)
