"""Regular expressions in a search never keep anybody waiting for long, and lead to what they found."""

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


def test_an_endless_pattern_is_given_up_with_a_sentence_at_its_place(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "LONGEST", 0.05)
    monkeypatch.setattr(patterns, "SLOW", 0.02)
    monkeypatch.setattr(patterns, "PATIENCE", 0.12)
    with pytest.raises(QueryError, match="more simply") as caught:
        many.articles.ids(f"haushalt {ENDLESS}")
    assert caught.value.position == 12
    assert len(many.articles.ids("re:Haus\\w+")) == 6


def test_each_search_has_the_whole_patience(many: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "LONGEST", 0.05)
    monkeypatch.setattr(patterns, "SLOW", 0.02)
    monkeypatch.setattr(patterns, "PATIENCE", 0.45)
    for _ in range(4):  # each takes two thirds of it
        assert many.articles.ids(ENDLESS) == []


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
