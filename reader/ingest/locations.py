"""A location to an article: path, "-" for standard input, "clip:" for the clipboard, or a web address."""

import os
import re
import sys
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urlsplit

from reader.addresses import without_login
from reader.errors import ClipboardError, IngestError, OtherFileError
from reader.i18n import _
from reader.ingest.confined import article_in
from reader.ingest.files import FEED_PREFIX, expand, home_path, read_file
from reader.ingest.formats import from_bytes, from_text
from reader.ingest.limits import Limits, megabytes
from reader.ingest.parts import Part
from reader.models import Article
from reader.originals import FILE, Original, original
from reader.visible import visible

__all__ = ["SavedPage", "expand", "from_bytes", "from_text", "read", "read_saved"]

if TYPE_CHECKING:
    from reader.ingest.fetch import Answer

_HTML, _TEXT = "text/html", "text/plain; charset=utf-8"  # not shown
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LIMITS = Limits()


def read(location: str, *, limits: Limits = _LIMITS) -> Article:
    """The article at `location`. Raises IngestError with one sentence: what is wrong, what to do."""
    try:
        article = _read(location, limits)
    except IngestError as error:
        kind = OtherFileError if isinstance(error, OtherFileError) else IngestError
        raise kind(without_login(_printable(error.message))) from error
    return replace(
        article, location=without_login(_printable(article.location)), url=without_login(article.url)
    )


def _printable(text: str) -> str:
    """File names may hold line ends, escapes and bytes that are no text; sentences may not."""
    return visible(text).replace("\n", "␤")


def _read(location: str, limits: Limits) -> Article:
    if location == "-":
        return _read_from(_standard_input(sys.stdin.buffer, limits), "stdin")
    if location == "clip:":
        return _clipboard(limits)
    if location.lower().startswith(FEED_PREFIX) and not home_path(location).exists():
        raise IngestError(
            _(
                "{location} is a feed, which holds several articles: `reader add {location}` takes them in; "
                "for one of them give its address."
            ).format(location=location)
        )
    scheme = location.split("://", 1)[0].lower() if "://" in location[:20] else ""
    if scheme in ("http", "https"):
        return _address(location, limits)
    if scheme not in ("", "file"):
        raise IngestError(
            _("{location} cannot be read: only http and https addresses and files are.").format(
                location=location
            )
        )
    path = home_path(unquote(_path_of(location)) if scheme else location)
    if "#" in str(path) and not path.exists():
        return _part(str(path), limits)
    return _read_from(read_file(path, limits), os.path.abspath(path))  # noqa: PTH100  # keeps symlinks


def _read_from(data: bytes, place: str) -> Article:
    """The article in the bytes of a file, with these as its original."""
    return replace(article_in(data, place), originals=(original(data, _printable(place), kind=FILE),))


def _part(location: str, limits: Limits) -> Article:
    """The article in a file with others, whose place stands behind "#"."""
    from reader.ingest.containers import with_parts
    from reader.ingest.part_reading import read_part

    at = location.find("#")
    while at >= 0 and not home_path(location[:at]).is_file():
        at = location.find("#", at + 1)
    place, mark = location[:at], location[at:]
    wanted = os.path.abspath(home_path(place)) + mark  # noqa: PTH100  # keeps symlinks
    for part in with_parts([place] if at >= 0 else [], limits):
        if isinstance(part, Part) and part.location == wanted:
            return read_part(part, limits)
    raise IngestError(
        _("There is no longer {location}: look what is in the file it came from.").format(location=location)
    )


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _standard_input(stream: BinaryIO, limits: Limits) -> bytes:
    data = stream.read(limits.size + 1)
    if len(data) > limits.size:
        raise IngestError(
            _("Standard input is larger than {megabytes}: pass on one article at a time.").format(
                megabytes=megabytes(limits.size)
            )
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
    kept = original(text.encode("utf-8", "replace"), "clipboard", kind=FILE, content_type=_TEXT)
    return replace(from_text(text, "clipboard"), originals=(kept,))


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that was saved from its address: from a browser, a mail, another program."""

    address: str
    file: str = ""
    """Path of the file, "-" for standard input."""
    data: bytes = field(default=b"", repr=False)
    """The page itself, where it lies in no file."""
    content_type: str = _HTML

    def __str__(self) -> str:
        return self.address


def read_saved(page: SavedPage, limits: Limits = _LIMITS) -> Article:
    """The article of a saved page, as if it had been read from its address. Raises IngestError."""
    data = page.data or _saved(page.file, limits)
    address = without_login(_printable(page.address))
    article = article_in(data, without_login(page.address), page.content_type)
    kept = original(data, address, content_type=page.content_type)
    return replace(article, location=address, url=without_login(article.url), originals=(kept,))


def _saved(file: str, limits: Limits) -> bytes:
    if file == "-":
        return _standard_input(sys.stdin.buffer, limits)
    return read_file(home_path(file), limits)


def _answer(address: str, limits: Limits) -> "Answer":
    from reader.ingest.fetch import Answer, fetch  # httpx: 100 ms, for web addresses only

    if not limits.via:
        return fetch(address, limits)
    from reader.ingest.networks import refuse_local_name  # httpx too
    from reader.ingest.via import page_via  # subprocess: 10 ms

    if not limits.allow_private:
        refuse_local_name(_host(address))
    return Answer(page_via(limits.via, address, limits), without_login(address), "")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError as error:
        raise IngestError(
            _("{address} is not a proper address: check the spelling.").format(address=address)
        ) from error


def _address(address: str, limits: Limits) -> Article:
    """The article at a web address, with all its pages where it says which one follows."""
    from reader.ingest.paging import Page, following, with_following
    from reader.ingest.walls import HOME, leads_home

    end, left = time.monotonic() + 2 * limits.seconds, limits.size
    kept: list[Original] = []

    def page(where: str) -> Page:
        nonlocal left
        if time.monotonic() > end or left < 0:
            raise IngestError(_("{where} would be too much: add it by itself.").format(where=where))
        answer = _answer(where, limits)
        left -= len(answer.data)
        article = article_in(answer.data, answer.address, answer.content_type)
        kept.append(_original_of(answer, where, len(kept) + 1))
        if leads_home(where, answer.address):
            article = replace(article, wall=HOME, location=without_login(where))
        return article, following(answer.data, answer.address)

    return replace(with_following(page(address), page), originals=tuple(kept))


def _original_of(answer: "Answer", asked: str, part: int) -> Original:
    return original(
        answer.data,
        answer.address,
        content_type=answer.content_type,
        asked=without_login(asked),
        status=answer.status,
        headers=answer.headers,
        part=part,
    )
