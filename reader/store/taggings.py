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
