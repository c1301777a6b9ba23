"""Bars as a list: a name, a bar as long as what is counted, numbers; each can be chosen, and opened.

A bar is divided where its parts are known: each begins with a letter on its colour, so that no difference is
told by colour alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader.cells import cells, fit
from reader.i18n import number, percent
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.lists.keys import MOVE_KEYS
from reader.ui.widgets.lists.virtual import VirtualList
from reader.visible import visible

INKS = (
    "quote-direct",
    "quote-indirect",
    "quote-free",
    "accepted",
    "disputed",
    "held",
    "star",
    "addressee",
    "quote-reported",
    "muted",
)
"""Variables of the theme for the parts of a bar, in their order; after the last the first comes again."""


class BarPart(NamedTuple):
    """What a part of all bars is."""

    name: str
    letter: str
    """Of its name, which stands in the part."""
    ink: str
    """A variable of the theme."""


_EIGHTHS = " ▏▎▍▌▋▊▉"
_GUTTER = 3
_LEAST_NAME, _MOST_NAME = 16, 48
_NUMBER, _PART = 9, len(percent(1)) + 1
_WIDE = 140
"""Cells from which there is room for the facts."""
_FACTS = 47


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar with what stands beside it."""

    id: int
    name: str
    count: int
    part: float
    """Of all, 0 to 1."""
    is_faint: bool = False
    """Whether it is no one voice, or nobody."""
    facts: str = ""
    """What else is counted, shown where there is room."""
    parts: tuple[int, ...] = ()
    """How the bar divides, by the parts of the list; empty where that is not known."""


class BarList(VirtualList[BarRow], inherit_bindings=False):
    """Bars, the longest as wide as there is room; they are opened, not selected."""

    BINDINGS = MOVE_KEYS

    signs: reactive[Glyphs] = reactive(DRAWN)
    longest: reactive[int] = reactive(1)
    """What the longest bar counts."""
    parts: reactive[tuple[BarPart, ...]] = reactive(())
    """What the parts of the bars are."""
    _longest_name = 0
    """Cells of the longest name."""

    def show_bars(self, rows: Sequence[BarRow], parts: Iterable[BarPart] = ()) -> None:
        """Show these bars and their parts; the cursor stays on the name that it stood on."""
        at = self.row(self.current_id)
        self._rows.clear()
        self.longest = max((row.count for row in rows), default=0) or 1
        self._longest_name = max((cells(row.name) for row in rows), default=0)
        self.parts = tuple(parts)
        self._rows.update((row.id, row) for row in rows)
        again = next((row.id for row in rows if at is not None and row.name == at.name), 0)
        self.show([row.id for row in rows], current=again if self._held else 0)

    def start_over(self) -> None:
        """Go to the first bar when others come."""
        self._held = False
        self.cursor = 0

    def _name_width(self, width: int) -> int:
        """Cells of the names: three tenths of the width, four where one of them needs more."""
        return max(
            _LEAST_NAME, min(_MOST_NAME, max(width * 3 // 10, min(self._longest_name, width * 4 // 10)))
        )

    def _want(self, page: int) -> None:
        """All rows are here."""

    def paint(self, index: int, row: BarRow, line: int, width: int, ground: Style) -> list[Segment]:
        """One bar."""
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        name_width = self._name_width(width)
        facts = fit(f"   {row.facts}", _FACTS) if width >= _WIDE else ""
        room = max(4, width - _GUTTER - name_width - _NUMBER - _PART - 3 - len(facts))
        how = ("muted", "") if row.is_faint else ("foreground", "")
        return [
            Segment(f"{bar}  ", ground + self.ink("primary")),
            Segment(fit(visible(row.name), name_width), ground + self.ink(*how)),
            Segment(fit(number(row.count), _NUMBER, right=True), ground + self.ink("foreground", "bold")),
            Segment(fit(percent(row.part), _PART, right=True), ground + self.ink("muted")),
            Segment(f"{facts}  ", ground + self.ink("muted")),
            *self._bar(row, room, ground),
        ]

    def _bar(self, row: BarRow, room: int, ground: Style) -> Iterable[Segment]:
        cells = row.count * room / self.longest
        total = sum(row.parts)
        if not total:
            ink = ground + self.ink("muted" if row.is_faint else "primary")
            yield Segment(self._plain(cells, room), ink)
            return
        whole = max(1, round(cells)) if row.count else 0
        done = past = 0
        for part, count in zip(self.parts, row.parts, strict=True):
            past += count
            end = round(whole * past / total)
            yield self.filled(part, end - done, ground)
            done = end

    def filled(self, part: BarPart, wide: int, ground: Style) -> Segment:
        """A part of a bar: its colour with its letter in front; without colours, letters alone."""
        if self.app.no_color or self.signs is not DRAWN:
            return Segment(part.letter * wide, ground)
        return Segment(part.letter[:wide].ljust(wide), ground + self.ink(part.ink) + Style(reverse=True))

    def _plain(self, cells: float, room: int) -> str:
        """A bar to an eighth of a cell; what is counted at all is seen."""
        if self.signs is not DRAWN:
            return self.signs.full * max(1 if cells else 0, min(room, round(cells)))
        eighths = min(room * 8, max(1, round(cells * 8)) if cells else 0)
        return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
