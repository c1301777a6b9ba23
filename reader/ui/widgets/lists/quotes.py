"""The list of quotes across articles: who says what, how it is rendered, and what was decided about it."""

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from reader.cells import cells, cut, fit
from reader.i18n import _, day
from reader.models import QuoteRow, QuoteType, Status
from reader.transcripts import clock
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import tag_segments
from reader.ui.widgets.lists.columns import GAP, ListColumn, PlacedColumn, place
from reader.ui.widgets.lists.keys import list_keys
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.quote_types import LOOKS, SIGN, sign_of
from reader.visible import visible

GUTTER = 2 + SIGN
"""Cells before the first column: the cursor's bar, the selection, the status."""

_TYPE = max(cells(one.label) for one in QuoteType)
COLUMNS = (
    ListColumn("speaker", _("Speaker"), 22, rank=1, most=32),
    ListColumn("words", _("Quote"), 37 - _TYPE, rank=0, grows=True),
    ListColumn("type", _("Type"), _TYPE, rank=2),
    ListColumn("article", _("Article"), 30, rank=4, most=50),
    ListColumn("published", _("Date"), 10, rank=3),
)


class QuoteList(VirtualList[QuoteRow], inherit_bindings=False):
    """Quotes with speaker, text, type, status, article and date."""

    BINDINGS = list_keys("v", "quotes")
    signs: reactive[Glyphs] = reactive(DRAWN)
    grouped: reactive[bool] = reactive(True)
    """Whether a speaker's name is repeated only faintly."""

    def paint(self, index: int, row: QuoteRow, line: int, width: int, ground: Style) -> list[Segment]:
        """One line of a quote."""
        gutter = self._gutter(row, ground, first=line == 0)
        if self.lines == 1:
            cells = [
                self._cell(index, row, placed, ground) for placed in place(COLUMNS, width - 1, left=GUTTER)
            ]
            return gutter + _spaced(cells, ground)
        if line == 0:
            return gutter + self._facts(index, row, width - GUTTER - 1, ground)
        words = fit(_words(row), width - GUTTER - 1)
        return [*gutter, Segment(words, ground + self._words_ink(row))]

    def _cell(self, index: int, row: QuoteRow, placed: PlacedColumn, ground: Style) -> Segment:
        muted = ground + self.ink("muted")
        match placed.column.key:
            case "speaker":
                return Segment(fit(_speaker(row), placed.width), ground + self._speaker_ink(index, row))
            case "words":
                return Segment(fit(_words(row), placed.width), ground + self._words_ink(row))
            case "type":
                return Segment(
                    fit(LOOKS[row.type].label, placed.width), ground + self.ink(LOOKS[row.type].colour)
                )
            case "article":
                ink = ground + self.ink("held", "bold") if row.badge else muted
                return Segment(fit(_article(row), placed.width), ink)
        return Segment(fit(day(row.published) or "–", placed.width), muted)

    def _facts(self, index: int, row: QuoteRow, width: int, ground: Style) -> list[Segment]:
        """Speaker and type, then as much of article and tags as there is room for."""
        dot = f" {self.signs.dot} "
        facts = dot.join(filter(None, (_article(row), visible(row.outlet), day(row.published))))
        tags = "".join(f"{dot}#{visible(tag)}" for tag in row.tags)
        kind = f"{dot}{LOOKS[row.type].label}"
        speaker = cut(_speaker(row), width - cells(kind))
        facts = cut(dot + facts, width - cells(speaker + kind + tags))
        shown = cut(tags, width - cells(speaker + kind + facts))
        secondary = ground + self.ink("secondary")
        return [
            Segment(speaker, ground + self._speaker_ink(index, row)),
            Segment(kind, ground + self.ink(LOOKS[row.type].colour)),
            Segment(facts, ground + (self.ink("held", "bold") if row.badge else self.ink("muted"))),
            *tag_segments(self.app, shown, row.tags, secondary, self.tag_colours),
        ]

    def _gutter(self, row: QuoteRow, ground: Style, *, first: bool) -> list[Segment]:
        bar = self.signs.bar if row.id == self.current_id and self.has_focus else " "
        mark = self.signs.selected if first and row.id in self.selection.ids else " "
        sign, ink = sign_of(row, self.signs) if first else (" ", "muted")
        return [
            Segment(bar + mark, ground + self.ink("primary")),
            Segment(f"{sign:<{SIGN}}", ground + self.ink(ink)),
        ]

    def _words_ink(self, row: QuoteRow) -> Style:
        if row.status is Status.REJECTED:
            return self.ink("rejected", "strike")
        return self.ink(LOOKS[row.type].colour)

    def _speaker_ink(self, index: int, row: QuoteRow) -> Style:
        before = self.row(self.ids[index - 1]) if index and self.grouped else None
        same = before is not None and before.speaker == row.speaker
        return self.ink("faint") if same else self.ink("speaker", "bold")


def _article(row: QuoteRow) -> str:
    """The article's title, behind a word in capitals where it must wait."""
    return visible(f"{row.badge} {row.article_title}" if row.badge else row.article_title)


def _speaker(row: QuoteRow) -> str:
    return visible(row.speaker_label) or _("unknown")


def _words(row: QuoteRow) -> str:
    """The words, behind when they are said, and what became of them where the newest text has others."""
    words = visible(row.words)
    if row.said_from is not None:
        words = f"{clock(row.said_from)} {words}"
    return f"[{row.since}] {words}" if row.since else words


def _spaced(cells: list[Segment], ground: Style) -> list[Segment]:
    spaced: list[Segment] = []
    for cell in cells:
        spaced += [cell, Segment(" " * GAP, ground)]
    return spaced[:-1]
