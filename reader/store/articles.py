"""Articles: add, read, change, trash. Lists, filters and facets of them are in `shelves`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from json import dumps
from typing import Any, Literal

from reader.errors import NotFoundError, StoreError
from reader.models import Article, ArticleRow, Note, Quote
from reader.store.connection import Row
from reader.store.folding import sort_key
from reader.store.ledger import AMONG, Ledger, listed, new_uid, now
from reader.store.quotes import Quotes
from reader.store.records import ARTICLE_COLUMNS, article_of, stored_spans
from reader.store.shelves import Facets, Shelves

Outcome = Literal["new", "same", "changed"]

EDITABLE = (
    "title",
    "byline",
    "outlet",
    "section",
    "agency",
    "url",
    "published",
    "language",
    "state",
    "starred",
)
"""Fields that `update` sets."""
_PASSING = ("", "-", "stdin", "clipboard", "clip:")
"""Locations that say nothing about which article it is."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article that was added."""

    id: int
    outcome: Outcome
    """new, same (nothing was written), or changed (a new version of an article that was there)."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article."""

    number: int
    added: str
    """When it came in, ISO 8601 in UTC."""
    text: str
    current: bool


class Articles:
    """The articles of a library."""

    def __init__(self, ledger: Ledger, quotes: Quotes) -> None:
        self._ledger = ledger
        self._db = ledger.db
        self._quotes = quotes
        self._shelves = Shelves(ledger.db)

    def add(self, article: Article, quotes: Iterable[Quote] = (), detector: str = "") -> Added:
        """Store an article with the quotes a detector found in it, unless it is there already.

        The same address or path with another text makes a new version and leaves quotes and notes in place:
        `reanchor` and `quotes.replace_suggestions` follow. An article found in the trash is taken out again.
        """
        _refuse_broken(article.text)
        digest = digest_of(article.text)
        with self._ledger.part(f"Add “{article.title or article.location}”"):
            known = self._known(article, digest)
            if known is None:
                return Added(self._insert(article, digest, quotes, detector), "new")
            return self._again(known, article, digest)

    def known(self, article: Article) -> Added | None:
        """What `add` would find of this article, outside the trash: the same, or one that changed."""
        digest = digest_of(article.text)
        row = self._known(article, digest)
        if row is None or row[2]:
            return None
        return Added(row[0], "same" if row[1] == digest else "changed")

    def _known(self, article: Article, digest: str) -> Row | None:
        columns = "SELECT id, hash, trashed FROM articles WHERE"
        by_text = f"{columns} hash = ? AND outlet = ? AND url = ? ORDER BY trashed, id"
        for sql, parameters in (
            (f"{columns} url = ? AND url <> '' ORDER BY trashed, id", (article.url,)),
            (f"{columns} location = ? ORDER BY trashed, id", (article.location,)),
            (by_text, (digest, article.outlet, article.url)),
        ):
            passing = parameters == (article.location,) and article.location in _PASSING
            row = None if passing else self._db.one(sql, parameters)
            if row is not None:
                return row
        return None

    def _again(self, known: Row, article: Article, digest: str) -> Added:
        article_id, old_digest, trashed = known
        if trashed:
            self.restore([article_id])
        if digest == old_digest:
            return Added(article_id, "new" if trashed else "same")
        number = 1 + self._db.value("SELECT max(number) FROM versions WHERE article_id = ?", (article_id,))
        self._insert_version(article_id, number, article, digest)
        values = {"version": number, "hash": digest, "words": len(article.text.split())}
        if article.title:
            values |= {"title": article.title, "title_key": sort_key(article.title)}
        self._ledger.update("articles", [article_id], values)
        return Added(article_id, "changed")

    def _insert(self, article: Article, digest: str, quotes: Iterable[Quote], detector: str) -> int:
        at = now()
        values = {
            "uid": article.uid or new_uid(),
            "title": article.title,
            "title_key": sort_key(article.title),
            "byline": article.byline,
            "outlet": article.outlet,
            "section": article.section,
            "agency": article.agency,
            "url": article.url,
            "location": article.location,
            "published": article.published,
            "language": article.language,
            "state": str(article.state),
            "starred": int(article.starred),
            "hash": digest,
            "words": len(article.text.split()),
            "added": article.added or at,
        }
        sql = f"INSERT INTO articles ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
        article_id = int(self._db.run(sql, tuple(values.values())).lastrowid or 0)
        self._insert_version(article_id, 1, article, digest)
        self._quotes.insert_found(article_id, quotes, article.text, detector)
        # undone, an addition goes to the trash: its text is not kept a second time in the journal
        sides = (dumps({"trashed": at}), dumps({"trashed": ""}))
        self._ledger.record([("articles", article_id, values["uid"], *sides)])
        return article_id

    def _insert_version(self, article_id: int, number: int, article: Article, digest: str) -> None:
        captions = dumps([[caption.text, caption.credit] for caption in article.captions], ensure_ascii=False)
        removed = dumps(article.removed, ensure_ascii=False)
        headings = stored_spans(article.headings)
        sql = """INSERT INTO versions (article_id, number, added, hash, captions, headings, removed, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
        self._db.run(sql, (article_id, number, now(), digest, captions, headings, removed, article.text))

    def get(self, article_id: int, version: int = 0) -> Article:
        """The article with its text, or with the text of an older `version`."""
        sql = f"""SELECT {ARTICLE_COLUMNS}, text, captions, headings, removed
            FROM articles JOIN versions ON article_id = articles.id
            AND number = coalesce(nullif(?, 0), version) WHERE articles.id = ?"""
        row = self._db.one(sql, (version, article_id))
        if row is None:
            raise NotFoundError(f"There is no article number {article_id} in the library.")
        tags = (
            """SELECT name FROM taggings JOIN tags ON tags.id = tag_id WHERE article_id = ? ORDER BY name"""
        )
        article = article_of(row, tuple(self._db.column(tags, (article_id,))))
        return replace(article, version=version) if version else article

    def text(self, article_id: int, version: int = 0) -> str:
        """The text alone, of the current or an older version."""
        return self.get(article_id, version).text

    def versions(self, article_id: int) -> list[Version]:
        """All texts of an article, oldest first."""
        sql = """SELECT number, versions.added, text, number = version FROM versions
            JOIN articles ON articles.id = article_id WHERE article_id = ? ORDER BY number"""
        return [
            Version(number, at, text, bool(is_current))
            for number, at, text, is_current in self._db.rows(sql, (article_id,))
        ]

    def reanchor(self, article_id: int, quotes: Iterable[Quote], notes: Iterable[Note]) -> None:
        """Write where quotes and notes stand in the current text, with how sure that is (their `anchor`)."""
        text = self.text(article_id)
        with self._ledger.step("Place quotes and notes again"):
            for quote in quotes:
                self._quotes.place(quote, text)
            for note in notes:
                self._place_note(note, text)

    def _place_note(self, note: Note, text: str) -> None:
        values: dict[str, Any] = {"anchor": str(note.anchor)}
        if note.span is not None and note.anchor != "orphan":
            start, end = note.span
            values |= {"start_at": start, "end_at": end, "exact": text[start:end]}
        self._ledger.update("notes", [note.id], values)

    def ids(self, query: str = "", *, sort: str = "added", descending: bool = True) -> list[int]:
        """Ids of the articles that a query finds, sorted by a column of the list; see `shelves.SORTS`."""
        return self._shelves.ids(query, sort=sort, descending=descending)

    def rows(self, ids: Iterable[int]) -> list[ArticleRow]:
        """What a list shows of these articles, in the order of `ids`; unknown ids are left out."""
        return self._shelves.rows(ids)

    def count(self, query: str = "") -> int:
        """How many articles a query finds."""
        return self._shelves.count(query)

    def facets(self, query: str = "") -> Facets:
        """How the articles found divide by outlet, language, state, month, tag and source."""
        return self._shelves.facets(query)

    def find(self, text: str) -> int:
        """The id of the article meant by its number, the start of its uid, or its title.

        Raises NotFoundError where nothing or more than one fits.
        """
        return self._shelves.find(text)

    def update(self, ids: Iterable[int], **fields: object) -> int:
        """Set fields (`EDITABLE`) of articles; returns how many changed."""
        unknown = sorted(set(fields) - set(EDITABLE))
        if unknown:
            raise StoreError(f"These cannot be set on an article: {', '.join(unknown)}.")
        values = {
            name: int(value) if isinstance(value, bool) else str(value) for name, value in fields.items()
        }
        if "title" in values:
            values["title_key"] = sort_key(str(values["title"]))
        with self._ledger.step(f"Set {' and '.join(fields)}"):
            return len(self._ledger.update("articles", ids, values))

    def set_position(self, article_id: int, offset: int) -> None:
        """Keep the reading position; no step to undo."""
        with self._ledger.step("Reading position"):
            self._db.run(
                "UPDATE articles SET position = ? WHERE id = ? AND position <> ?",
                (offset, article_id, offset),
            )

    def trash(self, ids: Iterable[int]) -> int:
        """Move articles to the trash; returns how many were not there yet."""
        ids = self._db.column(
            f"SELECT id FROM articles WHERE trashed = '' AND id {AMONG}",
            (listed(ids),),
        )
        with self._ledger.step(f"Move {_some(len(ids))} to the trash"):
            return len(self._ledger.update("articles", ids, {"trashed": now()}))

    def restore(self, ids: Iterable[int]) -> int:
        """Take articles out of the trash; returns how many were in it."""
        with self._ledger.step("Take out of the trash"):
            return len(self._ledger.update("articles", ids, {"trashed": ""}))

    def trashed(self) -> list[int]:
        """Ids of the articles in the trash, the latest first."""
        return self._db.column("SELECT id FROM articles WHERE trashed <> '' ORDER BY trashed DESC, id DESC")

    def purge(self, ids: Iterable[int]) -> int:
        """Delete articles in the trash for good, in the journal too; returns how many."""
        chosen = listed(ids)
        doomed = "SELECT id FROM articles WHERE trashed <> '' AND id IN (SELECT value FROM json_each(:ids))"
        with self._ledger.step("Delete for good"):
            self._db.run(
                f"""DELETE FROM journal_changes WHERE subject IN (
                SELECT uid FROM articles WHERE id IN ({doomed})
                UNION ALL SELECT uid FROM quotes WHERE article_id IN ({doomed})
                UNION ALL SELECT uid FROM notes WHERE article_id IN ({doomed}))""",
                {"ids": chosen},
            )
            self._ledger.touch()
            return self._db.run(f"DELETE FROM articles WHERE id IN ({doomed})", {"ids": chosen}).rowcount


def digest_of(text: str) -> str:
    """What tells one text from another: BLAKE2b over the text with white space folded."""
    from hashlib import blake2b  # loads OpenSSL, which the first paint does not need

    return blake2b(" ".join(text.split()).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _refuse_broken(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StoreError(
            f"The text has half a character at {error.start}: read the file again with the right encoding."
        ) from error


def _some(count: int) -> str:
    return "an article" if count == 1 else f"{count} articles"
