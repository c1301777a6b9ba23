"""Attributions that are phrases or clauses of their own: "according to Ann Lee", "as Ann Lee said"."""

from dataclasses import replace
from functools import lru_cache

from reader.languages.tables import Language
from reader.quotes.patterns import noun_phrases as names
from reader.quotes.patterns.attributions import LONGEST, Tag, behind, lower, saying_at
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range

_FAR = 60
"""Code points between a word of comparison and its verb at most."""


def according(analysis: Analysis, at: int, stop: int) -> Tag | None:
    """The attribution phrase that begins at a token: "according to Ann Lee"."""
    if lower(analysis, at) not in _openers(analysis.language):
        return None
    for phrase in analysis.language.attributions:
        size = len(phrase)
        if (
            lower(analysis, at) == phrase[0]
            and tuple(lower(analysis, i) for i in range(at, at + size)) == phrase
        ):
            verb = saying_at(analysis, at + size, stop)
            end = verb.last if verb else at + size
            speaker = names.behind(analysis, end, stop) or _plain_phrase(analysis, end, stop)
            if speaker:
                return Tag(
                    "according to", (analysis.span(at, end),), (analysis.span(*speaker),), confidence=0.88
                )
    return _viewpoint(analysis, at, stop)


@lru_cache(maxsize=32)
def _openers(language: Language) -> frozenset[str]:
    """The words that attributions begin with."""
    return frozenset(phrase[0] for phrase in language.attributions) | language.viewpoints


def _viewpoint(analysis: Analysis, at: int, stop: int) -> Tag | None:
    """A preposition like "pour" with a person and a comma behind, where a sentence begins."""
    language, words = analysis.language, analysis.tokens.words
    first = analysis.sentences[analysis.sentence_at(at)][0]
    if at != first or lower(analysis, at) not in language.viewpoints:
        return None
    begins = names.behind(analysis, at + 1, stop)
    comma = next((i for i in range(at + 2, min(at + LONGEST + 2, stop)) if words[i] == ","), 0)
    if not begins or not comma or begins[1] > comma:
        return None
    speaker = at + 1, _behind_apposition(analysis, comma, stop)
    inside = [lower(analysis, i) for i in range(*speaker)]
    capitals = sum(words[i][0].isupper() for i in range(*speaker))
    if capitals < 2 and not language.roles.intersection(inside):
        return None
    return Tag("viewpoint", (analysis.span(at, at + 1),), (analysis.span(*speaker),), confidence=0.75)


def _behind_apposition(analysis: Analysis, comma: int, stop: int) -> int:
    """The comma behind a name in commas that follows at once ("the lawyer, Me Karim Haddad,"), or `comma`."""
    words = analysis.tokens.words
    for at in range(comma + 1, min(comma + LONGEST, stop)):
        if words[at] == ",":
            return at if at > comma + 1 else comma
        if not words[at][0].isupper():
            break
    return comma


def _plain_phrase(analysis: Analysis, at: int, stop: int) -> Range | None:
    """A pronoun behind a preposition, or a phrase from a determiner to the next comma or the end."""
    language = analysis.language
    if lower(analysis, at) in language.oblique:
        return at, at + 1
    if lower(analysis, at) not in language.determiners:
        return None
    for end in range(at + 1, min(at + LONGEST, stop)):
        word = lower(analysis, end)
        if word == ",":
            return (at, end) if end > at + 1 else None
        if word in language.verbs or not word[0].isalnum():
            return None
    return None


def compared(analysis: Analysis, at: int, stop: int) -> Tag | None:
    """The tag behind a word of comparison: "as Ann Lee said", "comme l'a dit la maire"."""
    if lower(analysis, at) not in analysis.language.comparisons:
        return None
    start = (
        at + 2
        if lower(analysis, at + 1) in analysis.language.determiners and _elided(analysis, at + 1)
        else at + 1
    )
    tag = behind(analysis, start, stop)
    if not tag or not tag.speaker or tag.cue[0].start - analysis.tokens.ends[at] > _FAR:
        return None
    return replace(tag, rule="as said", cue=(analysis.span(at, at + 1), *tag.cue), confidence=0.85)


def _elided(analysis: Analysis, at: int) -> bool:
    return analysis.tokens.words[at][-1] in "'’"
