"""Articles: add, read, change, trash. Lists, filters and facets of them are in `shelves`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, StoreError
from reader.store.article_lists import Shelves
from reader.store.folding import sort_key
from reader.store.steps import AMONG, Ledger, listed, now

if TYPE_CHECKING:
    from reader.models import Article, ArticleRow, Note, Quote
    from reader.store.adding import Added, Intake
    from reader.store.facets import Facets
    from reader.store.quotes import Quotes
    from reader.store.versions import Version

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


class Articles:
    """The articles of a library."""

    def __init__(self, ledger: Ledger, quotes: "Callable[[], Quotes]") -> None:
        self._ledger = ledger
        self._db = ledger.db
        self._quotes = quotes
        self._shelves = Shelves(ledger.db)

    @cached_property
    def _intake(self) -> "Intake":
        from reader.store.adding import Intake  # not for the first paint

        return Intake(self._ledger, self._quotes())

    def add(self, article: "Article", quotes: "Iterable[Quote]" = (), detector: str = "") -> "Added":
        """Store an article with the quotes a detector found in it, unless it is there already.

        The same address or path with another text makes a new version and leaves quotes and notes in place:
        `reanchor` and `quotes.replace_suggestions` follow. An article found in the trash is taken out again.
        """
        return self._intake.add(article, quotes, detector)

    def known(self, article: "Article") -> "Added | None":
        """What `add` would find of this article, outside the trash: the same, or one that changed."""
        return self._intake.known(article)

    def get(self, article_id: int, version: int = 0) -> "Article":
        """The article with its text, or with the text of an older `version`."""
        from reader.store.records import ARTICLE_COLUMNS, article_of  # not for the first paint

        sql = f"""SELECT {ARTICLE_COLUMNS}, text, captions, headings, removed
            FROM articles JOIN versions ON article_id = articles.id
            AND number = coalesce(nullif(?, 0), version) WHERE articles.id = ?"""
        row = self._db.one(sql, (version, article_id))
        if row is None:
            raise NotFoundError(f"There is no article number {article_id} in the library.")
        tags = "SELECT name FROM taggings JOIN tags ON tags.id = tag_id WHERE article_id = ? ORDER BY name"
        article = article_of(row, tuple(self._db.column(tags, (article_id,))))
        return replace(article, version=version) if version else article

    def text(self, article_id: int, version: int = 0) -> str:
        """The text alone, of the current or an older version."""
        return self.get(article_id, version).text

    def versions(self, article_id: int) -> "list[Version]":
        """All texts of an article, oldest first."""
        from reader.store.versions import versions_of  # not for the first paint

        return versions_of(self._db, article_id)

    def reanchor(self, article_id: int, quotes: "Iterable[Quote]", notes: "Iterable[Note]") -> None:
        """Write where quotes and notes stand in the current text, with how sure that is (their `anchor`).

        An orphan keeps its words and its place in the older text.
        """
        from reader.store.versions import reanchor  # not for the first paint

        reanchor(self._ledger, self._quotes(), self.text(article_id), quotes, notes)

    def ids(
        self, query: str = "", *, sort: str = "added", descending: bool = True, limit: int = -1
    ) -> list[int]:
        """Ids of the articles that a query finds, sorted by a column of the list; see `shelves.SORTS`.

        With a `limit`, the first of them only.
        """
        return self._shelves.ids(query, sort=sort, descending=descending, limit=limit)

    def rows(self, ids: Iterable[int]) -> "list[ArticleRow]":
        """What a list shows of these articles, in the order of `ids`; unknown ids are left out."""
        return self._shelves.rows(ids)

    def count(self, query: str = "") -> int:
        """How many articles a query finds."""
        return self._shelves.count(query)

    def facets(self, query: str = "") -> "Facets":
        """How the articles found divide by outlet, language, state, month, tag and source."""
        from reader.store.facets import facets_of  # not for the first paint

        return facets_of(self._db, query)

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
        with self._ledger.step(_told(fields)):
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
        from reader.store.purging import purge  # rare

        return purge(self._ledger, ids)


def _told(fields: Mapping[str, object]) -> str:
    if list(fields) == ["starred"]:
        return "Star" if fields["starred"] else "Unstar"
    if list(fields) == ["state"]:
        return f"Mark as {fields['state']}"
    return f"Set {' and '.join(fields)}"


def _some(count: int) -> str:
    return "an article" if count == 1 else f"{count} articles"
