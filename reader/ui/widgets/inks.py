"""The theme's colours as styles to paint lines with, by the names of their variables.

Component classes would do the same, but each costs half a millisecond whenever its widget is styled, and the
library has fifty of them to show before its first paint.
"""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style as LineStyle
from textual.app import App
from textual.color import Color
from textual.style import Style

from reader.cells import cells, cut
from reader.visible import visible

_LINES: dict[tuple[str, str, str], LineStyle] = {}


def line_ink(app: App[object], colour: str, how: str = "") -> LineStyle:
    """The colour of a variable as a style for segments; `how` is "bold", "italic", "strike" or nothing."""
    key = (app.theme, colour, how)
    found = _LINES.get(key)
    if found is None:
        found = LineStyle(color=Color.parse(app.theme_variables[colour]).rich_color)
        found = _LINES[key] = found + LineStyle.parse(how)
    return found


def line_colour(colour: str) -> LineStyle:
    """A colour that a person chose ("#c03020"), as a style for a sign in front of what it marks."""
    key = ("", colour, "bold")
    found = _LINES.get(key)
    if found is None:
        found = _LINES[key] = LineStyle(color=Color.parse(colour).rich_color, bold=True)
    return found


def line_ground(app: App[object], colour: str) -> LineStyle:
    """The colour of a variable as a background for segments; without colours, reverse where keys go."""
    if app.no_color:
        return LineStyle(bold=True) if colour.endswith("blurred") else LineStyle(reverse=True)
    key = (app.theme, colour, "ground")
    found = _LINES.get(key)
    if found is None:
        found = _LINES[key] = LineStyle(bgcolor=Color.parse(app.theme_variables[colour]).rich_color)
    return found


def ink(app: App[object], colour: str, *, bold: bool = False) -> Style:
    """The colour of a variable as a style for content."""
    return Style(foreground=Color.parse(app.theme_variables[colour]), bold=bold or None)


def tag_segments(
    app: App[object], shown: str, tags: Sequence[str], style: LineStyle, colours: Mapping[str, str]
) -> list[Segment]:
    """A line that names `tags` one after the other, the sign before each in its colour, where it has one."""
    segments, at = list[Segment](), 0
    for tag in tags if colours and not app.no_color else ():
        sign = shown.find("#", at)
        if sign < 0:
            break
        end = sign + 1 + len(visible(tag))
        ink = style + line_colour(colours[tag]) if tag in colours else style
        segments += [Segment(shown[at:sign], style), Segment("#", ink), Segment(shown[sign + 1 : end], style)]
        at = end
    return [*segments, Segment(shown[at:], style)]


def cut_segments(segments: Sequence[Segment], width: int) -> list[Segment]:
    """`segments` in at most `width` cells, with an ellipsis where they are cut."""
    kept, room = list[Segment](), width
    rest = sum(cells(segment.text) for segment in segments)
    for text, style, _ in segments:
        if rest > room and cells(text) >= room:
            # one that fits to the last cell gives it up for the ellipsis of those behind it
            return [*kept, Segment(cut(text + " ", room), style)]
        kept.append(Segment(text, style))
        room -= cells(text)
        rest -= cells(text)
    return kept
