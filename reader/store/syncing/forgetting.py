"""Somebody who is forgotten, at the desk: out of our segments, and out of the libraries of the others.

What is told of them is the key of their entry alone: who has that entry knows the names, and forgets them
too.
"""

from collections.abc import Callable, Mapping
from json import JSONEncoder, loads
from typing import Any

from reader.store.connection import Connection
from reader.store.syncing.kinds import BY_NAME, Kind

Cover = Callable[[str, str, Any], Any]
"""What a column of a table says, without the person."""

_TOLD = ("tag", "dismissed")
"""Kinds whose key is a name."""


def forget_at_desk(db: Connection, source_id: int, cover: Cover) -> None:
    """Have the next sync say that a source is forgotten, and write all segments of this library anew.

    What others wrote beside what stands is covered as the rows are. To be called before the source's row
    goes; `names` must be known to the connection.
    """
    if not db.value("SELECT 1 FROM sync_desk"):
        return
    sql = """UPDATE sync_things SET row_id = NULL, is_waiting = 0, writes = '{"forgotten":1}'
        WHERE kind = 'source' AND row_id = ?"""
    db.run(sql, (source_id,))
    for kind in _TOLD:
        db.run("DELETE FROM sync_things WHERE kind = ? AND names(key, 1)", (kind,))
    db.run("DELETE FROM sync_conflicts WHERE names(said)")
    for kind, key, writes in db.rows("SELECT kind, key, writes FROM sync_things WHERE names(writes, 1)"):
        values = (_covered(BY_NAME[kind], loads(writes), cover), kind, key)
        db.run("UPDATE sync_things SET writes = ? WHERE kind = ? AND key = ?", values)
    db.run(
        "UPDATE sync_segments SET digest = '' WHERE is_taken AND library = (SELECT library FROM sync_desk)"
    )


def _covered(kind: Kind, stored: dict[str, Any], cover: Cover) -> str:
    """A thing without the person: what hangs on it and bears the name goes, other words are covered."""
    for part in ("fields", "digests"):
        # what others go by too stays theirs, as it does in their rows
        hanging = [one for one in stored.get(part, {}) if "/" in one and not one.startswith("names/")]
        named = [one for one in hanging if cover("tags", "path", one) != one]
        for name in named:
            del stored[part][name]
    for register in stored.get("fields", {}).values():
        for write in register:
            if isinstance(write[3], Mapping):
                write[3] = {column: cover(kind.table, column, value) for column, value in write[3].items()}
    return JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode(stored)
