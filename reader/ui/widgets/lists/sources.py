"""The register as a list: who is quoted, in which role, how often, and whether they may be named."""

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader.cells import fit
from reader.models import Source, TermsOfUse, name_is_covered
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.lists.columns import GAP, ListColumn, PlacedColumn, place
from reader.ui.widgets.lists.virtual import VirtualList
from reader.visible import visible

GUTTER = 4
"""Cells before the first column: the cursor's bar, the selection, room."""

COLUMNS = (
    ListColumn("name", "Source", 20, rank=0, grows=True),
    ListColumn("kind", "Kind", 12, rank=4),
    ListColumn("role", "Role and affiliation", 25, rank=3),
    ListColumn("use", "May be used", 18, rank=2),
    ListColumn("quotes", "Quotes", 6, rank=1, right=True),
    ListColumn("articles", "Articles", 8, rank=5, right=True),
)


class SourceList(VirtualList[Source]):
    """Sources with kind, role, affiliation, how it may be used, and numbers."""

    signs: reactive[Glyphs] = reactive(DRAWN)

    def paint(self, index: int, row: Source, line: int, width: int, ground: Style) -> list[Segment]:
        """One line of a source."""
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        mark = self.signs.selected if row.id in self.selection.ids else " "
        segments = [Segment(f"{bar}{mark}  ", ground + self.ink("primary"))]
        for number, placed in enumerate(place(COLUMNS, width - 1, left=GUTTER)):
            if number:
                segments.append(Segment(" " * GAP, ground))
            segments += self._cell(row, placed, ground)
        return segments

    def _cell(self, row: Source, placed: PlacedColumn, ground: Style) -> list[Segment]:
        muted = ground + self.ink("muted")
        match placed.column.key:
            case "name":
                return self._named(row, placed.width, ground)
            case "kind":
                return [Segment(fit(row.kind.value, placed.width), muted)]
            case "role":
                return [Segment(fit(described(row), placed.width), muted)]
            case "use":
                is_covered = name_is_covered(row)
                ink = ground + self.ink("disputed", "bold") if is_covered else muted
                return [Segment(fit(usable(row), placed.width), ink)]
            case "quotes":
                return [
                    Segment(fit(str(row.quotes), placed.width, right=True), ground + self.ink("foreground"))
                ]
        return [Segment(fit(str(row.articles), placed.width, right=True), muted)]

    def _named(self, row: Source, width: int, ground: Style) -> list[Segment]:
        name = visible(row.name)
        aliases = f"  {visible(', '.join(row.aliases))}" if row.aliases else ""
        shown = fit(name + aliases, width)
        kept = min(len(name), len(shown))
        return [
            Segment(shown[:kept], ground + self.ink("speaker", "bold")),
            Segment(shown[kept:], ground + self.ink("muted")),
        ]


def usable(source: Source) -> str:
    """How a source may be used, in words that fit a column."""
    if not source.identity_protected:
        return source.use.value
    return "protected" if source.use is TermsOfUse.ON_RECORD else f"{source.use.value} █"


def described(source: Source) -> str:
    """Role and affiliation of a source."""
    return visible(", ".join(part for part in (source.role, source.affiliation) if part))
