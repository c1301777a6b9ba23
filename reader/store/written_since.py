"""What others wrote of a row after a step of one's own, which undo leaves: it takes back nobody else's words.

A sync writes its changes aside (see `steps`), so the journal knows which they were.
"""

from collections.abc import Iterator, Mapping
from json import loads
from typing import Any

from reader.store.connection import Connection, Values

_WITH = {
    "articles": {"title_key": "title", "version": "text", "hash": "text", "words": "text"},
    "quotes": {"version": "place"},
}
"""Columns that go along in no field, and follow from one."""


def others_wrote(db: Connection, step: int) -> bool:
    """Whether anything came from others after a step."""
    sql = "SELECT 1 FROM journal_steps WHERE id > ? AND kind = 'do' AND undo_top IS NOT NULL LIMIT 1"
    return db.value(sql, (step,)) is not None


def own_alone(db: Connection, step: int, change: Values, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the `wanted` columns of a row that nobody else wrote after a step of one's own."""
    theirs = {_field(change["table_name"], name) for name in _columns(db, step, change)}
    return {name: value for name, value in wanted.items() if _field(change["table_name"], name) not in theirs}


def is_built_on(db: Connection, step: int, change: Values) -> bool:
    """Whether others wrote of what a row is after the step that made it."""
    return any(True for _ in _changes(db, step, change, "(subject <> '' AND subject = :subject)"))


def _columns(db: Connection, step: int, change: Values) -> Iterator[str]:
    for before, after in _changes(db, step, change, "(table_name = :table AND row_id = :row)"):
        yield from loads(after or before or "{}")


def _changes(db: Connection, step: int, change: Values, which: str) -> list[tuple[Any, ...]]:
    sql = f"""SELECT before, after FROM journal_changes c JOIN journal_steps s ON s.id = step_id
        WHERE s.id > :step AND s.kind = 'do' AND s.undo_top IS NOT NULL AND {which}"""
    values = {"step": step, "table": change["table_name"], "row": change["row_id"]}
    return db.rows(sql, {**values, "subject": change["subject"]})


def _field(table: str, column: str) -> str:
    """The field that a column belongs to, with which it is changed."""
    from reader.store.syncing.kinds import KINDS  # few libraries are in step with others

    for kind in KINDS:
        for field in kind.fields if kind.table == table else ():
            if column in field.columns:
                return field.name
    return _WITH.get(table, {}).get(column, column)
