"""The versions of an article: what changed in its text, and the quotes and notes that this moved or lost."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widgets import Static

from reader.i18n import _, day, number
from reader.models import Anchor, Span
from reader.ui.places import ArticleWanted, PlacingWanted
from reader.ui.screens.two_panes import TwoPanes
from reader.ui.screens.version_cells import change_cells, passage_cells
from reader.ui.screens.version_keys import VERSION_KEYS
from reader.ui.session import plain
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.cell_table import CellTable
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.versions import Displaced, History
    from reader.store import Store
    from reader.texts.differences import Excerpt

LOSES_PLACE = frozenset({"place", "drop"})
"""What can be done with a lost passage."""


@dataclass(frozen=True)
class Comparison:
    """What the screen shows at a moment."""

    history: "History"
    pair: tuple[int, int]
    """Numbers of the versions compared; the same twice where there is only one."""
    changes: "tuple[Excerpt, ...]"


class VersionsScreen(TwoPanes):
    """Two texts of an article, and what became of quotes and notes."""

    DEFAULT_CSS = """
    VersionsScreen .heading { padding: 0 3; height: 1; color: $primary; text-style: bold; }
    """
    AUTO_FOCUS = "#passages"
    BINDINGS = [*VERSION_KEYS]

    @dataclass
    class VersionsRead(Message):
        """The versions have been read."""

        comparison: Comparison

    def __init__(self, article_id: int) -> None:
        super().__init__()
        self.article_id = article_id
        self.shown: Comparison | None = None
        self.pair: tuple[int, int] | None = None
        """The versions to compare, None for the last two."""
        self.is_full = False
        self.is_read = False

    def compose(self) -> ComposeResult:
        """Title, facts, passages and changes, keys."""
        yield Static("", markup=False, id="title")
        yield Static(_("Reading …"), markup=False, id="facts")
        with Container():
            with Vertical():
                yield Static(_("Quotes and notes"), markup=False, classes="heading")
                yield CellTable(id="passages")
            with Vertical():
                yield Static(_("What changed in the text"), markup=False, classes="heading")
                yield CellTable(id="changes")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Read the versions."""
        self.read()

    def on_screen_resume(self) -> None:
        """Something may have been changed on the desk."""
        if self.shown is not None:
            self.read()

    @property
    def passages(self) -> CellTable:
        """Quotes and notes to look at."""
        return self.query_one("#passages", CellTable)

    @property
    def changes(self) -> CellTable:
        """What changed in the text."""
        return self.query_one("#changes", CellTable)

    # -- reading -----------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="versions", exit_on_error=False)
    def read(self) -> None:
        """Read versions and passages, and compare two texts."""
        from reader.library.versions import history  # for the worker first
        from reader.texts.differences import difference, excerpts, paragraphs  # for the worker first

        with self.session.store() as store:
            found = history(store, self.article_id)
        texts = {version.number: version.text for version in found.versions}
        newest = max(texts)
        first, last = self.pair or (max(1, newest - 1), newest)
        pieces = difference(texts[first], texts[last]) if first != last else ()
        changes = paragraphs(pieces) if self.is_full else excerpts(pieces)
        self.post_message(self.VersionsRead(Comparison(found, (first, last), tuple(changes))))

    @on(VersionsRead)
    def _show(self, event: VersionsRead) -> None:
        shown = self.shown = event.comparison
        self.is_read = True
        marked = self.session_app.ascii or self.app.no_color
        self.query_one("#title", Static).update(plain(shown.history.title))
        self.query_one("#facts", Static).update(plain(_facts(shown)))
        self.passages.show(((),), passage_cells(shown.history.passages, marked=marked))
        self.changes.show(
            ((),), change_cells(shown.changes, marked=marked, one=shown.pair[0] == shown.pair[1])
        )
        self.refresh_bindings()

    # -- what one can do -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A lost passage can be placed, a changed one confirmed."""
        del parameters
        if action in LOSES_PLACE or action == "confirm":
            passage = self.passage
            is_lost = passage is not None and passage.anchor is Anchor.ORPHAN
            is_changed = passage is not None and passage.anchor in (Anchor.FUZZY, Anchor.MOVED)
            return is_lost if action in LOSES_PLACE else is_changed
        return True

    @on(CellTable.Moved)
    def _refresh_keys(self) -> None:
        self.refresh_bindings()

    @property
    def passage(self) -> "Displaced | None":
        """The current quote or note."""
        row, _column = self.passages.cursor
        passages = self.shown.history.passages if self.shown else ()
        return passages[row] if row < len(passages) and not self.changes.has_focus else None

    @on(CellTable.Chosen)
    def action_open(self) -> None:
        """Open the article at the passage or the change."""
        if self.shown is None:
            return
        offset = self.passage.offset if self.passage else None
        if self.changes.has_focus and self.changes.cursor[0] < len(self.shown.changes):
            offset = self.shown.changes[self.changes.cursor[0]].offset
        self.post_message(ArticleWanted(self.article_id, offset))

    def action_place(self) -> None:
        """Open the desk to select where a lost passage stands."""
        passage = self.passage
        if passage is not None:
            placed = partial(self._place, passage)
            self.post_message(PlacingWanted(self.article_id, passage.offset, passage.words, placed))

    def _place(self, passage: "Displaced", span: Span) -> None:
        self._ask_and_place(passage, span)

    @work
    async def _ask_and_place(self, passage: "Displaced", span: Span) -> None:
        """Place what was lost, after asking where other words stand there."""
        from reader.library.versions import place_note, place_quote  # for the worker first
        from reader.texts.anchoring import same_words  # for the worker first
        from reader.ui.dialogs.ask import Confirm  # a dialog is loaded when it is first asked for

        now = " ".join(self._newest()[span.start : span.end].split())
        if passage.kind == "quote" and not same_words(passage.words, now):
            question = _("It said:\n{words}\n\nThere it would say:\n{now}").format(
                words=visible(passage.words), now=visible(now)
            )
            hint = _("Place it all the same? Both wordings are kept.\ny yes · n no")
            if not await self.app.push_screen_wait(Confirm(question, hint)):
                return

        def place(store: "Store") -> str:
            if passage.kind == "quote":
                place_quote(store, passage.id, (span,))
            else:
                place_note(store, passage.id, span)
            return _("Placed. u takes it back.")

        self.change(place)

    def _newest(self) -> str:
        """The text that lost passages are placed in."""
        versions = self.shown.history.versions if self.shown else ()
        return next((version.text for version in versions if version.current), "")

    def action_drop(self) -> None:
        """Take a lost passage off the list."""
        from reader.library.versions import dismiss  # for the worker first

        passage = self.passage
        if passage is None:
            return

        def drop(store: "Store") -> str:
            dismiss(store, passage)
            if passage.kind == "note":
                return _("The note stays on the article. u takes it back.")
            return _("The quote is gone. u takes it back.")

        self.change(drop)

    def action_confirm(self) -> None:
        """Say that a changed passage is right."""
        from reader.library.versions import confirm  # for the worker first

        passage = self.passage
        if passage is None:
            return

        def confirm_passage(store: "Store") -> str:
            confirm(store, passage)
            return ""

        self.change(confirm_passage)

    def show_changed(self) -> None:
        """Read the versions again."""
        self.read()

    def action_full(self) -> None:
        """Show the whole text, or only what changed."""
        self.is_full = not self.is_full
        self.read()

    def action_step(self, step: int) -> None:
        """Compare an older or a newer pair of versions."""
        if self.shown is not None:
            newest = len(self.shown.history.versions)
            first = max(1, min(self.shown.pair[0] + step, newest - 1))
            self.pair = (first, min(first + 1, newest))
            self.read()

    def action_other(self) -> None:
        """Go to the other pane."""
        (self.passages if self.changes.has_focus else self.changes).focus()
        self.refresh_bindings()

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()


def _fates(shown: Comparison) -> str:
    """What was imported and found no place: the only passages to look at where there is one text."""
    from reader.library.versions import summary  # for the worker first

    told = summary(shown.history)
    return f"{told}  " if told else ""


def _between(first: str, last: str) -> str:
    """From when to when, the day once where it is the same."""
    moments = [f"{day(moment)} {moment[11:16]}".strip() for moment in (first, last)]
    if first[:10] == last[:10] and last[11:16]:
        moments[1] = last[11:16]
    return " → ".join(moments)


def _facts(shown: Comparison) -> str:
    versions = shown.history.versions
    if len(versions) < 2:
        return _fates(shown) + _("There is only one text of this article.")
    first, last = (versions[place - 1] for place in shown.pair)
    dates = _between(first.added, last.added)
    compared = _("version {first} → {last} of {count}").format(
        first=first.number, last=last.number, count=number(len(versions))
    )
    from reader.library.versions import summary  # for the worker first

    told = summary(shown.history).rstrip(".") or _("nothing changed, lost or new")
    return f"{told}  ·  {compared}  ·  {dates}"
