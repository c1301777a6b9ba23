"""Every change to the library: a step is one transaction and one undo, and keeps rows before and after.

A change is a row of `journal_changes`: table, row, the uid of what it is about, and the columns before
and after as JSON; no `before` means that the row was made, no `after` that it was removed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from functools import cache
from os import urandom
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.store.connection import Connection, Row, Values, insertion
from reader.store.own_steps import noted

if TYPE_CHECKING:
    from json import JSONEncoder

_OF_QUOTE = "(SELECT uid FROM quotes WHERE quotes.id = quote_id)"
_OF_SOURCE = "(SELECT uid FROM sources WHERE sources.id = source_id)"
_SUBJECT = {
    "articles": "uid",
    "sources": "uid",
    "quotes": "uid",
    "notes": "uid",
    "tags": "uid",
    "feeds": "uid",
    "ledgers": "uid",
    "statements": "uid",
    "proofs": "(SELECT uid FROM statements WHERE statements.id = statement_id)",
    "aliases": _OF_SOURCE,
    "source_fields": _OF_SOURCE,
    "dismissed_names": "uid",
    "evidence": _OF_QUOTE,
    "authorisations": _OF_QUOTE,
    "translations": _OF_QUOTE,
    "memos": "uid",
    "memo_taggings": "(SELECT uid FROM memos WHERE memos.id = memo_id)",
    "versions": "(SELECT uid FROM articles WHERE articles.id = article_id)",
    "taggings": f"""coalesce({_OF_QUOTE}, (SELECT uid FROM articles WHERE articles.id = article_id),
        (SELECT uid FROM notes WHERE notes.id = note_id))""",
}
"""For every table that the journal covers: the uid of the thing that a person would say was changed."""

AMONG = "IN (SELECT value FROM json_each(?))"
"""Condition on an id, with `listed(ids)` as its parameter."""


@cache
def _encoder() -> "JSONEncoder":
    from json import JSONEncoder  # not for the first paint

    return JSONEncoder(ensure_ascii=False)


def _json(values: Values) -> str:
    return _encoder().encode(values)


SECONDS = "%Y-%m-%dT%H:%M:%SZ"
"""How times are written: in UTC, ISO 8601 to the second."""


def now() -> str:
    """The time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime(SECONDS)


def new_uid(random: bytes = b"") -> str:
    """A UUID (version 4) of 16 random bytes, without the slow import of `uuid`."""
    digits = (random or urandom(16)).hex()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"


def new_uids(count: int) -> list[str]:
    """Many at once, for which the system is asked but once."""
    random = urandom(16 * count)
    return [new_uid(random[at : at + 16]) for at in range(0, len(random), 16)]


def listed(ids: Iterable[int]) -> str:
    """Ids as the JSON list that `json_each(?)` takes."""
    return str(list(ids))


class RowChange(NamedTuple):
    """What a row was before and after, each as JSON of the columns that differ."""

    table: str
    row_id: int
    subject: str | None
    """The uid of what it is about."""
    before: str | None
    """None where the row was made."""
    after: str | None
    """None where it was removed."""


class Recorder:
    """Writes rows, and writes down what they were before."""

    def __init__(self, connection: Connection, actor: str = "") -> None:
        self.db = connection
        self.actor = actor
        self._label = ""
        self._step = 0
        self._touched = False
        self._is_aside = False

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """One transaction and one undo step; inside another step it joins that one."""
        with self.db.lock:
            if self.db.raw.in_transaction:
                with self._savepoint():
                    yield
            else:
                with self._transaction(label):
                    yield

    @contextmanager
    def part(self, label: str) -> Iterator[None]:
        """A step that cannot be taken back alone inside another one.

        For what fails before it writes: a savepoint makes FTS5 write its index out each time, which doubles
        the time of an import.
        """
        with nullcontext() if self.db.raw.in_transaction else self.step(label):
            yield

    @contextmanager
    def _transaction(self, label: str) -> Iterator[None]:
        self.db.begin()
        self._label, self._step, self._touched = label, 0, False
        try:
            yield
            if self._touched:
                self.db.run("UPDATE library SET value = value + 1 WHERE key = 'revision'")
            self.db.commit()
        except BaseException:
            self.db.rollback()
            raise
        finally:
            self._label, self._step, self._is_aside = "", 0, False

    def aside(self) -> None:
        """Have undo pass over the step that is being written: what it does, others did."""
        self._is_aside = True

    def relabel(self, label: str) -> None:
        """Call the step that is being written something else, now that more is known of it."""
        self._label = label
        if self._step:
            self.db.run("UPDATE journal_steps SET label = ? WHERE id = ?", (label, self._step))

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        step = self._step
        self.db.run("SAVEPOINT inner_step")
        try:
            yield
        except BaseException:
            if self.db.raw.in_transaction:
                self.db.run("ROLLBACK TO inner_step")
                self.db.run("RELEASE inner_step")
            self._step = step
            raise
        self.db.run("RELEASE inner_step")

    def touch(self) -> None:
        """Say that something changed which is no undo step, so that screens look again."""
        self._touched = True

    def insert(self, table: str, values: Values) -> int:
        """Add a row and return its id."""
        row_id = self.db.insert(table, values)
        subject = self.db.value(f"SELECT {_SUBJECT[table]} FROM {table} WHERE id = ?", (row_id,))
        self.record([RowChange(table, row_id, subject, None, _json(values))])
        return row_id

    def insert_many(self, table: str, rows: Sequence[Values]) -> list[int]:
        """Add many rows with the same columns; returns their ids."""
        if not rows:
            return []
        last = self.db.value(f"SELECT coalesce(max(id), 0) FROM {table}")
        self.db.insert_many(table, rows)
        made = self.db.rows(f"SELECT id, {_SUBJECT[table]} FROM {table} WHERE id > ? ORDER BY id", (last,))
        self.record(
            RowChange(table, row_id, subject, None, _json(row))
            for (row_id, subject), row in zip(made, rows, strict=True)
        )
        return [row_id for row_id, _ in made]

    def update(self, table: str, ids: Iterable[int], values: Values) -> list[int]:
        """Set columns of rows; returns the ids of those that were different before."""
        sql = f"""SELECT id AS _id, {_SUBJECT[table]} AS _subject, {", ".join(values)}
            FROM {table} WHERE id {AMONG}"""
        changes = []
        for row in self.db.named(sql, (listed(ids),)):
            row_id, subject = row.pop("_id"), row.pop("_subject")
            before = {column: old for column, old in row.items() if old != values[column]}
            if before:
                after = {column: values[column] for column in before}
                changes.append(RowChange(table, row_id, subject, _json(before), _json(after)))
        changed_ids = [change.row_id for change in changes]
        if changes:
            sql = f"UPDATE {table} SET {assignments(values)} WHERE id {AMONG}"
            self.db.run(sql, (*values.values(), listed(changed_ids)))
            self.record(changes)
        return changed_ids

    def delete(self, table: str, ids: Iterable[int]) -> int:
        """Remove rows, keeping them in the journal; returns how many there were."""
        sql = f"SELECT {_SUBJECT[table]} AS _subject, * FROM {table} WHERE id {AMONG}"
        rows = self.db.named(sql, (listed(ids),))
        self.record(RowChange(table, row["id"], row.pop("_subject"), _json(row), None) for row in rows)
        row_ids = listed(row["id"] for row in rows)
        self.db.run(f"DELETE FROM {table} WHERE id {AMONG}", (row_ids,))
        return len(rows)

    def record(self, changes: Iterable[RowChange]) -> None:
        """Write down changes that were made otherwise."""
        sql = """INSERT INTO journal_changes (step_id, table_name, row_id, subject, before, after)
            VALUES (?, ?, ?, ?, ?, ?)"""
        self.db.many(
            sql,
            [
                (self._step_id(), one.table, one.row_id, one.subject or "", one.before, one.after)
                for one in changes
            ],
        )

    def _step_id(self) -> int:
        if not self._step:
            self._step = self.write_step(self._label, tops=self._tops())
        return self._step

    def _tops(self) -> Row:
        """What undo and redo take after the step that is being written: itself, or what they took before."""
        if not self._is_aside:
            return None, 0
        sql = "SELECT coalesce(undo_top, id), redo_top FROM journal_steps ORDER BY id DESC LIMIT 1"
        return self.db.one(sql) or (0, 0)

    def write_step(
        self, label: str, kind: str = "do", target: int | None = None, tops: Row = (None, 0)
    ) -> int:
        """Start a step of the journal; `tops` are what undo and redo would take next (None: itself)."""
        self.touch()
        sql = """INSERT INTO journal_steps (at, actor, label, kind, target, undo_top, redo_top)
            VALUES (?, ?, ?, ?, ?, ?, ?)"""
        cursor = self.db.run(sql, (now(), self.actor, label, kind, target, *tops))
        return noted(self.db.path, int(cursor.lastrowid or 0))

    def amend(self, table: str, row_id: int, values: Values, seconds: float) -> bool:
        """Let the last step grow if all it did was to this row, lately and by the same person.

        Typing a note saves it every second; this keeps that one step to undo.
        """
        growing = None if self._step else self._growing(table, row_id, seconds)
        if growing is None:
            return False
        from json import loads  # not for the first paint

        after = _json({**loads(growing["after"]), **values})
        self.db.run(f"UPDATE {table} SET {assignments(values)} WHERE id = ?", (*values.values(), row_id))
        self.db.run("UPDATE journal_changes SET after = ? WHERE id = ?", (after, growing["id"]))
        self.db.run("UPDATE journal_steps SET at = ? WHERE id = ?", (now(), growing["step_id"]))
        self.touch()
        return True

    def _growing(self, table: str, row_id: int, seconds: float) -> dict[str, Any] | None:
        """The one change of the last step, where that may grow."""
        last = self.db.first("SELECT id, at, actor, kind FROM journal_steps ORDER BY id DESC LIMIT 1")
        if last is None or (last["actor"], last["kind"]) != (self.actor, "do"):
            return None
        changes = self.db.named("SELECT * FROM journal_changes WHERE step_id = ? LIMIT 2", (last["id"],))
        if len(changes) != 1 or (changes[0]["table_name"], changes[0]["row_id"]) != (table, row_id):
            return None
        is_removal = changes[0]["after"] is None
        return None if is_removal or not _is_recent(last["at"], seconds) else changes[0]


def assignments(values: Values) -> str:
    """What follows SET, for parameters in the same order."""
    return ", ".join(f"{column} = ?" for column in values)


def _is_recent(at: str, seconds: float) -> bool:
    age = datetime.now(UTC) - datetime.fromisoformat(at)
    return 0 <= age.total_seconds() <= seconds


def put_row(connection: Connection, table: str, values: Values) -> None:
    """Write a row back as the journal has it; without what it belongs to, it stays away."""
    with suppress(sqlite3.IntegrityError):
        connection.raw.execute(insertion(table, values), tuple(values.values()))
