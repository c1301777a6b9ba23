"""`reader [PATHS…]` with options: open the app, importing the paths."""

from collections.abc import Sequence

import click

from reader.cli.invocation import Invocation
from reader.cli.launch import open_app
from reader.cli.options import files, pass_invocation
from reader.i18n import _


@click.command("PATHS", hidden=True, help=_("Add PATHS to the library and open it."))
@click.argument("locations", nargs=-1, shell_complete=files)
@pass_invocation
def open_command(invocation: Invocation, locations: Sequence[str]) -> None:
    """Add PATHS to the library and open it."""
    open_app(invocation.path, locations)
