"""The trail of a statement: its renderings through all articles by time, and what each made of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.i18n import _
from reader.ui.keys import task
from reader.ui.places import ArticleWanted
from reader.ui.screens.headed import HeadedScreen
from reader.ui.screens.trail_cells import rows_of
from reader.ui.session import plain
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.cell_table import CellTable

if TYPE_CHECKING:
    from reader.library.trails import Step, Trail

ALONE = _("No other quote here says the same.")


class TrailScreen(HeadedScreen):
    """The renderings of what a quote says."""

    AUTO_FOCUS = "CellTable"
    BINDINGS = [
        *task(
            _("Read"),
            Binding(
                "enter", "open", _("Open"), tooltip=_("Open the article where it says so"), id="trail.open"
            ),
            Binding(
                "equals_sign",
                "compare",
                _("Compare with this"),
                tooltip=_("Compare all others with this one"),
                id="trail.compare",
            ),
            Binding(
                "less_than_sign",
                "course",
                _("With the one before"),
                tooltip=_("Compare each with the one that it follows"),
                id="trail.course",
            ),
        ),
        *task(
            _("Program"),
            Binding("escape,q", "back", _("Back"), tooltip=_("Go back to where you were"), id="trail.back"),
        ),
    ]

    @dataclass
    class Followed(Message):
        """A statement has been followed."""

        trail: "Trail"

    def __init__(self, quote_id: int) -> None:
        super().__init__()
        self.quote_id = quote_id
        self.trail: Trail | None = None
        self._compared_with = 0

    def compose(self) -> ComposeResult:
        """Title, facts, table, keys."""
        yield Static(_("Trail"), markup=False, id="title", classes="title")
        yield Static(
            _("Looking for the same statement elsewhere …"), markup=False, id="facts", classes="title"
        )
        yield CellTable()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Follow the statement."""
        self.read()

    @property
    def table(self) -> CellTable:
        """The renderings."""
        return self.query_one(CellTable)

    @property
    def current(self) -> "Step | None":
        """The rendering under the cursor."""
        steps, row = self.trail.steps if self.trail else (), self.table.cursor[0]
        return steps[row] if row < len(steps) else None

    @work(thread=True, exclusive=True, group="trail", exit_on_error=False)
    def read(self) -> None:
        """Look for the renderings."""
        from reader.library.trails import trail_of  # for the worker first

        with self.session.store() as store:
            trail = trail_of(store, self.quote_id)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Followed(trail))

    @on(Followed)
    def _followed(self, event: Followed) -> None:
        self.trail = event.trail
        numbers = [step.quote.id for step in event.trail.steps]
        self._show()
        self.table.cursor = (numbers.index(self.quote_id), 0)
        self.table.action_move(0, 0)

    def _show(self) -> None:
        from reader.library.trails import against, headline  # read by the worker before

        if self.trail is None:
            return
        asked = next(step for step in self.trail.steps if step.quote.id == self.quote_id)
        self.query_one("#title", Static).update(plain(asked.quote.stored_words))
        alone = len(self.trail.steps) == 1
        self.query_one("#facts", Static).update(plain(ALONE if alone else headline(self.trail)))
        shown = against(self.trail, self._compared_with) if self._compared_with else self.trail
        ascii_only = self.session_app.ascii or self.app.no_color
        self.table.show([(), ()], rows_of(shown, marked=ascii_only))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now."""
        if action == "compare":
            return self.trail is not None and len(self.trail.steps) > 1
        return bool(self._compared_with) if action == "course" else True

    def action_compare(self) -> None:
        """Show what all others changed of the rendering under the cursor."""
        if step := self.current:
            self._compared_with = step.quote.id
            self._show()

    def action_course(self) -> None:
        """Show again what each changed of the one that it follows."""
        self._compared_with = 0
        self._show()

    @on(CellTable.Chosen)
    def action_open(self) -> None:
        """Open the article at the rendering under the cursor."""
        if step := self.current:
            self.post_message(
                ArticleWanted(step.article.id, None if step.quote.is_lost else step.quote.start)
            )

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()
