"""A list of any length, painted line by line: it holds the ids of all rows and the rows near the screen.

Rows that are missing are asked for with `PageWanted`; whoever hears it answers with `supply`. Until then a
placeholder is painted, and rows that went stale stay visible.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from reader.cells import fit
from reader.rows import Row
from reader.ui.widgets.inks import line_ground, line_ink
from reader.ui.widgets.lists.keys import list_keys
from reader.ui.widgets.lists.row_cursor import RowCursor

PAGE = 256
"""Rows read at once: a list of 100,000 settles in 0.12 s (measured)."""
KEPT_PAGES = 12
"""Pages held; when they are full all go, and what is on the screen is asked for again (chosen by hand)."""


RowType = TypeVar("RowType", bound=Row)


class VirtualList(RowCursor, Generic[RowType], can_focus=True):
    """Rows by their ids, with a cursor and a selection. Derived lists paint a row in `paint`."""

    DEFAULT_CSS = """
    VirtualList {
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        overflow-x: hidden;
        scrollbar-gutter: stable;
    }
    """
    BINDINGS = list_keys()

    empty: reactive[tuple[str, ...]] = reactive(())
    """Lines shown where there are no rows: what to do next."""
    tag_colours: reactive[Mapping[str, str]] = reactive(MappingProxyType({}))
    """The colours of tags, by path."""

    class PageWanted(RowCursor.Fact):
        """Rows near the screen are missing: `supply` the rows of `ids`."""

        def __init__(self, list_: "VirtualList[Any]", ids: Sequence[int]) -> None:
            super().__init__(list_)
            self.ids = ids

    class Chosen(RowCursor.Fact):
        """The current row was opened with the mouse."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: dict[int, RowType] = {}
        self._asked: set[int] = set()

    def show(self, ids: Sequence[int], *, current: int = 0, growing: bool = False) -> None:
        """List `ids`; the cursor stays on the row a person put it on, or goes to the row `current`.

        While they are `growing`, they are the first of a list of which all ids are shown next.
        """
        self._asked.clear()
        self.list_ids(ids, current, growing=growing)
        self._resize()
        self.reveal()
        self.catch_up()

    def supply(self, rows: Iterable[RowType]) -> None:
        """Take rows that were asked for."""
        if len(self._rows) > PAGE * KEPT_PAGES:
            self._rows.clear()
            self._asked.clear()
        self._rows.update((row.id, row) for row in rows)
        self.refresh()

    def reload(self) -> None:
        """Ask again for what is on the screen; the rows known so far stay until then."""
        self._asked.clear()
        self.refresh()

    def show_first(self, ids: Sequence[int], rows: Iterable[RowType], *, growing: bool = False) -> None:
        """List `ids`, all of whose rows are given: nothing is asked for."""
        self.show(ids, growing=growing)
        self.supply(rows)
        self._asked.update(range(len(ids) // PAGE + 1))

    def row(self, row_id: int) -> RowType | None:
        """A row, if it is known."""
        return self._rows.get(row_id)

    def reveal(self) -> None:
        """Bring the current row into sight, and say where the cursor is."""
        self._reveal()
        self.post_message(self.Moved(self))

    def _reveal(self) -> None:
        top, height = self.cursor * self.lines, self.scrollable_content_region.height
        if height <= 0:
            return
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif top + self.lines > self.scroll_offset.y + height:
            self.scroll_to(y=top + self.lines - height, animate=False)

    def on_click(self, event: events.Click) -> None:
        """Move to the row clicked; a second click on it opens it; with ctrl it is selected."""
        index = (event.y + self.scroll_offset.y) // self.lines
        if index >= len(self.ids):
            return
        self._go(index)
        if event.ctrl:
            self.selection.toggle(index, self.current_id)
            self._selection_changed()
        elif event.chain == 2:
            self.post_message(self.Chosen(self))

    def paint(self, index: int, row: RowType, line: int, width: int, ground: Style) -> list[Segment]:
        """The segments of one `line` of a row, `width` cells wide, on the style `ground`."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        index, line = divmod(y + self.scroll_offset.y, self.lines)
        if index >= len(self.ids):
            return self._blank(y, width)
        row_id = self.ids[index]
        ground = self.visual_style.rich_style + self._ground(index, row_id)
        row = self._rows.get(row_id)
        self._want(index // PAGE)
        if row is None:
            return Strip([Segment("  …".ljust(width), ground + self.ink("faint"))], width)
        return Strip([*self.paint(index, row, line, width, ground)]).adjust_cell_length(width, ground)

    def _blank(self, y: int, width: int) -> Strip:
        line = y - 2
        if self.ids or not 0 <= line < len(self.empty):
            return Strip.blank(width, self.visual_style.rich_style)
        text = fit("    " + self.empty[line], width)
        return Strip([Segment(text, self.visual_style.rich_style + self.ink("muted"))], width)

    def _ground(self, index: int, row_id: int) -> Style:
        if index == self.cursor:
            return line_ground(self.app, "cursor-row" if self.has_focus else "cursor-row-blurred")
        if row_id not in self.selection.ids:
            return Style.null()
        return Style(underline=True) if self.app.no_color else line_ground(self.app, "selected-row")

    def ink(self, colour: str, how: str = "") -> Style:
        """A colour of the theme to paint with."""
        return line_ink(self.app, colour, how)

    def _want(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.post_message(self.PageWanted(self, self.ids[page * PAGE : (page + 1) * PAGE]))

    def repaint_row(self, index: int) -> None:
        """Paint a row again."""
        self.refresh_lines(index * self.lines, self.lines)

    def _resize(self) -> None:
        # another width would lay the screen out again, and nothing scrolls sideways
        self.virtual_size = Size(1, len(self.ids) * self.lines)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._reveal()

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self.repaint_row(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor faintly."""
        self.repaint_row(self.cursor)

    def watch_lines(self) -> None:
        """Lay out again."""
        self._resize()
        self.call_after_refresh(self._reveal)
