"""Find what is wrong with a library, and mend what can be mended without losing anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import StoreError
from reader.store.connection import Connection
from reader.store.steps import Recorder
from reader.store.verify import problems

_INDEXES = {"article_texts_fts": "articles", "quotes_fts": "quotes", "notes_fts": "notes"}
_COUNTED = """(SELECT count(*) FROM quotes WHERE article_id = articles.id AND status <> 'rejected')"""
_OPEN = """(SELECT count(*) FROM quotes WHERE article_id = articles.id AND status = 'suggested')"""
_WRONG = f"articles.quotes <> {_COUNTED} OR articles.open <> {_OPEN}"
_ORPHANS = """SELECT (SELECT count(*) FROM quotes WHERE anchor = 'orphan'),
    (SELECT count(*) FROM notes WHERE anchor = 'orphan')"""


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that the doctor notices."""

    area: str
    """file, references, spans, search, counters or orphans."""
    what: str
    """One sentence."""
    serious: bool = True
    """Whether something is wrong; orphans are only work left to do."""
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Size:
    """How large a library is, in bytes and in rows."""

    file: int
    unused: int
    """Bytes that `vacuum` would give back."""
    articles: int
    quotes: int
    notes: int


class Doctor:
    """Examines one library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def examine(self, *, mend: bool = False) -> Iterator[Symptom]:
        """Everything wrong, area by area; with `mend`, wrong indexes and counters are made anew."""
        damage = list(self._file())
        yield from damage
        if damage:
            return  # whatever else is read from a damaged file says nothing
        yield from self._references()
        for problem in problems(self._db):
            yield Symptom("spans", problem.what)
        yield from self._search(mend)
        yield from self._counters(mend)
        yield from self._orphans()

    def _file(self) -> Iterator[Symptom]:
        try:
            lines = self._db.column("PRAGMA integrity_check")
        except StoreError as error:
            lines = [error.message]
        for line in lines:
            if line != "ok":
                yield Symptom("file", f"The file is damaged: {line}. Restore a backup with `reader restore`.")

    def _references(self) -> Iterator[Symptom]:
        for table, row, parent, _ in self._db.rows("PRAGMA foreign_key_check"):
            yield Symptom("references", f"Row {row} of {table} belongs to something that is not in {parent}.")

    def _search(self, mend: bool) -> Iterator[Symptom]:
        for index, name in _INDEXES.items():
            if self._is_in_step(index):
                continue
            if mend:
                self._write(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
            yield Symptom("search", f"The search index of {name} is not in step with them.", mended=mend)

    def _is_in_step(self, index: str) -> bool:
        if self._db.read_only:
            return True
        try:
            self._write(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except StoreError:
            return False
        return True

    def _counters(self, mend: bool) -> Iterator[Symptom]:
        wrong = self._db.value(f"SELECT count(*) FROM articles WHERE {_WRONG}")
        if wrong:
            if mend:
                sql = f"UPDATE articles SET quotes = {_COUNTED}, open = {_OPEN} WHERE {_WRONG}"
                self._write(sql)
            yield Symptom("counters", f"{wrong} articles count their quotes wrong.", mended=mend)

    def _orphans(self) -> Iterator[Symptom]:
        quotes, notes = self._db.one(_ORPHANS) or (0, 0)
        if quotes or notes:
            yield Symptom(
                "orphans",
                f"{quotes} quotes and {notes} notes stand in no current text: see is:orphan.",
                serious=False,
            )

    def _write(self, sql: str) -> None:
        with self._recorder.step("Mend the library"):
            self._db.run(sql)


def size_of(connection: Connection) -> Size:
    """How large the library is."""
    page, unused = connection.value("PRAGMA page_size"), connection.value("PRAGMA freelist_count")
    counts = [connection.value(f"SELECT count(*) FROM {table}") for table in ("articles", "quotes", "notes")]
    files = [Path(f"{connection.path}{end}") for end in ("", "-wal")]
    return Size(sum(file.stat().st_size for file in files if file.exists()), page * unused, *counts)


def vacuum(connection: Connection) -> int:
    """Tidy the search indexes and give unused space back; returns the bytes won."""
    before = size_of(connection).file
    connection.begin()
    for index in _INDEXES:
        connection.run(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    connection.commit()
    connection.run("VACUUM")
    connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return before - size_of(connection).file
