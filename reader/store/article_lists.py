"""Lists of articles: ids in an order, rows to show, and counts, all without touching the texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from reader.errors import NotFoundError, StoreError
from reader.i18n import _
from reader.rows import ArticleRow, ArticleState
from reader.store.columns import FLAG, Column, Columns, term, values_of
from reader.store.connection import Connection
from reader.store.folding import folded
from reader.store.steps import AMONG, listed
from reader.store.taggings import tags_of

SORTS = {
    "added": "id",
    "published": "published",
    "title": "title_key",
    "outlet": "outlet",
    "language": "language",
    "quotes": "quotes",
    "open": "open",
    "words": "words",
    "state": "state",
    "starred": "starred",
}
"""What a list can be sorted by, and the column that does it."""

HELD = """CASE WHEN lifted <> '' THEN '' WHEN embargo_until <> '' THEN 'embargo until ' || embargo_until
    WHEN embargo <> '' THEN 'embargo' WHEN undelivered <> '' THEN 'undelivered' ELSE '' END"""
"""Why an article must wait, in SQL, as `ArticleRow.held` has it."""

_BEFORE_NEWEST = "(SELECT max(id) - 20000 FROM articles)"
_NEWEST = f"""SELECT id FROM articles NOT INDEXED WHERE {{}}
    AND id > {_BEFORE_NEWEST} ORDER BY id DESC LIMIT {{}}"""
"""The first rows of a filter, where the newest articles hold enough of them: few are looked at."""

_FIRST_QUOTE = f"SELECT min(id) FROM quotes INDEXED BY quotes_by_article WHERE article_id > {_BEFORE_NEWEST}"
"""The first quote of the newest articles; without the index all quotes before it would be looked at."""

_KINDS = {
    "held": Column(HELD, field="held"),
    "state": Column("state", term(ArticleState)),
    "starred": Column("starred", FLAG),
}
_ROW = Columns(*(_KINDS.get(one.name, Column(one.name)) for one in fields(ArticleRow) if one.name != "tags"))
"""Every field of a row is a column of the same name, but for the tags."""


class ArticleLists:
    """Reads lists of articles."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def ids(self, query: str, *, sort: str, descending: bool, limit: int) -> Sequence[int]:
        """Ids that the query finds, sorted."""
        column = SORTS.get(sort)
        if column is None:
            raise StoreError(
                _("Articles cannot be sorted by {sort}: take one of {sorts}.").format(
                    sort=sort, sorts=", ".join(SORTS)
                )
            )
        direction = "DESC" if descending else "ASC"
        if column == "id" and (by_words := _by_words(query, direction)):
            return self._listed(*by_words, limit)
        where, parameters = _where(query)
        order = f"id {direction}" if column == "id" else f"{column} {direction}, id DESC"
        found = f"SELECT id FROM articles WHERE {where} ORDER BY {order}"
        if limit >= 0 and column == "id" and descending and query.strip():
            newest = self._db.column(_NEWEST.format(where, limit), self._of_newest(parameters))
            if len(newest) == limit:
                return newest
        return self._listed(found, parameters, limit)

    def _of_newest(self, parameters: Mapping[str, object]) -> Mapping[str, object]:
        """The parameters of a filter, for quotes of the newest articles."""
        from reader.store.content_fields import FirstQuote  # the first paint has no filter

        places = [name for name, value in parameters.items() if isinstance(value, FirstQuote)]
        return {**parameters, **dict.fromkeys(places, self._db.value(_FIRST_QUOTE))} if places else parameters

    def _listed(self, found: str, parameters: Mapping[str, object], limit: int) -> Sequence[int]:
        if limit >= 0:
            return self._db.column(f"{found} LIMIT {limit}", parameters)
        from reader.store.id_lists import ids_of  # the first paint has but a screenful

        return ids_of(self._db, found, parameters)

    def rows(self, ids: Iterable[int]) -> list[ArticleRow]:
        """Rows to show, in the order of `ids`."""
        ids = list(ids)
        found = self._db.rows(f"SELECT {_ROW.selected} FROM articles WHERE id {AMONG}", (listed(ids),))
        table = _ROW.read(found)
        table["tags"] = tags_of(self._db, "article_id", table["id"])
        by_id = dict(zip(table["id"], values_of(ArticleRow, table), strict=True))
        return [by_id[article_id] for article_id in ids if article_id in by_id]

    def count(self, query: str) -> int:
        """How many the query finds."""
        from reader.store.article_counts import COUNTS, counted_where  # lists do without

        if kept := counted_where(query):
            sql = f"SELECT coalesce(sum(number), 0) FROM {COUNTS} WHERE {kept.sql}"
            return int(self._db.value(sql, kept.parameters))
        if by_words := _by_words(query, "DESC"):
            return int(self._db.value(f"SELECT count(*) FROM ({by_words[0]})", by_words[1]))
        where, parameters = _where(query)
        return int(self._db.value(f"SELECT count(*) FROM articles WHERE {where}", parameters))

    def find(self, text: str) -> int:
        """One article by number, start of its uid, or title."""
        text = text.strip()
        for sql, value in (
            (
                "SELECT id FROM articles WHERE id = ?",
                int(text) if text.isdecimal() and len(text) < 19 else None,
            ),
            (
                "SELECT id FROM articles WHERE uid >= ? AND uid < ? || 'g' LIMIT 3",
                text.lower() if len(text) >= 4 else None,
            ),
            ("SELECT id FROM articles WHERE trashed = '' AND title = ? LIMIT 3", text or None),
        ):
            if value is not None:
                found = self._db.column(sql, (value,) * sql.count("?"))
                if found:
                    return self._only(found, text)
        return self._by_part_of_title(text)

    def _by_part_of_title(self, text: str) -> int:
        pattern = "%" + folded(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        sql = "SELECT id FROM articles WHERE trashed = '' AND title_key LIKE ? ESCAPE '\\' LIMIT 3"
        found = self._db.column(sql, (pattern,)) if text else []
        if not found and text.isdecimal():
            raise NotFoundError(_("There is no article number {text} in the library.").format(text=text))
        if not found:
            raise NotFoundError(
                _("No article is called “{text}”: give its number or a part of its title.").format(text=text)
            )
        return self._only(found, text)

    def _only(self, found: list[int], text: str) -> int:
        if len(found) == 1:
            return found[0]
        named = ", ".join(f"{row.id} “{row.title[:40]}”" for row in self.rows(found[:2]))
        raise NotFoundError(
            _("More than one article fits “{text}” ({named} …): give its number.").format(
                text=text, named=named
            )
        )


def _by_words(query: str, direction: str) -> tuple[str, Mapping[str, object]] | None:
    """The statement for a query of nothing but words, None for any other."""
    if not query.strip():
        return None
    from reader.store.word_lists import by_words  # the first paint has no filter

    return by_words(query, direction)


def _where(query: str) -> tuple[str, Mapping[str, object]]:
    if not query.strip():
        return "trashed = ''", {}
    from reader.store.filters import articles_where  # the first paint has no filter

    condition = articles_where(query)
    return condition.sql, condition.parameters
