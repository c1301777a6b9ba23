"""Notes: what a person writes about a span, a quote or an article."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.errors import NotFoundError, StoreError
from reader.i18n import _, ngettext
from reader.models import Anchor, Note, NoteRow
from reader.store.columns import Use, values_of
from reader.store.note_lists import listed_notes
from reader.store.records import NOTE, current_text, note_fields, place_values
from reader.store.steps import AMONG, Recorder, listed, new_uid, now
from reader.store.taggings import tags_of

_ONE_SITTING = 300.0
"""Seconds within which saves of the same note are one step to undo: an editor saves while one types."""
_NOWHERE = {"start_at": None, "end_at": None, "exact": "", "prefix": "", "suffix": ""}
"""The place of a note on the whole article or a quote."""


class Notes:
    """The notes of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def of(self, article_id: int) -> list[Note]:
        """The notes of an article: on the whole of it first, then in the order of the text."""
        return self._where("article_id = ? ORDER BY start_at, id", article_id)

    def on(self, quote_id: int) -> list[Note]:
        """The notes on a quote."""
        return self._where("quote_id = ? ORDER BY id", quote_id)

    def listed(self, wanted: str = "", order: str = "newest") -> list[NoteRow]:
        """All notes outside the trash that hold the words `wanted`, in one of `NOTE_ORDERS`."""
        return listed_notes(self._db, wanted, order)

    def get(self, note_id: int) -> Note:
        """One note."""
        found = self._where("id = ?", note_id)
        if not found:
            raise NotFoundError(
                _("There is no note number {note_id} in the library.").format(note_id=note_id)
            )
        return found[0]

    def _where(self, condition: str, value: int) -> list[Note]:
        rows = self._db.rows(f"SELECT {NOTE.selected} FROM notes WHERE {condition}", (value,))
        table = note_fields(rows)
        table["tags"] = tags_of(self._db, "note_id", table["id"])
        return values_of(Note, table)

    def save(self, note: Note) -> Note:
        """Store a new note (`id` 0) or a changed one; saves in one sitting are one step to undo."""
        values = {**self._place(note), **NOTE.stored(note, Use.EDITED), "modified": now()}
        with self._recorder.step(_("Write a note")):
            return self.get(self._change(note, values) if note.id else self._insert(note, values))

    def take(self, note: Note) -> Note:
        """Store a note that was made elsewhere, with its times and who made it; an orphan keeps its words."""
        is_lost = note.anchor is Anchor.ORPHAN
        values = {
            **({**_NOWHERE, "exact": note.exact} if is_lost else self._place(note)),
            **NOTE.stored(note, Use.EDITED),
            "anchor": str(note.anchor),
            "origin": note.origin,
            "modified": note.modified or note.created or now(),
        }
        with self._recorder.step(_("Import a note")):
            free = replace(note, uid=note.uid if note.uid and not self._id_of(note.uid) else "")
            return self.get(self._insert(free, values))

    def _id_of(self, uid: str) -> int:
        return self._db.value("SELECT id FROM notes WHERE uid = ?", (uid,)) or 0

    def _insert(self, note: Note, values: dict[str, Any]) -> int:
        made = {"uid": note.uid or new_uid(), "article_id": note.article_id, "created": note.created or now()}
        return self._recorder.insert("notes", {**made, **values})

    def _change(self, note: Note, values: dict[str, Any]) -> int:
        stored = self.get(note.id)
        same = (stored.body, stored.quote_id, stored.span) == (note.body, note.quote_id, note.span)
        if not same and not self._recorder.amend("notes", note.id, values, _ONE_SITTING):
            self._recorder.update("notes", [note.id], values)
        return note.id

    def _place(self, note: Note) -> dict[str, Any]:
        if note.span is None:
            return _NOWHERE
        if note.anchor == "orphan":
            return {}
        text = current_text(self._db, note.article_id) or ""
        if not 0 <= note.span.start < note.span.end <= len(text):
            raise StoreError(_("The note's passage lies outside the text: select it again."))
        return place_values(note.span, text)

    def remove(self, ids: Iterable[int]) -> int:
        """Remove notes; returns how many there were."""
        ids = list(ids)
        label = ngettext("Remove a note", "Remove {count} notes", len(ids)).format(count=len(ids))
        with self._recorder.step(label):
            sql = f"SELECT id FROM taggings WHERE note_id {AMONG}"
            self._recorder.delete("taggings", self._db.column(sql, (listed(ids),)))
            return self._recorder.delete("notes", ids)
