"""Told speech acts: "De provincie wijst de beschuldigingen van de hand", "… en eist acht maanden cel"."""

from reader.models import QuoteType
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.predicates import Predicate
from reader.quotes.clauses.verb_second.subjects import subordinator
from reader.quotes.drafts import Draft
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range

_JUDGED = 3
"""Tokens behind a verb that calls something so at least: "noemt | het plan onzin"."""
_BEFORE_HEAD, _HEAD = 3, 4
"""Letters of the first and last part of a compound at least."""


def told(
    text: ClauseText, verb: Predicate, speaker: Range | None, sentence: Range, reach: int
) -> Draft | None:
    """The clause, where its verb tells a speech act of a person, group or document; behind token `reach`."""
    if not speaker or verb.passive or verb.governed or not speaks(text, speaker):
        return None
    if text.lower(speaker[0]) in text.grammar.nobody:
        return None
    if subordinator(text, verb.finite, verb.clause) is not None:
        return None
    clause = first, last = _begin(text, verb, sentence), _end(text, verb, sentence)
    if first < reach or not _is_act(text, verb, clause) or any(at in text.marked for at in range(*clause)):
        return None
    # "– Wij eisen geld": a line of speech.
    if text.words[sentence[0]] in text.language.dialogue:
        return None
    # "dreigt met een zaak als het niet lukt": what hangs on it negates nothing
    binding = text.grammar.conditions | text.grammar.that
    main = next((at for at in range(verb.last, last) if _closes(text, at, binding)), last)
    if text.grammar.negations.intersection(text.lowered[first:main]):
        return None
    return Draft(QuoteType.REPORTED, (clause,), "told", frame=(clause,), cue=verb.cue, speaker=speaker)


def _closes(text: ClauseText, at: int, binding: frozenset[str]) -> bool:
    """Whether the main clause ends: at a conjunction, or before a second verb: ", maar bleef niet"."""
    joined = text.words[at] == "," and text.lower(at + 1) in text.grammar.coordinators
    return text.lower(at) in binding or (joined and text.is_finite(at + 2))


def _is_act(text: ClauseText, verb: Predicate, clause: Range) -> bool:
    """Whether a verb tells an act by what stands beside it."""
    words = text.lowered[slice(*clause)]
    # "veroordeelt de man tot tien jaar": another meaning.
    if any("r" in saying.takes and not set(saying.never) & set(words) for saying in verb.says):
        return True
    # "noemt het plan onzin", not "maakt deel uit van", not "noemt hem Piet".
    called = any("c" in saying.takes and not saying.needs and not saying.particle for saying in verb.says)
    called = called and clause[1] - verb.last >= _JUDGED
    return called and not is_name(text.words[clause[1] - 1 - (text.words[clause[1] - 1] == ".")])


def _begin(text: ClauseText, verb: Predicate, sentence: Range) -> int:
    """Where the clause of an act begins: at its subject, or at a verb that another one is joined to."""
    joined = verb.finite - 1 > sentence[0] and text.lower(verb.finite - 1) in text.grammar.coordinators
    return verb.finite if joined else verb.clause


def _end(text: ClauseText, verb: Predicate, sentence: Range) -> int:
    """Where it ends: before a comma behind which marks stand, else with its sentence."""
    marked = next((at for at in range(verb.last, sentence[1]) if at in text.marked), sentence[1])
    if marked == sentence[1]:
        return marked
    # "kritiseert het besluit, dat zij ‘een blamage’ noemt"
    return next((at for at in range(marked - 1, verb.last, -1) if text.words[at] == ","), sentence[1])


def speaks(text: ClauseText, phrase: Range) -> bool:
    """Whether a phrase names a person, a group or a document."""
    language = text.language
    for at in range(*phrase):
        word = text.lower(at)
        if text.is_pronoun(at) or is_role(word, language) or word in language.groups | language.documents:
            return True
        if _is_compound(text, word):
            return True
        if word in language.anonymous or (is_name(text.words[at]) and at > text.sentence_of(at)[0]):
            return True
    return (
        is_name(text.words[phrase[0]])
        and text.lower(phrase[0]) not in text.grammar.closed | language.determiners
    )


def _is_compound(text: ClauseText, word: str) -> bool:
    """Whether a word ends in one for a person or group: "cliëntenraad"."""
    # "het kabinet-Bos"
    if word.partition("-")[0] in text.language.groups:
        return True
    tails = (word[at:] for at in range(_BEFORE_HEAD, len(word) - _HEAD + 1))
    return any(tail in text.language.groups or is_role(tail, text.language) for tail in tails)
