"""The texts of an article over time, and where its quotes and notes stand in the current one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reader.i18n import _
from reader.models import Anchor, Note, Quote
from reader.store.columns import FLAG, Column, Columns, Use, values_of
from reader.store.connection import Connection
from reader.store.quotes import Quotes
from reader.store.records import ARTICLE, Ground, place_values
from reader.store.steps import Recorder
from reader.transcripts import Transcript


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article."""

    number: int
    added: str
    """When it came in, ISO 8601 in UTC."""
    text: str
    current: bool


_VERSION = Columns(
    Column("number"),
    Column("versions.added"),
    Column("text"),
    Column("number = version", FLAG, field="current"),
)


def versions_of(connection: Connection, article_id: int) -> list[Version]:
    """All texts of an article, oldest first."""
    sql = f"""SELECT {_VERSION.selected} FROM versions
        JOIN articles ON articles.id = article_id WHERE article_id = ? ORDER BY number"""
    return values_of(Version, _VERSION.read(connection.rows(sql, (article_id,))))


def reanchor(
    recorder: Recorder, quotes: Quotes, ground: Ground, placed: Iterable[Quote], notes: Iterable[Note]
) -> None:
    """Write where quotes and notes stand in the text of `ground`, and how sure; see `Articles.reanchor`."""
    with recorder.step(_("Place quotes and notes again")):
        for quote in placed:
            quotes.place(quote, ground)
        for note in notes:
            recorder.update("notes", [note.id], _place(note, ground.text))


def _place(note: Note, text: str) -> dict[str, Any]:
    if note.span is None or note.anchor is Anchor.ORPHAN:
        return {"anchor": str(note.anchor)}
    return {"anchor": str(note.anchor), **place_values(note.span, text)}


def set_transcript(recorder: Recorder, article_id: int, transcript: Transcript) -> None:
    """Store what is known of the current text of an article that was spoken, and when its quotes are said."""
    sql = """SELECT versions.id FROM versions JOIN articles ON articles.id = article_id AND number = version
        WHERE article_id = ?"""
    values = ARTICLE.stored_fields({"transcript": transcript}, Use.VERSION)
    recorder.update("versions", recorder.db.column(sql, (article_id,)), values)
    time_quotes(recorder, article_id, transcript)


def time_quotes(recorder: Recorder, article_id: int, transcript: Transcript | None) -> None:
    """Say of each quote that stands in the text when its words are said."""
    sql = "SELECT id, start_at, end_at FROM quotes WHERE article_id = ? AND anchor <> 'orphan'"
    for number, start, end in recorder.db.rows(sql, (article_id,)):
        said_from, said_to = (transcript.period_of(start, end) if transcript else None) or (None, None)
        recorder.update("quotes", [number], {"said_from": said_from, "said_to": said_to})
