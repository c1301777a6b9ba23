"""The few signs that lists and panels draw, with plain ones for terminals that lack them."""

from typing import NamedTuple


class Glyphs(NamedTuple):
    """One sign per meaning."""

    bar: str
    """Beside the current row."""
    selected: str
    unread: str
    reading: str
    star: str
    done: str
    """Decided: all quotes of an article, or one quote."""
    checked: str
    """Checked against evidence."""
    dot: str
    """Between two facts."""
    down: str
    up: str
    on: str
    """A filter that is set."""
    full: str
    """Part of a progress bar that is done."""
    empty: str
    rejected: str
    disputed: str


DRAWN = Glyphs("▎", "✓", "●", "◐", "★", "✓", "✔", "·", "↓", "↑", "◆", "━", "─", "✗", "!")
ASCII = Glyphs("|", "x", "*", "~", "#", "ok", "OK", "-", "v", "^", "+", "=", "-", "x", "!")


def glyphs(*, ascii_only: bool) -> Glyphs:
    """The signs for a terminal."""
    return ASCII if ascii_only else DRAWN
