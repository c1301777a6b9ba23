"""The list of quotes by speaker is in the order of the names shown, whatever they rest on."""

import random
from dataclasses import replace

import pytest

from reader.models import Article, Quote, QuoteType, Source, Span
from reader.store import Store

TEXT = "Anna Lenz sagte ja. Demnach nein. Sie schwieg. " * 3
NAMES = ("Anna Lenz", "", "bruno Falk", "Ärzte", "Zoe")


@pytest.fixture
def quoted(store: Store) -> Store:
    """Quotes with and without names, of sources and not, in several articles, one of them in the trash."""
    chosen = random.Random(3)
    sources = [store.sources.add(Source(name)).id for name in ("Clara Voss", "anna Abel", "Zora")]
    for number in range(8):
        quotes = []
        for at in range(6):
            start = at * 20
            speaker = (Span(start, start + 9),) if chosen.random() < 0.6 else ()
            quotes.append(
                Quote(
                    QuoteType.INDIRECT,
                    (Span(start + 10, start + 15),),
                    speaker=speaker,
                    cue=speaker if chosen.random() < 0.3 else (),
                    resolved_speaker=chosen.choice(NAMES),
                    confidence=chosen.choice((0.5, 0.75, 1.0)),
                )
            )
        store.articles.add(Article(f"{TEXT}{number}", location=f"/{number}"), quotes, "rules-1")
    for quote_id in store.quotes.ids():
        if quote_id % 3 == 0:
            quote = store.quotes.get(quote_id)
            store.quotes.update(replace(quote, source_id=chosen.choice(sources)))
    store.articles.trash([4])
    return store


@pytest.mark.parametrize("query", ["", "status:suggested", "source:voss", "speaker:lenz", "-lang:de"])
@pytest.mark.parametrize("descending", [True, False])
def test_quotes_are_in_the_order_of_the_names_shown(quoted: Store, query: str, descending: bool) -> None:
    ids = quoted.quotes.ids(query, sort="speaker", descending=descending)
    expected = quoted.quotes.rows(
        quoted.quotes.ids(query)
    )  # newest article first, each in the order of its text
    expected.sort(key=lambda row: ascii_lower(row.speaker), reverse=descending)
    named = [row.id for row in expected if row.speaker]
    assert ids == named + [row.id for row in expected if not row.speaker]
    assert quoted.quotes.ids(query, sort="speaker", descending=descending, limit=5) == ids[:5]
    assert named


@pytest.mark.parametrize("sort", ["confidence", "type", "status"])
@pytest.mark.parametrize("descending", [True, False])
def test_alike_they_stand_newest_first_and_in_the_order_of_the_text(
    quoted: Store, sort: str, descending: bool
) -> None:
    rows = quoted.quotes.rows(quoted.quotes.ids())
    rows.sort(key=lambda row: getattr(row, sort), reverse=descending)
    found = quoted.quotes.rows(quoted.quotes.ids(sort=sort, descending=descending))
    assert [row.id for row in found] == [row.id for row in rows]


def ascii_lower(name: str) -> bytes:
    """As SQLite compares names."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in name).encode()
