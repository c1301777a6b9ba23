"""One report as several outlets tell it: the quotes of each copy beside those of one article.

A `Story` is one article and its `Telling`s; a telling has a `Parallel` for each quote of either side.
"""

from dataclasses import dataclass
from enum import StrEnum

from reader.i18n import pgettext
from reader.models import ArticleRow, Quote, Status
from reader.store import Store
from reader.texts.differences import Difference, bare, difference, is_same


class Standing(StrEnum):
    """How a quote stands in two articles."""

    SAME = "same"
    ALTERED = "altered"
    ONLY_HERE = "only here"  # not shown: the label is
    ONLY_THERE = "only there"  # not shown: the label is

    @property
    def label(self) -> str:
        """What people are told."""
        return _STANDING_LABELS[self]


_STANDING_LABELS = {
    Standing.SAME: pgettext("standing", "same"),
    Standing.ALTERED: pgettext("standing", "altered"),
    Standing.ONLY_HERE: pgettext("standing", "only here"),
    Standing.ONLY_THERE: pgettext("standing", "only there"),
}


@dataclass(frozen=True, slots=True)
class Parallel:
    """A quote in the one article, in the other, or in both."""

    standing: Standing
    here: Quote | None
    there: Quote | None
    difference: Difference = ()
    """From here to there, where it is altered."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Another article with much of the same text."""

    article: ArticleRow
    likeness: float
    """Share, 0 to 1, of the shorter text that stands in the other too."""
    quotes: tuple[Parallel, ...]

    def count(self, standing: Standing) -> int:
        """How many quotes stand so."""
        return sum(parallel.standing is standing for parallel in self.quotes)


@dataclass(frozen=True, slots=True)
class Story:
    """An article and the others that tell the same."""

    article: ArticleRow
    tellings: tuple[Telling, ...]


def sign_all(store: Store) -> None:
    """Bring up to date what copies are found by."""
    for _left in store.stories.sign():
        pass


def stories(store: Store) -> list[tuple[ArticleRow, ...]]:
    """All groups of articles that tell the same report, the largest first; each in order of publication."""
    sign_all(store)
    return [tuple(_by_date(store.articles.rows(group))) for group in store.stories.all()]


def _by_date(rows: list[ArticleRow]) -> list[ArticleRow]:
    return sorted(rows, key=lambda row: (row.published or row.added, row.id))


def story_of(store: Store, article_id: int) -> Story:
    """The story that an article tells; without tellings where nobody else tells it."""
    sign_all(store)
    copies = store.stories.of(article_id)
    rows = {row.id: row for row in store.articles.rows([article_id, *(copy.article_id for copy in copies)])}
    tellings = [
        Telling(rows[copy.article_id], copy.likeness, tuple(parallels(store, article_id, copy.article_id)))
        for copy in copies
    ]
    return Story(rows[article_id], tuple(tellings))


def parallels(store: Store, article_id: int, other_id: int) -> list[Parallel]:
    """The quotes of two articles side by side, without rejected ones."""
    pairs = store.stories.quotes(article_id, other_id)
    return [
        parallel_of(_unless_rejected(pair.ours), _unless_rejected(pair.theirs))
        for pair in pairs
        if _unless_rejected(pair.ours) or _unless_rejected(pair.theirs)
    ]


def _unless_rejected(quote: Quote | None) -> Quote | None:
    return None if quote is None or quote.status is Status.REJECTED else quote


def parallel_of(here: Quote | None, there: Quote | None) -> Parallel:
    """Two quotes side by side, or one alone."""
    if here is None or there is None:
        return Parallel(Standing.ONLY_HERE if here else Standing.ONLY_THERE, here, there)
    ours, theirs = here.stored_words, there.stored_words
    if is_same(ours, theirs):
        return Parallel(Standing.SAME, here, there)
    return Parallel(Standing.ALTERED, here, there, difference(ours, theirs))


@dataclass(frozen=True, slots=True)
class Strand:
    """One quote through all tellings of a story: first the article's own, then one for each telling."""

    here: Quote | None
    there: tuple[Parallel | None, ...]
    """None where that copy does not have it."""


def strands(story: Story) -> list[Strand]:
    """The quotes of a story, a row each: those of its article in order, then those it does not have."""
    rows: dict[int, list[Parallel | None]] = {}
    quotes: dict[int, Quote] = {}
    extra: dict[tuple[str, ...], list[Parallel | None]] = {}
    for column, telling in enumerate(story.tellings):
        for parallel in telling.quotes:
            if parallel.here is not None:
                quotes[parallel.here.id] = parallel.here
                row = rows.setdefault(parallel.here.id, [None] * len(story.tellings))
                row[column] = parallel if parallel.there else None
            elif parallel.there is not None:
                row = extra.setdefault(bare(parallel.there.stored_words), [None] * len(story.tellings))
                row[column] = parallel
    own = sorted(quotes.values(), key=lambda quote: (quote.start, -quote.end))
    return [
        *(Strand(quote, tuple(rows[quote.id])) for quote in own),
        *(Strand(None, tuple(row)) for row in extra.values()),
    ]


def said_elsewhere(store: Store, article_id: int) -> list[tuple[str, str]]:
    """Who says what in the other articles of an article's story: names, with the words of each quote."""
    said: list[tuple[str, str]] = []
    for telling in story_of(store, article_id).tellings:
        text = store.articles.get(telling.article.id).text
        quotes = store.quotes.of(telling.article.id)
        said += [(quote.name_read(text), quote.words(text)) for quote in quotes]
    return said
