"""Take articles in: new, the same as one that is there, or a new version of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from json import JSONEncoder
from typing import Any, Literal

from reader.errors import StoreError
from reader.models import Article, Quote
from reader.store.connection import Row
from reader.store.folding import sort_key
from reader.store.quotes import Quotes
from reader.store.records import stored_spans
from reader.store.steps import Ledger, new_uid, now

Outcome = Literal["new", "same", "changed"]

_PASSING = ("", "-", "stdin", "clipboard", "clip:")
"""Locations that say nothing about which article it is."""
_json = JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article that was added."""

    id: int
    outcome: Outcome
    """new, same (nothing was written), or changed (a new version of an article that was there)."""


class Intake:
    """Stores articles that come in."""

    def __init__(self, ledger: Ledger, quotes: Quotes) -> None:
        self._ledger = ledger
        self._db = ledger.db
        self._quotes = quotes

    def add(self, article: Article, quotes: Iterable[Quote], detector: str) -> Added:
        """Store an article unless it is there; see `Articles.add`."""
        words = article.text.split()
        digest = _digest(words, article.text)
        with self._ledger.part(f"Add “{article.title or article.location}”"):
            known = self._find(article, digest)
            if known is None:
                return Added(self._insert(article, digest, len(words), quotes, detector), "new")
            return self._again(known, article, digest, len(words))

    def known(self, article: Article) -> Added | None:
        """What `add` would find outside the trash; writes nothing."""
        digest = digest_of(article.text)
        row = self._find(article, digest)
        if row is None or row[2]:
            return None
        return Added(row[0], "same" if row[1] == digest else "changed")

    def _find(self, article: Article, digest: str) -> Row | None:
        """Id, digest and trash of the stored article that this one is: by address, by path, by text."""
        columns = "SELECT id, hash, trashed FROM articles WHERE"
        row = None
        if article.url:
            row = self._db.one(f"{columns} url = ? ORDER BY trashed, id", (article.url,))
        if row is None and article.location not in _PASSING:
            # several articles may come from one place, such as a feed: then their addresses differ
            sql = f"{columns} location = ? AND (url = ? OR url = '' OR ? = '') ORDER BY trashed, id"
            row = self._db.one(sql, (article.location, article.url, article.url))
        if row is None:
            sql = f"{columns} hash = ? AND outlet = ? AND url = ? ORDER BY trashed, id"
            row = self._db.one(sql, (digest, article.outlet, article.url))
        return row

    def _again(self, known: Row, article: Article, digest: str, words: int) -> Added:
        article_id, old_digest, trashed = known
        if trashed:
            self._ledger.update("articles", [article_id], {"trashed": ""})
        if digest == old_digest:
            return Added(article_id, "new" if trashed else "same")
        number = 1 + self._db.value("SELECT max(number) FROM versions WHERE article_id = ?", (article_id,))
        self._insert_version(article_id, number, article, digest, now())
        values = {"version": number, "hash": digest, "words": words, **self._missing(article_id, article)}
        if article.title:
            values |= {"title": article.title, "title_key": sort_key(article.title)}
        self._ledger.update("articles", [article_id], values)
        return Added(article_id, "changed")

    def _missing(self, article_id: int, article: Article) -> dict[str, str]:
        """What is known now of an article and was not before."""
        names = ("byline", "outlet", "section", "agency", "url", "published", "language", "feed")
        stored = self._db.one(f"SELECT {', '.join(names)} FROM articles WHERE id = ?", (article_id,)) or ()
        empty = [name for name, value in zip(names, stored, strict=False) if not value]
        return {name: str(getattr(article, name)) for name in empty if getattr(article, name)}

    def _insert(
        self, article: Article, digest: str, words: int, quotes: Iterable[Quote], detector: str
    ) -> int:
        at = now()
        values: dict[str, Any] = {
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
            "feed": article.feed,
            "state": str(article.state),
            "starred": int(article.starred),
            "hash": digest,
            "words": words,
            "added": article.added or at,
        }
        article_id = self._insert_row("articles", values)
        self._insert_version(article_id, 1, article, digest, at)
        self._quotes.insert_found(article_id, quotes, article.text, detector)
        self._record(article_id, values["uid"], at)
        return article_id

    def copy(self, row: Mapping[str, Any], versions: Iterable[Mapping[str, Any]]) -> int:
        """Store an article with all its versions as another library has it; returns its new id.

        Undone, it goes to the trash like an addition.
        """
        values = {name: value for name, value in row.items() if name not in ("id", "quotes", "open")}
        article_id = self._insert_row("articles", values)
        for version in versions:
            kept = {name: value for name, value in version.items() if name != "id"}
            self._insert_row("versions", {**kept, "article_id": article_id})
        self._record(article_id, row["uid"], now())
        return article_id

    def _insert_row(self, table: str, values: Mapping[str, Any]) -> int:
        sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
        return int(self._db.run(sql, tuple(values.values())).lastrowid or 0)

    def _record(self, article_id: int, uid: str, at: str) -> None:
        # undone, an addition goes to the trash: its text is not kept a second time in the journal
        sides = (f'{{"trashed": "{at}"}}', '{"trashed": ""}')
        self._ledger.record([("articles", article_id, uid, *sides)])

    def _insert_version(self, article_id: int, number: int, article: Article, digest: str, at: str) -> None:
        captions = _json([[caption.text, caption.credit] for caption in article.captions])
        details = (captions, stored_spans(article.headings), _json(article.removed))
        sql = """INSERT INTO versions (article_id, number, added, hash, captions, headings, removed, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
        self._db.run(sql, (article_id, number, at, digest, *details, article.text))


def digest_of(text: str) -> str:
    """What tells one text from another: BLAKE2b over the text with white space folded."""
    return _digest(text.split(), text)


def _digest(words: list[str], text: str) -> str:
    try:
        return blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
    except UnicodeEncodeError as error:
        place = next(at for at, character in enumerate(text) if "\ud800" <= character <= "\udfff")
        raise StoreError(
            f"The text has half a character at {place}: read the file again with the right encoding."
        ) from error
