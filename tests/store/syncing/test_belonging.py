"""What a thing belongs to, and in which text it stands, is the same in all libraries whatever came first."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bench.desks import Folder, join, picture, sync
from reader.library.following import follow_new_text
from reader.models import Article, Evidence, Quote, QuoteType, Source, Span, Verification
from reader.store import Store

NAME = "Mira Tannhof"
SAID = "„Mira Tannhof irrt“"
TEXT = f"{SAID}, sagte der Rat am Montag."
PAGE = Article(TEXT, "Bau", outlet="Bote", location="/bau", language="de")
LATER = f"Nachtrag. {TEXT}"


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[dict[str, Store]]:
    found = {name: Store(tmp_path / f"{name}.db", actor=name) for name in ("anna", "bernd")}
    for name, store in found.items():
        join(store, name)
    yield found
    for store in found.values():
        store.close()


def _quote(text: str) -> Quote:
    at = text.index(SAID)
    return Quote(QuoteType.DIRECT, (Span(at, at + len(SAID)),))


def fetch_again(store: Store, text: str, quotes: tuple[Quote, ...]) -> None:
    (number,) = store.articles.ids()
    with store.step("Fetch again"):
        store.articles.add(replace(PAGE, text=text), [], "", number)
        follow_new_text(store, number, quotes, "rules-1")


def test_a_check_goes_with_a_quote_that_is_removed_and_made_again_in_a_newer_text(
    stores: dict[str, Store],
) -> None:
    anna, bernd = stores.values()
    folder: Folder = {}
    number = anna.articles.add(PAGE, [_quote(TEXT)], "rules-1").id
    (quote,) = anna.quotes.of(number)
    said = Verification.CHECKED
    anna.quotes.set_verification([quote.id], said, Evidence(said, quote.id, "page", "S. 3"))
    for store in (anna, bernd):
        sync(store, folder)
    anna.quotes.drop([quote.id])
    sync(anna, folder)
    anna.journal.undo()
    fetch_again(anna, LATER, (_quote(LATER),))
    for store in (anna, bernd) * 3:
        sync(store, folder)
    assert picture(anna) == picture(bernd)
    for store in (anna, bernd):
        (kept,) = store.quotes.of(store.articles.ids()[0])
        assert [one.reference for one in store.quotes.evidence(kept.id)] == ["S. 3"]


def test_what_a_newer_text_lost_has_its_words_once_the_older_one_is_clear(stores: dict[str, Store]) -> None:
    anna, bernd = stores.values()
    folder: Folder = {}
    number = anna.articles.add(PAGE, [_quote(TEXT)], "rules-1").id
    source = anna.sources.add(Source(NAME, identity_protected=True))
    for store in (anna, bernd):
        sync(store, folder, covers=True)
    fetch_again(bernd, "Der Text wurde ersetzt.", ())
    (lost,) = bernd.quotes.of(bernd.articles.ids()[0])
    assert "█" in str(lost.exact)
    anna.sources.update(replace(anna.sources.get(source.id), identity_protected=False))
    for store in (anna, bernd) * 3:
        sync(store, folder, covers=True)
    (lost,) = bernd.quotes.of(bernd.articles.ids()[0])
    assert (lost.is_lost, lost.stored_words) == (True, SAID)
    assert not list(bernd.verify())
    assert not list(anna.verify())
    assert [one.stored_words for one in anna.quotes.of(number)] == [SAID]
