"""Shares of speech add up, by source before name before what is written, and each bar finds its quotes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.library.balances import Balance, Bar, balance_of, dimension
from reader.library.cross_tables import table_of, timeline_of
from reader.models import Article, Quote, QuoteType, Source, SourceKind, Span, SpeakerBasis, Status
from reader.store import Store
from reader.store.counting import Scope
from reader.store.dimensions import DIMENSIONS

TEXT = "Anna sagt eins zwei drei. Er behauptet vier."
DIRECT = Quote(QuoteType.DIRECT, (Span(10, 24),), speaker=(Span(0, 4),), cue=(Span(5, 9),))
INDIRECT = Quote(QuoteType.INDIRECT, (Span(39, 43),), speaker=(Span(26, 28),), cue=(Span(29, 38),))
ALL = Scope()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db", actor="Eva") as opened:
        yield opened


def add(store: Store, *quotes: Quote, number: int = 1, outlet: str = "", published: str = "") -> int:
    """Store an article with these quotes; its number."""
    text = f"{TEXT} Nr. {number}"
    article = Article(text, language="de", outlet=outlet, published=published)
    return store.articles.add(article, quotes, "test-1").id


def by_source(store: Store, scope: Scope = ALL) -> Balance:
    return balance_of(store, dimension("source"), scope)


def named(name: str) -> Quote:
    return replace(DIRECT, resolved_speaker=name)


def test_words_and_quotes_are_counted_by_speaker(store: Store) -> None:
    add(store, DIRECT, INDIRECT)
    anna = store.sources.add(Source("Anna", SourceKind.PERSON, affiliation="Amt"))
    second = store.quotes.get(store.quotes.ids()[1])
    store.quotes.update(replace(second, source_id=anna.id))
    (bar,) = by_source(store).bars
    assert (bar.name, bar.quotes, bar.direct, bar.words, bar.part) == ("Anna", 2, 1, 4, 1.0)
    assert (bar.kind, bar.affiliation) == ("person", "Amt")


def test_shares_are_sorted_by_words_over_all_articles(store: Store) -> None:
    add(store, DIRECT)
    add(store, DIRECT, INDIRECT, number=2)
    assert [(bar.name, bar.words, bar.articles, bar.part) for bar in by_source(store).bars] == [
        ("Anna", 6, 2, 0.8571),
        ("not named", 1, 1, 0.1429),
    ]


def test_rejected_and_nested_quotes_and_hearsay_do_not_count(store: Store) -> None:
    hearsay = replace(INDIRECT, speaker=(), speaker_basis=SpeakerBasis.HEARSAY)
    add(store, DIRECT, replace(INDIRECT, nested=True))
    store.quotes.set_status(store.quotes.ids(), Status.REJECTED)
    add(store, hearsay, number=2)
    assert by_source(store).bars == ()


@pytest.mark.parametrize(
    ("first", "second", "several"),
    [
        ("Sprecher", "Sprecher", [True]),
        ("ein Sprecher der Polizei", "ein Sprecher der Polizei", [True]),
        ("spokeswoman", "spokeswoman", [True]),
        ("Anna Weber", "Anna Weber", [False]),
        ("Weber", "Weber", [False]),
        ("dpa", "DPA", [False]),
        ("Minister Weber", "Minister Weber", [False]),
    ],
)
def test_strangers_who_are_called_the_same_are_no_one_voice(
    store: Store, first: str, second: str, several: list[bool]
) -> None:
    add(store, named(first))
    add(store, named(second), number=2)
    assert [bar.several for bar in by_source(store).bars] == several


def test_a_role_is_one_thing_to_count_by_whoever_has_it(store: Store) -> None:
    for number in (1, 2):
        add(store, replace(named("Karl Beispiel"), speaker_role="Vorsitzende des Verbands"), number=number)
    (bar,) = balance_of(store, dimension("role"), ALL).bars
    assert (bar.name, bar.articles, bar.several) == ("Vorsitzende des Verbands", 2, False)


def test_a_surname_that_two_have_is_no_one_voice_and_not_among_the_five(store: Store) -> None:
    for number, name in enumerate(["Anna Weber", "Petra Weber", "Weber", "Weber"]):
        add(store, named(name), number=number)
    balance = by_source(store)
    assert sorted((bar.name, bar.several) for bar in balance.bars) == [
        ("Anna Weber", False),
        ("Petra Weber", False),
        ("Weber", True),
    ]
    assert balance.sentence == "Anna Weber has 25% of the words, the most of 2 voices."


def test_the_five_largest_are_told_in_a_sentence(store: Store) -> None:
    for number, name in enumerate(["Ada A", "Ada A", "Bo B", "Cy C", "Di D", "Eli E", "Fay F", "Gus G"]):
        add(store, named(name), number=number)
    assert by_source(store).sentence.startswith(
        "The five largest of 7 voices have 75% of the words: Ada A 25%, Bo B 12%"
    )


def test_a_name_that_one_source_has_is_that_source_by_its_aliases_too(store: Store) -> None:
    add(store, named("A. Weber"))
    add(store, named("Anna Weber"), number=2)
    store.sources.add(Source("Anna Weber", aliases=("A. Weber",), role="Kämmerin"))
    (bar,) = by_source(store).bars
    assert (bar.name, bar.quotes, bar.role) == ("Anna Weber", 2, "Kämmerin")
    assert len(store.quotes.ids(bar.query)) == 2


def test_an_undecided_speaker_counts_for_nobody(store: Store) -> None:
    add(store, replace(DIRECT, resolved_speaker="Anna Weber", speaker_basis=SpeakerBasis.CARRIED))
    store.quotes.set_status(store.quotes.ids(), Status.ACCEPTED)
    balance = by_source(store)
    assert [bar.name for bar in balance.bars] == ["undecided"]
    assert balance.sentence == ""
    assert len(store.quotes.ids(balance.bars[0].query)) == 1


@pytest.fixture
def full(store: Store) -> Store:
    """A library in which every dimension has several values, and none."""
    facts = (
        {"outlet": "dpa", "published": "2024-05-31"},
        {"outlet": 'Der "Bote"', "published": "2024-06"},
        {},
    )
    for number, known in enumerate(facts):
        office = replace(named("ein Sprecher"), speaker_role="Sprecher", speaker_kind=SourceKind.PERSON)
        add(store, replace(INDIRECT, speaker=()), named(f"Anna {number}"), number=number, **known)
        add(store, office, number=number + 10, **known)
    first, second, *_ = store.quotes.ids()
    store.tags.attach(["bau/markt", "rente"], quotes=[first])
    store.tags.attach(["bau"], quotes=[store.quotes.ids()[-1]])
    store.tags.attach(["rente"], quotes=[second], articles=[1])
    return store


@pytest.mark.parametrize("by", DIMENSIONS)
@pytest.mark.parametrize(
    "scope", [ALL, Scope(library='outlet:"Der ""Bote"""'), Scope(articles=(1, 2)), Scope(quotes="anna")]
)
def test_every_bar_finds_its_quotes(full: Store, by: str, scope: Scope) -> None:
    bars = balance_of(full, dimension(by), scope).bars
    assert {bar.name: len(full.quotes.ids(bar.query)) for bar in bars} == {
        bar.name: bar.quotes for bar in bars
    }


def test_the_place_in_the_article_is_a_third_of_its_text(full: Store) -> None:
    bars = balance_of(full, dimension("place"), ALL).bars
    assert [(bar.name, bar.quotes) for bar in bars] == [("top", 6), ("end", 3)]


def test_verbs_have_a_stance_that_is_searched_by_too(full: Store) -> None:
    bars = balance_of(full, dimension("stance"), ALL).bars
    assert [(bar.name, bar.quotes) for bar in bars] == [("neutral", 6), ("doubting", 3)]
    assert len(full.quotes.ids("stance:doubting")) == 3
    assert full.articles.count("stance:doubting") == 3
    with pytest.raises(Exception, match="stance: takes neutral"):
        full.quotes.ids("stance:hostile")


def test_tables_count_pairs_and_tags_that_stand_together(full: Store) -> None:
    table = table_of(full, dimension("outlet"), dimension("type"), ALL)
    assert (table.rows, table.columns) == (('Der "Bote"', "dpa", "no outlet"), ("direct", "indirect"))
    assert table.cells == ((2, 1), (2, 1), (2, 1))
    tags = table_of(full, dimension("tag"), dimension("tag"), ALL)
    assert tags.rows == ("rente", "bau/markt", "bau")
    assert tags.cells == ((2, 1, 0), (1, 1, 0), (0, 0, 1))
    with pytest.raises(UsageError, match="two different things"):
        table_of(full, dimension("type"), dimension("type"), ALL)
    with pytest.raises(UsageError, match="take one of source, kind"):
        dimension("colour")


def test_a_timeline_has_no_gaps_and_counts_articles_without_quotes(store: Store) -> None:
    add(store, DIRECT, published="2024-11-30")
    add(store, number=2, published="2025-01-02")
    add(store, DIRECT, number=3)
    told = [(one.period, one.articles, one.quotes) for one in timeline_of(store, dimension("month"), ALL)]
    assert told == [("2024-11", 1, 1), ("2024-12", 0, 0), ("2025-01", 1, 0), ("no date", 1, 1)]
    weeks = [one.period for one in timeline_of(store, dimension("week"), ALL)]
    assert weeks == ["2024-W48", "2024-W49", "2024-W50", "2024-W51", "2024-W52", "2025-W01", "no date"]
    (week, *_) = timeline_of(store, dimension("week"), ALL)
    assert len(store.quotes.ids(week.query)) == 1


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "2024", "99999"])
def test_odd_dates_stop_no_timeline(store: Store, published: str) -> None:
    add(store, DIRECT, published=published)
    add(store, DIRECT, number=2, published="2024-05-31")
    for by in ("day", "week", "month", "year"):
        assert sum(one.quotes for one in timeline_of(store, dimension(by), ALL)) == 2


def test_the_largest_are_told_in_words_and_not_as_they_are_stored() -> None:
    bars = (Bar("sent", 2, 2, 9, 1, 0.9), Bar("approved", 1, 1, 1, 1, 0.1))
    told = Balance("authorisation", "Authorisation", "words", bars, 10).sentence
    assert told.startswith("asked has 90% of the words")
