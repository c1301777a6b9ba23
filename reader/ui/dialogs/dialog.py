"""What all dialogs have in common: a box over the screen that gives one value, None where it is left."""

from collections.abc import Iterator
from typing import TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets._toast import ToastRack  # Textual has no other name for it

from reader.cells import cells
from reader.i18n import _
from reader.ui.keys import task
from reader.ui.session import WorkerScreen, plain
from reader.ui.widgets.folded_lines import folded_to
from reader.ui.widgets.lists.choices import ChoiceList, PickInput

Result = TypeVar("Result")
PART = " · "
"""What stands between the parts of a hint."""
WIDEST = 82
"""Cells of a low dialog in a wide terminal."""
BESIDE_HINT = 6
"""Cells of a low dialog to the left and right of its hint."""


def broken_between_parts(hint: str, room: int) -> str:
    """A hint in lines of at most `room` cells, so that no key stands on another line than what it does."""
    lines = hint.split("\n")
    return "\n".join(folded_to(line, room, 1 + line.count(PART), PART) for line in lines)


HEIGHTS = [(0, "-tiny"), (18, "-low"), (30, "-high")]
"""Rows of the terminal from which a dialog takes more room."""


class Dialog(WorkerScreen[Result], ModalScreen[Result]):
    """A box over a screen, with a result; Esc leaves it without one."""

    BINDINGS = task(
        _("Dialog"),
        Binding(
            "escape", "cancel", _("Cancel"), tooltip=_("Change nothing"), id="dialog.cancel", priority=True
        ),
    )
    DEFAULT_CSS = """
    Dialog { background: $background 50%; }
    Dialog:nocolor { background: transparent; }
    Dialog:nocolor > Vertical, Dialog:nocolor > VerticalScroll {
        border: round $foreground; padding: 0 1 !important;
    }
    Dialog:nocolor Input > .input--cursor { text-style: reverse; }
    Dialog ToastRack {
        dock: top; align: right top; margin: 0; overflow-y: hidden; scrollbar-size-vertical: 0;
    }
    """

    @on(events.Mount)
    def _clear_away(self) -> None:
        """What was said before lies over nothing that is typed here."""
        self.session_app.clear_away(self)
        self._tell_below(False)

    @on(events.Unmount)
    def _uncover(self) -> None:
        self._tell_below(True)

    def _tell_below(self, shown: bool) -> None:
        """Whether the screen below shows what was said; as long as the dialog stands, it does so itself."""
        stack = self.app.screen_stack
        at = stack.index(self) if self in stack else len(stack)
        if at:
            for child in stack[at - 1].children:
                if isinstance(child, ToastRack):
                    child.display = shown

    def action_cancel(self) -> None:
        """Leave without a result."""
        self.dismiss(None)


class MiddleDialog(Dialog[Result]):
    """A box in the middle."""

    DEFAULT_CSS = """
    MiddleDialog {
        align: center middle;
        & > Vertical {
            width: 76;
            max-width: 94%;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $surface;
        }
        .dialog--title { text-style: bold; height: auto; }
        .dialog--hint { color: $muted; height: auto; }
        Input {
            height: 1;
            margin: 1 0;
            padding: 0 1;
            border: none;
            background: $panel;
            &:focus { border: none; }
        }
    }
    """


class LowDialog(Dialog[Result]):
    """A quiet box low on the screen, so that the text stays visible."""

    DEFAULT_CSS = """
    LowDialog {
        align: center bottom; background: $background 40%;
        .dialog-box {
            width: 82; max-width: 100%; height: auto; max-height: 90%; margin: 0 0 2 0; padding: 1 2;
            background: $surface; border: none; overflow-y: auto; scrollbar-size-vertical: 1;
        }
        .dialog-title { text-style: bold; height: auto; max-height: 3; margin: 0 0 1 0; padding: 0 1; }
        .dialog-hint { color: $muted; height: auto; margin: 1 0 0 0; padding: 0 1; }
        &.-low ChoiceList { max-height: 9; }
        &.-low VerticalScroll { max-height: 45vh; }
        &.-tiny .dialog-box { padding: 0 2; margin: 0; max-height: 100%; }
        &.-tiny .dialog-title { margin: 0; max-height: 1; }
        &.-tiny .dialog-hint { margin: 0; max-height: 1; }
        &.-tiny ChoiceList { max-height: 4; }
        &.-tiny VerticalScroll { max-height: 6; }
    }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    heading = ""
    """First line of the box."""
    hint = ""
    """Last line of the box."""

    def compose(self) -> ComposeResult:
        """Title, body, hint."""
        # known before anything is laid out: a box too high at first would keep its scroll bar
        self.add_class(*[name for least, name in HEIGHTS if self.app.size.height >= least][-1:])
        with Vertical(classes="dialog-box"):
            yield Static(plain(self.heading), classes="dialog-title", markup=False)
            yield from self.body()
            yield Static(plain(self._in_whole_parts(self.hint)), classes="dialog-hint", markup=False)

    def body(self) -> Iterator[Widget]:
        """What stands between title and hint."""
        yield from ()

    def say_hint(self, hint: str) -> None:
        """Another last line."""
        self.query_one(".dialog-hint", Static).update(plain(self._in_whole_parts(hint)))

    def _in_whole_parts(self, hint: str) -> str:
        """A hint, broken between its parts; a tiny terminal has one line, for what stands whole on it."""
        room = min(WIDEST, self.app.size.width) - BESIDE_HINT
        if not self.has_class("-tiny"):
            return broken_between_parts(hint, room)
        if cells(hint) <= room:
            return hint
        shown = ""
        for part in hint.rpartition("\n")[2].split(PART):
            more = f"{shown}{PART}{part}" if shown else part
            shown = more if cells(more) <= room else shown
        return shown or hint

    def on_click(self, event: events.Click) -> None:
        """A click beside the box leaves it."""
        if event.widget is self:
            self.action_cancel()


class PickDialog(LowDialog[Result]):
    """A dialog with an input and a list below it.

    Digits and Enter are bound here too: keys typed faster than the input takes the focus are not lost.
    """

    BINDINGS = [
        *(Binding(digit, f"digit('{digit}')", _("Pick"), show=False) for digit in "123456789"),
        Binding("enter", "submit", _("Take"), show=False),
    ]
    placeholder = ""
    first_value = ""

    def body(self) -> Iterator[Widget]:
        """Input and list."""
        yield PickInput(self.first_value, placeholder=self.placeholder)
        yield ChoiceList()

    @property
    def choices(self) -> ChoiceList:
        """The list."""
        return self.query_one(ChoiceList)

    @property
    def typed(self) -> str:
        """What is typed, without white space at its ends."""
        return self.query_one(PickInput).value.strip()

    @on(PickInput.Moved)
    def _move(self, event: PickInput.Moved) -> None:
        self.choices.move(event.step)

    @on(PickInput.Digit)
    def _digit(self, event: PickInput.Digit) -> None:
        self.action_digit(event.digit)

    async def action_submit(self) -> None:
        """Do as if Enter had been pressed in the input."""
        await self.query_one(PickInput).action_submit()

    def action_digit(self, digit: str) -> None:
        """Pick the line of that number."""
        for index, choice in enumerate(self.choices.choices):
            if choice.number == digit:
                self.choices.cursor = index
                self.picked(index)
                return

    @on(ChoiceList.Picked)
    def _clicked(self, event: ChoiceList.Picked) -> None:
        self.choices.cursor = event.index
        self.picked(event.index)

    def picked(self, index: int) -> None:
        """A digit or a click has picked a line."""
        raise NotImplementedError
