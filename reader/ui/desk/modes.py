"""The modes of the desk: what the keys, a moving caret and Esc mean at a moment.

A `Mode` is a value; `parts.modes_of` makes the table of all. Which keys are there in which mode says `keys`.
"""

from collections.abc import Callable
from dataclasses import dataclass

READ, SELECT, BORDER, POINT, WRITE, SEEK = "", "select", "border", "point", "write", "seek"
"""Names of the modes: reading, selecting, moving a border, pointing at a role, writing a note, finding."""

StatusWords = tuple[str, str]
"""Mode and message of the status line."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One mode of the desk."""

    name: str
    status: tuple[Callable[[], StatusWords | None], ...]
    """Who is asked for the words of the status line, one after the other, until one has any."""
    follow: Callable[[int], None]
    """What a caret does that moves to an offset."""
    leave: Callable[[], None]
    """Back to reading; what was not kept is as it was."""
