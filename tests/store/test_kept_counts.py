"""Counts that are kept say what counting the articles would say, whatever was done to them."""

import random

import pytest

from reader.models import Article, ArticleState
from reader.store import Store, facets

OUTLETS = ("Nordblatt", "Nord-Echo", "Südkurier", "", "Ärzteblatt")
DAYS = ("2020", "2020-05", "2020-05-01", "2020-05-31", "2020-06-01", "2021-01-01", "2019-12-31", "")
QUERIES = (
    "",
    "lang:de",
    "-lang:de outlet:nord",
    "is:unread OR is:starred",
    'outlet:"arzteblatt"',
    *(f"{field}:{day}" for field in ("in", "before", "after") for day in ("2020", "2020-05", "2019-12")),
    "in:none is:done",
    "after:2019 (outlet:sud OR lang:fr) -is:reading",
    "in:2020-05-31",
    "before:2020-06-01 lang:fr",
)


@pytest.fixture
def busy(store: Store) -> Store:
    """Articles that were added, changed, trashed, deleted, put back and taken back."""
    chosen = random.Random(5)
    for number in range(160):
        article = Article(
            f"Text {number}",
            outlet=chosen.choice(OUTLETS),
            language=chosen.choice(("de", "fr", "")),
            published=chosen.choice(DAYS),
            location=f"/{number}",
        )
        store.articles.add(article)
    for _ in range(60):
        some = chosen.sample(range(1, 161), 5)
        chosen.choice(
            (
                lambda some=some: store.articles.update(some, starred=True),
                lambda some=some: store.articles.update(some, state=chosen.choice(list(ArticleState))),
                lambda some=some: store.articles.update(some, outlet=chosen.choice(OUTLETS)),
                lambda some=some: store.articles.update(some, published=chosen.choice(DAYS)),
                lambda some=some: store.articles.trash(some),
                lambda some=some: store.articles.restore(some),
                store.journal.undo,
                store.journal.redo,
            )
        )()
    store.articles.purge(store.articles.trashed()[:3])
    return store


@pytest.mark.parametrize("query", QUERIES)
def test_facets_and_counts_are_those_of_the_articles(
    busy: Store, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = (busy.articles.facets(query), busy.articles.count(query))
    monkeypatch.setattr(facets, "counted_where", lambda query: None)
    assert kept == (busy.articles.facets(query), len(busy.articles.ids(query)))


def test_facets_of_words_count_what_the_words_find(busy: Store) -> None:
    found = busy.articles.facets("text")
    assert found == busy.articles.facets("")
    assert sum(one.count for one in found.state) == len(busy.articles.ids(""))


def test_a_count_that_is_wrong_is_found_and_mended(busy: Store) -> None:
    busy._recorder.db.run("UPDATE article_counts SET number = number + 1 WHERE outlet = 'Nordblatt'")
    (found,) = (one for one in busy.doctor() if one.serious)
    assert (found.area, found.mended) == ("counters", False)
    (found,) = (one for one in busy.doctor(mend=True) if one.serious)
    assert found.mended
    assert [one for one in busy.doctor() if one.serious] == []
