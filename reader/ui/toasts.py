"""What is said in passing: never over what one types into, and never over half of a small terminal."""

from typing import Any

from textual.screen import Screen
from textual.widgets._toast import ToastRack  # Textual has no other name for it

from reader.ui.typing_ahead import TypingAheadApp

FEW_ROWS = 18
"""Rows of a terminal below which a message has no blank around it, and takes the place of the one before."""
ROWS_EACH = 8
"""Rows of a terminal for each message that stands there at once."""
ROWS_BEFORE, FEW_BEFORE = 3, 2
"""Rows above a dialog for all that was said before it; with few rows in the terminal."""


class ToastsApp(TypingAheadApp):
    """An app that makes room before it says something."""

    DEFAULT_CSS = """
    ToastsApp.-few-rows ToastRack { margin: 0 0 1 0; overflow-y: hidden; scrollbar-size-vertical: 0; }
    ToastsApp.-few-rows Toast, Dialog Toast { width: 60; max-width: 100%; padding: 0 1; margin: 0; }
    ToastsApp .-writing ToastRack { dock: top; align: left top; margin: 0; }
    ToastsApp .-writing ToastHolder { align-horizontal: left; }
    """

    def notify(self, message: str, **options: Any) -> None:
        """Say something, in place of what was said longest ago where there is no room for both."""
        self.set_class(self.has_few_rows, "-few-rows")
        self._end_before()
        self._leave_room()
        super().notify(message, **options)

    @property
    def has_few_rows(self) -> bool:
        """Whether a message covers much of the terminal."""
        return self.size.height < FEW_ROWS

    def clear_away(self, dialog: Screen[Any]) -> None:
        """Before something is typed in a dialog: what was said lies over none of its fields.

        Failures stay, as far as there is room above.
        """
        if self.has_few_rows:
            self._drop(len(self._notifications))
        for rack in dialog.query(ToastRack):
            rack.styles.max_height = FEW_BEFORE if self.has_few_rows else ROWS_BEFORE

    def _end_before(self) -> None:
        """What is said in a dialog takes the place of what was said before it, and all the room it needs."""
        for rack in self.screen.query(ToastRack) if self.screen_stack else ():
            if rack.styles.inline.has_rule("max_height"):
                rack.styles.max_height = None
                self.clear_notifications()

    def _leave_room(self) -> None:
        room = max(1, self.size.height // ROWS_EACH)
        self._drop(len(self._notifications) - room + 1)

    def _drop(self, count: int) -> None:
        """Take away up to so many messages, the oldest first; not failures, which are read to their end."""
        others = [one for one in self._notifications if one.severity != "error"]
        for notification in others[: max(0, count)]:
            self._unnotify(notification, refresh=False)
        if count > 0:
            self._refresh_notifications()
