"""Steps of an authorisation that two libraries took at the same time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.desks import Folder, conflicts, join, sync
from reader.library.approved_wordings import standing_of_quote
from reader.library.following import place
from reader.models import Article, Authorisation, Authorised, Quote, QuoteType, Span
from reader.store import Store

TEXT = "Der Vorspann.\n\n„Wir bauen heute“, sagte Erika Mustermann am Montag."
_AT = TEXT.index("„")
Desk = tuple[Store, Store, Folder]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two libraries that have a quote in common."""
    folder: Folder = {}
    with Store(tmp_path / "a.db", actor="anna") as anna, Store(tmp_path / "b.db", actor="bernd") as bernd:
        quote = Quote(QuoteType.DIRECT, (Span(_AT, _AT + 17),), confidence=0.9)
        anna.articles.add(Article(TEXT, title="Bau", location="bau.txt"), (quote,), "rules-1")
        for store, name in ((anna, "a" * 16), (bernd, "b" * 16)):
            join(store, name)
            sync(store, folder)
        yield anna, bernd, folder


def enter(store: Store, words: str, state: Authorisation = Authorisation.CHANGED) -> None:
    step = Authorised(state, "Wir bauen heute", words, "", "2026-11-28T10:00:00+00:00")
    store.quotes.add_authorisation(1, step)


def everybody(desk: Desk) -> None:
    anna, bernd, folder = desk
    for store in (anna, bernd) * 3:
        sync(store, folder)


def wording(store: Store) -> str:
    return standing_of_quote(store, store.quotes.get(1)).wording


def test_of_two_wordings_authorised_at_the_same_time_the_same_one_holds_in_both(desk: Desk) -> None:
    anna, bernd, _ = desk
    enter(anna, "Wir bauen morgen")
    enter(bernd, "Wir bauen nie")
    everybody(desk)
    standing = [standing_of_quote(store, store.quotes.get(1)) for store in (anna, bernd)]
    assert standing[0].wordings == standing[1].wordings
    assert len(standing[0].wordings) == 2


def test_the_wording_that_does_not_hold_is_listed_in_both(desk: Desk) -> None:
    anna, bernd, _ = desk
    enter(anna, "Wir bauen morgen")
    enter(bernd, "Wir bauen nie")
    everybody(desk)
    assert conflicts(anna) == conflicts(bernd) != []
    for store in (anna, bernd):
        (conflict,) = store.syncing.conflicts()
        said = [conflict.stands["approved"], conflict.other["approved"]]
        assert said == ["Wir bauen nie", "Wir bauen morgen"]
        assert (conflict.quote, conflict.who) == (1, "anna")


@pytest.mark.parametrize("take", [True, False])
def test_either_wording_can_be_made_to_hold_for_all(desk: Desk, take: bool) -> None:
    anna, bernd, _ = desk
    enter(anna, "Wir bauen morgen")
    enter(bernd, "Wir bauen nie")
    everybody(desk)
    (conflict,) = anna.syncing.conflicts()
    anna.syncing.settle(conflict, place, take=take)
    assert wording(anna) == (conflict.other if take else conflict.stands)["approved"]
    everybody(desk)
    assert wording(anna) == wording(bernd) == (conflict.other if take else conflict.stands)["approved"]
    assert anna.syncing.conflicts() == bernd.syncing.conflicts() == []


def test_whoever_enters_a_later_answer_settles_it(desk: Desk) -> None:
    anna, bernd, _ = desk
    enter(anna, "Wir bauen morgen")
    enter(bernd, "Wir bauen nie")
    everybody(desk)
    enter(bernd, "Wir bauen bald")
    everybody(desk)
    assert wording(anna) == wording(bernd) == "Wir bauen bald"
    assert anna.syncing.conflicts() == bernd.syncing.conflicts() == []


def test_the_same_wording_twice_and_one_after_the_other_contradict_nothing(desk: Desk) -> None:
    anna, bernd, _ = desk
    enter(anna, "Wir bauen morgen")
    enter(anna, "Wir bauen übermorgen")  # of one person, before anybody heard of it
    enter(bernd, "„Wir bauen übermorgen“")
    everybody(desk)
    assert anna.syncing.conflicts() == bernd.syncing.conflicts() == []
