"""Clauses that hang on a noun of what is said: "la denuncia de que hubo sobornos", "a notícia de que"."""

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.ends import content_end
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.speakers import subject_before
from reader.quotes.clauses.romance.subject_phrases import over_adverbs
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_NEAR = 5
"""Tokens from a noun to its conjunction at most: "la denuncia del sindicato de que"."""
_LIGHT = 6
"""Tokens from a verb to a noun that it has for its object: "expresó su opinión de que"."""


def find(text: ClauseText, sentence: Range) -> Iterator[Draft]:
    """What hangs on the nouns of a sentence, one behind the other."""
    first, last = sentence
    behind = first
    for noun in range(first, last):
        if noun < behind or text.lower(noun) not in text.grammar.noun_frames or noun in text.marked:
            continue
        that = _conjunction(text, noun, last)
        if not that:
            continue
        opens = not text.has_verb(first, noun)
        end = _subject_end(text, that, last) if opens else content_end(text, that, sentence, False)
        if end - that > _NEAR - 2:
            speaker = _speaker(text, noun, that, first)
            frame = (_begin(text, noun, first), that)
            yield Draft(
                QuoteType.INDIRECT,
                ((that, end),),
                "noun + conjunction",
                frame=(frame,),
                cue=(noun,),
                speaker=speaker,
                hearsay=speaker is None,
            )
            behind = end


def _subject_end(text: ClauseText, that: int, last: int) -> int:
    """Where the clause of a subject ends: "La noticia de que dimite | alegró a todos"; 0 where unclear.

    It has one verb, and so has the rest of the sentence.
    """
    verbs = [at for at in range(that + 1, last) if text.has_verb(at, at + 1)]
    apart = any(text.words[at] in ",;:" or text.begins_clause(at) for at in range(that + 1, last))
    if len(verbs) != 2 or apart:
        return 0
    return over_adverbs(text, that, verbs[1])


def _conjunction(text: ClauseText, noun: int, last: int) -> int:
    """The conjunction that hangs on a noun, right behind it or behind whose it is; 0 where none does."""
    grammar = text.grammar
    for at in range(noun + 1, min(noun + _NEAR, last - 1)):
        if text.lower(at) in grammar.leading and text.lower(at + 1) in grammar.that:
            return at + 1
        if text.is_finite(at) or not text.words[at][0].isalnum() or text.lower(at) in grammar.that:
            return 0
    return 0


def _speaker(text: ClauseText, noun: int, that: int, first: int) -> Range | None:
    """Whose word it is: "la denuncia del sindicato de que", "Gil expresó su opinión de que"; else nobody."""
    whose = noun + 2, that - 1
    if text.lower(noun + 1) in text.grammar.complements and whose[0] < whose[1]:
        return whose if is_somebody(text, whose) else None
    verb = next((at for at in range(noun - 1, max(first, noun - _LIGHT), -1) if text.is_finite(at)), 0)
    owned = text.lower(noun - 1) in text.grammar.own_words
    found = subject_before(text, first, verb) if verb and owned else None
    return found if found and is_somebody(text, found) else None


def _begin(text: ClauseText, noun: int, first: int) -> int:
    """Where the phrase of a noun begins: at its article."""
    return noun - (noun > first and text.lower(noun - 1) in text.language.determiners)
