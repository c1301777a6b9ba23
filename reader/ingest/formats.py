"""Which format bytes or a text are in, and the way in for it."""

import re
from dataclasses import replace

from reader.errors import IngestError
from reader.ingest.blocks import StatedMetadata
from reader.ingest.decode import decode
from reader.ingest.mail import is_mail, opened
from reader.ingest.markdown import from_markdown
from reader.ingest.not_articles import PROLOG, refuse_other_text
from reader.ingest.plain import from_plain
from reader.ingest.rtf import text_of as text_of_rtf
from reader.models import Article

_MARKUP = re.compile(
    PROLOG + r"<(?:html|head|body|main|article|section|div|p|h1|table|meta|title|link|script|style|nitf)\b",
    re.I | re.S,
)
_PROLOG_ONLY = re.compile(r"\s*<(?:\?xml|!doctype)\s", re.I)
_FEED = re.compile(PROLOG + r"<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_NOTHING = StatedMetadata()


def from_bytes(data: bytes, location: str, content_type: str = "") -> Article:
    """The article in `data`; `location` and `content_type` tell its format where they can."""
    try:
        return _from_bytes(data, location, content_type)
    except RecursionError as error:
        raise IngestError(
            f"{location} is nested too deeply: open it in its own program and copy the text from there."
        ) from error


def _from_bytes(data: bytes, location: str, content_type: str) -> Article:
    if not data.strip():
        raise IngestError(f"{location} is empty: there is nothing to import.")
    if data.startswith(b"PK\x03\x04"):
        from reader.ingest.documents import from_archive  # lxml: 30 ms, for these files only

        return from_archive(data, location)
    if b"%PDF-" in data[:1024]:
        from reader.ingest.pdf import text_of  # pypdfium2: 30 ms

        text, missing = text_of(data, location)
        return replace(from_text(text, location), missing=missing)
    if data.startswith(b"{\\rtf"):
        return from_text(text_of_rtf(data, location), location)
    if is_mail(data):
        body, known = opened(data, location)
        if known.url:
            return replace(_parsed(body, known.url, "text/html"), location=location)
        # a mail may ask for a login; it is what a person has, and no page in the place of one
        return replace(_parsed(body, location, "", known), wall="")
    return _parsed(decode(data, location, content_type), location, content_type)


def is_prose(data: bytes, content_type: str) -> bool:
    """Whether `data` can be nothing but plain text or Markdown, by its first bytes."""
    head = data[:5000]
    is_other = b"<" in head or b"%PDF-" in head or head.startswith((b"PK\x03\x04", b"{\\rtf"))
    return not is_other and "html" not in content_type and not is_mail(data)


def from_text(text: str, location: str) -> Article:
    """The article in a text that is already decoded, such as one from the clipboard."""
    if not text.strip():
        raise IngestError(f"{location} is empty: there is nothing to import.")
    return _parsed(text, location, "")


def _parsed(text: str, location: str, content_type: str, known: StatedMetadata = _NOTHING) -> Article:
    if _FEED.match(text[:5000]):
        raise IngestError(f"{location} is a feed, not an article: put “feed:” before it to add its articles.")
    refuse_other_text(text, location, content_type)
    path = location.lower().split("?")[0].split("#")[0]
    if path.endswith(_MARKDOWN_SUFFIXES) or "markdown" in content_type:
        return from_markdown(text, location)
    if "html" in content_type or is_markup(text[:5000], path):
        from reader.ingest.page import from_page  # lxml and trafilatura: 300 ms, for pages only

        return _with(from_page(text, location), known)
    return from_plain(text, location, known)


def _with(article: Article, known: StatedMetadata) -> Article:
    """What a mail's header says, over what its HTML body says."""
    facts = {name: getattr(known, name) for name in ("title", "byline", "published") if getattr(known, name)}
    return replace(article, **facts) if facts else article


def is_markup(head: str, path: str) -> bool:
    """Whether a text that begins so is a page."""
    named = path.endswith(_PAGE_SUFFIXES) and "<" in head
    return named or _PROLOG_ONLY.match(head) is not None or _MARKUP.match(head) is not None


def is_feed(data: bytes) -> bool:
    """Whether `data` is a feed (RSS, RDF or Atom)."""
    head = (
        data[:5000]
        .lstrip(b"\xff\xfe\xef\xbb\xbf\x00")
        .decode("utf-8", "replace")
        .replace("\x00", "")
        .lstrip()
    )
    first = re.search(r"<([a-z][\w:.-]*)", re.sub(r"<!--.*?-->", "", head, flags=re.S), re.I)
    # "<x:rss xmlns:x=…": a prefix before the name, as some programs write it.
    name = first[1].lower() if first else ""
    return head.startswith("<") and (name == "rdf:rdf" or name.rpartition(":")[2] in ("rss", "feed"))
