"""The links of an article, numbered; a number gives one."""

from collections.abc import Sequence

from textual import on
from textual.widgets import Input

from reader.i18n import _
from reader.models import Link, words_of
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.widgets.lists.choices import Choice, PickInput
from reader.visible import visible

_LONGEST = 50
"""Characters of a link's words that are shown (chosen by hand)."""


class LinkPicker(PickDialog[str]):
    """Gives the address of a link; the first is the one next to the caret."""

    heading = _("Links of this article")
    placeholder = _("the number of a link, or letters of its words or address")
    hint = _("1–9 or Enter opens it in the browser · Esc leaves")

    def __init__(self, links: Sequence[Link], text: str) -> None:
        """Offer `links`, whose spans stand in `text`."""
        super().__init__()
        self._links = [(_shown(words_of(text, [link.span])), link.address) for link in links]

    def on_mount(self) -> None:
        """Show them all."""
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        typed = self.typed.casefold()
        fitting = [link for link in self._links if typed in f"{link[0]} {link[1]}".casefold()]
        self.choices.choices = [
            Choice(words, visible(address), str(place) if place < 10 else "", value=address)
            for place, (words, address) in enumerate(fitting, 1)
        ]

    @on(PickInput.Submitted)
    def _pick_current(self) -> None:
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Give that address."""
        address = self.choices.choices[index].value if self.choices.choices else None
        self.dismiss(str(address) if address else None)


def _shown(words: str) -> str:
    words = visible(" ".join(words.split()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
