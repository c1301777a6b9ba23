"""The views of a list with how much each shows: a number or a name picks one."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.widgets import Input

from reader.i18n import _, number
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.widgets.lists.choices import Choice, PickInput
from reader.visible import visible


class View(NamedTuple):
    """A view, or a search that was kept."""

    name: str
    query: str
    quotes: int | None = None
    """How many it finds; None where its search is wrong."""
    is_kept: bool = False


class ViewPicker(PickDialog[View]):
    """Gives a view."""

    heading = _("Show")
    placeholder = _("the number of a view, or a few letters of its name")
    hint = _("1–9 or Enter shows it · Esc leaves")

    def __init__(self, views: Sequence[View], current: int) -> None:
        super().__init__()
        self._views = views
        self._current = current

    def on_mount(self) -> None:
        """Show all, with the cursor on the current one."""
        self._offer()
        self.choices.cursor = self._current

    @on(Input.Changed)
    def _offer(self) -> None:
        wanted = self.typed.casefold()
        fitting = [view for view in self._views if wanted in view.name.casefold()]
        self.choices.choices = [
            Choice(
                visible(view.name),
                visible(_told(view)),
                str(place) if place < 10 else "",
                marked=self._views.index(view) == self._current,
                value=view,
            )
            for place, view in enumerate(fitting, 1)
        ]

    @on(PickInput.Submitted)
    def _pick_current(self) -> None:
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Give that view."""
        view = self.choices.choices[index].value if self.choices.choices else None
        self.dismiss(view if isinstance(view, View) else None)


def _told(view: View) -> str:
    """The search of a kept view, and how much a view shows."""
    count = _("its search is wrong") if view.quotes is None else number(view.quotes)
    return f"{view.query}  {count}" if view.is_kept else count
