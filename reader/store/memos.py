"""Memos: notes on the library as a whole, or on a story by its name."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.errors import NotFoundError
from reader.i18n import _, ngettext
from reader.models import Memo
from reader.store.columns import Column, Columns, values_of
from reader.store.names import clean_name
from reader.store.steps import AMONG, Recorder, listed, new_uid, now
from reader.store.taggings import tags_of

_ONE_SITTING = 300.0
"""Seconds within which saves of the same memo are one step to undo: an editor saves while one types."""
MEMO = Columns(
    Column("id"),
    Column("uid"),
    Column("story"),
    Column("body"),
    Column("created"),
    Column("modified"),
    Column("origin"),
)
"""The fields of a `Memo`; tags are elsewhere."""


class Memos:
    """The memos of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def all(self) -> list[Memo]:
        """Every memo: those on the library first, then by story, each in the order written."""
        return self._where("1 ORDER BY story, id")

    def on(self, story: str) -> list[Memo]:
        """The memos on a story, "" for the library as a whole."""
        return self._where("story = ? ORDER BY id", " ".join(story.split()))

    def get(self, memo_id: int) -> Memo:
        """One memo."""
        if found := self._where("id = ?", memo_id):
            return found[0]
        raise NotFoundError(_("There is no memo number {memo_id} in the library.").format(memo_id=memo_id))

    def stories(self) -> list[str]:
        """The stories that memos are on."""
        return [str(story) for story in self._db.column(_STORIES)]

    def _where(self, condition: str, *values: object) -> list[Memo]:
        table = MEMO.read(self._db.rows(f"SELECT {MEMO.selected} FROM memos WHERE {condition}", values))
        return values_of(Memo, table | {"tags": tags_of(self._db, "memo_id", table["id"])})

    def save(self, memo: Memo) -> Memo:
        """Store a new memo (`id` 0) or a changed one; saves in one sitting are one step to undo."""
        story = clean_name(memo.story, "story") if memo.story.strip() else ""
        values = {"body": memo.body, "story": story, "modified": now()}
        with self._recorder.step(_("Write a memo")):
            return self.get(self._change(memo, values) if memo.id else self._insert(memo, values))

    def take(self, memo: Memo) -> Memo | None:
        """Store a memo that was made elsewhere, with its times and tags; None where it is here already."""
        if any(one.uid == memo.uid or _same(one, memo) for one in self.all()):
            return None
        story = clean_name(memo.story, "story") if memo.story.strip() else ""
        values = {"body": memo.body, "story": story, "origin": memo.origin}
        with self._recorder.step(_("Import a memo")):
            return self.get(self._insert(memo, values | {"modified": memo.modified or now()}))

    def _insert(self, memo: Memo, values: dict[str, Any]) -> int:
        made = {"uid": memo.uid or new_uid(), "created": memo.created or now()}
        return self._recorder.insert("memos", made | values)

    def _change(self, memo: Memo, values: dict[str, Any]) -> int:
        stored = self.get(memo.id)
        same = _same(replace(stored, body=values["body"], story=values["story"]), stored)
        if not same and not self._recorder.amend("memos", memo.id, values, _ONE_SITTING):
            self._recorder.update("memos", [memo.id], values)
        return memo.id

    def remove(self, ids: Iterable[int]) -> int:
        """Remove memos; returns how many there were."""
        ids = list(ids)
        label = ngettext("Remove a memo", "Remove {count} memos", len(ids)).format(count=len(ids))
        with self._recorder.step(label):
            sql = f"SELECT id FROM memo_taggings WHERE memo_id {AMONG}"
            self._recorder.delete("memo_taggings", self._db.column(sql, (listed(ids),)))
            return self._recorder.delete("memos", ids)


_STORIES = "SELECT DISTINCT story FROM memos WHERE story <> '' ORDER BY story"


def _same(one: Memo, other: Memo) -> bool:
    return (one.story, one.body) == (other.story, other.body)
