"""Who a verb of saying has for its subject: before it, the noun of a relative clause, or the one before."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.predicates import Predicate
from reader.quotes.drafts import Draft
from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.subjects import subject_of
from reader.quotes.text.sentences import Range


def speaker_of(text: ClauseText, verb: Predicate, before: Draft | None, sentence: Range) -> Range | None:
    """The subject of a verb whose clause has none behind it; None where it has none."""
    first = sentence[0]
    if verb.passive:
        return None
    word = text.lower(verb.first - 1)
    if word in text.language.relatives and verb.first - 1 > first:
        return _antecedent(text, verb.first - 1, first)
    start = before.end if before else first
    joined = word in text.language.joining
    # "dijo que sí y añadió que": the second verb has the subject of the first.
    if before and (joined or verb.first <= start + 1 or not verb.finite):
        return before.speaker
    if not verb.finite:
        return noun_phrases.phrase_from(text, first, verb.first)
    found = subject_of(text, verb.verb, start, sentence[1])
    return found if found and found[1] <= verb.first else None


def in_relative(text: ClauseText, verb: Predicate, sentence: Range) -> bool:
    """Whether a verb stands in a relative clause that a comma opened: "Gil, que dice que"."""
    at = verb.first - 1
    return at > sentence[0] and text.lower(at) in text.language.relatives and text.words[at - 1] == ","


def _antecedent(text: ClauseText, relative: int, first: int) -> Range | None:
    """The noun phrase before a relative pronoun: "Gil" of "dijo Gil, quien añadió"."""
    end = relative - (text.words[relative - 1] == ",")
    return noun_phrases.phrase_before(text, first, end)
