"""Articles: add, read, change, trash. Lists, filters and facets of them are in `article_lists`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader import i18n
from reader.errors import NotFoundError, StoreError
from reader.i18n import _, in_language, languages, ngettext
from reader.rows import ArticleState
from reader.store.article_lists import ArticleLists
from reader.store.columns import Use, values_of
from reader.store.failures import damaged
from reader.store.steps import AMONG, Recorder, listed, now
from reader.store.taggings import tags_of

if TYPE_CHECKING:
    from reader.models import Article, ArticleRow, Note, Quote
    from reader.store.adding import Added, Intake, KnownEntry
    from reader.store.facets import Facets
    from reader.store.quotes import Quotes
    from reader.store.versions import Version
    from reader.transcripts import Period, Transcript

_PORTION = 256
"""Rows read at once where the first few mostly answer."""


class Articles:
    """The articles of a library."""

    def __init__(self, recorder: Recorder, quotes: "Callable[[], Quotes]") -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._quotes = quotes
        self._lists = ArticleLists(recorder.db)

    @cached_property
    def _intake(self) -> "Intake":
        from reader.store.adding import Intake  # not for the first paint

        return Intake(self._recorder, self._quotes())

    def add(
        self, article: "Article", quotes: "Iterable[Quote]" = (), detector: str = "", into: int = 0
    ) -> "Added":
        """Store an article with the quotes a detector found in it, unless it is there already.

        The same address or path with another text makes a new version and leaves quotes and notes in place:
        `reanchor` and `quotes.replace_suggestions` follow. `into` is the number of the article that it is,
        where that is known. An article found in the trash is taken out again.
        """
        return self._intake.add(article, quotes, detector, into)

    def known(self, article: "Article", into: int = 0) -> "Added | None":
        """What `add` would find of this article: the same, or one that changed, perhaps in the trash."""
        return self._intake.known(article, into)

    def kept_since(self, location: str, moment: str) -> int:
        """The article of `location` whose text came in after `moment` (ISO 8601); 0 for none."""
        # "+": the index by location; SQLite would take one by the trash, in which all articles are alike
        sql = """SELECT articles.id FROM articles
            JOIN versions ON article_id = articles.id AND number = version
            WHERE location = ? AND +trashed = '' AND feed = '' AND versions.added > ? LIMIT 1"""
        return self._db.value(sql, (location, moment)) or 0

    def was_trashed_since(self, article_id: int, moment: str) -> bool:
        """Whether an article was moved to the trash after `moment` (ISO 8601), and lies there."""
        sql = "SELECT EXISTS (SELECT 1 FROM articles WHERE id = ? AND trashed > ?)"
        return bool(self._db.value(sql, (article_id, moment)))

    def known_entry(self, entry: "Article", *, in_trash: bool = False) -> "KnownEntry | None":
        """The article that a feed's entry is, outside the trash or anywhere; its text need not be there."""
        return self._intake.known_entry(entry, in_trash=in_trash)

    def note_entry(self, article_id: int, entry: str, digest: str) -> None:
        """Keep what a feed calls the article, and how its entry looked when it was read; no step to undo."""
        with self._recorder.step(_("Note an entry")):
            self._db.run(
                """UPDATE articles SET entry = coalesce(nullif(entry, ''), ?), entry_digest = ?
                WHERE id = ? AND (entry_digest <> ? OR entry = '' AND ? <> '')""",
                (entry, digest, article_id, digest, entry),
            )

    def get(self, article_id: int, version: int = 0) -> "Article":
        """The article with its text, or with the text of an older `version`."""
        from reader.models import Article  # neither is for the first paint
        from reader.store.records import ARTICLE

        sql = f"""SELECT {ARTICLE.selected} FROM articles JOIN versions ON article_id = articles.id
            AND number = coalesce(nullif(?, 0), version) WHERE articles.id = ?"""
        row = self._db.one(sql, (version, article_id))
        if row is None:
            raise self._missing(article_id)
        table = ARTICLE.read([row]) | {"tags": tags_of(self._db, "article_id", [article_id])}
        (article,) = values_of(Article, table)
        return replace(article, version=version) if version else article

    def _missing(self, article_id: int) -> StoreError:
        """Why there is no such article: it never was there, or the file has lost it."""
        sql = """SELECT EXISTS (SELECT 1 FROM versions WHERE article_id = :id)
            <> EXISTS (SELECT 1 FROM articles WHERE id = :id)
            OR EXISTS (SELECT 1 FROM quotes WHERE article_id = :id
              AND NOT EXISTS (SELECT 1 FROM articles WHERE id = :id))"""
        if self._db.value(sql, {"id": article_id}):
            return damaged(
                self._db.path, _("article {article_id} is not whole").format(article_id=article_id)
            )
        return NotFoundError(
            _("There is no article number {article_id} in the library.").format(article_id=article_id)
        )

    def uid(self, article_id: int) -> str:
        """What tells the article from any other, also in another library; "" where there is none."""
        return self._db.value("SELECT uid FROM articles WHERE id = ?", (article_id,)) or ""

    def text(self, article_id: int, version: int = 0) -> str:
        """The text alone, of the current or an older version."""
        # Not `get`: the times of a long transcript take longer to read than its text.
        sql = """SELECT text FROM articles JOIN versions ON article_id = articles.id
            AND number = coalesce(nullif(?, 0), version) WHERE articles.id = ?"""
        text: str | None = self._db.value(sql, (version, article_id))
        if text is None:
            raise self._missing(article_id)
        return text

    def versions(self, article_id: int) -> "list[Version]":
        """All texts of an article, oldest first."""
        from reader.store.versions import versions_of  # not for the first paint

        return versions_of(self._db, article_id)

    def reanchor(self, article_id: int, quotes: "Iterable[Quote]", notes: "Iterable[Note]") -> None:
        """Write where quotes and notes stand in the current text, with how sure that is (their `anchor`).

        An orphan keeps its words and its place in the older text.
        """
        from reader.store.records import Ground  # neither is for the first paint
        from reader.store.versions import reanchor

        article = self.get(article_id)
        ground = Ground(article.text, article.transcript)
        reanchor(self._recorder, self._quotes(), ground, quotes, notes)

    def ids(
        self, query: str = "", *, sort: str = "added", descending: bool = True, limit: int = -1
    ) -> list[int]:
        """Ids of the articles that a query finds, sorted by a column of the list; see `article_lists.SORTS`.

        With a `limit`, the first of them only.
        """
        return list(self._lists.ids(query, sort=sort, descending=descending, limit=limit))

    def id_array(
        self, query: str = "", *, sort: str = "added", descending: bool = True, limit: int = -1
    ) -> Sequence[int]:
        """The same as `ids`, where there may be a million: an array, which takes a tenth of the memory."""
        return self._lists.ids(query, sort=sort, descending=descending, limit=limit)

    def present(self, ids: Iterable[int]) -> set[int]:
        """Those of `ids` that are articles outside the trash."""
        sql = f"SELECT id FROM articles WHERE trashed = '' AND id {AMONG}"
        return set(self._db.column(sql, (listed(ids),)))

    def latest_id(self) -> int:
        """The highest number of an article: about how many there are, without counting."""
        return self._db.value("SELECT max(id) FROM articles") or 0

    def rows(self, ids: Iterable[int]) -> "list[ArticleRow]":
        """What a list shows of these articles, in the order of `ids`; unknown ids are left out."""
        return self._lists.rows(ids)

    def row_by_row(self, ids: Sequence[int]) -> "Iterator[ArticleRow]":
        """The same, read as they are asked for: of very many, often the first few answer."""
        for at in range(0, len(ids), _PORTION):
            yield from self.rows(ids[at : at + _PORTION])

    def count(self, query: str = "") -> int:
        """How many articles a query finds."""
        return self._lists.count(query)

    def facets(self, query: str = "", *, on_record: bool = False) -> "Facets":
        """How the articles found divide by outlet, language, state, month, tag and source.

        Sources by what they said `on_record` alone, where that is asked for.
        """
        from reader.store.facets import facets_of  # not for the first paint

        return facets_of(self._db, query, on_record=on_record)

    def identities(self) -> dict[str, tuple[int, str]]:
        """By uid the number of every article that is not in the trash, with the digest of its text."""
        rows = self._db.rows("SELECT uid, id, hash FROM articles WHERE trashed = '' ORDER BY id")
        return {uid: (number, digest) for uid, number, digest in rows}

    def find(self, text: str) -> int:
        """The id of the article meant by its number, the start of its uid, or its title.

        Raises NotFoundError where nothing or more than one fits.
        """
        return self._lists.find(text)

    def update(self, ids: Iterable[int], **fields: object) -> int:
        """Set fields of articles, those that `records.ARTICLE` has edited; returns how many changed."""
        from reader.store.records import ARTICLE, with_title_key  # not for the first paint

        unknown = sorted(set(fields) - set(ARTICLE.names(Use.EDITED)))
        if unknown:
            raise StoreError(
                _("These cannot be set on an article: {fields}.").format(fields=", ".join(unknown))
            )
        values = ARTICLE.stored_fields(fields, Use.EDITED)
        with self._recorder.step(_label_of(fields)):
            return len(self._recorder.update("articles", ids, with_title_key(values)))

    def set_position(self, article_id: int, offset: int) -> None:
        """Keep the reading position, and with it that an article is being read; no step to undo."""
        with self._recorder.step(_("Reading position")):
            self._db.run(
                """UPDATE articles SET position = ?, state = iif(state = 'unread', 'reading', state)
                WHERE id = ? AND (position <> ? OR state = 'unread')""",
                (offset, article_id, offset),
            )

    def set_transcript(self, article_id: int, transcript: "Transcript") -> None:
        """Store other turns of the current text, such as who asks; its words and times stay."""
        from reader.store.versions import set_transcript  # rare

        set_transcript(self._recorder, article_id, transcript)

    def played(self, article_id: int) -> "tuple[Period, ...]":
        """What of the recording of a transcript was played."""
        from reader.store.played import played_of  # not for the first paint

        return played_of(self._db, article_id)

    def note_played(self, article_id: int, period: "Period") -> None:
        """Keep that a period was played; no step to undo."""
        from reader.store.played import note_played  # not for the first paint

        with self._recorder.step(_("Play")):
            note_played(self._db, article_id, period)

    def trash(self, ids: Iterable[int]) -> int:
        """Move articles to the trash; returns how many were not there yet."""
        ids = self._db.column(
            f"SELECT id FROM articles WHERE trashed = '' AND id {AMONG}",
            (listed(ids),),
        )
        with self._recorder.step(_trashing(len(ids))):
            return len(self._recorder.update("articles", ids, {"trashed": now()}))

    def restore(self, ids: Iterable[int]) -> int:
        """Take articles out of the trash; returns how many were in it."""
        with self._recorder.step(_("Take out of the trash")):
            return len(self._recorder.update("articles", ids, {"trashed": ""}))

    def trashed(self) -> list[int]:
        """Ids of the articles in the trash, the latest first."""
        return self._db.column("SELECT id FROM articles WHERE trashed <> '' ORDER BY trashed DESC, id DESC")

    def purge(self, ids: Iterable[int]) -> int:
        """Delete articles in the trash for good, in the journal too; returns how many."""
        from reader.store.purging import purge  # rare

        return purge(self._recorder, ids)


def _label_of(fields: Mapping[str, object]) -> str:
    if list(fields) == ["starred"]:
        return _("Star") if fields["starred"] else _("Unstar")
    if list(fields) == ["state"]:
        return _("Mark as {state}").format(state=ArticleState(str(fields["state"])).label)
    from reader.models.facts import fact_label  # rare

    return _("Set {fields}").format(fields=i18n.listed([fact_label(name) for name in fields]))


def is_setting(label: str) -> bool:
    """Whether a step is one in which a person set facts of articles, in whatever language it was told."""
    for language in languages():
        told = in_language(language).gettext("Set {fields}")  # not shown
        before, _fields, after = told.partition("{fields}")
        if label.startswith(before) and label.endswith(after) and len(label) > len(before + after):
            return True
    return False


def _trashing(count: int) -> str:
    said = ngettext("Move an article to the trash", "Move {count} articles to the trash", count)
    return said.format(count=count)
