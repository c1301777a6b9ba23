"""Take another library in: what is there already is recognised, both sides' work stays, one step undoes it.

Articles are the same by their uid or their text, sources by uid or name, tags by name, all else by uid. Where
both sides changed the same thing differently, this library's stays and the conflict is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.i18n import _
from reader.models import Anchor, Note, Quote, Status
from reader.store.adding import Intake
from reader.store.columns import values_of
from reader.store.connection import Connection
from reader.store.feeds import take_feeds
from reader.store.ledgers import take_ledgers
from reader.store.lost_quotes import version_with
from reader.store.memos import Memos
from reader.store.merging_memos import take_memos
from reader.store.merging_originals import OriginalsOfOthers
from reader.store.merging_people import People
from reader.store.merging_texts import TextsOfOthers
from reader.store.quotes import Quotes
from reader.store.records import (
    NOTE,
    QUOTE,
    Ground,
    current_ground,
    current_text,
    note_fields,
    place_values,
    quote_fields,
    quote_values,
    stored_spans,
)
from reader.store.steps import Recorder, new_uid

PlaceAgain = Callable[[str, str, Sequence[Quote], Sequence[Note]], tuple[list[Quote], list[Note]]]
"""Finds quotes and notes of an old text (first) in a new one (second)."""

_DECIDED = ("type", "spans", "status", "verification", "authorisation")
"""Columns in which two quotes that a person decided about differ."""
_OWN = ("id", "uid", "article_id", "source_id", "origin", "suggested_spans", "use", "description")
"""Columns that a quote keeps where the rest of it is taken from its like in the other library."""
_OF_QUOTE = ("evidence", "authorisations", "translations")


@dataclass(slots=True)
class Merged:
    """What a merge did."""

    new: int = 0
    """Articles that came in."""
    same: int = 0
    """Articles that were here already."""
    quotes: int = 0
    """Quotes that came in on those, or were changed."""
    notes: int = 0
    """Notes that came in on those."""
    conflicts: list[str] = field(default_factory=list)
    """What both sides changed differently, one sentence each."""
    feeds: int = 0
    """Feeds that came in; they are off until somebody turns them on."""
    joined: list[str] = field(default_factory=list)
    """Sources that were taken for one by their name, one sentence each."""
    filled: int = 0
    """Articles that were here already and of which more is known now: facts, an embargo, links, times."""
    spoken: list[int] = field(default_factory=list)
    """Articles here that are known now to have been spoken, so that their turns are their quotes."""
    memos: int = 0
    """Memos that came in."""


def orphaned(
    _: str, __: str, quotes: Sequence[Quote], notes: Sequence[Note]
) -> tuple[list[Quote], list[Note]]:
    """The `PlaceAgain` that finds nothing: everything comes in without a place, to be placed by hand."""
    lost = [replace(note, anchor=Anchor.ORPHAN) if note.span else note for note in notes]
    return [replace(quote, anchor=Anchor.ORPHAN) for quote in quotes], lost


class Merger:
    """Takes one library into another."""

    def __init__(self, recorder: Recorder, quotes: Quotes, other: Connection, place: PlaceAgain) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._quotes = quotes
        self._intake = Intake(recorder, quotes)
        self._other = other
        self._place = place
        self._done = Merged()
        self._people = People(recorder, other, self._done.conflicts)
        self._originals = OriginalsOfOthers(recorder, other)
        self._texts = TextsOfOthers(recorder, other, self._done.conflicts)

    def run(self, label: str) -> Merged:
        """Take everything in that is not in the other's trash."""
        with self._recorder.step(label):
            self._people.take_sources()
            for article_id in self._other.column("SELECT id FROM articles WHERE trashed = '' ORDER BY id"):
                self._article(self._row("articles", article_id))
            self._done.feeds = take_feeds(self._recorder, self._other)
            self._done.conflicts += take_ledgers(self._recorder, self._other)
            self._done.memos = take_memos(Memos(self._recorder), self._other, self._people.tag)
        self._done.joined += self._people.joined
        self._done.filled = len(self._texts.filled)
        return self._done

    def _row(self, table: str, row_id: int) -> dict[str, Any]:
        return self._other.named(f"SELECT * FROM {table} WHERE id = ?", (row_id,))[0]

    def _article(self, row: dict[str, Any]) -> None:
        sql = "SELECT id, hash, trashed, title FROM articles WHERE uid = ? OR hash = ? ORDER BY uid <> ?, id"
        ours = self._db.first(sql, (row["uid"], row["hash"], row["uid"]))
        if ours is None:
            self._done.new += 1
            self._new_article(row)
        elif ours["trashed"]:
            self._conflict(
                _("“{title}” is in the trash here: nothing of it was taken in.").format(title=ours["title"])
            )
        else:
            self._done.same += 1
            if self._texts.take(row["id"], ours["id"]):
                self._done.spoken.append(ours["id"])
            self._known_article(row, ours["id"], same_text=ours["hash"] == row["hash"])
            self._originals.take(row["id"], ours["id"])

    def _conflict(self, sentence: str) -> None:
        self._done.conflicts.append(sentence)

    def _rows_of(self, table: str, article_id: int) -> list[dict[str, Any]]:
        return self._other.named(f"SELECT * FROM {table} WHERE article_id = ? ORDER BY id", (article_id,))

    def _new_article(self, row: dict[str, Any]) -> None:
        article_id = self._intake.copy(row, self._rows_of("versions", row["id"]))
        for quote in self._rows_of("quotes", row["id"]):
            self._copy_quote(quote, article_id, {})
        for note in self._rows_of("notes", row["id"]):
            self._copy_note(note, article_id)
        self._people.tag("article_id", row["id"], article_id)
        self._originals.take(row["id"], article_id)

    def _known_article(self, row: dict[str, Any], article_id: int, *, same_text: bool) -> None:
        self._people.tag("article_id", row["id"], article_id)
        quotes = self._other.rows(f"SELECT {QUOTE.selected} FROM quotes WHERE article_id = ?", (row["id"],))
        notes = self._other.rows(f"SELECT {NOTE.selected} FROM notes WHERE article_id = ?", (row["id"],))
        theirs = values_of(Quote, quote_fields(quotes))
        written = values_of(Note, note_fields(notes))
        if not same_text:
            self._conflict(
                _("“{title}” has another text there: its quotes and notes were placed in this one.").format(
                    title=row["title"]
                )
            )
            theirs, written = self._place(
                self._text(self._other, row["id"]), self._text(self._db, article_id), theirs, written
            )
        for quote in theirs:
            self._known_quote(quote, article_id)
        for note in written:
            self._known_note(note, article_id)

    def _text(self, connection: Connection, article_id: int) -> str:
        return current_text(connection, article_id) or ""

    def _known_quote(self, theirs: Quote, article_id: int) -> None:
        row = self._row("quotes", theirs.id)
        placed: dict[str, Any]
        if theirs.is_lost:
            version = version_with(self._db.rows, article_id, theirs.spans, theirs.exact)
            placed = {"anchor": str(theirs.anchor), "version": version}
        else:
            placed = quote_values(theirs, current_ground(self._db, article_id) or Ground(""))
        spans = placed.get("spans", stored_spans(theirs.spans))
        sql = """SELECT * FROM quotes WHERE uid = ? OR (article_id = ? AND spans = ? AND type = ?)
            ORDER BY uid <> ?"""
        ours = self._db.first(sql, (theirs.uid, article_id, spans, row["type"], theirs.uid))
        if ours:
            self._joined_quote(ours, row, placed)
        elif row["by_person"] or theirs.status is not Status.SUGGESTED:
            self._done.quotes += 1
            self._copy_quote(row, article_id, placed)

    def _joined_quote(self, ours: dict[str, Any], row: dict[str, Any], placed: dict[str, Any]) -> None:
        differs = any(ours[name] != {**row, **placed}[name] for name in _DECIDED)
        if differs and row["by_person"]:
            if ours["by_person"]:
                self._conflict(
                    _("Quote {id} (“{words}”) differs there: ours stays.").format(
                        id=ours["id"], words=ours["words"][:40]
                    )
                )
            else:
                self._done.quotes += 1
                decided = {name: value for name, value in {**row, **placed}.items() if name not in _OWN}
                self._recorder.update("quotes", [ours["id"]], decided)
        if row["source_id"] and not ours["source_id"]:
            self._people.assign(ours["id"], row["source_id"])
        self._people.keep_stricter(ours["id"], row["id"])
        self._hang(row["id"], ours["id"])

    def _copy_quote(self, row: dict[str, Any], article_id: int, placed: dict[str, Any]) -> None:
        values = {
            **row,
            **placed,
            "article_id": article_id,
            "source_id": None,
            "uid": self._free("quotes", row["uid"]),
        }
        del values["id"]
        quote_id = self._recorder.insert("quotes", values)
        if row["source_id"]:
            self._people.assign(quote_id, row["source_id"])
        self._hang(row["id"], quote_id)

    def _hang(self, theirs: int, ours: int) -> None:
        """Evidence, authorisations, translations and tags of a quote."""
        for table in _OF_QUOTE:
            for row in self._other.named(f"SELECT * FROM {table} WHERE quote_id = ? ORDER BY id", (theirs,)):
                if not self._db.value(f"SELECT 1 FROM {table} WHERE uid = ?", (row["uid"],)):
                    del row["id"]
                    self._recorder.insert(table, {**row, "quote_id": ours})
        self._people.tag("quote_id", theirs, ours)

    def _known_note(self, theirs: Note, article_id: int) -> None:
        sql = "SELECT id, body FROM notes WHERE article_id = ? AND (uid = ? OR (body = ? AND start_at IS ?))"
        start = theirs.span.start if theirs.span else None
        ours = self._db.first(sql, (article_id, theirs.uid, theirs.body, start))
        if ours and ours["body"] == theirs.body:
            self._people.tag("note_id", theirs.id, ours["id"])
            return
        if ours:
            sentence = _("Note {id} (“{words}”) reads differently there: both were kept.").format(
                id=ours["id"], words=ours["body"][:40]
            )
            self._conflict(sentence)
        self._done.notes += 1
        row = self._row("notes", theirs.id) | {"anchor": str(theirs.anchor)}
        if theirs.span is not None and theirs.anchor is not Anchor.ORPHAN:
            row |= place_values(theirs.span, self._text(self._db, article_id))
        self._copy_note(row, article_id)

    def _copy_note(self, row: dict[str, Any], article_id: int) -> None:
        sql = "SELECT uid FROM quotes WHERE id = ?"
        uid = self._other.value(sql, (row["quote_id"],)) if row["quote_id"] else None
        quote_id = self._db.value("SELECT id FROM quotes WHERE uid = ?", (uid,)) if uid else None
        values = {
            **row,
            "article_id": article_id,
            "quote_id": quote_id,
            "uid": self._free("notes", row["uid"]),
        }
        del values["id"]
        self._people.tag("note_id", row["id"], self._recorder.insert("notes", values))

    def _free(self, table: str, uid: str) -> str:
        return new_uid() if self._db.value(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)) else uid
