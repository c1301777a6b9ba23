"""PDF files to text, with pypdfium2."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Any

from reader.errors import IngestError

MOST_PAGES = 400
"""Pages read of one file, so that a scanned archive does not hold up an import (chosen by hand)."""
_EDGE_LINES = 2
"""Lines at the head and foot of a page where running titles stand (chosen by hand)."""
_GAP = 1.35
"""Times the usual step from line to line; word processors put half a line or more between paragraphs."""


def text_of(data: bytes, location: str) -> tuple[str, str]:
    """The text of a PDF, pages divided by form feeds, running heads left out; and what is missing of it.

    Raises IngestError where the file is damaged, locked or only scanned.
    """
    pages, missing = _pages(data, location)
    if not any(page.strip() for page in pages):
        raise IngestError(f"{location} holds pictures of pages and no text: run it through OCR first.")
    return "\f".join(_without_running_heads(pages)), missing


def _pages(data: bytes, location: str) -> tuple[list[str], str]:
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
        return [_page_text(document[number]) for number in range(min(count, MOST_PAGES))], missing
    except pypdfium2.PdfiumError as error:
        raise IngestError(_refusal(location, str(error))) from error
    finally:
        document.close()


def _refusal(location: str, reason: str) -> str:
    if "password" in reason.lower():
        return f"{location} is locked with a password: save a copy without one and add that."
    return f"{location} is damaged: open it in a PDF viewer and save it again, or copy the text from there."


def _page_text(page: Any) -> str:
    """One page, an empty line where the lines stand further apart than elsewhere on it.

    pdfium marks a hyphen at a line's end as U+0002 or U+FFFE.
    """
    textpage = page.get_textpage()
    text = str(textpage.get_text_range())
    if len(text) == textpage.count_chars():
        text = _spaced(text, textpage)
    else:  # characters beyond the first plane: places in the text are not places on the page
        text = str(textpage.get_text_bounded())
    textpage.close()
    page.close()
    return text.replace("\r\n", "\n").replace("\x02\n", "-\n").replace("\ufffe\n", "-\n").replace("\x02", "")


def _spaced(text: str, textpage: Any) -> str:
    lines = [found.start() for found in re.finditer(r"(?m)^\S", text)]
    heights = [textpage.get_charbox(start, loose=True)[1] for start in lines]
    steps = [above - below for above, below in pairwise(heights)]
    usual = median([step for step in steps if step > 0] or [0])
    gaps = {start for start, step in zip(lines[1:], steps, strict=True) if step > _GAP * usual > 0}
    ends = [0, *sorted(gaps), len(text)]
    return "\n".join(text[start:end] for start, end in pairwise(ends))


def _without_running_heads(pages: list[str]) -> list[str]:
    """Leave out first and last lines that stand on most pages; digits in them count as page numbers."""
    split = [_without_number(page.strip().split("\n"), number) for number, page in enumerate(pages, 1)]
    edges = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    running = {key for key, count in edges.items() if count >= 2 and 2 * count > len(pages)}
    return ["\n".join(_without_running_lines(lines, running)) for lines in split]


def _without_number(lines: list[str], number: int) -> list[str]:
    """Leave out a first or last line that is nothing but the page's number."""
    alone = re.compile(rf"[-–] ?{number} ?[-–]|{number}")
    kept = lines[:-1] if len(lines) > 1 and alone.fullmatch(lines[-1].strip()) else lines
    return kept[1:] if len(kept) > 1 and alone.fullmatch(kept[0].strip()) else kept


def _edges(lines: list[str]) -> list[str]:
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _without_running_lines(lines: list[str], running: set[str]) -> list[str]:
    inner = range(_EDGE_LINES, len(lines) - _EDGE_LINES)
    return [line for at, line in enumerate(lines) if at in inner or _key(line) not in running]


def _key(line: str) -> str:
    return "".join("0" if char.isdigit() else char for char in line.strip())
