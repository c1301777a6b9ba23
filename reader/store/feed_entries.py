"""Which entries of a feed have been dealt with: what was deleted for good must not come back every hour.

Only a digest of an entry is kept, so that nothing of a deleted article stays behind.
"""

from collections.abc import Iterable

from reader.i18n import _
from reader.store.steps import Recorder, now

_FORGOTTEN_AFTER = 60
"""Days for which an entry that its feed no longer has is remembered; some feeds lose entries for a while."""


class FeedEntries:
    """Entries that feeds have had, by their marks."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def dealt_with(self, feed_id: int) -> set[str]:
        """Marks of the entries whose articles were stored once."""
        sql = "SELECT mark FROM feed_entries WHERE feed_id = ? AND tries = 0"
        return set(self._db.column(sql, (feed_id,)))

    def tries(self, feed_id: int) -> dict[str, int]:
        """How often in vain the page of an entry was asked for, by mark."""
        sql = "SELECT mark, tries FROM feed_entries WHERE feed_id = ? AND tries > 0"
        return dict(self._db.rows(sql, (feed_id,)))

    def note(self, feed_id: int, marks: Iterable[str]) -> None:
        """Keep that entries were dealt with, and forget those that the feed has not had for long."""
        sql = """INSERT INTO feed_entries (feed_id, mark, seen) VALUES (?, ?, ?)
            ON CONFLICT (feed_id, mark) DO UPDATE SET seen = excluded.seen, tries = 0"""
        at = now()
        with self._recorder.step(_("Note entries")):
            self._db.many(sql, [(feed_id, mark, at) for mark in marks])
            old = "DELETE FROM feed_entries WHERE feed_id = ? AND seen < datetime('now', ?)"
            self._db.run(old, (feed_id, f"-{_FORGOTTEN_AFTER} days"))

    def note_try(self, feed_id: int, mark: str) -> None:
        """Keep that the page of an entry was asked for in vain."""
        sql = """INSERT INTO feed_entries (feed_id, mark, seen, tries) VALUES (?, ?, ?, 1)
            ON CONFLICT (feed_id, mark) DO UPDATE SET seen = excluded.seen, tries = tries + 1"""
        with self._recorder.step(_("Note an entry")):
            self._db.run(sql, (feed_id, mark, now()))
