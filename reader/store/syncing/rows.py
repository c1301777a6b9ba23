"""What the rows of a library say, in fields that every library understands: keys in the place of numbers."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from json import JSONEncoder
from typing import Any

from reader.store.connection import Connection
from reader.store.steps import AMONG, listed
from reader.store.syncing.keys import Keys
from reader.store.syncing.kinds import KINDS, REFERENCES
from reader.store.syncing.shapes import Hanging, Kind

Fields = dict[str, dict[str, Any]]
"""What a thing says: of each field its columns."""
_json = JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_THERE = {"set": 1}
_GONE = {"set": 0}


def digest(values: Mapping[str, Any]) -> str:
    """A few letters that are others where a field says something else."""
    return blake2b(_json(values).encode(errors="surrogatepass"), digest_size=6).hexdigest()


class Rows:
    """Reads the rows of things."""

    def __init__(self, db: Connection, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    @cached_property
    def defaults(self) -> dict[str, Fields]:
        """What fields say of which nothing was ever written, by kind; obligatory ones are not among them."""
        return {kind.name: self._defaults(kind) for kind in KINDS}

    @cached_property
    def obligatory(self) -> dict[str, tuple[str, ...]]:
        """The fields without which a thing cannot be, by kind."""
        return {
            kind.name: tuple(
                field.name for field in kind.fields if field.name not in self.defaults[kind.name]
            )
            for kind in KINDS
        }

    def _defaults(self, kind: Kind) -> Fields:
        rows = self._db.rows('SELECT name, dflt_value, "notnull" FROM pragma_table_info(?)', (kind.table,))
        said = {name: self._db.value(f"SELECT {value or 'NULL'}") for name, value, _ in rows}
        needed = {name for name, value, is_needed in rows if is_needed and value is None}
        said["in"] = ""
        return {
            field.name: {column: said[column] for column in field.columns}
            for field in kind.fields
            if not field.is_fixed and not needed.intersection(field.columns)
        }

    def default(self, kind: Kind, field: str) -> dict[str, Any] | None:
        """What a field says where nothing was written, None where it must be."""
        if "/" in field:
            return _GONE
        return self.defaults[kind.name].get(field)

    def read(self, kind: Kind, row_ids: Iterable[int]) -> dict[int, Fields]:
        """What the rows of a kind say, those that are there."""
        wanted = list(row_ids)
        columns = [column for column in kind.columns if column != "in"]
        extra = f", {kind.parent_column} AS _parent" if kind.parent else ""
        selected = f"id AS _id{extra}, {', '.join(columns)}{_text_of(kind)}"
        sql = f"SELECT {selected} FROM {kind.table} t WHERE id {AMONG}"
        found: dict[int, Fields] = {}
        for row in self._db.named(sql, (listed(wanted),)):
            self._name_things(row)
            if "in" in kind.columns:
                text = _stands_in(kind, row)
                row["in"] = self._keys.text(text) if text else ""
            found[row["_id"]] = {
                field.name: {column: row[column] for column in field.columns} for field in kind.fields
            }
        for hanging in kind.hanging:
            self._hang(hanging, found)
        return found

    def _name_things(self, row: dict[str, Any]) -> None:
        for column, kind in REFERENCES.items():
            if row.get(column) and column.endswith("_id"):
                row[column] = self._keys.named(kind, row[column])
            elif row.get(column):
                row[column] = self._keys.of_uid(kind, row[column])

    def _hang(self, hanging: Hanging, found: dict[int, Fields]) -> None:
        name = "name" if hanging.prefix != "tags" else "(SELECT name FROM tags WHERE tags.id = tag_id)"
        value = hanging.value or "1"
        sql = f"SELECT {hanging.owner}, {name}, {value} FROM {hanging.table} WHERE {hanging.owner} {AMONG}"
        for owner, name, said in self._db.rows(sql, (listed(found),)):
            found[owner][f"{hanging.prefix}/{name}"] = {"set": said}


def _text_of(kind: Kind) -> str:
    """What more is selected to know in which text something stands."""
    if kind.name == "article":
        return ", (SELECT v.id FROM versions v WHERE article_id = t.id AND number = t.version) AS _now"
    if kind.name == "quote":
        return f", {_VERSION.format('t.version')} AS _old, {_VERSION.format(_CURRENT)} AS _now"
    return f", {_VERSION.format(_CURRENT)} AS _now" if kind.name == "note" else ""


_VERSION = "(SELECT v.id FROM versions v WHERE v.article_id = t.article_id AND v.number = {})"
_CURRENT = "(SELECT a.version FROM articles a WHERE a.id = t.article_id)"


def _stands_in(kind: Kind, row: Mapping[str, Any]) -> int:
    """The text that an article shows, or that a quote or a note stands in; 0 where it stands in none."""
    if kind.name == "quote" and row["anchor"] == "orphan":
        return row["_old"] or 0
    return row["_now"] or 0 if kind.name == "article" or row["start_at"] is not None else 0
