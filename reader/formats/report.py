"""The report that a desk or a lawyer gets, as headings, paragraphs and tables of any word processor.

Of each article: its facts, its quotes with all that is known of each, its notes, and its text if asked for.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from reader.formats.addresses import address_of, called, web_address
from reader.formats.cover import BLOCK
from reader.formats.dates import for_readers_with_zone
from reader.formats.dossier import Dossier, Options, article_uid, noted_words, other_notes
from reader.formats.labels import dates_for, labelled_in, language_for, words_in
from reader.formats.protocol import Row, rows_of, summary_of
from reader.formats.remarks import of_article
from reader.models import Article, Span, words_of


class Heading(NamedTuple):
    """A heading, its level from 1."""

    text: str
    level: int


class Paragraph(NamedTuple):
    """A paragraph in pieces, each with whether it is marked."""

    pieces: tuple[tuple[str, bool], ...]


class Table(NamedTuple):
    """Questions and answers, a row each."""

    rows: tuple[Row, ...]


Block = Heading | Paragraph | Table


def report(dossier: Dossier, options: Options) -> Iterator[Block]:
    """The blocks of the report on one article, in their order."""
    language, dates = language_for(options), dates_for(dossier.article, options)
    told = partial(labelled_in, language)
    yield Heading(called(dossier.article), 1)
    yield Table(tuple(_facts(dossier, options, language)))
    yield _plain(summary_of(dossier, language))
    for number, quote in enumerate(dossier.quotes, 1):
        yield Heading(f"{told('Quote')} {number}", 2)
        yield Table(tuple(rows_of(dossier, quote, language, dates)))
    if notes := other_notes(dossier):
        yield Heading(told("Notes"), 2)
        for note in notes:
            about = " ".join(noted_words(dossier, note).split())
            yield _plain(_note(about, note.body, language))
    if options.text:
        yield Heading(told("Text, with the quotes marked"), 2)
        yield from _text(dossier)
        for link in dossier.article.links:
            yield _plain(f"{words_of(dossier.article.text, [link.span])}: {web_address(link.address)}")


def title_of(titles: list[str]) -> str:
    """What to call a report on articles of these titles."""
    more = f" (+{len(titles) - 1})" if len(titles) > 1 else ""
    return "".join(titles[:1]) + more


def _note(about: str, body: str, language: str) -> str:
    if not about:
        return body
    _ = words_in(language).gettext
    return _("On “{words}”: {note}").format(words=about, note=body)


def _plain(text: str) -> Paragraph:
    return Paragraph(((text, False),))


def _facts(dossier: Dossier, options: Options, language: str) -> Iterator[Row]:
    article = dossier.article
    dates = dates_for(article, options)
    time = partial(for_readers_with_zone, language=dates)
    exported = " ".join(part for part in (time(options.now), options.actor) if part)
    for name, value in (  # not shown: labels
        ("Byline", article.byline),
        ("Outlet", article.outlet),
        ("Published", time(article.published)),
        ("Mind", "; ".join(of_article(article, language))),
        ("Address", address_of(article)),
        ("Read", _read(article, language, dates)),
        ("Text", _proof(article, language)),
        ("Number", article_uid(article)),
        ("Exported", exported),
    ):
        if value:
            yield labelled_in(language, name), value


def _read(article: Article, language: str, dates: str) -> str:
    moment, _ = for_readers_with_zone(article.added, dates), words_in(language).gettext
    told = _("{moment}, version {version}").format(moment=moment, version=article.version)
    return told if moment else ""


def _proof(article: Article, language: str) -> str:
    """How long the text is, and what tells it from any other; a covered one is another than was read."""
    checksum = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    proof = labelled_in(language, "names covered") if BLOCK in article.text else f"SHA-256 {checksum}"
    count, ngettext = len(article.text.split()), words_in(language).ngettext
    told = ngettext("{count} words, {proof}", "{count} words, {proof}", count)
    return told.format(count=count, proof=proof)


def _text(dossier: Dossier) -> Iterator[Paragraph]:
    """The paragraphs of the text, what belongs to a quote marked."""
    text, start = dossier.article.text, 0
    spans = _merged(span for quote in dossier.quotes if not quote.is_lost for span in quote.spans)
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        pieces, at = [], start
        for span in (span for span in spans if span.end > start and span.start < end):
            begin, close = max(span.start, start), min(span.end, end)
            pieces += [(text[at:begin], False), (text[begin:close], True)]
            at = close
        yield Paragraph((*pieces, (text[at:end], False)))
        start = end + 2


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch as one."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start <= whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole
