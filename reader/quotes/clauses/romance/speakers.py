"""Who a verb of saying has for its subject: before it, the noun of a relative clause, or the one before."""

from reader.quotes.clauses.romance.both import both_before
from reader.quotes.clauses.romance.clause_text import DASHES, ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.houses import house_before
from reader.quotes.clauses.romance.offices import office_before
from reader.quotes.clauses.romance.openings import opens_adverbial, over_opening
from reader.quotes.clauses.romance.predicates import Predicate
from reader.quotes.clauses.romance.subject_phrases import (
    LONGEST,
    checked,
    ends_phrase,
    over_adverbs,
    phrase_up_to,
)
from reader.quotes.clauses.romance.tails import is_named, is_plain_name
from reader.quotes.drafts import Draft
from reader.quotes.patterns import noun_phrases
from reader.quotes.text.nouns import is_name, is_nominal
from reader.quotes.text.sentences import Range

_NAME = 9
"""Tokens of a name in commas, with these, at most."""
_ASIDES = 5
"""Asides in commas between a subject and its verb at most."""
_TO_BE = 3
"""Tokens at the start of a sentence among which "to be" stands: "C'", "est"; "Ha", "sido"."""
_DASHES = DASHES | {"-"}


def speaker_of(text: ClauseText, verb: Predicate, before: Draft | None, sentence: Range) -> Range | None:
    """The subject of a verb whose clause has none behind it; None where it has none."""
    first = sentence[0]
    word, at = text.lower(verb.first - 1), verb.first - 1
    together = both_before(text, first, verb.first) if verb.finite and not verb.passive else None
    if together:
        return together
    if verb.passive or (verb.impersonal and word not in text.language.relatives):
        return _reflexive(text, verb, first)
    if word in text.language.relatives | text.grammar.related:
        relative, found = _of_relative(text, verb, first)
        if relative:
            return found
    start = before.end if before else first
    first = _behind_contrast(text, first, verb.first)
    # "dijo que sí y añadió", "…, aunque advierten"
    joined = word in text.language.joining | text.language.adversatives | text.grammar.subordinating
    # "dijo que sí y añadió que": the second verb has the subject of the first.
    if before and (joined or at <= start or not verb.finite):
        return before.speaker
    if joined or not verb.finite:
        return _absolute(text, verb, first) or main_subject(text, first, verb.first)
    joint = _joint_before_aside(text, first, verb.first)
    if joint and not before:
        return main_subject(text, first, joint)
    several = office_before(text, verb, first) if text.lower(first) in text.grammar.offices else None
    found = several or subject_before(text, start, verb.first)
    return (house_before(text, first, found) or found) if found else None


def _behind_contrast(text: ClauseText, first: int, end: int) -> int:
    """Where the clause begins that is set against another: "…, mientras que | la abogada dijo"."""
    commas = (at for at in range(end - 3, first, -1) if text.words[at] == ",")
    led = (
        at + 3
        for at in commas
        if text.lower(at + 1) in text.grammar.subordinating and text.lower(at + 2) in text.grammar.that
    )
    return next(led, first)


def _of_relative(text: ClauseText, verb: Predicate, first: int) -> tuple[bool, Range | None]:
    """Whether a relative clause is the verb's, and who is its subject there."""
    word, at = text.lower(verb.first - 1), verb.first - 1
    # "un comunicado en el que asegura": the subject of the clause around it
    if word in text.language.relatives and text.lower(at - 1) in text.articles and text.is_governed(at - 2):
        return True, main_subject(text, first, at - 2)
    # "el edil, al que considera «el cerebro»", "a la que llamó": who calls so is the subject
    to = (
        at - 1 - (text.lower(at - 1) in text.language.articles and text.lower(at - 2) in text.grammar.datives)
    )
    if verb.takes("c") and text.lower(to) in text.grammar.datives and to > first:
        return True, main_subject(text, first, to)
    # "um vídeo no qual diz", "uma nota em que afirma", "Rui Sá, a quem chamou «um génio»"
    whom = word in text.grammar.askers and text.lower(at - 1) in text.grammar.datives
    if (text.is_governed(at - 1) or whom) and at - 1 > first:
        return True, main_subject(text, first, at - 1)
    if word in text.language.relatives and at > first:
        found = antecedent(text, at, first)
        # "defendió la tasa, que calificó de «justa»": what is called so says nothing
        called = verb.takes("c") and found and not is_somebody(text, found)
        return True, main_subject(text, first, at) if called else found
    # "Neri, il quale ha aggiunto che", "Roy, lequel affirme que"
    which = at - (text.lower(at - 1) in text.articles)
    apart = word in text.grammar.related and which > first and text.words[which - 1] == ","
    return apart, antecedent(text, which, first) if apart else None


def _joint_before_aside(text: ClauseText, first: int, verb: int) -> int:
    """Where "and" stands before an aside that parts it from its verb: "Gil calló | y, ayer, dijo"; else 0."""
    if text.words[verb - 1] != ",":
        return 0
    opened = next((at for at in range(verb - 2, max(first, verb - LONGEST), -1) if text.words[at] == ","), 0)
    return opened - 1 if opened and text.lower(opened - 1) in text.language.joining else 0


def _reflexive(text: ClauseText, verb: Predicate, first: int) -> Range | None:
    """The subject of a verb with its own pronoun: "Gil se quejó de que", none of "se dice que"."""
    if verb.passive or text.hangs(verb.cue[-1]):
        return None
    found = subject_before(text, first, verb.first)
    # "Gil, ospite ieri, si è detta certa": such a perfect has a subject
    own = len(verb.cue) > 1 and found and is_somebody(text, found)
    # "En Madrid se dice que": only a subject right before it.
    return found if found and (own or found[1] >= verb.first - 1) else None


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
    found = noun_phrases.phrase_before(text, first, end) or phrase_up_to(text, first, end)
    # "Lo conferma | il Comune, secondo cui …"
    verb = first + (text.lower(first) in text.grammar.clitics)
    opens = found and found[0] == first and verb + 1 < found[1] and text.is_finite(verb)
    if found and opens and text.lower(verb + 1) in text.language.determiners:
        found = verb + 1, found[1]
    # "dijo Luis Mena, su jefe, quien añadió": the name, not what is told of it
    if found and found[0] - 1 > first and text.words[found[0] - 1] == ",":
        named = noun_phrases.phrase_before(text, first, found[0] - 1)
        if named and is_plain_name(text, *named):
            return named
        # "su hija Ana, también actriz, que dijo"
        bare = text.lower(found[0]) not in text.language.determiners and not is_name(text.words[found[0]])
        if named and bare:
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
        return phrase_up_to(text, start, last)
    return _before_aside(text, start, last - 1) if last > start else None


def main_subject(text: ClauseText, start: int, end: int) -> Range | None:
    """The subject that a clause begins with, up to its own verb: "Gil saludó a Paz y dijo que"."""
    at = over_opening(text, start, end)
    # "Yo le pregunté a Gil y me contestó que": another than the author
    if at >= end or text.lower(at) in text.grammar.own_persons:
        return None
    near = range(at, min(end, at + LONGEST + 1))
    stop = next((i for i in near if ends_phrase(text, i) or text.words[i] == ","), near.stop)
    if stop == end and text.lower(end - 1) in text.language.joining:
        stop = before_unlisted_verb(text, at, end - 1)
    while stop > at and (text.is_adverb(stop - 1) or text.lower(stop - 1) in text.grammar.clitics):
        stop -= 1
    # "La abogada, Inés Paz, negó los cargos y pidió que"
    if stop < end and text.words[stop] == ",":
        close = next((i for i in range(stop + 1, min(end, stop + _NAME)) if text.words[i] == ","), 0)
        if close and is_named(text, stop + 1, close) and checked(text, at, stop):
            return at, close
    return checked(text, at, stop)


def before_unlisted_verb(text: ClauseText, first: int, joint: int) -> int:
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


def _before_aside(text: ClauseText, start: int, comma: int) -> Range | None:
    """The subject before what stands in commas: "Gil, ministra de Salud, dijo", "Gil, en un acto, dijo"."""
    end, aside = comma, 0
    while aside < _ASIDES:
        opened = next(
            (i for i in range(end - 1, max(start, end - LONGEST) - 1, -1) if text.words[i] == ","), -1
        )
        if opened < 0:
            break
        found = phrase_up_to(text, start, opened)
        if found and _heads(text, found, start):
            found = _with_role(text, start, found)
            head = found[0] + (text.lower(found[0]) in text.language.determiners)
            # "la ministra de Salud, Eva Paz": a common noun with the name behind it.
            named = is_named(text, opened + 1, end) and not is_name(text.words[head])
            return (found[0], end) if named else found
        end, aside = opened, aside + 1
    # "alguns dos analistas, consideram": a comma too many.
    return phrase_up_to(text, start, comma) if aside == 0 and not opens_adverbial(text, start) else None


def _with_role(text: ClauseText, start: int, found: Range) -> Range:
    """A name in commas with the noun it tells more of: "El portavoz, Juan Gil, por su parte, dijo"."""
    first = found[0]
    if first - 1 <= start or text.words[first - 1] != "," or not is_plain_name(text, *found):
        return found
    role = phrase_up_to(text, start, first - 1)
    common = role and text.words[role[0] + (text.lower(role[0]) in text.language.determiners)][0].islower()
    return (role[0], found[1]) if role and common and _heads(text, role, start) else found


def _heads(text: ClauseText, found: Range, start: int) -> bool:
    """Whether a phrase before a comma may be a subject, no aside itself: "45", "en Madrid", "quien vive"."""
    word, first = text.lower(found[0]), found[0]
    # "Gil, que ganó como profesional, dijo": the end of another clause
    opening = text.language.joining | text.language.adversatives | text.grammar.adverbs
    opens = first == start or not text.words[first - 1][0].isalnum() or text.lower(first - 1) in opening
    # "a lo que su antecesor, Juan Gil, replica que"
    opens = opens or (
        text.lower(first - 1) in text.grammar.that and text.lower(first - 2) in text.grammar.neuter
    )
    aside = word[0].isdigit() or word in text.language.relatives or opens_adverbial(text, first)
    return opens and not aside
