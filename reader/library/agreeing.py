"""A second pair of eyes: how far two libraries agree on the same articles, and what each decided otherwise.

The other library is only read. Articles are the same by their uid or their text; where the texts differ, an
article is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.checks.agreement import Agreement, Decided, agreement
from reader.checks.coding import Coded, Pair, Question, coded, paired, tag_decisions
from reader.errors import StoreError
from reader.i18n import _
from reader.models import Quote, Source, Status
from reader.rows import ArticleRow
from reader.store import Store


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something that both coders decided, and not alike."""

    article: ArticleRow
    coded: Coded
    source: Source | None = None
    """Who spoke by the other library's register, where it says so."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two libraries agree."""

    articles: int
    """How many both have, with the same text."""
    left_out: tuple[str, ...]
    """Titles of those that have another text there."""
    questions: dict[Question, Agreement]
    tags: dict[str, Agreement]
    """By tag, over the quotes that both accepted."""
    open: tuple[int, int]
    """How many suggestions here and there nobody has decided."""
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class _Met:
    """An article that both libraries have, with its quotes paired."""

    row: ArticleRow
    pairs: list[Pair]
    decisions: list[Coded]


def compare(store: Store, other: Path, articles: Sequence[int] = ()) -> Comparison:
    """Compare the decisions of this library with those of another, on `articles` or on all."""
    wanted = list(articles) or store.articles.ids()
    with store.reading(other) as theirs:
        left_out: list[str] = []
        met = list(_meet(store, theirs, wanted, left_out))
        disagreements = tuple(_disagreements(met, {one.id: one for one in theirs.sources.all()}))
    if not met and not left_out:
        raise StoreError(
            _("{file} has none of these articles: compare with a copy of this library.").format(file=other)
        )
    tags = tag_decisions(
        (pair for one in met for pair in one.pairs),
        sorted({each.tag for one in met for each in one.decisions if each.tag}),
    )
    return Comparison(
        len(met),
        tuple(left_out),
        {question: _agreement(_decisions(met, question, tags), question) for question in Question},
        {tag: agreement(decided) for tag, decided in tags.items()},
        _open(met),
        disagreements,
    )


def _meet(store: Store, theirs: Store, wanted: Iterable[int], left_out: list[str]) -> Iterator[_Met]:
    rows = {row.id: row for row in store.articles.rows(wanted)}
    there = theirs.articles.identities()
    by_text = {digest: number for number, digest in there.values()}
    for uid, (number, digest) in store.articles.identities().items():
        if number not in rows:
            continue
        other, other_digest = there.get(uid, (by_text.get(digest, 0), digest))
        if not other:
            continue
        if other_digest != digest:
            left_out.append(rows[number].title)
            continue
        pairs = paired(_placed(store, number), _placed(theirs, other))
        texts = (store.articles.text(number), theirs.articles.text(other))
        yield _Met(rows[number], pairs, list(coded(pairs, texts)))


def _placed(store: Store, article_id: int) -> list[Quote]:
    """The quotes that stand in the text; a lost one is nobody's decision on it."""
    return [quote for quote in store.quotes.of(article_id) if not quote.is_lost]


def _decisions(met: Iterable[_Met], question: Question, tags: dict[str, list[Decided]]) -> list[Decided]:
    if question is Question.TAG:
        return [decided for each in tags.values() for decided in each]
    return [each.decided for one in met for each in one.decisions if each.question is question]


def _agreement(decided: list[Decided], question: Question) -> Agreement:
    found = agreement(decided)
    # a border is no choice among a few: chance plays no part
    return replace(found, alpha=None, kappa=None) if question is Question.BORDER else found


def _open(met: Iterable[_Met]) -> tuple[int, int]:
    pairs = [pair for one in met for pair in one.pairs]
    ours, theirs = (
        sum(quote is not None and quote.status is Status.SUGGESTED for quote in side)
        for side in ([pair.ours for pair in pairs], [pair.theirs for pair in pairs])
    )
    return ours, theirs


def _disagreements(met: Iterable[_Met], register: dict[int, Source]) -> Iterator[Disagreement]:
    for one in met:
        for each in one.decisions:
            if each.differs:
                theirs = each.pair.theirs
                yield Disagreement(one.row, each, register.get(theirs.source_id) if theirs else None)
