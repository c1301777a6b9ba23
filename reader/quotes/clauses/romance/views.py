"""Clauses that hang on an adjective or noun of what somebody holds: "Gil está convencido de que …"."""

from collections.abc import Iterator

from reader.languages.verb_files import FINITE
from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.ends import content_end
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.speakers import antecedent, subject_before
from reader.quotes.clauses.romance.subject_phrases import over_adverbs
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_GAP = 3
"""Tokens between the verb and its word at most: "es, pues, de la opinión"."""


def find(text: ClauseText, sentence: Range) -> Iterator[Draft]:
    """What those of a sentence hold, one behind the other."""
    first, last = sentence
    behind = first
    for word in range(first + 1, last - 2):
        if word < behind or text.lower(word) not in text.grammar.views or word in text.marked:
            continue
        that = word + 1 + (text.lower(word + 1) in text.grammar.leading)
        verb = _verb(text, word, first)
        if verb < 0 or text.lower(that) not in text.grammar.that:
            continue
        related = _relative(text, verb, first)
        speaker = antecedent(text, related, first) if related else subject_before(text, first, verb)
        if speaker is None or not _holds(text, speaker, word):
            continue
        end = content_end(text, that, sentence, related > first and text.words[related - 1] == ",")
        cue = (verb, word)
        yield Draft(QuoteType.INDIRECT, ((that, end),), "adjective + conjunction", cue=cue, speaker=speaker)
        behind = end


def _verb(text: ClauseText, word: int, first: int) -> int:
    """The verb of being or having before a word: "está muy | convencido", "tem a | certeza"; -1 for none."""
    small = text.articles | text.grammar.complements
    for at in range(word - 1, max(first, word - 2 - _GAP) - 1, -1):
        if any(r.lemma in text.grammar.holding and r.features & FINITE for r in text.readings(at)):
            return at
        # "está muy convencido"
        grade = at == word - 1 and len(text.words[at]) > 1 and text.words[at].islower()
        if not (text.is_adverb(at) or text.lower(at) in small or grade):
            break
    return -1


def _relative(text: ClauseText, verb: int, first: int) -> int:
    """The relative pronoun that a verb stands behind: "Gil, que está convencido"; 0 for none."""
    at = over_adverbs(text, first, verb) - 1
    return at if at > first and text.lower(at) in text.language.relatives else 0


def _holds(text: ClauseText, speaker: Range, word: int) -> bool:
    """Whether a subject is somebody, not the text itself, and none of "il est certain que"."""
    grammar, subject = text.grammar, text.lower(speaker[0])
    if subject in grammar.own_persons | grammar.nobody or not is_somebody(text, speaker):
        return False
    dummy = subject in grammar.dummies and text.lower(word + 1) in grammar.that
    return not dummy or text.is_participle(word)
