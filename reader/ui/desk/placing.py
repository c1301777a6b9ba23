"""The desk while a lost passage is placed by hand: select where it stands, Enter puts it there."""

from dataclasses import replace

from textual.binding import Binding

from reader.i18n import _
from reader.models import Span, on_one_line
from reader.ui.desk.modes import SELECT, StatusWords
from reader.ui.desk.parts import modes_of
from reader.ui.desk.screen import DeskScreen
from reader.ui.keys import task
from reader.visible import visible

BESIDE = 66
"""Cells of the status line that are not the lost words."""


class PlacingDesk(DeskScreen):
    """The reading desk, on which Enter on a selection places what was lost."""

    BINDINGS = [
        *task(
            _("Place"),
            Binding(
                "enter", "place", _("Place it here"), tooltip=_("What was lost stands in the selection"),
                id="placing.place",
            ),
        )
    ]  # fmt: skip

    def __init__(self, article_id: int, *, offset: int, words: str) -> None:
        super().__init__(article_id, offset=offset)
        self.lost_words = words
        self.placed: Span | None = None
        """Where the person put it; None where they left."""
        modes = modes_of(self.desk, self.parts)
        self.desk.take_modes({name: replace(mode, status=(self._status,)) for name, mode in modes.items()})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On a selection Enter places, instead of making a quote."""
        if action == "place":
            return self.desk.mode == SELECT
        if parameters[:1] == ("marking.mark_quote",):
            return False
        return super().check_action(action, parameters)

    def _status(self) -> StatusWords:
        """What is to be done."""
        words = visible(on_one_line([self.lost_words]))
        room = max(12, self.size.width - BESIDE)
        shown = words if len(words) <= room else f"{words[: room - 1]}…"
        if self.desk.mode == SELECT:
            return "PLACE", f"Enter: {shown} stands here; Esc leaves"
        return "PLACE", _("Select (v, or the mouse) where it stands: {shown}").format(shown=shown)

    def action_place(self) -> None:
        """Take the selection and go back."""
        held = self.text.selection
        if held is None:
            self.desk.say(_("Nothing is selected yet: move the cursor first."))
            return
        self.placed = Span(*held)
        self.leave()
