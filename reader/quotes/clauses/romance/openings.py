"""What a sentence opens with before its subject: conjunctions, adverbs, adverbials, participles, clauses."""

from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, ClauseText
from reader.quotes.clauses.romance.gaps import time_at
from reader.quotes.clauses.romance.predicates import Predicate
from reader.quotes.text.nouns import particles_at
from reader.quotes.text.sentences import Range

_ADVERBIAL = 80
"""Tokens of an adverbial or clause that opens a sentence at most."""


def over_opening(text: ClauseText, at: int, end: int) -> int:
    """Behind conjunctions, adverbs and adverbials in a comma that a clause begins with."""
    grammar, language = text.grammar, text.language
    small = language.joining | language.adversatives | grammar.that | frozenset((",",))
    while at < end:
        word = text.lower(at)
        timed = time_at(text, at, end)
        # "MÁLAGA.- La Fiscalía": the dash of the place
        dash = word in DASHES and at == text.sentence_of(at)[0]
        if word in small or word in MARKS or text.is_adverb(at) or dash:
            at += 1
        elif timed and timed < end and text.lower(timed) in language.determiners:  # "Chaque matin | le maire"
            at = timed
        elif opens_adverbial(text, at):
            comma = next((i for i in range(at, min(end, at + _ADVERBIAL)) if text.words[i] == ","), end)
            if comma == end:  # "En Madrid el ministro dijo": the adverbial ends where an article begins
                return _begin_inside(text, at, end)
            at = comma + 1
        else:
            break
    return at


def opens_adverbial_clause(text: ClauseText, verb: Predicate, sentence: Range) -> bool:
    """Whether a verb stands in a clause that a sentence opens with: "Cuando dijo que no, todos rieron".

    A comma closes it, behind which another verb follows.
    """
    first, last = sentence
    opening = text.lower(first) in text.grammar.subordinating or _opens_participle(text, first)
    # "A chi gli chiedeva se fosse vero, ha risposto"
    asked = text.lower(first + 1) in text.grammar.askers and text.lower(first) in text.grammar.prepositions
    before = asked or (not verb.finite and text.is_governed(first))
    if not ((verb.first == first and not verb.finite) or opening or before):
        return False
    if "," in text.words[first : verb.first]:
        return False
    comma = next((at for at in range(verb.last, last) if text.words[at] == ","), last)
    goes_on = text.lower(comma + 1) in text.grammar.that  # "qu'il faut agir, qu'il faut voter"
    return not goes_on and text.is_clause(comma + 1, last)


def opens_adverbial(text: ClauseText, at: int) -> bool:
    """Whether a clause begins with an adverbial: a preposition, "cuando", "si", a gerund."""
    word, grammar = text.lower(at), text.grammar
    # "De la Torre dijo", "D'Arc a dit", but "De Gil dijo que", "De la empresa".
    particles = particles_at(text, at, len(text.words)) if text.words[at][0].isupper() else 0
    if particles > 1 or (particles and text.words[at][-1] in "'’"):
        return False
    # "Renata Neri", "Armando Sala": a given name with the ending of a participle or gerund
    behind = "".join(text.words[at + 1 : at + 2])
    if text.words[at] in text.given and (behind == "," or behind[:1].isupper()):
        return False
    article = word in text.language.determiners
    subordinate = word in grammar.whether | text.language.comparisons | grammar.subordinating
    if (word in grammar.prepositions and not article) or subordinate or word.endswith(grammar.gerunds):
        return True
    if _opens_participle(text, at):
        return True
    # "Preguntada por la obra, respondió"; "Diputados" are somebody.
    masculine = word.rstrip("s")[:-1] + "o"
    participle = masculine.endswith(text.language.participles or ("\0",)) and not _is_known(text, at)
    # "Machado dijo", "Machado no se quejó": a name
    return participle and not _leads_to_verb(text, at + 1)


def _leads_to_verb(text: ClauseText, at: int) -> bool:
    """Whether a finite verb stands at a token, over adverbs, negations and pronouns."""
    small = text.grammar.negations | text.grammar.clitics
    while at + 1 < len(text.words) and (text.lower(at) in small or text.is_adverb(at)):
        at += 1
    return at < len(text.words) and text.has_verb(at, at + 1)


def _opens_participle(text: ClauseText, at: int) -> bool:
    """Whether a participle begins: "Interrogé sur le budget, il a répondu", "Perguntado se ia, riu"."""
    led = text.is_governed(at + 1) or text.lower(at + 1) in text.grammar.whether
    return text.is_participle(at) and led and not _is_known(text, at)


def _is_known(text: ClauseText, at: int) -> bool:
    """Whether a word names somebody without regard to its capital: "Diputados"."""
    return text.lower(at) in text.speaking


def _begin_inside(text: ClauseText, at: int, end: int) -> int:
    """Where a subject begins behind an adverbial without comma: at an article that no preposition leads."""
    grammar = text.grammar
    for place in range(at + 2, min(end, at + _ADVERBIAL)):
        # "Durante casi una hora", but "En la feria de ayer | el gerente"
        small = text.is_adverb(place - 1) and text.lower(place - 1) not in text.language.times
        before = place - 1 - small
        hangs = before == place - 1 or text.lower(before) in grammar.prepositions
        led = hangs and text.lower(before) in grammar.prepositions | text.language.joining | grammar.articles
        # "A chi | le | chiedeva di Neri": a pronoun
        object_ = text.lower(place) in grammar.clitics and text.is_finite(place + 1)
        if text.lower(place) in text.language.determiners and not (led or object_):
            return place
    return end
