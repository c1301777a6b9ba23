"""Undo, redo and history, out of the append-only journal; all of it survives a restart.

Undoing writes a step of its own (kind "undo", with its target), so nothing is ever taken out of the journal.
Each step names the steps that undo and redo would take next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from json import loads
from typing import Any

from reader.store.connection import Row
from reader.store.steps import Ledger, put_row


@dataclass(frozen=True, slots=True)
class Change:
    """What one row was before and after; `before` is None for what was made, `after` for what was removed."""

    table: str
    subject: str
    """The uid of the article, quote, note, source or tag that it is about."""
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the journal."""

    id: int
    at: str
    actor: str
    label: str
    kind: str
    """do, undo or redo."""
    undone: bool
    """Whether the step is undone at present."""
    count: int
    """Number of rows it changed."""
    changes: tuple[Change, ...] = ()
    """Only filled when the entries of one uid are asked for."""


class Journal:
    """What was done to the library, by whom, and the way back."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._db = ledger.db

    def undo(self) -> str:
        """Undo the last step; returns its label, "" where nothing is left to undo."""
        with self._ledger.step("Undo"):
            state = self._state()
            target = self._with_changes(state[0])
            if not target:
                return ""
            for change in reversed(self._changes(target)):
                self._restore(change, side="before")
            step = self._ledger.write_step(self._label(target), "undo", target, (self._below(target), 0))
            self._db.run("UPDATE journal_steps SET redo_top = ? WHERE id = ?", (step, step))
            return self._label(target)

    def redo(self) -> str:
        """Do the step undone last once more; returns its label, "" where nothing is left to redo."""
        with self._ledger.step("Redo"):
            undo_step = self._state()[1]
            if not undo_step:
                return ""
            target = self._db.value("SELECT target FROM journal_steps WHERE id = ?", (undo_step,))
            for change in self._changes(target):
                self._restore(change, side="after")
            tops = (target, self._redo_top_before(undo_step))
            self._ledger.write_step(self._label(target), "redo", target, tops)
            return self._label(target)

    def next_undo(self) -> str:
        """Label of the step that `undo` would take back."""
        return self._label(self._with_changes(self._state()[0]))

    def next_redo(self) -> str:
        """Label of the step that `redo` would do again."""
        undo_step = self._state()[1]
        return self._label(undo_step) if undo_step else ""

    def entries(self, limit: int = 100, uid: str = "") -> list[Entry]:
        """The latest steps, newest first; with `uid`, those that changed that thing, and how."""
        where: str
        parameters: Row
        where, parameters = "", (limit,)
        if uid:
            where = "WHERE coalesce(target, s.id) IN (SELECT step_id FROM journal_changes WHERE subject = ?)"
            parameters = (uid, limit)
        sql = f"""SELECT s.id, at, actor, label, kind, coalesce(target, s.id),
            (SELECT kind FROM journal_steps l WHERE l.target = s.id ORDER BY l.id DESC LIMIT 1) IS 'undo',
            (SELECT count(*) FROM journal_changes WHERE step_id = coalesce(target, s.id))
            FROM journal_steps s {where} ORDER BY s.id DESC LIMIT ?"""
        return [self._entry(row, uid) for row in self._db.rows(sql, parameters)]

    def _entry(self, row: Row, uid: str) -> Entry:
        number, at, actor, label, kind, origin, undone, count = row
        changes = tuple(self._told(origin, uid, backwards=kind == "undo")) if uid else ()
        return Entry(number, at, actor, label, kind, bool(undone), count, changes)

    def _told(self, step: int, uid: str, *, backwards: bool) -> Iterable[Change]:
        sql = """SELECT table_name, subject, before, after FROM journal_changes
            WHERE step_id = ? AND subject = ? ORDER BY id"""
        for table, subject, before, after in self._db.rows(sql, (step, uid)):
            sides = (after, before) if backwards else (before, after)
            yield Change(table, subject, *(loads(side) if side else None for side in sides))

    def _state(self) -> tuple[int, int]:
        sql = "SELECT coalesce(undo_top, id), redo_top FROM journal_steps ORDER BY id DESC LIMIT 1"
        row = self._db.one(sql)
        return (row[0], row[1]) if row else (0, 0)

    def _below(self, step: int) -> int:
        sql = "SELECT coalesce(undo_top, id) FROM journal_steps WHERE id < ? ORDER BY id DESC LIMIT 1"
        return self._db.value(sql, (step,)) or 0

    def _redo_top_before(self, step: int) -> int:
        sql = "SELECT redo_top FROM journal_steps WHERE id < ? ORDER BY id DESC LIMIT 1"
        return self._db.value(sql, (step,)) or 0

    def _with_changes(self, step: int) -> int:
        while step and not self._db.value("SELECT 1 FROM journal_changes WHERE step_id = ?", (step,)):
            step = self._below(step)  # what it changed has been removed for good
        return step

    def _label(self, step: int) -> str:
        return self._db.value("SELECT label FROM journal_steps WHERE id = ?", (step,)) or ""

    def _changes(self, step: int) -> list[Row]:
        sql = "SELECT table_name, row_id, before, after FROM journal_changes WHERE step_id = ? ORDER BY id"
        return self._db.rows(sql, (step,))

    def _restore(self, change: Row, *, side: str) -> None:
        table, row_id, *sides = change
        wanted, present = sides if side == "before" else sides[::-1]
        if wanted is None:
            self._db.run(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        elif present is None:
            put_row(self._db, table, {"id": row_id, **loads(wanted)})
        else:
            values = loads(wanted)
            assignments = ", ".join(f"{column} = ?" for column in values)
            self._db.run(f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), row_id))
