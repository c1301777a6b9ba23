"""A location to an article: path, "-" for standard input, "clip:" for the clipboard, or a web address."""

import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from reader.errors import ClipboardError, IngestError
from reader.ingest.blocks import Known
from reader.ingest.decode import decode
from reader.ingest.files import expand, read_file
from reader.ingest.limits import Limits, megabytes
from reader.ingest.mail import is_mail, opened
from reader.models import Article
from reader.visible import visible

__all__ = ["expand", "from_bytes", "from_text", "read"]

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p)\b", re.I | re.S
)
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_NOTHING = Known()
_LIMITS = Limits()


def read(location: str, *, limits: Limits = _LIMITS) -> Article:
    """The article at `location`. Raises IngestError with one sentence: what is wrong, what to do."""
    try:
        article = _read(location, limits)
    except IngestError as error:
        raise IngestError(_printable(error.message)) from error
    return replace(article, location=_printable(article.location))


def _printable(text: str) -> str:
    """File names may hold line ends, escapes and bytes that are no text; sentences may not."""
    return visible(text).replace("\n", "␤")


def _read(location: str, limits: Limits) -> Article:
    if location == "-":
        return from_bytes(_standard_input(sys.stdin.buffer, limits), "stdin")
    if location == "clip:":
        return _clipboard(limits)
    scheme = location.split("://", 1)[0].lower() if "://" in location[:20] else ""
    if scheme in ("http", "https"):
        return _address(location, limits)
    if scheme not in ("", "file"):
        raise IngestError(f"{location} cannot be read: only http and https addresses and files are.")
    path = Path(unquote(_path_of(location)) if scheme else location).expanduser()
    return from_bytes(read_file(path, limits), os.path.abspath(path))  # noqa: PTH100  # keeps symlinks


def from_bytes(data: bytes, location: str, content_type: str = "") -> Article:
    """The article in `data`; `location` and `content_type` tell its format where they can."""
    if not data.strip():
        raise IngestError(f"{location} is empty: there is nothing to import.")
    if data.startswith(b"PK\x03\x04"):
        from reader.ingest.archive import from_archive  # lxml: 30 ms, for these files only

        return from_archive(data, location)
    if b"%PDF-" in data[:1024]:
        from reader.ingest.pdf import text_of  # pypdfium2: 30 ms

        return from_text(text_of(data, location), location)
    if is_mail(data):
        body, known = opened(data)
        return _parsed(body, location, "", known)
    return _parsed(decode(data, location, content_type), location, content_type)


def from_text(text: str, location: str) -> Article:
    """The article in a text that is already decoded, such as one from the clipboard."""
    if not text.strip():
        raise IngestError(f"{location} is empty: there is nothing to import.")
    return _parsed(text, location, "")


def _parsed(text: str, location: str, content_type: str, known: Known = _NOTHING) -> Article:
    path = _path_of(location).lower() if _ADDRESS.match(location) else location.lower()
    if "html" in content_type or _MARKUP.match(text[:5000]):
        from reader.ingest.page import from_page  # lxml and trafilatura: 300 ms, for pages only

        return _with(from_page(text, location), known)
    if path.endswith(_MARKDOWN_SUFFIXES) or "markdown" in content_type:
        from reader.ingest.markdown import from_markdown

        return from_markdown(text, location)
    from reader.ingest.plain import from_plain

    return from_plain(text, location, known)


def _with(article: Article, known: Known) -> Article:
    """What a mail's header says, over what its HTML body says."""
    facts = {name: getattr(known, name) for name in ("title", "byline", "published") if getattr(known, name)}
    return replace(article, **facts) if facts else article


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _standard_input(stream: BinaryIO, limits: Limits) -> bytes:
    data = stream.read(limits.size + 1)
    if len(data) > limits.size:
        raise IngestError(
            f"Standard input is larger than {megabytes(limits.size)}: pass on one article at a time."
        )
    return data


def _clipboard(limits: Limits) -> Article:
    from reader import clipboard  # starts programs of the desktop, only when asked to

    try:
        text = clipboard.read().strip()
    except ClipboardError as error:
        raise IngestError(error.message) from error
    if _ADDRESS.fullmatch(text):
        return _address(text, limits)
    return from_text(text, "clipboard")


def _address(address: str, limits: Limits) -> Article:
    from reader.ingest.fetch import fetch  # httpx: 100 ms, for web addresses only

    answer = fetch(address, limits)
    return from_bytes(answer.data, answer.address, answer.content_type)
