"""Somebody who is forgotten, at the desk: out of our segments, and out of the libraries of the others.

What is told of them is the key of their entry alone: who has that entry knows the names, and forgets them
too.
"""

from reader.store.connection import Connection

_TOLD = ("tag", "dismissed")
"""Kinds whose key is a name."""


def forget_at_desk(db: Connection, source_id: int) -> None:
    """Have the next sync say that a source is forgotten, and write all segments of this library anew.

    To be called before its row goes; `names` must be known to the connection.
    """
    if not db.value("SELECT 1 FROM sync_desk"):
        return
    sql = """UPDATE sync_things SET row_id = NULL, is_waiting = 0, writes = '{"forgotten":1}'
        WHERE kind = 'source' AND row_id = ?"""
    db.run(sql, (source_id,))
    for kind in _TOLD:
        db.run("DELETE FROM sync_things WHERE kind = ? AND names(key, 1)", (kind,))
    db.run("DELETE FROM sync_conflicts WHERE names(said)")
    db.run(
        "UPDATE sync_segments SET digest = '' WHERE is_taken AND library = (SELECT library FROM sync_desk)"
    )
