"""Quotations in languages other than German: direct in marks and dialogue, indirect where tables suffice."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reader.models import Medium, Quote, QuoteType, SourceKind, Span
from reader.quotes import foreign_dialogue, foreign_direct, foreign_indirect
from reader.quotes.analysis import Analysis
from reader.quotes.foreign_direct import Passage
from reader.quotes.lang import Language

_NOT_GIVEN = "no speaker beside it"


def find(analysis: Analysis, explain: bool = False) -> Iterator[Quote]:
    """The quotations of a text, in order of their starts."""
    direct = sorted(
        chain(foreign_direct.find(analysis), foreign_dialogue.find(analysis)),
        key=lambda passage: passage.spans,
    )
    taken = tuple(span for passage in direct for span in passage.spans)
    indirect = tuple(foreign_indirect.find(analysis, taken))
    named = _Names(analysis)
    quotes = [_quote(analysis, p, QuoteType.DIRECT, named, explain) for p in _nested(direct, indirect)]
    quotes += [_quote(analysis, p, QuoteType.INDIRECT, named, explain) for p in indirect]
    covers = [quote.spans for quote in quotes if quote.type == QuoteType.INDIRECT]
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)):
        inside = quote.type == QuoteType.DIRECT and _around(covers, quote.spans[0]) is not None
        yield replace(quote, nested=inside)


def _around(covers: Sequence[tuple[Span, ...]], span: Span) -> int | None:
    """Number of the first of `covers` (in order) that has a piece around `span`."""
    pieces = sorted((piece, number) for number, spans in enumerate(covers) for piece in spans)
    at = bisect_right(pieces, (Span(span.start, 1 << 60), 0)) - 1
    if at >= 0 and pieces[at][0].end >= span.end:
        return pieces[at][1]
    return None


def _nested(direct: list[Passage], indirect: tuple[Passage, ...]) -> Iterator[Passage]:
    """The direct passages; one inside an indirect quotation has the speaker, cue and frame of that."""
    covers = [passage.spans for passage in indirect]
    for passage in direct:
        outer = _around(covers, passage.spans[0])
        yield (
            passage
            if outer is None
            else Passage(passage.spans, replace(indirect[outer].tag, rule="fragment"))
        )


def _quote(analysis: Analysis, passage: Passage, kind: QuoteType, named: "_Names", explain: bool) -> Quote:
    tag, text = passage.tag, analysis.text
    speaker = " ".join(text[start:end] for start, end in tag.speaker)
    return Quote(
        kind,
        passage.spans,
        medium=_medium(text, tag.cue, tag.speaker, analysis.language),
        speaker=tag.speaker,
        cue=tag.cue,
        addressee=tag.addressee,
        frame=tag.frame,
        confidence=tag.confidence,
        rule=tag.rule,
        why=(f"{kind}: {tag.rule}; {f'said by “{speaker}”' if speaker else _NOT_GIVEN}.",) if explain else (),
        resolved_speaker=named.full(tag.speaker),
        speaker_kind=_kind(speaker, analysis.language),
    )


class _Names:
    """Full names by their last word, as a text gives them."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        self._pronouns = analysis.language.pronouns
        self._known: dict[str, str] = {}
        self._last = ""

    def full(self, speaker: tuple[Span, ...]) -> str:
        """The fullest name seen so far for a speaker; for a pronoun the one named last."""
        words = " ".join(" ".join(self._text[start:end] for start, end in speaker).split())
        if not words or words.lower() in self._pronouns:
            return self._last if words else ""
        family = words.split()[-1]
        best = max(self._known.get(family, ""), words, key=len) if family[0].isupper() else words
        self._known[family] = self._last = best
        return best


def _medium(text: str, cue: Sequence[Span], speaker: Sequence[Span], language: Language) -> Medium:
    verb = text[cue[-1].start : cue[-1].end].lower() if cue else ""
    if verb in language.writing:
        return Medium.WRITING
    if verb in language.thinking:
        return Medium.THOUGHT
    words = {word.lower() for start, end in speaker for word in text[start:end].split()}
    return Medium.WRITING if words & language.documents else Medium.SPEECH


def _kind(speaker: str, language: Language) -> SourceKind:
    words = {word.lower() for word in speaker.split()}
    for table, kind in (
        (language.anonymous, SourceKind.ANONYMOUS),
        (language.roles, SourceKind.PERSON),
        (language.groups, SourceKind.ORGANISATION),
        (language.documents, SourceKind.DOCUMENT),
    ):
        if words & table:
            return kind
    return SourceKind.PERSON if speaker[:1].isupper() else SourceKind.UNKNOWN
