"""Delete articles for good: from tables, search indexes, journal and the unused parts of the file."""

from collections.abc import Iterable

from reader.i18n import _
from reader.store.steps import AMONG, Recorder, listed

_DOOMED = f"SELECT id FROM articles WHERE trashed <> '' AND id {AMONG}"
_SUBJECTS = """SELECT uid FROM articles WHERE id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT uid FROM quotes WHERE article_id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT uid FROM notes WHERE article_id IN (SELECT value FROM json_each(:ids))"""
_FORGOTTEN = _("Something deleted for good")


def purge(recorder: Recorder, ids: Iterable[int]) -> int:
    """Delete those of the articles that are in the trash; returns how many.

    What the journal kept of them goes too, so that a confidential text does not stay behind; the steps
    themselves stay, without a name where nothing else was in them.
    """
    connection = recorder.db
    connection.rows("PRAGMA secure_delete = ON")
    with recorder.step(_("Delete for good")):
        doomed = connection.column(_DOOMED, (listed(ids),))
        _forget(recorder, listed(doomed))
        connection.run(f"DELETE FROM articles WHERE id {AMONG}", (listed(doomed),))
        recorder.touch()
    connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(doomed)


def _forget(recorder: Recorder, doomed: str) -> None:
    parameters = {"ids": doomed}
    sql = f"SELECT DISTINCT step_id FROM journal_changes WHERE subject IN ({_SUBJECTS})"
    steps = recorder.db.column(sql, parameters)
    recorder.db.run(f"DELETE FROM journal_changes WHERE subject IN ({_SUBJECTS})", parameters)
    sql = """UPDATE journal_steps SET label = :label
        WHERE coalesce(target, id) IN (SELECT value FROM json_each(:steps))
        AND NOT EXISTS (SELECT 1 FROM journal_changes WHERE step_id = coalesce(target, journal_steps.id))"""
    recorder.db.run(sql, {"label": _FORGOTTEN, "steps": listed(steps)})
