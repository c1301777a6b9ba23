"""The one input line of reader: what is typed, pasted or filled in beforehand never reaches the terminal raw.

The value keeps every character; what is drawn has a visible mark in the place of each that a terminal would
obey or that would turn the line round.
"""

from rich.cells import cell_len, get_character_cell_size
from rich.text import Text
from textual.geometry import clamp
from textual.widgets import Input

from reader.visible import visible

_ON_ONE_LINE = str.maketrans({"\n": "␊", "\t": "␉"})
"""What `visible` keeps, and one line cannot show."""


class LineInput(Input):
    """An input whose control and direction characters are shown as marks, one for one."""

    @property
    def _shown(self) -> str:
        """The value as it is drawn: as many characters, each safe."""
        return visible(self.value).translate(_ON_ONE_LINE)

    @property
    def _value(self) -> Text:
        return Text(self._shown, no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(self._shown[:position])

    def _cell_offset_to_index(self, offset: int) -> int:
        """The character at a cell of the line, as far as it has been scrolled."""
        cell, wanted = 0, offset + self.scroll_offset.x
        for index, character in enumerate(self._shown):
            cell += get_character_cell_size(character)
            if wanted < cell:
                return index
        return clamp(wanted, 0, len(self.value))
