"""What of the recordings of transcripts was played; no step to undo: nobody can unhear it."""

from json import dumps, loads

from reader.store.columns import Kind
from reader.store.connection import Connection
from reader.transcripts import Period, joined

_PERIODS = Kind(
    lambda stored: tuple(Period(said_from, said_to) for said_from, said_to in loads(stored)),
    lambda periods: dumps([list(period) for period in periods]),
)


def played_of(db: Connection, article_id: int) -> tuple[Period, ...]:
    """The periods of an article's recording that were played, in order, none touching another."""
    stored = db.value("SELECT played FROM articles WHERE id = ?", (article_id,))
    try:
        assert _PERIODS.read is not None
        periods: tuple[Period, ...] = _PERIODS.read(stored or "[]")
    except (ValueError, TypeError):  # damaged: then nothing counts as played
        return ()
    return periods


def note_played(db: Connection, article_id: int, period: Period) -> None:
    """Keep that a period was played."""
    assert _PERIODS.write is not None
    periods = joined((*played_of(db, article_id), period))
    db.run("UPDATE articles SET played = ? WHERE id = ?", (_PERIODS.write(periods), article_id))
