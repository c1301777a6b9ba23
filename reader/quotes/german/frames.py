"""Find frames: the clause that says who says something, before, after or inside what is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import (
    FRAGMENT,
    MAIN,
    SUBORDINATE,
    Clause,
    Sentence,
)
from reader.quotes.german.complements import complements, takes_complement, verb_mood
from reader.quotes.german.cues import Cue, predicate
from reader.quotes.german.finite_verbs import has_zu
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

FIRST, LAST, COLON = "frame first", "frame last", "colon"


_NEAR = 12
"""Tokens behind a fronted question in which a negation denies that it was asked."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A framing clause, with its cue and the tokens of what it frames."""

    range: Range
    """Tokens of the frame, dividers that belong to it included."""
    cue: Cue
    clause: int
    """Number of the clause with the finite verb."""
    inside: Range
    """Tokens of the framing clause alone, where subject and objects are looked for."""
    content: Range
    """Tokens of what is said."""
    place: str
    """FIRST, LAST or COLON."""
    complement: str
    """How the content hangs on the frame: dass, question, infinitive, subjunctive, indicative or colon."""
    rest: Range | None = None
    """Tokens of what is said behind a frame that stands inside it."""


def frames(parsed: Parsed, sentence: Sentence) -> Iterator[Frame]:
    """All frames with a verb of saying in a sentence, in order."""
    for number, clause in enumerate(sentence.clauses):
        if clause.finite < 0:
            continue
        frame = _following_frame(parsed, sentence, number) or _preceding_frame(parsed, sentence, number)
        if frame:
            yield frame


def _following_frame(parsed: Parsed, sentence: Sentence, number: int) -> Frame | None:
    """A frame behind what it frames: "…, sagte Müller"."""
    clause = sentence.clauses[number]
    if number == 0 and clause.first == sentence.first:
        return None
    # "…, sagte Ott" begins with its verb, but for "…, so schätzen Forscher, …".
    thus = parsed.lower(clause.first) == "so" and clause.finite == clause.first + 1
    if clause.kind != MAIN or (clause.finite != clause.first and not thus):
        return None
    before = sentence.clauses[:number]
    quoted = clause.first - 1 in parsed.marked or clause.first - 2 in parsed.marked
    end = _frame_end(parsed, sentence, number)
    rest = None if quoted else _content_behind(parsed, sentence, end, thus)
    # "Früher, erzählt Ott, sei alles anders gewesen": the frame stands within a clause, which goes on with
    # its verb. Behind "so" anything may go on.
    opened = all(c.kind == FRAGMENT for c in before)
    inserted = rest and (thus or (opened and parsed.flags[rest[0]] & w.FINITE))
    cue = predicate(parsed, clause.finite, clause.first, end)
    if (
        not quoted
        and not inserted
        and not (_is_sayable(parsed, before) or _is_asked(parsed, before, cue, end))
    ):
        return None
    mood = "inserted" if inserted and opened else _mood(parsed, before, quoted)
    if cue is None or cue.verb.strength < 2 or not _has_own_subject(parsed, cue, clause, end, mood):
        return None
    first = clause.divider if clause.divider >= 0 else clause.first
    return Frame(
        (first, end),
        cue,
        number,
        (clause.first, end),
        (_content_start(parsed, sentence, before, first), first),
        LAST,
        mood,
        rest,
    )


def _content_behind(parsed: Parsed, sentence: Sentence, end: int, thus: bool) -> Range | None:
    """What is said behind a frame in commas: a subjunctive clause, or the rest of its own clause."""
    after = next((clause for clause in sentence.clauses if clause.first >= end), None)
    # "Das sei falsch, sagte Ott, „durch und durch“."
    if after and after.first in parsed.passages and end > sentence.first and parsed.words[end - 1] == ",":
        return (end, sentence.last)
    # "Das sei falsch, sagte Ott, als er ging": a dependent clause behind a frame is the writer's.
    if after is None or after.kind != MAIN or parsed.words[end - 1] not in (",", "–"):
        return None
    # "Es regne, sagte Ott, und fügte hinzu, …": the next frame.
    if predicate(parsed, after.finite, after.first, after.last):
        return None
    # "Das sei viel, räumte Ott ein, doch man müsse bauen", "In zehn Jahren, so hofft Ott, ist er da".
    goes_on = parsed.flags[after.finite] & w.SUBJUNCTIVE or (thus and after.finite == after.first)
    return (end, sentence.last) if goes_on else None


def _content_start(parsed: Parsed, sentence: Sentence, before: tuple[Clause, ...], end: int) -> int:
    """Where what a frame behind it holds begins: at the passage in marks behind a colon, or a semicolon."""
    # "Dann der Zwischenruf: „Nie!“, rief Ott": the words before the colon are not Ott's.
    passage = parsed.begins.get(end - 1, -1)
    colon = passage > sentence.first and parsed.words[passage - 1] == ":"
    return passage if colon else _behind_semicolon(parsed, before) or sentence.first


def _behind_semicolon(parsed: Parsed, before: tuple[Clause, ...]) -> int:
    """Where a report begins behind what is told: "Er ist krank; | er komme aber, hieß es"; 0 for none."""
    for told, clause in pairwise(before):
        reported = clause.kind == MAIN and parsed.flags[clause.finite] & w.SUBJUNCTIVE1
        plain = told.kind == MAIN and not parsed.flags[told.finite] & w.SUBJUNCTIVE
        if clause.divider >= 0 and parsed.words[clause.divider] == ";" and reported and plain:
            return clause.first
    return 0


def _is_sayable(parsed: Parsed, before: tuple[Clause, ...]) -> bool:
    """Whether the clauses before a frame hold something said: a main clause, or one with "dass"."""
    for c in before:
        # "Als er kam, sagte Ott nichts": what stands before is no main clause; "Kommt er, sagte Ott, …" is a
        # condition at the sentence's start.
        if c.kind == MAIN and (c.finite > c.first or c.divider >= 0):
            return True
        if c.kind == SUBORDINATE and parsed.lower(c.head) in parsed.table.lists.complementizers:
            return True
    return False


def _is_asked(parsed: Parsed, before: tuple[Clause, ...], cue: Cue | None, end: int) -> bool:
    """Whether a question that begins the sentence is asked: "Ob es stimme, wollte die Richterin wissen"."""
    if cue is None or not before or cue.verb.lemma not in parsed.table.lists.asking:
        return False
    # "Ob es stimme, sagte er nicht"
    denied = not parsed.table.lists.negations.isdisjoint(
        parsed.lowered[cue.finite : min(end, cue.finite + _NEAR)]
    )
    if denied or before[0].kind != SUBORDINATE:
        return False
    # "Wie lange das noch geht, fragt er sich"; "Wie lange es noch geht, erklärt er morgen" asks nothing.
    asked = parsed.flags[before[0].head] & w.QUESTION_WORD and cue.verb.lemma in parsed.table.lists.inquiring
    return bool(asked) or parsed.lower(before[0].head) == "ob"


def _has_own_subject(parsed: Parsed, cue: Cue, clause: Clause, end: int, mood: str) -> bool:
    """Whether a clause that begins with its verb frames: beside an indicative its subject must follow."""
    if mood != "indicative":
        return True
    # "Es regnete, berichtet Ott" frames. "Es regnete, zeigte die Karte" (weak verb), "…, wird gesagt"
    # (nobody), "…, will Ott sagen" and "…, sagt" (no subject) do not.
    if (
        cue.verb.strength < 3
        or cue.passive
        or parsed.flags[clause.finite] & w.MODAL
        or end - clause.first < 2
        or clause.finite + 1 >= len(parsed.flags)  # the text ends with it
    ):
        return False
    follower = parsed.flags[clause.finite + 1]
    return bool(follower & (w.CAPITAL | w.DETERMINER | w.PRONOUN | w.ADJECTIVE))


def _frame_end(parsed: Parsed, sentence: Sentence, number: int) -> int:
    """Where a frame that comes last ends: at the sentence's end or where what is said goes on."""
    clauses = sentence.clauses
    for i in range(number + 1, len(clauses)):
        c = clauses[i]
        # "„Wir“, sagte Ott, „bauen weiter.“": the second comma belongs to the frame.
        if c.first in parsed.passages and c.divider >= 0:
            return c.divider + 1
        # "Es sei gut, sagte Ott, der müde war, es gehe voran": a main clause, "dass" or marks end the frame,
        # a relative clause belongs to it.
        if (
            c.kind == MAIN
            or (c.kind == SUBORDINATE and parsed.lower(c.head) in parsed.table.lists.complementizers)
            or c.first - 1 in parsed.marked
        ):
            return c.divider + (parsed.words[c.divider] == ",") if c.divider >= 0 else c.first
    return sentence.last


def _mood(parsed: Parsed, clauses: tuple[Clause, ...], quoted: bool) -> str:
    """How what stands before a frame hangs on it; without a main clause it has "dass"."""
    if quoted:
        return "quoted"
    mains = [c for c in clauses if c.kind == MAIN]
    return verb_mood(parsed, mains[-1]) if mains else "dass"


def _preceding_frame(parsed: Parsed, sentence: Sentence, number: int) -> Frame | None:
    """A frame before what it frames: "Müller sagte, …"."""
    clause = sentence.clauses[number]
    for boundary, content, complement in complements(parsed, sentence, number):
        cue = predicate(parsed, clause.finite, clause.first, boundary)
        if cue is None or not takes_complement(parsed, cue, complement):
            continue
        start = _frame_start(parsed, sentence, number)
        stop = _content_end(parsed, sentence, content)
        place = COLON if complement == "colon" else FIRST
        return Frame(
            (start, content), cue, number, (clause.first, boundary), (content, stop), place, complement
        )
    return _infinitive_without_comma(parsed, sentence, number)


def _infinitive_without_comma(parsed: Parsed, sentence: Sentence, number: int) -> Frame | None:
    """A frame with a participle and an infinitive with "zu" behind it, the comma between left out."""
    clause = sentence.clauses[number]
    if not parsed.flags[clause.finite] & w.AUXILIARY or not has_zu(
        parsed.words, parsed.flags, clause.first, clause.last
    ):
        return None
    # "Ott hat versprochen das Haus zu bauen": behind the participle at least an object and "zu bauen".
    for at in range(clause.finite + 1, clause.last - 2):
        if parsed.flags[at] & w.PARTICIPLE and at not in sentence.hidden:
            cue = predicate(parsed, clause.finite, clause.first, at + 1)
            if cue and cue.verb.strength >= 2 and at in cue.tokens:
                start = _frame_start(parsed, sentence, number)
                inside = (clause.first, at + 1)
                return Frame((start, at + 1), cue, number, inside, (at + 1, clause.last), FIRST, "infinitive")
    return None


def _frame_start(parsed: Parsed, sentence: Sentence, number: int) -> int:
    """First token of the frame whose verb stands in clause `number`."""
    clauses = sentence.clauses
    clause = clauses[number]
    # "Es war laut, weil Ott sagte, …": what stands before is the article's.
    if clause.kind == SUBORDINATE:
        return clause.first
    for i in range(number - 1, -1, -1):
        divider = parsed.words[clauses[i + 1].divider] if clauses[i + 1].divider >= 0 else ""
        if divider in (";", ":"):
            return clauses[i + 1].first
        # "Es regnet, Ott sagt, …" begins behind the comma; "Ott kam und sagte, …" has its subject in the
        # first clause, so the frame takes that in.
        if clauses[i].kind == MAIN and clause.kind == MAIN:
            shared = clause.finite <= clause.head + 1
            return sentence.first if shared and clause.head != clause.first else clauses[i + 1].first
    return sentence.first


def _content_end(parsed: Parsed, sentence: Sentence, content: int) -> int:
    """Where what is said ends: before a coordinated clause with a strong cue of its own, or at the end."""
    for c in sentence.clauses:
        if c.first <= content:
            continue
        if c.divider > 0 and _ends_content(parsed, c):
            return c.divider
        if c.kind != MAIN or c.finite < 0:
            continue
        # "Ott sagte, es regne, und fügte hinzu, …": the verb in the indicative is the article's again.
        coordinated = c.head != c.first
        if coordinated and not parsed.flags[c.finite] & w.SUBJUNCTIVE:
            cue = predicate(parsed, c.finite, c.first, c.last)
            if cue and cue.verb.strength == 3:
                return c.divider if parsed.words[c.divider] == "," else c.first
    return sentence.last


def _ends_content(parsed: Parsed, clause: Clause) -> bool:
    """Whether what is said ends before a clause: at a colon, or a semicolon and a plain main clause."""
    divider = parsed.words[clause.divider]
    # "Ott sagte, es regne: „Es ist nass.“" leaves the speech to itself.
    if divider == ":":
        return clause.first in parsed.marked
    # "Ott sagte, es regne; er ging", but "…; er bleibe" goes on.
    return divider == ";" and clause.kind == MAIN and not parsed.flags[clause.finite] & w.SUBJUNCTIVE
