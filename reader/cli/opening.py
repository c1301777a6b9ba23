"""`reader [PATHS…]`: open the app, importing the paths."""

import difflib
from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli.commands import COMMANDS
from reader.cli.options import Desk, pass_desk
from reader.errors import UsageError


@click.command("PATHS", hidden=True, add_help_option=True)
@click.argument("locations", nargs=-1)
@pass_desk
def open_app(desk: Desk, locations: Sequence[str]) -> None:
    """Add PATHS to the library and open it."""
    for location in locations:
        _require(location)
    from reader.ui.app import run  # textual: half a second, for the app only

    run(desk.path, locations)


def _require(location: str) -> None:
    """Refuse what is neither there nor an address, before a screen hides the message."""
    if location in ("-", "clip:") or "://" in location:
        return
    if not Path(location).expanduser().exists():
        near = difflib.get_close_matches(location, COMMANDS, n=1)
        hint = f'; did you mean "reader {near[0]}"?' if near else "."
        raise UsageError(f'There is no file or folder "{location}", and no command of that name{hint}')
