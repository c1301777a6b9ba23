"""Read a manuscript by the ways in that articles come by, and find its quotations; nothing is stored."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from reader.checks.manuscript.values import Quotation, Speaker
from reader.checks.manuscript.wording import Wording, plain_words, wording_of
from reader.errors import ReaderError
from reader.i18n import _
from reader.languages.senses import senses
from reader.library.detecting import AS_USUAL, DetectionSettings, find_quotes, language_of, passages_in_marks
from reader.library.manuscripts.drafts import original_bytes, read_draft
from reader.models import Article, Quote, QuoteType, SourceKind, Span, Spans, words_of
from reader.texts.locating import PassageFinder, SoughtPassage

_SENTENCE = 240
"""Characters beside a quotation in which its sentence is looked for."""
_BORDER = re.compile(r"[.!?\n]\s")
_SPOKEN = "speech"
_FOUND_AHEAD = 20_000
"""Characters of the file behind the last quotation in which the next is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands in a manuscript."""

    paragraph: int
    """From 1; the title, where there is one, is a paragraph too."""
    column: int
    """Character in the line, or where lines are not known in the paragraph, from 1."""
    line: int = 0
    """Line of the file, from 1; 0 where it has none, as a DOCX."""
    end_line: int = 0
    end_column: int = 0
    margin: str = ""
    """Where it stands beside the text: in a page header, a comment."""

    def __str__(self) -> str:
        if self.margin:
            return self.margin
        return f"{self.line}:{self.column}" if self.line else f"¶{self.paragraph}:{self.column}"


@dataclass(frozen=True)
class Manuscript:
    """A text of one's own, with its quotations."""

    location: str
    text: str
    """Title and text, paragraphs divided by an empty line."""
    language: str
    quotations: tuple[Quotation, ...]
    article: Article
    """As it was read."""
    raw: str = ""
    """The file as it is written, where it is plain text; else empty."""
    missing: str = ""
    """What of it could not be read, and that it stands in the library itself, in sentences."""
    margins: tuple[tuple[str, str], ...] = ()
    """What the file holds beside the text, a stretch each: where, and the words."""

    @property
    def name(self) -> str:
        """What it is called where it is told of."""
        return self.location.replace("\\", "/").rpartition("/")[2] or self.location

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n\n", self.text))]

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each quotation stands."""
        in_file = _places_in_file(self.raw, self.quotations) if self.raw else {}
        return tuple(
            in_file.get(number) or self.place_of(quotation.spans[0].start)
            for number, quotation in enumerate(self.quotations)
        )

    def place_of(self, offset: int) -> Place:
        """Where a character stands, by paragraphs."""
        number = bisect_right(self._paragraphs, offset)
        return Place(number, offset - self._paragraphs[number - 1] + 1)

    def place_of_name(self, span: Span) -> Place:
        """Where a name stands: by lines, where the file has it as often as the text."""
        name, place = self.text[span.start : span.end], self.place_of(span.start)
        in_file = [found.start() for found in re.finditer(re.escape(name), self.raw)]
        if len(in_file) != self.text.count(name):
            return place
        start = in_file[self.text.count(name, 0, span.start)]
        lines = _lines_of(self.raw)
        return Place(place.paragraph, *_line_of(lines, start)[::-1], *_line_of(lines, start + len(name)))


def read_manuscript(
    location: str, how: DetectionSettings = AS_USUAL, *, language: str = "", allow_private: bool = False
) -> Manuscript:
    """The manuscript at a path or address, "-" or "clip:"; an `IngestError` where it cannot be read."""
    return manuscript_of(read_draft(location, allow_private=allow_private), how, language=language)


def manuscript_of(article: Article, how: DetectionSettings = AS_USUAL, *, language: str = "") -> Manuscript:
    """The manuscript that was read as an article."""
    text = article.text if _is_of_text(article) else f"{article.title}\n\n{article.text}"
    whole = Article(text, language=language or article.language)
    code = language_of(whole, how)
    return Manuscript(
        article.location or "clipboard",
        text,
        code,
        tuple(_quotations(replace(whole, language=code), how)),
        raw=_raw_text(article),
        missing=article.missing,
        margins=_margins(article),
        article=article,
    )


def _margins(article: Article) -> tuple[tuple[str, str], ...]:
    from reader.ingest.margins import margins_of  # zip files

    hidden = ((_("hidden text"), words) for words in article.removed)
    every = (*margins_of(original_bytes(article), article.location), *hidden)
    # a title among the properties is mostly that of the text
    return tuple((where, words) for where, words in every if words not in (article.title, article.text))


def _is_of_text(article: Article) -> bool:
    """Whether a title is none of its own: none, or made of the words that the text begins with."""
    title = " ".join(article.title.rstrip("….").split())
    return " ".join(article.text[: 2 * len(title) + 10].split()).startswith(title)


def _raw_text(article: Article) -> str:
    """The file as text, where an editor shows it so: not of HTML, a book or a document."""
    data = original_bytes(article)
    if not data:
        return ""
    from reader.ingest.decode import decode  # only for what was read from a file

    try:
        raw = decode(data, article.location).removeprefix("\ufeff")
    except (ReaderError, ValueError):
        return ""
    head = raw.lstrip()[:200].casefold()
    return "" if head.startswith(("<!doctype", "<html", "<?xml", "{\\rtf")) or "\0" in raw else raw


def _quotations(article: Article, how: DetectionSettings) -> Iterator[Quotation]:
    """Direct quotes, and passages in marks that are speech and belong to none."""
    every = [one for one in find_quotes(article, how) if not one.nested]
    quotes = [one for one in every if one.type is QuoteType.DIRECT]
    found: dict[Spans, Quote | None] = {quote.spans: quote for quote in quotes}
    covered = [span for quote in quotes for span in quote.spans]
    for passage in passages_in_marks(article, how):
        span = passage.span
        if passage.kind == _SPOKEN and not any(a < span.end and span.start < b for a, b in covered):
            found[(span,)] = _around(every, span)
            covered.append(span)
    for spans, quote in sorted(found.items(), key=lambda one: one[0]):
        wording = wording_of(article.text, spans)
        if wording.words:
            yield _quotation(article, spans, quote, wording)


def _around(quotes: Iterable[Quote], span: Span) -> Quote | None:
    """The narrowest quote of another type that a passage in marks is part of: it tells who speaks."""
    around = [one for one in quotes if any(a <= span.start and span.end <= b for a, b in one.spans)]
    return min(around, key=lambda one: one.spans[-1].end - one.spans[0].start, default=None)


def _quotation(article: Article, spans: Spans, quote: Quote | None, wording: Wording) -> Quotation:
    text = article.text
    start, end = spans[0].start, spans[-1].end
    before = _BORDER.split(text[max(0, start - _SENTENCE) : start])[-1]
    behind = _BORDER.split(text[end : end + _SENTENCE])[0]
    between = " ".join(text[one.end : other.start] for one, other in pairwise(spans))
    beside = tuple(plain_words(f"{before} {between} {behind}"))
    low, high = text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end)
    paragraph = plain_words(text[low:start] + " " + text[end : high if high >= 0 else len(text)])
    translated = senses(article.language).translated
    return Quotation(
        spans,
        words_of(text, spans),
        wording,
        _speaker(quote, text),
        article.language,
        beside,
        is_translated=any(translated.begins(paragraph[at:]) for at in range(len(paragraph))),
    )


def _speaker(quote: Quote | None, text: str) -> Speaker:
    if quote is None:
        return Speaker()
    written = "" if quote.is_pointed_to else words_of(text, quote.speaker)
    name = quote.resolved_speaker or written
    return Speaker(name, written, quote.speaker_kind or SourceKind.UNKNOWN, quote.speaker_role)


def _places_in_file(raw: str, quotations: tuple[Quotation, ...]) -> dict[int, Place]:
    """Line and column of each quotation in the file, one behind the other."""
    lines = _lines_of(raw)
    places: dict[int, Place] = {}
    at = 0
    for number, quotation in enumerate(quotations):
        span = _in_file(raw, at, quotation)
        if span is None:
            continue
        at = span.end
        (line, column), (end_line, end_column) = (_line_of(lines, one) for one in span)
        places[number] = Place(raw.count("\n\n", 0, span.start) + 1, column, line, end_line, end_column)
    return places


def _in_file(raw: str, at: int, quotation: Quotation) -> Span | None:
    first = quotation.words.partition(" … ")[0] if len(quotation.spans) > 1 else quotation.words
    start = raw.find(first, at)
    if start >= 0:
        return Span(start, start + len(first))
    # Lines that an editor has broken, marks that Markdown puts in: the words tell the place.
    near = raw[at : at + _FOUND_AHEAD]
    found = PassageFinder(near).place(SoughtPassage(first, start=0)).span
    return Span(at + found.start, at + found.end) if found else None


def _lines_of(raw: str) -> list[int]:
    """Where each line begins."""
    return [0, *(found.end() for found in re.finditer("\n", raw))]


def _line_of(lines: list[int], offset: int) -> tuple[int, int]:
    number = bisect_right(lines, offset)
    return number, offset - lines[number - 1] + 1
