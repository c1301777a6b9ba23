"""Cells of a terminal: how many a text takes, and texts cut or padded to so many.

One measure for tables of the command line and for every widget: emoji and wide scripts line up in both.
"""

import re

_NARROW = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20ac\u2500-\u25fc]*")
"""Texts in which every character takes one cell."""


def cells(text: str) -> int:
    """How many cells `text` takes on one line."""
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # with its tables 5 ms, for wide and combining characters only

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where it is cut."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    if _NARROW.fullmatch(text):
        return text[: width - 1] + "…"
    from rich.cells import set_cell_size  # loaded by `cells` already

    return set_cell_size(text, width - 1) + "…"


def fit(text: str, width: int, *, right: bool = False) -> str:
    """`text` in exactly `width` cells: cut, or padded behind it, or before it where it stands `right`."""
    shown = cut(text, width)
    padding = " " * (width - cells(shown))
    return padding + shown if right else shown + padding
