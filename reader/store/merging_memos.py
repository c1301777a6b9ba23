"""Memos of another library; a part of merging."""

from collections.abc import Callable

from reader.models import Memo
from reader.store.columns import values_of
from reader.store.connection import Connection
from reader.store.memos import MEMO, Memos
from reader.store.taggings import Tagged


def take_memos(memos: Memos, other: Connection, tag: Callable[[Tagged, int, int], None]) -> int:
    """Take over the memos that are not here yet, with their tags, which `tag` puts; how many came."""
    table = MEMO.read(other.rows(f"SELECT {MEMO.selected} FROM memos ORDER BY id", ()))
    came = 0
    for theirs in values_of(Memo, table):
        if (stored := memos.take(theirs)) is not None:
            came += 1
            tag("memo_id", theirs.id, stored.id)
    return came
