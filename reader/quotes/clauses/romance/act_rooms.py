"""Where acts of speech may be told: the clauses of a sentence that no other quote says or frames."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import MARKS, ClauseText
from reader.quotes.drafts import Draft
from reader.quotes.patterns.indirect import parts_of
from reader.quotes.text.sentences import Range

_LONGEST = 400
"""Tokens of a part of a sentence in which acts are looked for at most: no writer needs more."""
_SMALL = 5
"""Tokens from "and" to the verb that it joins at most: "y no lo ha"."""


@dataclass(frozen=True, slots=True)
class Room:
    """A clause around a verb that may tell an act."""

    verb: int
    clause: Range
    part: Range
    """The part of the sentence in which the clause stands."""
    joined: bool = False
    """Whether it has the subject of the clause before: "dijo que sí y | rechazó el plan"."""
    speaker: Range | None = None
    """Who speaks in the quote before, in the same sentence."""
    follows: bool = False
    """Whether a quote ends in the sentence before."""


def rooms_of(text: ClauseText, places: Sequence[int], drafts: Sequence[Draft]) -> Iterator[Room]:
    """The room of each verb at `places`, those that have one."""
    spoken = sorted((draft for draft in drafts if not _is_embedded(text, draft)), key=_begin)
    begins = [_begin(draft) for draft in spoken]
    for number in dict.fromkeys(map(text.analysis.sentence_at, places)):
        tokens = text.analysis.sentences[number]
        if "?" in text.words[tokens[1] - 2 : tokens[1] + 1]:
            continue
        # a quote may have begun before: «Uno. Dos», dijo
        first = max(0, bisect_left(begins, tokens[0]) - 1)
        near = [d for d in spoken[first : bisect_left(begins, tokens[1])] if d.reach > tokens[0]]
        previous = text.analysis.sentences[max(0, number - 1)]
        follows = any(d.reach > previous[0] for d in spoken[max(0, first - 1) : first + 1] if number)
        for part in parts_of(text, tokens):
            for room in _in_part(text, part, places, near):
                yield replace(room, follows=follows and all(_begin(d) > room.verb for d in near))


def _begin(draft: Draft) -> int:
    """The first token of quote and cue."""
    return min(draft.start, *draft.cue, draft.start)


def _is_embedded(text: ClauseText, draft: Draft) -> bool:
    """Whether a passage in marks is part of a clause: "criticó a los medios que «publican rumores»"."""
    first = draft.start
    if draft.type is not QuoteType.DIRECT or text.words[first] not in MARKS or first + 1 >= len(text.words):
        return False
    return text.words[first + 1][0].islower() and text.words[first - 1][0].isalnum()


def _in_part(text: ClauseText, part: Range, places: Sequence[int], near: Sequence[Draft]) -> Iterator[Room]:
    taken = sorted(_pieces(near, part))
    found = (
        places[:0]
        if part[1] - part[0] > _LONGEST
        else places[bisect_left(places, part[0]) : bisect_left(places, part[1])]
    )
    for index, at in enumerate(found):
        free = _free_around(taken, part, at)
        if free is None:
            continue
        first, last = free
        joint = _joint(text, at, first)
        if joint < 0 and first > part[0]:
            joint, joined = _opened(text, first, at), False
            if joint < 0:
                continue
        else:
            joined = joint >= 0
        begin = joint + 1 if joint >= 0 else first
        end = _end(text, at, last, part[1], found[index + 1 : index + 2])
        if end:
            speaker = next((d.speaker for d in reversed(near) if d.speaker and _begin(d) < at), None)
            yield Room(at, (begin, end), part, joined, speaker)


def _pieces(near: Sequence[Draft], part: Range) -> Iterator[Range]:
    """What quotes say, their verbs and speakers, in a part of a sentence."""
    for draft in near:
        cues = [(at, at + 1) for at in draft.cue]
        # "dijo Ana, y rechazó el plan"; "Ana rechazó el plan y dijo" has its subject before
        behind = [piece for piece in draft.speaker_ranges if draft.cue and piece[0] > draft.cue[0]]
        for piece in (*draft.content, *cues, *behind):
            if piece[1] > part[0] and piece[0] < part[1]:
                yield piece


def _free_around(taken: Sequence[Range], part: Range, at: int) -> Range | None:
    """The tokens around a verb that no piece takes; None where one takes the verb itself."""
    if any(first <= at < end for first, end in taken):
        return None
    first = max((end for _, end in taken if end <= at), default=part[0])
    last = min((begin for begin, _ in taken if begin > at), default=part[1])
    return max(first, part[0]), min(last, part[1])


def _joint(text: ClauseText, verb: int, first: int) -> int:
    """The "and" or "but" that joins a verb without a subject of its own to the clause before; -1 for none."""
    at = _led_by(text, verb, first)
    joining = text.language.joining | text.language.adversatives
    joins = at > text.sentence_of(at)[0] and text.lower(at) in joining
    # "desmintió que haya daños, aunque confirmó una inspección"
    concedes = text.lower(at - 1) == "," and text.lower(at) in text.grammar.subordinating
    return at if joins or (concedes and text.is_clause(at + 1, verb + 1)) else -1


def _led_by(text: ClauseText, verb: int, first: int) -> int:
    """The word before a verb with its auxiliary, pronouns and adverbs."""
    grammar = text.grammar
    small = grammar.clitics | grammar.negations
    at = verb - 1
    while at > max(first, verb - _SMALL):
        auxiliary = any(reading.lemma in grammar.perfect for reading in text.readings(at))
        if not (text.is_adverb(at) or text.lower(at) in small or auxiliary):
            break
        at -= 1
    return at


def _opened(text: ClauseText, first: int, verb: int) -> int:
    """What opens a clause with its own subject behind a quote: ", pero | Gil rechazó"; -1 else."""
    joining = text.language.joining | text.language.adversatives
    begin = first + (first < verb and text.words[first] == ",")
    if text.lower(begin) in joining:
        return begin
    # ", qui requiert six mois"
    at = _led_by(text, verb, first)
    if text.lower(at) in text.language.relatives and text.words[at - 1] == ",":
        return at - 2
    # ", lo que la empresa niega"
    return begin - 1 if begin > first and neuter_at(text, begin) else -1


def neuter_at(text: ClauseText, at: int) -> int:
    """Tokens of what begins a clause with the one before for object: ", lo que niega"; 0 for none."""
    for phrase in text.grammar.continuations:
        that = len(phrase) > 1 and phrase[-1] in text.grammar.that
        if that and tuple(text.lowered[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _end(text: ClauseText, verb: int, last: int, whole: int, later: Sequence[int]) -> int:
    """Where the clause of a verb ends: before "and" with an act, or before a quote; 0 where unclear."""
    joining = text.language.joining | text.language.adversatives
    for at in later:
        joint = _joint(text, at, verb + 1)
        if 0 <= joint < last:
            return joint - (text.words[joint - 1] == ",")
    if last == whole:
        return last
    ends = (i for i in range(last - 1, verb, -1) if text.lower(i) in joining or text.words[i] == ",")
    end = next(ends, 0)
    return end - (end > 0 and text.words[end - 1] == ",")
