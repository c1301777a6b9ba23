"""Take a person out of a library for good: register, assignments, journal, notes, checks, tags, freed pages.

What the texts of articles say stays, and so do the words of quotes, which are theirs. Undo cannot bring the
person back: what the journal kept of them goes, and their names are covered in all else that it keeps.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from reader.errors import StoreError
from reader.i18n import _
from reader.store.forgetting_journal import PersonInJournal
from reader.store.named_originals import articles_named
from reader.store.person_columns import covered, freely_in, is_named, kept_in
from reader.store.steps import AMONG, Recorder, listed
from reader.store.syncing.forgetting import forget_at_desk
from reader.texts.name_mentions import NameMentions

_LEFT_ALONE = frozenset(
    {"articles", "versions", "tags", "journal_changes", "signatures", "story_bands", "library"}
    | {"_sqlite_migrations", "originals", "original_bytes", "original_proofs"}
    | {"article_counts", "sync_desk", "sync_segments", "sync_things", "sync_changed"}
)
"""Tables that are told of, have a way of their own here, or hold no names."""
_FORGOTTEN = _("Something forgotten")
_FIRST_WORDS = 60
"""Characters around a name that show where a note mentions it."""


@dataclass(frozen=True, slots=True)
class NoteMention:
    """A note that names the person."""

    note_id: int
    article_id: int
    excerpt: str
    """The words around the name."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What a library holds of a person."""

    sources: int
    """Entries of the register that go: one, or none where only a name is known."""
    quotes: int
    """Quotes assigned to them, which stay without a source."""
    checks: int
    """Evidence, authorisations and translations that name them."""
    tags: tuple[str, ...]
    """Tags that name them."""
    steps: int
    """Steps of the journal that were about them or name them."""
    notes: tuple[NoteMention, ...]
    articles: tuple[int, ...]
    """Articles that name them in text, title, byline, address or place: this stays."""
    originals: tuple[int, ...] = ()
    """Articles whose originals, as they came in, name them or may."""


class Forgetting:
    """One person on the way out of a library."""

    def __init__(self, recorder: Recorder, mentions: NameMentions, source_id: int = 0) -> None:
        """`source_id` is their entry in the register, 0 where there is none any more."""
        self._recorder = recorder
        self._db = recorder.db
        self._mentions = mentions
        self._source_id = source_id
        self._db.raw.create_function("names", -1, partial(is_named, mentions))
        self._journal = PersonInJournal(self._db, mentions, source_id)
        self._db.raw.create_function("covered", 2, partial(covered, mentions))

    def traces(self) -> Traces:
        """What there is of the person; nothing is changed."""
        db, of_source = self._db, (self._source_id,)
        checks = sum(self._count(table) for table in ("evidence", "authorisations", "translations"))
        return Traces(
            sources=db.value("SELECT count(*) FROM sources WHERE id = ?", of_source),
            quotes=db.value("SELECT count(*) FROM quotes WHERE source_id = ?", of_source),
            checks=checks,
            tags=tuple(name for _, name in self._tags()),
            steps=len(self._steps()),
            notes=tuple(self._notes()),
            articles=tuple(self._articles()),
            originals=tuple(self._originals()),
        )

    def forget(self, *, cover_notes: bool, remove_originals: bool = False) -> bool:
        """Do it; returns whether the file could be rewritten, so that nothing is left in its freed pages."""
        self._db.rows("PRAGMA secure_delete = ON")
        with self._recorder.step(_("Forget a source")):
            steps = self._steps()
            self._journal.clear()
            self._clear_quotes()
            forget_at_desk(self._db, self._source_id, self._covered_column)
            self._clear_register()
            self._cover_columns(cover_notes)
            self._cover_tags()
            if remove_originals:
                sql = f"DELETE FROM originals WHERE article_id {AMONG}"
                self._db.run(sql, (listed(self._originals()),))
            self._name_empty_steps(steps)
            for index in ("article_texts_fts", "quotes_fts", "notes_fts"):
                self._db.run(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
            self._recorder.touch()
        return self._rewrite_file()

    # -- what there is ---------------------------------------------------------------------------------

    def _count(self, table: str) -> int:
        where = " OR ".join(f"names({column}, {freely_in(table, column)})" for column in self._columns(table))
        return int(self._db.value(f"SELECT count(*) FROM {table} WHERE {where}"))

    def _columns(self, table: str) -> list[str]:
        """Columns of a table that people write in."""
        kept = kept_in(table)
        rows = self._db.rows(f"SELECT name, type FROM pragma_table_info('{table}')")
        return [name for name, kind in rows if kind.upper() == "TEXT" and name not in kept]

    def _tags(self) -> list[tuple[int, str]]:
        rows = self._db.rows("SELECT id, name FROM tags ORDER BY name")
        return [(number, name) for number, name in rows if self._mentions.spans(name, freely=True)]

    def _notes(self) -> Iterator[NoteMention]:
        for number, article, body in self._db.rows(
            "SELECT id, article_id, body FROM notes WHERE names(body)"
        ):
            start = max(0, self._mentions.spans(body)[0].start - _FIRST_WORDS // 2)
            yield NoteMention(number, article, " ".join(body[start : start + _FIRST_WORDS].split()))

    def _articles(self) -> list[int]:
        found = self._db.column(
            """SELECT DISTINCT articles.id FROM articles JOIN versions ON article_id = articles.id
            WHERE names(text) OR names(title) OR names(byline) OR names(url) OR names(location)"""
        )
        return sorted(found)

    def _originals(self) -> list[int]:
        return articles_named(self._recorder, self._mentions, self._articles())

    def _steps(self) -> set[int]:
        steps = set(self._db.column("SELECT id FROM journal_steps WHERE names(label, 1) OR names(actor)"))
        return steps | {change["step_id"] for change in self._journal.changes()}

    def _covered_column(self, table: str, column: str, value: Any) -> Any:
        is_left = column in kept_in(table) or (table in _LEFT_ALONE and table != "tags")
        return value if is_left else covered(self._mentions, value, freely_in(table, column))

    # -- what is done to it ----------------------------------------------------------------------------

    def _clear_quotes(self) -> None:
        of_source = "source_id = :id" if self._source_id else "0"
        # what was off the record stays so, though nobody stands beside it any more
        stricter = """UPDATE quotes SET use = (SELECT use FROM sources WHERE id = :id)
            WHERE source_id = :id AND use = ''
              AND (SELECT use FROM sources WHERE id = :id) NOT IN ('', 'on record')"""
        self._db.run(stricter, {"id": self._source_id})
        sql = f"""UPDATE quotes SET source_id = CASE WHEN {of_source} THEN NULL ELSE source_id END,
            resolved_speaker = '', speaker_role = '', speaker_affiliation = ''
            WHERE {of_source} OR names(resolved_speaker)"""
        self._db.run(sql, {"id": self._source_id} if self._source_id else {})

    def _clear_register(self) -> None:
        self._db.run("DELETE FROM aliases WHERE source_id = ?", (self._source_id,))
        uids, _ids = self._journal.past()
        for uid in uids:
            self._db.run("DELETE FROM source_contacts WHERE source_uid = ?", (uid,))
        self._db.run("DELETE FROM dismissed_names WHERE names(name, 1)")
        self._db.run("DELETE FROM sources WHERE id = ?", (self._source_id,))

    def _cover_columns(self, cover_notes: bool) -> None:
        tables = self._db.column(
            """SELECT name FROM pragma_table_list
            WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'"""
        )
        for table in tables:
            if table in _LEFT_ALONE or "_fts" in table:
                continue
            for column in self._columns(table):
                if cover_notes or (table, column) != ("notes", "body"):
                    freely = freely_in(table, column)
                    sql = f"UPDATE {table} SET {column} = covered({column}, {freely})"
                    self._db.run(f"{sql} WHERE names({column}, {freely})")

    def _cover_tags(self) -> None:
        taken = set(self._db.column("SELECT name FROM tags"))
        for number, name in self._tags():
            free = next(
                one for one in _numbered(self._mentions.covered(name, freely=True)) if one not in taken
            )
            taken.add(free)
            self._db.run("UPDATE tags SET name = ? WHERE id = ?", (free, number))
        self._db.run("UPDATE tags SET description = covered(description, 0) WHERE names(description)")

    def _name_empty_steps(self, steps: Iterable[int]) -> None:
        sql = f"""UPDATE journal_steps SET label = ? WHERE coalesce(target, id) {AMONG}
            AND NOT EXISTS (SELECT 1 FROM journal_changes
              WHERE step_id = coalesce(target, journal_steps.id))"""
        self._db.run(sql, (_FORGOTTEN, listed(steps)))

    def _rewrite_file(self) -> bool:
        """Write the whole file anew: freed pages and the log keep what was deleted otherwise."""
        try:
            self._db.run("VACUUM")
            row = self._db.one("PRAGMA wal_checkpoint(TRUNCATE)")
        except StoreError:
            return False
        return row is not None and row[0] == 0


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} {number}"
        number += 1
