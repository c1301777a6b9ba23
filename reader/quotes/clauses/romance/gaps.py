"""Find what hangs on a verb of saying, over what may stand between: "dijo ayer a Efe el alcalde que …"."""

from dataclasses import dataclass, replace

from reader.quotes.clauses.romance.asides import behind_aside
from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, STOPS, ClauseText
from reader.quotes.clauses.romance.judgements import is_known_infinitive, judged
from reader.quotes.clauses.romance.predicates import Predicate, restricts
from reader.quotes.patterns.subjects import subject_behind
from reader.quotes.text.nouns import is_name, is_nominal
from reader.quotes.text.sentences import Range

_GAP = 30
"""Tokens from a verb to what hangs on it at most."""
_QUESTION = 8
"""Tokens of a question in which its verb stands: not "se afirma como un gran jugador"."""
_TITLE = 7
"""Tokens of a name in marks, with these, at most."""
_HEAD = 4
"""Tokens of a noun phrase among which its noun stands ("el nuevo primer ministro")."""
_ORIGIN = 5
"""Letters of a word for where somebody is from, more than these."""
CONJUNCTION, INFINITIVE, QUESTION, COLON = (
    "verb + conjunction",
    "verb + infinitive",
    "verb + question",
    "verb + colon",
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between a verb and what is said."""

    start: int
    """First token said."""
    rule: str
    subject: Range | None = None
    """Who says it, behind the verb."""


@dataclass(frozen=True, slots=True)
class _State:
    """How far a gap is read: at a token, in a phrase with a preposition, with a subject found."""

    at: int
    origin: int
    """The token that counts as right behind the verb."""
    governed: bool = False
    subject: Range | None = None
    needs: bool = False


def content_behind(text: ClauseText, verb: Predicate, last: int) -> Gap | None:
    """The clause, question or infinitive that hangs on a verb, in a sentence that ends at token `last`."""
    about = judged(text, verb, last) if verb.takes("j") else None
    if about:
        return Gap(about[0], INFINITIVE if about[1] else CONJUNCTION)
    state: _State | None = _State(verb.last, verb.last, needs=bool(verb.needs))
    end = min(last - 1, verb.last + _GAP)
    while state and state.at < end:
        if text.words[state.at] == ":" and _is_announced(text, verb, state):
            return Gap(state.at + 1, COLON, state.subject)
        begun = None if state.needs else _begun(text, verb, state, last)
        if begun:
            # "insistió en que": what is said begins with the conjunction.
            clause = int(begun != INFINITIVE and text.lower(state.at) in text.grammar.leading)
            told = verb.takes("o") and state.subject and state.subject[0] == verb.last
            # "por qué", "con quién": the question begins with its preposition
            clause -= begun == QUESTION and state.at > verb.last and text.is_governed(state.at - 1)
            return Gap(state.at + clause, begun, (verb.last, state.at) if told else state.subject)
        state = _step(text, verb, state, last)
    return None


def _is_announced(text: ClauseText, verb: Predicate, state: _State) -> bool:
    """Whether a colon leads up to what is said without marks: "Le préfet prévient : la route est fermée"."""
    at = state.at
    behind = all(text.is_adverb(i) for i in range(verb.last, at))
    plain = at + 1 < len(text.words) and text.words[at + 1][0].isalpha() and at + 1 not in text.marked
    said = verb.finite and not verb.passive and verb.takes("q") and verb.takes("t")
    return behind and plain and said and not verb.needs


def _begun(text: ClauseText, verb: Predicate, state: _State, last: int) -> str:
    """The rule by which what is said begins at a token; empty where it does not."""
    at, grammar = state.at, text.grammar
    word = text.lower(at + (text.lower(at) in grammar.leading))
    # "quis saber por que razão"
    if word in grammar.that and text.lower(at + 1) in grammar.motives and at > verb.last:
        return QUESTION if verb.takes("?") else ""
    if word in grammar.that and verb.takes("q") and not _is_relative(text, verb, state, last):
        if restricts(text, verb, at, last):
            return ""
        # "insistió hasta que llegó el gol": when, not what
        return "" if _is_subordinate(text, at, verb.last) else CONJUNCTION
    # "no dijo lo que hará"
    what = word in grammar.neuter and text.lower(at + 1) in grammar.that
    near = range(at + 1, min(at + _QUESTION, last))
    whole = text.has_verb(near.start, near.stop) or any(text.lower(i) in grammar.subjunctives for i in near)
    asks = word in grammar.questions and whole
    # "preguntó al acusado dónde": whom it is said to
    told = text.lower(verb.last) in grammar.datives and state.subject is None
    near_verb = at - state.origin < 2 or text.words[at - 1] == "," or told
    asked = word in grammar.whether or ((what or asks) and near_verb)
    if asked and verb.takes("?"):
        return QUESTION
    return INFINITIVE if verb.takes("id") and _is_infinitive(text, verb, state, last) else ""


def _is_subordinate(text: ClauseText, that: int, first: int) -> bool:
    """Whether "que" belongs to the words before it: "hasta que", "antes de que", "dès que"."""
    before = that - 1 - (text.lower(that - 1) in text.grammar.leading)
    return before >= first and text.lower(before) in text.grammar.before_that


def _is_relative(text: ClauseText, verb: Predicate, state: _State, last: int) -> bool:
    """Whether "que" begins a relative clause: "dijo en la carta que escribió ayer que …"."""
    at = state.at
    # "en la que no admitió preguntas"
    if at > verb.last and text.lower(at - 1) in text.language.articles:
        return True
    if not state.governed:
        return False
    if verb.passive:  # "foi indicado para obras que", "fue informado por Gil de que"
        return text.lower(at) not in text.grammar.leading
    # within this sentence: the next one may well have a "que" of its own
    later = next((i for i in range(at + 1, min(at + _GAP, last)) if text.lower(i) in text.grammar.that), 0)
    return bool(later) and text.is_finite(at + 1) and "," not in text.words[at:later]


def _is_infinitive(text: ClauseText, verb: Predicate, state: _State, last: int) -> bool:
    """Whether an infinitive begins: "dijo estar", "prometió no subir", "acusó a Gil de mentir"."""
    grammar, at = text.grammar, state.at
    linked = text.lower(at) in grammar.infinitive_links
    # "acusó a Gil, jefe de obra, de mentir": behind whom it is said to only with its preposition.
    # "prometió a los socios repartir": whom it is said to
    led = text.lower(at - 1) in text.articles | grammar.prepositions
    told = text.lower(verb.last) in grammar.datives and not led and state.subject is None
    near = at <= state.origin + 1 and not state.governed
    if not linked and not (verb.takes("i") and (near or told)):
        return False
    if linked and text.lower(at - 1) in grammar.before_that:  # "dijo antes de abandonar el salón"
        return False
    at += linked
    negated = text.lower(at) in grammar.negations
    bound = False
    while at < last and text.lower(at) in grammar.clitics | grammar.negations:
        # "disse o titular": an article; "dit l'avoir vu": an object
        bound = bound or text.lower(at) in text.language.determiners
        at += 1
    word = text.bare[at] if at < last else ""
    # "decía no saber nadar"; "el saber"
    noun = word in grammar.no_infinitives and not (negated and is_known_infinitive(text, at))
    if len(word) < 3 or noun or text.is_adverb(at) or is_nominal(text, at):
        return False
    known = is_known_infinitive(text, at)
    return text.words[at][0].islower() and (known or (not bound and word.endswith(grammar.infinitives)))


def _step(text: ClauseText, verb: Predicate, state: _State, last: int) -> _State | None:
    """The gap read one phrase further; None where what stands there keeps the verb from any clause."""
    at, grammar = state.at, text.grammar
    word = text.lower(at)
    if word in verb.needs:
        return replace(state, at=at + 1, origin=at + 1, needs=False)
    if word in grammar.ago and at + 2 < last:  # "exige há dois anos que"
        return replace(state, at=at + 2 + (text.lower(at + 2) not in grammar.that), governed=False)
    if at in text.passages and state.governed and text.ends[at] - at <= _TITLE:
        return replace(state, at=text.ends[at])  # 'dijo a la radio "La Voz" que'
    if word in MARKS or word in STOPS or at in text.passages:
        return None
    if word in (",", "(") or word in DASHES:
        return _over_aside(text, verb, state, last)
    if text.is_adverb(at) or (at == verb.last and _is_clitic(text, at)):
        return replace(state, at=at + 1, governed=False)
    timed = time_at(text, at, last)
    if timed:
        return replace(state, at=timed, origin=timed, governed=False)
    if word in grammar.prepositions and not text.is_article(at):
        # "advirtió del plan que": its object, not an adverbial; "avisó a Gil de que" began before.
        complement = word in grammar.complements and at == verb.last
        if complement and text.lower(at + 1) in grammar.fixed:  # "advirtió de nuevo que"
            return replace(state, at=at + 2, governed=False)
        return None if complement else replace(state, at=at + 1, governed=True)
    what = word in grammar.neuter and text.lower(at + 1) in grammar.that
    if text.is_finite(at) or word in grammar.that or what:
        return None
    return _over_noun(text, verb, state, last)


def _is_clitic(text: ClauseText, at: int) -> bool:
    """Whether a pronoun stands right behind a verb: "ha chiesto loro di", no article."""
    word, grammar = text.lower(at), text.grammar
    # "dit la maire que", "disse o titular da pasta"
    article = word in text.language.determiners
    return (word in grammar.clitics - grammar.prepositions and not article) or word in grammar.behind_verb


def _over_noun(text: ClauseText, verb: Predicate, state: _State, last: int) -> _State | None:
    """Over the subject, or over the words of a phrase with a preposition."""
    at, grammar = state.at, text.grammar
    led = text.lower(at - 1) in grammar.prepositions | grammar.articles and at > verb.last
    begins = text.lower(at) in text.language.determiners and not led
    # "accuse la mairie d'avoir", "prévient les abonnés que": whoever is told, by any noun.
    if verb.takes("o") and at == verb.last:
        return replace(state, at=at + 1, governed=True, subject=(at, at + 1))
    if state.subject is None and (begins or not state.governed):
        subject = subject_at(text, at, last)
        if subject and is_somebody(text, subject):
            return replace(state, at=subject[1], governed=True, subject=subject)
    return replace(state, at=at + 1) if state.governed and not begins else None


def subject_at(text: ClauseText, at: int, last: int, *, unlisted: bool = False) -> Range | None:
    """The subject that begins at a token behind a verb, up to a relative clause."""
    found = subject_behind(text, at, last, unlisted=unlisted)
    if found is None or found[0] != at:
        return None
    # "negó el líder del partido que …", "afirmó la junta en una nota", "dijo la actriz al recoger el premio"
    ends = (
        i
        for i in range(at + 1, found[1])
        if text.lower(i) in text.grammar.that or _occasion(text, i) or _deed(text, i) or _time(text, i)
    )
    return at, with_complement(text, next(ends, found[1]), last)


def with_complement(text: ClauseText, end: int, last: int) -> int:
    """The end of a bare noun with whose it is: "fuentes | del hospital"."""
    noun = end + 1 + (text.lower(end + 1) in text.language.determiners)
    small = noun < last and text.words[noun][0].islower() and not text.is_adverb(noun)
    if text.words[end - 1][0].islower() and text.lower(end) in text.grammar.complements and small:
        return noun + 1
    return end


def _time(text: ClauseText, at: int) -> bool:
    """Whether an adverb begins when it was said: "dijo la directora | antes de la función"."""
    return text.is_adverb(at) and text.lower(at) in text.grammar.before_that


def _deed(text: ClauseText, at: int) -> bool:
    """Whether an infinitive with its article tells what somebody did when speaking: "al recoger"."""
    led = text.lower(at) in text.grammar.framing and text.lower(at) in text.grammar.datives
    word = text.bare[at + 1] if at + 1 < len(text.words) else ""
    return led and word.endswith(text.grammar.infinitives) and word not in text.grammar.no_infinitives


def _occasion(text: ClauseText, at: int) -> bool:
    """Whether a preposition begins the occasion on which something was said: "en una nota"."""
    if not text.is_governed(at) or text.lower(at) in text.grammar.complements:
        return False
    # "na zona mista", "en la puerta", but not "en el Congreso", "en la empresa"
    noun = at + 1 + (text.lower(at + 1) in text.language.determiners)
    articled = noun > at + 1 or text.lower(at) in text.articles
    small = noun < len(text.words) and text.words[noun][0].islower()
    if text.lower(at) in text.grammar.origins and articled and small:
        return text.lower(noun) not in text.language.groups
    return any(text.lower(i) in text.grammar.occasions for i in range(at + 1, at + 4))


def is_somebody(text: ClauseText, phrase: Range) -> bool:
    """Whether the noun of a phrase is a name or one that the tables know: not "el plan de Gil"."""
    if " ".join(text.lowered[slice(*phrase)]) in text.language.latter:  # "ce dernier"
        return True
    links = {link[0] for link in text.language.links}
    for at in range(phrase[0], min(phrase[1], phrase[0] + _HEAD)):
        if at > phrase[0] and text.lower(at) in links:
            return False
        if is_nominal(text, at) or text.lower(at) in text.language.pronouns:
            return True
    if _is_from(text, phrase):
        return True
    # "Su par santafesino, Maximiliano Paz": whatever the noun is
    commas = (at for at in range(phrase[0] + 1, phrase[1] - 2) if text.words[at] == ",")
    return any(text.words[at + 1] in text.given and is_name(text.words[at + 2]) for at in commas)


def _is_from(text: ClauseText, phrase: Range) -> bool:
    """Whether a phrase is an article with where or what somebody is: "O irlandês", "el murciano"."""
    first, end = phrase
    if end != first + 2 or text.lower(first) not in text.language.definite:
        return False
    word = text.lower(first + 1)
    from_there = len(word) > _ORIGIN and word.endswith(tuple(text.language.origin_endings))
    return from_there or word in text.language.descriptions


def time_at(text: ClauseText, at: int, last: int) -> int:
    """Behind a noun of time with its article: "el lunes", "este mismo martes"; 0 for another word."""
    for noun in range(at, min(at + 3, last)):
        if text.lower(noun) in text.grammar.time_nouns:
            return noun + 1
        if text.lower(noun) not in text.articles and noun > at:
            return 0
    return 0


def _over_aside(text: ClauseText, verb: Predicate, state: _State, last: int) -> _State | None:
    """Behind a pair of commas, brackets or dashes: "dijo, en un acto, que"; None where none closes."""
    # "anunció ayer, que": a comma too many, where no subject stands behind the verb
    bare = text.words[state.at] == "," and text.lower(state.at + 1) in text.grammar.that
    if bare and not (state.subject or state.governed):
        return replace(state, at=state.at + 1)
    behind = behind_aside(text, verb, state.at, last)
    closed = text.words[state.at] == ","
    origin = behind if state.at == state.origin else state.origin
    # "recordarán a Rusia, no obstante, que": no relative clause
    return (
        replace(state, at=behind, origin=origin, governed=state.governed and not closed) if behind else None
    )
