"""Undo, redo and history, out of the append-only journal; all of it survives a restart.

Undoing writes a step of its own (kind "undo", with its target), so nothing is ever taken out of the journal.
Each step names the steps that undo and redo would take next.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import loads
from typing import Any, Literal, NamedTuple

from reader.i18n import _
from reader.store.columns import FLAG, Column, Columns, values_of
from reader.store.connection import Row, Values
from reader.store.own_steps import is_of_another
from reader.store.steps import Recorder, assignments, put_row
from reader.store.written_since import is_built_on, others_wrote, own_alone

LEFT = _(" – but not what others wrote in its place since")
"""Stands behind the label of a step that was undone, or done again, in part."""
Side = Literal["before", "after"]


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


_ENTRY = Columns(
    Column("s.id"),
    Column("at"),
    Column("actor"),
    Column("label"),
    Column("kind"),
    Column("coalesce(target, s.id)", field="done_by"),
    Column(
        "(SELECT kind FROM journal_steps l WHERE l.target = s.id ORDER BY l.id DESC LIMIT 1) IS 'undo'",
        FLAG,
        field="undone",
    ),
    Column("(SELECT count(*) FROM journal_changes WHERE step_id = coalesce(target, s.id))", field="count"),
)
"""The fields of an `Entry`, and the step that `done_by` is: the one that changed the rows first."""


class _Next(NamedTuple):
    """The steps that undo and redo would take next, 0 for none."""

    undo: int = 0
    redo: int = 0


class Journal:
    """What was done to the library, by whom, and the way back."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def undo(self) -> str:
        """Undo the last step; returns its label, "" where nothing is left to undo.

        What others wrote in its place since, by a sync, stays, and the label says so.
        """
        with self._recorder.step(_("Undo")):
            target = self._with_changes(self._next().undo)
            if not target:
                return ""
            whole = self._restore_all(reversed(self._changes(target)), "before", target)
            step = self._recorder.write_step(self._label(target), "undo", target, (self._below(target), 0))
            self._db.run("UPDATE journal_steps SET redo_top = ? WHERE id = ?", (step, step))
            return self._label(target) + ("" if whole else LEFT)

    def of_another(self) -> tuple[int, str, str]:
        """The step that undo would take, who did it, and what, where another program did it; else 0."""
        step = self._with_changes(self._next().undo)
        row = self._db.one("SELECT at, actor, label FROM journal_steps WHERE id = ?", (step,))
        if row is None or not is_of_another(self._db.path, step, row[0]):
            return 0, "", ""
        return step, row[1], row[2]

    def redo(self) -> str:
        """Do the step undone last once more; returns its label, "" where nothing is left to redo."""
        with self._recorder.step(_("Redo")):
            undo_step = self._next().redo
            if not undo_step:
                return ""
            target = self._db.value("SELECT target FROM journal_steps WHERE id = ?", (undo_step,))
            whole = self._restore_all(self._changes(target), "after", target)
            tops = (target, self._redo_top_before(undo_step))
            self._recorder.write_step(self._label(target), "redo", target, tops)
            return self._label(target) + ("" if whole else LEFT)

    def entries(self, limit: int = 100, uid: str = "") -> list[Entry]:
        """The latest steps, newest first; with `uid`, those that changed that thing, and how."""
        where: str
        parameters: Row
        where, parameters = "", (limit,)
        if uid:
            where = "WHERE coalesce(target, s.id) IN (SELECT step_id FROM journal_changes WHERE subject = ?)"
            parameters = (uid, limit)
        sql = f"SELECT {_ENTRY.selected} FROM journal_steps s {where} ORDER BY s.id DESC LIMIT ?"
        table = _ENTRY.read(self._db.rows(sql, parameters))
        steps = list(zip(table.pop("done_by"), table["kind"], strict=True))
        if uid:
            table["changes"] = [
                tuple(self._changes_of(uid, step, backwards=kind == "undo")) for step, kind in steps
            ]
        return values_of(Entry, table)

    def _changes_of(self, uid: str, step: int, *, backwards: bool) -> Iterator[Change]:
        """What a step did to a thing; an undoing takes it the other way."""
        sql = """SELECT table_name, before, after FROM journal_changes
            WHERE step_id = ? AND subject = ? ORDER BY id"""
        for table, *sides in self._db.rows(sql, (step, uid)):
            before, after = (loads(side) if side else None for side in sides)
            yield Change(table, uid, after, before) if backwards else Change(table, uid, before, after)

    def _next(self) -> "_Next":
        sql = "SELECT coalesce(undo_top, id), redo_top FROM journal_steps ORDER BY id DESC LIMIT 1"
        row = self._db.one(sql)
        return _Next(*row) if row else _Next()

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

    def _changes(self, step: int) -> list[dict[str, Any]]:
        sql = """SELECT table_name, row_id, subject, before, after FROM journal_changes
            WHERE step_id = ? ORDER BY id"""
        return self._db.named(sql, (step,))

    def _restore_all(self, changes: Iterable[Values], side: Side, since: int) -> bool:
        """Put rows back as they were; whether all of it, since what others wrote after a step stays."""
        theirs = since if others_wrote(self._db, since) else None
        left = [change for change in changes if not self._restore(change, side, theirs)]
        return not left

    def _restore(self, change: Values, side: Side, since: int | None) -> bool:
        table, row_id, wanted = change["table_name"], change["row_id"], change[side]
        present = change["after" if side == "before" else "before"]
        if wanted is None:
            if since is not None and is_built_on(self._db, since, change):
                return False
            self._db.run(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        elif present is None:
            put_row(self._db, table, {"id": row_id, **loads(wanted)})
        else:
            values = whole = loads(wanted)
            if since is not None:
                values = own_alone(self._db, since, change, whole)
            if values:
                sql = f"UPDATE {table} SET {assignments(values)} WHERE id = ?"
                self._db.run(sql, (*values.values(), row_id))
            return len(values) == len(whole)
        return True
