"""Which tag is meant: one of those that are there, found by a few letters, or a new one."""

from collections.abc import Sequence

from textual import on
from textual.widgets import Input

from reader.i18n import _
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.dialogs.tag_picker import fitting
from reader.ui.widgets.lists.choices import Choice, PickInput

MOST = 9
"""Tags offered: those that a digit chooses."""


class TagTarget(PickDialog[str]):
    """Gives the path of a tag, "" for the top where that is offered, None where it is left."""

    hint = _("1–9 takes one · letters find others · Enter takes the line · Esc leaves")
    placeholder = _("a few letters, or a new name")

    def __init__(
        self, heading: str, paths: Sequence[str], *, top: str = "", sign: str = "#", new: str = _("New tag")
    ) -> None:
        """`top` is the name of a first line that gives "", `new` what stands before a name not there yet."""
        super().__init__()
        self.heading = heading
        self._paths = list(paths)
        self._top = top
        self._sign = sign
        self._new = new

    def on_mount(self) -> None:
        """Offer the first ones."""
        self._offer()

    def _offer(self) -> None:
        paths = fitting(self.typed, self._paths)[:MOST]
        rows = [Choice(self._top, value="")] if self._top and not self.typed else []
        rows += [Choice(f"{self._sign}{path}", value=path) for path in paths]
        if self.typed and self.typed not in self._paths:
            rows.append(Choice(f"{self._new} {self._sign}{self.typed}", value=self.typed))
        self.choices.choices = [row._replace(number=str(at)) for at, row in enumerate(rows[:MOST], 1)]

    @on(Input.Changed)
    def _typed(self) -> None:
        self.choices.cursor = 0
        self._offer()

    def picked(self, index: int) -> None:
        """Give that tag."""
        self.dismiss(str(self.choices.choices[index].value))

    @on(PickInput.Submitted)
    def _keep(self) -> None:
        if (chosen := self.choices.chosen) is not None:
            self.dismiss(str(chosen.value))
