"""PDF files to text, with the extra `pdf` (pypdfium2)."""

from collections import Counter
from typing import Any

from reader.errors import IngestError

MOST_PAGES = 400
_EDGE_LINES = 2


def text_of(data: bytes, location: str) -> str:
    """The text of a PDF, pages divided by form feeds, running heads left out.

    Raises IngestError where the extra is missing, the file is damaged, locked or only scanned.
    """
    pages = _pages(data, location)
    if not any(page.strip() for page in pages):
        raise IngestError(f"{location} holds pictures of pages and no text: run it through OCR first.")
    return "\f".join(_without_running_heads(pages))


def _pages(data: bytes, location: str) -> list[str]:
    try:
        import pypdfium2
    except ImportError as error:
        raise IngestError(
            f"{location} is a PDF file, for which reader needs one more part: "
            "run pip install 'reader-tui[pdf]', or copy the text and import the clipboard."
        ) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise IngestError(_refusal(location, str(error))) from error
    try:
        return [_page_text(document[number]) for number in range(min(len(document), MOST_PAGES))]
    except pypdfium2.PdfiumError as error:
        raise IngestError(_refusal(location, str(error))) from error
    finally:
        document.close()


def _refusal(location: str, reason: str) -> str:
    if "password" in reason.lower():
        return f"{location} is locked with a password: save a copy without one and add that."
    return f"{location} is damaged: open it in a PDF viewer and save it again, or copy the text from there."


def _page_text(page: Any) -> str:
    """One page; pdfium marks a hyphen at a line's end as U+0002 or U+FFFE."""
    textpage = page.get_textpage()
    text = str(textpage.get_text_bounded())
    textpage.close()
    page.close()
    return text.replace("\r\n", "\n").replace("\x02\n", "-\n").replace("\ufffe\n", "-\n").replace("\x02", "")


def _without_running_heads(pages: list[str]) -> list[str]:
    """Leave out first and last lines that stand on most pages; digits in them count as page numbers."""
    split = [page.strip().split("\n") for page in pages]
    edges = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    running = {key for key, count in edges.items() if count >= 3 and 2 * count > len(pages)}
    return ["\n".join(_kept(lines, running)) for lines in split]


def _edges(lines: list[str]) -> list[str]:
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _kept(lines: list[str], running: set[str]) -> list[str]:
    inner = range(_EDGE_LINES, len(lines) - _EDGE_LINES)
    return [line for at, line in enumerate(lines) if at in inner or _key(line) not in running]


def _key(line: str) -> str:
    return "".join("0" if char.isdigit() else char for char in line.strip())
