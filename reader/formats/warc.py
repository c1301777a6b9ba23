"""WARC: what articles were read from as web archives keep it; where that stays here, the text that was read.

Of a page that came over the web there is a `response`, of other bytes a `resource`, of an article without
either its text as a `conversion`: so whoever reads the archive finds every article once. With each goes a
`metadata`, which also says what is held back. The bytes are unpacked, so headers that tell of packing are set
aside under the prefix that archives use for that.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from mimetypes import guess_type
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.addresses import without_login
from reader.formats.dossier import Dossier, Options, article_uid, made_uid
from reader.formats.format import Format
from reader.formats.labels import ENGLISH
from reader.formats.remarks import of_article
from reader.formats.vtt import with_word_times
from reader.i18n import _
from reader.models import Article, Original
from reader.originals import FILE, TOLD_BESIDE
from reader.visible import visible

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter

_OF_TRANSFER = frozenset(("content-encoding", "transfer-encoding", "content-length", "connection"))
"""Headers that say how the bytes travelled, and are not true of those that are kept."""
_AS_IT_WAS = "X-Archive-Orig-"
_FIELDS, _TEXT = "application/warc-fields", "text/plain; charset=utf-8"
_SUBTITLES = "text/vtt; charset=utf-8"
_TRANSCRIPTS = {".srt": "application/x-subrip", ".vtt": "text/vtt", ".sbv": "text/x-sbv"}
"""Types of subtitles, which not every system knows by the names of files."""
_REASONS = {200: "OK", 203: "Non-Authoritative Information"}


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """One archive with all articles."""
    from warcio.warcwriter import WARCWriter  # 40 ms, for this format alone

    writer = WARCWriter(stream, gzip=True, warc_version="1.1")
    info = _fields((("software", "reader"), ("format", "WARC File Format 1.1")))
    for number, dossier in enumerate(dossiers):
        if not number:
            _put(writer, "warcinfo", "", info, _FIELDS, _head(dossier, "warcinfo", options))
        _article(writer, dossier, options)


def _head(dossier: Dossier, kind: str, options: Options) -> dict[str, str]:
    """Name and time of a record that is made here; the same dossier gives the same ones."""
    at = options.now or dossier.article.added or _LONG_AGO
    name = made_uid("warc", kind, article_uid(dossier.article), at)
    return {"WARC-Record-ID": f"<urn:uuid:{name}>", "WARC-Date": at.replace("+00:00", "Z")}


_LONG_AGO = "1970-01-01T00:00:00Z"
"""Where nobody says what time it is: every record needs one."""


def _article(writer: "WARCWriter", dossier: Dossier, options: Options) -> None:
    article = dossier.article
    target = article.url or f"urn:uuid:{article_uid(article)}"
    names = [_original(writer, one, article) for one in dossier.originals]
    if not names:
        head = _head(dossier, "conversion", options)
        _put(writer, "conversion", target, *_conversion(article), head)
        names = [head["WARC-Record-ID"]]
    of_it = {"WARC-Refers-To": names[0]}
    facts = _fields(_facts(article, dossier.originals))
    _put(writer, "metadata", target, facts, _FIELDS, _head(dossier, "metadata", options) | of_it)


def _conversion(article: Article) -> tuple[bytes, str]:
    """The text of an article and its type; a transcript as subtitles, which keep voices and times."""
    if article.transcript and article.transcript.times:
        return with_word_times(article, article.transcript).encode("utf-8", "replace"), _SUBTITLES
    return visible(article.text).encode("utf-8", "replace"), _TEXT


def _facts(article: Article, originals: Iterable[Original]) -> Iterator[tuple[str, str]]:
    yield from ((name, str(getattr(article, field))) for name, field in TOLD_BESIDE.items())
    yield from (("remark", told) for told in of_article(article, ENGLISH))
    for one in originals:
        yield "sha256", one.sha256
        if one.asked:
            yield "requested", one.asked


def _fields(facts: Iterable[tuple[str, str]]) -> bytes:
    """Facts as WARC has them, a line each."""
    lines = (f"{name}: {_clean(value)}\r\n" for name, value in facts if value)
    return "".join(lines).encode()


def _original(writer: "WARCWriter", one: Original, article: Article) -> str:
    """Write an original; returns the name of its record."""
    from warcio.statusandheaders import StatusAndHeaders  # with the writer

    name = f"<urn:uuid:{one.uid}>"
    headers = {"WARC-Record-ID": name, "WARC-Date": one.fetched}
    if not one.status:
        _put(writer, "resource", _address(one, article), one.data(), type_of(one), headers)
        return name
    answer = StatusAndHeaders(
        f"{one.status} {_REASONS.get(one.status, '')}".strip(), list(_headers(one)), protocol="HTTP/1.1"
    )
    _put(writer, "response", _address(one, article), one.data(), "", headers, answer)
    return name


def type_of(one: Original) -> str:
    """The type of bytes that came without one: by the name of their file, else by how they begin."""
    suffix = PurePath(one.address.lower()).suffix
    named = (_TRANSCRIPTS.get(suffix) or guess_type(one.address)[0]) if one.kind == FILE else None
    if one.content_type or named:
        return one.content_type or str(named)
    text = one.readable()
    if not text:
        return "application/octet-stream"
    return "text/html" if text.lstrip().startswith("<") else _TEXT


def _headers(one: Original) -> Iterator[tuple[str, str]]:
    for name, value in one.headers:
        yield (f"{_AS_IT_WAS}{name}" if name.lower() in _OF_TRANSFER else name), _clean(value)
    yield "Content-Length", str(one.size)


def _address(one: Original, article: Article) -> str:
    """The address on the web, else a name: no path of this machine leaves in an export."""
    is_web = one.address.lower().startswith(("http://", "https://"))
    return without_login(one.address) if is_web else article.url or f"urn:uuid:{one.uid}"


def _put(
    writer: "WARCWriter",
    kind: str,
    address: str,
    data: bytes,
    content_type: str,
    headers: dict[str, str],
    answer: Any = None,
) -> None:
    headers = {name: _clean(value) for name, value in headers.items()}
    record = writer.create_warc_record(
        _clean(address),
        kind,
        payload=BytesIO(data),
        length=len(data),
        warc_content_type=content_type,
        warc_headers_dict=headers,
        http_headers=answer,
    )
    writer.write_record(record)


def _clean(text: str) -> str:
    """A header on one line, without control characters and halves of characters."""
    return visible(" ".join(text.split())).encode("utf-8", "replace").decode()


FORMAT = Format(
    "warc",
    ".warc.gz",
    _("Web archive (WARC): what articles were read from, byte for byte, else their text."),
    write,
    binary=True,
    takes_originals=True,
)
"""For web archives and for `reader add`, in other libraries too."""
