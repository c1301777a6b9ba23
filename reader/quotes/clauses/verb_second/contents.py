"""Find what hangs on a verb of saying, over what may stand between: "zei gisteren tegen de NOS dat"."""

from dataclasses import dataclass, replace

from reader.quotes.clauses.verb_second.clause_text import DASHES, MARKS, STOPS, ClauseText
from reader.quotes.clauses.verb_second.infinitives import infinitive_behind
from reader.quotes.clauses.verb_second.noun_phrases import begins, is_closed, phrase_from
from reader.quotes.clauses.verb_second.predicates import Predicate
from reader.quotes.text.sentences import Range

_GAP = 30
"""Tokens from a verb to what hangs on it at most."""
_ASIDE = 30
"""Tokens in a pair of commas or brackets at most."""
_COLON = 8
"""Tokens from a verb to its colon at most."""
_JUDGED = 6
"""Tokens from "het" to what it stands for at most: "noemt het heel erg jammer dat"."""
_NEAR, _FAR = 3, 6
"""Tokens from a verb to a question word at most, with a phrase between them and without."""
_ADDED = 16
"""Tokens that commas add to a subject at most."""
_BARE = 12
"""Tokens of a clause without a conjunction in which its finite verb stands."""
CONJUNCTION, INFINITIVE, QUESTION, COLON, BARE = (
    "verb + conjunction",
    "verb + infinitive",
    "verb + question",
    "verb + colon",
    "verb + clause",
)


@dataclass(frozen=True, slots=True)
class Content:
    """Where what is said begins, and what stands before it."""

    start: int
    rule: str
    addressee: Range | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """How far a gap is read."""

    at: int
    first: int
    governor: str = ""
    """The preposition of the phrase just read."""
    phrase: Range | None = None
    """That phrase, or an object."""
    addressee: Range | None = None
    negated: bool = False


def content_behind(text: ClauseText, verb: Predicate, subject: Range | None, last: int) -> Content | None:
    """The clause, question or infinitive that hangs on a verb, in a sentence that ends at token `last`."""
    at = max(verb.last, subject[1] if subject and subject[0] >= verb.finite else 0)
    state: _State | None = _State(at, at)
    end = min(last, verb.last + _GAP)
    if verb.takes("i"):
        found = infinitive_behind(text, verb, at, last)
        if found is not None:
            return Content(found, INFINITIVE)
    while state and state.at < end:
        rule = _begun(text, verb, state, at, last)
        if rule:
            return Content(state.at + (rule == COLON), rule, state.addressee)
        state = _step(text, verb, state, last)
    return None


def _begun(text: ClauseText, verb: Predicate, state: _State, first: int, last: int) -> str:
    """The rule by which what is said begins at a token; empty where it does not."""
    at, grammar, word = state.at, text.grammar, text.lower(state.at)
    if at + 2 >= last:
        return ""
    spoken = all(saying.medium == "speech" for saying in verb.says)
    if word in grammar.that and verb.takes("q"):
        wanted = verb.lemma in grammar.modals - grammar.letting  # "wil dat niet doen" has no subject
        # "wil dat er iets gebeurt"
        begin = at + 1 + (text.is_adverb(at + 1) and begins(text, at + 2))
        if not _has_verb(text, at + 1, last) or (wanted and not phrase_from(text, begin, last)):
            return ""
        # "noemt dat plan duur": what is called so stands before its clause
        if verb.takes("c") and at == first:
            return ""
        # "zei niet dat" renders nothing, "gelooft niet dat" does; "ontkent niet dat" grants it.
        unsaid = state.negated and spoken and verb.lemma not in grammar.denying
        return "" if _relates(text, state) or unsaid else CONJUNCTION
    if verb.takes("?") and (
        word in grammar.whether
        or (word in grammar.questions and (_is_near(state, first) or word in grammar.far_questions))
    ):
        asks = word not in grammar.whether or not grammar.asking or verb.lemma in grammar.asking
        asks = asks or verb.governed
        object_ = word in grammar.whether and state.phrase and not state.addressee
        return QUESTION if asks and not object_ else ""
    near = at - first < _COLON and verb.finite == verb.cue[-1]
    if word == ":" and near and verb.takes("tb") and text.words[at + 1] not in MARKS and at + 3 < last:
        return COLON
    # "mener, det er for sent": Danish papers may set a comma before.
    opens = at == first or (at == first + 1 and text.words[first] == ",")
    if grammar.bare_clauses and verb.takes("q") and opens and _is_bare(text, at, last):
        return BARE
    return ""


def _is_near(state: _State, first: int) -> bool:
    """Whether a question word belongs to the verb: behind three words, or adverbs and times alone."""
    return state.at - first < (_FAR if state.phrase is None else _NEAR)


def _has_verb(text: ClauseText, at: int, last: int) -> bool:
    """Whether a clause with a verb follows "dat": not "bestrijdt dat niet", "riep op dat te doen"."""
    grammar = text.grammar
    first = at
    # "dat hij dronk": a clause begins with its subject, whatever its verb.
    subject = phrase_from(text, at, last)
    if subject and subject[1] + 1 <= last and text.words[subject[1]][0].isalpha():
        return True
    while at < last and text.words[at] not in STOPS:
        word = text.lower(at)
        if word == "," and at > first:
            if text.lower(at + 1) in grammar.subordinators:
                return True
            # "dat Jan Bos, wethouder in Gent, vertrekt": the clause goes on behind what commas add
            close = next((i for i in range(at + 1, min(at + _ADDED, last)) if text.words[i] == ","), 0)
            if not close or any(text.is_finite(i) for i in range(at + 1, close)):
                return False
            at = close + 1
            continue
        if at in text.marked and at - first > 1:
            return True
        infinite = text.lower(at - 1) in grammar.infinitive
        # "att det inte fått svar": Swedish leaves "har" out.
        found = text.is_finite(at) or (grammar.bare_clauses and text.is_participle(at))
        if found and not infinite and at > first:
            return True
        known = word in grammar.closed or word in text.language.determiners
        if (
            not known
            and not infinite
            and at > first
            and (word.endswith(grammar.verb_endings) or _joined(text, word))
        ):
            return True
        at += 1
    return False


def _joined(text: ClauseText, word: str) -> bool:
    """Whether a word is a verb with its particle: "plaatsvond"."""
    prefixes = (prefix for prefix in text.grammar.bare_prefixes if word.startswith(prefix))
    return any(word[len(prefix) :] in text.grammar.finite for prefix in prefixes)


def _relates(text: ClauseText, state: _State) -> bool:
    """Whether "dat" is a relative pronoun: "schreef een boek dat", "vertelt over het huis dat"."""
    grammar = text.grammar
    if not grammar.neuter or state.phrase is None or state.phrase[1] != state.at:
        return False
    if state.governor and state.governor not in grammar.governing:
        return False
    return text.lower(state.phrase[0]) in grammar.neuter


def _is_bare(text: ClauseText, at: int, last: int) -> bool:
    """Whether a clause without a conjunction begins: "säger | hon inte vet", "mener | planen er god"."""
    # "mener det er": a pronoun that is an article too.
    subject = phrase_from(text, at, last) or (
        (at, at + 1) if text.lower(at) in text.grammar.objects else None
    )
    if not subject or at >= last:
        return False
    end = min(subject[1] + 3, last, at + _BARE)
    verb = next((place for place in range(subject[1], end) if text.is_finite(place)), 0)
    # "siger han og går": behind the subject stands the verb, over adverbs alone.
    return bool(verb) and all(
        text.is_adverb(i) or text.lower(i) in text.grammar.negations for i in range(subject[1], verb)
    )


def _step(text: ClauseText, verb: Predicate, state: _State, last: int) -> _State | None:
    """The gap read one phrase further; None where what stands there keeps the verb from any clause."""
    at, grammar = state.at, text.grammar
    word = text.lower(at)
    if word in STOPS or at in text.passages:
        return None
    if word in (",", "(") or word in DASHES:
        return _over_aside(text, state, last)
    if word in grammar.negations:
        return replace(state, at=at + 1, negated=True)
    if text.is_adverb(at) or text.is_time(at) or (word in grammar.particles and not begins(text, at + 1)):
        return replace(state, at=at + 1)
    if word in grammar.prepositions:
        found = phrase_from(text, at + 1, last) if at + 1 < last else None
        told = found and any(words[0] == word for words in text.language.addressing)
        addressee = found if told else state.addressee
        return replace(
            state, at=found[1] if found else at + 1, governor=word, phrase=found, addressee=addressee
        )
    # "vindt het jammer dat": the pronoun stands for the clause.
    if word in grammar.objects and verb.lemma in grammar.judging and at == state.first:
        near = range(at + 1, min(at + _JUDGED, last))
        return next((replace(state, at=place) for place in near if text.lower(place) in grammar.that), None)
    if word in grammar.objects and not (word in text.language.determiners and phrase_from(text, at, last)):
        return replace(state, at=at + 1)
    if word in grammar.relatives and state.addressee and state.addressee[1] == at:
        behind = _behind_relative(text, at, last)
        return replace(state, at=behind, phrase=None) if behind else None
    if text.is_finite(at) or word in grammar.subordinators | grammar.coordinators:
        return None
    found = phrase_from(text, at, last)
    if not found:
        return replace(state, at=at + 1) if not is_closed(text, at) and text.words[at][0].isalpha() else None
    if verb.lemma in grammar.addressed:
        return replace(state, at=found[1], addressee=found)
    return replace(state, at=found[1], governor="", phrase=found)


def _behind_relative(text: ClauseText, at: int, last: int) -> int:
    """Behind a relative clause, "dat": "waarschuwde de buren | die er wonen dat"; 0 where none follows."""
    for place in range(at + 1, min(at + _ASIDE, last)):
        if text.words[place] in STOPS or text.words[place] == ",":
            return 0
        verbs = any(text.is_finite(i) for i in range(at + 1, place))
        if verbs and text.lower(place) in text.grammar.that:
            return place
    return 0


def _over_aside(text: ClauseText, state: _State, last: int) -> _State | None:
    """Behind a pair of commas, brackets or dashes, or the lone comma before a clause: "zei hij, dat"."""
    opened, grammar = text.words[state.at], text.grammar
    begun = grammar.that | grammar.whether | grammar.questions | grammar.infinitive
    if opened == "," and text.lower(state.at + 1) in begun - grammar.relatives:
        return replace(state, at=state.at + 1, phrase=None)
    bare = grammar.bare_clauses and state.at == state.first and _is_bare(text, state.at + 1, last)
    if opened == "," and (bare or (text.lower(state.at + 1) in grammar.that and state.phrase is None)):
        return replace(state, at=state.at + 1)
    closing = ")" if opened == "(" else opened
    for end in range(state.at + 1, min(state.at + _ASIDE, last - 1)):
        word = text.words[end]
        if word == closing and (opened != "," or text.lower(end + 1) in begun):
            return replace(state, at=end + 1)
        if word in STOPS or (
            opened == "," and text.lower(end) in grammar.coordinators and end == state.at + 1
        ):
            return None
    return None
