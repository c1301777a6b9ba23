"""The tags of things, for lists and for the things themselves."""

from collections.abc import Sequence
from typing import Literal

from reader.store.connection import Connection
from reader.store.steps import AMONG, listed

Tagged = Literal["article_id", "quote_id", "note_id", "memo_id"]
"""The column that says what is tagged."""


def table_of(column: Tagged) -> str:
    """The table that has a column of what is tagged."""
    return "memo_taggings" if column == "memo_id" else "taggings"


def tags_of(connection: Connection, column: Tagged, ids: Sequence[int]) -> list[tuple[str, ...]]:
    """The paths of the tags of each of `ids`, sorted."""
    sql = f"""SELECT {column}, name FROM {table_of(column)} JOIN tags ON tags.id = tag_id
        WHERE {column} {AMONG} ORDER BY name"""
    tags: dict[int, tuple[str, ...]] = {}
    for number, name in connection.rows(sql, (listed(ids),)):
        tags[number] = (*tags.get(number, ()), name)
    return [tags.get(number, ()) for number in ids]


def common_tags(connection: Connection, column: Tagged, ids: Sequence[int]) -> tuple[str, ...]:
    """The paths of the tags that all of `ids` have, sorted: found without reading a million rows."""
    of_first = [name for tags in tags_of(connection, column, ids[:1]) for name in tags]
    if len(ids) < 2 or not of_first:
        return tuple(of_first)
    named = ", ".join("?" * len(of_first))
    sql = f"""SELECT name FROM tags JOIN {table_of(column)} ON tags.id = tag_id
        WHERE name IN ({named}) AND {column} {AMONG} GROUP BY name HAVING count(*) = ? ORDER BY name"""
    return tuple(connection.column(sql, (*of_first, listed(ids), len(ids))))
