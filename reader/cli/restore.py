"""`reader restore`: put a backup in the library's place."""

from pathlib import Path

import click

from reader.cli.options import Invocation, files, pass_invocation
from reader.cli.output import confirm, say
from reader.errors import NotFoundError


@click.command("restore")
@click.argument("backup", shell_complete=files)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@pass_invocation
def restore_command(invocation: Invocation, backup: str, yes: bool) -> None:
    """Put BACKUP in the library's place; the library as it is now is kept beside it."""
    from reader.store import restore  # the store, which help does without

    if not Path(backup).expanduser().exists():
        raise NotFoundError(f"There is no backup at {backup}.")
    if invocation.path.exists():
        confirm(f"Replace {invocation.path} by {backup}?", yes)
    replaced = restore(Path(backup), invocation.path)
    say(f"Restored: {invocation.path}." + (f" As it was: {replaced}" if replaced else ""))
