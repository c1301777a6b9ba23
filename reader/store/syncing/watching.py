"""Notes which rows change, from the first sync on: triggers that only a library has which is kept in step.

They see what undo does, what other programs write and what goes with a row that is deleted. Their text is
kept, so that a newer version which watches more makes them anew.
"""

from collections.abc import Iterator

from reader.store.connection import Connection
from reader.store.syncing.kinds import KINDS
from reader.store.syncing.shapes import Kind

_BEGINNING = "sync_sees_"
_CHANGED = """INSERT INTO sync_changed SELECT '{kind}', {row}
    WHERE NOT EXISTS (SELECT 1 FROM sync_changed WHERE kind = '{kind}' AND row_id = {row});"""
"""Not OR IGNORE: what the statement says that wakes a trigger counts in it too."""
_CHANGED_WITH = """INSERT INTO sync_changed SELECT '{kind}', {row} FROM {table} t WHERE {condition}
    AND NOT EXISTS (SELECT 1 FROM sync_changed WHERE kind = '{kind}' AND row_id = {row});"""


def watch(db: Connection) -> bool:
    """Watch what changes; returns whether nothing could have escaped since the last sync."""
    wanted = "\n".join(_triggers())
    kept = db.value("SELECT watched FROM sync_desk")
    names = db.column(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB ?", (f"{_BEGINNING}*",)
    )
    if kept == wanted and len(names) == wanted.count("CREATE TRIGGER"):
        return True
    unwatch(db)
    for trigger in _triggers():
        db.run(trigger)
    db.run("UPDATE sync_desk SET watched = ?", (wanted,))
    return False


def unwatch(db: Connection) -> None:
    """Watch nothing any more."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB ?"
    for name in db.column(sql, (f"{_BEGINNING}*",)):
        db.run(f"DROP TRIGGER {name}")


def _triggers() -> Iterator[str]:
    for kind in KINDS:
        yield from _of_kind(kind)
        for hanging in kind.hanging:
            for event, side in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
                condition = f"{side}.{hanging.owner} IS NOT NULL"
                body = _CHANGED.format(kind=kind.name, row=f"{side}.{hanging.owner}")
                name = f"{_BEGINNING}{hanging.table}_{kind.name}_{event.lower()}"
                when = f"AFTER {event} ON {hanging.table} WHEN {condition}"
                yield f"CREATE TRIGGER {name} {when} BEGIN {body} END"


def _of_kind(kind: Kind) -> Iterator[str]:
    table = kind.table
    columns = [column for column in kind.columns if column != "in"]
    columns += ["version"] if kind.name in ("article", "quote") else []
    for event, side in (("INSERT", "new"), (f"UPDATE OF {', '.join(columns)}", "new"), ("DELETE", "old")):
        name = f"{_BEGINNING}{table}_{event.split()[0].lower()}"
        body = _CHANGED.format(kind=kind.name, row=f"{side}.id")
        yield f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {body} END"
    if kind.name == "article":
        # what stands in a text stands in another one now
        body = "".join(
            _CHANGED_WITH.format(kind=one, row="t.id", table=f"{one}s", condition="t.article_id = new.id")
            for one in ("quote", "note")
        )
        yield f"CREATE TRIGGER {_BEGINNING}newer_text AFTER UPDATE OF version ON articles BEGIN {body} END"
    if kind.name == "tag":
        body = "".join(
            _CHANGED_WITH.format(
                kind=one,
                row=f"t.{column}",
                table=table,
                condition=f"t.tag_id = new.id AND t.{column} IS NOT NULL",
            )
            for one, column, table in _TAGGED
        )
        yield f"CREATE TRIGGER {_BEGINNING}renamed_tag AFTER UPDATE OF name ON tags BEGIN {body} END"


_TAGGED = (
    ("article", "article_id", "taggings"),
    ("quote", "quote_id", "taggings"),
    ("note", "note_id", "taggings"),
    ("memo", "memo_id", "memo_taggings"),
)
