"""How far the noun phrase of a subject goes before a verb, back over what hangs on it."""

from reader.languages.verb_files import FINITE, PLURAL
from reader.quotes.clauses.romance.clause_text import MARKS, ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.openings import over_opening
from reader.quotes.clauses.romance.relatives import relates_unlisted
from reader.quotes.text.nouns import is_nominal
from reader.quotes.text.sentences import Range

LONGEST = 40
"""Tokens of a subject with all that hangs on it at most."""
_CLAUSE = 8
"""Tokens from a relative pronoun to the verb behind its subject at most: "al que esta casa ha tenido"."""
_PAST = "ìòó"
"""Letters that small words of a null-subject language end in where they are verbs of the past."""
_SHORT = 3
"""Letters of such a verb, more than these: no "sì", "ciò"."""
_NEAR = 5
"""Tokens from a subject to its verb among which its number is read."""
_WITHIN = MARKS | frozenset("&'’/%@#")
"""Signs that a noun phrase goes over."""


def over_adverbs(text: ClauseText, start: int, end: int) -> int:
    """The token behind the last one before a verb that is no adverb, negation or pronoun."""
    small = text.grammar.clitics | text.grammar.negations | text.grammar.yes_no
    while end > start and (text.is_adverb(end - 1) or text.lower(end - 1) in small):
        if " ".join(text.lowered[max(end - 2, start) : end]) in text.language.latter:  # "ce dernier"
            break
        end -= 1
    return end


def phrase_up_to(text: ClauseText, start: int, end: int) -> Range | None:
    """The noun phrase that ends at a token: back to a comma, verb or conjunction."""
    first = end
    while first > max(start, end - LONGEST):
        at = first - 1
        if text.words[at] == ")":
            opening = next((i for i in range(at, max(start, at - 12) - 1, -1) if text.words[i] == "("), at)
            first = opening if opening < at else first - 1
            continue
        sign = not text.words[at][0].isalnum() and text.words[at] not in _WITHIN
        if sign or ends_phrase(text, at) or _parts(text, at, start, end):
            return _before_relative(text, at, start, end) or _from(text, first, end)
        first = at
    return _from(text, first, end)


def _from(text: ClauseText, first: int, end: int) -> Range | None:
    """A phrase without what opens the sentence before it."""
    return checked(text, over_opening(text, first, end), end)


def _before_relative(text: ClauseText, verb: int, start: int, end: int) -> Range | None:
    """Whoever has a relative clause before the verb: "Un empleado que pidió el anonimato | admitió"."""
    # "que prefirió no dar su nombre": the verb stands before the negation
    verb -= text.lower(verb) in text.grammar.negations and text.has_verb(verb - 1, verb)
    verb += verb + 1 < end and relates_unlisted(text, verb, start)
    relative = over_adverbs(text, start, verb) - 1
    led = _led_relative(text, start, relative)
    between = text.words[verb + 1 : end]
    relative = led or relative
    related = led or text.lower(relative) in text.language.relatives
    if relative <= start or not related or "," in between:
        return None
    # "dijo que pidió", "según el juez que": a noun before it, and no verb of saying
    noun = relative - 1
    found = phrase_up_to(text, start, relative) if not text.is_finite(noun) else None
    known = found and (text.lower(found[0]) in text.language.determiners or is_somebody(text, found))
    return (found[0], end) if found and known else None


def _led_relative(text: ClauseText, start: int, at: int) -> int:
    """Where a preposition leads a relative clause: "un dictamen | al que ha tenido acceso Gil"; else 0."""
    near = range(at, max(start + 1, at - _CLAUSE), -1)
    that = next((i for i in near if text.lower(i) in text.language.relatives), 0)
    if text.lower(that - 1) not in text.articles or "," in text.words[that:at]:
        return 0
    led = that - 1 - (text.lower(that - 1) not in text.language.contracted)
    return led if led > start and text.lower(led) in text.grammar.prepositions else 0


def ends_phrase(text: ClauseText, at: int) -> bool:
    """Whether no noun phrase goes over a token: a finite verb, "que"."""
    word = text.lower(at)
    # "Sebastián da Silva"
    if (
        word in text.language.particles
        and text.words[at - 1][0].isupper()
        and text.words[at + 1][0].isupper()
    ):
        return False
    verb = text.is_finite(at) or text.hangs(at) or (text.words[at][0].islower() and text.has_verb(at, at + 1))
    # "les gérants ainsi que leurs voisins"
    joins = word in text.grammar.that and text.lower(at - 1) in text.grammar.joining_that
    # "La consejera no descarta", where the book has no such verb
    negated = word in text.grammar.negations and not text.is_adverb(at)
    # "ha | dicho | el dirigente sindical"
    done = text.is_participle(at) and any(r.lemma in text.grammar.perfect for r in text.readings(at - 1))
    return verb or negated or done or (text.begins_clause(at) and not joins)


def _parts(text: ClauseText, at: int, start: int, end: int) -> bool:
    """Whether "and" joins clauses, not names: "y el alcalde" behind a verb, "Gil y Paz" are one phrase."""
    if text.lower(at) not in text.language.joining:
        return False
    named = at > start and is_nominal(text, at - 1)
    return not (named or is_plural(text, end))


def is_plural(text: ClauseText, at: int) -> bool:
    """Whether the verb that follows a token tells of several: "l'horloger et sa fille | jurent"."""
    near = (i for i in range(at, min(at + _NEAR, len(text.words))) if text.bare[i] in text.grammar.finite)
    verb = next(near, None)
    return verb is not None and all(r.features & PLURAL for r in text.readings(verb) if r.features & FINITE)


def checked(text: ClauseText, first: int, end: int) -> Range | None:
    """A phrase that may be a subject, else None: not a bare adverb, verb or pronoun object."""
    # "definió el plan y |": "and" goes on
    while end > first and (text.words[end - 1] in (",", "(") or text.lower(end - 1) in text.language.joining):
        end -= 1
    if first >= end or end - first > LONGEST:
        return None
    word, grammar = text.lower(first), text.grammar
    only = end - first == 1
    small = grammar.clitics | grammar.that | grammar.negations | grammar.yes_no | text.language.joining
    alone = word in text.language.determiners and word not in text.language.pronouns
    if only and (word in small or alone):
        return None
    gerund = word.endswith(grammar.gerunds) and text.words[first] not in text.given
    if text.is_finite(first) or gerund or not text.words[first][0].isalnum():
        return None
    if is_past(text, first):
        return None
    if _cuts_marks(text, first, end):
        return None
    # "Tres veces dijo", "Aquela noite disse", "Este | martes dijo": a time speaks no more than a place.
    behind = only and word in text.language.determiners
    if any(text.lower(at) in grammar.time_nouns for at in range(first, min(first + 4, end + behind))):
        return None
    return first, end


def is_past(text: ClauseText, at: int) -> bool:
    """Whether an accent tells a verb of the past that no book holds: "salì sul palco e disse"."""
    word = text.words[at]
    past = word.islower() and word[-1] in _PAST and len(word) > _SHORT
    return past and text.language.null_subject and not is_nominal(text, at)


def _cuts_marks(text: ClauseText, first: int, end: int) -> bool:
    """Whether a phrase lies partly in a passage in marks: '… que ocultar", dijo'."""
    around = (text.begins.get(at) for at in range(first, end))
    return any(opening is not None and opening < first for opening in around)
