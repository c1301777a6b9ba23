"""Which tag is meant: one of those that are there, found by a few letters, or a new one."""

from collections.abc import Sequence

from textual import on
from textual.widgets import Input

from reader.ui.dialogs.dialog import PickDialog
from reader.ui.dialogs.tag_picker import fitting
from reader.ui.widgets.lists.choices import Choice, PickInput

MOST = 9
"""Tags offered: those that a digit chooses."""
TOP = "(the top)"
"""What stands for no tag above."""


class TagTarget(PickDialog[str]):
    """Gives the path of a tag, "" for the top where that is offered, None where it is left."""

    hint = "1–9 takes one · letters find others · Enter takes the line · Esc leaves"
    placeholder = "a few letters of the tag"

    def __init__(self, heading: str, paths: Sequence[str], *, offers_top: bool = False) -> None:
        super().__init__()
        self.heading = heading
        self._paths = list(paths)
        self._offers_top = offers_top

    def on_mount(self) -> None:
        """Offer the first ones."""
        self._offer()

    def _offer(self) -> None:
        paths = fitting(self.typed, self._paths)[:MOST]
        rows = [Choice(TOP, value="")] if self._offers_top and not self.typed else []
        rows += [Choice(f"#{path}", value=path) for path in paths]
        if self.typed and self.typed not in self._paths:
            rows.append(Choice(f"New tag #{self.typed}", value=self.typed))
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
