"""Direct quotations in any language, by its tables: marks, a verb of saying beside, a speaker beside that."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.models import Medium, Quote, QuoteType, SourceKind, Span
from reader.quotes import names
from reader.quotes.analysis import Analysis
from reader.quotes.lang import Language
from reader.quotes.marks import Pair
from reader.quotes.passages import SPEECH, classify
from reader.quotes.sentences import Range

_NEAR = 14
"""Tokens between a passage and its verb of saying at most."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it and how: token ranges of speaker and cue, and the rule that found them."""

    speaker: Range | None
    cue: Range | None
    rule: str
    confidence: float


_NOBODY = Attribution(None, None, "marks", 0.5)


def find(analysis: Analysis, explain: bool = False) -> Iterator[Quote]:
    """The direct quotations of a text, in order of their starts."""
    last: Attribution = _NOBODY
    block = -1
    for pair in analysis.pairs:
        if pair.depth or classify(analysis, pair) != SPEECH:
            continue
        first, end = analysis.range_of(pair.start, pair.end)
        here = _block(analysis, first)
        found = _attribute(analysis, first, end)
        if found.cue is None and here - block <= 1 and last.speaker:
            found = Attribution(last.speaker, None, "last speaker", 0.6)
        last, block = found, here
        yield _quote(analysis, pair, found, explain)


def _block(analysis: Analysis, token: int) -> int:
    return analysis.text.count("\n\n", 0, analysis.tokens.starts[token])


def _attribute(analysis: Analysis, first: int, end: int) -> Attribution:
    """The attribution of the passage of tokens `[first, end)`: behind it, before it, or by "according to"."""
    start, stop = analysis.sentences[analysis.sentence_at(first)]
    stop = max(stop, end)
    return (
        _behind(analysis, end, stop)
        or _before(analysis, start, first)
        or _according(analysis, start, first)
        or _according(analysis, end, stop)
        or _NOBODY
    )


def _behind(analysis: Analysis, end: int, stop: int) -> Attribution | None:
    """An attribution after the passage: '…", said Ann Lee' or '…", Ann Lee said'."""
    words = analysis.tokens.words
    at = end + 1 if end < stop and words[end] in (",", "–", "—", "-") else end
    verb = _first_verb(analysis, at, min(stop, at + _NEAR))
    if not verb:
        return None
    after = names.behind(analysis, verb[1], stop)
    before = names.ahead(analysis, at, verb[0])
    speaker = (after or before) if analysis.language.verb_first or verb[0] == at else (before or after)
    return Attribution(speaker, verb, "tag after", 0.9 if speaker else 0.7)


def _before(analysis: Analysis, start: int, first: int) -> Attribution | None:
    """An attribution before the passage: 'Ann Lee said: "…'."""
    words = analysis.tokens.words
    verb = _last_verb(analysis, max(start, first - _NEAR), first)
    if not verb:
        return None
    speaker = names.ahead(analysis, start, verb[0]) or names.behind(analysis, verb[1], first)
    introduced = words[first - 1] in (":", ",") or words[first - 1].lower() in analysis.language.conjunctions
    return Attribution(
        speaker,
        verb,
        "colon before" if words[first - 1] == ":" else "verb before",
        0.9 if introduced else 0.7,
    )


def _according(analysis: Analysis, start: int, stop: int) -> Attribution | None:
    """An attribution by a preposition: "according to Ann Lee"."""
    words = analysis.tokens.words
    for phrase in analysis.language.attributions:
        size = len(phrase)
        for at in range(start, stop - size):
            if words[at].lower() == phrase[0] and tuple(w.lower() for w in words[at : at + size]) == phrase:
                speaker = names.behind(analysis, at + size, stop)
                if speaker:
                    return Attribution(speaker, (at, at + size), "according to", 0.8)
    return None


def _first_verb(analysis: Analysis, start: int, stop: int) -> Range | None:
    words = analysis.tokens.words
    for at in range(start, stop):
        if words[at][0] in ".;:!?„“»«":
            return None
        if words[at].lower() in analysis.language.verbs:
            return _with_auxiliary(analysis, start, at)
    return None


def _last_verb(analysis: Analysis, start: int, stop: int) -> Range | None:
    for at in range(stop - 1, start - 1, -1):
        if analysis.tokens.words[at].lower() in analysis.language.verbs:
            return _with_auxiliary(analysis, start, at)
    return None


def _with_auxiliary(analysis: Analysis, start: int, at: int) -> Range:
    if at > start and analysis.tokens.words[at - 1].lower() in analysis.language.auxiliaries:
        return at - 1, at + 1
    return at, at + 1


def _quote(analysis: Analysis, pair: Pair, found: Attribution, explain: bool) -> Quote:
    speaker = (analysis.span(*found.speaker),) if found.speaker else ()
    cue = (analysis.span(*found.cue),) if found.cue else ()
    text = analysis.text
    named = " ".join(text[speaker[0].start : speaker[0].end].split()) if speaker else ""
    return Quote(
        QuoteType.DIRECT,
        (Span(pair.start, pair.end),),
        medium=_medium(text, cue, analysis.language),
        speaker=speaker,
        cue=cue,
        confidence=found.confidence,
        rule=found.rule,
        why=_reasons(found, named) if explain else (),
        resolved_speaker="" if named.lower() in analysis.language.pronouns else named,
        speaker_kind=_kind(named, analysis.language),
    )


def _reasons(found: Attribution, named: str) -> tuple[str, ...]:
    by = f"said by “{named}”" if named else "no speaker beside it"
    return (f"A passage in quotation marks long enough for speech; {by}; rule: {found.rule}.",)


def _medium(text: str, cue: tuple[Span, ...], language: Language) -> Medium:
    word = text[cue[-1].start : cue[-1].end].rsplit(maxsplit=1)[-1].lower() if cue else ""
    if word in language.writing:
        return Medium.WRITING
    return Medium.THOUGHT if word in language.thinking else Medium.SPEECH


def _kind(named: str, language: Language) -> SourceKind:
    words = {word.lower() for word in named.split()}
    if not words:
        return SourceKind.UNKNOWN
    for table, kind in (
        (language.anonymous, SourceKind.ANONYMOUS),
        (language.roles, SourceKind.PERSON),
        (language.groups, SourceKind.ORGANISATION),
        (language.documents, SourceKind.DOCUMENT),
    ):
        if words & table:
            return kind
    return SourceKind.PERSON if named[0].isupper() else SourceKind.UNKNOWN
