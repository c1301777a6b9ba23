"""Asking for the file that something is written to."""

from pathlib import Path

from reader.i18n import _
from reader.ui.dialogs.ask import Ask, Confirm
from reader.ui.session import ReaderScreen


async def ask_file(screen: ReaderScreen, heading: str, hint: str, proposed: str) -> Path | None:
    """The file to write to; where it is there already, it is asked again. None to write nothing."""
    name = await screen.app.push_screen_wait(Ask(heading, hint, proposed))
    if not name:
        return None
    target = Path(name).expanduser()
    question = _("{name} is there already. Replace it?").format(name=target.name)
    if target.exists() and not await screen.app.push_screen_wait(Confirm(question)):
        return None
    return target
