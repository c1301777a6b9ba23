"""Regular expressions in a search never keep anybody waiting for long, and lead to what they found."""

import itertools

import pytest

from reader.models import Article
from reader.store import QueryError, Store, matcher, patterns

ENDLESS = r"re:(\w+\s?)+\d$"
TEXT = "Der Haushalt steht. " + "wort " * 400 + "Das Hausboot sinkt!"


@pytest.fixture
def many(store: Store) -> Store:
    """A library of texts that an endless pattern looks back and forth in."""
    for number in range(6):
        store.articles.add(Article(f"{TEXT} {'so ' * number}", title="Haus", location=f"/{number}"))
    return store


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock on which each text takes the seconds that stand in it."""
    seconds = [0.0]
    now = itertools.count()
    monkeypatch.setattr(patterns, "_clock", lambda: (next(now) + 1) // 2 * seconds[0])
    return seconds


def test_an_endless_pattern_is_given_up_with_a_sentence_at_its_place(many: Store, clock: list[float]) -> None:
    clock[0] = 1.0
    with pytest.raises(QueryError, match="more simply") as caught:
        many.articles.ids("haushalt re:(zz|y)z")
    assert caught.value.position == 12
    clock[0] = 0.01
    assert len(many.articles.ids("re:Haus\\w+")) == 6


def test_each_search_has_the_whole_patience(many: Store, clock: list[float]) -> None:
    clock[0] = 0.2  # six titles and six texts: 2.4 s of 3
    for _ in range(4):
        assert many.articles.ids("re:zzz") == []


def test_one_text_is_not_looked_at_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "LONGEST", 0.05)
    assert not patterns.fits(ENDLESS.removeprefix("re:"), TEXT)


def test_what_a_pattern_found_is_shown_and_opened_there(many: Store) -> None:
    hit = many.search("re:(Haus|Hof)boot").items[0]
    assert hit.where == "text"
    assert TEXT[hit.start :].startswith("Hausboot")
    assert ("Hausboot", True) in hit.snippet


def test_a_pattern_is_marked_in_the_article_and_never_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    found = matcher("re:haus\\w+")
    assert found is not None
    assert [match.group() for match in found.finditer(TEXT)] == ["Haushalt", "Hausboot"]
    monkeypatch.setattr(patterns, "MARKING", 0.05)
    endless = matcher(ENDLESS)
    assert endless is not None
    assert list(endless.finditer(TEXT)) == []
