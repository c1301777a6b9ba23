"""What a phrase that attributes covers: its sentence, or the clause or the part that it stands in."""

from dataclasses import dataclass

from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import INFINITIVE, MAIN, RELATIVE, SUBORDINATE, Sentence
from reader.quotes.german.finite_verbs import only_finite
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

_LONGEST_TAIL = 12
"""Tokens between what is taken for the whole phrase and the verb, at most."""


@dataclass(frozen=True, slots=True)
class AttributionPhrase:
    """A phrase that attributes the sentence or clause it stands in."""

    range: Range
    cue: tuple[int, ...]
    speaker: Range | None
    content: tuple[Range, ...]
    rule: str


def attribution(
    parsed: Parsed,
    sentence: Sentence,
    frame: Range,
    cue: tuple[int, ...],
    speaker: Range | None,
    rule: str,
) -> AttributionPhrase | None:
    """The attribution with what it attributes: its sentence, or its clause where that is a dependent one."""
    first, end = frame[0], _before_verb(parsed, sentence, frame)
    end = _behind_relative(parsed, sentence, end)
    # "Es regne, so Ott, und zwar oft" and "Wie Ott sagt, ruht der Bau" take the comma behind along.
    if (
        end < sentence.last
        and parsed.words[end] in (",", "–")
        and (parsed.words[first] in (",", "–") or _comma_belongs(parsed, sentence, first, end))
    ):
        end += 1
    start, stop = _scope(parsed, sentence, frame)
    content = tuple((a, b) for a, b in ((start, first), (end, stop)) if _has_words(parsed, a, b))
    if not content:
        return None
    return AttributionPhrase((first, end), tuple(sorted(set(cue))), speaker, content, rule)


def _before_verb(parsed: Parsed, sentence: Sentence, frame: Range) -> int:
    """Where a phrase that opens its sentence ends: at the verb, before which German has but one phrase.

    "Nach Angaben der Wehr vom Abend ruht der Bau", "Laut Ida Ott, Leiterin des Amts, ruht der Bau".
    """
    first, end = frame
    if first != sentence.first:
        return end
    main = next((c for c in sentence.clauses if c.kind in (MAIN, INFINITIVE) and c.finite >= 0), None)
    if main is None or not end < main.finite <= end + _LONGEST_TAIL:
        return end
    verb = parsed.flags[main.finite]
    return main.finite if verb & (w.AUXILIARY | w.MODAL) or only_finite(parsed.flags, main.finite) else end


def _behind_relative(parsed: Parsed, sentence: Sentence, end: int) -> int:
    """Behind the relative clause that follows a source ("laut einem Papier, das der Zeitung vorliegt, …")."""
    if end + 1 < sentence.last and parsed.words[end] == ",":
        clause = sentence.clauses[sentence.clause_at(end + 1)]
        if clause.kind == RELATIVE and clause.first == end + 1 < clause.last < sentence.last:
            return clause.last
    return end


def _comma_belongs(parsed: Parsed, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a comma behind the phrase belongs to it: it opens the sentence or holds a comma."""
    return first == sentence.first or any(parsed.words[i] == "," for i in range(first, end))


def _scope(parsed: Parsed, sentence: Sentence, frame: Range) -> Range:
    """What the attribution covers: the dependent clause it stands in, else the sentence."""
    clause = sentence.clauses[sentence.clause_at(frame[0])]
    inside = clause.first <= frame[0] and frame[1] <= clause.last
    # "Der Steg, der laut Gutachten morsch ist, …": only that clause is the report's. With a comma before it,
    # ", so Ott", or at the sentence's start it covers all.
    if (
        inside
        and clause.kind in (RELATIVE, SUBORDINATE)
        and clause.first != sentence.first
        and parsed.words[frame[0]] != ","
    ):
        return clause.first, clause.last
    return _between_semicolons(parsed, sentence, frame)


def _between_semicolons(parsed: Parsed, sentence: Sentence, frame: Range) -> Range:
    """The part of the sentence between semicolons that the phrase stands in."""
    first, last = sentence.first, sentence.last
    for clause in sentence.clauses[1:]:
        # "Ott kam; laut Rat sagte er nichts": only what stands behind the semicolon.
        if clause.divider >= 0 and parsed.words[clause.divider] == ";":
            if clause.first <= frame[0]:
                first = clause.first
            else:
                return first, clause.divider
    return first, last


def _has_words(parsed: Parsed, first: int, end: int) -> bool:
    return any(not parsed.flags[i] & w.PUNCTUATION for i in range(first, end))
