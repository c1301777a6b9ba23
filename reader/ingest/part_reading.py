"""A part of a file to an article."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest import mailboxes, rows, warcs, zips
from reader.ingest.confined import SHORT, article_in
from reader.ingest.decode import decode
from reader.ingest.files import read_file
from reader.ingest.limits import Limits, megabytes
from reader.ingest.parts import Part, Step, Table
from reader.models import Article
from reader.originals import FILE, PAGE, original

_LIMITS = Limits()


def read_part(part: Part, limits: Limits = _LIMITS) -> Article:
    """The article at a part's place. Raises IngestError with one sentence."""
    try:
        data, address, content_type = _bytes_of(part, limits)
    except OSError as error:
        raise IngestError(
            _("{path} cannot be read any more: was it moved?").format(path=part.path)
        ) from error
    if part.table is not None:
        return _row(data, part.location, part.table)
    place = address or _named(part)
    article = replace(article_in(data, place, content_type), **_told_behind(part))
    missing = article.missing if part.missing is None else part.missing
    # of a row none is kept: without its table and what is in which column it cannot be read again
    kept = original(data, place, kind=PAGE if address else FILE, content_type=content_type)
    return replace(article, location=part.location, missing=missing, originals=(kept,))


def _told_behind(part: Part) -> dict[str, Any]:
    """What a web archive says of a page besides: facts that a person may have put right."""
    if len(part.steps) != 1 or part.steps[0].kind != "record":
        return {}
    with Path(part.path).open("rb") as stream:
        return warcs.facts_at(stream, part.steps[0].start)


def _row(data: bytes, location: str, table: Table) -> Article:
    """A row, read here where it holds no markup."""
    if len(data) <= SHORT and b"<" not in data:
        return rows.article_of(data, location, table)
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    article: Article = read_apart("row", data, location, table)
    return article


def _named(part: Part) -> str:
    """Where a part lies, as a path that ends as its name does, which tells its format."""
    path = part.location.replace("#", "/")
    return path if path.endswith(part.name) else f"{path}/{part.name}"


def _bytes_of(part: Part, limits: Limits) -> tuple[bytes, str, str]:
    """What a part holds; of a page in a web archive its address and type too."""
    if not part.steps:
        return read_file(Path(part.path), limits), "", ""
    *way, last = part.steps
    if not way:
        with Path(part.path).open("rb") as stream:
            return _stepped(stream, last, part.location, limits)
    state = Path(part.path).stat()
    around = _around(part.path, (state.st_mtime_ns, state.st_size), tuple(way), limits)
    return _stepped(BytesIO(around), last, part.location, limits)


@lru_cache(maxsize=2)
def _around(path: str, state: tuple[int, int], way: tuple[Step, ...], limits: Limits) -> bytes:
    """What lies at the step before the last: its parts are read one after the other."""
    with Path(path).open("rb") as stream:
        data, _, _ = _stepped(stream, way[0], path, limits)
    for step in way[1:]:
        data, _, _ = _stepped(BytesIO(data), step, path, limits)
    return data


def _stepped(stream: BinaryIO, step: Step, location: str, limits: Limits) -> tuple[bytes, str, str]:
    match step.kind:
        case "slice":
            return _slice(stream, step, location, limits), "", ""
        case "member":
            return zips.member_at(stream, step.start, location, limits), "", ""
        case "record":
            return warcs.record_at(stream, step.start, location, limits)
        case "utf8":
            return decode(stream.read(), location).encode("utf-8", "replace"), "", ""
        case "attached":
            from reader.ingest.attachments import attached
            from reader.ingest.mail import parsed

            return attached(parsed(stream.read(), location), step.start), "", ""
        case _:
            from reader.ingest.news_xml import item_at  # lxml: 30 ms

            return item_at(stream.read(), step.start, location), "", ""


def _slice(stream: BinaryIO, step: Step, location: str, limits: Limits) -> bytes:
    if step.end - step.start > limits.size:
        raise IngestError(
            _("{location} is larger than {megabytes}: split it.").format(
                location=location, megabytes=megabytes(limits.size)
            )
        )
    stream.seek(step.start)
    data = stream.read(step.end - step.start)
    return mailboxes.unquoted(data) if data.startswith(b"From ") else data
