"""The line over a list: the names of its columns, and by which one it is sorted."""

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from reader.cells import fit
from reader.i18n import _, pgettext
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import ink
from reader.ui.widgets.lists.columns import ListColumn, PlacedColumn, place

SORT_NAMES = {
    "added": pgettext("an order", "added"),
    "article": pgettext("an order", "place"),
    "articles": pgettext("an order", "articles"),
    "confidence": pgettext("an order", "confidence"),
    "kind": pgettext("an order", "kind"),
    "language": pgettext("an order", "language"),
    "modified": pgettext("an order", "modified"),
    "name": pgettext("an order", "name"),
    "open": _("quotes to decide"),
    "outlet": pgettext("an order", "outlet"),
    "published": pgettext("an order", "published"),
    "quotes": pgettext("an order", "quotes"),
    "relevance": pgettext("an order", "relevance"),
    "role": pgettext("an order", "role"),
    "same": pgettext("an order", "same"),
    "speaker": pgettext("an order", "speaker"),
    "starred": _("star"),
    "state": pgettext("an order", "state"),
    "status": pgettext("an order", "status"),
    "title": pgettext("an order", "title"),
    "type": pgettext("an order", "type"),
    "use": pgettext("an order", "use"),
    "verification": pgettext("an order", "verification"),
    "words": pgettext("an order", "words"),
}
"""What an order is called where the name of its column does not say it."""


HERE = Style(underline=True)
"""Of the head of the pane that keys go to."""


class ListHead(Widget):
    """Names of columns; a click sorts."""

    DEFAULT_CSS = """
    ListHead {
        height: 1;
    }
    """
    sort: reactive[tuple[str, bool]] = reactive(("published", True))
    """Key of the column, and whether it descends; "" for an order of their own."""
    signs: reactive[Glyphs] = reactive(DRAWN)
    plain: reactive[bool] = reactive(False)
    """Whether there are no columns: then the line says what is listed, and its order."""
    caption: reactive[str] = reactive("")
    """What is listed."""
    is_here: reactive[bool] = reactive(True)
    """Whether keys go to the list below: then a line runs under the head, seen also without colour."""

    class SortWanted(Message):
        """The name of a column was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, columns: Sequence[ListColumn], left: int) -> None:
        super().__init__()
        self._columns = columns
        self._left = left

    def set_columns(self, columns: Sequence[ListColumn]) -> None:
        """Name other columns."""
        self._columns = columns
        self.refresh()

    def render(self) -> RenderResult:
        """The line."""
        line = self._summary() if self.plain else self._columns_named()
        if not self.is_here:
            return line
        return line.extend_right(max(0, self.size.width - 1 - line.cell_length)).stylize(HERE)

    def _columns_named(self) -> Content:
        line = Content("")
        columns = self._placed()
        is_seen = not self.sort[0] or any(placed.column.key == self.sort[0] for placed in columns)
        for placed in columns:
            label = self._label(placed) if is_seen or not placed.column.grows else self._with_order(placed)
            line += " " * (placed.x - line.cell_length) + label
        return line

    def _with_order(self, placed: PlacedColumn) -> Content:
        """The name of the widest column, and at its end the order, whose own column is not there."""
        order = self._order
        name = fit(placed.column.title, max(1, placed.width - len(order)))
        return Content.styled(name + order, ink(self.app, "faint"))

    @property
    def _order(self) -> str:
        key, descending = self.sort
        return f"{SORT_NAMES.get(key, key)} {self.signs.down if descending else self.signs.up}"

    def _summary(self) -> Content:
        name = Content.styled(" " * self._left + self.caption, ink(self.app, "muted", bold=True))
        order = self._order
        gap = " " * max(1, self.size.width - 2 - name.cell_length - len(order))
        return name + gap + Content.styled(order, ink(self.app, "faint"))

    def _placed(self) -> tuple[PlacedColumn, ...]:
        return place(self._columns, self.size.width - 2, left=self._left)

    def _label(self, placed: PlacedColumn) -> Content:
        column = placed.column
        key, descending = self.sort
        arrow = (self.signs.down if descending else self.signs.up) if column.key == key else ""
        style = ink(self.app, "muted" if arrow else "faint", bold=bool(arrow))
        return Content.styled(fit(f"{column.title} {arrow}".strip(), placed.width, right=column.right), style)

    def on_click(self, event: events.Click) -> None:
        """Ask for another order."""
        if self.plain:
            self.post_message(self.SortWanted(self.sort[0]))
            return
        for placed in self._placed():
            if placed.x <= event.x < placed.x + placed.width:
                self.post_message(self.SortWanted(placed.column.key))
