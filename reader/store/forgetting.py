"""Take a person out of a library for good: register, assignments, journal, notes, checks, tags, freed pages.

What the texts of articles say stays, and so do the words of quotes, which are theirs. Undo cannot bring the
person back: what the journal kept of them goes, and their names are covered in all else that it keeps.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from json import JSONEncoder, loads
from typing import Any

from reader.errors import StoreError
from reader.store.named_originals import articles_named
from reader.store.records import with_title_key
from reader.store.steps import AMONG, Recorder, listed
from reader.store.syncing.forgetting import forget_at_desk
from reader.texts.name_mentions import COVER, NameMentions

_OF_THE_TEXT = {
    "quotes": ("words", "exact", "prefix", "suffix", "spoken_by"),
    "notes": ("exact", "prefix", "suffix"),
    "authorisations": ("spoken", "shown"),
    "translations": ("text",),
    "sync_conflicts": ("kind", "key", "field"),
}
"""Columns that hold passages of an article's text, or their translation; or what tells things apart."""
_PROSE = frozenset(
    {
        ("notes", "body"),
        ("memos", "body"),
        ("tags", "description"),
        ("sources", "remarks"),
        ("evidence", "remark"),
        ("authorisations", "approved"),
        ("authorisations", "remark"),
        ("articles", "title"),
        ("statements", "sentence"),
        ("statements", "sentence_before"),
        ("statements", "remark"),
        ("statements", "answer"),
        ("statements", "answer_stands"),
        ("proofs", "remark"),
    }
)
"""Columns of sentences: a part of a name in small letters is a word there ("zu kurz"), in paths a name."""
_NAMES_OF_OTHERS = {"sources": ("name",), "aliases": ("name",)}
_LEFT_ALONE = frozenset(
    {"articles", "versions", "tags", "journal_changes", "signatures", "story_bands", "library"}
    | {"_sqlite_migrations", "originals", "original_bytes", "original_proofs"}
    | {"article_counts", "sync_desk", "sync_segments", "sync_things", "sync_changed"}
)
"""Tables that are told of, have a way of their own here, or hold no names."""
_FORGOTTEN = "Something forgotten"
_FIRST_WORDS = 60
"""Characters around a name that show where a note mentions it."""
_json = JSONEncoder(ensure_ascii=False).encode


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
        self._db.raw.create_function("names", -1, self._is_named)
        self._db.raw.create_function("names_in", 2, self._is_named_in)
        self._db.raw.create_function("covered", 2, self._covered)

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
        with self._recorder.step("Forget a source"):
            steps = self._steps()
            self._clear_journal()
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
        where = " OR ".join(f"names({column}, {_freely(table, column)})" for column in self._columns(table))
        return int(self._db.value(f"SELECT count(*) FROM {table} WHERE {where}"))

    def _columns(self, table: str) -> list[str]:
        """Columns of a table that people write in."""
        kept = _kept(table)
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
        return steps | {change["step_id"] for change in self._changes()}

    def _changes(self) -> Iterator[dict[str, Any]]:
        """Changes in the journal that are about the person or name them."""
        uids, ids = self._past()
        sql = f"""SELECT * FROM journal_changes WHERE subject {AMONG}
            OR names_in(table_name, before) OR names_in(table_name, after)
            OR (table_name IN ('quotes', 'aliases') AND (json_extract(before, '$.source_id') {AMONG}
              OR json_extract(after, '$.source_id') {AMONG}))"""
        yield from self._db.named(sql, (_json(sorted(uids)), listed(ids), listed(ids)))

    def _past(self) -> tuple[set[str], set[int]]:
        """Uids and ids that the person had in the register, now or before they were made one."""
        ids = {self._source_id} - {0}
        uids = set(self._db.column(f"SELECT uid FROM sources WHERE id {AMONG}", (listed(ids),)))
        sql = "SELECT row_id, subject, before, after FROM journal_changes WHERE table_name = 'sources'"
        living = set(self._db.column("SELECT id FROM sources")) - ids
        for row_id, subject, *sides in self._db.rows(sql):
            names = [loads(side).get("name", "") for side in sides if side]
            if row_id not in living and any(self._mentions.is_name(name) for name in names):
                ids.add(row_id)
                uids.add(subject)
        return uids, ids

    def _is_named(self, text: object, freely: int = 0) -> bool:
        return isinstance(text, str) and bool(self._mentions.spans(text, freely=bool(freely)))

    def _is_named_in(self, table: str, side: str | None) -> bool:
        """Whether what the journal keeps of a row names the person; it is JSON, with marks of its own."""
        values = loads(side) if side else {}
        kept = _kept(table)
        return any(
            self._is_former_name(table, name, value)
            or (name not in kept and self._is_named(value, _freely(table, name)))
            for name, value in values.items()
        )

    def _is_former_name(self, table: str, column: str, value: object) -> bool:
        """Whether the journal keeps a name of the person, as of a source that bears another one now."""
        is_name = column in _NAMES_OF_OTHERS.get(table, ()) and isinstance(value, str)
        return is_name and self._mentions.is_name(str(value))

    def _covered(self, value: Any, freely: int) -> Any:
        return self._mentions.covered(value, freely=bool(freely)) if isinstance(value, str) else value

    def _covered_column(self, table: str, column: str, value: Any) -> Any:
        is_left = column in _kept(table) or (table in _LEFT_ALONE and table != "tags")
        return value if is_left else self._covered(value, _freely(table, column))

    # -- what is done to it ----------------------------------------------------------------------------

    def _clear_journal(self) -> None:
        uids, ids = self._past()
        for change in list(self._changes()):
            is_theirs = change["table_name"] in ("sources", "aliases", "source_fields") and (
                change["subject"] in uids or self._is_alias(change, ids)
            )
            sides = {} if is_theirs else {side: self._side(change, side, ids) for side in ("before", "after")}
            if is_theirs or all(value == "{}" for value in sides.values()):
                self._db.run("DELETE FROM journal_changes WHERE id = ?", (change["id"],))
            else:
                sql = "UPDATE journal_changes SET before = ?, after = ? WHERE id = ?"
                self._db.run(sql, (sides["before"], sides["after"], change["id"]))

    def _is_alias(self, change: Mapping[str, Any], ids: set[int]) -> bool:
        """Whether a change is about a name of theirs, also one that another source had for a while."""
        if change["table_name"] != "aliases":
            return False
        rows = [loads(change[side]) for side in ("before", "after") if change[side]]
        return any(row.get("source_id") in ids or self._mentions.is_name(row.get("name", "")) for row in rows)

    def _side(self, change: Mapping[str, Any], side: str, ids: set[int]) -> str | None:
        """What the journal keeps of one side of a change."""
        if change[side] is None:
            return None
        table, values = change["table_name"], loads(change[side])
        is_row = change["before"] is None or change["after"] is None
        kept = _kept(table)
        cleared: dict[str, Any] = {}
        for name, value in values.items():
            if name == "source_id" and value in ids and not is_row:
                continue
            if self._is_former_name(table, name, value):
                if is_row:
                    cleared[name] = COVER
                continue  # else undo leaves the name as it is
            cleared[name] = value if name in kept else self._covered(value, _freely(table, name))
        if "title_key" in cleared and "title" in cleared:
            cleared = with_title_key(cleared)
        if table == "quotes" and "source_id" in values and not is_row:
            cleared.pop("source_id", None)  # neither side: undo leaves the source of the quote alone
        elif cleared.get("source_id") in ids:
            cleared["source_id"] = None
        return _json(cleared)

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
        uids, _ids = self._past()
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
                    freely = _freely(table, column)
                    sql = f"UPDATE {table} SET {column} = covered({column}, {freely})"
                    self._db.run(f"{sql} WHERE names({column}, {freely})")

    def _cover_tags(self) -> None:
        taken = set(self._db.column("SELECT name FROM tags"))
        for number, name in self._tags():
            covered = self._mentions.covered(name, freely=True)
            free = next(one for one in _numbered(covered) if one not in taken)
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


def _kept(table: str) -> tuple[str, ...]:
    """Columns in which no name is covered."""
    return (*_OF_THE_TEXT.get(table, ()), *_NAMES_OF_OTHERS.get(table, ()), "uid")


def _freely(table: str, column: str) -> int:
    """Whether parts of a name count in small letters too in a column, as SQL has it."""
    return int((table, column) not in _PROSE)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} {number}"
        number += 1
