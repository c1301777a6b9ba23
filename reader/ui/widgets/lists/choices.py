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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._palette = Palette()
        self._top = 0

    def on_mount(self) -> None:
        """Take the theme's colours, on the ground of a dialog."""
        variables = self.app.theme_variables
        ground = {"background": variables.get("surface", "#1a1d22")}
        self._palette = Palette(variables | ground, colour=not self.app.no_color)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """One line for each choice."""
        del container, viewport, width
        return max(1, len(self.choices))

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
        self.cursor = min(self.cursor, max(0, len(self.choices) - 1))
        self.refresh()

    def watch_cursor(self) -> None:
        """Keep the cursor on the screen."""
        height = max(1, self.size.height or len(self.choices))
        self._top = min(max(self._top, self.cursor - height + 1), self.cursor)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One choice: number, mark, label, detail at the right."""
        index = y + self._top
        base = ("text", "choice-current") if index == self.cursor else ("text",)
        style = self._palette.style
        if not 0 <= index < len(self.choices):
            return Strip.blank(self.size.width, style("text"))
        choice = self.choices[index]
        room = max(0, self.size.width - 7)
        label, detail = _beside(visible(choice.label), visible(choice.detail), room)
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
        height, total = self.size.height, len(self.choices)
        if total <= height or not height:
            return ""
        first = self._top * height // total
        held = first <= y <= first + height * height // total
        return ("|#" if getattr(self.app, "ascii", False) else "│┃")[held]

    def on_click(self, event: events.Click) -> None:
        """Pick a line."""
        if 0 <= event.y + self._top < len(self.choices):
            self.post_message(self.Picked(event.y + self._top))


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
