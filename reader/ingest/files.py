"""Files and folders: what is in them, read without ever hanging or filling the memory."""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.limits import Limits, megabytes
from reader.system_reasons import system_reason

SUFFIXES = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".eml",
        ".mht",
        ".mhtml",
        ".webarchive",
        ".docx",
        ".odt",
        ".rtf",
        ".epub",
        ".pdf",
        ".rss",
        ".atom",
        ".srt",
        ".vtt",
        ".sbv",
        ".zip",
        ".mbox",
        ".mbx",
        ".warc",
        ".nitf",
        ".newsml",
    )
)
"""What is taken for an article inside a folder; a file named by itself may have any name."""

FEED_PREFIX = "feed:"
"""Before an address or a path that is a feed, whatever it looks like."""

TABLES = frozenset((".csv", ".tsv", ".tab", ".jsonl", ".ndjson"))
"""Files whose rows are articles where a person says which column is what."""
_WITH_TWO = (".warc.gz",)
"""Endings in two parts."""
_NEWS = re.compile(rb"<(?:\w+:)?(?:nitf|newsItem|newsMessage|NewsML|packageItem)\b")
_NEWS_HEAD = 4_000
"""Bytes of an XML file in which its first element stands."""
_COMPANION = re.compile(r"(?P<page>.+)[-_](?:files?|dateien|fichiers|archivos|bestanden)", re.IGNORECASE)


def may_be_article(name: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether a file inside a folder or archive counts, by its ending; `more` are endings that count too."""
    lower = name.lower()
    return Path(lower).suffix in SUFFIXES | more or lower.endswith(_WITH_TWO)


def is_news(head: bytes) -> bool:
    """Whether an XML file is news (NITF, NewsML) by its beginning, and no data."""
    return _NEWS.search(head[:_NEWS_HEAD].replace(b"\x00", b"")) is not None


def expand(
    paths: Iterable[str], more: frozenset[str] = frozenset(), passed: list[str] | None = None
) -> Iterator[str | IngestError]:
    """Every location in `paths`, folders replaced by the articles in them, in sorted order.

    A folder that cannot be read yields its IngestError, and the rest follows. Hidden files, files with other
    suffixes than `SUFFIXES` and `more`, XML that is no news, pipes and devices inside folders, and what a
    browser saved beside a page are passed over; links in a circle end. The names of files that are left
    out for what they are (not hidden ones, nor what belongs to a page) go into `passed`.
    """
    for path in paths:
        if not path.strip():
            # an empty path means the working folder to the system, which nobody wants added by accident
            yield IngestError(_("A name is empty: name a file, a folder or an address."))
        elif path in ("-", "clip:") or "://" in path[:20] or not os.path.isdir(home_path(path)):  # noqa: PTH112  # Path.is_dir raises in a locked folder
            yield path
        else:
            yield from _inside(home_path(path), set(), more, [] if passed is None else passed)


def home_path(path: str) -> Path:
    """`path` with ~ for the home folder; a user that does not exist leaves it as it is."""
    return Path(os.path.expanduser(path))  # noqa: PTH111  # Path.expanduser raises for an unknown user


def _inside(
    folder: Path, seen: set[tuple[int, int]], more: frozenset[str], passed: list[str]
) -> Iterator[str | IngestError]:
    try:
        here = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield IngestError(
            _("The folder {folder} cannot be read ({reason}): check its permissions.").format(
                folder=folder, reason=system_reason(error)
            )
        )
        return
    if (here.st_dev, here.st_ino) in seen:
        return
    seen.add((here.st_dev, here.st_ino))
    pages = {Path(entry.name).stem for entry in entries if entry.name.lower().endswith((".html", ".htm"))}
    for entry in entries:
        # "~$bericht.docx" is what Word puts beside a document that is open
        if entry.name.startswith((".", "~$")) or belongs_to(entry.name, pages):
            continue
        if _is(entry, stat.S_ISDIR):
            yield from _inside(folder / entry.name, seen, more, passed)
        elif _is(entry, stat.S_ISREG):
            if _counts(folder / entry.name, more):
                yield str(folder / entry.name)
            else:
                passed.append(entry.name)


def _counts(path: Path, more: frozenset[str]) -> bool:
    if path.suffix.lower() != ".xml":
        return may_be_article(path.name, more)
    try:
        with path.open("rb") as file:
            return is_news(file.read(_NEWS_HEAD))
    except OSError:  # said when it is read, where it is named by itself
        return False


def belongs_to(name: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and frames of a page that a browser saved beside it."""
    found = _COMPANION.fullmatch(name)
    return found is not None and found["page"] in pages


def _is(entry: os.DirEntry[str], kind: Callable[[int], bool]) -> bool:
    try:
        return kind(entry.stat().st_mode)
    except OSError:  # a link to nowhere, or one in a circle
        return False


def read_file(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file no larger than `limits.size`; anything else raises IngestError."""
    try:
        state = path.stat()
        _refuse_odd_kinds(path, state.st_mode)
        if state.st_size > limits.size:
            raise IngestError(_too_large(path, state.st_size, limits))
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        raise IngestError(_explained(path, error)) from error
    if len(data) > limits.size:
        raise IngestError(_too_large(path, len(data), limits))
    return data


def _refuse_odd_kinds(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IngestError(
            _("{path} is a folder: name a file in it, or add the folder as a whole.").format(path=path)
        )
    if not stat.S_ISREG(mode):
        raise IngestError(
            _(
                "{path} is a pipe or a device, not a file: pass it on to standard input and name it “-”."
            ).format(path=path)
        )


def _too_large(path: Path, size: int, limits: Limits) -> str:
    sizes = _("{size}, at most {limit}").format(size=megabytes(size), limit=megabytes(limits.size))
    return _("{path} is too large ({sizes}): split it, or copy the article out of it.").format(
        path=path, sizes=sizes
    )


def _explained(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        beginning = str(path)[:40]
        return _(
            "“{beginning}…” is too long for a path: to add the text itself, copy it and add "
            "clip:, or pipe it to `reader add -`."
        ).format(beginning=beginning)
    if isinstance(error, FileNotFoundError):
        return _("There is no file {path}: check the spelling.").format(path=path)
    if isinstance(error, PermissionError):
        return _("You are not allowed to read {path}: ask for permission, or for a copy.").format(path=path)
    if isinstance(error, ValueError):
        return _("{path} is not a path that can exist: check the spelling.").format(path=repr(path))
    return _("{path} cannot be read: {reason}.").format(path=path, reason=system_reason(error))
