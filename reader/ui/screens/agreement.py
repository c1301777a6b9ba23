"""Two coders on the same articles: what each decided, side by side, taken over one by one."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.keys import task
from reader.ui.places import ArticleWanted
from reader.ui.screens.agreement_cells import HEADS, in_a_line, rows_of
from reader.ui.screens.headed import HeadedScreen
from reader.ui.session import plain
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.cell_table import CellTable

if TYPE_CHECKING:
    from reader.library.agreeing import Comparison, Disagreement
    from reader.store import Store


class AgreementScreen(HeadedScreen):
    """The decisions of this library beside those of another."""

    AUTO_FOCUS = "CellTable"
    BINDINGS = [
        *task(
            _("Decide"),
            Binding(
                "A", "take", _("Take over"), tooltip=_("Decide as the second coder did"), id="agreement.take"
            ),
            Binding("x", "keep", _("Keep yours"), tooltip=_("Take it off the list"), id="agreement.keep"),
            Binding(
                "enter", "open", _("Open"), tooltip=_("Open the article at this quote"), id="agreement.open"
            ),
            Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back"), id="agreement.undo"),
            Binding("ctrl+r", "redo", _("Redo"), tooltip=_("Do it again"), id="agreement.redo", show=False),
        ),
        *task(
            _("Program"),
            Binding(
                "escape,q", "back", _("Back"), tooltip=_("Go back to where you were"), id="agreement.back"
            ),
        ),
    ]

    @dataclass
    class Compared(Message):
        """Both libraries were read."""

        found: "Comparison"

    def __init__(self, other: Path) -> None:
        super().__init__()
        self.other = other
        self.found: Comparison | None = None
        self._left: list[Disagreement] = []
        self._kept: set[tuple[object, ...]] = set()

    def compose(self) -> ComposeResult:
        """Title, facts, table, keys."""
        yield Static(
            plain(_("Agreement with {name}").format(name=self.other.name)), id="title", classes="title"
        )
        yield Static(_("Comparing …"), markup=False, id="facts", classes="title")
        yield CellTable()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Compare."""
        self.read()

    @property
    def table(self) -> CellTable:
        """The differences."""
        return self.query_one(CellTable)

    @property
    def current(self) -> "Disagreement | None":
        """The difference under the cursor."""
        row = self.table.cursor[0]
        return self._left[row] if row < len(self._left) else None

    @work(thread=True, exclusive=True, group="agreement", exit_on_error=False)
    def read(self) -> None:
        """Read both libraries."""
        from reader.library.agreeing import compare  # for the worker first

        worker = get_current_worker()
        try:
            with self.session.store() as store:
                found = compare(store, self.other)
        except ReaderError as error:
            self.app.call_from_thread(self._say, error.message)
            return
        if not worker.is_cancelled:
            self.post_message(self.Compared(found))

    def _say(self, sentence: str) -> None:
        self.query_one("#facts", Static).update(plain(sentence))

    @on(Compared)
    def _compared(self, event: Compared) -> None:
        self.found = event.found
        self._left = [one for one in event.found.disagreements if _key(one) not in self._kept]
        self._show()

    def _show(self) -> None:
        if self.found is None:
            return
        self._say(in_a_line(self.found, len(self._left)))
        ascii_only = self.session_app.ascii or self.app.no_color
        self.table.show(HEADS, rows_of(self._left, marked=ascii_only))
        self.refresh_bindings()

    def show_changed(self) -> None:
        """Compare again: what was undone is a difference once more."""
        self.read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now."""
        return bool(self._left) if action in ("take", "keep", "open") else True

    def action_take(self) -> None:
        """Decide as the second coder did."""
        if one := self.current:
            self._off_the_list(one)
            self.change(partial(_take_over, one))

    def action_keep(self) -> None:
        """Keep what was decided here."""
        if one := self.current:
            self._kept.add(_key(one))
            self._off_the_list(one)

    def _off_the_list(self, one: "Disagreement") -> None:
        self._left.remove(one)
        self._show()

    @on(CellTable.Chosen)
    def action_open(self) -> None:
        """Open the article at the quote under the cursor."""
        if one := self.current:
            quote = one.coded.pair.ours or one.coded.pair.theirs
            self.post_message(ArticleWanted(one.article.id, quote.start if quote else None))

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()


def _take_over(one: "Disagreement", store: "Store") -> str:
    from reader.library.taking_over import take_over  # edits are loaded when one is made

    return f"{take_over(store, one)}."


def _key(one: "Disagreement") -> tuple[object, ...]:
    """What tells a difference from others, also after both libraries were read again."""
    quote = one.coded.pair.ours or one.coded.pair.theirs
    place = (quote.start, quote.end) if quote else ()
    return (one.article.id, place, one.coded.question, one.coded.tag)
