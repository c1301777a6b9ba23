"""Copies of one report, and what became of its quotes."""

import random

from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store
from tests.store.conftest import span

CHANCE = random.Random(3)
WORDS = [f"wort{number}" for number in range(400)]


def report() -> str:
    """A text of its own."""
    return " ".join(CHANCE.choices(WORDS, k=200))


def add(store: Store, text: str, outlet: str, *parts: str) -> int:
    """An article with the quotes `parts`."""
    quotes = [Quote(QuoteType.DIRECT, (span(text, part),)) for part in parts]
    return store.articles.add(Article(text=text, outlet=outlet, location=f"/{outlet}/{len(text)}"), quotes).id


def test_copies_of_a_report_are_one_story(store: Store) -> None:
    text = report()
    original = add(store, text, "dpa")
    cut = add(store, "Vorspann des Blattes. " + " ".join(text.split()[:150]), "Nordblatt")
    others = [add(store, report(), f"Bote {number}") for number in range(5)]
    assert store.stories.pending() == 7
    assert list(store.stories.sign()) == [0]
    assert store.stories.all() == [(original, cut)]
    (copy,) = store.stories.of(original)
    assert copy.article_id == cut
    assert copy.likeness > 0.9
    assert store.stories.of(others[0]) == []
    assert store.journal.undo().startswith("Add"), "signatures are nothing to undo"


def test_a_changed_text_is_signed_again_and_the_trash_stays_out(store: Store) -> None:
    text = report()
    first, second = add(store, text, "dpa"), add(store, text + " Ende.", "Nordblatt")
    list(store.stories.sign())
    assert store.stories.all() == [(first, second)]
    location = store.articles.get(second).location
    store.articles.add(Article(text=report(), outlet="Nordblatt", location=location))
    assert store.stories.pending() == 1
    list(store.stories.sign())
    assert store.stories.all() == []
    store.journal.undo()
    list(store.stories.sign())
    store.articles.trash([second])
    assert store.stories.all() == []
    assert store.stories.of(first) == []
    store.articles.purge([second])
    assert not [finding for finding in store.doctor() if finding.serious]


def test_quotes_side_by_side(store: Store) -> None:
    one = add(
        store,
        "Er sagte: Wir schaffen das heute. Sie sagte: Nein danke, niemals.",
        "a",
        "Wir schaffen das heute",
        "Nein danke",
    )
    text = "Er sagte: Wir schaffen das morgen. Dann rief er: Ganz anderes Thema!"
    other = add(store, text, "b", "Wir schaffen das morgen", "Ganz anderes Thema")
    pairs = store.stories.quotes(one, other)
    shown = [(pair.ours and pair.ours.exact, pair.theirs and pair.theirs.exact) for pair in pairs]
    assert shown == [
        (("Wir schaffen das heute",), ("Wir schaffen das morgen",)),
        (("Nein danke",), None),
        (None, ("Ganz anderes Thema",)),
    ]
    assert 0.6 < pairs[0].likeness < 1
    assert store.quotes.of(one)[0].spans == (Span(10, 32),)
