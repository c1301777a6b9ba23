"""Infinitives that hang on a verb of saying: "belooft de wegen te verbreden", "ba dem holde telefonen på"."""

from reader.languages.verb_files import INFINITIVE
from reader.quotes.clauses.verb_second.clause_text import STOPS, ClauseText
from reader.quotes.clauses.verb_second.noun_phrases import phrase_from
from reader.quotes.clauses.verb_second.predicates import Predicate

_GAP = 30
"""Tokens from a verb to its infinitive at most."""
_SHORT = 3
"""Letters of an infinitive that no file lists at least."""


def infinitive_behind(text: ClauseText, verb: Predicate, at: int, last: int) -> int | None:
    """Where an infinitive clause begins: "belooft | de wegen te verbreden", "vraagt hem | om te komen"."""
    grammar = text.grammar
    first = _behind_addressee(text, at, last)
    if grammar.infinitive_endings:
        # "säger sig förstå": a reflexive pronoun instead of the marker.
        if first + 2 < last and text.lower(first) in grammar.reflexives:
            return first + 1 if text.lower(first + 1).endswith(grammar.infinitive_endings) else None
        found = _behind_object(text, first, last) if verb.lemma in grammar.addressed else None
        return _marked_infinitive(text, verb, first, last) if found is None else found
    for place in range(_behind_marks(text, first), min(last - 1, first + _GAP)):
        word = text.lower(place)
        if word in grammar.purpose and place - first < 6:
            return place if _has_marker(text, place, last) else None
        if word in STOPS or word in grammar.that or (place in text.passages and word not in ("'", "‘")):
            return None
        if word == "," and place > first:
            return None
        if word in grammar.infinitive and text.lower(place + 1).endswith("n"):
            return first if text.words[first] != "," else first + 1
        if text.is_plainly_finite(place):
            return None
    return None


def _behind_marks(text: ClauseText, at: int) -> int:
    """Behind words in marks that open an infinitive clause: 'zegt | "blij verrast" | te zijn'."""
    return text.ends[at] if at in text.passages else at


def _behind_addressee(text: ClauseText, at: int, last: int) -> int:
    """Behind times, and whom is told with a preposition: "zei dinsdag tegen de rechter | niets te weten"."""
    addressing = {words[0] for words in text.language.addressing}
    while at < last:
        if text.is_time(at):
            at += 1
            continue
        found = phrase_from(text, at + 1, last) if text.lower(at) in addressing and at + 1 < last else None
        if not found:
            return at
        at = found[1]
    return at


def _has_marker(text: ClauseText, at: int, last: int) -> bool:
    return any(text.lower(place) in text.grammar.infinitive for place in range(at, min(last, at + _GAP)))


def _behind_object(text: ClauseText, at: int, last: int) -> int | None:
    """A bare infinitive behind whom is asked: "ba dem | holde telefonen på"."""
    grammar = text.grammar
    if text.lower(at) in grammar.objects | set(text.language.oblique) and at + 1 < last:
        # "bad honom hålla": behind a pronoun the ending tells.
        word = text.lower(at + 1)
        plain = word.endswith(grammar.infinitive_endings) and len(word) > _SHORT
        return at + 1 if plain and word not in grammar.closed - grammar.finite else None
    found = phrase_from(text, at, last)
    near = range(at + 1, min(found[1] + 1, last)) if found else ()
    return next((place for place in near if _is_plain(text, place)), None)


def _is_plain(text: ClauseText, at: int) -> bool:
    """Whether a word is the infinitive of a verb that the book holds, and nothing else."""
    forms = text.grammar.book.forms.get(text.lower(at), ())
    return any(form.features & INFINITIVE for form in forms) and not text.is_finite(at)


def _marked_infinitive(text: ClauseText, verb: Predicate, at: int, last: int) -> int | None:
    """An infinitive right behind its marker: "lovar | att sänka skatten", "lover | å stoppe"."""
    grammar = text.grammar
    for place in range(at, min(at + 8, last - 1)):
        word = text.lower(place)
        if word in grammar.infinitive:
            if place - at > 1 and verb.lemma not in grammar.addressed and _hangs(text, place):
                return None
            follows = text.lower(place + 1)
            follows = text.lower(place + 2) if follows in grammar.negations else follows
            plain = follows.endswith(grammar.infinitive_endings) and follows not in text.language.determiners
            return place if plain and follows not in grammar.closed - grammar.finite else None
        if word in STOPS or word == "," or place in text.passages or text.is_finite(place):
            return None
    return None


def _hangs(text: ClauseText, at: int) -> bool:
    """Whether an infinitive hangs on a noun before it: "sa ja til å bygge", "kræver lov til at skyde"."""
    return text.lower(at - 1) in text.grammar.prepositions
