"""Which articles may have the words of a quotation: asked of the full-text indexes, a bounded number each.

A word that many articles have tells nothing and takes long, so no question reads more than a bounded number
of them: a manuscript has hundreds of words to ask for.
"""

from collections.abc import Iterable, Sequence

from reader.store.connection import Connection
from reader.store.steps import AMONG, listed

MANY = 2000
"""Articles from which a word is too common to look for."""


class QuotationLookup:
    """Finds articles by words, phrases, speakers."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def with_word(self, word: str) -> list[int]:
        """The articles that have a word; none where `MANY` have it."""
        sql = "SELECT rowid FROM article_texts_fts WHERE article_texts_fts MATCH ? LIMIT ?"
        found = self._db.column(sql, (_phrase([word]), MANY + 1))
        return found if len(found) <= MANY else []

    def with_phrase(self, words: Sequence[str], limit: int) -> list[int]:
        """Articles of whose quotes one has these words in a row, the first of them."""
        sql = """SELECT DISTINCT article_id FROM quotes WHERE id IN
            (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT ?)"""
        return self._db.column(sql, (f"words : {_phrase(words)}", limit))

    def by_speaker(self, name: str, words: Iterable[str], limit: int) -> list[int]:
        """Articles in which somebody whose name has this word says one of `words`."""
        some = " OR ".join(_phrase([word]) for word in words)
        said = f" AND words : ({some})" if some else ""
        sql = """SELECT article_id, count(*) FROM quotes WHERE id IN
            (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ? ORDER BY rank LIMIT ?)
            GROUP BY article_id"""
        expression = f"{{spoken_by resolved_speaker}} : {_phrase([name])}{said}"  # not shown
        return [article_id for article_id, _ in self._db.rows(sql, (expression, limit))]

    def by_sources(self, ids: Iterable[int], limit: int) -> list[int]:
        """Articles in which a source speaks, the newest first."""
        sql = f"""SELECT DISTINCT article_id FROM quotes WHERE source_id {AMONG}
            ORDER BY article_id DESC LIMIT ?"""
        return self._db.column(sql, (listed(ids), limit))

    def present(self, ids: Iterable[int]) -> set[int]:
        """Those of some articles that are not in the trash."""
        sql = f"SELECT id FROM articles WHERE trashed = '' AND id {AMONG}"
        return set(self._db.column(sql, (listed(ids),)))

    def in_other_languages(self, ids: Iterable[int], language: str) -> list[int]:
        """Those of some articles that are known to be in another language."""
        sql = f"SELECT id FROM articles WHERE language NOT IN ('', ?) AND id {AMONG} ORDER BY id DESC"
        return self._db.column(sql, (language, listed(ids)))


def _phrase(words: Sequence[str]) -> str:
    """Words in a row, as FTS5 takes them."""
    return '"' + " ".join(word.replace('"', " ") for word in words) + '"'
