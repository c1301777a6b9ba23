"""Shares of speech add up, by source before name before what is written."""

from dataclasses import replace

import pytest

from reader.checks import balance
from reader.models import Article, Quote, QuoteType, Source, SourceKind, Span, Status

TEXT = "Anna sagt eins zwei drei. Er sagt vier."
ARTICLE = Article(TEXT)
DIRECT = Quote(QuoteType.DIRECT, (Span(10, 24),), speaker=(Span(0, 4),))
INDIRECT = Quote(QuoteType.INDIRECT, (Span(34, 38),), speaker=(Span(26, 28),), source_id=1)
SOURCE = Source("Anna", SourceKind.PERSON, affiliation="Amt", id=1)


def test_words_and_quotes_are_counted_by_speaker() -> None:
    (share,) = balance([(ARTICLE, [DIRECT, INDIRECT])], {1: SOURCE})
    assert (share.name, share.quotes, share.direct, share.words, share.part) == ("Anna", 2, 1, 4, 1.0)
    assert (share.kind, share.affiliation) == ("person", "Amt")


def test_shares_are_sorted_by_words_over_all_articles() -> None:
    shares = balance([(ARTICLE, [DIRECT]), (ARTICLE, [DIRECT, INDIRECT])], {})
    assert [(s.name, s.words, s.articles, s.part) for s in shares] == [
        ("Anna", 6, 2, 0.8571),
        ("?", 1, 1, 0.1429),
    ]


def test_rejected_and_nested_quotes_do_not_count() -> None:
    rejected, nested = replace(DIRECT, status=Status.REJECTED), replace(DIRECT, nested=True)
    assert balance([(ARTICLE, [rejected, nested])], {}) == ()
    assert balance([(ARTICLE, [replace(DIRECT, speaker=())])], {})[0].name == "?"


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ("Sprecher", "Sprecher", 2),
        ("ein Sprecher der Polizei", "ein Sprecher der Polizei", 2),
        ("spokeswoman", "spokeswoman", 2),
        ("Anna Weber", "Anna Weber", 1),
        ("Weber", "Weber", 1),
        ("dpa", "dpa", 1),
        ("Minister Weber", "Minister Weber", 1),
    ],
)
def test_strangers_who_are_called_the_same_are_no_one_voice(first: str, second: str, rows: int) -> None:
    said = [(ARTICLE, [replace(DIRECT, resolved_speaker=name)]) for name in (first, second)]
    assert len(balance(said, {})) == rows


def test_a_surname_that_two_have_counts_for_each_article() -> None:
    names = ["Anna Weber", "Petra Weber", "Weber", "Weber"]
    said = [(ARTICLE, [replace(DIRECT, resolved_speaker=name)]) for name in names]
    assert sorted(share.name for share in balance(said, {})) == [
        "Anna Weber",
        "Petra Weber",
        "Weber",
        "Weber",
    ]


def test_two_covered_sources_with_one_description_stay_two() -> None:
    shown = {number: Source("a person known to the newsroom", id=number) for number in (1, 2)}
    said = [(ARTICLE, [replace(DIRECT, source_id=number)]) for number in shown]
    assert [share.quotes for share in balance(said, shown)] == [1, 1]
