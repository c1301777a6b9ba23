"""The few signs that lists, panels and cards draw, with plain ones for terminals that lack them."""

from typing import NamedTuple


class Glyphs(NamedTuple):
    """One sign per meaning."""

    bar: str = "▎"
    """Beside the current row, and along a card."""
    selected: str = "■"
    """Of a selected row: a check mark beside that of an accepted quote would read as checked."""
    unread: str = "●"
    reading: str = "◐"
    star: str = "★"
    accepted: str = "✓"
    """Decided: all quotes of an article, or one quote."""
    rejected: str = "✗"
    suggested: str = "?"
    """To decide."""
    checked: str = "✓✓"
    """Checked against evidence: two cells, told from accepted at reading distance."""
    disputed: str = "!"
    note: str = "✎"
    dot: str = "·"
    """Between two facts."""
    down: str = "↓"
    up: str = "↑"
    on: str = "◆"
    """A filter that is set."""
    full: str = "━"
    """Part of a bar that is done, or how sure something is."""
    empty: str = "─"
    source: str = "◆"
    """Beside the name of a source of the register; a name without it is only what the text says."""
    cut: str = "…"
    """Where a note goes on."""
    to: str = "→"
    """To whom something was said."""


DRAWN = Glyphs()
ASCII = Glyphs(
    bar="|", selected=">", unread="*", reading="~", star="#", accepted="+", rejected="x", suggested="?",
    checked="++", disputed="!", note="*", dot="-", down="v", up="^", on="+", full="=", empty="-", source="@",
    cut="~", to="to",
)  # fmt: skip


def glyphs(*, ascii_only: bool) -> Glyphs:
    """The signs for a terminal."""
    return ASCII if ascii_only else DRAWN
