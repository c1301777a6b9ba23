"""Find what is wrong with a library, and mend what can be mended without losing anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import StoreError
from reader.ledgers import Side, StatementKind, StatementState
from reader.models import (
    Agreed,
    Anchor,
    ArticleState,
    Authorisation,
    Medium,
    Printed,
    QuoteType,
    Silence,
    SourceKind,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
)
from reader.store.connection import Connection
from reader.store.failures import is_damage
from reader.store.order_tables import COUNTED_ARTICLES
from reader.store.originals import Originals
from reader.store.steps import Recorder
from reader.store.verify import problems

_INDEXES = {"article_texts_fts": "articles", "quotes_fts": "quotes", "notes_fts": "notes"}
_COUNTED = """(SELECT count(*) FROM quotes WHERE article_id = articles.id AND status <> 'rejected')"""
_OPEN = """(SELECT count(*) FROM quotes WHERE article_id = articles.id AND status = 'suggested')"""
_WRONG = f"articles.quotes <> {_COUNTED} OR articles.open <> {_OPEN}"
_MISCOUNTED = f"""WITH counted AS MATERIALIZED ({COUNTED_ARTICLES})
    SELECT EXISTS (SELECT * FROM counted EXCEPT SELECT * FROM article_counts)
    OR EXISTS (SELECT * FROM article_counts EXCEPT SELECT * FROM counted)"""
_UNUSED = "sha256 NOT IN (SELECT sha256 FROM originals)"
_RESTORE = "Put a backup in its place with `reader restore BACKUP`."
_NOT_WRITABLE = (
    "The search indexes were not looked at: SQLite can only do that in a library that can be written."
)
_TERMS: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {
    "articles": {"state": (tuple(ArticleState), ArticleState.UNREAD)},
    "quotes": {
        "type": (tuple(QuoteType), QuoteType.REPORTED),
        "medium": (tuple(Medium), Medium.NONE),
        "status": (tuple(Status), Status.SUGGESTED),
        "verification": (tuple(Verification), Verification.UNVERIFIED),
        "authorisation": (tuple(Authorisation), Authorisation.SENT),
        "speaker_kind": (tuple(SourceKind), SourceKind.UNKNOWN),
        "speaker_basis": (tuple(SpeakerBasis), SpeakerBasis.NONE),
        "anchor": (tuple(Anchor), Anchor.FUZZY),
        "use": (tuple(TermsOfUse), TermsOfUse.OFF_RECORD),
    },
    "notes": {"anchor": (tuple(Anchor), Anchor.FUZZY)},
    "authorisations": {
        "state": (tuple(Authorisation), Authorisation.SENT),
        "agreed": (tuple(Agreed), Agreed.INTERVIEW),
        "silence": (tuple(Silence), Silence.NO),
        "prints": (tuple(Printed), Printed.UNDECIDED),
    },
    "statements": {
        "kind": (tuple(StatementKind), StatementKind.OTHER),
        "state": (tuple(StatementState), StatementState.OPEN),
    },
    "proofs": {"side": (tuple(Side), Side.NONE)},
    "sources": {
        "kind": (tuple(SourceKind), SourceKind.UNKNOWN),
        "use": (tuple(TermsOfUse), TermsOfUse.OFF_RECORD),
    },
}
"""Columns of closed lists: what may stand there, and what mending writes in the place of anything else. It is
what promises least: not decided, not checked, not for publication."""
_ORPHANS = """SELECT (SELECT count(*) FROM quotes WHERE anchor = 'orphan'),
    (SELECT count(*) FROM notes WHERE anchor = 'orphan')"""


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that the doctor notices."""

    area: str
    """file, references, values, spans, originals, search, counters or orphans."""
    what: str
    """One sentence."""
    serious: bool = True
    """Whether something is wrong; orphans are only work left to do."""
    mended: bool = False
    unseen: bool = False
    """Whether this could not be looked at, so that nothing is known of it."""


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
        yield from self._values(mend)
        for problem in problems(self._db):
            yield Symptom("spans", problem.what)
        yield from self._originals(mend)
        yield from self._search(mend)
        yield from self._counters(mend)
        yield from self._orphans()

    def _file(self) -> Iterator[Symptom]:
        try:
            lines = self._db.column("PRAGMA integrity_check")
        except StoreError as error:
            lines = [error.message]
        for line in lines:
            if line != "ok" and "FTS5 table" not in line:  # an index can be made anew: see `_search`
                what = line if line.startswith("The library") else f"The file is damaged: {line.rstrip('.')}."
                yield Symptom("file", what if "reader restore" in what else f"{what} {_RESTORE}")

    def _references(self) -> Iterator[Symptom]:
        for table, row, parent, _ in self._db.rows("PRAGMA foreign_key_check"):
            yield Symptom("references", f"Row {row} of {table} belongs to something that is not in {parent}.")

    def _values(self, mend: bool) -> Iterator[Symptom]:
        """Terms that are in no list of ours: written by another program, or damaged."""
        for table, columns in _TERMS.items():
            for column, (known, instead) in columns.items():
                sql = (
                    f"SELECT id, {column} FROM {table} WHERE {column} NOT IN ({', '.join('?' * len(known))})"
                )
                for row_id, value in self._db.rows(sql, known):
                    is_mended = mend and self._mend_row(table, row_id, {column: instead})
                    what = f"“{value}” is no {column} that row {row_id} of {table} can have."
                    yield Symptom("values", what, mended=is_mended)

    def _mend_row(self, table: str, row_id: int, values: dict[str, object]) -> bool:
        with self._recorder.step("Mend the library"):
            self._recorder.update(table, [row_id], values)
        return True

    def _originals(self, mend: bool) -> Iterator[Symptom]:
        """Bytes that are not those that came in, and those that nothing was read from."""
        originals = Originals(self._recorder)
        for number in self._db.column("SELECT id FROM originals ORDER BY id"):
            try:
                originals.get(number)
            except StoreError as error:
                yield Symptom("originals", error.message)
        if unused := self._db.value(f"SELECT count(*) FROM original_bytes WHERE {_UNUSED}"):
            if mend:
                self._write(f"DELETE FROM original_bytes WHERE {_UNUSED}")
            yield Symptom("originals", f"{unused} originals belong to no article.", mended=mend)

    def _search(self, mend: bool) -> Iterator[Symptom]:
        if self._db.read_only:
            yield Symptom("search", _NOT_WRITABLE, serious=False, unseen=True)
            return
        for index, name in _INDEXES.items():
            try:
                is_in_step = self._is_in_step(index)
            except StoreError as error:
                yield Symptom("search", f"The search indexes could not be looked at. {error}", unseen=True)
                return
            if not is_in_step:
                if mend:
                    self._write(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
                yield Symptom("search", f"The search index of {name} is not in step with them.", mended=mend)

    def _is_in_step(self, index: str) -> bool:
        """Whether an index fits what it is of; raises StoreError where that cannot be asked now."""
        try:
            self._write(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except StoreError as error:
            if not is_damage(error):
                raise
            return False
        return True

    def _counters(self, mend: bool) -> Iterator[Symptom]:
        wrong = self._db.value(f"SELECT count(*) FROM articles WHERE {_WRONG}")
        if wrong:
            if mend:
                sql = f"UPDATE articles SET quotes = {_COUNTED}, open = {_OPEN} WHERE {_WRONG}"
                self._write(sql)
            yield Symptom("counters", f"{wrong} articles count their quotes wrong.", mended=mend)
        if self._db.value(_MISCOUNTED):
            if mend:
                self._write("DELETE FROM article_counts", f"INSERT INTO article_counts {COUNTED_ARTICLES}")
            what = "How many articles there are by outlet, language, state and month is counted wrong."
            yield Symptom("counters", what, mended=mend)

    def _orphans(self) -> Iterator[Symptom]:
        quotes, notes = self._db.one(_ORPHANS) or (0, 0)
        if quotes or notes:
            yield Symptom(
                "orphans",
                f"{quotes} quotes and {notes} notes stand in no current text: see is:orphan.",
                serious=False,
            )

    def _write(self, *statements: str) -> None:
        with self._recorder.step("Mend the library"):
            for sql in statements:
                self._db.run(sql)


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
    for index in _INDEXES:
        connection.run(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    connection.commit()
    connection.run("VACUUM")
    connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return before - size_of(connection).file
