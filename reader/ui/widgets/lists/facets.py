"""The panel of views and facets: what there is, how many, and what the list is narrowed to."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.cells import fit
from reader.i18n import _, number
from reader.ui.keys import task
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import line_ground, line_ink
from reader.visible import visible


class FacetLine(NamedTuple):
    """One line of the panel."""

    label: str
    number: int
    """-1 where it is not known."""
    query: str
    """What it adds to the query; for a view its name."""
    group: str
    on: bool = False


class FacetPanel(ScrollView, can_focus=True):
    """Facets under the headings of their groups."""

    DEFAULT_CSS = """
    FacetPanel {
        width: 28;
        padding: 0 1;
        scrollbar-size-vertical: 0;
    }
    """
    BINDINGS = [
        *task(
            _("Narrow down"),
            Binding(
                "enter,space",
                "toggle_facet",
                _("Narrow down"),
                tooltip=_("Only these; again: all"),
                id="facets.toggle",
            ),
            Binding("j,down", "move(1)", _("Down"), tooltip=_("Next facet"), id="facets.down", show=False),
            Binding("k,up", "move(-1)", _("Up"), tooltip=_("Previous facet"), id="facets.up", show=False),
            Binding("g,home", "go(0)", _("First"), tooltip=_("First facet"), id="facets.first", show=False),
            Binding("G,end", "go(-1)", _("Last"), tooltip=_("Last facet"), id="facets.last", show=False),
        )
    ]
    facets: reactive[Sequence[FacetLine]] = reactive(())
    signs: reactive[Glyphs] = reactive(DRAWN)
    cursor: reactive[int] = reactive(0)

    class Toggled(Message):
        """A facet was chosen."""

        def __init__(self, facet: FacetLine) -> None:
            super().__init__()
            self.facet = facet

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[FacetLine | str] = []
        """Headings, empty lines and facets, as shown."""

    def watch_facets(self) -> None:
        """Lay the lines out."""
        self._lines = _laid_out(self.facets)
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.cursor = max(0, min(self.cursor, len(self.facets) - 1))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._go(self.cursor + by)

    def action_go(self, index: int) -> None:
        """Move to a facet; -1 is the last."""
        self._go(index if index >= 0 else len(self.facets) - 1)

    def _go(self, index: int) -> None:
        self.cursor = max(0, min(index, len(self.facets) - 1))
        if self.facets:
            line = self._lines.index(self.facets[self.cursor])
            top, height = self.scroll_offset.y, self.scrollable_content_region.height
            if not top < line < top + height:
                self.scroll_to(y=max(0, line - height // 2), animate=False)

    def action_toggle_facet(self) -> None:
        """Choose the current facet."""
        if self.facets:
            self.post_message(self.Toggled(self.facets[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """Choose the facet clicked."""
        offset = event.get_content_offset(self)
        place = (offset.y if offset else -1) + self.scroll_offset.y
        if 0 <= place < len(self._lines) and isinstance(facet := self._lines[place], FacetLine):
            self.cursor = self.facets.index(facet)
            self.post_message(self.Toggled(facet))

    def render_lines(self, crop: Region) -> list[Strip]:
        """As long as there are no facets, as at the first paint, one empty line stands for all."""
        if self._lines:
            return super().render_lines(crop)
        return [Strip.blank(crop.width, self.visual_style.rich_style)] * crop.height

    def render_line(self, y: int) -> Strip:
        """One line of the panel."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        line = self._lines[place]
        return (
            self._heading(line, width, is_top=not place)
            if isinstance(line, str)
            else self._facet_line(line, width)
        )

    def _heading(self, name: str, width: int, *, is_top: bool) -> Strip:
        """The name of a group; the first has a line under it while keys go to the panel."""
        ink = line_ink(self.app, "faint", "bold underline" if is_top and self.has_focus else "bold")
        return Strip([Segment(fit(name, width), self.visual_style.rich_style + ink)], width)

    def _facet_line(self, facet: FacetLine, width: int) -> Strip:
        here = self.has_focus and self.facets[self.cursor] is facet
        ground = self.visual_style.rich_style + (line_ground(self.app, "cursor-row") if here else Style())
        count = f" {number(facet.number)}" if facet.number >= 0 else ""
        label = fit(visible(facet.label), max(1, width - len(count) - 2))
        mark = f"{self.signs.on} " if facet.on else "  "
        return Strip(
            [
                Segment(mark, ground + line_ink(self.app, "primary", "bold")),
                Segment(
                    label,
                    ground
                    + (
                        line_ink(self.app, "primary", "bold")
                        if facet.on
                        else line_ink(self.app, "foreground")
                    ),
                ),
                Segment(count, ground + line_ink(self.app, "muted")),
            ]
        ).adjust_cell_length(width, ground)


def _laid_out(facets: Sequence[FacetLine]) -> list[FacetLine | str]:
    lines: list[FacetLine | str] = []
    group = ""
    for facet in facets:
        if facet.group != group:
            lines += ["", facet.group] if lines else [facet.group]
            group = facet.group
        lines.append(facet)
    return lines
