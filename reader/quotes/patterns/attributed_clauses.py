"""Indirect speech that a phrase or clause beside it attributes: "According to Ann Lee, it rains"."""

from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.patterns import attribution_phrases as phrases
from reader.quotes.patterns import attributions
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_MODIFIERS = 6
"""Tokens of modifiers that may stand behind a noun, before a comma."""
_RELATIVE = 14
"""Tokens of a relative clause about a speaker at most."""


def beside(text: TableText, sentence: Range) -> Draft | None:
    """What an attribution covers: "According to Ann Lee, it rains", "It rains, as Ann Lee said".

    `sentence` is a range of tokens without the closing stop.
    """
    first, last = sentence
    for at in range(first, last):
        if at not in text.phrase_places:
            continue
        found = phrases.according(text, at, last) or _compared(text, at, sentence)
        if found and found.speaker:
            end = _widened(text, found.end, last)
            if at > first and text.words[at - 1] == ",":
                end = _up_to_comma(text, end, last)
            # "selon un rapport récent,": what widens the phrase behind the cue is part of the speaker.
            if found.cue[-1] < found.speaker[0]:
                found = replace(found, speaker=(found.speaker[0], end))
            return _without_phrase(text, sentence, found, (at, end))
    return None


def _compared(text: TableText, at: int, sentence: Range) -> Attribution | None:
    """A clause like "as she said" at the start of the sentence or behind a comma."""
    if at != sentence[0] and text.words[at - 1] != ",":
        return None
    return phrases.compared(text, at, sentence[1])


def _up_to_comma(text: TableText, end: int, last: int) -> int:
    """The next comma from `end` on, or the sentence's end: how far a phrase behind a comma goes."""
    return next((at for at in range(end, last) if text.words[at] == ","), last)


def _widened(text: TableText, end: int, last: int) -> int:
    """Behind the modifiers of a noun where only those stand before a comma ("un rapport récent,")."""
    for at in range(end, min(end + _MODIFIERS, last)):
        word = text.words[at]
        if word == ",":
            return at
        if not (word[0].islower() or word[0].isupper()) or text.says(at):
            break
    return end


def _without_phrase(text: TableText, sentence: Range, found: Attribution, phrase: Range) -> Draft | None:
    """The sentence around a phrase; commas beside the phrase and a clause behind it belong to the frame."""
    (first, last), (at, end) = sentence, phrase
    if end < last and text.words[end] == ",":
        end = _relative_end(text, end, last)
    # "It rains, as Ann Lee said": the comma before is none of what is said.
    if at > first and text.words[at - 1] in (",", "—", "–"):
        at -= 1
    content = tuple(part for part in ((first, at), (end, last)) if part[0] < part[1])
    if not content:
        return None
    return attributions.attributed(QuoteType.INDIRECT, content, replace(found, frame=(at, end)))


def _relative_end(text: TableText, comma: int, last: int) -> int:
    """Behind the comma that closes a short clause opened at `comma` ("Ann Lee, who keeps the shop,")."""
    if text.lower(comma + 1) in text.language.relatives:
        for at in range(comma + 1, min(comma + _RELATIVE, last)):
            if text.words[at] == ",":
                return at + 1
    return comma + 1
