"""The register as a list: who is quoted, in which role, how often, and whether they may be named."""

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader.cells import cells, fit
from reader.i18n import _
from reader.models import Source, TermsOfUse, Voice, name_is_covered
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.lists.columns import GAP, ListColumn, PlacedColumn, place
from reader.ui.widgets.lists.virtual import VirtualList
from reader.visible import visible

GUTTER = 4
"""Cells before the first column: the cursor's bar, the selection, room."""

_LEAST_ALIAS = 10
"""Cells that other names have behind a name at least, with the blanks before them."""
_USE = max(18, *(cells(one.label) for one in TermsOfUse))
COLUMNS = (
    ListColumn("name", _("Source"), 20, rank=0, grows=True),
    ListColumn("kind", _("Kind"), 12, rank=4),
    ListColumn("role", _("Role and affiliation"), 43 - _USE, rank=3, most=50),
    ListColumn("use", _("May be used"), _USE, rank=2),
    ListColumn("quotes", _("Quotes"), 6, rank=1, right=True),
    ListColumn("articles", _("Articles"), 8, rank=5, right=True),
)
VOICE_COLUMNS = (
    ListColumn("name", _("Quoted in articles"), 20, rank=0, grows=True),
    ListColumn("role", _("Role and affiliation"), 21, rank=2, most=44),
    ListColumn("same", _("Same as?"), 17, rank=3, most=30),
    ListColumn("quotes", _("Quotes"), 8, rank=1, right=True),
    ListColumn("articles", _("Articles"), 10, rank=4, right=True),
)
"""Of who is quoted and is no source yet."""


class SourceList(VirtualList[Source | Voice]):
    """Sources with kind, role, affiliation, how it may be used, and numbers; or voices that could be some."""

    signs: reactive[Glyphs] = reactive(DRAWN)
    columns: reactive[tuple[ListColumn, ...]] = reactive(COLUMNS)

    def paint(self, index: int, row: Source | Voice, line: int, width: int, ground: Style) -> list[Segment]:
        """One line of a source."""
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        mark = self.signs.selected if row.id in self.selection.ids else " "
        segments = [Segment(f"{bar}{mark}  ", ground + self.ink("primary"))]
        for number, placed in enumerate(place(self.columns, width - 1, left=GUTTER)):
            if number:
                segments.append(Segment(" " * GAP, ground))
            segments += self._cell(row, placed, ground)
        return segments

    def _cell(self, row: Source | Voice, placed: PlacedColumn, ground: Style) -> list[Segment]:
        muted = ground + self.ink("muted")
        match placed.column.key:
            case "name":
                return self._named(row, placed.width, ground)
            case "same" if isinstance(row, Voice):
                ink = ground + self.ink("muted" if row.same_id else "disputed")
                return [Segment(fit(probably(row), placed.width), ink)]
            case "kind":
                return [Segment(fit(row.kind.label, placed.width), muted)]
            case "role":
                return [Segment(fit(described(row), placed.width), muted)]
            case "use" if isinstance(row, Source):
                is_covered = name_is_covered(row)
                ink = ground + self.ink("disputed", "bold") if is_covered else muted
                return [Segment(fit(usable(row), placed.width), ink)]
            case "quotes":
                return [
                    Segment(fit(str(row.quotes), placed.width, right=True), ground + self.ink("foreground"))
                ]
        return [Segment(fit(str(row.articles), placed.width, right=True), muted)]

    def _named(self, row: Source | Voice, width: int, ground: Style) -> list[Segment]:
        name = visible(row.name)
        others = row.aliases if isinstance(row, Source) else _others(row)
        aliases = f"  {visible(', '.join(others))}" if others else ""
        if width - cells(name) < min(cells(aliases), _LEAST_ALIAS):  # "B…" tells nothing
            aliases = ""
        shown = fit(name + aliases, width)
        kept = min(len(name), len(shown))
        ink = self.ink("speaker", "bold") if isinstance(row, Source) else self.ink("foreground")
        return [
            Segment(shown[:kept], ground + ink),
            Segment(shown[kept:], ground + self.ink("muted")),
        ]


def usable(source: Source) -> str:
    """How a source may be used, in words that fit a column."""
    if not source.identity_protected:
        return source.use.label
    return _("protected") if source.use is TermsOfUse.ON_RECORD else f"{source.use.label} █"


def probably(voice: Voice) -> str:
    """Which source a voice probably is, or that it may be several."""
    return visible(f"= {voice.same_name}") if voice.same_id else _("several?") if voice.doubt else ""


def _others(voice: Voice) -> tuple[str, ...]:
    """Other spellings; a role before the name stands in its own column."""
    return tuple(name for name in voice.spellings if not name.endswith(voice.name))


def described(source: Source | Voice) -> str:
    """Role and affiliation of a source or a voice."""
    return visible(", ".join(part for part in (source.role, source.affiliation) if part))
