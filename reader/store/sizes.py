"""How large a library is, and making its file small."""

from dataclasses import dataclass
from pathlib import Path

from reader.store.connection import Connection
from reader.store.index_checks import SEARCH_INDEXES


@dataclass(frozen=True, slots=True)
class Size:
    """How large a library is, in bytes and in rows."""

    file: int
    unused: int
    """Bytes that `vacuum` would give back."""
    articles: int
    quotes: int
    notes: int
    originals: int = 0
    """Bytes that the originals of articles take."""


def size_of(connection: Connection) -> Size:
    """How large the library is."""
    page, unused = connection.value("PRAGMA page_size"), connection.value("PRAGMA freelist_count")
    counts = [connection.value(f"SELECT count(*) FROM {table}") for table in ("articles", "quotes", "notes")]
    counts.append(connection.value("SELECT coalesce(sum(length(packed)), 0) FROM original_bytes"))
    files = [Path(f"{connection.path}{end}") for end in ("", "-wal")]
    return Size(sum(file.stat().st_size for file in files if file.exists()), page * unused, *counts)


def vacuum(connection: Connection) -> int:
    """Tidy the search indexes and give unused space back; returns the bytes won."""
    before = size_of(connection).file
    connection.begin()
    for index, *_others in SEARCH_INDEXES:
        connection.run(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    connection.commit()
    connection.run("VACUUM")
    connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return before - size_of(connection).file
