"""PDF files to text, with pypdfium2."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from reader.errors import IngestError
from reader.ingest.paragraphs import ITEM, SENTENCE_END, glued

MOST_PAGES = 400
"""Pages read of one file, so that a scanned archive does not hold up an import (chosen by hand)."""
_EDGE_LINES = 2
"""Lines at the head and foot of a page where running titles stand (chosen by hand)."""
_NARROWEST = 20
"""Characters of a line that is broken for want of room; shorter ones are of lists (chosen by hand)."""
_SAME_COLUMN = 3
"""Steps from line to line up to which the next still stands in the same column (chosen by hand)."""
_LINE = re.compile(r"[^\s][^\r\n]*[^\s]|[^\s]")
_GAP = 1.35
"""Times the usual step from line to line; word processors put half a line or more between paragraphs."""


def text_of(data: bytes, location: str) -> tuple[str, str]:
    """The text of a PDF, pages divided by form feeds, running heads left out; and what is missing of it.

    A paragraph stands on a line of its own, as far as the places of its lines tell. Raises IngestError where
    the file is damaged, locked or only scanned.
    """
    pages, missing = _pages(data, location)
    if not any(pages):
        raise IngestError(f"{location} holds pictures of pages and no text: run it through OCR first.")
    text = [list(_paragraphs(page)) for page in _without_running_heads(pages)]
    return "\f".join("\n".join(page) for page in _joined(page for page in text if page)), missing


def _joined(pages: Iterable[list[str]]) -> list[list[str]]:
    """The paragraphs of pages, a sentence that a page's end divides made whole on the first."""
    whole: list[list[str]] = []
    for page in pages:
        goes_on = whole and page[0][:1].islower() and not SENTENCE_END.search(whole[-1][-1])
        if goes_on:
            whole[-1][-1] = glued(whole[-1][-1], page[0], page[0])
        if rest := page[1:] if goes_on else page:
            whole.append(rest)
    return whole


def _pages(data: bytes, location: str) -> "tuple[list[list[_Line]], str]":
    try:
        import pypdfium2  # 30 ms
    except (ImportError, OSError) as error:  # its library is not built for this system
        raise IngestError(
            f"{location} is a PDF file, which reader cannot read on this system: copy the text from a viewer "
            "and add the clipboard."
        ) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise IngestError(_refusal(location, str(error))) from error
    try:
        count = len(document)
        missing = f"These are its first {MOST_PAGES} pages of {count}." if count > MOST_PAGES else ""
        return [_lines_of(document[number]) for number in range(min(count, MOST_PAGES))], missing
    except pypdfium2.PdfiumError as error:
        raise IngestError(_refusal(location, str(error))) from error
    finally:
        document.close()


def _refusal(location: str, reason: str) -> str:
    if "password" in reason.lower():
        return f"{location} is locked with a password: save a copy without one and add that."
    return f"{location} is damaged: open it in a PDF viewer and save it again, or copy the text from there."


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page with its place, in points from the lower left."""

    text: str
    left: float
    right: float
    foot: float

    def has_room_for(self, after: "_Line", edge: float) -> bool:
        """Whether the first word of the next line would have fitted, where lines reach up to `edge`."""
        each = (after.right - after.left) / max(len(after.text), 1)
        return edge - self.right > (len(after.text.split(" ", 1)[0]) + 1) * each

    def goes_on_with(self, after: "_Line") -> bool:
        """Whether a sentence goes on: "followed the same / households"."""
        return after.text[0].islower() and SENTENCE_END.search(self.text) is None


def _lines_of(page: Any) -> list[_Line]:
    """The lines of a page that have words, in the order in which they are drawn.

    pdfium marks a hyphen at a line's end as U+0002 or U+FFFE.
    """
    textpage = page.get_textpage()
    text = str(textpage.get_text_range())
    if len(text) == textpage.count_chars():
        lines = [_placed(found, textpage) for found in _LINE.finditer(text)]
    else:  # characters beyond the first plane: places in the text are not places on the page
        found_lines = enumerate(_LINE.findall(str(textpage.get_text_bounded())))
        lines = [_Line(_cleaned(line), 0, len(line), -at) for at, line in found_lines]
    textpage.close()
    page.close()
    return [line for line in lines if line.text]


def _placed(found: re.Match[str], textpage: Any) -> _Line:
    left, foot, _, _ = textpage.get_charbox(found.start(), loose=True)
    _, _, right, _ = textpage.get_charbox(found.end() - 1, loose=True)
    return _Line(_cleaned(found[0]), left, right, foot)


def _cleaned(line: str) -> str:
    return re.sub("[\x02\ufffe]$", "-", line.strip()).replace("\x02", "")


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    """The lines joined to paragraphs, an empty one where they stand further apart than elsewhere."""
    if not lines:
        return
    steps = [above.foot - below.foot for above, below in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0])
    edges = _right_edges(lines, usual)
    whole = " ".join(line.text for line in lines)
    joined = lines[0].text
    for (line, after), step, edge in zip(pairwise(lines), steps, edges, strict=False):
        is_apart = step > _GAP * usual > 0
        if not is_apart and _are_one(line, after, edge, is_below=step > 0):
            joined = glued(joined, after.text, whole)
            continue
        yield joined
        if is_apart:
            yield ""
        joined = after.text
    yield joined


def _right_edges(lines: list[_Line], usual: float) -> list[float]:
    """For each line, how far to the right those of its column reach, which stand below each other.

    It is the line's own end where lines are ragged: in mid-sentence the next word often had room.
    """
    edges: list[float] = []
    column: list[_Line] = []
    for line in lines:
        if column and not 0 < column[-1].foot - line.foot <= _SAME_COLUMN * max(usual, 1):
            edges += _edges_of(column)
            column = []
        column.append(line)
    return edges + _edges_of(column)


def _edges_of(column: list[_Line]) -> list[float]:
    edge = max(line.right for line in column)
    going_on = [pair for pair in pairwise(column) if pair[0].goes_on_with(pair[1])]
    ragged = sum(line.has_room_for(after, edge) for line, after in going_on)
    return [line.right if ragged >= 2 and 4 * ragged > len(going_on) else edge for line in column]


def _are_one(line: _Line, after: _Line, edge: float, *, is_below: bool) -> bool:
    """Whether a paragraph goes on with the next line: in mid-sentence, or where its word had no room."""
    if ITEM.match(after.text):
        return False
    if line.goes_on_with(after):
        return True
    is_short = len(line.text) < _NARROWEST and line.right < edge
    if not is_below or is_short:  # another column or page; a list or table
        return False
    letter = (after.right - after.left) / max(len(after.text), 1)
    is_indented = after.left - line.left > 2 * letter and SENTENCE_END.search(line.text) is not None
    return not (line.has_room_for(after, edge) or is_indented)


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Leave out first and last lines that stand on most pages; digits in them count as page numbers."""
    split = [_without_number(page, number) for number, page in enumerate(pages, 1)]
    edges = Counter(key for lines in split for key in {_key(line) for line in _edge_lines(lines)})
    running = {key for key, count in edges.items() if count >= 2 and 2 * count > len(pages)}
    return [_without_running_lines(lines, running) for lines in split]


def _without_number(lines: list[_Line], number: int) -> list[_Line]:
    """Leave out a first or last line that is nothing but the page's number."""
    alone = re.compile(rf"[-–] ?{number} ?[-–]|{number}")
    kept = lines[:-1] if len(lines) > 1 and alone.fullmatch(lines[-1].text) else lines
    return kept[1:] if len(kept) > 1 and alone.fullmatch(kept[0].text) else kept


def _edge_lines(lines: list[_Line]) -> list[_Line]:
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _without_running_lines(lines: list[_Line], running: set[str]) -> list[_Line]:
    inner = range(_EDGE_LINES, len(lines) - _EDGE_LINES)
    return [line for at, line in enumerate(lines) if at in inner or _key(line) not in running]


def _key(line: _Line) -> str:
    return "".join("0" if char.isdigit() else char for char in line.text)
