"""The list of articles: one line with columns a row, or two lines with the title on top."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader import amounts
from reader.cells import fit
from reader.i18n import _, day
from reader.rows import ArticleRow, ArticleState
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import cut_segments, tag_segments
from reader.ui.widgets.lists.columns import GAP, ListColumn, PlacedColumn, place
from reader.ui.widgets.lists.virtual import PAGE, VirtualList
from reader.visible import visible

GUTTER = 4
"""Cells before the first column: the cursor's bar, the selection, the state."""

ROOMY = 88
"""Cells of a list from which the second number of a row is told in words."""
IN_WORDS = 21
"""Cells of "105 of 105 to decide"."""

COLUMNS = (
    ListColumn("published", _("Date"), 10, rank=2),
    ListColumn("outlet", _("Outlet"), 16, rank=4, most=26),
    ListColumn("title", _("Title"), 34, rank=0, grows=True),
    ListColumn("language", "", 2, rank=5),
    ListColumn("tags", _("Tags"), 16, rank=6, most=32),
    ListColumn("open", _("Quotes"), 7, rank=1, right=True),
    ListColumn("starred", "", 1, rank=3),
)

Snippet = tuple[tuple[str, bool], ...]
"""Text around a hit of the search, in parts that match and parts that do not."""


class ArticleList(VirtualList[ArticleRow]):
    """Articles with date, outlet, title, language, tags, quotes, star and state."""

    signs: reactive[Glyphs] = reactive(DRAWN)
    snippets: reactive[Mapping[int, Snippet]] = reactive({})
    """Per article what a search found; shown in the second line of a row."""

    @property
    def near_ids(self) -> Sequence[int]:
        """The ids of the pages that are on the screen."""
        first, height = self.scroll_offset.y // self.lines, self.size.height // self.lines
        return self.ids[first // PAGE * PAGE : ((first + height) // PAGE + 1) * PAGE]

    def paint(self, index: int, row: ArticleRow, line: int, width: int, ground: Style) -> list[Segment]:
        """One line of an article."""
        if self.lines == 1:
            return self._paint_columns(row, width, ground)
        if line == 0:
            return self._paint_title(row, width, ground)
        return self._paint_facts(row, width, ground)

    def _paint_columns(self, row: ArticleRow, width: int, ground: Style) -> list[Segment]:
        segments = self._gutter(row, ground)
        for number, placed in enumerate(place(COLUMNS, width - 1, left=GUTTER)):
            if number:
                segments.append(Segment(" " * GAP, ground))
            segments += self._cell(row, placed, ground)
        return segments

    def _cell(self, row: ArticleRow, placed: PlacedColumn, ground: Style) -> list[Segment]:
        muted = ground + self.ink("muted")
        match placed.column.key:
            case "published":
                return [Segment(fit(day(row.published) or "–", placed.width), muted)]
            case "outlet":
                return [Segment(fit(visible(row.outlet), placed.width), muted)]
            case "title":
                return self._titled(row, placed.width, ground)
            case "language":
                return [Segment(fit(row.language, placed.width), muted)]
            case "tags":
                secondary = ground + self.ink("secondary")
                shown = fit(_tags(row), placed.width)
                return tag_segments(self.app, shown, row.tags, secondary, self.tag_colours)
            case "open":
                return self._quotes(row, placed.width, ground)
        return [Segment(self.signs.star if row.starred else " ", ground + self.ink("star"))]

    def _paint_title(self, row: ArticleRow, width: int, ground: Style) -> list[Segment]:
        told = IN_WORDS if width >= ROOMY else 8
        room = max(1, width - GUTTER - 4 - told)
        star = self.signs.star if row.starred else " "
        return [
            *self._gutter(row, ground),
            *self._titled(row, room, ground),
            Segment(f" {star} ", ground + self.ink("star")),
            *self._quotes(row, told, ground),
        ]

    def _titled(self, row: ArticleRow, width: int, ground: Style) -> list[Segment]:
        """The title, behind a red word where the article must wait."""
        held = fit(f"{row.badge} ", min(width, len(row.badge) + 1)) if row.badge else ""
        title = fit(_title(row), width - len(held))
        return [
            *([Segment(held, ground + self.ink("held", "bold"))] if held else []),
            Segment(title, ground + self._title_ink(row)),
        ]

    def _paint_facts(self, row: ArticleRow, width: int, ground: Style) -> list[Segment]:
        muted = ground + self.ink("muted")
        segments = [*self._gutter(row, ground, first=False)]
        if snippet := self.snippets.get(row.id):
            match = ground + self.ink("note-mark", "bold")
            found = [Segment(_one_line(text), match if hit else muted) for text, hit in snippet]
            return segments + cut_segments(found, width - GUTTER - 1)
        dot = f" {self.signs.dot} "
        words = amounts.words(row.words, digits=True)
        facts = dot.join(
            fact for fact in (day(row.published), visible(row.outlet), row.language, words) if fact
        )
        tags = f"{dot if facts else ''}{_tags(row)}" if row.tags else ""
        secondary = ground + self.ink("secondary")
        named = tag_segments(self.app, tags, row.tags, secondary, self.tag_colours)
        return [*segments, *cut_segments([Segment(facts, muted), *named], width - GUTTER - 1)]

    def _gutter(self, row: ArticleRow, ground: Style, *, first: bool = True) -> list[Segment]:
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        mark = self.signs.selected if first and row.id in self.selection.ids else " "
        state = {ArticleState.UNREAD: self.signs.unread, ArticleState.READING: self.signs.reading}
        sign = state.get(row.state, " ") if first else " "
        ink = ground + self.ink("primary")
        return [Segment(bar + mark, ink), Segment(f"{sign} ", ink)]

    def _quotes(self, row: ArticleRow, width: int, ground: Style) -> list[Segment]:
        if not row.quotes:
            return [Segment(fit("–", width, right=True), ground + self.ink("faint"))]
        if not row.open:
            told = _("{count} decided") if width >= IN_WORDS else "{count}"
            text = f"{told.format(count=row.quotes)} {self.signs.accepted}"
            return [Segment(fit(text, width, right=True), ground + self.ink("accepted"))]
        total = _(" of {count} to decide").format(count=row.quotes) if width >= IN_WORDS else f"/{row.quotes}"
        number = fit(str(row.open), max(1, width - len(total)), right=True)
        return [
            Segment(number, ground + self.ink("open")),
            Segment(total, ground + self.ink("muted")),
        ]

    def _title_ink(self, row: ArticleRow) -> Style:
        return self.ink("foreground", "bold" if row.state is ArticleState.UNREAD else "")


def _title(row: ArticleRow) -> str:
    return _one_line(row.title) or _("(no title)")


def _tags(row: ArticleRow) -> str:
    return visible(" ".join(f"#{tag}" for tag in row.tags))


def _one_line(text: str) -> str:
    return visible(text.replace("\n", " ").replace("\t", " "))
