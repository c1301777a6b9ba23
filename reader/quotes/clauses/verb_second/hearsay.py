"""What is told without anybody who tells it: "De man zou zijn vertrokken", "naar verluidt", "schijnt te"."""

from reader.models import QuoteType
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range


def hearsay_in(text: ClauseText, sentence: Range) -> Draft | None:
    """The sentence, where a form of hearsay stands in it."""
    if text.grammar.rumours.isdisjoint(text.lowered[slice(*sentence)]):
        return None
    cue = (
        _phrase(text, sentence)
        or _conditional(text, sentence)
        or _seems(text, sentence)
        or _passive(text, sentence)
    )
    if not cue:
        return None
    return Draft(QuoteType.FREE_INDIRECT, (sentence,), "hearsay", cue=cue, hearsay=True)


def _phrase(text: ClauseText, sentence: Range) -> tuple[int, ...]:
    """ "naar verluidt"."""
    for at in range(*sentence):
        for phrase in text.grammar.hearsay_openers:
            if text.lowered[at] == phrase[0] and tuple(text.lowered[at : at + len(phrase)]) == phrase:
                return tuple(range(at, at + len(phrase)))
    return ()


def _conditional(text: ClauseText, sentence: Range) -> tuple[int, ...]:
    """ "zou … hebben gestolen": a past that nobody vouches for; not "zou graag", "als hij …, zou"."""
    grammar = text.grammar
    words = text.lowered[slice(*sentence)]
    if not grammar.conditional & set(words) or grammar.wishes & set(words):
        return ()
    for at in range(*sentence):
        if text.lower(at) not in grammar.conditional or at in text.marked:
            continue
        for place in range(at + 1, sentence[1]):
            if text.lower(place) == ",":
                break
            perfect = text.lower(place) in grammar.perfect_infinitives
            if perfect and _is_participle(text, place, sentence):
                return at, place
    return ()


def _is_participle(text: ClauseText, at: int, sentence: Range) -> bool:
    """Whether a participle stands before or behind "hebben": "hebben gestolen", "gestolen hebben"."""
    grammar = text.grammar
    around = (at + 1, at - 1, at + 2) if grammar.participle_beginnings else (at + 1,)
    for place in around:
        word = text.lower(place) if sentence[0] <= place < sentence[1] else ""
        if (
            len(word) > 3
            and word not in (grammar.closed - grammar.finite) | text.language.determiners
            and word.endswith(grammar.perfect_endings)
            and (
                not grammar.participle_beginnings
                or word.startswith((*grammar.participle_beginnings, *grammar.bare_prefixes))
            )
        ):
            return True
    return False


def _seems(text: ClauseText, sentence: Range) -> tuple[int, ...]:
    """ "schijnt … te"."""
    grammar = text.grammar
    for at in range(*sentence):
        seems = text.lemmas(at) & grammar.hearsay_verbs and text.is_finite(at) and at not in text.marked
        if seems and any(text.lower(place) in grammar.infinitive for place in range(at, sentence[1])):
            return (at,)
    return ()


def _passive(text: ClauseText, sentence: Range) -> tuple[int, ...]:
    """ "uppges ha stulit", "siges at være": a passive of saying with its subject before an infinitive."""
    for at in range(*sentence):
        if text.lower(at) in text.grammar.hearsay_forms and at not in text.marked:
            return (at,)
    return ()
