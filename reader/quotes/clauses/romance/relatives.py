"""Relative clauses that a phrase attributes: "un hombre que, según la policía, bebió"."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import content_behind
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.text.nouns import is_nominal
from reader.quotes.text.sentences import Range

_NEAR = 3
"""Tokens from a pronoun that is no conjunction to the phrase in its clause at most: "qui est selon elle"."""


def is_said(text: ClauseText, that: int, sentence: Range) -> bool:
    """Whether a conjunction begins what a verb of saying has: "dijo que, según Gil, llueve"."""
    for at in text.sayings_in((sentence[0], that)):
        verb = predicate_at(text, at, sentence[0])
        gap = content_behind(text, verb, sentence[1]) if verb else None
        if gap and gap.start == that:
            return True
    return False


def relates(text: ClauseText, at: int, first: int) -> bool:
    """Whether a relative pronoun stands behind its noun: "un hombre que, según la policía, bebió"."""
    if at <= first or text.lower(at) not in text.language.relatives:
        return False
    noun = at - 1 - (text.words[at - 1] == ",")
    small = (
        text.grammar.prepositions
        | text.grammar.adverbs
        | text.language.joining
        | text.grammar.adverbial_heads
    )
    return noun >= first and text.words[noun][0].isalpha() and text.lower(noun) not in small


def clause_around(text: ClauseText, sentence: Range, at: int, end: int) -> Range | None:
    """The relative clause that a phrase stands in, right behind its pronoun: "qui, selon elle, a menti"."""
    relative = _pronoun_before(text, at, sentence[0])
    if not relates(text, relative, sentence[0]) or is_said(text, relative, sentence):
        return None
    opened = text.words[relative - 1] == ","
    close = next((i for i in range(end + 1, sentence[1]) if text.words[i] == ","), sentence[1])
    return relative, close if opened else sentence[1]


def _pronoun_before(text: ClauseText, at: int, first: int) -> int:
    """Where a relative pronoun may stand before a phrase; only one that is no "que" stands apart."""
    plain = text.language.relatives - text.grammar.that
    for near in range(at - 2, max(first, at - 1 - _NEAR) - 1, -1):
        if not text.words[near][0].isalpha():
            break
        if text.lower(near) in plain:
            return near
    return at - 1 - (text.words[at - 1] == ",")


def in_relative(text: ClauseText, verb: Predicate, sentence: Range) -> bool:
    """Whether a verb stands in a relative clause that a comma opened: "Gil, que dice que"."""
    at = verb.first - 1
    return at > sentence[0] and text.lower(at) in text.language.relatives and text.words[at - 1] == ","


def relates_unlisted(text: ClauseText, at: int, start: int) -> bool:
    """Whether a relative clause begins with a verb in no book: "Il geologo che coordina | rivela"."""
    # Behind a verb "che" may begin what is said.
    if text.lower(at) not in text.language.relatives or text.has_verb(start, at):
        return False
    word, grammar = text.words[at + 1], text.grammar
    small = grammar.prepositions | text.articles | text.language.determiners
    return word[0].islower() and text.lower(at + 1) not in small and not is_nominal(text, at + 1)
