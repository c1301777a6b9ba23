"""The codebook as a list: tags in their tree, what bears each, what they mean."""

import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader.cells import cells, fit
from reader.i18n import _, number
from reader.models import Tag
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import tag_segments
from reader.ui.widgets.lists.columns import GAP, ListColumn, PlacedColumn, place
from reader.ui.widgets.lists.keys import list_keys
from reader.ui.widgets.lists.virtual import VirtualList
from reader.visible import visible

GUTTER = 4
"""Cells before the first column: the cursor's bar, the selection, room."""
INDENT = 2
"""Cells for each level that a tag lies below."""


def columns(width: int) -> tuple[ListColumn, ...]:
    """The columns for a list that is so wide: of a wide one, the names of tags get more."""
    return (
        ListColumn("name", _("Tag"), 24 if width < 100 else width // 4, rank=0),
        ListColumn("articles", _("Articles"), 8, rank=3, right=True),
        ListColumn("quotes", _("Quotes"), 6, rank=1, right=True),
        ListColumn("notes", _("Notes"), cells(_("Notes")), rank=4, right=True),
        ListColumn("description", _("What it is put on"), 14, rank=2, grows=True),
    )


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One line of the tree."""

    id: int
    """The tag's; below 0 for a level that is no tag itself."""
    tag: Tag
    level: int
    has_below: bool
    is_open: bool


def rows_of(tree: Sequence[Tag], closed: Collection[str]) -> Iterator[CodeRow]:
    """The lines of a tree in which the tags `closed` hide what is below them."""
    for line, tag in enumerate(tree):
        path = tag.path
        levels = path.split("/")
        if any("/".join(levels[:depth]) in closed for depth in range(1, len(levels))):
            continue
        has_below = line + 1 < len(tree) and tree[line + 1].path.startswith(f"{path}/")
        # the same for the same path, so that the cursor stays on it
        row_id = tag.id or -1 - zlib.crc32(path.encode("utf-8", "surrogatepass"))
        yield CodeRow(row_id, tag, len(levels) - 1, has_below, path not in closed)


class CodeList(VirtualList[CodeRow], inherit_bindings=False):
    """Tags with the sign before each in its colour; left and right fold, they do not scroll."""

    BINDINGS = list_keys()

    signs: reactive[Glyphs] = reactive(DRAWN)
    columns: reactive[tuple[ListColumn, ...]] = reactive(columns(80))

    def paint(self, index: int, row: CodeRow, line: int, width: int, ground: Style) -> list[Segment]:
        """One tag."""
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        mark = self.signs.selected if row.id in self.selection.ids else " "
        segments = [Segment(f"{bar}{mark}  ", ground + self.ink("primary"))]
        for column, placed in enumerate(place(self.columns, width - 1, left=GUTTER)):
            if column:
                segments.append(Segment(" " * GAP, ground))
            segments += self._cell(row, placed, ground)
        return segments

    def _cell(self, row: CodeRow, placed: PlacedColumn, ground: Style) -> list[Segment]:
        match placed.column.key:
            case "name":
                return self._named(row, placed.width, ground)
            case "description":
                words = visible(" ".join(row.tag.description.split()))
                return [Segment(fit(words, placed.width), ground + self.ink("muted"))]
        count = getattr(row.tag, placed.column.key)
        ink = self.ink("foreground" if count else "faint")
        return [Segment(fit(number(count), placed.width, right=True), ground + ink)]

    def _named(self, row: CodeRow, width: int, ground: Style) -> list[Segment]:
        fold = ("- " if row.is_open else "+ ") if row.has_below else "  "
        before = fit(" " * (INDENT * row.level) + fold, min(width, INDENT * row.level + 2))
        name = row.tag.path.rpartition("/")[2]
        how = "bold" if row.has_below and not row.level else ""
        shown = fit(f"#{visible(name)}", max(1, width - len(before)))
        colours = {name: row.tag.colour} if row.tag.colour else {}
        label = tag_segments(self.app, shown, (name,), ground + self.ink("foreground", how), colours)
        return [Segment(before, ground + self.ink("faint")), *label]
