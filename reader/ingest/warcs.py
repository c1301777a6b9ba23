"""Web archives (WARC, also packed record by record): where in them pages and documents stand."""

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from itertools import islice
from os import SEEK_END
from typing import Any, BinaryIO, NamedTuple

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.limits import Limits
from reader.originals import TOLD_BESIDE

_READABLE = (
    *("text/html", "application/xhtml", "text/plain", "text/markdown", "application/pdf"),
    *("application/vnd.openxmlformats-officedocument.wordprocessingml", "application/epub"),
    *("application/vnd.oasis.opendocument.text", "application/rtf", "message/rfc822"),
    *("text/vtt", "text/x-sbv", "text/srt", "application/x-subrip"),
)
"""Types of what may be an article."""
_KINDS = ("response", "resource", "conversion")
"""Records that hold what an address gave; others say how it was asked for."""
_PACKED = b"\x1f\x8b"
_TAIL = 4
"""Bytes behind a record that is not packed: two line ends."""
_NEAR = 8
"""Records behind a page among which the one about it stands."""
_MOST_FACTS = 20_000
"""Bytes of a metadata record that are read."""
_FAULTS = (ValueError, LookupError, AttributeError, TypeError, OSError, EOFError, AssertionError)
"""What warcio and the unpacking below it say of a damaged archive."""


class Record(NamedTuple):
    """Where stands what an address gave."""

    start: int
    address: str


def is_warc(head: bytes) -> bool:
    """Whether a file begins like a web archive, bare or packed."""
    if head.startswith(_PACKED):
        import zlib  # for such files only

        try:
            head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, 20)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def records_in(stream: BinaryIO, location: str) -> Iterator[Record | IngestError]:
    """The records of an archive that may be articles; an error where it breaks off, behind the others."""
    from warcio.archiveiterator import ArchiveIterator  # 30 ms, for such files only

    start = end = 0
    tail = 0 if stream.read(2) == _PACKED else _TAIL
    stream.seek(0)
    try:
        with _quiet():
            archive = ArchiveIterator(stream)
        while (record := _next(archive)) is not None:
            with _quiet():
                start = archive.get_record_offset()
                found = Record(start, _address(record)) if _is_wanted(record) else None
                end = start + archive.get_record_length()
            if found is not None:
                yield found
        if stream.seek(0, SEEK_END) - end > tail:
            yield IngestError(_broken(location))
    except Exception as error:  # warcio has its own errors, which are plain exceptions
        if not isinstance(error, _FAULTS) and "warcio" not in type(error).__module__:
            raise
        yield IngestError(_broken(location))


def _next(archive: Any) -> Any:
    with _quiet():
        return next(archive, None)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what warcio says of damaged records off the terminal: it gives their bytes as they are."""
    with redirect_stderr(StringIO()):
        yield


def _address(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _broken(location: str) -> str:
    return _("{location} breaks off or is damaged: what came before is read.").format(location=location)


def _is_wanted(record: Any) -> bool:
    if record.rec_type not in _KINDS:
        return False
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return False
    kind = http.get_header("Content-Type") if http is not None else record.content_type
    if record.rec_type == "resource" and _address(record).startswith("urn:"):
        # a file of ours: the JSON of whisper is a transcript, that of a page is none
        return str(kind or "").lower().startswith((*_READABLE, "application/json"))
    return str(kind or "").lower().startswith(_READABLE)


def record_at(stream: BinaryIO, start: int, location: str, limits: Limits) -> tuple[bytes, str, str]:
    """What a record holds, unpacked, with its address and type."""
    from warcio.archiveiterator import ArchiveIterator

    try:
        stream.seek(start)
        with _quiet():
            record = next(ArchiveIterator(stream))
            data = record.content_stream().read(limits.size + 1)
        breaks_off = len(data) <= limits.size and getattr(record.raw_stream, "limit", 0) > 0
        http = record.http_headers
        kind = http.get_header("Content-Type") if http is not None else record.content_type
        address = _address(record)
    except Exception as error:  # see above
        raise IngestError(
            _("{location} is damaged in its archive: fetch its address anew.").format(location=location)
        ) from error
    if breaks_off:
        raise IngestError(
            _("{location} breaks off in its archive: fetch its address anew.").format(location=location)
        )
    if len(data) > limits.size:
        raise IngestError(
            _("{location} is too large: save the page and take out the article.").format(location=location)
        )
    return data, address, str(kind or "")


def facts_at(stream: BinaryIO, start: int) -> dict[str, str]:
    """What a metadata record behind a record says of the article in it, as our own export writes it."""
    from warcio.archiveiterator import ArchiveIterator

    facts: dict[str, str] = {}
    try:
        stream.seek(start)
        with _quiet():
            archive = ArchiveIterator(stream)
            name = str(next(archive).rec_headers.get_header("WARC-Record-ID"))
            for record in islice(archive, _NEAR):
                about = record.rec_headers.get_header("WARC-Refers-To")
                if record.rec_type == "metadata" and about == name:
                    written = record.content_stream().read(_MOST_FACTS).decode("utf-8", "replace")
                    facts |= _facts_in(written)
    except Exception:  # the page itself was read: what is said of it behind a damaged place is not
        return facts
    return facts


def _facts_in(written: str) -> dict[str, str]:
    pairs = (line.partition(": ") for line in written.splitlines())
    return {
        TOLD_BESIDE[name]: value.strip() for name, _, value in pairs if name in TOLD_BESIDE and value.strip()
    }
