"""One line to search and filter in, with what is wrong about the query under it.

Until somebody goes to the line it is only painted: the input behind it would cost a tenth of the start.
"""

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.cells import cells
from reader.i18n import _
from reader.ui.widgets.inks import ink
from reader.visible import visible

PLACEHOLDER = _('Search and filter:  putin  "the phrase"  outlet:dpa  speaker:merkel  is:starred')
INDENT = 2
"""Cells before the query."""
_MOST_LINES = 3
"""Lines that what is wrong may take below its place."""


class SearchLine(Widget):
    """The query as typed, and an error with its place."""

    DEFAULT_CSS = """
    SearchLine { height: 1; padding: 0 1; layout: vertical; }
    """
    problem: reactive[tuple[str, int]] = reactive(("", 0))
    """What is wrong with the query, and at which character."""

    class Changed(Message):
        """Another query was typed."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

        def can_replace(self, message: Message) -> bool:
            """Only the last query counts."""
            return isinstance(message, SearchLine.Changed)

    class Submitted(Message):
        """Enter was pressed, or the line left: on to the list."""

    def __init__(self, placeholder: str = PLACEHOLDER, query: str = "") -> None:
        super().__init__()
        self._placeholder = placeholder
        self._query = query

    def render(self) -> RenderResult:
        """The line and what is wrong with it; the input lies over it."""
        active = self.has_focus_within
        line = Content.styled("/ ", ink(self.app, "primary" if active else "faint", bold=active))
        line += Content.styled(visible(self._query) or self._placeholder, ink(self.app, self._colour))
        if not self.problem[0]:
            return line
        wrong = Content.styled("\n".join(self._explained()), ink(self.app, "error"))
        return line.truncate(self.content_size.width) + "\n" + wrong

    def _explained(self) -> list[str]:
        """What is wrong, from its place on; in lines of its own where there is little room behind that."""
        from reader.ui.widgets.folded_lines import folded_to  # not for the first paint

        message, place = self.problem
        sign = f"{' ' * (INDENT + place)}^ "
        width = self.app.size.width - INDENT
        if cells(sign) <= width // 2:
            first, *more = folded_to(visible(message), width - cells(sign), _MOST_LINES).splitlines()
            return [sign + first, *(" " * cells(sign) + line for line in more)]
        told = folded_to(visible(message), width - INDENT, _MOST_LINES).splitlines()
        return [sign, *(" " * INDENT + line for line in told)]

    @property
    def _colour(self) -> str:
        return "foreground" if self._query else "faint"

    def set_query(self, text: str) -> None:
        """Replace what is typed."""
        from reader.ui.widgets.lists.query_input import QueryInput  # not for the first paint

        for line in self.query(QueryInput):
            line.value = text
            line.cursor_position = len(text)
            return
        self._set_query(text)

    def _set_query(self, text: str) -> None:
        self._query = text
        self.refresh()
        self.post_message(self.Changed(text))

    def focus_input(self) -> None:
        """Go to the line."""
        from reader.ui.widgets.lists.query_input import QueryInput  # not for the first paint

        for line in self.query(QueryInput):
            line.focus()
            return
        new = QueryInput(self._query, placeholder=self._placeholder, select_on_focus=False)
        self.mount(new)
        new.focus()

    def on_click(self) -> None:
        """Go to the line."""
        self.focus_input()

    def on_input_changed(self, event: Message) -> None:
        """Another query was typed."""
        event.stop()
        text = getattr(event, "value", "")
        if text != self._query:
            self._set_query(text)

    def on_input_submitted(self, event: Message) -> None:
        """Enter was pressed."""
        event.stop()
        self.post_message(self.Submitted())

    def on_query_input_left(self, event: Message) -> None:
        """The line was left."""
        event.stop()
        self.post_message(self.Submitted())

    def on_descendant_focus(self) -> None:
        """Show that one types here."""
        self.refresh()

    def on_descendant_blur(self) -> None:
        """Show that one does not."""
        self.refresh()

    def watch_problem(self, problem: tuple[str, int]) -> None:
        """Make room for what is wrong."""
        self.styles.height = 1 + len(self._explained()) if problem[0] else 1

    def on_resize(self) -> None:
        """What is wrong takes more lines where it is narrow."""
        self.watch_problem(self.problem)
