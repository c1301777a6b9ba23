"""Files in a .zip: which may be articles, and what each holds. Nothing is ever unpacked onto the disk."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from reader.errors import IngestError
from reader.i18n import _, number
from reader.ingest.files import TABLES, belongs_to, may_be_article
from reader.ingest.limits import Limits, megabytes

MOST_MEMBERS = 100_000
MOST_UNPACKED = 2_000_000_000
"""Bytes that all texts of an archive may unpack to."""
_MORE = TABLES | {".xml"}
"""Endings that whoever asks looks into before they count."""
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(ValueError, KeyError, OverflowError),
)
_OFFICE = ("[content_types].xml", "mimetype", "meta-inf/container.xml", "meta-inf/manifest.xml")
"""What tells a document from an archive of files."""


class Member(NamedTuple):
    """A file in an archive."""

    place: int
    name: str


def is_archive(stream: BinaryIO) -> bool:
    """Whether a zip file is an archive of files, and no document."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return not any(name.lower() in _OFFICE for name in archive.namelist()[:MOST_MEMBERS])
    except _FAULTS:
        return False


def members_in(stream: BinaryIO, location: str, limits: Limits) -> Iterator[Member | IngestError]:
    """The files in an archive that may be articles, an error for each that is too large.

    Raises IngestError where the archive is damaged, locked, or unpacks to more than anybody keeps.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            every = archive.infolist()
    except _FAULTS as error:
        raise IngestError(_damaged(location)) from error
    wanted = _wanted(every)
    if any(member.flag_bits & 1 for _, member in wanted):
        raise IngestError(
            _("{location} is locked with a password: unpack it and add the files in it.").format(
                location=location
            )
        )
    total = sum(member.file_size for _, member in wanted)
    if len(every) > MOST_MEMBERS or total > MOST_UNPACKED:
        raise IngestError(
            _(
                "{location} unpacks to more than {megabytes} or {count} files: unpack "
                "what you want of it and add that."
            ).format(location=location, megabytes=megabytes(MOST_UNPACKED), count=number(MOST_MEMBERS))
        )
    if not wanted:
        raise IngestError(
            _("{location} holds no file that reader can read: unpack it to see what is in it.").format(
                location=location
            )
        )
    for index, member in wanted:
        if member.file_size > limits.size:
            sizes = _("{size}, at most {limit}").format(
                size=megabytes(member.file_size), limit=megabytes(limits.size)
            )
            yield IngestError(
                _("{location}#{name} is too large ({sizes}): split it.").format(
                    location=location, name=_name(member), sizes=sizes
                )
            )
        else:
            yield Member(index, _name(member))


def _wanted(every: list[zipfile.ZipInfo]) -> list[tuple[int, zipfile.ZipInfo]]:
    """The files that would count in a folder: known endings, not hidden, no link, not saved beside a page."""
    pages = {PurePosixPath(_name(member)).stem for member in every if _is_page(member)}
    return [
        (index, member)
        for index, member in enumerate(every)
        if not member.is_dir() and not _is_link(member) and _counts(PurePosixPath(_name(member)), pages)
    ]


def _counts(path: PurePosixPath, pages: set[str]) -> bool:
    if any(part.startswith(".") and part != ".." for part in path.parts) or "__MACOSX" in path.parts:
        return False
    beside = any(belongs_to(folder, pages) for folder in path.parts[:-1])
    return may_be_article(path.name, _MORE) and not beside


def _is_page(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith((".html", ".htm"))


def _is_link(member: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name; programs that do not mark UTF-8 write it all the same."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def member_at(stream: BinaryIO, index: int, location: str, limits: Limits) -> bytes:
    """What a file in an archive holds."""
    try:
        with zipfile.ZipFile(stream) as archive, archive.open(archive.infolist()[index]) as member:
            data = member.read(limits.size + 1)
    except (*_FAULTS, IndexError) as error:
        raise IngestError(_damaged(location)) from error
    if len(data) > limits.size:
        raise IngestError(
            _("{location} is larger than {megabytes}: split it.").format(
                location=location, megabytes=megabytes(limits.size)
            )
        )
    return data


def _damaged(location: str) -> str:
    return _("{location} is damaged, or packed in an unusual way: unpack it and add the files in it.").format(
        location=location
    )
