"""`reader backup`: copy the library."""

import click

from reader.cli.options import Invocation, files, json_option, pass_invocation
from reader.cli.output import put_json, say


@click.command("backup")
@click.argument("target", shell_complete=files)
@json_option
@pass_invocation
def backup_command(invocation: Invocation, target: str, as_json: bool) -> None:
    """Copy the library to TARGET, a new file or a folder, and check the copy; others may go on using it."""
    with invocation.open() as store:
        written = store.backup(target)
    put_json({"backup": str(written)}) if as_json else say(f"Written and checked: {written}")
