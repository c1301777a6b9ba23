"""Short pieces of text in several inks, wrapped to a width and painted as segments."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.app import App

from reader.cells import cells
from reader.texts.differences import Difference, WordChange
from reader.ui.widgets.inks import line_ink
from reader.visible import visible


class Run(NamedTuple):
    """A piece of text in one ink."""

    text: str
    ink: str = "foreground"
    """A variable of the theme."""
    how: str = ""
    """Styles of rich, such as "bold" or "strike"."""


Runs = tuple[Run, ...]
_FATES = {
    WordChange.SAME: ("foreground", "", "", ""),
    WordChange.GONE: ("disputed", "strike", "[-", "-]"),
    WordChange.NEW: ("accepted", "bold underline", "{+", "+}"),
}


def of_difference(pieces: Difference, *, marked: bool = False) -> Runs:
    """A difference in inks; `marked` where neither colours nor struck words can be relied on."""
    runs: list[Run] = []
    for change, text in pieces:
        ink, how, opening, closing = _FATES[change]
        words = text.rstrip()
        shown, how = (f"{opening}{words}{closing}", "") if marked else (words, how)
        runs += [Run(visible(shown), ink, how), Run(visible(text[len(words) :] or " "))]
    return tuple(runs)


def wrap(runs: Iterable[Run], width: int) -> list[Runs]:
    """Lines of at most `width` cells, broken between words; a line break in a run begins a new line."""
    lines: list[list[Run]] = [[]]
    used = 0
    for word in _unbroken(runs):
        if not word:
            lines.append([])
            used = 0
        elif sum(cells(part.text) for part in word[:-1]) + cells(word[-1].text.rstrip()) <= width:
            used = _append(lines, word, used, width)
        else:
            for part in word:
                for piece in _parts(part.text, width):
                    used = _append(lines, [part._replace(text=piece)], used, width)
    return [tuple(line) for line in lines]


def _unbroken(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Words with the blanks behind them, also such as go on in another ink; an empty one for a line break."""
    word: list[Run] = []
    for run in runs:
        for place, paragraph in enumerate(run.text.split("\n")):
            if place:
                if word:
                    yield word
                yield []
                word = []
            for part in _words(paragraph):
                word.append(run._replace(text=part))
                if part.endswith(" "):
                    yield word
                    word = []
    if word:
        yield word


def _append(lines: list[list[Run]], word: list[Run], used: int, width: int) -> int:
    """Put a word on the last line, or on a new one where it does not fit; returns the cells used there."""
    whole = "".join(part.text for part in word)
    if used and used + cells(whole.rstrip()) > width:
        lines.append([])
        used = 0
    if not used and not whole.strip():
        return 0
    line = lines[-1]
    for part in word:
        if line and line[-1].ink == part.ink and line[-1].how == part.how:
            line[-1] = part._replace(text=line[-1].text + part.text)
        else:
            line.append(part)
    return used + cells(whole)


def _words(paragraph: str) -> list[str]:
    """Words with the blanks behind them."""
    words: list[str] = []
    for piece in paragraph.replace("\t", " ").split(" "):
        words.append(f"{piece} ")
    if words:
        words[-1] = words[-1][:-1]
    return [word for word in words if word]


def _parts(word: str, width: int) -> Sequence[str]:
    """A word that is longer than a line, in pieces."""
    if cells(word.rstrip()) <= width:
        return (word,)
    step = max(1, width // 2)
    return [word[start : start + step] for start in range(0, len(word), step)]


def segments(app: App[object], runs: Runs, width: int, ground: Style) -> list[Segment]:
    """A line of exactly `width` cells."""
    made = [Segment(text, ground + line_ink(app, ink, how)) for text, ink, how in runs]
    used = sum(cells(text) for text, _, _ in runs)
    if used <= width:
        return [*made, Segment(" " * (width - used), ground)]
    return [*Segment.adjust_line_length(made, width)]
