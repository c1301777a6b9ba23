"""Where what is said ends: before ", pero", ", por lo que", a further verb of saying, the end of a clause."""

from reader.languages.verb_files import FINITE, PLURAL, SINGULAR
from reader.quotes.clauses.romance.clause_text import MARKS, ClauseText
from reader.quotes.clauses.romance.gaps import content_behind
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.tails import tail_behind
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of a clause at least."""
_LIST = 30
"""Tokens from a verb of a list to the last "and" at most."""
_SECOND = 5
"""Tokens from "and" to a second verb of saying at most ("y también les dijo")."""


def content_end(text: ClauseText, start: int, sentence: Range, closing: bool) -> int:
    """End of a clause that begins at `start`; `closing` where it stands in a clause that a comma closes."""
    last = sentence[1]
    # "Preguntado por si piensa dimitir, Gil dijo": one word may be all
    for at in range(start + (1 if closing else _SHORTEST), last - 2):
        if at in text.marked and text.words[at] not in MARKS:
            continue
        word = text.words[at]
        if word == "," and (
            closing or _breaks_off(text, start, at + 1, sentence) or _lists(text, start, at, sentence)
        ):
            return at
        # "dijo que no y añadió que", without a comma.
        joins = text.lowered[at] in text.language.joining
        if joins and (
            second_verb(text, at, sentence)
            or _acts_on(text, at, sentence)
            or tells_on(text, start, at, sentence)
        ):
            return at - (text.words[at - 1] == ",")
        # "que la firma sea auténtica: el trazo es distinto"; "16:30" is one token
        if word == ":":
            return _before_lead(text, start, at, sentence) or at
        if _is_glued(text, at):
            return at
    return last


def _before_lead(text: ClauseText, start: int, colon: int, sentence: Range) -> int:
    """Where "and" parts what is said from a verb that leads to speech: "… es caro | y puso deberes: «…»"; 0.

    The verb has the form of the one that frames the clause.
    """
    before = text.sayings_in((sentence[0], start)) if colon + 1 in text.marked else []
    first = predicate_at(text, before[-1], sentence[0]) if before else None
    if first is None or not first.finite:
        return 0
    form = _form(text, first.cue[0])
    for at in range(colon - 1, start + _SHORTEST, -1):
        if text.words[at] == "," or text.begins_clause(at):
            break
        if text.lowered[at] in text.language.joining:
            verb = at + 1 + (text.lower(at + 1) in text.grammar.clitics)
            same = form == _form(text, verb) if text.is_finite(verb) else form[1] & SINGULAR
            return at if same and text.has_verb(verb, verb + 1) else 0
    return 0


def next_verb(text: ClauseText, start: int, end: int) -> int:
    """The verb behind an infinitive in a relative clause: "el que dijo irse | vuelve"."""
    for at in range(start + 1, end):
        if at in text.marked:  # "che disse di aver sentito «urla»"
            continue
        if text.words[at] == "," or text.begins_clause(at) or text.lower(at) in text.language.relatives:
            return end
        if at > start + 1 and text.is_finite(at):
            return at
    return end


def _is_glued(text: ClauseText, at: int) -> bool:
    """Whether a new sentence begins without a stop, as behind a headline: "rever decreto A Secretaria"."""
    word, before, grammar = text.words[at], text.words[at - 1], text.grammar
    if not word[0].isupper() or text.lower(at) not in text.language.determiners or word[1:].isupper():
        return False
    # "em O Globo", "segundo O Estado": a newspaper
    led = text.lower(at - 1) in grammar.prepositions | grammar.articles or text.bare[at - 1] in grammar.said
    attributing = any(text.lower(at - 1) == words[-1] for words in text.language.attributions)
    return before[0].islower() and before[-1].isalpha() and not (led or attributing)


def _breaks_off(text: ClauseText, start: int, at: int, sentence: Range) -> bool:
    """Whether something that is not said begins behind a comma."""
    word, grammar, language = text.lower(at), text.grammar, text.language
    if word in language.adversatives:
        # "pero que también": the clause goes on.
        return text.lower(at + 1) not in grammar.that
    # ", según escribió en su página"
    if word in language.comparisons or any(phrase == (word,) for phrase in language.attributions):
        said = _verb_near(text, at + 1, sentence)
        if said and said.finite and said.first == at + 1:
            return True
    for phrase in grammar.continuations:
        if tuple(text.lowered[at : at + len(phrase)]) == phrase:
            # "algo que", "mientras que" are no part of what is said; "lo que", "por lo que" may be
            small = grammar.prepositions | text.articles | grammar.clitics
            return not set(phrase[:-1]) <= small or _is_told_on(text, start, at + len(phrase), sentence)
    found = _verb_near(text, at, sentence)
    # ", añadiendo que", ", a la vez que recordó que" goes on with another verb.
    if found is None or found.finite or found.first != at:
        return False
    # ", definendolo un errore", ", considerandoli una prova": a judgement of the same speaker
    judges = (
        text.bare[at].endswith(grammar.gerunds) and found.takes("cj") and text.bare[at] != text.lowered[at]
    )
    return judges or content_behind(text, found, sentence[1]) is not None


def _is_told_on(text: ClauseText, start: int, at: int, sentence: Range) -> bool:
    """Whether the next verb goes on with the frame: "dijo que es caro, mientras que renunció a votar".

    It is one of saying, or has the form of the verb before, which no verb of what is said has.
    """
    verb = next((i for i in range(at, sentence[1]) if text.has_verb(i, i + 1)), None)
    if verb is None:
        return False
    before = text.sayings_in((sentence[0], start))
    if text.bare[verb] in text.grammar.said or not before:
        return True
    first = predicate_at(text, before[-1], sentence[0])
    form = _form(text, verb)
    if first is None or not first.finite or not form[0]:
        return True
    own = (_form(text, i) for i in range(start, at) if text.is_finite(i))
    return _form(text, first.cue[0]) == form and form not in own


def _lists(text: ClauseText, start: int, comma: int, sentence: Range) -> bool:
    """Whether the next verb of one subject stands behind a comma: "dijo A, negó B y anunció C"."""
    at = begin = comma + 1
    # "que la reunión, prevista ayer, había sido": the verb of what is said
    whole = (
        text.bare[start].endswith(text.grammar.infinitives)
        or text.lower(start) in text.grammar.infinitive_links
    )
    if not whole and not text.is_clause(start + 1, comma):
        return False
    while text.lower(begin) in text.grammar.clitics | text.grammar.negations:
        begin += 1
    if not text.is_finite(begin) or text.halves(begin) or text.lower(begin) in text.language.determiners:
        return False
    verb = predicate_at(text, begin, sentence[0])
    # "que el plan, explica Gil, es caro" stands beside what is said
    aside = verb and verb.takes("t") and tail_behind(text, verb.last, sentence[1])
    if aside and aside.subject:
        return False
    if verb and verb.finite and verb.first == at and content_behind(text, verb, sentence[1]):
        return True
    near = range(begin + 1, min(begin + _LIST, sentence[1] - 1))
    return any(text.lowered[i] in text.language.joining and second_verb(text, i, sentence) for i in near)


def _acts_on(text: ClauseText, at: int, sentence: Range) -> bool:
    """Whether an act of the same speaker follows what closes with marks: "que «…» y ha prometido ayuda"."""
    found = _verb_near(text, at + 1, sentence) if text.words[at - 1] in MARKS else None
    return found is not None and found.finite and found.first == at + 1 and not found.passive


def tells_on(text: ClauseText, start: int, at: int, sentence: Range) -> bool:
    """Whether an act of the same speaker follows: "dijo que es caro y anunció recortes".

    Its verb has the number of the first one, and no verb of what is said has its form.
    """
    found = _verb_near(text, at + 1, sentence)
    if found is None or not (found.finite and found.takes("r")) or found.passive:
        return False
    small = text.grammar.clitics
    if not all(text.is_adverb(i) or text.lower(i) in small for i in range(at + 1, found.cue[0])):
        return False
    before = text.sayings_in((sentence[0], start))
    first = predicate_at(text, before[-1], sentence[0]) if before else None
    form = _form(text, found.cue[0])
    if first is None or not first.finite or _form(text, first.cue[0])[1] != form[1]:
        return False
    return all(_form(text, i) != form for i in range(start, at) if text.is_finite(i))


def _form(text: ClauseText, at: int) -> tuple[int, int, bool]:
    """Tense and number of a finite verb, and whether it is an auxiliary of the perfect."""
    readings = [reading for reading in text.readings(at) if reading.features & FINITE]
    perfect = any(reading.lemma in text.grammar.perfect for reading in readings)
    features = readings[0].features if readings else 0
    return features & FINITE, features & (SINGULAR | PLURAL), perfect


def second_verb(text: ClauseText, at: int, sentence: Range) -> Predicate | None:
    """A further verb of saying with its own clause behind "and": "… y añadió que"."""
    found = _verb_near(text, at + 1, sentence)
    if found is None or not found.finite:
        return None
    # "y Gil añadió que" has a subject of its own: another sentence, too.
    between = range(at + 1, found.first)
    small = all(text.is_adverb(i) or text.words[i][0].isupper() or text.words[i] == "," for i in between)
    return found if small and content_behind(text, found, sentence[1]) else None


def _verb_near(text: ClauseText, at: int, sentence: Range) -> Predicate | None:
    """The first verb of saying within a few tokens."""
    near = text.sayings_in((at, min(at + _SECOND, sentence[1])))
    return predicate_at(text, near[0], sentence[0]) if near else None
