"""Indirect speech that a phrase or clause beside it attributes: "According to Ann Lee, it rains"."""

from dataclasses import dataclass, replace

from reader.models import Span
from reader.quotes.patterns import attribution_phrases as phrases
from reader.quotes.patterns import attributions as tags
from reader.quotes.patterns.attributions import Tag
from reader.quotes.patterns.direct import Passage
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range

_MODIFIERS = 6
"""Tokens of modifiers that may stand behind a noun, before a comma."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as token range, its closing stop left out."""

    first: int
    last: int


def attributed(analysis: Analysis, sentence: Sentence) -> Passage | None:
    """What an attribution covers: "According to Ann Lee, it rains", "It rains, as Ann Lee said"."""
    for at in range(sentence.first, sentence.last):
        tag = phrases.according(analysis, at, sentence.last) or _compared(analysis, at, sentence)
        if tag:
            reach = max(tag.speaker[0].end, tag.cue[-1].end)
            end = _widened(analysis, analysis.token_at(reach - 1) + 1, sentence.last)
            if at > sentence.first and analysis.tokens.words[at - 1] == ",":
                end = _up_to_comma(analysis, end, sentence.last)
            speaker = tag.speaker[0]
            if tag.cue[-1].end < speaker.start:
                speaker = Span(speaker.start, analysis.tokens.ends[end - 1])
            return _around(analysis, sentence, replace(tag, speaker=(speaker,)), (at, end))
    return None


def _compared(analysis: Analysis, at: int, sentence: Sentence) -> Tag | None:
    """A clause like "as she said" at the start of the sentence or behind a comma."""
    if at != sentence.first and analysis.tokens.words[at - 1] != ",":
        return None
    return phrases.compared(analysis, at, sentence.last)


def _up_to_comma(analysis: Analysis, end: int, last: int) -> int:
    """The next comma from `end` on, or the sentence's end: how far a phrase behind a comma goes."""
    words = analysis.tokens.words
    return next((at for at in range(end, last) if words[at] == ","), last)


def _widened(analysis: Analysis, end: int, last: int) -> int:
    """Behind the modifiers of a noun where only those stand before a comma ("un rapport récent,")."""
    for at in range(end, min(end + _MODIFIERS, last)):
        word = analysis.tokens.words[at]
        if word == ",":
            return at
        if not (word[0].islower() or word[0].isupper()) or word.lower() in analysis.language.verbs:
            break
    return end


def _around(analysis: Analysis, sentence: Sentence, tag: Tag, phrase: Range) -> Passage | None:
    """The sentence around a phrase; commas beside the phrase and a clause behind it belong to the frame."""
    words, (at, end) = analysis.tokens.words, phrase
    if end < sentence.last and words[end] == ",":
        end = _relative_end(analysis, end, sentence.last)
    if at > sentence.first and words[at - 1] in (",", "—", "–"):
        at -= 1
    spans = []
    if at > sentence.first:
        spans.append(analysis.span(sentence.first, at))
    if end < sentence.last:
        spans.append(analysis.span(end, sentence.last))
    if not spans:
        return None
    return Passage(tuple(spans), replace(tag, frame=(analysis.span(at, end),)))


def _relative_end(analysis: Analysis, comma: int, last: int) -> int:
    """Behind the comma that closes a short clause opened at `comma` ("Ann Lee, who keeps the shop,")."""
    if tags.lower(analysis, comma + 1) in analysis.language.relatives:
        for at in range(comma + 1, min(comma + 14, last)):
            if analysis.tokens.words[at] == ",":
                return at + 1
    return comma + 1
