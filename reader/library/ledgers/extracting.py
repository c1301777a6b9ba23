"""Find what is to be checked in a draft: quotes, names, roles, ages, numbers, dates, places, allegations.

A row too many is dropped with a key; a row too few is a mistake that is printed. So it rather finds too much.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.languages.ledger_words import LedgerWords, ledger_words
from reader.ledgers import Statement, StatementKind
from reader.library.detecting import DetectionSettings, find_quotes
from reader.library.ledgers.alleging import is_alleged
from reader.library.ledgers.people import people, roles
from reader.models import Article, Quote, QuoteType, Span, words_of

_UNIT = (
    r"%|€|\$|£|°C?|[kM]?[Ww]h?\b|(?:m|bn|k)\b|k[mg]\b|m²|[Pp]rozent\w*|[Pp]er ?cent|Euro|Dollar|[Mm]illion\w*"
    r"|[Bb]illion\w*|[Mm]illiarde\w*|Mio\.|Mrd\."
)
_NUMBER = re.compile(
    r"(?<![\w.,^-])[€$£]?\d+(?:[.,\u202f\u00a0 ]\d{3})*(?:[.,:]\d+)?"
    rf"(?:[ \u00a0]?(?:{_UNIT}))*"
)
_DATE = re.compile(
    r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?(?!\d)|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: StatementKind
    span: Span
    words: str


def statements_of(article: Article, how: DetectionSettings) -> list[Statement]:
    """The rows of a draft, in its order; `article.language` says in which language it is."""
    from reader.quotes.text.analysis import analyse  # the tables of a language

    analysis = analyse(article.text, article.language)
    sentences = [analysis.span(first, last) for first, last in analysis.sentences if last > first]
    quotes = [one for one in find_quotes(article, how) if one.type is QuoteType.DIRECT and not one.nested]
    found = sorted(_every(article, quotes, sentences), key=lambda one: (one.span.start, one.kind))
    rows, at = list[Statement](), 0
    for place, one in enumerate(found):
        while at + 1 < len(sentences) and sentences[at + 1].start <= one.span.start:
            at += 1
        sentence = " ".join(words_of(article.text, [_around(one.span, sentences, at)]).split())
        paragraph = article.text.count("\n\n", 0, one.span.start) + 1
        rows.append(Statement(one.kind, one.words, sentence, paragraph, place))
    return rows


def _around(span: Span, sentences: list[Span], at: int) -> Span:
    """The sentence of a row; of a quote that goes on, all its sentences."""
    end = next((one.end for one in sentences[at:] if one.end >= span.end), span.end)
    return Span(sentences[at].start if sentences else span.start, max(end, span.end))


def _every(article: Article, quotes: Iterable[Quote], sentences: Iterable[Span]) -> Iterator[_Found]:
    """What is found, each stretch of text once, though within a quote names alone."""
    text, words = article.text, ledger_words(article.language)
    taken: list[Span] = []
    for quote in quotes:
        taken += quote.spans
        whole = Span(quote.spans[0].start, quote.spans[-1].end)
        yield _Found(StatementKind.QUOTE, whole, words_of(text, quote.spans))
    named = list(people(text, article.language, quotes))
    surnames = {text[one.start : one.end].rpartition(" ")[2] for one in named}
    yield from (_Found(StatementKind.NAME, one, text[one.start : one.end]) for one in named)
    taken += named
    for sentence in sentences:
        content = " ".join(text[sentence.start : sentence.end].split())
        if is_alleged(content, article.language, surnames):
            yield _Found(StatementKind.ALLEGATION, sentence, content)
    offices = ((StatementKind.ROLE, one) for one in roles(article, named))
    for kind, span in (*offices, *_patterns(text, words)):
        if not any(span.start < one.end and one.start < span.end for one in taken):
            taken.append(span)
            yield _Found(kind, span, text[span.start : span.end])


def _patterns(text: str, words: LedgerWords) -> Iterator[tuple[StatementKind, Span]]:
    kinds = (
        (StatementKind.AGE, words.ages),
        (StatementKind.DATE, (_DATE, *words.dates)),
        (StatementKind.NUMBER, (_NUMBER,)),
        (StatementKind.PLACE, words.places),
    )
    for kind, patterns in kinds:
        for pattern in patterns:
            for match in pattern.finditer(text):
                if "\n" in match[0]:  # what stands in two paragraphs is not one thing
                    continue
                span = Span(*match.span(1 if pattern.groups else 0))
                word = text[span.start : span.end].split(" ", maxsplit=1)[0]
                if kind is not StatementKind.PLACE or word not in words.no_places:
                    yield kind, span
