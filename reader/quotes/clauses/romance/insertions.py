"""Attributions inside the marks, as French and Italian papers print them: « Non, dit la juge. C'est fini. »

Between dashes a verb may stand alone: «Da piccolo – racconta riponendo le reti – qui c'era il mare».
"""

from dataclasses import replace

from reader.quotes.clauses.romance.clause_text import DASHES, ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.tails import Tail, tail_behind
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.patterns.direct import Inside
from reader.quotes.text.marks import Pair
from reader.quotes.text.nouns import is_name
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_RULE = "tag after"
_LONGEST = 14
"""Tokens of an attribution inside the marks at most."""
_ENDS = frozenset((",", ".", "!", "?", "…", "..."))
_FINAL = _ENDS - {",", "."}


def inside(text: TableText, pair: Pair, tokens: Range) -> Inside | None:
    """What is said in marks, without the attribution that stands inside, and that attribution."""
    assert isinstance(text, ClauseText)
    first, last = text.analysis.range_of(pair.inner_start, pair.inner_end)
    for at in text.sayings_in((first + 2, last - 1)):
        verb = predicate_at(text, at, first)
        found = _inserted(text, verb, first, last) if verb else None
        if found and found.frame:
            begin, end = found.frame
            return ((tokens[0], begin), (end + (text.words[end] in _SKIPPED), tokens[1])), found
    return None


_SKIPPED = DASHES | {",", "."}
"""Signs behind an attribution that belong to it."""


def _inserted(text: ClauseText, verb: Predicate, first: int, last: int) -> Attribution | None:
    """The attribution that begins with a verb, if a sign opens and one closes it."""
    opened = verb.first - 1
    sign = text.words[opened]
    if opened <= first or not (verb.finite and verb.takes("t")) or verb.passive:
        return None
    # « Qui ? demande-t-il. »: the mark belongs to what is said
    begin = opened + (sign in _FINAL)
    if sign not in DASHES and sign != "," and not (sign in _FINAL and text.words[verb.first][0].islower()):
        return None
    tail = _tail(text, verb, last, dashed=sign in DASHES)
    if tail is None or not _closes(text, tail.end, last, sign) or not _may_speak(text, tail, verb, sign):
        return None
    return Attribution(_RULE, verb.cue, tail.subject, tail.addressee, (begin, tail.end))


def _tail(text: ClauseText, verb: Predicate, last: int, *, dashed: bool) -> Tail | None:
    """What stands behind the verb up to the sign that closes."""
    found = None if verb.subject else tail_behind(text, verb.last, last)
    if found:
        return replace(found, end=_behind_apposition(text, found.end, last))
    if not (verb.subject or dashed):
        return None
    # "explique-t-il en rangeant ses filets,": whatever stands up to the next sign
    near = range(verb.last, min(verb.last + _LONGEST, last))
    signs = DASHES if dashed else _ENDS
    end = next((at for at in near if text.words[at] in signs), None)
    return Tail(end, verb.subject) if end is not None else None


def _behind_apposition(text: ClauseText, end: int, last: int) -> int:
    """The stop behind what a comma adds to the subject: "explique Morel, grutière depuis vingt ans. Et"."""
    if text.words[end] != "," or end + 1 >= last or not text.words[end + 1][0].islower():
        return end
    # ", et repart": a second verb, whether the tables know it or not
    joins = text.language.joining | text.language.adversatives | text.grammar.subordinating
    if text.lower(end + 1) in joins:
        return end
    near = range(end + 1, min(end + _LONGEST, last))
    stop = next((at for at in near if text.words[at] in _ENDS), None)
    # "Le plan, explique Morel, est mort.": what goes on with a verb is said.
    if stop is None or text.words[stop] == "," or any(text.is_finite(at) for at in range(end + 1, stop)):
        return end
    return stop


def _closes(text: ClauseText, end: int, last: int, sign: str) -> bool:
    """Whether an attribution ends with the sign that goes with the one before it."""
    if end >= last:
        return False
    return text.words[end] in (DASHES if sign in DASHES else _ENDS)


def _may_speak(text: ClauseText, tail: Tail, verb: Predicate, sign: str) -> bool:
    """Whether the subject behind a verb may speak: not the object of "il vient, dit la vérité, et part"."""
    if tail.subject is None:
        alone = tail.end == verb.last or sign in DASHES
        return text.language.null_subject and alone
    named = is_name(text.words[tail.subject[0]]) or is_somebody(text, tail.subject)
    return named or verb.subject is not None or sign in DASHES or text.words[tail.end] == "."
