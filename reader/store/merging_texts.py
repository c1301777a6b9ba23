"""Take in what another library knows of an article that is here too, where nothing is known here.

What says until when an article may not be used is taken as a whole, and a merge lifts nothing.
"""

from typing import Any

from reader.i18n import _
from reader.store.columns import EMPTY, Use
from reader.store.connection import Connection
from reader.store.played import note_played, played_of
from reader.store.records import ARTICLE, Ground, current_ground
from reader.store.steps import Recorder
from reader.store.versions import time_quotes
from reader.transcripts import Transcript

_HOLDING = ("embargo", "embargo_until", "undelivered", "lifted")
_OF_FEED = ("feed", "entry")
"""A feed keeps its articles by names that are its own in each library."""


class TextsOfOthers:
    """What another library knows of articles that are here too."""

    def __init__(self, recorder: Recorder, other: Connection, conflicts: list[str]) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._other = other
        self._conflicts = conflicts

        self.filled: set[int] = set()
        """Articles of this library of which more is known now."""

    def take(self, theirs: int, ours: int) -> bool:
        """Fill in facts, links, captions, headings, pages, turns and times.

        Returns whether the current text became one that was spoken, so that its turns are its quotes.
        """
        self._facts(self._row(self._other, theirs), self._row(self._db, ours))
        was_spoken = _spoken(self._db, ours)
        for version in self._other.named("SELECT * FROM versions WHERE article_id = ?", (theirs,)):
            self._version(version, ours)
        now_spoken = _spoken(self._db, ours)
        if now_spoken != was_spoken:
            time_quotes(self._recorder, ours, now_spoken)
        if now_spoken and now_spoken == _spoken(self._other, theirs):
            for period in played_of(self._other, theirs):
                note_played(self._db, ours, period)
        return bool(now_spoken) and not was_spoken

    def _row(self, connection: Connection, article_id: int) -> dict[str, Any]:
        return connection.named("SELECT * FROM articles WHERE id = ?", (article_id,))[0]

    # -- facts -----------------------------------------------------------------------------------------------

    def _facts(self, theirs: dict[str, Any], ours: dict[str, Any]) -> None:
        plain = [name for name in ARTICLE.names(Use.FILLED) if name not in (*_HOLDING, *_OF_FEED)]
        new = {name: theirs[name] for name in plain if self._is_news(name, theirs, ours)}
        new |= self._holding(theirs, ours)
        if new:
            self.filled.update(self._recorder.update("articles", [ours["id"]], new))

    def _is_news(self, name: str, theirs: dict[str, Any], ours: dict[str, Any]) -> bool:
        return bool(theirs[name]) and not ours[name] and not self._was_taken_out(ours["id"], name)

    def _was_taken_out(self, article_id: int, name: str) -> bool:
        """Whether somebody emptied the fact here, which nobody's file fills again."""
        sql = """SELECT 1 FROM journal_changes WHERE table_name = 'articles' AND row_id = ?
            AND json_extract(after, ?) = '' AND json_extract(before, ?) <> ''"""
        return self._db.value(sql, (article_id, f"$.{name}", f"$.{name}")) is not None

    def _holding(self, theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
        """What holds the article back there and not here; what binds here goes on binding."""
        if not (ours["embargo"] or ours["undelivered"]):
            new = {name: theirs[name] for name in _HOLDING if self._is_news(name, theirs, ours)}
            return new if "embargo" in new or "undelivered" in new else {}
        if theirs["lifted"] and not ours["lifted"]:
            self._conflicts.append(
                _("“{title}” may be used there; here it is held back until somebody lifts that.").format(
                    title=ours["title"]
                )
            )
        elif theirs["embargo"] and ours["embargo"] and theirs["embargo"] != ours["embargo"]:
            self._conflicts.append(
                _("“{title}” has the embargo “{theirs}” there; here stays “{ours}”.").format(
                    title=ours["title"], theirs=theirs["embargo"][:80], ours=ours["embargo"][:80]
                )
            )
        names = ("undelivered",) if ours["embargo"] else ("embargo", "embargo_until")
        return {name: theirs[name] for name in names if self._is_news(name, theirs, ours)}

    # -- texts -----------------------------------------------------------------------------------------------

    def _version(self, theirs: dict[str, Any], article_id: int) -> None:
        """Fill the version here that has the very text, places being places in it."""
        sql = "SELECT * FROM versions WHERE article_id = ? AND hash = ? AND text = ?"
        for ours in self._db.named(sql, (article_id, theirs["hash"], theirs["text"])):
            names = [name for name in ARTICLE.names(Use.VERSION) if name not in ("text", "removed")]
            new = {name: theirs[name] for name in names if ours[name] in EMPTY and theirs[name] not in EMPTY}
            if new:
                self._recorder.update("versions", [ours["id"]], new)
                self.filled.add(article_id)


def _spoken(connection: Connection, article_id: int) -> Transcript | None:
    return (current_ground(connection, article_id) or Ground("")).transcript
