"""Feeds as a list: folders with what lies in them, how much is unread, and how each feed stands."""

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader.cells import cells, fit
from reader.feeds import FeedRow
from reader.i18n import _, day, number, pgettext
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.lists.columns import GAP, ListColumn, PlacedColumn, place
from reader.ui.widgets.lists.virtual import VirtualList
from reader.visible import visible

GUTTER = 4
"""Cells before the first column: the cursor's bar, the selection, room."""
INDENT = 2
"""Cells for each folder that something lies in."""

COLUMNS = (
    ListColumn("name", _("Feed"), 36, rank=0, grows=True),
    ListColumn("unread", _("Unread"), 6, rank=1, right=True),
    ListColumn("articles", _("Articles"), 8, rank=3, right=True),
    ListColumn("asked", _("Asked (UTC)"), 16, rank=4),
    ListColumn("state", _("State"), max(13, cells(_("not asked yet"))), rank=2),
)


class FeedList(VirtualList[FeedRow]):
    """Folders and feeds."""

    signs: reactive[Glyphs] = reactive(DRAWN)

    def paint(self, index: int, row: FeedRow, line: int, width: int, ground: Style) -> list[Segment]:
        """One line of a feed or a folder."""
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        mark = self.signs.selected if row.id in self.selection.ids else " "
        segments = [Segment(f"{bar}{mark}  ", ground + self.ink("primary"))]
        for column, placed in enumerate(place(COLUMNS, width - 1, left=GUTTER)):
            if column:
                segments.append(Segment(" " * GAP, ground))
            segments.append(self._cell(row, placed, ground))
        return segments

    def _cell(self, row: FeedRow, placed: PlacedColumn, ground: Style) -> Segment:
        muted = ground + self.ink("muted")
        wide = placed.width
        match placed.column.key:
            case "name":
                return self._named(row, wide, ground)
            case "unread":
                ink = ground + self.ink("foreground", "bold") if row.unread else muted
                return Segment(fit(str(row.unread or ""), wide, right=True), ink)
            case "articles":
                return Segment(fit(str(row.articles), wide, right=True), muted)
            case "asked":
                at = row.feed.asked if row.feed else ""
                return Segment(fit(f"{day(at)} {at[11:16]}".strip(), wide), muted)
        ink = ground + self.ink("error", "bold") if row.troubled else muted
        return Segment(fit(standing(row), wide), ink)

    def _named(self, row: FeedRow, width: int, ground: Style) -> Segment:
        fold = ("- " if row.is_open else "+ ") if row.feed is None else "  "
        is_strong = row.unread > 0 and not (row.feed and row.feed.is_off)
        colour = "primary" if row.feed is None else "foreground" if is_strong else "muted"
        text = " " * (INDENT * row.level) + fold + visible(row.name)
        return Segment(fit(text, width), ground + self.ink(colour, "bold" if is_strong else ""))


def standing(row: FeedRow) -> str:
    """How a feed stands, or how many of a folder have trouble, in a few words."""
    feed = row.feed
    if feed is None:
        return _("{count} failed").format(count=row.troubled) if row.troubled else ""
    if feed.is_off:
        return pgettext("a feed", "off")
    if feed.trouble:
        return _("failed {count}×").format(count=feed.failures)
    return "" if feed.asked else _("not asked yet")


def told(row: FeedRow) -> tuple[str, str, bool]:
    """Two lines about a row, for under the list, and whether the second one tells of trouble."""
    feed = row.feed
    if feed is None:
        return visible(row.folder), standing(row), bool(row.troubled)
    if feed.trouble and not feed.is_off:
        return visible(feed.address), visible(feed.trouble), True
    facts = (
        ", ".join(feed.tags),
        _("kept {count} days").format(count=number(feed.keep_days)) if feed.keep_days else "",
        pgettext("a feed", "off") if feed.is_off else "",
    )
    return visible(feed.address), visible("  ·  ".join(filter(None, facts))), False
