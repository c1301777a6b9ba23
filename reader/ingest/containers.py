"""Files that hold several articles, taken apart: mailboxes, archives, tables, mails with files, news."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest import mailboxes, rows, warcs, zips
from reader.ingest.attachments import Attachment
from reader.ingest.decode import decode, is_wide
from reader.ingest.entries import FeedEntry
from reader.ingest.files import SUFFIXES, TABLES, home_path, is_news
from reader.ingest.limits import Limits, megabytes
from reader.ingest.mail import is_mail
from reader.ingest.own_shape import is_own
from reader.ingest.parts import Mapping, Part, Step

_DEEPEST = 4
"""Files inside files that are still opened: a table in an archive on a mail of a mailbox."""
_HEAD = 8_192
_PLAIN = SUFFIXES - {".zip", ".mbox", ".mbx", ".warc", ".eml", ".nitf", ".newsml"}
"""Endings of files that hold one article each."""
_LIMITS = Limits()


def with_parts(
    locations: Iterable[str | IngestError | FeedEntry], limits: Limits = _LIMITS, mapping: Mapping = ()
) -> Iterator[str | IngestError | FeedEntry | Part]:
    """`locations` with every file that holds several articles replaced by its parts."""
    for location in locations:
        if not isinstance(location, str) or not _may_hold_several(location):
            yield location
            continue
        yield from _taken_apart(location, limits, mapping)


def _may_hold_several(location: str) -> bool:
    is_file = location not in ("-", "clip:") and "://" not in location[:20]
    return is_file and PurePath(location).suffix.lower() not in _PLAIN


def _taken_apart(location: str, limits: Limits, mapping: Mapping) -> Iterator[str | IngestError | Part]:
    path = Path(home_path(location)).absolute()
    try:
        if not path.is_file():  # said when it is read
            yield location
            return
        with path.open("rb") as stream:
            whole = Part(str(path), (), str(path), path.name)
            for part in Opener(limits, mapping).parts(stream, whole):
                yield location if part is whole else part
    except IngestError as error:
        yield error
    except OSError:  # said when it is read
        yield location
    except Exception as error:  # a fault of ours in one file must not end the import of the others
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        yield IngestError(
            _("{location} could not be taken apart because of a fault in reader ({fault}).").format(
                location=location, fault=fault
            )
        )


class Opener:
    """Finds the parts of files, with what a person said of their columns."""

    def __init__(self, limits: Limits, mapping: Mapping) -> None:
        self._limits, self._mapping = limits, mapping

    def parts(self, stream: BinaryIO, part: Part) -> Iterator[Part | IngestError]:
        """The articles in a file, the file itself where it is one."""
        head = stream.read(_HEAD)
        stream.seek(0)
        suffix = PurePath(part.name.lower()).suffix
        if len(part.steps) >= _DEEPEST * 2:
            yield IngestError(
                _("{location} lies too deep in other files: unpack it and add that.").format(
                    location=part.location
                )
            )
        elif head.startswith(b"PK\x03\x04") and suffix not in _PLAIN and zips.is_archive(stream):
            yield from self._members(stream, part)
        elif warcs.is_warc(head):
            yield from self._records(stream, part)
        elif is_wide(head) and (suffix in TABLES or suffix in (".mbox", ".mbx", ".eml", ".xml")):
            yield from self._in_utf8(stream, part)
        elif suffix in TABLES:
            yield from self._rows(stream, part, suffix)
        elif mailboxes.is_mailbox(head):
            yield from self._mails(stream, part)
        elif is_mail(head, part.name):
            yield from self._attached(self._read(stream, part), part)
        elif is_news(head):
            yield from self._items(self._read(stream, part), part)
        else:
            yield part

    def _read(self, stream: BinaryIO, part: Part) -> bytes:
        data = stream.read(self._limits.size + 1)
        if len(data) > self._limits.size:
            raise IngestError(
                _("{location} is larger than {megabytes}: split it.").format(
                    location=part.location, megabytes=megabytes(self._limits.size)
                )
            )
        return data

    def _inside(self, data: bytes, part: Part) -> Iterator[Part | IngestError]:
        """The articles in a part that is read already; an error spoils this part alone."""
        try:
            yield from self.parts(BytesIO(data), part)
        except IngestError as error:
            yield error

    def _in_utf8(self, stream: BinaryIO, part: Part) -> Iterator[Part | IngestError]:
        text = decode(self._read(stream, part), part.location)
        plain = Part(part.path, (*part.steps, Step("utf8")), part.location, part.name)
        yield from self.parts(BytesIO(text.encode("utf-8", "replace")), plain)

    def _members(self, stream: BinaryIO, part: Part) -> Iterator[Part | IngestError]:
        used: dict[str, int] = {}
        for member in list(zips.members_in(stream, part.location, self._limits)):
            if isinstance(member, IngestError):
                yield member
                continue
            used[member.name] = used.get(member.name, 0) + 1
            again = f"~{used[member.name]}" if used[member.name] > 1 else ""
            inner = part.inside(Step("member", member.place), member.name + again, PurePath(member.name).name)
            if not self._is_looked_into(inner):
                yield inner
                continue
            stream.seek(0)
            data = zips.member_at(stream, member.place, inner.location, self._limits)
            if inner.name.lower().endswith(".xml") and not is_news(data):
                continue
            if PurePath(inner.name.lower()).suffix in TABLES and not self._mapping and not is_own(data):
                continue
            yield from self._inside(data, inner)

    def _is_looked_into(self, part: Part) -> bool:
        return PurePath(part.name.lower()).suffix not in _PLAIN

    def _records(self, stream: BinaryIO, part: Part) -> Iterator[Part | IngestError]:
        seen: dict[str, Part] = {}
        for record in warcs.records_in(stream, part.location):
            if isinstance(record, IngestError):
                yield record
            else:  # the last copy of an address is the newest
                mark = record.address or str(record.start)
                seen[mark] = part.inside(Step("record", record.start), mark)
        yield from seen.values()

    def _rows(self, stream: BinaryIO, part: Part, suffix: str) -> Iterator[Part | IngestError]:
        table = rows.table_of(stream, part.location, suffix, self._mapping)
        for row in rows.rows_in(stream, table):
            step = Step("slice", row.start, row.end)
            yield Part(part.path, (*part.steps, step), f"{part.location}#{row.number}", "", table)

    def _mails(self, stream: BinaryIO, part: Part) -> Iterator[Part | IngestError]:
        seen = set[str]()
        for number, mail in enumerate(mailboxes.mails_in(stream), 1):
            mark = mail.name if mail.name and mail.name not in seen else str(number)
            seen.add(mark)
            inner = part.inside(Step("slice", mail.start, mail.end), mark, f"{number}.eml")
            here = stream.tell()
            stream.seek(mail.start)
            data = stream.read(min(mail.end - mail.start, self._limits.size + 1))
            stream.seek(here)
            yield from self._attached(data, inner) if _may_have_files(data) else (inner,)

    def _attached(self, data: bytes, part: Part) -> Iterator[Part | IngestError]:
        """A mail and the files on it that may be articles."""
        if not _may_have_files(data):
            yield part
            return
        has_text, files = _files_on(data, part.location)
        read = [one for one in files if one.is_readable]
        if not read:
            yield part
            return
        if has_text:
            left = ", ".join(one.name for one in files if not one.is_readable)
            missing = _("Not read with it: {names} (attached).").format(names=left) if left else ""
            yield Part(part.path, part.steps, part.location, part.name, missing=missing)
        for one in read:
            inner = part.inside(Step("attached", one.index), one.name, one.name)
            if not self._is_looked_into(inner):
                yield inner
                continue
            with closing(BytesIO(_file_on(data, one.index))) as stream:
                yield from self._inside(stream.getvalue(), inner)

    def _items(self, data: bytes, part: Part) -> Iterator[Part | IngestError]:
        names = _asked("items", data, part.location)
        if len(names) < 2:
            yield part
            return
        for index, name in enumerate(names):
            yield part.inside(Step("item", index), name or str(index + 1), f"{index + 1}.newsml")


def _may_have_files(data: bytes) -> bool:
    """Whether a mail says anywhere that a file hangs on it: most do not, and are not read twice."""
    lower = data.lower()
    return b"multipart/" in lower and (b"attachment" in lower or b"name" in lower or b"rfc822" in lower)


def _files_on(data: bytes, location: str) -> tuple[bool, list[Attachment]]:
    """Whether a mail has a text of its own, and the files on it."""
    has_text, files = _asked("attachments", data, location)
    return bool(has_text), list(files)


def _file_on(data: bytes, index: int) -> bytes:
    from reader.ingest.attachments import attached
    from reader.ingest.mail import parsed

    return attached(parsed(data, ""), index)


def _asked(job: str, data: bytes, location: str) -> Any:
    """What another process reads out of a file that may hang or crash it."""
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    return read_apart(job, data, location)
