"""The view as a person wants it: a narrower or a wider column, only the text, what was removed."""

from reader.i18n import _
from reader.ui.desk.desk import Desk

MEASURES = (40, 52, 60, 68, 76, 84, 96, 120)
"""Columns of text that narrower and wider go through."""


class Arranging:
    """Arranges what is shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shows_removed = False

    def narrower(self) -> None:
        """A narrower column."""
        self._set_measure([one for one in MEASURES if one < self._desk.text.measure][-1:])

    def wider(self) -> None:
        """A wider column."""
        self._set_measure([one for one in MEASURES if one > self._desk.text.measure][:1])

    def _set_measure(self, wanted: list[int]) -> None:
        if wanted:
            self._desk.text.measure = wanted[0]
            self._desk.arrange()
            self._desk.say(_("{wanted} columns of text").format(wanted=wanted[0]))

    def zen(self) -> None:
        """Only the text, or everything again."""
        self._desk.view.toggle_zen()
        self._desk.arrange()

    def boilerplate(self) -> None:
        """Show what was removed, or hide it."""
        desk, text = self._desk, self._desk.text
        self._shows_removed = not self._shows_removed
        desk.view.show_article(desk.page, removed=self._shows_removed)
        desk.show_cards()
        if self._shows_removed:
            text.scroll_to(y=text.place.height, animate=False, force=True)
        else:
            text.show_line(text.place.line_of(text.caret))
