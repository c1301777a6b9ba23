"""The original of an article: the bytes as they were fetched or read, before anything was made of them."""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

PAGE, FILE, ENTRY = "page", "file", "entry"
"""Where the bytes came from: a web address; a file, standard input or the clipboard; an entry of a feed."""
TOLD_BESIDE = {
    **{name: name for name in ("title", "byline", "outlet", "section", "agency", "published", "language")},
    "embargo": "embargo",
    "embargo-until": "embargo_until",
    "not-delivered": "undelivered",
}
"""What a web archive of ours tells of an article beside its original, and the field of the article."""
_PRIVATE = frozenset(("set-cookie", "set-cookie2", "www-authenticate", "proxy-authenticate", "authorization"))
"""Headers that a site gives to one visitor: they tell of the person, not of the page."""
_HEAD = 1024
"""Bytes in which files that are no text show what they are."""
_PACKED_MAIL = re.compile(rb"^content-transfer-encoding:\s*(?:base64|quoted-printable)", re.I | re.M)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
"""A character as JSON writes it."""
_MARK = re.compile(r"<[^<>]*>")
_LEVEL = 6
"""Of zlib: a page of 200 KB takes 5 ms and becomes a fifth; more takes longer and saves little."""


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as they came in, packed, with what is known of their coming."""

    address: str
    """The last address after redirects, a path, "stdin" or "clipboard"."""
    fetched: str
    """ISO 8601 time in UTC."""
    sha256: str
    """Of the bytes before packing, in hexadecimal digits."""
    size: int
    """Bytes before packing."""
    packed: bytes = field(repr=False)
    """Compressed with zlib; empty where only the facts were asked for."""
    kind: str = PAGE
    content_type: str = ""
    asked: str = ""
    """The address asked for, where that led elsewhere."""
    status: int = 0
    """Of the answer (HTTP), 0 where there was none."""
    headers: tuple[tuple[str, str], ...] = ()
    """Of the answer, in its order, without those for one visitor alone."""
    part: int = 1
    """Which page of an article that goes on over several."""
    id: int = 0
    uid: str = ""
    version: int = 0
    """The version of the article's text that was read from it."""

    def data(self) -> bytes:
        """The bytes as they came in. Raises ValueError where they are not those of `sha256` any more."""
        try:
            # no further than they were: what is damaged, or was put there, may unpack without end
            data = zlib.decompressobj().decompress(self.packed, self.size + 1)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if sha256(data).hexdigest() != self.sha256:
            raise ValueError("the bytes are not those that were kept")
        return data

    def readable(self) -> str:
        """What a person could read in the bytes, also in marks and escapes; "" where they are no text."""
        from html import unescape  # 2 ms with the next, which every start would pay
        from urllib.parse import unquote

        data = self.data()
        if b"\0" in data[:_HEAD] or b"%PDF-" in data[:_HEAD] or _PACKED_MAIL.search(data):
            return ""
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        text = unquote(unescape(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)))
        # <b>Jana</b> <i>Kolb</i> is a name, and so is what stands in an attribute
        return f"{text}\n{_MARK.sub('', text)}" if "<" in text else text


def original(
    data: bytes,
    address: str,
    *,
    kind: str = PAGE,
    content_type: str = "",
    asked: str = "",
    status: int = 0,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    part: int = 1,
) -> Original:
    """`data` as the original of an article, read now."""
    given = headers.items() if isinstance(headers, Mapping) else headers
    public = ((name, value) for name, value in given if name.lower() not in _PRIVATE)
    return Original(
        address,
        datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        sha256(data).hexdigest(),
        len(data),
        zlib.compress(data, _LEVEL),
        kind=kind,
        content_type=content_type,
        asked="" if asked == address else asked,
        status=status,
        headers=tuple(public),
        part=part,
    )
