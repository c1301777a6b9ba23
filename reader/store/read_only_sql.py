"""Read-only SQL on the library, for the curious."""

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from reader.errors import StoreError
from reader.store.folding import folded
from reader.store.opening import connect_read_only

_ALLOWED = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_PRAGMA,
    }
)
_PRAGMAS = frozenset(
    {"table_info", "table_list", "index_list", "index_info", "foreign_key_list", "data_version"}
)


@dataclass(frozen=True, slots=True)
class Table:
    """What a query gave."""

    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]


def query(path: Path, sql: str) -> Table:
    """The result of one SELECT; nothing can be changed by it. Raises StoreError with SQLite's own words."""
    with contextlib.closing(connect_read_only(path)) as raw:
        raw.create_function("fold", 1, folded, deterministic=True)
        raw.execute("PRAGMA query_only = ON")
        try:
            _connect_indexes(raw)
            raw.set_authorizer(_authorise)
            cursor = raw.execute(sql)
            columns = tuple(column[0] for column in cursor.description or ())
            return Table(columns, cursor.fetchall())
        except sqlite3.DatabaseError as error:
            if "authorized" in str(error) or "prohibited" in str(error) or "readonly" in str(error):
                raise StoreError("Only reading is allowed here: begin with SELECT.") from error
            raise StoreError(f"SQL: {error}.") from error
        except (sqlite3.Warning, sqlite3.ProgrammingError) as error:
            raise StoreError(f"SQL: {error}") from error


def _connect_indexes(raw: sqlite3.Connection) -> None:
    """Load the search indexes: what FTS5 does for that once would not be allowed afterwards."""
    sql = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    for (name,) in raw.execute(sql).fetchall():
        raw.execute(f'SELECT 1 FROM "{name}" LIMIT 0')


def _authorise(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action not in _ALLOWED:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and (first not in _PRAGMAS):
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and second == "load_extension":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK
