"""Figures as a drawing (SVG) and as a table (CSV): bars with what they count, to print beside a story.

The drawing names its font only by kind, fetches nothing, runs nothing, and says in words what it shows. Bars
differ by their length and their label, never by colour alone.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reader.errors import UsageError
from reader.formats.codes import clean
from reader.formats.csv_rows import write_table
from reader.formats.dossier import Options
from reader.i18n import _, number, pgettext
from reader.visible import uncontrolled

ENDINGS = (".svg", ".csv")
"""Endings of the files that a figure can be written to."""
_WIDTH, _LABEL, _ROW, _BAR = 800, 300, 26, 16
_MOST = 40
"""Bars of a drawing; the rest are counted in one line below, and stand in the table."""
_LONGEST = 44
"""Letters of a label, as many as fit beside the bars."""


class Figure(NamedTuple):
    """Rows of a name, a count, and what else is known of each."""

    title: str
    rows: Sequence[tuple[str, int]]
    """What is counted, and how many: a bar each."""
    unit: str
    """What is counted, in the plural."""
    columns: Sequence[str]
    cells: Sequence[Sequence[object]]
    """The table: columns with a row for each bar, and more where more is known."""


def check_target(target: Path) -> None:
    """Refuse a file that is neither drawing nor table, with a UsageError."""
    if target.suffix.lower() not in ENDINGS:
        raise UsageError(
            _("{name} should end in .svg (a drawing) or .csv (a table).").format(name=target.name)
        )


def write(figures: Sequence[Figure], target: Path, stream: BinaryIO, options: Options) -> None:
    """Write figures to the stream for `target`, whose ending says how."""
    if target.suffix.lower() == ".svg":
        stream.write(drawing(figures).encode("utf-8", "replace"))
        return
    head = figures[0].columns if figures else ("name",)
    rows = [row for one in figures for row in one.cells]
    write_table(head, rows, stream, options, spreadsheet=True)


def drawing(figures: Sequence[Figure]) -> str:
    """The figures below one another."""
    body, top = "", 20
    for figure in figures:
        part, height = _bars(figure, top)
        body, top = body + part, top + height
    told = "; ".join(f"{one.title}: {_told(one)}" for one in figures)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" width="{_WIDTH}" '
        f'height="{top}" role="img" font-family="sans-serif" font-size="13">\n'
        f"<title>{_safe(', '.join(one.title for one in figures))}</title>\n<desc>{_safe(told)}</desc>\n"
        f'<rect width="{_WIDTH}" height="{top}" fill="#ffffff"/>\n{body}</svg>\n'
    )


def _told(figure: Figure) -> str:
    return ", ".join(
        f"{name} {number(count)} {figure.unit}" for name, count in figure.rows[:_MOST]
    ) or pgettext("value", "nothing")


def _bars(figure: Figure, top: int) -> tuple[str, int]:
    """The bars of a figure from `top` on, and how high they are together."""
    shown = figure.rows[:_MOST]
    longest = max((count for _, count in shown), default=0) or 1
    parts = [f'<text x="10" y="{top + 4}" font-size="16" font-weight="bold">{_safe(figure.title)}</text>\n']
    for place, (name, count) in enumerate(shown):
        parts.append(_bar(name, count, longest, top + 16 + place * _ROW))
    height = 16 + len(shown) * _ROW
    if len(figure.rows) > _MOST:
        rest = sum(count for _, count in figure.rows[_MOST:])
        more = f"+ {len(figure.rows) - _MOST}: {number(rest)} {figure.unit}"
        parts.append(f'<text x="10" y="{top + height + 14}" fill="#444444">{_safe(more)}</text>\n')
        height += _ROW
    return "".join(parts), height + 24


def _bar(name: str, count: int, longest: int, y: int) -> str:
    room = _WIDTH - _LABEL - 90
    width = max(1, round(room * count / longest)) if count else 0
    label = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return (
        f'<text x="{_LABEL}" y="{y + 13}" text-anchor="end">{_safe(label)}</text>\n'
        f'<rect x="{_LABEL + 10}" y="{y}" width="{width}" height="{_BAR}" fill="#1b6ca8"/>\n'
        f'<text x="{_LABEL + 16 + width}" y="{y + 13}">{number(count)}</text>\n'
    )


def _safe(text: str) -> str:
    return escape(clean(uncontrolled(" ".join(text.split()))))
