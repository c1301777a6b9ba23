"""Quotations in languages other than German: direct in marks and dialogue, indirect where tables suffice."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reader.languages.tables import Language
from reader.models import Medium, Quote, QuoteType, Span
from reader.quotes.patterns import dialogue as foreign_dialogue
from reader.quotes.patterns import direct as foreign_direct
from reader.quotes.patterns import indirect as foreign_indirect
from reader.quotes.patterns.attributions import Tag
from reader.quotes.patterns.direct import Passage
from reader.quotes.patterns.people import Names
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.passages import SCARE, classify

_RULES = {
    "tag after": "A verb of saying stands with its speaker behind or inside what is said.",
    "colon before": "What is said follows a colon.",
    "verb before": "A verb of saying leads up to the quotation marks.",
    "according to": "A phrase names the source of the sentence.",
    "viewpoint": "A phrase at the sentence's start names whose view it gives.",
    "as said": "A clause beside the sentence says who said so.",
    "verb + conjunction": "A clause with a conjunction hangs on a verb of saying.",
    "verb + infinitive": "An infinitive hangs on a verb of saying.",
    "verb + clause": "A clause without a conjunction hangs on a verb of saying.",
    "fragment": "Words in quotation marks inside an indirect quote are given word for word.",
    "last speaker": "Speech in quotation marks goes on without a tag, so the last speaker still speaks.",
    "marks": "Words in quotation marks read like speech, though nothing beside them says whose.",
    "dialogue": "A dash opens a line of dialogue.",
}
"""How each rule is explained to a person."""


def find(analysis: Analysis, explain: bool = False) -> Iterator[Quote]:
    """The quotations of a text, in order of their starts."""
    direct = sorted(
        chain(foreign_direct.find(analysis), foreign_dialogue.find(analysis)),
        key=lambda passage: passage.spans,
    )
    taken = tuple(span for passage in direct for span in passage.spans)
    whole = tuple(span for p in direct if not _is_fragment(analysis.text, p) for span in p.spans)
    indirect = tuple(foreign_indirect.find(analysis, whole, taken))
    direct = sorted((*direct, *_fragments(analysis, taken, indirect)), key=lambda passage: passage.spans)
    names = Names(analysis)
    quotes = [_quote(analysis, p, QuoteType.DIRECT, explain) for p in _nested(direct, indirect)]
    quotes += [_quote(analysis, p, QuoteType.INDIRECT, explain) for p in indirect]
    covers = _pieces(indirect)
    last: Quote | None = None
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)):
        inside = quote.type == QuoteType.DIRECT and _around(covers, quote.spans[0]) is not None
        dropped = quote.rule == "tag after" and not quote.speaker  # "ha detto", with whom left out
        named = names.subject_between(last.end if last else 0, quote.start) if dropped else None
        carried = not quote.speaker or quote.rule == "last speaker"
        if named:
            quote = replace(quote, speaker=(named,))
        elif last and last.speaker and carried and _near(analysis, last, quote):
            quote = replace(quote, speaker=last.speaker)
        who = names.of(quote)
        last = replace(
            quote,
            nested=inside,
            resolved_speaker=who.name,
            speaker_kind=who.kind,
            speaker_role=who.role,
            speaker_affiliation=who.affiliation,
        )
        yield last


def _near(analysis: Analysis, last: Quote, quote: Quote) -> bool:
    """Whether a quote without a speaker may have that of the one before: within the next paragraph."""
    return analysis.text.count("\n\n", last.start, quote.start) <= 1


def _is_fragment(text: str, passage: Passage) -> bool:
    """Whether a passage begins in lower case, as part of a clause around it."""
    start, end = passage.spans[0]
    return text[start:end].lstrip("«»“”„‘’\"' \u00a0\u202f")[:1].islower()


def _fragments(
    analysis: Analysis, taken: tuple[Span, ...], indirect: tuple[Passage, ...]
) -> Iterator[Passage]:
    """The short passages in marks inside indirect quotations that are neither names nor titles."""
    covers, known = _pieces(indirect), frozenset(taken)
    for pair in analysis.pairs:
        span = Span(pair.start, pair.end)
        inner = analysis.text[pair.inner_start : pair.inner_end].strip()
        if pair.depth or span in known or not inner[:1].islower() or len(inner.split()) < 2:
            continue
        if classify(analysis, pair) == SCARE and _around(covers, span) is not None:
            yield Passage((span,), Tag("fragment"))


Pieces = Sequence[tuple[Span, int]]
"""Pieces of passages, in order, each with the number of its passage."""


def _pieces(passages: Sequence[Passage]) -> Pieces:
    return sorted((piece, number) for number, passage in enumerate(passages) for piece in passage.spans)


def _around(pieces: Pieces, span: Span) -> int | None:
    """Number of the passage that has a piece around `span`."""
    at = bisect_right(pieces, (Span(span.start, 1 << 60), 0)) - 1
    if at >= 0 and pieces[at][0].end >= span.end:
        return pieces[at][1]
    return None


def _nested(direct: list[Passage], indirect: tuple[Passage, ...]) -> Iterator[Passage]:
    """The direct passages; one inside an indirect quotation has the speaker, cue and frame of that."""
    covers = _pieces(indirect)
    for passage in direct:
        outer = _around(covers, passage.spans[0])
        yield (
            passage
            if outer is None
            else Passage(passage.spans, replace(indirect[outer].tag, rule="fragment"))
        )


def _quote(analysis: Analysis, passage: Passage, kind: QuoteType, explain: bool) -> Quote:
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
        why=_reasons(text, tag, speaker) if explain else (),
    )


def _reasons(text: str, tag: Tag, speaker: str) -> tuple[str, ...]:
    cue = " … ".join(text[start:end] for start, end in tag.cue)
    return (
        _RULES[tag.rule],
        f"Cue: “{cue}”." if cue else "No verb of saying or preposition beside it.",
        f"Speaker: “{speaker}”." if speaker else "No speaker beside it.",
    )


def _medium(text: str, cue: Sequence[Span], speaker: Sequence[Span], language: Language) -> Medium:
    verb = text[cue[-1].start : cue[-1].end].lower() if cue else ""
    if verb in language.writing:
        return Medium.WRITING
    if verb in language.thinking:
        return Medium.THOUGHT
    words = {word.lower() for start, end in speaker for word in text[start:end].split()}
    return Medium.WRITING if words & language.documents else Medium.SPEECH
