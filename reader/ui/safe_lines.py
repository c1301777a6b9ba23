"""The last word before the terminal: no line of any widget holds a character that a terminal would obey.

Widgets show text from outside by `visible` already, which also counts its cells right. This one is for what
slips by: a widget of Textual's own, a field that somebody forgets.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.visible import is_plain, visible


class SafeLines(LineFilter):
    """Replaces control characters and marks of direction in every line."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of a line, made safe; the same list where they are."""
        del background
        if all(is_plain(segment.text) for segment in segments):
            return segments
        return [segment._replace(text=visible(segment.text)) for segment in segments]
