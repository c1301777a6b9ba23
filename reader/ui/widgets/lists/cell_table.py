"""Rows of passages side by side, or below each other where it is narrow; painted line by line.

A `Cell` stands in a column; each column has a head. One cell has the cursor. In a wide terminal the columns
that fit are shown, following the cursor, with their heads in the first lines.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.i18n import _
from reader.ui.keys import task
from reader.ui.widgets.inks import line_ground, line_ink
from reader.ui.widgets.wrapped import Run, Runs, segments, wrap

SIDE_BY_SIDE = 90
"""Cells from which columns stand side by side."""
LEAST = 32
"""Cells a column needs."""
GAP = 2
"""Cells between two columns."""
BAR = "▎"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row."""

    runs: Runs
    there: bool = True
    """Whether there is something to open."""


Row = tuple[Cell, ...]


class CellTable(ScrollView, can_focus=True):
    """Passages of several texts in rows."""

    DEFAULT_CSS = """
    CellTable { height: 1fr; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; overflow-x: hidden;
                scrollbar-gutter: stable; padding: 0 1; }
    """
    BINDINGS = task(
        _("Move"),
        Binding("j,down", "move(1, 0)", _("Down"), tooltip=_("Next quote"), id="table.down", show=False),
        Binding("k,up", "move(-1, 0)", _("Up"), tooltip=_("Quote before"), id="table.up", show=False),
        Binding("l,right", "move(0, 1)", _("Next column"), tooltip=_("Next article"), id="table.right"),
        Binding(
            "h,left",
            "move(0, -1)",
            _("Column before"),
            tooltip=_("Article before"),
            id="table.left",
            show=False,
        ),
        Binding(
            "space,pagedown,ctrl+d", "page(1)", _("Page down"), tooltip=_("Down"), id="table.page", show=False
        ),
        Binding("b,pageup,ctrl+u", "page(-1)", _("Page up"), tooltip=_("Up"), id="table.page_up", show=False),
        Binding(
            "g,home", "move(-9999999, 0)", _("First"), tooltip=_("First row"), id="table.first", show=False
        ),
        Binding("G,end", "move(9999999, 0)", _("Last"), tooltip=_("Last row"), id="table.last", show=False),
    )

    cursor: reactive[tuple[int, int]] = reactive((0, 0), repaint=False)
    """Row and column of the current cell."""

    class Moved(Message):
        """Another cell is the current one."""

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, CellTable.Moved)

    class Chosen(Message):
        """A cell was opened with the mouse."""

    def __init__(self, *, id: str | None = None, side_by_side: int = SIDE_BY_SIDE) -> None:
        """`side_by_side` is how many cells it takes for columns to stand side by side."""
        super().__init__(id=id)
        self._side_by_side = side_by_side
        self.heads: tuple[Runs, ...] = ()
        self.rows: Sequence[Row] = ()
        self._ends: list[int] = []
        self._lines_of_row: list[list[tuple[tuple[int, Runs], ...]]] = []
        self._columns: tuple[int, ...] = ()

    def show(self, heads: Sequence[Runs], rows: Sequence[Row]) -> None:
        """Show rows; the cursor stays where it is as far as it can."""
        self.heads, self.rows = tuple(heads), rows
        row, column = self.cursor
        self.cursor = (max(0, min(row, len(rows) - 1)), max(0, min(column, len(heads) - 1)))
        self._lay_out()
        self._reveal()

    # -- layout ------------------------------------------------------------------------------------------

    @property
    def is_wide(self) -> bool:
        """Whether columns stand side by side."""
        return self.scrollable_content_region.width >= self._side_by_side

    @property
    def head_lines(self) -> int:
        """Lines at the top that stay: the heads of the columns."""
        return 3 if self.is_wide and any(self.heads) else 0

    def _shown(self) -> tuple[int, ...]:
        """The columns side by side: the first, and those around the cursor."""
        fit = max(2, (self.scrollable_content_region.width + GAP) // (LEAST + GAP))
        others = list(range(1, len(self.heads)))
        if len(others) > fit - 1:
            start = max(0, min(self.cursor[1] - fit + 1, len(others) - fit + 1))
            others = others[start : start + fit - 1]
        return (0, *others) if self.heads else ()

    def _width(self) -> int:
        """Cells of a column."""
        count = len(self._columns) if self.is_wide else 1
        width = self.scrollable_content_region.width
        return max(8, (width - GAP * (count - 1)) // max(1, count))

    def _lay_out(self) -> None:
        self._columns = self._shown()
        place = self._beside if self.is_wide else self._below
        self._lines_of_row = [place(row) for row in self.rows]
        self._ends = list(accumulate(len(lines) for lines in self._lines_of_row))
        height = (self._ends[-1] if self._ends else 0) + self.head_lines
        self.virtual_size = Size(self.scrollable_content_region.width, height)
        self.refresh()

    def _beside(self, row: Row) -> list[tuple[tuple[int, Runs], ...]]:
        """Lines of a row, each with a part of every column."""
        columns = [wrap(row[column].runs, self._width() - 2) for column in self._columns]
        height = max(len(lines) for lines in columns)
        filled = [[*lines, *[()] * (height - len(lines))] for lines in columns]
        lines = [tuple(zip(self._columns, parts, strict=True)) for parts in zip(*filled, strict=True)]
        return [*lines, tuple((-1, ()) for _ in self._columns)]

    def _below(self, row: Row) -> list[tuple[tuple[int, Runs], ...]]:
        """Lines of a row, one column after the other, each named."""
        lines: list[tuple[tuple[int, Runs], ...]] = []
        for column, cell in enumerate(row):
            name = self.heads[column][:1]
            shown = (*name, Run("  "), *cell.runs) if name else cell.runs
            lines += [((column, line),) for line in wrap(shown, self._width() - 2)]
        return [*lines, ((-1, ()),)]

    # -- painting ----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        if y < self.head_lines:
            return self._head(y, width)
        line = y - self.head_lines + self.scroll_offset.y
        row = bisect_right(self._ends, line)
        if row >= len(self.rows):
            return Strip.blank(width, self.visual_style.rich_style)
        parts = self._lines_of_row[row][line - (self._ends[row - 1] if row else 0)]
        return self._strip([self._part(row, column, runs) for column, runs in parts], width)

    def _part(self, row: int, column: int, runs: Runs) -> list[Segment]:
        ground, bar = self.visual_style.rich_style, " "
        if (row, column) == self.cursor:
            ground += line_ground(self.app, "cursor-row" if self.has_focus else "cursor-row-blurred")
            bar = (BAR, "|")[getattr(self.app, "ascii", False)] if self.has_focus else " "
        mark = Segment(f"{bar} ", ground + line_ink(self.app, "primary"))
        return [mark, *segments(self.app, runs, self._width() - 2, ground)]

    def _head(self, y: int, width: int) -> Strip:
        parts = []
        for column in self._columns:
            lines = wrap(self.heads[column], self._width() - 2)[:2]
            line = (*lines, (), ())[y] if y < 2 else self._more(column)
            parts.append(
                [
                    Segment("  ", self.visual_style.rich_style),
                    *segments(self.app, line, self._width() - 2, self.visual_style.rich_style),
                ]
            )
        return self._strip(parts, width)

    def _more(self, column: int) -> Runs:
        """How many columns there are beyond this one that do not fit."""
        shown = self._columns
        if column == shown[-1] and (right := len(self.heads) - 1 - column):
            return (Run(_("{right} more: l").format(right=right), "faint"),)
        left = shown[1] - 1 if len(shown) > 1 and column == shown[1] else 0
        return (Run(_("{left} more: h").format(left=left), "faint"),) if left else ()

    def _strip(self, parts: Sequence[list[Segment]], width: int) -> Strip:
        gap = Segment(" " * GAP, self.visual_style.rich_style)
        line = [segment for part in parts for segment in (*part, gap)][:-1]
        return Strip(line).adjust_cell_length(width, self.visual_style.rich_style)

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor faintly."""
        self.refresh()

    # -- moving ------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody moves between columns where there is one."""
        return len(self.heads) > 1 if action == "move" and parameters[1] else True

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        if not self.rows:
            return
        row = max(0, min(self.cursor[0] + rows, len(self.rows) - 1))
        column = max(0, min(self.cursor[1] + columns, len(self.heads) - 1))
        self.cursor = (row, column)
        if self.is_wide and self._shown() != self._columns:
            self._lay_out()
        self._reveal()
        self.refresh()

    def action_page(self, pages: int) -> None:
        """Move by what is visible."""
        room = max(1, self.size.height - self.head_lines - 1)
        line = (self._ends[self.cursor[0] - 1] if self.cursor[0] else 0) + pages * room
        self.action_move(bisect_right(self._ends, max(0, line)) - self.cursor[0], 0)

    def _reveal(self) -> None:
        if not self._ends:
            return
        row = self.cursor[0]
        top, bottom = self._ends[row - 1] if row else 0, self._ends[row]
        room = self.scrollable_content_region.height - self.head_lines
        if top < self.scroll_offset.y or bottom - top > room:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > self.scroll_offset.y + room:
            self.scroll_to(y=bottom - room, animate=False, force=True)

    @property
    def current(self) -> Cell | None:
        """The cell under the cursor."""
        row, column = self.cursor
        return self.rows[row][column] if row < len(self.rows) else None

    def on_click(self, event: events.Click) -> None:
        """Go to the cell clicked; a second click opens it."""
        place = event.get_content_offset(self)
        if place is None or place.y < self.head_lines:
            return
        line = place.y - self.head_lines + self.scroll_offset.y
        row = bisect_right(self._ends, line)
        if row >= len(self.rows):
            return
        parts = self._lines_of_row[row][line - (self._ends[row - 1] if row else 0)]
        column = parts[min(len(parts) - 1, place.x // (self._width() + GAP))][0]
        self.cursor = (row, max(0, column))
        self.refresh()
        if event.chain == 2:
            self.post_message(self.Chosen())

    def watch_cursor(self) -> None:
        """Say so."""
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Lay out for the new width."""
        self._lay_out()
        self._reveal()
