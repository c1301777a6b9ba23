"""The margin of the article: cards beside the lines their quotes start on, and a rule for the place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.models import Status
from reader.ui.widgets.article.canvas import MOST_NUMBERED
from reader.ui.widgets.article.layout import Layout
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.glyphs import DRAWN
from reader.ui.widgets.margin import card_lines
from reader.ui.widgets.margin.cards import NOBODY, Card
from reader.ui.widgets.margin.layout import Stack, stack, with_open
from reader.ui.widgets.margin.pieces import Lines
from reader.ui.widgets.margin.tag_signs import with_signs
from reader.ui.widgets.quote_types import LOOKS
from reader.ui.widgets.themed import ThemedWidget

LEFT = 4
"""Cells before a card's words: the rule, a space, the stripe, a space."""
NEAR = 4
"""Lines between two cards of one speaker up to which they are one run (chosen by hand)."""

MOST_IN_RUN = 999
"""Cards of a run that are counted: a longer one is told as so many (chosen by hand)."""


class MarginColumn(ThemedWidget):
    """Cards of the lines that the article shows; it scrolls with the article, not by itself."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "MarginColumn { width: 38; height: 1fr; background: $background; }"

    top: reactive[int] = reactive(0)
    """First line of the article on the screen."""
    total: reactive[int] = reactive(1)
    """Number of lines of the article."""
    current: reactive[int] = reactive(0)
    """Owner of the card that is open."""

    @dataclass
    class CardPicked(Message):
        """A card was clicked."""

        owner: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cards: Sequence[Card] = ()
        self._anchors: list[int] = []
        self._places: dict[int, int] = {}
        self._wanted: list[int] = []
        self._numbers: dict[int, int] = {}
        self._starts: list[int] = []
        self._place: Layout | None = None
        self._base = self._stack = Stack([], [])
        self._faces: dict[tuple[int, bool], Lines] = {}
        self._palette = Palette()
        self.tag_colours: Mapping[str, str] = {}
        """The colours of tags, by path."""
        self.glyphs = DRAWN

    def take_theme(self) -> None:
        """Take the inks of the theme."""
        self._palette = Palette(self.app.theme_variables, colour=not self.app.no_color)
        self.refresh()

    def show(self, cards: Sequence[Card], place: Layout) -> None:
        """Show `cards`, sorted by where they start, beside the lines of the text as it is laid out."""
        self._cards = cards
        self._places = {card.owner: index for index, card in enumerate(cards)}
        starts, wanted = [card.start for card in cards], [card.height for card in cards]
        same = place is self._place and starts == self._starts
        anchors = self._anchors if same else [place.line_of(start) for start in starts]
        self._place, self._starts = place, starts
        if anchors != self._anchors or wanted != self._wanted:
            self._anchors, self._wanted = anchors, wanted
            self._base = stack(anchors, wanted)
        self._numbers = _numbered(cards)
        self._faces.clear()
        self._stack_again()

    def watch_current(self) -> None:
        """Open another card."""
        self._stack_again()

    def on_resize(self) -> None:
        """Words are cut to the new width."""
        self._faces.clear()
        self._stack_again()

    def _stack_again(self) -> None:
        opened = self._places.get(self.current)
        height = len(self._face(opened, open_=True)) if opened is not None else 0
        base = self._base
        closed = opened is None
        self._stack = base if closed else with_open(base, opened or 0, height)
        self.refresh()

    @property
    def words_width(self) -> int:
        """Cells for the words of a card."""
        return max(6, self.size.width - LEFT - 1 - self._number_width)

    @property
    def _number_width(self) -> int:
        """Cells for the number of a card and the space behind it."""
        most = len(self._numbers)
        return len(str(most)) + 1 if 0 < most <= MOST_NUMBERED else 0

    def _face(self, index: int, *, open_: bool) -> Lines:
        lines = self._faces.get((index, open_))
        if lines is None:
            card, width = self._cards[index], self.words_width
            if open_:
                lines = card_lines.opened(card, width, self.glyphs)
            else:
                run = _run_at(index, self._cards, self._anchors)
                lines = card_lines.short(card, width, self.glyphs, run)
            self._faces[index, open_] = lines
        return lines

    def render_line(self, y: int) -> Strip:
        """One line of the margin."""
        line = y + self.top
        segments = [self._rule(y)]
        place = self._stack.at(line)
        if place is not None:
            segments += self._card_line(*place)
        return Strip(segments).adjust_cell_length(self.size.width, self._palette.style("text"))

    def _rule(self, y: int) -> Segment:
        """A hairline; strong where the part of the article on the screen lies in the whole."""
        height = max(1, self.size.height)
        if self.total <= height:
            return Segment("│ ", self._palette.style("text", "rule"))
        long = max(1, height * height // self.total)
        room = max(1, self.total - height)
        first = round((height - long) * min(self.top, room) / room)
        held = first <= y < first + long
        return Segment("┃ " if held else "│ ", self._palette.style("text", "meta" if held else "rule"))

    def _card_line(self, index: int, row: int) -> list[Segment]:
        card = self._cards[index]
        is_open = card.owner == self.current
        lines = self._face(index, open_=is_open)
        ink = LOOKS[card.quote.type].ink if card.quote else "sign"
        base = ("text", "card-current") if is_open else ("text",)
        stripe = Segment(self.glyphs.bar, self._palette.style("text", f"edge:{ink}"))
        if row >= len(lines):
            return []
        pieces = with_signs(lines[row], card.tags, self.tag_colours)
        words = [Segment(piece.text, self._palette.style(*base, piece.ink)) for piece in pieces]
        number = str(self._numbers.get(card.owner, "")) if row == 0 and self._number_width else ""
        lead = f"{number.rjust(self._number_width - 1)} " if self._number_width else " "
        ink = "bar" if is_open else "removed"
        body = Strip([Segment(lead, self._palette.style(*base, ink)), *words])
        wide = body.adjust_cell_length(self.size.width - LEFT + 1, self._palette.style(*base))
        return [stripe, *wide]

    def on_click(self, event: events.Click) -> None:
        """Tell which card was clicked."""
        place = self._stack.at(event.y + self.top)
        if place is not None:
            self.post_message(self.CardPicked(self._cards[place[0]].owner))


def _numbered(cards: Sequence[Card]) -> dict[int, int]:
    """The number of each quote that is not rejected, by owner: the same as beside the text.

    Of more than are numbered only so many that it shows.
    """
    counted = (card for card in cards if card.quote and card.quote.status is not Status.REJECTED)
    return {card.owner: number for number, card in enumerate(islice(counted, MOST_NUMBERED + 1), 1)}


def _run_at(place: int, cards: Sequence[Card], anchors: Sequence[int]) -> int:
    """How many quotes of one speaker begin near each other at a place, 0 where one only goes on.

    Asked of the cards on the screen alone: a long article has ten thousands.
    """
    if place and _goes_on(place, cards, anchors):
        return 0
    behind = takewhile(
        lambda at: _goes_on(at, cards, anchors), range(place + 1, min(len(cards), place + MOST_IN_RUN))
    )
    return 1 + sum(1 for _ in behind)


def _goes_on(place: int, cards: Sequence[Card], anchors: Sequence[int]) -> bool:
    """Whether a card is near the one before it, and of the same speaker."""
    return anchors[place] - anchors[place - 1] <= NEAR and _of_one(cards[place - 1], cards[place])


def _of_one(before: Card, card: Card) -> bool:
    """Whether two quotes have the same speaker, who is named."""
    return (
        bool(before.quote and card.quote)
        and card.speaker not in ("", NOBODY)
        and before.speaker == card.speaker
    )
