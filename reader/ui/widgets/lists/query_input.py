"""The input of the search line, loaded when somebody searches for the first time."""

from textual.binding import Binding
from textual.message import Message

from reader.i18n import _
from reader.ui.keys import task
from reader.ui.widgets.line_input import LineInput


class QueryInput(LineInput):
    """The input itself; Enter and Down go on to the list."""

    DEFAULT_CSS = """
    QueryInput {
        border: none;
        height: 1;
        padding: 0;
        margin: 0 0 0 2;
        background: $background;
        &:focus { border: none; background: $surface; }
    }
    """
    BINDINGS = [
        *task(
            _("Search"),
            Binding(
                "escape", "leave", _("Clear"), tooltip=_("Clear the query, then leave"), id="search.leave"
            ),
            Binding("down", "list", _("To the list"), tooltip=_("Go on to the list"), id="search.list"),
        )
    ]

    class Left(Message):
        """The person goes on to the list."""

    def action_leave(self) -> None:
        """Clear the query; on an empty line go back to the list."""
        if self.value:
            self.value = ""
        else:
            self.post_message(self.Left())

    def action_list(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())
