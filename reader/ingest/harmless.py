"""An original as a page that fetches and runs nothing: to look at what was published without telling anybody.

Two layers, each enough by itself: what could fetch or run is taken out, and a policy in the page forbids the
browser the rest. Only pictures and styles that lie in the page itself are shown.
"""

import re
from base64 import b64encode
from html import escape
from typing import Any

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.decode import decode
from reader.ingest.formats import is_markup
from reader.ingest.mail import is_mail, opened
from reader.ingest.webarchives import is_webarchive, of_safari

_POLICY = (  # not shown
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'; base-uri 'none'; "
    "form-action 'none'"
)
_FETCHED_BY_STYLES = re.compile(r"@import[^;]*;?|(?:url|image|image-set|src)\s*\([^)]*\)", re.I)
"""What a style sheet loads."""
_HIDING = re.compile(r"\\[0-9a-f]|<|/\*[^*]*(?:url|import)", re.I)
"""What it could be hidden behind: letters by their number, marks, comments."""
_INSIDE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,", re.I)
"""Pictures in the page itself; none in SVG, which may hold pages of its own."""
_KEPT = frozenset(
    ("alt", "title", "class", "id", "lang", "dir", "style", "src", "href", "colspan", "rowspan", "datetime")
)
_GONE = (
    "svg",
    "math",
    "picture",
    "source",
    "video",
    "audio",
    "track",
    "canvas",
    "template",
    "portal",
    "noscript",
)
_BANNER = (  # not shown
    "all:initial;display:block;padding:0.6em 1em;border-bottom:3px solid #b00;background:#fff;color:#000;"
    "font:14px/1.5 sans-serif"
)
_PAGES = 40
"""Pages of a PDF that are shown."""
_SCALE = 1.4
"""Of pictures of pages: 100 dots an inch, which can be read."""


def harmless(data: bytes, address: str, content_type: str, told: str) -> str:
    """A page of HTML that shows `data`, with what is `told` of it above. Raises IngestError otherwise."""
    if data.startswith((b"PK\x03\x04", b"{\\rtf")):
        raise IngestError(
            _(
                "{address} is a document of an office program or a book, and may fetch more once opened: "
                "write it to a file with -o, and open that where there is no network."
            ).format(address=address)
        )
    if b"%PDF-" in data[:1024]:
        return _page(_pictures(data, address), "", told, address)
    if is_webarchive(data):
        data, _address, content_type = of_safari(data, address)
    text = _mail(data, address) if is_mail(data) else decode(data, address, content_type)
    path = address.lower().split("?")[0].split("#")[0]
    if "html" in content_type or is_markup(text[:5000], path):
        return _page(*_cleaned(text), told, address)
    return _page(f'<pre style="white-space:pre-wrap">{escape(text)}</pre>', "", told, address)


def _mail(data: bytes, address: str) -> str:
    """The better form of a mail's text."""
    bodies = opened(data, address).bodies
    return bodies[0][0] if bodies else ""


def _page(body: str, styles: str, told: str, address: str) -> str:
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(address)}</title>\n{styles}</head>\n<body>\n"
        f'<div style="{_BANNER}">{escape(told)}</div>\n{body}\n</body></html>\n'
    )


def _cleaned(text: str) -> tuple[str, str]:
    """Body and styles of a page without anything that fetches or runs."""
    from lxml import etree, html  # 30 ms, as is the cleaner
    from lxml_html_clean import Cleaner

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise IngestError(_("The page has nothing to show: write it to a file with -o.")) from error
    styles = "".join(f"<style>{_sheet(one.text or '')}</style>\n" for one in tree.iter("style"))
    cleaner = Cleaner(
        style=True,
        inline_style=False,
        page_structure=False,
        safe_attrs=_KEPT,
        kill_tags=_GONE,
        add_nofollow=False,
    )
    cleaner(tree)
    body = tree.find("body")
    if body is None:
        return "", styles
    for element in body.iter():
        if isinstance(element.tag, str):
            _disarm(element)
    inner = (html.tostring(child, encoding="unicode") for child in body)
    return escape(body.text or "") + "".join(inner), styles


def _sheet(styles: str) -> str:
    """A style sheet that loads nothing; none where it could hide what it loads or end the element early."""
    return "" if _HIDING.search(styles) else _FETCHED_BY_STYLES.sub("", styles)


def _disarm(element: Any) -> None:
    """Take the addresses out of an element; where a link led can be read in its title."""
    attributes = element.attrib
    if "style" in attributes:
        attributes["style"] = _sheet(attributes["style"])
    if not attributes.get("href", "#").startswith("#"):
        attributes["title"] = attributes.pop("href")
    if "src" in attributes and not _INSIDE.match(attributes["src"]):
        del attributes["src"]


def _pictures(data: bytes, address: str) -> str:
    """The pages of a PDF as pictures: no program that opens it can be led anywhere by it."""
    import pypdfium2  # 30 ms, for these files only

    try:
        document = pypdfium2.PdfDocument(data)
        shown = [_picture(document[number]) for number in range(min(len(document), _PAGES))]
        more = len(document) - len(shown)
    except pypdfium2.PdfiumError as error:
        raise IngestError(
            _("{address} is a PDF that cannot be shown: write it to a file with -o.").format(address=address)
        ) from error
    told = _("{count} more pages: write the file with -o.").format(count=more)
    rest = f"<p>{told}</p>" if more > 0 else ""
    return "\n".join(shown) + rest


def _picture(page: Any) -> str:
    bitmap = page.render(scale=_SCALE, rev_byteorder=True)
    pixels = bitmap.to_numpy()
    coded = b64encode(_png(pixels[:, :, :3])).decode()
    return f'<p><img alt="" style="max-width:100%" src="data:image/png;base64,{coded}"></p>'


def _png(pixels: Any) -> bytes:
    """Rows of red, green and blue as PNG: nothing else here needs pictures, so no library is asked."""
    import struct
    import zlib

    height, width = pixels.shape[:2]
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows, 6))
        + chunk(b"IEND", b"")
    )
