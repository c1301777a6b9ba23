"""`reader [PATHS…]` with options: open the app, importing the paths."""

from collections.abc import Sequence

import click

from reader.cli.options import Desk, files, pass_desk
from reader.cli.start import open_app


@click.command("PATHS", hidden=True)
@click.argument("locations", nargs=-1, shell_complete=files)
@pass_desk
def open_command(desk: Desk, locations: Sequence[str]) -> None:
    """Add PATHS to the library and open it."""
    open_app(desk.path, locations)
