"""Find the clause or infinitive that hangs on a verb of saying: "said that it rains", "urged them to go"."""

from dataclasses import dataclass

from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.sayings import VerbOfSaying
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_GAP = 6
"""Tokens between a verb of saying and its clause at most ("told reporters on Monday that")."""
_FINITE = 14
"""Tokens of a clause without conjunction in which its finite verb stands; chosen on the gold set."""
_SHORTEST = 3
"""Tokens of a clause at least."""
_STOPS = frozenset((".", "!", "?", "…", "...", ";", ",", ":"))
MARKS = frozenset('“”„«»"')


@dataclass(frozen=True, slots=True)
class HangingClause:
    """A clause that hangs on a verb of saying."""

    start: int
    """Its first token."""
    rule: str
    addressee: Range | None
    """Who was told, between the verb and the clause."""


def hanging_clause(text: TableText, verb: VerbOfSaying, last: int) -> HangingClause | None:
    """What hangs on a verb, in a sentence that ends at token `last`."""
    return _conjunction(text, verb, last) or _infinitive(text, verb, last) or _bare(text, verb, last)


def _conjunction(text: TableText, verb: VerbOfSaying, last: int) -> HangingClause | None:
    """A clause with a conjunction: "told reporters that it rains"."""
    for at in range(verb.last, min(verb.last + _GAP, last)):
        word = text.lower(at)
        # "said “no” and that …": behind marks or a stop nothing hangs on this verb.
        if word in MARKS or word in ".:;":
            return None
        if text.language.bare and word in text.language.finite:  # "said it was clear that": a bare clause
            return None
        # "noticed a noise, if": behind its object and a comma no clause hangs on the verb.
        object_closed = text.words[at - 1] == "," and text.lower(verb.last) in text.language.determiners
        if object_closed and text.lower(verb.last - 1) not in text.language.telling:
            return None
        if word in text.language.conjunctions and at + 2 < last:
            return HangingClause(at, "verb + conjunction", _addressee(text, verb.last, at))
    return None


def _addressee(text: TableText, first: int, last: int) -> Range | None:
    """The noun phrase that fills `[first, last)`."""
    found = noun_phrases.phrase_from(text, first, last) if last > first else None
    return found if found and found[1] == last else None


def _infinitive(text: TableText, verb: VerbOfSaying, last: int) -> HangingClause | None:
    """An infinitive behind a verb that orders or promises: "urged them to go", "a promis de baisser"."""
    if text.lower(verb.last - 1) not in text.language.ordering:
        return None
    for at in range(verb.last, min(verb.last + _GAP, last)):
        if text.words[at] in _STOPS or text.words[at] in MARKS:
            return None
        follows = text.lower(at + 1)
        if text.lower(at) in text.language.infinitive and follows.isalpha():
            # "promised to the mayor", "accuse de Paris": the word is a preposition here.
            if follows in text.language.determiners or text.words[at + 1][0].isupper():
                return None
            return HangingClause(at, "verb + infinitive", _addressee(text, verb.last, at))
    return None


def _bare(text: TableText, verb: VerbOfSaying, last: int) -> HangingClause | None:
    """A clause without conjunction, behind whom it was told or at once, with a finite verb soon behind it."""
    if text.lower(verb.last - 1) not in text.language.bare:
        return None
    pressed = text.lower(verb.last) in text.language.press  # "told reporters he would resign"
    hearer = (verb.last, verb.last + 1) if pressed else noun_phrases.phrase_from(text, verb.last, last)
    for start in (hearer[1] if hearer else verb.last, verb.last):
        end = _before_mark(text, start, min(start + _FINITE, last))
        finite = any(text.lower(at) in text.language.finite for at in range(start, end))
        # "said he slept": a pronoun that is no object opens a clause, whatever its verb.
        if (finite and _opens_clause(text, start)) or (
            start == verb.last and _subject_pronoun(text, start, end)
        ):
            addressee = hearer if pressed and start > verb.last else _addressee(text, verb.last, start)
            return HangingClause(start, "verb + clause", addressee)
    return None


def _subject_pronoun(text: TableText, at: int, end: int) -> bool:
    """Whether a personal pronoun stands at a token, with a clause behind it: "he slept by the canal"."""
    word, language = text.lower(at), text.language
    personal = word in language.pronouns and word not in language.oblique
    return (
        personal
        and word not in language.determiners
        and word not in language.relatives
        and end - at >= _SHORTEST
    )


def _before_mark(text: TableText, start: int, end: int) -> int:
    """The colon or marks in which a clause would end: 'told the court: "It is over."' has none."""
    return next((at for at in range(start, end) if text.words[at] == ":"), end)


def _opens_clause(text: TableText, at: int) -> bool:
    """Whether a subject may begin at a token: a determiner, a pronoun ("it's"), or a name."""
    word = text.lower(at).replace("’", "'").split("'")[0]
    named = bool(word) and text.words[at][0].isupper()
    return named or word in text.language.determiners or word in text.language.pronouns


def clause_end(text: TableText, start: int, last: int) -> int:
    """End of the clause: the sentence's, or the comma before a new main clause ("…, but she left")."""
    for at in range(start + _SHORTEST, last - 2):
        if text.words[at] == "," and text.lower(at + 1) in text.language.adversatives:
            return at
    return last
