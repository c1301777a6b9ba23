"""Told speech acts: "De provincie wijst de beschuldigingen van de hand", "Bos haalt uit naar het kabinet"."""

from reader.models import QuoteType
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.predicates import Predicate
from reader.quotes.clauses.verb_second.subjects import subject_of, subordinator
from reader.quotes.drafts import Draft
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range


def told(text: ClauseText, verb: Predicate, sentence: Range) -> Draft | None:
    """The whole sentence, where its verb tells a speech act of a person, group or document."""
    if not verb.takes("r") or verb.passive or subordinator(text, verb.finite, verb.clause) is not None:
        return None
    if verb.governed or any(at in text.marked for at in range(*sentence)):
        return None
    if text.words[sentence[0]] in text.language.dialogue:
        return None
    words = set(text.lowered[slice(*sentence)])
    if words & text.grammar.negations:
        return None
    speaker = subject_of(text, verb.finite, verb.clause, sentence[1])
    if not speaker or not speaks(text, speaker):
        return None
    return Draft(QuoteType.REPORTED, (sentence,), "told", frame=(sentence,), cue=verb.cue, speaker=speaker)


def speaks(text: ClauseText, phrase: Range) -> bool:
    """Whether a phrase names a person, a group or a document."""
    language = text.language
    for at in range(*phrase):
        word = text.lower(at)
        if text.is_pronoun(at) or is_role(word, language) or word in language.groups | language.documents:
            return True
        if word in language.anonymous or (is_name(text.words[at]) and at > text.sentence_of(at)[0]):
            return True
    return (
        is_name(text.words[phrase[0]])
        and text.lower(phrase[0]) not in text.grammar.closed | language.determiners
    )
