"""Tell whether a verb of saying says something of somebody: not "je pense que", "il faut dire que"."""

from reader.languages.verb_files import CONDITIONAL, FINITE, INFINITIVE
from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, STOPS, ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.predicates import Predicate
from reader.quotes.patterns import noun_phrases
from reader.quotes.text.sentences import Range

_NEAR = 8
"""Tokens before an infinitive among which the verb stands that it hangs on."""
_HEAD = 3
"""Tokens of a subject among which its noun stands."""
_ENDS = STOPS | MARKS | DASHES | {",", "(", ")"}


def is_reported(text: ClauseText, verb: Predicate, speaker: Range | None, first: int) -> bool:
    """Whether a verb tells what others say, in a sentence that begins at `first`."""
    # "je pense que", "j'espère que": the text's own view.
    if text.lower(verb.first - 1) in text.grammar.own_persons or _is_own(text, speaker):
        return False
    if speaker and _is_norm(text, speaker):
        return False
    if narrated(text, verb, first) or told_on(text, verb, first):
        return True
    return not verb.features & INFINITIVE or _hangs_on_somebody(text, verb, speaker, first)


def narrated(text: ClauseText, verb: Predicate, first: int) -> Range | None:
    """Who goes on in the infinitive of a narrator, if anybody: "Et la maire | de rappeler que"."""
    linked = verb.features & INFINITIVE and text.lower(verb.first - 1) in text.grammar.infinitive_links
    start = first + (text.lower(first) in text.language.joining)
    if not linked or start == first:
        return None
    found = noun_phrases.phrase_before(text, start, verb.first - 1)
    return found if found and found[0] == start and is_somebody(text, found) else None


def told_on(text: ClauseText, verb: Predicate, first: int) -> bool:
    """Whether the infinitive of a narrator goes on with who spoke: "Et de rappeler que"."""
    linked = verb.features & INFINITIVE and text.lower(verb.first - 1) in text.grammar.infinitive_links
    return bool(linked) and verb.first - 2 == first and text.lower(first) in text.language.joining


def _is_own(text: ClauseText, speaker: Range | None) -> bool:
    return speaker is not None and text.words_of(speaker).lower() in text.grammar.own_persons


def _is_norm(text: ClauseText, speaker: Range) -> bool:
    """Whether a subject is a law, a rule or no thing at all: "la loi prévoit que", "cela montre que"."""
    head = range(speaker[0], min(speaker[0] + _HEAD, speaker[1]))
    alone = text.words_of(speaker).lower()
    if alone in text.grammar.dummies and alone not in text.language.pronouns:
        return True
    return any(text.lower(at) in text.grammar.norms for at in head)


def _hangs_on_somebody(text: ClauseText, verb: Predicate, speaker: Range | None, first: int) -> bool:
    """Whether an infinitive tells what was said: "a tenu à rappeler que", not "il faut rappeler que"."""
    grammar = text.grammar
    for at in range(verb.first - 1, max(first, verb.first - _NEAR) - 1, -1):
        word = text.lower(at)
        if word in grammar.own_persons:
            return False
        if text.words[at] in _ENDS or word in grammar.that:
            break
        lemmas = {reading.lemma for reading in text.readings(at) if reading.features & FINITE}
        if lemmas and not text.is_noun(at):
            # "on peut dire que", "si dovrebbe precisare che": nobody has said it yet
            if lemmas & grammar.modals:
                return _may_say(text, verb, speaker, at)
            return not _is_dummy(text, at, lemmas)
        # "prefirió subrayar que", of a verb that the book does not hold
        if text.words[at][0].islower() and text.has_verb(at, at + 1):
            return True
    # "pour rappeler que", "senza dire che"; "important de rappeler que" without a verb is nobody's
    before = text.lower(verb.first - 1)
    return before in grammar.prepositions and before not in grammar.infinitive_links


def _may_say(text: ClauseText, verb: Predicate, speaker: Range | None, modal: int) -> bool:
    """Whether somebody named is to say it: "Gil y Paz deberán defender que", not "no pudo decir cuándo"."""
    negated = any(text.lower(at) in text.grammar.negations for at in range(modal - 2, verb.first))
    clause = text.lower(verb.last) in text.grammar.that
    # "pourrait demander que" is up to the syndicate
    unreal = any(reading.features & CONDITIONAL for reading in text.readings(modal))
    if not clause or negated or unreal or speaker is None:
        return False
    # "on peut dire que"
    return text.lower(speaker[0]) not in text.language.pronouns and is_somebody(text, speaker)


def _is_dummy(text: ClauseText, at: int, lemmas: set[str]) -> bool:
    """Whether a verb of being has nobody for its subject: "il est utile de", "è giusto"."""
    if not lemmas & text.grammar.passive:
        return False
    before = at - 1
    while text.lower(before) in text.grammar.negations:
        before -= 1
    dropped = text.language.null_subject and not text.words[before][0].isalnum()
    return dropped or before < 0 or text.lower(before) in text.grammar.dummies | text.language.joining
