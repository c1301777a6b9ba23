"""One line that shows how far adding articles has got."""

from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.cells import fit
from reader.i18n import _
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import ink
from reader.visible import visible

BAR = 20
"""Cells of the bar, so that one is five per cent."""


@dataclass(frozen=True, slots=True)
class ImportState:
    """How far adding has got."""

    done: int = 0
    total: int = 0
    location: str = ""
    new: int = 0
    failed: int = 0
    running: bool = True
    verb: str = "added"
    stopped: bool = False
    """Whether somebody stopped it."""


class ImportBar(Widget):
    """A bar, numbers, and what is being read; gone where there is nothing to say."""

    DEFAULT_CSS = """
    ImportBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        margin-bottom: 1;
        background: $surface;
    }
    """
    state: reactive[ImportState | None] = reactive(None)
    signs: reactive[Glyphs] = reactive(DRAWN)

    def render(self) -> RenderResult:
        """The line."""
        state = self.state
        if state is None:
            return ""
        full = BAR if not state.total else round(BAR * state.done / state.total)
        failed = _("  {failed} failed").format(failed=state.failed) + (
            _(" (press ! to read why)") if not state.running else ""
        )
        counted = f"  {_doing(state) if state.running else _done(state)}"
        parts = [
            Content.styled(self.signs.full * full, ink(self.app, "primary")),
            Content.styled(self.signs.empty * (BAR - full), ink(self.app, "hairline")),
            Content.styled(counted, ink(self.app, "muted")),
            Content.styled(failed if state.failed else "", ink(self.app, "error", bold=True)),
        ]
        line = Content("").join(parts)
        room = self.content_size.width - line.cell_length - 2
        where = visible(state.location) if state.running else ""
        return line + Content.styled("  " + fit(where, max(0, room)), ink(self.app, "muted"))


def _doing(state: ImportState) -> str:
    if state.stopped:
        return "stopping …"
    return _("{done} of {total}").format(done=state.done, total=state.total) if state.done else "reading …"


def _done(state: ImportState) -> str:
    if state.stopped:
        return _("stopped; what was read is kept")
    if state.verb != "added":
        return f"{state.done - state.failed} {state.verb}, {state.new} with changes"
    return _("{new} added").format(new=state.new) if state.new else _("nothing new")
