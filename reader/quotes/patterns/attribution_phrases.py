"""Attributions that are phrases or clauses of their own: "according to Ann Lee", "as Ann Lee said"."""

from dataclasses import replace

from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.attributions import Attribution, attribution_from
from reader.quotes.patterns.sayings import saying_at
from reader.quotes.patterns.subjects import LONGEST
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_FAR = 60
"""Code points between a word of comparison and its verb at most."""


def according(text: TableText, at: int, stop: int) -> Attribution | None:
    """The attribution phrase that begins at a token: "according to Ann Lee"."""
    if at not in text.phrase_places:
        return None
    for phrase in text.language.attributions:
        if phrase[0] == text.lowered[at] and tuple(text.lowered[at : at + len(phrase)]) == phrase:
            verb = saying_at(text, at + len(phrase), stop)  # "según informó la policía"
            end = verb.last if verb else at + len(phrase)
            speaker = noun_phrases.phrase_from(text, end, stop) or _plain_phrase(text, end, stop)
            if speaker:
                return Attribution("according to", tuple(range(at, end)), speaker)
    return _viewpoint(text, at, stop)


def _viewpoint(text: TableText, at: int, stop: int) -> Attribution | None:
    """A preposition like "pour" with a person and a comma behind, where a sentence begins."""
    if at != text.sentence_of(at)[0] or text.lower(at) not in text.language.viewpoints:
        return None
    begins = noun_phrases.phrase_from(text, at + 1, stop)
    comma = next((i for i in range(at + 2, min(at + LONGEST + 2, stop)) if text.words[i] == ","), 0)
    if not begins or not comma or begins[1] > comma:  # "Pour Anne Roy il faut": no comma, no viewpoint
        return None
    speaker = at + 1, _behind_apposition(text, comma, stop)
    known = not text.language.roles.isdisjoint(text.lowered[slice(*speaker)])
    capitals = sum(text.words[i][0].isupper() for i in range(*speaker))
    if capitals < 2 and not known:  # "Pour Paris," is a place; "Pour Anne Roy,", "Pour la maire," are persons
        return None
    return Attribution("viewpoint", (at,), speaker)


def _behind_apposition(text: TableText, comma: int, stop: int) -> int:
    """The comma behind a name in commas that follows at once ("the lawyer, Me Karim Haddad,"), or `comma`."""
    for at in range(comma + 1, min(comma + LONGEST, stop)):
        if text.words[at] == ",":
            return at if at > comma + 1 else comma
        if not text.words[at][0].isupper():
            break
    return comma


def _plain_phrase(text: TableText, at: int, stop: int) -> Range | None:
    """A pronoun behind a preposition, or a phrase from a determiner to the next comma or the end."""
    # "selon lui", "según ella".
    if text.lower(at) in text.language.oblique:
        return at, at + 1
    if text.lower(at) not in text.language.determiners:
        return None
    for end in range(at + 1, min(at + LONGEST, stop)):
        word = text.lower(end)
        if word == ",":
            return (at, end) if end > at + 1 else None
        if word in text.language.verbs or not word[0].isalnum():
            return None
    return None


def compared(text: TableText, at: int, stop: int) -> Attribution | None:
    """The attribution behind a word of comparison: "as Ann Lee said", "comme l'a dit la maire"."""
    if text.lower(at) not in text.language.comparisons:
        return None
    # "comme l'a dit la maire": the elided "l'" stands before the verb.
    elided = text.lower(at + 1) in text.language.determiners and text.words[at + 1][-1] in "'’"
    found = attribution_from(text, at + 2 if elided else at + 1, stop)
    starts, ends = text.analysis.tokens.starts, text.analysis.tokens.ends
    # "as winter came and went, Lee said": a verb far away belongs to another clause.
    if not found or not found.speaker or starts[found.cue[0]] - ends[at] > _FAR:
        return None
    return replace(found, rule="as said", cue=(at, *found.cue))
