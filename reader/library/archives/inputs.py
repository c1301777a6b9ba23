"""Which files an archive is read from, and the stretches that they are cut into.

A stretch depends on its file alone, so that a run that goes on, or one that finds new files beside the old
ones, knows what is done already.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.library.archives.lines import is_packed, length_of, unpacked
from reader.library.archives.places import Place, place_of
from reader.library.archives.work import Job, Part, Stretch, part_of

_TABLES = (".parquet", ".pq")
_MOST_NAMED = 12
"""Columns that are named in a sentence."""
_HEAD = 1 << 20
"""Bytes by which the length of a line is guessed."""
_LINES = (".jsonl", ".ndjson", ".json")
_STAMPS = (
    "ETag",
    "etag",
    "md5Hash",
    "checksum",
    "mtime",
    "LastModified",
    "last_modified",
    "updated",
    "modified",
)
"""What file systems call that which changes with a file."""


class ArticleFile(NamedTuple):
    """A file of articles."""

    place: Place
    fingerprint: str

    @property
    def address(self) -> str:
        """What it is called in the archive."""
        return self.place.address


class Measure(NamedTuple):
    """How long a file is."""

    length: int
    """Rows of a table; bytes of lines, once they are unpacked."""
    each: int
    """How much of that an article is, by the beginning of the file."""


def is_table(path: str) -> bool:
    """Whether a file is Parquet by its name."""
    return path.lower().endswith(_TABLES)


def files_at(addresses: Iterable[str], out: Place) -> list[ArticleFile]:
    """The files of articles at addresses: files, folders, patterns. Raises UsageError where one has none."""
    found: dict[str, ArticleFile] = {}
    for address in addresses:
        places = [place for place in _at(address) if not _lies_in(place, out)]
        if not places:
            raise UsageError(
                _(
                    "{address} has no articles: name Parquet files (.parquet) or JSON lines "
                    "(.jsonl, also packed), a folder or a pattern of them."
                ).format(address=address)
            )
        found |= {place.address: ArticleFile(place, _fingerprint(place)) for place in places}
    return list(found.values())


def _at(address: str) -> list[Place]:
    place = place_of(address)
    try:
        if any(mark in address for mark in "*?["):
            return [
                Place(place.system, path) for path in sorted(place.system.glob(place.path)) if _is_known(path)
            ]
        if place.system.isdir(place.path):
            return [below for below in place.files() if _is_known(below.path)]
        place.info()
    except FileNotFoundError as error:
        raise UsageError(_("{address} is not there.").format(address=address)) from error
    except Exception as error:  # each file system has errors of its own
        raise ReaderError(
            _("{address} cannot be looked at: {error}.").format(address=address, error=error)
        ) from error
    if not _is_known(place.path):
        raise UsageError(
            _("{address} is neither Parquet (.parquet) nor JSON lines (.jsonl) by its name.").format(
                address=address
            )
        )
    return [place]


def _is_known(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    unpacked_name = name.removesuffix(f".{name.rpartition('.')[2]}") if is_packed(name) else name
    return not name.startswith((".", "_")) and (is_table(name) or unpacked_name.endswith(_LINES))


def _lies_in(place: Place, out: Place) -> bool:
    return place.is_local == out.is_local and place.path.startswith(out.path.rstrip("/") + "/")


def _fingerprint(place: Place) -> str:
    info = place.info()
    stamp = next((str(info[name]) for name in _STAMPS if info.get(name)), "")
    return f"{info.get('size')} {stamp}"


def measure(file: ArticleFile, columns: Sequence[str]) -> Measure:
    """How long a file is; one of packed lines is read through for it.

    Raises ReaderError where the file cannot be read, and UsageError where no column holds a text.
    """
    try:
        return _table_measure(file, columns) if is_table(file.place.path) else _line_measure(file)
    except ReaderError:
        raise
    except Exception as error:  # a damaged file, or a server that does not answer: the other files go on
        told = " ".join(str(error).split()).rstrip(".")
        raise ReaderError(
            _("{address} cannot be read: {told}.").format(address=file.address, told=told)
        ) from error


def _table_measure(file: ArticleFile, columns: Sequence[str]) -> Measure:
    import pyarrow.parquet as pq  # an extra, for archives alone

    with file.place.system.open(file.place.path, "rb") as stream:
        table = pq.ParquetFile(stream)
        names = table.schema_arrow.names
        if not {*columns, *(column.partition(".")[0] for column in columns)} & set(names):
            told = _(
                "{address} has the columns {columns}: say which holds the text, such as --map text=body."
            )
            raise UsageError(told.format(address=file.address, columns=", ".join(names[:_MOST_NAMED])))
        return Measure(int(table.metadata.num_rows), 1)


def _line_measure(file: ArticleFile) -> Measure:
    path = file.place.path
    with file.place.system.open(path, "rb") as packed:
        stream = unpacked(packed, path)
        head = stream.read(_HEAD)
        each = max(1, len(head) // max(1, head.count(b"\n")))
        if is_packed(path):
            return Measure(len(head) + length_of(stream), each)
    return Measure(int(file.place.info()["size"]), each)


def stretches_of(file: ArticleFile, measure: Measure, job: Job) -> list[Stretch]:
    """The stretches of a file of such a length."""
    step, length = job.articles_a_part * measure.each, measure.length
    ranges = ((start, min(start + step, length)) for start in range(0, length, step))
    return [
        Stretch(file.address, start, end, file.fingerprint, max(1, (end - start) // measure.each))
        for start, end in ranges
    ]


def parts_of(stretches: Sequence[Stretch], job: Job) -> Iterator[Part]:
    """Parts of about as many articles as the job says: small files go together into one."""
    together: list[Stretch] = []
    for stretch in stretches:
        if together and sum(one.articles for one in together) + stretch.articles > job.articles_a_part:
            yield part_of(tuple(together), job)
            together = []
        together.append(stretch)
    if together:
        yield part_of(tuple(together), job)
