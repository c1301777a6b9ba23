"""Who a verb of saying has for its subject: before it, the noun of a relative clause, or the one before."""

from reader.languages.verb_files import FINITE, PLURAL
from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.openings import opens_adverbial, over_opening
from reader.quotes.clauses.romance.predicates import Predicate
from reader.quotes.clauses.romance.relatives import relates_unlisted
from reader.quotes.clauses.romance.tails import is_named, is_plain_name
from reader.quotes.drafts import Draft
from reader.quotes.patterns import noun_phrases
from reader.quotes.text.nouns import is_name, is_nominal
from reader.quotes.text.sentences import Range

_LONGEST = 40
"""Tokens of a subject with all that hangs on it at most."""
_NEAR = 5
"""Tokens from a subject to its verb among which its number is read."""
_NAME = 9
"""Tokens of a name in commas, with these, at most."""
_ASIDES = 5
"""Asides in commas between a subject and its verb at most."""
_TO_BE = 3
"""Tokens at the start of a sentence among which "to be" stands: "C'", "est"; "Ha", "sido"."""
_DASHES = DASHES | {"-"}
_WITHIN = MARKS | frozenset("&'’/%@#")
"""Signs that a noun phrase goes over."""


def speaker_of(text: ClauseText, verb: Predicate, before: Draft | None, sentence: Range) -> Range | None:
    """The subject of a verb whose clause has none behind it; None where it has none."""
    first = sentence[0]
    word, at = text.lower(verb.first - 1), verb.first - 1
    if verb.passive or (verb.impersonal and word not in text.language.relatives):
        return _reflexive(text, verb, first)
    # "un comunicado en el que asegura": the subject of the clause around it
    if word in text.language.relatives and text.lower(at - 1) in text.articles and text.is_governed(at - 2):
        return main_subject(text, first, at - 2)
    if word in text.language.relatives and at > first:
        return antecedent(text, at, first)
    start = before.end if before else first
    # "dijo que sí y añadió", "…, aunque advierten"
    joined = word in text.language.joining | text.language.adversatives | text.grammar.subordinating
    # "dijo que sí y añadió que": the second verb has the subject of the first.
    if before and (joined or at <= start or not verb.finite):
        return before.speaker
    if joined or not verb.finite:
        return _absolute(text, verb, first) or main_subject(text, first, verb.first)
    return subject_before(text, start, verb.first) or _office(text, verb, first)


def _office(text: ClauseText, verb: Predicate, first: int) -> Range | None:
    """The office from which several speak: "Desde la fiscalía consideran", "Dal ministero spiegano"."""
    if text.lower(first) not in text.grammar.offices or not _is_plural(text, verb.first):
        return None
    found = noun_phrases.phrase_from(text, first + 1, verb.first)
    end = found[1] if found else first
    aside = end < verb.first and text.words[end] == "," and text.words[verb.first - 1] == ","
    return found if found and (aside or over_adverbs(text, end, verb.first) == end) else None


def _reflexive(text: ClauseText, verb: Predicate, first: int) -> Range | None:
    """The subject of a verb with its own pronoun: "Gil se quejó de que", none of "se dice que"."""
    if verb.passive or text.hangs(verb.cue[-1]):
        return None
    found = subject_before(text, first, verb.first)
    # "En Madrid se dice que": only a subject right before it.
    return found if found and found[1] >= verb.first - 1 else None


def _absolute(text: ClauseText, verb: Predicate, first: int) -> Range | None:
    """The noun phrase of a participle that begins behind a comma: ", les gendarmes craignant que"."""
    found = None if verb.finite else subject_before(text, first, verb.first)
    behind_comma = found and found[0] > first and text.words[found[0] - 1] == ","
    return found if behind_comma and found and found[1] == verb.first else None


def antecedent(text: ClauseText, relative: int, first: int) -> Range | None:
    """The noun phrase before a relative pronoun: "Gil" of "dijo Gil, quien añadió"."""
    end = relative - (text.words[relative - 1] == ",")
    # "ha sido el ministro el que ha dicho", "c'est lui qui a dit"
    cleft = end - 1 > first and is_nominal(text, end - 2) and text.words[end - 1] != ","
    if cleft and end == relative and text.lower(end - 1) in text.language.articles and _is_being(text, first):
        end -= 1
    if end - 1 > first and text.lower(end - 1) in text.language.oblique and _is_being(text, first):
        return end - 1, end
    # "los que creen", "quien piensa": nobody is named.
    if end <= first or text.lower(end - 1) in text.language.determiners:
        return None
    # "Fue Luis Pardo quien dijo": the verb is no part of the name
    first += bool(text.words[first][0].isupper() and text.is_finite(first) and _is_being(text, first))
    found = noun_phrases.phrase_before(text, first, end) or _phrase(text, first, end)
    # "dijo Luis Mena, su jefe, quien añadió": the name, not what is told of it
    if found and found[0] - 1 > first and text.words[found[0] - 1] == ",":
        named = noun_phrases.phrase_before(text, first, found[0] - 1)
        if named and is_plain_name(text, *named):
            return named
    return found


def _is_being(text: ClauseText, first: int) -> bool:
    """Whether a sentence begins with a form of "to be": "Fue", "Ha sido", "C'est", "È stato"."""
    lemmas = {r.lemma for at in range(first, first + _TO_BE) for r in text.readings(at)}
    return bool(lemmas & text.grammar.passive)


def subject_before(text: ClauseText, start: int, end: int) -> Range | None:
    """The noun phrase that ends before a verb at token `end`, over adverbs and asides in commas."""
    last = over_adverbs(text, start, end)
    if last <= start:
        # "Lui-même affirme", no adverb where nothing else can be the subject
        return (start, start + 1) if start < end and text.is_emphatic(start) else None
    if text.words[last - 1] in _DASHES:  # "Rita Neri - premiata a marzo - lamenta"
        opened = (i for i in range(last - 2, start, -1) if text.words[i] == text.words[last - 1])
        last = next(opened, start)
    if last > start and text.words[last - 1] != ",":
        return _phrase(text, start, last)
    return _before_aside(text, start, last - 1) if last > start else None


def main_subject(text: ClauseText, start: int, end: int) -> Range | None:
    """The subject that a clause begins with, up to its own verb: "Gil saludó a Paz y dijo que"."""
    at = over_opening(text, start, end)
    # "Yo le pregunté a Gil y me contestó que": another than the author
    if at >= end or text.lower(at) in text.grammar.own_persons:
        return None
    near = range(at, min(end, at + _LONGEST + 1))
    stop = next((i for i in near if _ends_phrase(text, i) or text.words[i] == ","), near.stop)
    if stop == end and text.lower(end - 1) in text.language.joining:
        stop = _before_unlisted_verb(text, at, end - 1)
    while stop > at and (text.is_adverb(stop - 1) or text.lower(stop - 1) in text.grammar.clitics):
        stop -= 1
    # "La abogada, Inés Paz, negó los cargos y pidió que"
    if stop < end and text.words[stop] == ",":
        close = next((i for i in range(stop + 1, min(end, stop + _NAME)) if text.words[i] == ","), 0)
        if close and is_plain_name(text, stop + 1, close) and _checked(text, at, stop):
            return at, close
    return _checked(text, at, stop)


def _before_unlisted_verb(text: ClauseText, first: int, joint: int) -> int:
    """Where the verb stands that is joined to another and in no book: "Gil | corrige a Paz y niega que"."""
    linked = text.grammar.prepositions | text.articles
    for at in range(first + 1, joint):
        word, before = text.words[at], text.words[at - 1]
        if not word.isalpha() or word[0].isupper() or text.lower(at) in linked or is_nominal(text, at):
            continue
        # "El alcalde socialista | corrige a Gil": an adjective follows a small noun, hardly a name
        ends = not text.words[at + 1][0].islower() or text.lower(at + 1) in linked
        if before[0].isupper() or (ends and text.lower(at - 1) not in linked):
            return at
    return joint


def over_adverbs(text: ClauseText, start: int, end: int) -> int:
    """The token behind the last one before a verb that is no adverb, negation or pronoun."""
    small = text.grammar.clitics | text.grammar.negations | text.grammar.yes_no
    while end > start and (text.is_adverb(end - 1) or text.lower(end - 1) in small):
        if " ".join(text.lowered[max(end - 2, start) : end]) in text.language.latter:  # "ce dernier"
            break
        end -= 1
    return end


def _phrase(text: ClauseText, start: int, end: int) -> Range | None:
    """The noun phrase that ends at a token: back to a comma, verb or conjunction."""
    first = end
    while first > max(start, end - _LONGEST):
        at = first - 1
        if text.words[at] == ")":
            opening = next((i for i in range(at, max(start, at - 12) - 1, -1) if text.words[i] == "("), at)
            first = opening if opening < at else first - 1
            continue
        sign = not text.words[at][0].isalnum() and text.words[at] not in _WITHIN
        if sign or _ends_phrase(text, at) or _parts(text, at, start, end):
            return _before_relative(text, at, start, end) or _from(text, first, end)
        first = at
    return _from(text, first, end)


def _from(text: ClauseText, first: int, end: int) -> Range | None:
    """A phrase without what opens the sentence before it."""
    return _checked(text, over_opening(text, first, end), end)


def _before_relative(text: ClauseText, verb: int, start: int, end: int) -> Range | None:
    """Whoever has a relative clause before the verb: "Un empleado que pidió el anonimato | admitió"."""
    # "que prefirió no dar su nombre": the verb stands before the negation
    verb -= text.lower(verb) in text.grammar.negations and text.has_verb(verb - 1, verb)
    verb += verb + 1 < end and relates_unlisted(text, verb, start)
    relative = over_adverbs(text, start, verb) - 1
    between = text.words[verb + 1 : end]
    if relative <= start or text.lower(relative) not in text.language.relatives or "," in between:
        return None
    # "dijo que pidió", "según el juez que": a noun before it, and no verb of saying
    noun = relative - 1
    found = _phrase(text, start, relative) if not text.is_finite(noun) else None
    led = found is not None and text.lower(found[0]) in text.language.determiners
    return (found[0], end) if found and (led or is_somebody(text, found)) else None


def _ends_phrase(text: ClauseText, at: int) -> bool:
    """Whether no noun phrase goes over a token: a finite verb, "que"."""
    word = text.lower(at)
    verb = text.is_finite(at) or text.hangs(at) or (text.words[at][0].islower() and text.has_verb(at, at + 1))
    # "les gérants ainsi que leurs voisins"
    joins = word in text.grammar.that and text.lower(at - 1) in text.grammar.joining_that
    # "La consejera no descarta", where the book has no such verb
    negated = word in text.grammar.negations and not text.is_adverb(at)
    return verb or negated or (text.begins_clause(at) and not joins)


def _parts(text: ClauseText, at: int, start: int, end: int) -> bool:
    """Whether "and" joins clauses, not names: "y el alcalde" behind a verb, "Gil y Paz" are one phrase."""
    if text.lower(at) not in text.language.joining:
        return False
    named = at > start and is_nominal(text, at - 1)
    return not (named or _is_plural(text, end))


def _is_plural(text: ClauseText, at: int) -> bool:
    """Whether the verb that follows a token tells of several: "l'horloger et sa fille | jurent"."""
    near = (i for i in range(at, min(at + _NEAR, len(text.words))) if text.bare[i] in text.grammar.finite)
    verb = next(near, None)
    return verb is not None and all(r.features & PLURAL for r in text.readings(verb) if r.features & FINITE)


def _checked(text: ClauseText, first: int, end: int) -> Range | None:
    """A phrase that may be a subject, else None: not a bare adverb, verb or pronoun object."""
    # "definió el plan y |": "and" goes on
    while end > first and (text.words[end - 1] in (",", "(") or text.lower(end - 1) in text.language.joining):
        end -= 1
    if first >= end or end - first > _LONGEST:
        return None
    word, grammar = text.lower(first), text.grammar
    only = end - first == 1
    small = grammar.clitics | grammar.that | grammar.negations | grammar.yes_no | text.language.joining
    alone = word in text.language.determiners and word not in text.language.pronouns
    if only and (word in small or alone):
        return None
    if text.is_finite(first) or word.endswith(grammar.gerunds) or not text.words[first][0].isalnum():
        return None
    if _cuts_marks(text, first, end):
        return None
    # "Tres veces dijo", "Aquela noite disse", "Este | martes dijo": a time speaks no more than a place.
    behind = only and word in text.language.determiners
    if any(text.lower(at) in grammar.time_nouns for at in range(first, min(first + 4, end + behind))):
        return None
    return first, end


def _cuts_marks(text: ClauseText, first: int, end: int) -> bool:
    """Whether a phrase lies partly in a passage in marks: '… que ocultar", dijo'."""
    around = (text.begins.get(at) for at in range(first, end))
    return any(opening is not None and opening < first for opening in around)


def _before_aside(text: ClauseText, start: int, comma: int) -> Range | None:
    """The subject before what stands in commas: "Gil, ministra de Salud, dijo", "Gil, en un acto, dijo"."""
    end, aside = comma, 0
    while aside < _ASIDES:
        opened = next(
            (i for i in range(end - 1, max(start, end - _LONGEST) - 1, -1) if text.words[i] == ","), -1
        )
        if opened < 0:
            break
        found = _phrase(text, start, opened)
        if found and _heads(text, found, start):
            found = _with_role(text, start, found)
            head = found[0] + (text.lower(found[0]) in text.language.determiners)
            # "la ministra de Salud, Eva Paz": a common noun with the name behind it.
            named = is_named(text, opened + 1, end) and not is_name(text.words[head])
            return (found[0], end) if named else found
        end, aside = opened, aside + 1
    # "alguns dos analistas, consideram": a comma too many.
    return _phrase(text, start, comma) if aside == 0 and not opens_adverbial(text, start) else None


def _with_role(text: ClauseText, start: int, found: Range) -> Range:
    """A name in commas with the noun it tells more of: "El portavoz, Juan Gil, por su parte, dijo"."""
    first = found[0]
    if first - 1 <= start or text.words[first - 1] != "," or not is_plain_name(text, *found):
        return found
    role = _phrase(text, start, first - 1)
    common = role and text.words[role[0] + (text.lower(role[0]) in text.language.determiners)][0].islower()
    return (role[0], found[1]) if role and common and _heads(text, role, start) else found


def _heads(text: ClauseText, found: Range, start: int) -> bool:
    """Whether a phrase before a comma may be a subject, no aside itself: "45", "en Madrid", "quien vive"."""
    word, first = text.lower(found[0]), found[0]
    # "Gil, que ganó como profesional, dijo": the end of another clause
    opening = text.language.joining | text.language.adversatives | text.grammar.adverbs
    opens = first == start or not text.words[first - 1][0].isalnum() or text.lower(first - 1) in opening
    aside = word[0].isdigit() or word in text.language.relatives or opens_adverbial(text, first)
    return opens and not aside
