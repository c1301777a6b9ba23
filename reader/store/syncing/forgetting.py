"""Somebody who is forgotten, at the desk: out of our segments, and out of the libraries of the others.

What is told of them is the key of their entry, and the marks of what was called by their name: who has that
entry knows the names, and forgets them too; everybody leaves out what bears the marks (`sifting`).
"""

from collections.abc import Callable, Iterable, Mapping
from json import JSONEncoder, loads
from typing import Any

from reader.store.connection import Connection
from reader.store.steps import new_uid
from reader.store.syncing.kinds import BY_NAME, CALLED_BY_KEY
from reader.store.syncing.registers import write_of
from reader.store.syncing.shapes import Kind
from reader.store.syncing.sifting import renew_segments

Cover = Callable[[str, str, Any], Any]
"""What a column of a table says, without the person."""

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def forget_at_desk(db: Connection, source_id: int, cover: Cover) -> None:
    """Have the next sync say that a source is forgotten, and write all segments of this library anew.

    What others wrote beside what stands is covered as the rows are. To be called before the source's row
    goes; `names` must be known to the connection.
    """
    if not db.value("SELECT 1 FROM sync_desk"):
        return
    marks = _take_out(db, cover)
    row = db.one("SELECT key, writes FROM sync_things WHERE kind = 'source' AND row_id = ?", (source_id,))
    if row is None and marks:  # an entry of which the desk knows nothing, or none
        row = (new_uid(), "{}")
        db.run("INSERT INTO sync_things (kind, key, writes) VALUES ('source', ?, ?)", row)
    if row is not None:
        gone = sorted(marks.union(loads(row[1]).get("gone", ())))
        sql = """UPDATE sync_things SET row_id = NULL, is_waiting = 0, writes = ?
            WHERE kind = 'source' AND key = ?"""
        db.run(sql, (_json({"forgotten": 1, "gone": gone}), row[0]))
    db.run("DELETE FROM sync_conflicts WHERE names(said)")
    renew_segments(db)


def _take_out(db: Connection, cover: Cover) -> set[str]:
    """Take the person out of all things; the marks of the writes that are gone."""
    marks: set[str] = set()
    for kind, key, writes in db.rows("SELECT kind, key, writes FROM sync_things WHERE names(writes, 1)"):
        stored = loads(writes)
        marks |= _marks_of(_take_off(stored, cover))
        values = (_covered(BY_NAME[kind], stored, cover), kind, key)
        db.run("UPDATE sync_things SET writes = ? WHERE kind = ? AND key = ?", values)
    for kind in CALLED_BY_KEY:
        named = "FROM sync_things WHERE kind = ? AND names(key, 1)"
        for stored in map(loads, db.column(f"SELECT writes {named}", (kind.name,))):
            marks |= _marks_of([*stored.get("fields", {}).values(), stored.get("removals", [])])
        db.run(f"DELETE {named}", (kind.name,))
    return marks


def _marks_of(registers: Iterable[list[Any]]) -> set[str]:
    return {mark for register in registers for write in register for mark in write_of(write).marks}


def _take_off(stored: dict[str, Any], cover: Cover) -> list[list[Any]]:
    """Take off a thing what hangs on it and bears the name; the registers that went."""
    went = []
    for part in ("fields", "digests"):
        # what others go by too stays theirs, as it does in their rows
        hanging = [one for one in stored.get(part, {}) if "/" in one and not one.startswith("names/")]
        named = [one for one in hanging if cover("tags", "path", one) != one]
        for name in named:
            register = stored[part].pop(name)
            if part == "fields":
                went.append(register)
    return went


def _covered(kind: Kind, stored: dict[str, Any], cover: Cover) -> str:
    """A thing with the person covered in its words."""
    for register in stored.get("fields", {}).values():
        for write in register:
            if isinstance(write[3], Mapping):
                write[3] = {column: cover(kind.table, column, value) for column, value in write[3].items()}
    return _json(stored)
