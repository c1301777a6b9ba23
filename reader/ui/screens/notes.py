"""All notes of the library: found by their words, sorted, read beside the list, opened at their place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader import amounts
from reader.i18n import _
from reader.rows import badge_of
from reader.texts.manners import day, in_marks
from reader.ui.keys import task
from reader.ui.places import ArticleWanted
from reader.ui.screens.note_changes import NEEDS_ONE, NOTE_KEYS, WHILE_LISTING, NoteChanges
from reader.ui.session import plain
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.inks import ink
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.notes import COLUMNS, GUTTER, NoteList
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.margin.note_markdown import has_markup, rendered
from reader.ui.widgets.note_editor import NoteEditor
from reader.ui.widgets.place_bar import PlaceBar
from reader.visible import visible

if TYPE_CHECKING:
    from reader.models import NoteRow

ORDERS = {
    "newest": (_("newest first"), _("oldest first")),
    "article": (_("by title of the article"), _("by title of the article, last first")),
    "place": (_("by article and place"), _("by article and place, last first")),
}
"""What notes are sorted by, in words; and the other way round."""
DATED = "modified"
"""The column that shows the order by date; the others show in no column."""
LOW = 16
"""Lines of a terminal below which the notes have all there are."""
NO_NOTE = (
    _("There is no note here yet."),
    "",
    _("m     on the desk writes one"),
    _("a     writes a memo on the library or a story"),
    _("Esc   goes back"),
)
ABOUT = {
    "article": _("on the whole article"),
    "library": _("on the library, a memo"),
    "story": _("on the story, a memo"),
    "quote": _("on the quote"),
    "passage": _("on the passage"),
}
"""What a note is about."""
NOTE_INKS = {
    "note-strong": "bold",
    "note-em": "italic",
    "note-struck": "strike",
    "note-link": "underline",
    "note-code": "dim",
    "meta": "dim",
}
"""Styles of what is marked in a note."""
NOTE_WIDTH = 72
"""Cells of a note beside the list, as many as are read well; the list has the rest."""
NOTHING_FOUND = (
    _("No note holds that."),
    "",
    _("/     looks for something else"),
    _("Esc   shows all notes"),
)


class NotesScreen(NoteChanges):
    """Notes on articles, quotes and passages, and memos."""

    AUTO_FOCUS = "NoteList"
    BINDINGS = [
        *task(
            _("Read"),
            Binding(
                "enter",
                "open",
                _("Open"),
                tooltip=_("The article at the note; a memo, to write on"),
                id="notes.open",
            ),
        ),
        *task(
            _("Find"),
            Binding("slash", "search", _("Search"), tooltip=_("Words of notes, #tag"), id="notes.search"),
            Binding("o", "order", _("Order"), tooltip=_("By date, title, place"), id="notes.order"),
            Binding(
                "O", "reverse", _("Reverse"), tooltip=_("Turn the order"), id="notes.reverse", show=False
            ),
        ),
        *NOTE_KEYS,
        *task(
            _("Program"),
            Binding(
                "escape,q", "back", _("Back"), tooltip=_("Show all notes again, or go back"), id="notes.back"
            ),
        ),
    ]

    @dataclass
    class NotesRead(Message):
        """Notes have been read."""

        wanted: str
        order: str
        rows: "list[NoteRow]"
        colours: dict[str, str]
        current: int

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self.wanted = wanted
        self.order = "newest"
        self.reversed = False
        self._was_left = False
        self.is_read = False

    def compose(self) -> ComposeResult:
        """Title, facts, notes, the current one, keys."""
        yield PlaceBar("notes")
        yield Static(_("Reading …"), markup=False, id="facts")
        with Container():
            with Vertical():
                yield ListHead(COLUMNS, GUTTER)
                yield NoteList()
            with Vertical(id="note-pane"), VerticalScroll(can_focus=False):
                yield Static("", markup=False, id="note")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Read the notes."""
        self.notes.signs = self.query_one(ListHead).signs = glyphs(ascii_only=self.session_app.ascii)
        self.query_one(VerticalScroll).styles.padding = (0, 2)
        self.query(Vertical).last().styles.max_width = NOTE_WIDTH
        self.read()

    @property
    def current(self) -> "NoteRow | None":
        """The note under the cursor."""
        return self.notes.row(self.notes.current_id)

    def read(self, current: int = 0) -> None:
        """Read the notes again; the cursor goes to the row `current`, or stays on its note."""
        self.is_read = False
        self._read(self.wanted, self.order, current)

    @work(thread=True, exclusive=True, group="notes", exit_on_error=False)
    def _read(self, wanted: str, order: str, current: int) -> None:
        with self.session.store() as store:
            rows, colours = store.notes.listed(wanted, order), store.tags.coloured()
        if not get_current_worker().is_cancelled:
            self.post_message(self.NotesRead(wanted, order, rows, colours, current))

    @on(NotesRead)
    def _show(self, event: NotesRead) -> None:
        if (event.wanted, event.order) != (self.wanted, self.order):
            return
        self.is_read = True
        self.notes.empty = NOTHING_FOUND if self.wanted else NO_NOTE
        self.notes.tag_colours = event.colours
        self.notes.show_notes(event.rows[::-1] if self.reversed else event.rows, event.current)
        self._say_head()
        facts = _("{notes} with “{wanted}”, {order}") if self.wanted else _("{notes}, {order}")
        notes, order = amounts.notes(len(event.rows), digits=True), ORDERS[self.order][self.reversed]
        told = facts.format(notes=notes, wanted=self.wanted, order=order)
        self.query_one("#facts", Static).update(plain(told))
        self._say_current()
        self.refresh_bindings()

    def _say_head(self) -> None:
        """Name the columns that are there, and by which one they are sorted."""
        head = self.query_one(ListHead)
        head.set_columns(self.notes.columns)
        head.sort = DATED if self.order == "newest" else "", not self.reversed
        head.display = bool(self.notes.ids) and self.app.size.height >= LOW

    @on(ListHead.SortWanted)
    def _sort_wanted(self, event: ListHead.SortWanted) -> None:
        """Sort by date where that was clicked, or turn its order."""
        if event.key == DATED:
            self.reversed = self.order == "newest" and not self.reversed
            self.order = "newest"
            self.read()

    @on(VirtualList.Moved)
    def _say_current(self) -> None:
        row = self.current
        self.query_one("#note", Static).update(self._told(row) if row else "")
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _told(self, row: "NoteRow") -> Content:
        """A note as it was written, with what it is about."""
        muted = ink(self.app, "muted")
        title = row.title or (_("The library as a whole") if row.id < 0 else _("(no title)"))
        badge = badge_of(row.held)
        parts = [Content.styled(f"{badge} ", ink(self.app, "held", bold=True))] if badge else []
        parts.append(Content.styled(visible(title), ink(self.app, "foreground", bold=True)))
        origin = _("from {origin}").format(origin=row.origin) if row.origin else ""
        facts = [row.outlet, ABOUT[row.kind], origin]
        line = ", ".join(filter(None, [day(row.modified[:16]), *facts]))
        parts.append(Content.styled(visible(line), muted))
        if row.is_lost:
            lost = _("Its passage no longer stands in the text.")
            parts.append(Content.styled(lost, ink(self.app, "disputed", bold=True)))
        if row.about:
            who = f"{row.speaker}: " if row.speaker else ""
            said = in_marks(row.about, row.language)
            parts.append(Content.styled(visible(f"\n{who}{said}"), muted))
        if row.body.strip():
            parts.append(self._written(row.body))
        if row.tags:
            tags = " ".join(f"#{tag}" for tag in row.tags)
            parts.append(Content.styled("\n" + visible(tags), ink(self.app, "secondary")))
        return Content("\n").join(parts)

    def _written(self, body: str) -> Content:
        """The note with its Markdown, as on its card."""
        if not has_markup(body):
            return Content("\n" + visible(body))
        lines = rendered(body, max(1, self.query_one("#note").size.width or NOTE_WIDTH))
        words = (
            Content("").join(Content.styled(text, NOTE_INKS.get(name, "")) for text, name in line)
            for line in lines
        )
        return Content("\n") + Content("\n").join(words)

    def on_screen_suspend(self) -> None:
        """Remember that another screen lay over this one."""
        self._was_left = True

    def on_screen_resume(self) -> None:
        """Show what was written meanwhile."""
        if self._was_left:
            self._was_left = False
            self.read()

    # -- keys ----------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now."""
        if action in NEEDS_ONE | WHILE_LISTING and self.query(NoteEditor):
            return False
        return bool(self.notes.ids) if action in NEEDS_ONE else True

    @on(VirtualList.Chosen)
    @work(group="ask", exit_on_error=False)
    async def action_open(self) -> None:
        """Open the article where the current note stands; write on in a memo."""
        row = self.current
        if row is not None and row.id < 0:
            await self.write_memo(-row.id)
        elif row is not None:
            self.post_message(ArticleWanted(row.article_id, row.offset))

    @work(group="ask", exit_on_error=False)
    async def action_search(self) -> None:
        """List only notes that hold some words."""
        from reader.ui.dialogs.ask import Ask  # a dialog is loaded when it is first asked for

        hint = _("Words of the note, its passage, speaker, title or outlet; #tag; empty: all notes")
        wanted = await self.app.push_screen_wait(Ask(_("Which notes?"), hint, self.wanted))
        if wanted is not None:
            self.wanted = wanted
            self.read()

    def action_order(self) -> None:
        """Sort by the next thing."""
        names = list(ORDERS)
        self.order, self.reversed = names[(names.index(self.order) + 1) % len(names)], False
        self.read()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.reversed = not self.reversed
        self.read()

    def action_back(self) -> None:
        """Select nothing, then show all notes again where only some are shown; else leave."""
        if self.notes.clear_selection():
            return
        if self.wanted:
            self.wanted = ""
            self.read()
        else:
            self.leave()
