"""Take another library in: what is there already is recognised, both sides' work is kept, one step undoes it.

Articles are the same by their uid or their text, sources by uid or name, tags by name, all else by uid. Where
both sides changed the same thing differently, this library's stays and the conflict is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.models import Anchor, Note, Quote, Status
from reader.store.adding import Intake
from reader.store.connection import Connection
from reader.store.merging_people import People
from reader.store.quotes import Quotes
from reader.store.records import QUOTE_COLUMNS, note_of, quote_of, quote_values, stored_spans
from reader.store.steps import Ledger, new_uid

Place = Callable[[str, str, Sequence[Quote], Sequence[Note]], tuple[list[Quote], list[Note]]]
"""Finds quotes and notes of an old text (first) in a new one (second)."""

_DECIDED = ("type", "spans", "status", "verification", "authorisation")
_OF_QUOTE = ("evidence", "authorisations")


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


def orphaned(
    _: str, __: str, quotes: Sequence[Quote], notes: Sequence[Note]
) -> tuple[list[Quote], list[Note]]:
    """The `Place` that finds nothing: everything is kept without a place, to be placed by hand."""
    lost = [replace(note, anchor=Anchor.ORPHAN) if note.span else note for note in notes]
    return [replace(quote, anchor=Anchor.ORPHAN) for quote in quotes], lost


class Merger:
    """Takes one library into another."""

    def __init__(self, ledger: Ledger, quotes: Quotes, other: Connection, place: Place) -> None:
        self._ledger = ledger
        self._db = ledger.db
        self._quotes = quotes
        self._intake = Intake(ledger, quotes)
        self._other = other
        self._place = place
        self._done = Merged()
        self._people = People(ledger, other, self._done.conflicts)

    def run(self, label: str) -> Merged:
        """Take everything in that is not in the other's trash."""
        with self._ledger.step(label):
            self._people.take_sources()
            for article_id in self._other.column("SELECT id FROM articles WHERE trashed = '' ORDER BY id"):
                self._article(self._row("articles", article_id))
        return self._done

    def _row(self, table: str, row_id: int) -> dict[str, Any]:
        return self._other.named(f"SELECT * FROM {table} WHERE id = ?", (row_id,))[0]

    def _article(self, row: dict[str, Any]) -> None:
        sql = "SELECT id, hash, trashed, title FROM articles WHERE uid = ? OR hash = ? ORDER BY uid <> ?, id"
        ours = self._db.one(sql, (row["uid"], row["hash"], row["uid"]))
        if ours is None:
            self._done.new += 1
            self._new_article(row)
        elif ours[2]:
            self._done.conflicts.append(f"“{ours[3]}” is in the trash here: nothing of it was taken in.")
        else:
            self._done.same += 1
            self._known_article(row, ours[0], same_text=ours[1] == row["hash"])

    def _new_article(self, row: dict[str, Any]) -> None:
        article_id = self._intake.copy(row, self._other.named(_VERSIONS, (row["id"],)))
        for quote in self._other.named("SELECT * FROM quotes WHERE article_id = ? ORDER BY id", (row["id"],)):
            self._copy_quote(quote, article_id, {})
        for note in self._other.named("SELECT * FROM notes WHERE article_id = ? ORDER BY id", (row["id"],)):
            self._copy_note(note, article_id)
        self._people.tag("article_id", row["id"], article_id)

    def _known_article(self, row: dict[str, Any], article_id: int, *, same_text: bool) -> None:
        self._people.tag("article_id", row["id"], article_id)
        quotes = self._other.rows(f"SELECT {QUOTE_COLUMNS} FROM quotes WHERE article_id = ?", (row["id"],))
        notes = self._other.rows(f"SELECT {_NOTE} FROM notes WHERE article_id = ?", (row["id"],))
        theirs = [quote_of(quote) for quote in quotes]
        written = [note_of(note) for note in notes]
        if not same_text:
            title = f"“{row['title']}” has another text there: its quotes and notes were placed in this one."
            self._done.conflicts.append(title)
            theirs, written = self._place(
                self._text(self._other, row["id"]), self._text(self._db, article_id), theirs, written
            )
        for quote in theirs:
            self._known_quote(quote, article_id)
        for note in written:
            self._known_note(note, article_id)

    def _text(self, connection: Connection, article_id: int) -> str:
        sql = """SELECT text FROM versions JOIN articles ON articles.id = article_id AND number = version
            WHERE articles.id = ?"""
        return str(connection.value(sql, (article_id,)))

    def _known_quote(self, theirs: Quote, article_id: int) -> None:
        row = self._row("quotes", theirs.id)
        placed: dict[str, Any] = {"anchor": str(theirs.anchor)}
        if theirs.anchor is not Anchor.ORPHAN:
            placed = quote_values(theirs, self._text(self._db, article_id))
        spans = placed.get("spans", stored_spans(theirs.spans))
        sql = """SELECT * FROM quotes WHERE uid = ? OR (article_id = ? AND spans = ? AND type = ?)
            ORDER BY uid <> ?"""
        ours = self._db.named(sql, (theirs.uid, article_id, spans, row["type"], theirs.uid))
        if ours:
            self._joined_quote(ours[0], row, placed)
        elif row["by_person"] or theirs.status is not Status.SUGGESTED:
            self._done.quotes += 1
            self._copy_quote(row, article_id, placed)

    def _joined_quote(self, ours: dict[str, Any], row: dict[str, Any], placed: dict[str, Any]) -> None:
        differs = any(ours[name] != {**row, **placed}[name] for name in _DECIDED)
        if differs and row["by_person"]:
            if ours["by_person"]:
                told = f"Quote {ours['id']} (“{ours['words'][:40]}”) differs there: ours stays."
                self._done.conflicts.append(told)
            else:
                self._done.quotes += 1
                self._ledger.update("quotes", [ours["id"]], {**_decided(row), **placed, "by_person": 1})
        if row["source_id"] and not ours["source_id"]:
            self._people.assign(ours["id"], row["source_id"])
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
        quote_id = self._ledger.insert("quotes", values)
        if row["source_id"]:
            self._people.assign(quote_id, row["source_id"])
        self._hang(row["id"], quote_id)

    def _hang(self, theirs: int, ours: int) -> None:
        """Evidence, authorisations and tags of a quote."""
        for table in _OF_QUOTE:
            for row in self._other.named(f"SELECT * FROM {table} WHERE quote_id = ? ORDER BY id", (theirs,)):
                if not self._db.value(f"SELECT 1 FROM {table} WHERE uid = ?", (row["uid"],)):
                    del row["id"]
                    self._ledger.insert(table, {**row, "quote_id": ours})
        self._people.tag("quote_id", theirs, ours)

    def _known_note(self, theirs: Note, article_id: int) -> None:
        sql = "SELECT id, body FROM notes WHERE article_id = ? AND (uid = ? OR (body = ? AND start_at IS ?))"
        start = theirs.span.start if theirs.span else None
        ours = self._db.one(sql, (article_id, theirs.uid, theirs.body, start))
        if ours and ours[1] == theirs.body:
            self._people.tag("note_id", theirs.id, ours[0])
            return
        if ours:
            self._done.conflicts.append(
                f"Note {ours[0]} (“{ours[1][:40]}”) reads differently there: both were kept."
            )
        self._done.notes += 1
        row = self._row("notes", theirs.id)
        if theirs.span is not None:
            row |= {"start_at": theirs.span.start, "end_at": theirs.span.end, "anchor": str(theirs.anchor)}
        if theirs.span is not None and theirs.anchor is not Anchor.ORPHAN:
            row["exact"] = self._text(self._db, article_id)[theirs.span.start : theirs.span.end]
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
        self._people.tag("note_id", row["id"], self._ledger.insert("notes", values))

    def _free(self, table: str, uid: str) -> str:
        return new_uid() if self._db.value(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)) else uid


_VERSIONS = "SELECT * FROM versions WHERE article_id = ? ORDER BY number"
_NOTE = "id, uid, article_id, quote_id, start_at, end_at, exact, body, created, modified, anchor"


def _decided(row: dict[str, Any]) -> dict[str, Any]:
    names = (
        "type",
        "medium",
        "status",
        "verification",
        "authorisation",
        "spans",
        "exact",
        "words",
        "start_at",
    )
    roles = (
        "end_at",
        "speaker",
        "cue",
        "addressee",
        "frame",
        "spoken_by",
        "prefix",
        "suffix",
        "resolved_speaker",
    )
    return {name: row[name] for name in (*names, *roles)}
