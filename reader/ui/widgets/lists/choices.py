"""A short list to choose from, numbered where a digit picks; painted line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.cells import cells, cut, fit
from reader.i18n import _
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.margin.pieces import folded
from reader.visible import visible


class Choice(NamedTuple):
    """One line of the list."""

    label: str
    detail: str = ""
    number: str = ""
    """The digit or letter that picks it, "" for none."""
    marked: bool = False
    value: object = None
    colour: str = ""
    """Colour of the sign before a tag, or empty."""


class PlacedLine(NamedTuple):
    """One line of the list as it is painted."""

    choice: int
    """The place of its choice in the list."""
    label: str
    detail: str


_SIGNS = 7
"""Cells of number and mark before a label, and of the blanks around its detail."""


_LEAST_DETAIL = 16
"""Cells that a detail has at least, where choices wrap: else it stands on a line of its own."""


class ChoiceList(Widget):
    """Choices with a cursor; it is moved by whoever holds the focus."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ChoiceList { height: auto; max-height: 12; background: $surface; }"

    choices: reactive[Sequence[Choice]] = reactive((), layout=True, always_update=True)
    """The lines."""
    cursor: reactive[int] = reactive(0)
    """Which line Enter takes."""

    @dataclass
    class Picked(Message):
        """A line was clicked."""

        index: int

    def __init__(self, *, id: str | None = None, wraps: bool = False) -> None:
        super().__init__(id=id)
        self._palette = Palette()
        self._wraps = wraps
        """Whether what is too long for a line goes on in the next one, instead of being cut."""
        self._top = 0
        self._kept: tuple[int, list[PlacedLine]] = (-1, [])
        """The lines of the choices as they are, in so many cells."""

    def on_mount(self) -> None:
        """Take the theme's colours, on the ground of a dialog."""
        variables = self.app.theme_variables
        ground = {"background": variables.get("surface", "#1a1d22")}
        self._palette = Palette(variables | ground, colour=not self.app.no_color)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """One line for each choice, more where they wrap."""
        del container, viewport
        return max(1, len(self._laid(width)))

    def _laid(self, width: int) -> list[PlacedLine]:
        """The lines of all choices in so many cells."""
        if self._kept[0] != width:
            room, lines = max(0, width - _SIGNS), list[PlacedLine]()
            for index, choice in enumerate(self.choices):
                lines += self._placed(index, choice, room)
            self._kept = width, lines
        return self._kept[1]

    def _placed(self, index: int, choice: Choice, room: int) -> list[PlacedLine]:
        label, detail = visible(choice.label), visible(choice.detail)
        if not self._wraps or cells(label) + bool(detail) + cells(detail) <= room:
            return [PlacedLine(index, *_beside(label, detail, room))]
        *above, last = folded(label, room) or [""]
        free = room - cells(last) - 1
        if free < min(cells(detail), _LEAST_DETAIL):
            above, last, free = [*above, last], "", room - 1
        shown = cut(detail, free)
        return [
            *(PlacedLine(index, fit(line, room), "") for line in above),
            PlacedLine(index, fit(last, room - cells(shown) - 1), shown),
        ]

    @property
    def chosen(self) -> Choice | None:
        """The line under the cursor."""
        return self.choices[self.cursor] if 0 <= self.cursor < len(self.choices) else None

    def move(self, step: int) -> None:
        """Move the cursor, round the ends."""
        if self.choices:
            self.cursor = (self.cursor + step) % len(self.choices)

    def watch_choices(self) -> None:
        """New lines."""
        self._kept = (-1, [])
        self.cursor = min(self.cursor, max(0, len(self.choices) - 1))
        self.refresh()

    def watch_cursor(self) -> None:
        """Keep the cursor on the screen."""
        laid = self._laid(self.size.width)
        height = max(1, self.size.height or len(laid))
        own = [place for place, line in enumerate(laid) if line.choice == self.cursor] or [0]
        self._top = min(max(self._top, own[-1] - height + 1), own[0])
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One choice: number, mark, label, detail at the right."""
        laid, style = self._laid(self.size.width), self._palette.style
        if not 0 <= y + self._top < len(laid):
            return Strip.blank(self.size.width, style("text"))
        index, label, detail = laid[y + self._top]
        base = ("text", "choice-current") if index == self.cursor else ("text",)
        choice = self.choices[index]
        if y + self._top and laid[y + self._top - 1].choice == index:  # its signs stand on its first line
            choice = choice._replace(number="", marked=False)
        sign = 1 if choice.colour and label.startswith("#") else 0
        bar = self._bar(y)
        segments = [
            Segment(f" {choice.number or ' '} ", style(*base, "bar")),
            Segment("✓ " if choice.marked else "  ", style(*base, "accepted")),
            Segment(label[:sign], style(*base, f"sign:{choice.colour}") if sign else style(*base)),
            Segment(label[sign:], style(*base)),
            Segment(f" {detail} " if detail else " ", style(*base, "meta")),
        ]
        line = Strip(segments).adjust_cell_length(self.size.width, style(*base))
        if not bar:
            return line
        return Strip(
            [*line.crop(0, self.size.width - 1), Segment(bar, style("text", "meta"))], self.size.width
        )

    def _bar(self, y: int) -> str:
        """The right edge of a line where the list goes on above or below; "" where all of it is shown."""
        height, total = self.size.height, len(self._laid(self.size.width))
        if total <= height or not height:
            return ""
        first = self._top * height // total
        held = first <= y <= first + height * height // total
        return ("|#" if getattr(self.app, "ascii", False) else "│┃")[held]

    def on_click(self, event: events.Click) -> None:
        """Pick a line."""
        laid = self._laid(self.size.width)
        if 0 <= event.y + self._top < len(laid):
            self.post_message(self.Picked(laid[event.y + self._top].choice))


def _beside(label: str, detail: str, room: int) -> tuple[str, str]:
    """A label and what is said of it, in the room of a line: each has half of it at least."""
    free = max(0, room - bool(detail))
    wide = min(cells(label), max(free // 2, free - cells(detail)))
    shown = cut(detail, free - wide)
    return fit(label, max(0, free - cells(shown))), shown


class PickInput(LineInput):
    """An input above a list: digits pick while nothing is typed, up and down move in the list."""

    BINDINGS = [
        Binding("down,ctrl+n", "list(1)", _("Down"), show=False),
        Binding("up,ctrl+p", "list(-1)", _("Up"), show=False),
    ]
    DEFAULT_CSS = """
    PickInput { border: none; height: 1; padding: 0 1; background: $surface; }
    PickInput:focus { border: none; background: $surface; }
    """

    @dataclass
    class Digit(Message):
        """A digit was pressed while nothing was typed."""

        digit: str

    @dataclass
    class Moved(Message):
        """The list is to move."""

        step: int

    async def _on_key(self, event: events.Key) -> None:
        if not self.value and event.character and event.character in "123456789":
            event.stop()
            event.prevent_default()
            self.post_message(self.Digit(event.character))
            return
        await super()._on_key(event)

    def action_list(self, step: int) -> None:
        """Move in the list."""
        self.post_message(self.Moved(step))
