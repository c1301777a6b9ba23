"""Notes: what a person writes about a span, a quote or an article."""

from collections.abc import Iterable
from typing import Any

from reader.errors import NotFoundError, StoreError
from reader.models import Note
from reader.store.records import NOTE_COLUMNS, context_of, note_of
from reader.store.steps import AMONG, Ledger, listed, new_uid, now

_ONE_SITTING = 300.0
"""Seconds within which saves of the same note are one step to undo."""


class Notes:
    """The notes of a library."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._db = ledger.db

    def of(self, article_id: int) -> list[Note]:
        """The notes of an article: on the whole of it first, then in the order of the text."""
        return self._where("article_id = ? ORDER BY start_at, id", article_id)

    def on(self, quote_id: int) -> list[Note]:
        """The notes on a quote."""
        return self._where("quote_id = ? ORDER BY id", quote_id)

    def get(self, note_id: int) -> Note:
        """One note."""
        found = self._where("id = ?", note_id)
        if not found:
            raise NotFoundError(f"There is no note number {note_id} in the library.")
        return found[0]

    def _where(self, condition: str, value: int) -> list[Note]:
        rows = self._db.rows(f"SELECT {NOTE_COLUMNS} FROM notes WHERE {condition}", (value,))
        sql = f"""SELECT note_id, name FROM taggings JOIN tags ON tags.id = tag_id
            WHERE note_id {AMONG} ORDER BY name"""
        tags: dict[int, tuple[str, ...]] = {}
        for note_id, name in self._db.rows(sql, (listed(row[0] for row in rows),)):
            tags[note_id] = (*tags.get(note_id, ()), name)
        return [note_of(row, tags.get(row[0], ())) for row in rows]

    def save(self, note: Note) -> Note:
        """Store a new note (`id` 0) or a changed one; saves in one sitting are one step to undo."""
        values = {
            **self._place(note),
            "body": note.body,
            "quote_id": note.quote_id or None,
            "modified": now(),
        }
        with self._ledger.step("Write a note"):
            return self.get(self._change(note, values) if note.id else self._insert(note, values))

    def _insert(self, note: Note, values: dict[str, Any]) -> int:
        made = {"uid": note.uid or new_uid(), "article_id": note.article_id, "created": note.created or now()}
        return self._ledger.insert("notes", {**made, **values})

    def _change(self, note: Note, values: dict[str, Any]) -> int:
        stored = self.get(note.id)
        same = (stored.body, stored.quote_id, stored.span) == (note.body, note.quote_id, note.span)
        if not same and not self._ledger.amend("notes", note.id, values, _ONE_SITTING):
            self._ledger.update("notes", [note.id], values)
        return note.id

    def _place(self, note: Note) -> dict[str, Any]:
        if note.span is None:
            return {"start_at": None, "end_at": None, "exact": "", "prefix": "", "suffix": ""}
        if note.anchor == "orphan":
            return {}
        start, end = note.span
        sql = """SELECT text FROM versions JOIN articles ON articles.id = article_id AND number = version
            WHERE articles.id = ?"""
        text = self._db.value(sql, (note.article_id,)) or ""
        if not 0 <= start < end <= len(text):
            raise StoreError("The note's passage lies outside the text: select it again.")
        prefix, suffix = context_of(text, start, end)
        return {
            "start_at": start,
            "end_at": end,
            "exact": text[start:end],
            "prefix": prefix,
            "suffix": suffix,
        }

    def remove(self, ids: Iterable[int]) -> int:
        """Remove notes; returns how many there were."""
        ids = list(ids)
        with self._ledger.step("Remove a note" if len(ids) == 1 else f"Remove {len(ids)} notes"):
            sql = f"SELECT id FROM taggings WHERE note_id {AMONG}"
            self._ledger.delete("taggings", self._db.column(sql, (listed(ids),)))
            return self._ledger.delete("notes", ids)
