"""Where what is said ends: at a further verb of saying, a tag, or the comma that closes its clause."""

from reader.quotes.clauses.slavic.predicates import predicate_at
from reader.quotes.clauses.slavic.slavic_text import DASHES, MARKS, SlavicText
from reader.quotes.text.sentences import Range

_SHORTEST = 2
"""Tokens of a clause at least."""
_SECOND = 6
"""Tokens from "and" to a second verb of saying at most."""
_LIST = 30
"""Tokens from a verb of a list to the last "and" at most."""
_CLAUSE = 12
"""Tokens from that verb to its own clause at most."""


def content_end(text: SlavicText, start: int, sentence: Range, closing: bool) -> int:
    """End of a clause that begins at `start`; `closing` where it hangs in a clause that a comma closes."""
    last = close = sentence[1]
    for at in range(start + _SHORTEST, last - 1):
        if at in text.marked:
            continue
        word = text.words[at]
        if word == "," and (_breaks_off(text, at + 1, sentence) or _lists(text, at + 1, sentence)):
            return at
        if (
            word == ","
            and text.lower(at + 1) in text.language.adversatives
            and _keeps_back(text, at + 2, last)
        ):
            return at
        if word == "," and closing and _closes(text, at + 1):
            close = at
            if _is_main(text, at + 1):
                return at
        # "odpowiada, że wie, i zarzuca": a comma before "and" closes the clause.
        if (
            text.words[at - 1] == ","
            and text.lowered[at] in text.grammar.closing_joints
            and _is_main(text, at + 1)
        ):
            return at - 1
        # "powiedział, że nie wie i dodał, że", without a comma before "and" too.
        joins = text.lowered[at] in text.language.joining
        if joins and (goes_on(text, at + 1, sentence) or _acts_on(text, at)):
            return at - (text.words[at - 1] == ",")
        if word in DASHES and _tags(text, at + 1, last):
            return at
        if word == ":" and (at + 1 in text.passages or text.words[at + 1] in DASHES):
            # "na pytanie, czy zostanie, wójt Jan Kos odparł: „Nie”"
            return close if close < at and text.sayings_in((close, at)) else at
    return close


def _keeps_back(text: SlavicText, at: int, last: int) -> bool:
    """Whether the same speaker says or keeps back something else: ", ale nie podał daty"."""
    while at < last and (text.is_small(at) or text.lower(at) in text.grammar.negations):
        at += 1
    if at >= last or not text.is_verb(at):
        return False
    # "ale nie chciał podać daty": a verb of saying soon behind.
    return any(text.words[i].islower() for i in text.sayings_in((at, min(at + 2, last))))


def _breaks_off(text: SlavicText, at: int, sentence: Range) -> bool:
    """Whether something that is not said begins behind a comma: ", dodając, że", ", po czym"."""
    if any(text.stands(at, phrase) for phrase in text.grammar.continuations):
        return True
    return any(
        found is not None and found.gerund
        for found in (predicate_at(text, i, sentence[0], sentence[1]) for i in text.sayings_in((at, at + 2)))
    )


def _lists(text: SlavicText, at: int, sentence: Range) -> bool:
    """Whether the next verb of one subject stands behind a comma: "oświadczył, że A, zaprzeczył, by B"."""
    if not text.is_finite(at) or text.halves(at):
        return False
    found = predicate_at(text, at, sentence[0], sentence[1])
    comma = next((i for i in range(at + 1, min(at + _SECOND, sentence[1])) if text.words[i] == ","), 0)
    if found and found.finite and found.first == at and comma:
        clausal = text.grammar.that | text.grammar.wishes | text.grammar.whether
        return text.lower(comma + 1) in clausal
    near = range(at + 1, min(at + _LIST, sentence[1] - 1))
    # "opowiada, że jej grożono, opisuje noce i przyznaje, że"
    return any(text.lowered[i] in text.language.joining and goes_on(text, i + 1, sentence) for i in near)


def _acts_on(text: SlavicText, at: int) -> bool:
    """Whether an act of the same speaker follows what closes with marks: "że „…” i obiecała pomoc"."""
    return (
        text.words[at - 1] in MARKS and at + 1 < len(text.words) and text.lower(at + 1) in text.grammar.said
    )


def _is_main(text: SlavicText, at: int) -> bool:
    """Whether a main clause surely begins or goes on at a word: with a name, a verb or a negation."""
    return text.words[at][0].isupper() or text.is_verb(at) or text.lower(at) in text.grammar.negations


def _closes(text: SlavicText, at: int) -> bool:
    """Whether the clause around goes on behind a comma: ", który twierdzi, że A, wyszedł"."""
    word, grammar = text.lower(at), text.grammar
    inner = word in grammar.subordinators or word in grammar.relatives or word in text.language.joining
    # ", w którym": a preposition before a relative pronoun.
    behind = text.lower(at + 1)
    return not (inner or (text.is_preposition(at) and behind in grammar.questions))


def goes_on(text: SlavicText, at: int, sentence: Range) -> bool:
    """Whether a further verb of saying with its own clause stands behind "and" (`at` is behind that)."""
    for place in text.sayings_in((at, min(at + _SECOND, sentence[1]))):
        found = predicate_at(text, place, sentence[0], sentence[1])
        if found is None or not found.finite:
            continue
        if any(text.words[i] == "," or text.is_finite(i) for i in range(at, found.first)):
            return False
        near = range(found.last, min(found.last + _CLAUSE, sentence[1] - 1))
        comma = next((i for i in near if text.words[i] in (",", ":")), None)
        clausal = text.grammar.that | text.grammar.wishes | text.grammar.whether | text.grammar.questions
        return comma is not None and (text.words[comma] == ":" or text.lower(comma + 1) in clausal)
    return False


def _tags(text: SlavicText, at: int, last: int) -> bool:
    """Whether a tag stands behind a dash: " – powiedział Nowak"."""
    places = text.sayings_in((at, min(at + 2, last)))
    found = predicate_at(text, places[0], at, last) if places else None
    return found is not None and found.finite and found.first == at and found.takes("t")
