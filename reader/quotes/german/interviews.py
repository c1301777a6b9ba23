"""Speech behind a label: answers in an interview ("Müller: Danke, gut."), headlines ("Merkel: Wir gehen")."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed

_LONGEST_LABEL = 4
"""Tokens of a name before a colon, at most: "Präsident Prof. Kurt Ott"."""
_LONGEST_BRACKET = 6
"""Tokens more where a party or age stands in brackets: "Ida Bohm (Die Mitte)"."""
_LONGEST_HEADLINE = 14
"""Tokens from the colon on; longer lines are no headlines (chosen on the gold set)."""
_NEAR = 2000
"""Tokens behind a headline in which its speaker is looked for."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a label and a colon."""

    first: int
    colon: int
    end: int
    name: str


def labelled(parsed: Parsed) -> Iterator[Draft]:
    """Answers of an interview and headlines with a speaker, in order."""
    lines = list(_lines(parsed))
    often = Counter(line.name for line in lines)
    asked = any(line.name.lower() in parsed.table.lists.labels for line in lines)
    # "Frage: …" makes it an interview; without one a label must come again among three.
    talked = len(lines) > 2 and any(count > 1 for count in often.values())
    for line in lines:
        if line.name.lower() in parsed.table.lists.labels:
            continue
        # "Frage: Warum jetzt?" and "Bohm: Darum.": beside a question any other label answers.
        if _is_answer(line, often, talked) or (asked and len(lines) > 1):
            yield _draft(line, QuoteType.DIRECT, "interview")
        elif _is_headline(parsed, line):
            first_person = _first_person(parsed, line)
            kind = QuoteType.DIRECT if first_person else QuoteType.INDIRECT
            yield _draft(line, kind, "headline")


def _is_answer(line: _Line, often: Counter[str], talked: bool) -> bool:
    """Whether a label begins speech in a talk: one used twice, or "Ida Bohm" beside such."""
    return talked and (often[line.name] > 1 or " " in line.name)


def _draft(line: _Line, kind: QuoteType, rule: str) -> Draft:
    return Draft(
        kind,
        ((line.colon + 1, line.end),),
        rule,
        frame=((line.first, line.colon + 1),),
        speaker=(line.first, line.colon),
    )


def _lines(parsed: Parsed) -> Iterator[_Line]:
    """Labelled lines; a line reaches to the next one in its paragraph, or to the paragraph's end."""
    for block_first, block_end in parsed.analysis.blocks:
        if ":" not in parsed.words[block_first:block_end]:
            continue
        starts = [
            (first, colon)
            for first in _line_starts(parsed, block_first, block_end)
            if (colon := _colon(parsed, first, block_end))
        ]
        ends = [first for first, _ in starts[1:]] + [block_end]
        for (first, colon), end in zip(starts, ends, strict=False):
            yield _Line(first, colon, end, " ".join(parsed.words[first:colon]))


def _line_starts(parsed: Parsed, first: int, end: int) -> Iterator[int]:
    tokens, text = parsed.analysis.tokens, parsed.analysis.text
    for at in range(first, end):
        if at == first or "\n" in text[tokens.ends[at - 1] : tokens.starts[at]]:
            yield at


def _colon(parsed: Parsed, first: int, end: int) -> int:
    """Token of the colon behind a label of a few names at `first`; 0 where there is none or marks follow."""
    bracket = False
    for at in range(first, min(first + _LONGEST_LABEL + _LONGEST_BRACKET, end - 1)):
        word = parsed.words[at]
        if word == ":":
            # "Ott: „Nie.“" is direct speech with a frame.
            spoken = at + 1 in parsed.passages
            return 0 if at == first or spoken else at
        bracket = bracket or (word == "(" and at > first)
        if bracket:
            continue
        # "Am Montag: …", "der Rat: …" are no labels.
        if at > first + _LONGEST_LABEL or not word[0].isupper() or parsed.flags[at] & w.TIME:
            return 0
    return 0


def _is_headline(parsed: Parsed, line: _Line) -> bool:
    """Whether a line is a headline whose label speaks: in the first person, or known as a person."""
    final = parsed.words[line.end - 1] in (".", ",")
    # "Merkel: Wir schaffen das" stands alone as a paragraph and has no full stop.
    if (
        final
        or line.end - line.colon > _LONGEST_HEADLINE
        or (line.first, line.end) not in parsed.analysis.blocks
    ):
        return False
    # "Berlin: Zwei Tote" says nothing.
    inside = range(line.colon + 1, line.end)
    if not any(parsed.flags[at] & w.FINITE and not parsed.flags[at] & w.CAPITAL for at in inside):
        return False
    return _first_person(parsed, line) or _is_known_person(parsed, line)


def _first_person(parsed: Parsed, line: _Line) -> bool:
    """Whether whoever speaks means himself: "wir", "mein"."""
    own = parsed.table.lists.self_references
    return any(parsed.lower(at) in own for at in range(line.colon + 1, line.end))


def _is_known_person(parsed: Parsed, line: _Line) -> bool:
    """Whether the label's name stands behind a first name or role elsewhere in the text."""
    name = parsed.words[line.colon - 1]
    reach = range(line.end + 1, min(line.end + _NEAR, len(parsed.words)))
    # "Kanzlerin Merkel" further down makes "Merkel: Wir gehen" hers.
    return any(
        parsed.words[at] == name and parsed.flags[at - 1] & w.CAPITAL and not parsed.flags[at - 1] & w.TIME
        for at in reach
    )
