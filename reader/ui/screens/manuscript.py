"""A manuscript: its quotations, and each beside the passage of the library that it comes from."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from reader.i18n import _, pgettext
from reader.ui.places import ArticleWanted, LedgerWanted
from reader.ui.screens.manuscript_keys import MANUSCRIPT_KEYS
from reader.ui.screens.two_panes import TwoPanes
from reader.ui.session import plain
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.cell_table import CellTable

if TYPE_CHECKING:
    from reader.library.manuscripts.findings import Finding, Report, ShownPlace
    from reader.library.manuscripts.reports import Checked

SIDE_BY_SIDE = 60
"""Cells from which the two texts stand side by side: on 80 columns they do."""

ROOMY, BESIDE, BESIDE_NARROW = 90, 160, 60
"""Cells from which so many characters are shown beside a passage, and how many in less."""


class ManuscriptScreen(TwoPanes):
    """What was found of each quotation of a draft."""

    DEFAULT_CSS = """
    ManuscriptScreen VerticalScroll { height: auto; max-height: 40%; padding: 0 3;
                                      scrollbar-size-vertical: 1; }
    """
    AUTO_FOCUS = "#findings"
    BINDINGS = [*MANUSCRIPT_KEYS]

    @dataclass
    class Checked(Message):
        """The manuscript has been checked."""

        checked: "Checked"
        report: "Report"

    def __init__(self, location: str) -> None:
        """`location` is a file, an address, `clip:`, or a text of several lines itself."""
        super().__init__()
        self.location = location
        self.checked: Checked | None = None
        self.report: Report | None = None
        self.only_faults = False

    def compose(self) -> ComposeResult:
        """Title, facts, findings, both texts, keys."""
        yield Static("", markup=False, id="title")
        yield Static(_("Reading the manuscript …"), markup=False, id="facts")
        with Container():
            with Vertical():
                yield CellTable(id="findings")
            with Vertical():
                with VerticalScroll(can_focus=False):
                    yield Static("", markup=False, id="remarks")
                yield CellTable(id="places", side_by_side=SIDE_BY_SIDE)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Check the manuscript."""
        self.read()

    @property
    def findings_table(self) -> CellTable:
        """The quotations."""
        return self.query_one("#findings", CellTable)

    @property
    def places_table(self) -> CellTable:
        """Where the current one stands."""
        return self.query_one("#places", CellTable)

    # -- reading -----------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="manuscript", exit_on_error=False)
    def read(self) -> None:
        """Read the manuscript and check it; where it cannot be read, say so and leave."""
        from reader.errors import ReaderError
        from reader.library.covering import Covering  # for the worker first
        from reader.library.detecting import configured
        from reader.library.manuscripts.reports import checked, told

        config = self.session.config
        how = configured(config)
        try:
            with self.session.store() as store:
                found = checked(store, self.location, how, allow_private=config.allow_private)
                report = told(store, Covering(store, confidential=True), found)
        except ReaderError as error:
            self.app.call_from_thread(self._fail, error)
            return
        self.post_message(self.Checked(found, report))

    def _fail(self, error: Exception) -> None:
        self.session_app.show_failure(error)
        if self.report is None:
            self.leave()

    @on(Checked)
    def _show(self, event: Checked) -> None:
        from reader.library.manuscripts.page import summary  # with what was just used

        self.checked, self.report = event.checked, event.report
        self.query_one("#title", Static).update(plain(_("Manuscript: {name}").format(name=event.report.name)))
        missing = f"  {event.report.missing}" if event.report.missing else ""
        facts = self.query_one("#facts", Static)
        facts.update(plain(summary(event.report) + missing))
        if missing:  # nothing of it may be cut
            facts.styles.height, facts.styles.text_wrap = "auto", "wrap"
        self._list()

    def _list(self) -> None:
        from reader.ui.screens.manuscript_cells import NO_FAULT, NOTHING, finding_rows

        self.findings_table.show(
            ((),), finding_rows(self.findings, NO_FAULT if self.only_faults else NOTHING)
        )
        self._show_current()

    @on(CellTable.Moved)
    def _moved(self, event: CellTable.Moved) -> None:
        if event.control is not self.places_table:
            self._show_current()
        self.refresh_bindings()

    def _show_current(self) -> None:
        """Both texts of the current quotation."""
        from reader.ui.screens.manuscript_cells import heads_of, place_rows, remarks_of

        finding = self.finding
        remarks = self.query_one("#remarks", Static)
        if finding is None or self.report is None:
            remarks.update("")
            self.places_table.show((), [])
            return
        remarks.update(remarks_of(finding))
        marked = self.session_app.ascii or self.app.no_color
        self.places_table.cursor = (0, 1)
        beside = BESIDE if self.places_table.size.width >= ROOMY else BESIDE_NARROW
        rows = place_rows(self.report, finding, marked=marked, beside=beside)
        self.places_table.show(heads_of(finding), rows)

    # -- what is current -----------------------------------------------------------------------------------

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """The findings that are listed."""
        if self.report is None:
            return ()
        return self.report.faults if self.only_faults else self.report.findings

    @property
    def finding(self) -> "Finding | None":
        """The current one."""
        row, _column = self.findings_table.cursor
        return self.findings[row] if row < len(self.findings) else None

    @property
    def place(self) -> "ShownPlace | None":
        """The current place in the library."""
        finding = self.finding
        places = (*finding.places, *finding.others) if finding else ()
        row, _column = self.places_table.cursor
        return places[row] if row < len(places) else None

    # -- what one can do -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to open, to list, to export."""
        del parameters
        if action == "open":
            return self.place is not None
        if action == "ledger":
            return self.report is not None and "\n" not in self.location
        return self.report is not None if action in ("faults", "export", "read_again", "other") else True

    @on(CellTable.Chosen)
    def action_open(self) -> None:
        """Open the article at the passage."""
        if place := self.place:
            self.post_message(ArticleWanted(place.article, place.start))

    def action_ledger(self) -> None:
        """Take the draft into its ledger: what is to be checked besides its quotations."""
        self.post_message(LedgerWanted(self.location))

    def action_other(self) -> None:
        """Go to the other pane."""
        (self.findings_table if self.places_table.has_focus else self.places_table).focus()

    def action_faults(self) -> None:
        """Only what is to be looked at, or all; the current one stays."""
        current = self.finding
        self.only_faults = not self.only_faults
        row = self.findings.index(current) if current in self.findings else 0
        self.findings_table.cursor = (row, 0)
        self._list()

    def action_read_again(self) -> None:
        """Read the draft again."""
        self.query_one("#facts", Static).update(_("Reading the manuscript …"))
        self.read()

    @work(group="export", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for a file, and write the page, or SARIF, covered."""
        from reader.ui.dialogs.files import ask_file  # dialogs are loaded when they are first asked for

        hint = _("A page for the editor; .sarif for programs.\nEnter writes · Esc leaves")
        if path := await ask_file(self, _("Write what was found"), hint, self._proposed()):
            self._write(path)

    def _proposed(self) -> str:
        """The page beside the draft, where that is a file."""
        path = Path(self.location).expanduser() if "\n" not in self.location else Path()
        name = path.stem if path.is_file() else pgettext("name of a file", "manuscript")
        checked = pgettext("name of a file", "{draft}.check").format(draft=name) + ".html"
        return str(path.with_name(checked)) if path.is_file() else checked

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, path: Path) -> None:
        from reader.library.covering import Covering  # for the worker first
        from reader.library.manuscripts.reports import free_place, told, write_report

        if self.checked is None:
            return
        free_place(str(path), force=True)
        with self.session.store() as store:
            report = told(store, Covering(store), self.checked)
        write_report(report, "sarif" if path.suffix in (".sarif", ".json") else "html", path)
        sentence = _("Written, without names that are covered: {path}").format(path=path)
        self.app.call_from_thread(self.notify, plain(sentence).plain, markup=False)

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()
