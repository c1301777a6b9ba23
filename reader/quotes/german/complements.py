"""Find the clauses that can complement a framing one: what is said, and how it hangs on the verb."""

from collections.abc import Iterator

from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import FRAGMENT, INFINITIVE, MAIN, RELATIVE, SUBORDINATE, Clause, Sentence
from reader.quotes.german.cues import Cue
from reader.quotes.german.parse import Parsed

_PREFIELD = 8
"""Tokens before the finite verb of a plain clause that is said, at most (chosen on the gold set)."""


def complements(parsed: Parsed, sentence: Sentence, number: int) -> Iterator[tuple[int, int, str]]:
    """Places where what is said may begin: (end of the framing clause, first token said, kind)."""
    clauses = sentence.clauses
    skipped = -1
    for i in range(number + 1, len(clauses)):
        c = clauses[i]
        divider = parsed.words[c.divider] if c.divider >= 0 else ""
        if divider == ":":
            yield c.divider, c.divider + 1, "colon"
            return
        # "Ott sagte der Zeitung, „dass wir noch leben“": marks count whatever kind of clause they hold.
        if c.divider >= 0 and all(at in parsed.marked for at in range(c.first, c.last)):
            yield c.divider, c.divider + 1, "quoted"
        kind = _complement_kind(parsed, clauses, i)
        if kind == "skip":
            # "Ott sagte, trotz Regen, Frost und Schnee, sei er da": what is said begins with the first piece.
            skipped = i if skipped < 0 and c.kind == FRAGMENT else skipped
            continue
        if kind == "indicative" and not _is_plain_complement(parsed, clauses, number, i):
            return
        # "Dass Ott davon sprach, wollte Kolb nicht": the main clause that it hangs on itself.
        dass = parsed.lower(clauses[number].head) in parsed.table.lists.complementizers
        if kind == "subjunctive" and number == 0 and dass and c.finite == c.first:
            return
        # "Ott sagte es und ging": what "und" alone joins is no complement.
        if kind and c.divider >= 0:
            # "…, trotz Regen, Frost und Schnee, sei er da": the verb leads, its pieces go before.
            if skipped > 0 and c.finite == c.first and kind == "subjunctive":
                c = clauses[skipped]
            yield c.divider, c.divider + 1, kind
        if kind == "":
            return


def _is_plain_complement(parsed: Parsed, clauses: tuple[Clause, ...], number: int, content: int) -> bool:
    """Whether an indicative clause right behind the framing one can be what is said."""
    c = clauses[content]
    # "Ott sagt, es fehlt Geld": only right behind a main clause with a comma. "Was Ott sagt, es fehlt" and
    # the like are no speech.
    if content != number + 1 or clauses[number].kind != MAIN or parsed.words[c.divider] != ",":
        return False
    # "Ott schrieb Briefe, gab Konzerte": a verb right behind the comma shares the subject.
    if c.finite <= c.first or c.finite > c.first + _PREFIELD:
        return False
    # "Ott sagt Sätze, die auch wirken bei uns": a relative clause whose verb is not the last word; and "Ott
    # sagte am Dienstag, Montag kam er nicht".
    two = parsed.flags[c.first] & w.RELATIVE and parsed.flags[c.first + 1] & (
        w.DETERMINER | w.ADVERB | w.ADJECTIVE
    )
    return not two and not parsed.flags[c.first] & w.TIME


def _complement_kind(parsed: Parsed, clauses: tuple[Clause, ...], number: int) -> str:
    """How clause `number` can hang on a frame before it: "skip" passes over it, "" ends the search."""
    c = clauses[number]
    if c.kind == SUBORDINATE:
        return _subordinate_kind(parsed, clauses, number)
    if c.kind == INFINITIVE:
        return "skip" if parsed.lower(c.head) in parsed.table.lists.purpose else "infinitive"
    if c.kind in (RELATIVE, FRAGMENT):
        return "skip"
    # "Ott sagte zu und ging": "und" begins the next statement.
    if c.head != c.first:
        return ""
    return verb_mood(parsed, c)


def _subordinate_kind(parsed: Parsed, clauses: tuple[Clause, ...], number: int) -> str:
    """As `_complement_kind`, for a clause that a conjunction or question word begins."""
    c = clauses[number]
    word = parsed.lower(c.head)
    # "Ott klagte, so dass alle kamen": a consequence.
    if word in parsed.table.lists.complementizers:
        return "skip" if c.head > c.first and parsed.lower(c.head - 1) == "so" else "dass"
    if word == "ob":
        return "dass"
    if parsed.flags[c.head] & w.QUESTION_WORD:
        return "question"
    # "Ott sagte, wenn es regne, bleibe er": said is the whole, in the mood of its main clause.
    follower = clauses[number + 1] if number + 1 < len(clauses) else None
    if follower and follower.kind == MAIN and follower.finite == follower.first:
        return verb_mood(parsed, follower)
    return "skip"


def takes_complement(parsed: Parsed, cue: Cue, complement: str) -> bool:
    """Whether a verb of saying goes with a complement of this kind: the less it shows, the surer the verb.

    "Ott rechnete vor, es fehle Geld" needs only a weak verb, since the subjunctive shows that somebody
    speaks; "Ott sagt, es fehlt Geld" needs one that seldom means anything else. Strengths: sayings.txt.
    """
    if complement == "indicative":
        return cue.verb.strength == 3 and not cue.passive
    if complement == "question":
        return cue.verb.lemma in parsed.table.lists.asking
    if complement in ("subjunctive", "dass"):
        return cue.verb.strength >= 1
    return cue.verb.strength >= 2


def verb_mood(parsed: Parsed, clause: Clause) -> str:
    """ "subjunctive" or "indicative", by the finite verb of a clause."""
    return "subjunctive" if parsed.flags[clause.finite] & w.SUBJUNCTIVE else "indicative"
