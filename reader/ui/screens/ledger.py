"""The ledger of a manuscript: every statement to be checked, beside what it rests on."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static

from reader.errors import NotFoundError, ReaderError
from reader.i18n import _, pgettext
from reader.ledgers import Ledger, Statement, StatementState
from reader.ui.places import ArticleWanted
from reader.ui.screens import ledger_changes
from reader.ui.screens.headed import HeadedScreen
from reader.ui.screens.ledger_cells import HEADS, ONLY, in_a_line, is_listed, rows_of
from reader.ui.screens.ledger_keys import LEDGER_KEYS
from reader.ui.session import plain
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.cell_table import CellTable

if TYPE_CHECKING:
    from reader.formats.ledger_sheet import SheetRow
    from reader.store import Store

SIDE_BY_SIDE = 70
"""Cells from which both columns stand side by side: on 80 columns they do."""
_OF_ROW = frozenset({"judge", "evidence", "allegation"})


class LedgerScreen(HeadedScreen):
    """The rows of one ledger."""

    AUTO_FOCUS = "CellTable"
    BINDINGS = [*LEDGER_KEYS]

    @dataclass
    class Listed(Message):
        """The ledger was read."""

        ledger: Ledger
        rows: list[Statement]
        shown: "tuple[SheetRow, ...]"
        said: str = ""

    def __init__(self, ledger_id: int = 0, location: str = "") -> None:
        """`location` is a draft to take in; without one the ledger is shown as it is."""
        super().__init__()
        self.ledger_id, self.location = ledger_id, location
        self.ledger: Ledger | None = None
        self.only = ""
        self._rows: list[Statement] = []
        self._shown: tuple[SheetRow, ...] = ()
        self._known: dict[int, tuple[str, ...]] = {}
        """What became known of reports; a tick changes nothing of it."""
        self.is_read = bool(location)  # to take a draft in takes seconds, in which one may want to go on

    def compose(self) -> ComposeResult:
        """Title, facts, rows, keys."""
        yield Static(_("Ledger"), markup=False, id="title", classes="title")
        yield Static(_("Reading …"), markup=False, id="facts", classes="title")
        yield CellTable(side_by_side=SIDE_BY_SIDE)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Read the draft, or the rows alone."""
        self.read(self.location)

    def on_screen_resume(self) -> None:
        """Read the rows again: on the desk above, a passage may have been disputed or placed."""
        if self.ledger is not None:
            self._known.clear()
            self.read()

    @property
    def table(self) -> CellTable:
        """The rows."""
        return self.query_one(CellTable)

    @property
    def listed(self) -> list[Statement]:
        """The rows that are shown."""
        return [one for one in self._rows if is_listed(one, self.only)]

    @property
    def current(self) -> Statement | None:
        """The row under the cursor."""
        at, rows = self.table.cursor[0], self.listed
        return rows[at] if at < len(rows) else None

    # -- reading -------------------------------------------------------------------------------------------

    @work(group="ledger", exit_on_error=False)
    async def read(self, location: str = "") -> None:
        """Read the rows; a draft that is named is taken in before. What cannot be read is said."""
        try:
            found = await self.session.write(partial(self._read, location))
        except ReaderError as error:
            self.is_read = True
            self.session_app.show_failure(error)
            if self.ledger is None or isinstance(error, NotFoundError):  # as after its beginning is undone
                self.leave()
            return
        self.post_message(found)

    def _read(self, location: str, store: "Store") -> Listed:
        from reader.library.detecting import configured  # for the worker first
        from reader.library.ledgers.drafting import find_ledger, take_draft
        from reader.library.ledgers.presenting import own_sheet

        said = ""
        if location:
            known = store.ledgers.get(self.ledger_id) if self.ledger_id else find_ledger(store, location)
            done = take_draft(
                store, location, configured(self.session.config), known, is_named=bool(self.ledger_id)
            )
            self.ledger_id, said = done.ledger.id, done.in_words()
        ledger = store.ledgers.get(self.ledger_id)
        rows = [one for one in store.ledgers.statements(ledger.id) if one.number]
        return self.Listed(ledger, rows, own_sheet(store, ledger, rows, self._known).rows, said)

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        self.ledger, self._rows, self._shown = event.ledger, event.rows, event.shown
        self.is_read = True
        self.query_one("#title", Static).update(plain(_("Ledger of “{name}”").format(name=event.ledger.name)))
        if event.said:
            self.notify(plain(event.said).plain, markup=False)
        self._show()

    def _show(self) -> None:
        if self.ledger is None:
            return
        self.query_one("#facts", Static).update(plain(in_a_line(self.ledger, self.only)))
        wanted = {one.number for one in self.listed}
        marked = self.session_app.ascii or self.app.no_color
        shown = [one for one in self._shown if one.number in wanted]
        self.table.show(HEADS, rows_of(shown, self.only, marked=marked))
        self.refresh_bindings()

    def show_changed(self) -> None:
        """Read the rows again."""
        self.read()

    @on(CellTable.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    # -- what one can do -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a row, a passage, a draft."""
        one = self.current
        if action == "judge":
            return one is not None and one.state != parameters[0]
        if action == "disprove":
            return one is not None and bool(one.proofs)
        if action == "open":
            return one is not None and any(proof.article_uid for proof in one.proofs)
        if action == "read_again":
            return bool(self.ledger and self.ledger.location)
        return one is not None if action in _OF_ROW else self.ledger is not None or action == "back"

    def action_judge(self, state: str) -> None:
        """Say whether the row under the cursor holds."""
        if (one := self.current) and self.ledger:
            self.change(partial(ledger_changes.judge, self.ledger, one, StatementState(state), self._actor))

    @property
    def _actor(self) -> str:
        from reader.config import actor  # with the first change

        return actor(self.session.config)

    @work(group="dialog", exit_on_error=False)
    async def action_evidence(self) -> None:
        """Ask what the row rests on."""
        from reader.ui.dialogs.ledger_forms import (
            EvidenceForm,
        )  # dialogs are loaded when they are first asked for

        one = self.current
        if one and (answer := await self.app.push_screen_wait(EvidenceForm(one))):
            self.change(partial(ledger_changes.prove, one, *answer))

    def action_disprove(self) -> None:
        """Take away what was entered last of what the row rests on."""
        if (one := self.current) and one.proofs:
            self.change(partial(ledger_changes.disprove, one.proofs[-1]))

    @work(group="dialog", exit_on_error=False)
    async def action_allegation(self) -> None:
        """Ask against whom, when it was put to them, what they answered."""
        from reader.ui.dialogs.ledger_forms import AllegationForm  # as above

        one = self.current
        if one and (told := await self.app.push_screen_wait(AllegationForm(one))):
            self.change(partial(ledger_changes.keep, told))

    @work(group="dialog", exit_on_error=False)
    async def action_enter_row(self) -> None:
        """Ask for a sentence of the draft."""
        from reader.ui.dialogs.ask import Ask  # as above

        hint = _("Words of the draft; their sentence becomes a row.\nEnter keeps · Esc leaves")
        words = await self.app.push_screen_wait(Ask(_("What else is to be checked?"), hint))
        if words and self.ledger:
            self.change(partial(ledger_changes.enter, self.ledger, words))

    @work(group="dialog", exit_on_error=False)
    async def action_published(self) -> None:
        """Ask when it was printed."""
        from reader.ui.dialogs.ask import Ask  # as above

        if self.ledger is None:
            return
        ask = Ask(_("When was it printed?"), _("4.12.2026\nEnter keeps · Esc leaves"), self.ledger.published)
        day = await self.app.push_screen_wait(ask)
        if day is not None:
            self.change(partial(ledger_changes.publish, self.ledger, day))

    def action_only(self) -> None:
        """Show other rows; the current one stays where it is among them."""
        current = self.current
        self.only = ONLY[(ONLY.index(self.only) + 1) % len(ONLY)]
        numbers = [one.number for one in self.listed]
        at = numbers.index(current.number) if current and current.number in numbers else 0
        self.table.cursor = (at, 0)
        self._show()

    def action_read_again(self) -> None:
        """Take the draft in again."""
        if self.ledger:
            self._known.clear()
            self.read(self.ledger.location)

    @on(CellTable.Chosen)
    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def action_open(self) -> None:
        """Open the article at the passage that the row rests on."""
        one = self.current
        with self.session.store() as store:
            places = [store.ledgers.place(proof) for proof in one.proofs if proof.article_uid] if one else []
            article_id, quote_id, _exact = next((place for place in places if place[0]), (0, 0, False))
            quote = store.quotes.get(quote_id) if quote_id else None
        if article_id:
            offset = quote.start if quote and not quote.is_lost else None
            self.post_message(ArticleWanted(article_id, offset))
        elif places:
            self.app.call_from_thread(self.notify, _("The passage has left the library."), markup=False)

    @work(group="export", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for a file, and write the sheet, covered."""
        from reader.ui.dialogs.files import ask_file  # as above

        if self.ledger is None:
            return
        hint = _("A sheet: .docx, .html or .csv.\nEnter writes · Esc leaves")
        draft = Path(self.ledger.location or self.ledger.name).stem
        proposed = pgettext("name of a file", "{draft}-ledger").format(draft=draft) + ".docx"
        if target := await ask_file(self, _("Write the ledger"), hint, proposed):
            self._write(self.ledger, str(target))

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, ledger: Ledger, target: str) -> None:
        from reader.library.covering import Covering  # for the worker first
        from reader.library.ledgers.sheets import free_place, write_sheet

        place = free_place(target, force=True)
        with self.session.store() as store:
            write_sheet(store, Covering(store), ledger, place, self._actor)
        sentence = _("Written, without names that are covered: {place}").format(place=place)
        self.app.call_from_thread(self.notify, plain(sentence).plain, markup=False)

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()
