"""The same report in several outlets: articles that share much of their text, and their quotes side by side.

Signatures (`reader.texts.near_duplicates`) are derived data: made when asked for, made anew when a text
changes, and no part of the journal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from json import dumps, loads

from reader.i18n import _
from reader.models import Quote
from reader.store.quotes import Quotes
from reader.store.records import current_text
from reader.store.same_quotes import matched
from reader.store.steps import AMONG, Recorder, listed
from reader.texts.near_duplicates import Signature, bands, is_same_story, shared, shingles, signature

PORTION = 200
"""Articles signed in one transaction."""
_CROWD = 50
"""A key that more articles share than this stands for boilerplate, not for a report."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article with much of the same text."""

    article_id: int
    likeness: float
    """Share, 0 to 1, of the shorter text that stands in the other too."""


@dataclass(frozen=True, slots=True)
class QuotePair:
    """The same quote in two articles; one side is None where it stands in one of them only."""

    ours: Quote | None
    theirs: Quote | None
    likeness: float
    """1.0 for the same words, 0.0 where one side is missing."""


class Stories:
    """Finds articles that tell the same report."""

    def __init__(self, recorder: Recorder, quotes: Quotes) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._quotes = quotes

    def pending(self) -> int:
        """How many articles have no signature of their present text yet."""
        return int(self._db.value(f"SELECT count(*) FROM articles WHERE {_UNSIGNED}"))

    def sign(self) -> Iterator[int]:
        """Make the signatures that are missing, in portions; yields how many are left after each."""
        while True:
            sql = f"SELECT id FROM articles WHERE {_UNSIGNED} ORDER BY id DESC LIMIT {PORTION}"
            missing = self._db.column(sql)
            if not missing:
                return
            self._sign(missing)
            yield self.pending()

    def _sign(self, ids: Iterable[int]) -> None:
        sql = f"""SELECT articles.id, articles.hash, text FROM articles
            JOIN versions ON article_id = articles.id AND number = version WHERE articles.id {AMONG}"""
        texts = self._db.rows(sql, (listed(ids),))
        signed = [(number, digest, signature(text)) for number, digest, text in texts]
        with self._recorder.step(_("Signatures")):
            chosen = (listed(number for number, _, _ in signed),)
            self._db.run(f"DELETE FROM story_bands WHERE article_id {AMONG}", chosen)
            rows = [(number, digest, dumps(found)) for number, digest, found in signed]
            self._db.many("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", rows)
            keys = [(band, number) for number, _, found in signed for band in bands(found)]
            self._db.many("INSERT OR IGNORE INTO story_bands VALUES (?, ?)", keys)

    def of(self, article_id: int) -> list[Copy]:
        """Other articles with much of the same text, the most alike first; all must be signed before."""
        if self._db.value(f"SELECT 1 FROM articles WHERE id = ? AND {_UNSIGNED}", (article_id,)):
            self._sign([article_id])
        sql = """SELECT DISTINCT other.article_id FROM story_bands AS own
            JOIN story_bands AS other ON other.band = own.band AND other.article_id <> own.article_id
            JOIN articles ON articles.id = other.article_id WHERE own.article_id = ? AND trashed = ''"""
        candidates = self._db.column(sql, (article_id,))
        found, words = self._signatures([article_id, *candidates]), self._words([article_id, *candidates])
        near = [one for one in candidates if _are_copies(article_id, one, found, words)]
        mine = shingles(self._text(article_id))
        copies = [Copy(one, shared(mine, shingles(self._text(one)))) for one in near]
        return sorted(copies, key=lambda copy: -copy.likeness)

    def all(self) -> list[tuple[int, ...]]:
        """Groups of articles that tell the same report, the largest first; all must be signed before."""
        sql = f"""SELECT json_group_array(article_id) FROM story_bands
            JOIN articles ON articles.id = article_id WHERE trashed = ''
            GROUP BY band HAVING count(*) BETWEEN 2 AND {_CROWD}"""
        groups = [sorted(loads(group)) for group in self._db.column(sql)]
        ids = {number for group in groups for number in group}
        found, words = self._signatures(ids), self._words(ids)
        leader: dict[int, int] = {}
        for one, other in _pairs(groups):
            if _are_copies(one, other, found, words):
                leader[_leader(leader, one)] = _leader(leader, other)
        stories: defaultdict[int, list[int]] = defaultdict(list)
        for number in leader:
            stories[_leader(leader, number)].append(number)
        together = [tuple(sorted({head, *members})) for head, members in stories.items()]
        return sorted(together, key=lambda story: (-len(story), story))

    def quotes(self, article_id: int, other_id: int) -> list[QuotePair]:
        """The quotes of two articles side by side: the same, altered, or in one of them only."""
        ours, theirs = self._quotes.of(article_id), self._quotes.of(other_id)
        taken = matched(*([" ".join(quote.exact) for quote in side] for side in (ours, theirs)))
        used = {other for other, _ in taken.values()}
        pairs = [_pair(one, taken.get(i), theirs) for i, one in enumerate(ours)]
        return pairs + [QuotePair(None, other, 0.0) for k, other in enumerate(theirs) if k not in used]

    def _signatures(self, ids: Iterable[int]) -> dict[int, Signature]:
        sql = f"SELECT article_id, signature FROM signatures WHERE article_id {AMONG}"
        return {number: tuple(loads(found)) for number, found in self._db.rows(sql, (listed(ids),))}

    def _words(self, ids: Iterable[int]) -> dict[int, int]:
        rows = self._db.rows(f"SELECT id, words FROM articles WHERE id {AMONG}", (listed(ids),))
        return dict(rows)

    def _text(self, article_id: int) -> str:
        return current_text(self._db, article_id) or ""


_UNSIGNED = """trashed = '' AND NOT EXISTS
    (SELECT 1 FROM signatures WHERE article_id = articles.id AND signatures.hash = articles.hash)"""


def _are_copies(one: int, other: int, found: dict[int, Signature], words: dict[int, int]) -> bool:
    return is_same_story(found[one], found[other], (words[one], words[other]))


def _pairs(groups: Iterable[list[int]]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(group, 2)}


def _leader(leader: dict[int, int], number: int) -> int:
    while leader.get(number, number) != number:
        number = leader[number]
    return number


def _pair(one: Quote, found: tuple[int, float] | None, theirs: list[Quote]) -> QuotePair:
    return QuotePair(one, theirs[found[0]], found[1]) if found else QuotePair(one, None, 0.0)
