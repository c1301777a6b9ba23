"""The list of notes: when, what was written, about what, where."""

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader.cells import cells, fit
from reader.i18n import _, day, pgettext
from reader.models.notes import KIND_LABELS
from reader.rows import badge_of
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import tag_segments
from reader.ui.widgets.lists.columns import GAP, ListColumn, place
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.margin.note_markdown import plain_words
from reader.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.models import NoteRow

GUTTER = 3
LOST = pgettext("a note", "lost")
LONGEST = 400
"""Characters of a note that a line may show."""
COLUMNS = (
    ListColumn("modified", _("Date"), 10, rank=2),
    ListColumn("body", _("Note"), 30, rank=0, grows=True),
    ListColumn("kind", _("On"), max(map(cells, (LOST, *KIND_LABELS.values()))), rank=4),
    ListColumn("outlet", _("From"), 14, rank=3, most=32),
    ListColumn("tags", _("Tags"), 16, rank=1),
)


class NoteList(VirtualList["NoteRow"]):
    """Notes with date, first words, what they are on, outlet and tags."""

    signs: reactive[Glyphs] = reactive(DRAWN)
    _columns: tuple[ListColumn, ...] = COLUMNS

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns that are shown where there is room."""
        return self._columns

    def show_notes(self, rows: "Sequence[NoteRow]", current: int = 0) -> None:
        """Show these notes; the cursor goes to `current`, or stays where a person put it."""
        self._rows.clear()
        self._rows.update((row.id, row) for row in rows)
        # where no note bears a tag, a column of them would push out the date
        bears = any(row.tags for row in rows)
        self._columns = tuple(column for column in COLUMNS if bears or column.key != "tags")
        self.show([row.id for row in rows], current=current)
        self.refresh()

    def _want(self, page: int) -> None:
        """All rows are here."""

    def paint(self, index: int, row: "NoteRow", line: int, width: int, ground: Style) -> list[Segment]:
        """One note."""
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        mark = self.signs.selected if row.id in self.selection.ids else " "
        segments = [Segment(f"{bar}{mark} ", ground + self.ink("primary"))]
        for number, placed in enumerate(place(self._columns, width - 1, left=GUTTER)):
            text, how = self._cell(row, placed.column.key)
            gap = " " * GAP if number else ""
            shown, style = gap + fit(one_line(text), placed.width), ground + self.ink(*how)
            tags = row.tags if placed.column.key == "tags" else ()
            segments += tag_segments(self.app, shown, tags, style, self.tag_colours)
        return segments

    def _cell(self, row: "NoteRow", key: str) -> tuple[str, tuple[str, ...]]:
        match key:
            case "modified":
                return day(row.modified), ("muted",)
            case "body":
                # a tagged passage is a note without words: it is known by what it marks
                return (_words(row.body), ("foreground",)) if row.body.strip() else (row.about, ("muted",))
            case "kind":
                return (LOST, ("disputed", "bold")) if row.is_lost else (row.kind_label, ("muted",))
            case "outlet":
                name = row.outlet or row.title or "–"
                badge = badge_of(row.held)
                return (f"{badge} {name}", ("held", "bold")) if badge else (name, ("muted",))
        return " ".join(f"#{tag}" for tag in row.tags), ("secondary",)


@lru_cache(maxsize=1024)
def _words(body: str) -> str:
    """A note without its markup: it is painted whenever the cursor moves."""
    return " ".join(plain_words(line) for line in body[:LONGEST].splitlines())


def one_line(text: str) -> str:
    """Text on one line, fit for a terminal."""
    return visible(" ".join(text.split()))
