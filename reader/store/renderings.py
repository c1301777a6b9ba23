"""Quotes that may render what another one says: found by the beginnings of its words in the index."""

from collections.abc import Iterable

from reader.store.connection import Connection
from reader.store.fts import spellings

MANY = 2000
"""Quotes from which a word tells nothing, and leads to no others; counting stops there."""
_LEADS = 12
"""Words, the rarest, by which others are looked for."""
_TWO_FROM = 4
"""Words that lead from which a quote must have two of them."""
_PHRASE = 6
"""Words up to which the whole is looked for as it stands."""


class Renderings:
    """Finds quotes that share words with others."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def counts(self, stems: Iterable[str]) -> dict[str, int]:
        """How many quotes have a word that begins so, `MANY` for that or more."""
        sql = f"""SELECT count(*) FROM
            (SELECT 1 FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT {MANY})"""
        return {stem: int(self._db.value(sql, (_begins(stem),))) for stem in stems}

    def total(self) -> int:
        """How many quotes there are."""
        return int(self._db.value("SELECT count(*) FROM quotes"))

    def ids(self, counts: dict[str, int], words: tuple[str, ...]) -> list[int]:
        """Quotes that share the rarest of `counts`' stems, or have all `words` of a short quote in a row.

        Rejected ones and those in the trash are left out; the oldest come first.
        """
        leads = sorted((count, stem) for stem, count in counts.items() if 0 < count < MANY)[:_LEADS]
        least = 2 if len(leads) >= _TWO_FROM else 1
        found = ["SELECT rowid AS id FROM quotes_fts WHERE quotes_fts MATCH ?"] * len(leads)
        parameters = [_begins(stem) for _, stem in leads]
        together = f"SELECT id FROM ({' UNION ALL '.join(found)}) GROUP BY id HAVING count(*) >= {least}"
        parts = [together] if leads else []
        if len(words) <= _PHRASE:
            parts.append(f"SELECT rowid AS id FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT {MANY}")
            parameters.append(f'words : "{" ".join(words)}"')
        if not parts:
            return []
        sql = f"""SELECT quotes.id FROM quotes JOIN articles ON articles.id = article_id
            WHERE trashed = '' AND quotes.status <> 'rejected' AND quotes.id IN
            ({" UNION ".join(f"SELECT id FROM ({part})" for part in parts)}) ORDER BY quotes.id"""
        return self._db.column(sql, parameters)


def _begins(stem: str) -> str:
    """A word that begins so, in any of its spellings."""
    forms = [f'"{form}" *' for form in spellings(stem)]
    return f"words : ({' OR '.join(forms)})"
