"""Every change to the library: a step is one transaction and one undo, and keeps rows before and after.

A change is a row of `journal_changes`: table, row, the uid of what it is about, and the columns before
and after as JSON; no `before` means that the row was made, no `after` that it was removed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cache
from os import urandom
from typing import TYPE_CHECKING, Any

from reader.store.connection import Connection, Row

if TYPE_CHECKING:
    from json import JSONEncoder

Values = Mapping[str, Any]

_OF_QUOTE = "(SELECT uid FROM quotes WHERE quotes.id = quote_id)"
_SUBJECT = {
    "articles": "uid",
    "sources": "uid",
    "quotes": "uid",
    "notes": "uid",
    "tags": "uid",
    "aliases": "(SELECT uid FROM sources WHERE sources.id = source_id)",
    "evidence": _OF_QUOTE,
    "authorisations": _OF_QUOTE,
    "taggings": f"""coalesce({_OF_QUOTE}, (SELECT uid FROM articles WHERE articles.id = article_id),
        (SELECT uid FROM notes WHERE notes.id = note_id))""",
}
"""For every table that the journal covers: the uid of the thing that a person would say was changed."""

JOURNALED = tuple(_SUBJECT)

AMONG = "IN (SELECT value FROM json_each(?))"
"""Condition on an id, with `listed(ids)` as its parameter."""


@cache
def _encoder() -> "JSONEncoder":
    from json import JSONEncoder  # not for the first paint

    return JSONEncoder(ensure_ascii=False)


def _json(values: Values) -> str:
    return _encoder().encode(values)


def now() -> str:
    """The time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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


class Ledger:
    """Writes rows and records what they were before."""

    def __init__(self, connection: Connection, actor: str = "") -> None:
        self.db = connection
        self.actor = actor
        self._label = ""
        self._step = 0
        self._touched = False

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
            self._label, self._step = "", 0

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
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.db.run(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))
        row_id = int(cursor.lastrowid or 0)
        subject = self.db.value(f"SELECT {_SUBJECT[table]} FROM {table} WHERE id = ?", (row_id,))
        self.record([(table, row_id, subject, None, _json(values))])
        return row_id

    def insert_many(self, table: str, rows: Sequence[Values]) -> list[int]:
        """Add many rows with the same columns; returns their ids."""
        if not rows:
            return []
        last = self.db.value(f"SELECT coalesce(max(id), 0) FROM {table}")
        columns = ", ".join(rows[0])
        marks = ", ".join("?" * len(rows[0]))
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        self.db.many(sql, [tuple(row.values()) for row in rows])
        made = self.db.rows(f"SELECT id, {_SUBJECT[table]} FROM {table} WHERE id > ? ORDER BY id", (last,))
        changes = [(table, *one, None, _json(row)) for one, row in zip(made, rows, strict=True)]
        self.record(changes)
        return [row_id for row_id, _ in made]

    def update(self, table: str, ids: Iterable[int], values: Values) -> list[int]:
        """Set columns of rows; returns the ids of those that were different before."""
        wanted = tuple(values.values())
        sql = f"SELECT id, {_SUBJECT[table]}, {', '.join(values)} FROM {table} WHERE id {AMONG}"
        different = [row for row in self.db.rows(sql, (listed(ids),)) if row[2:] != wanted]
        if not different:
            return []
        changed_ids = [row[0] for row in different]
        assignments = ", ".join(f"{column} = ?" for column in values)
        sql = f"UPDATE {table} SET {assignments} WHERE id {AMONG}"
        self.db.run(sql, (*wanted, listed(changed_ids)))
        self.record(_change(table, row, values) for row in different)
        return changed_ids

    def delete(self, table: str, ids: Iterable[int]) -> int:
        """Remove rows, keeping them in the journal; returns how many there were."""
        sql = f"SELECT {_SUBJECT[table]} AS _subject, * FROM {table} WHERE id {AMONG}"
        rows = self.db.named(sql, (listed(ids),))
        self.record((table, row["id"], row.pop("_subject"), _json(row), None) for row in rows)
        row_ids = listed(row["id"] for row in rows)
        self.db.run(f"DELETE FROM {table} WHERE id {AMONG}", (row_ids,))
        return len(rows)

    def record(self, changes: Iterable[Row]) -> None:
        """Keep changes (table, row, subject, before, after) that were made otherwise."""
        rows = [
            (self._step_id(), table, row_id, subject or "", *sides)
            for table, row_id, subject, *sides in changes
        ]
        sql = """INSERT INTO journal_changes (step_id, table_name, row_id, subject, before, after)
            VALUES (?, ?, ?, ?, ?, ?)"""
        self.db.many(sql, rows)

    def _step_id(self) -> int:
        if not self._step:
            self._step = self.write_step(self._label)
        return self._step

    def write_step(
        self, label: str, kind: str = "do", target: int | None = None, tops: Row = (None, 0)
    ) -> int:
        """Start a step of the journal; `tops` are what undo and redo would take next (None: itself)."""
        self.touch()
        sql = """INSERT INTO journal_steps (at, actor, label, kind, target, undo_top, redo_top)
            VALUES (?, ?, ?, ?, ?, ?, ?)"""
        cursor = self.db.run(sql, (now(), self.actor, label, kind, target, *tops))
        return int(cursor.lastrowid or 0)

    def amend(self, table: str, row_id: int, values: Values, seconds: float) -> bool:
        """Let the last step grow if all it did was to this row, lately and by the same person.

        Typing a note saves it every second; this keeps that one step to undo.
        """
        last = self.db.one("SELECT id, at, actor, kind FROM journal_steps ORDER BY id DESC LIMIT 1")
        if last is None or self._step or last[2:] != (self.actor, "do") or not _is_recent(last[1], seconds):
            return False
        changes = self.db.rows(
            "SELECT id, table_name, row_id, after FROM journal_changes WHERE step_id = ? LIMIT 2", last[:1]
        )
        if len(changes) != 1 or changes[0][1:3] != (table, row_id) or changes[0][3] is None:
            return False
        from json import loads

        after = _json({**loads(changes[0][3]), **values})
        assignments = ", ".join(f"{column} = ?" for column in values)
        self.db.run(f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), row_id))
        self.db.run("UPDATE journal_changes SET after = ? WHERE id = ?", (after, changes[0][0]))
        self.db.run("UPDATE journal_steps SET at = ? WHERE id = ?", (now(), last[0]))
        self.touch()
        return True


def _change(table: str, row: Row, values: Values) -> Row:
    before = {column: old for (column, new), old in zip(values.items(), row[2:], strict=True) if old != new}
    after = {column: values[column] for column in before}
    return (table, row[0], row[1], _json(before), _json(after))


def _is_recent(at: str, seconds: float) -> bool:
    age = datetime.now(UTC) - datetime.fromisoformat(at)
    return 0 <= age.total_seconds() <= seconds


def put_row(connection: Connection, table: str, values: Values) -> None:
    """Write a row back as the journal kept it; without what it belongs to, it stays away."""
    columns = ", ".join(values)
    marks = ", ".join("?" * len(values))
    try:
        connection.raw.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))
    except sqlite3.IntegrityError:
        return
