"""Take articles in: new, the same as one that is there, or a new version of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal, NamedTuple

from reader.errors import StoreError
from reader.i18n import _
from reader.models import Article, Quote
from reader.store.columns import Use
from reader.store.connection import Values
from reader.store.identity import StoredIdentity, entry_known, meet
from reader.store.quotes import Quotes
from reader.store.records import ARTICLE, Ground, with_title_key
from reader.store.steps import Recorder, RowChange, new_uid, now

Outcome = Literal["new", "same", "changed"]

_RENEWED = ("title", "entry_digest", "correction")
"""Columns that follow a new text."""
_COUNTERS = ("quotes", "open")
"""Columns that triggers fill as quotes come in."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article that was added."""

    id: int
    outcome: Outcome
    """new, same (nothing was written), or changed (a new version of an article that was there)."""
    is_trashed: bool = False
    """Whether it lies in the trash, out of which adding takes it."""


class KnownEntry(NamedTuple):
    """The article of a feed's entry."""

    id: int
    digest: str
    """Of the entry as it was when it was read; "" where nobody noted it."""
    is_trashed: bool = False


class Intake:
    """Stores articles that come in."""

    def __init__(self, recorder: Recorder, quotes: Quotes) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._quotes = quotes

    def add(self, article: Article, quotes: Iterable[Quote], detector: str, into: int = 0) -> Added:
        """Store an article unless it is there; see `Articles.add`."""
        words = article.text.split()
        digest = _digest(words, article.text)
        with self._recorder.part(_("Add “{title}”").format(title=article.title or article.location)):
            met = meet(self._db, article, digest, into)
            if met.known is None:
                return Added(self._insert(met.article, digest, len(words), quotes, detector), "new")
            return self._again(met.known, met.article, digest, len(words))

    def known(self, article: Article, into: int = 0) -> Added | None:
        """What `add` would find; writes nothing."""
        digest = digest_of(article.text)
        there = meet(self._db, article, digest, into).known
        if there is None:
            return None
        outcome: Outcome = "same" if there.hash == digest else "changed"
        return Added(there.id, outcome, is_trashed=bool(there.trashed))

    def known_entry(self, entry: Article, *, in_trash: bool = False) -> KnownEntry | None:
        """The stored article of a feed's entry whose text is not read; `in_trash` looks there too."""
        there = entry_known(self._db, entry, in_trash=in_trash)
        return KnownEntry(there.id, there.entry_digest, bool(there.trashed)) if there else None

    def _again(self, known: StoredIdentity, article: Article, digest: str, words: int) -> Added:
        if known.trashed:
            self._recorder.update("articles", [known.id], {"trashed": ""})
        if known.hash == digest:
            return Added(known.id, "new" if known.trashed else "same")
        number = 1 + self._db.value("SELECT max(number) FROM versions WHERE article_id = ?", (known.id,))
        self._insert_version(known.id, number, article, digest, now())
        values = {"version": number, "hash": digest, "words": words, **self._learned(known.id, article)}
        values |= {name: value for name in _RENEWED if (value := getattr(article, name))}
        values |= self._held_anew(known.id, article)
        self._recorder.update("articles", [known.id], with_title_key(values))
        return Added(known.id, "changed")

    def _held_anew(self, article_id: int, article: Article) -> dict[str, Any]:
        """The embargo of a newer text, where it is another one: what was lifted was not this."""
        before = self._db.value("SELECT embargo FROM articles WHERE id = ?", (article_id,))
        if article.embargo in ("", before):
            return {}
        return {"embargo": article.embargo, "embargo_until": article.embargo_until, "lifted": ""}

    def _learned(self, article_id: int, article: Article) -> dict[str, Any]:
        """What is known now of an article and was not before."""
        names = ", ".join(ARTICLE.names(Use.FILLED))
        before = self._db.first(f"SELECT {names} FROM articles WHERE id = ?", (article_id,)) or {}
        new = ARTICLE.stored(article, Use.FILLED)
        return {name: value for name, value in new.items() if value and not before.get(name)}

    def _insert(
        self, article: Article, digest: str, words: int, quotes: Iterable[Quote], detector: str
    ) -> int:
        at = now()
        own: dict[str, Any] = {
            "uid": article.uid or new_uid(),
            "hash": digest,
            "words": words,
            "added": article.added or at,
        }
        values = own | with_title_key(ARTICLE.stored(article, Use.TAKEN))
        article_id = self._db.insert("articles", values)
        self._insert_version(article_id, 1, article, digest, at)
        self._quotes.insert_found(article_id, quotes, Ground(article.text, article.transcript), detector)
        self._record(article_id, values["uid"], at)
        return article_id

    def copy(self, row: Values, versions: Iterable[Values]) -> int:
        """Store an article with all its versions as another library has it; returns its new id.

        Undone, it goes to the trash like an addition.
        """
        article_id = self._db.insert("articles", _without(row, "id", *_COUNTERS))
        for version in versions:
            self._db.insert("versions", {**_without(version, "id"), "article_id": article_id})
        self._record(article_id, row["uid"], now())
        return article_id

    def _record(self, article_id: int, uid: str, at: str) -> None:
        # undone, an addition goes to the trash: its text is not kept a second time in the journal
        before, after = f'{{"trashed": "{at}"}}', '{"trashed": ""}'
        self._recorder.record([RowChange("articles", article_id, uid, before, after)])

    def _insert_version(self, article_id: int, number: int, article: Article, digest: str, at: str) -> None:
        own = {"article_id": article_id, "number": number, "added": at, "hash": digest}
        self._db.insert("versions", own | ARTICLE.stored(article, Use.VERSION))


def _without(row: Values, *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def digest_of(text: str) -> str:
    """What tells one text from another: BLAKE2b over the text with white space folded."""
    return _digest(text.split(), text)


def _digest(words: list[str], text: str) -> str:
    try:
        return blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
    except UnicodeEncodeError as error:
        place = next(at for at, character in enumerate(text) if "\ud800" <= character <= "\udfff")
        raise StoreError(
            _(
                "The text has half a character at {place}: read the file again with the right encoding."
            ).format(place=place)
        ) from error
