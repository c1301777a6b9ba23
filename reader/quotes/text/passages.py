"""Tell what a passage in quotation marks is: speech, scare quotes, the title of a work, or a name."""

from dataclasses import dataclass

from reader.languages.given_names import given_names
from reader.models import Span
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.marks import Pair

SPEECH, SCARE, TITLE, NAME = "speech", "scare", "title", "name"

_LONGEST_NAME = 7
"""Words from which a passage with more is speech whatever stands around it (chosen on the gold set)."""
_LONGEST_TITLE_IN_SMALL = 3
"""Words from which a passage with more that begins small is speech: titles begin with capitals."""
_LONGEST_PROPER_NAME = 3
"""Capitalised words of a name; with more it is a title, "Der Herr der Ringe"."""
_VERB_BEHIND = 3
"""Tokens behind a passage in which a verb of saying makes it speech: "„So“, hat er gesagt"."""
_STOPS = frozenset((".", "!", "?", "…", "...", ","))


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage in quotation marks; `kind` is "speech", "scare", "title" or "name"."""

    span: Span
    kind: str


def classify(analysis: Analysis, pair: Pair) -> str:
    """The kind of a passage, from its length, its words and what stands around it."""
    first, last = analysis.range_of(pair.inner_start, pair.inner_end)
    words = [word for word in analysis.tokens.words[first:last] if word[0].isalnum()]
    word_before = _word_before(analysis, first)
    if not words:
        return SCARE
    if is_nickname(analysis, pair):
        return NAME
    if _introduced(analysis, first) or len(words) > _LONGEST_NAME:
        return SPEECH
    # "sogenannte „Experten“".
    if word_before in analysis.language.scare:
        return SCARE
    # "im Film „Nacht“"; "im Film „Es ist aus.“" is a sentence.
    if word_before in analysis.language.title_nouns and not _sentence_like(analysis, first, last):
        return TITLE
    if _sentence_like(analysis, first, last) or _verb_behind(analysis, last):
        return SPEECH
    # "er sei „von allem nichts gewohnt“".
    if len(words) > _LONGEST_TITLE_IN_SMALL and words[0][0].islower():
        return SPEECH
    return _kind_of_short(analysis, words)


def is_nickname(analysis: Analysis, pair: Pair) -> bool:
    """Whether a passage is a nickname within a name: Robert “Stilts” Manning."""
    first, last = analysis.range_of(pair.inner_start, pair.inner_end)
    words, text = analysis.tokens.words, analysis.text
    # the words before, in and behind the marks; '"Go," said Lee. "Yes" Orr nodded' has a stop between.
    if not 0 < last - first <= _LONGEST_PROPER_NAME or first < 2 or last + 2 >= len(words):
        return False
    before, behind = words[first - 2], words[last + 1]
    apart = text[pair.start - 1 : pair.start] == text[pair.end : pair.end + 1] == " "
    named = behind[0].isupper()
    if behind in analysis.language.particles:  # Jan “Jantje” van der Berg
        name = next(
            (word for word in words[last + 2 : last + 4] if word not in analysis.language.particles), ""
        )
        named = name[:1].isupper()
    if not apart or not named or not all(word[0].isalnum() for word in words[first:last]):
        return False
    return before in given_names(analysis.language.code)


def unspoken(analysis: Analysis, pair: Pair) -> str:
    """The kind of a passage that no engine takes for a quote, inner ones of a quote aside."""
    kind = classify(analysis, pair)
    if kind != SPEECH or pair.depth:
        return kind
    first, last = analysis.range_of(pair.inner_start, pair.inner_end)
    return _kind_of_short(
        analysis, [word for word in analysis.tokens.words[first:last] if word[0].isalnum()] or ["-"]
    )


def _kind_of_short(analysis: Analysis, words: list[str]) -> str:
    """Kind of a short passage without any sign of speech around it."""
    if all(word[0].isupper() or word[0].isdigit() for word in words):
        return NAME if len(words) <= _LONGEST_PROPER_NAME else TITLE
    if words[0][0].isupper() and len(words) > 1:
        return TITLE
    return SCARE


def _word_before(analysis: Analysis, first: int) -> str:
    """The word before the opening mark, in lower case; `first` is the token behind the mark."""
    return analysis.tokens.words[first - 2].lower() if first > 1 else ""


def _introduced(analysis: Analysis, first: int) -> bool:
    """Whether a colon or a verb of saying leads up to the passage."""
    word = _word_before(analysis, first)
    # "sagte, „es reicht“".
    if word == "," and first > 2:
        word = analysis.tokens.words[first - 3].lower()
    return word == ":" or word in analysis.language.verbs


def _sentence_like(analysis: Analysis, first: int, last: int) -> bool:
    """Whether it begins as a sentence and ends with a final mark inside: "„Es ist aus.“"."""
    words = analysis.tokens.words
    return last - first > 2 and words[first][0].isupper() and words[last - 1] in _STOPS


def _verb_behind(analysis: Analysis, last: int) -> bool:
    """Whether a verb of saying follows the closing mark directly or within three words."""
    words = analysis.tokens.words[last + 1 : last + 5]
    if words and words[0] == ",":
        words = words[1:]
    # Stops are passed over, so a verb of the next sentence counts too: "„Nacht“. Er sagte …" is rare.
    return any(
        word.lower() in analysis.language.verbs for word in words[:_VERB_BEHIND] if word[0] not in ".:;!?"
    )
