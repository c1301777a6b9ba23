"""Open the app, from the first step of the program or from the command line's own."""

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.commands import COMMANDS
from reader.cli.upgrading import upgrade_line
from reader.errors import UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from textual.message import Message


def open_app(library: Path, locations: Sequence[str], *, first: "Message | None" = None) -> None:
    """Open `library` in the app, which adds `locations`; a `UsageError` where none of them is there.

    `first` is the place that it shows above the library, such as `AgreementWanted`.
    """
    _require_any(locations)
    gc.disable()  # what is made on the way in stays: collecting would cost 15 ms; the app turns it on again
    from reader.ui.app import run  # textual: a quarter of a second, for the app only

    run(library, locations, first, upgrading=upgrade_line)


def _require_any(locations: Sequence[str]) -> None:
    """Refuse a wrong path before a screen hides the message; among good ones, the app lists it."""
    if not locations or any(map(_is_there, locations)):
        return
    import difflib  # 10 ms, and the hint is seldom needed

    near = difflib.get_close_matches(locations[0].lower(), COMMANDS, n=1)
    told = _('There is no file or folder "{location}", and no command of that name.')
    if near:
        told = _(
            'There is no file or folder "{location}", and no command of that name; '
            'did you mean "reader {near}"?'
        )
    raise UsageError(told.format(location=locations[0], near="".join(near)))


def _is_there(location: str) -> bool:
    if location in ("-", "clip:") or "://" in location or location.lower().startswith("feed:"):
        return True
    # never raises, whatever the name: ~ of nobody, a zero byte, a folder that must not be searched
    return bool(location.strip()) and os.path.exists(os.path.expanduser(location))  # noqa: PTH110, PTH111
