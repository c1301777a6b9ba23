"""What a verb of judging is followed by: "considera necesario que …", and which words are infinitives."""

from reader.languages.verb_files import INFINITIVE as INFINITIVE_FORM
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.predicates import Predicate


def judged(text: ClauseText, verb: Predicate, last: int) -> tuple[int, bool] | None:
    """Where what a judgement is about begins, and whether with an infinitive.

    "considera necesario que …", "juge utile de revoir …"
    """
    grammar, at = text.grammar, verb.last
    while at < last and text.is_adverb(at):
        at += 1
    content = at + 1
    if content + 1 >= last or text.words[at][0].isupper() or not text.words[at].isalpha():
        return None
    closed = grammar.clitics | grammar.that | grammar.negations | grammar.prepositions | text.articles
    if text.lower(at) in closed or text.is_finite(at) or is_known_infinitive(text, at):
        return None
    if text.lower(content) in grammar.that:
        return content, False
    verbal = content + (text.lower(content) in grammar.infinitive_links)
    ends = (
        text.bare[verbal].endswith(grammar.infinitives) and text.lower(verbal) not in grammar.no_infinitives
    )
    small = text.words[verbal][0].islower() and not text.is_adverb(verbal)
    return (content, True) if small and (ends or is_known_infinitive(text, verbal)) else None


def is_known_infinitive(text: ClauseText, at: int) -> bool:
    return any(reading.features & INFINITIVE_FORM for reading in text.readings(at))
