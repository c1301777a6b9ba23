"""A tour of six steps for somebody who opens reader for the first time."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.cells import cells
from reader.i18n import _
from reader.ui.dialogs.dialog import MiddleDialog
from reader.ui.keys import task
from reader.ui.widgets.aside import Hung
from reader.ui.widgets.inks import ink


class Step(NamedTuple):
    """One page of the tour."""

    title: str
    says: str
    keys: tuple[tuple[str, str], ...]
    """Keys with what they do."""


STEPS = (
    Step(
        _("The library"),
        _(
            "Every article you keep is in one list. The numbers at the right say how many quotes "
            "wait for you."
        ),
        (
            ("a", _("adds the address on the clipboard, a file or a folder")),
            ("/", _("searches everything as you type")),
            ("F12", _("subscribes to feeds and shows what is unread")),
        ),
    ),
    Step(
        _("The reading desk"),
        _(
            "An article opens with every quote marked: its colour and style say what kind of quote it is, "
            "the card beside it who said it."
        ),
        (
            (_("Enter"), _("opens an article")),
            ("]  [", _("next quote, and the one before")),
            ("F2", _("explains the colours")),
        ),
    ),
    Step(
        _("Deciding"),
        _("What the program finds is a suggestion. You decide, and it never changes what you decided."),
        (
            (_("Enter"), _("accepts")),
            ("x", _("rejects")),
            ("1 … 5", _("set the type")),
            ("u", _("takes anything back")),
        ),
    ),
    Step(
        _("Who spoke"),
        _("Speakers become sources in a register, so that one person is one person in all articles."),
        (
            ("p", _("says who spoke: a number for a recent source, or letters")),
            ("F5", _("opens the register of sources")),
        ),
    ),
    Step(
        _("Checking and noting"),
        _("Tags, notes and evidence stay with the words they are about, also when the article changes."),
        (
            ("t", _("tags")),
            ("m", _("writes a note beside the text")),
            ("c", _("says what the quote was checked against")),
        ),
    ),
    Step(
        _("Handing on"),
        _("Nothing leaves this computer unless you send it. Everything can go out in open formats."),
        (
            ("y", _("copies a quote with its citation")),
            ("e", _("writes a file")),
            ("?", _("finds any key, on every screen")),
        ),
    ),
)


LOW = 18
"""Lines of a terminal below which a step has no empty lines, and scrolls where it is longer."""
KEY_WIDTH, LOW_KEY_WIDTH = 12, 8


class Tour(MiddleDialog[None]):
    """Six pages, one after the other."""

    BINDINGS = [
        *task(
            _("Tour"),
            Binding("enter,right,space,l", "turn(1)", _("Next"), tooltip=_("Next step"), id="tour.next"),
            Binding("left,backspace,h", "turn(-1)", _("Back"), tooltip=_("Step before"), id="tour.back"),
            Binding("j,down", "scroll(1)", _("Down"), tooltip=_("Where a step is longer than the terminal"),
                    id="tour.down", show=False),
            Binding("k,up", "scroll(-1)", _("Up"), tooltip=_("Up again"), id="tour.up", show=False),
            Binding("q", "cancel", _("Leave"), tooltip=_("Leave the tour"), id="tour.leave", show=False),
        )
    ]  # fmt: skip
    DEFAULT_CSS = """
    Tour {
        VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
        #tour-hint { color: $muted; height: 1; margin-top: 1; }
        &.-low > Vertical { max-width: 100%; height: 100%; max-height: 100%; padding: 0 1; }
        &.-low VerticalScroll { height: 1fr; }
        &.-low #tour-hint { margin: 0; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self._place = 0

    def compose(self) -> ComposeResult:
        """One page, and the keys of the tour itself."""
        with Vertical():
            with VerticalScroll(can_focus=False):
                yield Static(id="tour-page")
            yield Static(id="tour-hint", markup=False)

    def on_resize(self) -> None:
        """Show the step in the room there is."""
        self.action_turn(0)

    def action_turn(self, by: int) -> None:
        """Go on, or back; after the last step the tour ends."""
        self._place = max(0, self._place + by)
        if self._place >= len(STEPS):
            self.dismiss(None)
            return
        self.query_one("#tour-page", Static).update(self._page(STEPS[self._place]))
        self.query_one("#tour-hint", Static).update(self._hint())
        self._scroller.scroll_home(animate=False)

    def action_scroll(self, lines: int) -> None:
        """Read on, or back."""
        self._scroller.scroll_relative(y=lines, animate=False)

    @property
    def _scroller(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    @property
    def _is_low(self) -> bool:
        return self.app.size.height < LOW

    def _hint(self) -> str:
        on = _("Enter  done") if self._place == len(STEPS) - 1 else _("Enter  next")
        gap = "   " if self._is_low else "     "
        back = [_("←  back")] if self._place else []
        whole = gap.join((on, *back, _("Esc  leave")))
        return whole if cells(whole) <= self._width else gap.join((on, _("Esc  leave")))

    @property
    def _width(self) -> int:
        """Cells of a line."""
        return max(1, self._scroller.scrollable_content_region.width)

    def _page(self, step: Step) -> Content:
        """A step, with as many empty lines below it as keep the last line where it is on the longest one."""
        page = self._told(step)
        if self._is_low:
            return page
        most = max(len(self._told(one).wrap(self._width)) for one in STEPS)
        return page + Content("\n" * (most - len(page.wrap(self._width))))

    def _told(self, step: Step) -> Content:
        muted, strong = ink(self.app, "muted"), ink(self.app, "primary", bold=True)
        is_low = self._is_low
        gap = [] if is_low else [Content("")]
        before = LOW_KEY_WIDTH if is_low else KEY_WIDTH
        indent = "" if is_low else "  "
        keys = Content("\n").join(
            Content.styled(f"{indent + key:<{before}}", strong) + Content(what) for key, what in step.keys
        )
        lines = [
            Content.styled(
                _("{place} of {count}").format(place=self._place + 1, count=len(STEPS)) + "   ", muted
            )
            + Content.styled(step.title, ink(self.app, "foreground", bold=True)),
            *gap,
            Content(step.says),
            *gap,
            Hung(keys, before).folded(self._width),
        ]
        return Content("\n").join(lines)
