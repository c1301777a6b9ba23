"""The codebook: all tags in their tree, what they mean, in which colour, and what bears them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader import amounts
from reader.i18n import _, number
from reader.models import Tag
from reader.ui.keys import task
from reader.ui.places import ArticlesWanted, NotesWanted, QuotesWanted
from reader.ui.screens.code_changes import CODE_KEYS, CodeChanges
from reader.ui.screens.list_state import ListState
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.inks import ink, line_colour
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.codes import GUTTER, CodeList, CodeRow, columns, rows_of
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

NO_TAGS = (
    _("There is no tag yet."),
    "",
    _("a   enters one, such as politik/syrien"),
    _("t   on an article or a quote puts one"),
)
NOTHING_FOUND = (_("No tag matches."), "", _("/ Esc   clears the search"))
NEEDS_ONE = frozenset(
    {"open", "list", "edit", "merge", "move", "out", "shift", "remove", "export", "fold", "unfold"}
)
UNSAID = _("There is no description yet: I writes one.")
DETAIL = 4
"""Lines that tell of the current tag, where there is room for them."""
TALL = 16
"""Lines of a terminal that has room for them."""


class CodebookScreen(CodeChanges):
    """Tags in their tree."""

    SORTS = ("name",)
    DEFAULT_CSS = """
    CodebookScreen #listing { height: 1fr; }
    CodebookScreen.-high #listing { margin-top: 1; }
    CodebookScreen #code-detail { padding: 0 2 0 4; dock: bottom; margin-bottom: 1; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    AUTO_FOCUS = "CodeList"
    BINDINGS = [
        *task(
            _("Read"),
            Binding(
                "enter",
                "open",
                _("Open"),
                tooltip=_("What has the tag: quotes, else articles, else notes"),
                id="codebook.open",
            ),
            Binding(
                "1",
                "list('articles')",
                _("Articles"),
                tooltip=_("Those with this tag"),
                show=False,
                id="codebook.articles",
            ),
            Binding(
                "2",
                "list('quotes')",
                _("Quotes"),
                tooltip=_("Those with this tag"),
                show=False,
                id="codebook.quotes",
            ),
            Binding(
                "3",
                "list('notes')",
                _("Notes"),
                tooltip=_("Those with this tag"),
                show=False,
                id="codebook.notes",
            ),
            Binding(
                "slash", "search", _("Search"), tooltip=_("Names and descriptions"), id="codebook.search"
            ),
            Binding(
                "l,right",
                "unfold",
                _("Unfold"),
                tooltip=_("Show what is below"),
                id="codebook.unfold",
                show=False,
            ),
            Binding(
                "h,left", "fold", _("Fold"), tooltip=_("Hide what is below"), id="codebook.fold", show=False
            ),
        ),
        *CODE_KEYS,
        *task(
            _("Program"),
            Binding(
                "q",
                "app.quit",
                _("Quit"),
                tooltip=_("Leave; everything is saved"),
                id="codebook.quit",
                show=False,
            ),
            Binding(
                "escape",
                "back",
                _("Back"),
                tooltip=_("Clear, then to the library"),
                id="codebook.back",
                show=False,
            ),
        ),
    ]

    def __init__(self) -> None:
        super().__init__(ListState(sort="name", descending=False))
        self._folded: set[str] = set()

    def compose(self) -> ComposeResult:
        """Head line, search line, list, what the current tag means, keys."""
        yield PlaceBar("codebook")
        yield SearchLine(_("Search the tags:  a name, a word of what they mean"))
        with Widget(id="listing"):
            yield ListHead(columns(80), GUTTER)
            yield CodeList()
        yield Static(id="code-detail", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Set the widgets up and read the tags."""
        signs = glyphs(ascii_only=self.session_app.ascii)
        self.codes.signs = self.query_one(ListHead).signs = signs
        self.reload()

    def on_resize(self, event: events.Resize) -> None:
        """Columns for the width, room for what a tag means where there is any."""
        wanted = columns(event.size.width)
        self.codes.columns = wanted
        self.query_one(ListHead).set_columns(wanted)
        detail = self.query_one("#code-detail")
        detail.styles.height = DETAIL
        detail.display = event.size.height >= TALL

    @property
    def codes(self) -> CodeList:
        """The list."""
        return self.query_one(CodeList)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most keys need a tag."""
        return bool(self.rows.ids) if action in NEEDS_ONE else True

    def read_ids(self, store: "Store", list_state: ListState, limit: int) -> Sequence[int]:
        """The lines of the tree; where something is looked for, all of it is open."""
        self.every_tag = store.tags.codebook()
        words = list_state.typed.casefold().split()
        shown = _found(self.every_tag, words) if words else self.every_tag
        self.shown_rows = {row.id: row for row in rows_of(shown, () if words else frozenset(self._folded))}
        return list(self.shown_rows)

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[CodeRow]:
        """Rows of the list."""
        rows = self.shown_rows
        return [rows[one] for one in ids if one in rows]

    def shown(self, list_state: ListState) -> None:
        """Follow with status and details."""
        self.codes.empty = NOTHING_FOUND if list_state.typed.strip() else NO_TAGS
        if any(tag.place for tag in self.every_tag):
            self.query_one(ListHead).sort = ("", False)  # in an order of their own
        self._say_status()
        self._say_detail()

    @on(VirtualList.SelectionChanged)
    def _say_status(self) -> None:
        chosen, count = len(self.codes.selection.ids), sum(tag.id > 0 for tag in self.every_tag)
        parts = [_("{count} selected").format(count=number(chosen))] if chosen else []
        parts.append(amounts.tags(count, digits=True))
        self.query_one(PlaceBar).status = "  ·  ".join(parts)
        self.refresh_bindings()

    @on(VirtualList.Moved)
    def _say_detail(self) -> None:
        row = self.current
        self.query_one("#code-detail", Static).update(self._told(row.tag) if row else "")

    def _told(self, tag: Tag) -> Content:
        """A tag with its colour by name, and all that is said of it."""
        shown = Content.styled(f"#{visible(tag.path)}", ink(self.app, "foreground", bold=True))
        if tag.colour:
            swatch = "" if self.app.no_color or self.session_app.ascii else "■ "
            shown += "   " + Content.styled(swatch, str(line_colour(tag.colour).color and tag.colour))
            shown += Content.styled(_named(tag.colour), ink(self.app, "muted"))
        meaning = tag.description or UNSAID
        return shown + "\n" + Content.styled(visible(meaning), ink(self.app, "muted"))

    # -- keys ----------------------------------------------------------------------------------------------

    @on(VirtualList.Chosen)
    def action_open(self) -> None:
        """List what bears the current tag or one below it: quotes, else articles, else notes."""
        if (row := self.current) is not None:
            tag = row.tag
            # an article counts with its notes: one without more is there for its note
            other = "notes" if tag.notes and tag.notes >= tag.articles else "articles"
            self.action_list("quotes" if tag.quotes else other)

    def action_list(self, kind: str) -> None:
        """List the articles, quotes or notes that bear the current tag or one below it."""
        row = self.current
        if row is None:
            return
        query = 'tag:"{}" '.format(row.tag.path.replace('"', '""'))
        wanted = {"articles": ArticlesWanted(query), "quotes": QuotesWanted(query)}
        self.post_message(wanted.get(kind) or NotesWanted(f"#{row.tag.path}"))

    def action_fold(self) -> None:
        """Hide what is below the current tag, or below the one above it."""
        if (row := self.current) is not None:
            path = row.tag.path if row.has_below and row.is_open else row.tag.path.rpartition("/")[0]
            if path:
                self._folded.add(path)
                self.reload(current=self.id_of(path))

    def action_unfold(self) -> None:
        """Show what is below the current tag."""
        if (row := self.current) is not None:
            self._folded.discard(row.tag.path)
            self.reload()

    def action_back(self) -> None:
        """Leave the search line, then the selection, the search, the screen."""
        if not self.codes.has_focus:
            self.codes.focus()
        elif self.codes.clear_selection():
            return
        elif self.list_state.typed:
            self.query_one(SearchLine).set_query("")
        else:
            self.app.switch_mode("library")


def _found(tree: Sequence[Tag], words: Sequence[str]) -> list[Tag]:
    """The tags whose path and description hold all words, with the levels above them."""
    found = [
        tag.path for tag in tree if all(word in f"{tag.path} {tag.description}".casefold() for word in words)
    ]
    return [tag for tag in tree if any(f"{path}/".startswith(f"{tag.path}/") for path in found)]


def _named(colour: str) -> str:
    from reader.library.codebook import COLOUR_LABELS  # the store, which the screen has opened by now

    return next(
        (f"{name} {colour}" for name, known in COLOUR_LABELS.items() if known == colour.lower()), colour
    )
