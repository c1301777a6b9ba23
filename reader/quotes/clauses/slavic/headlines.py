"""Headlines that name who speaks before a colon: "Nowak: rząd upadnie", "Policja: nikt nie zginął"."""

import re
from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.clauses.slavic.slavic_text import DASHES, MARKS, SlavicText
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_LINE = re.compile(r"^[^\n:]{2,60}:[^\S\n][^\n]{8,140}(?<![.…;:,?])$", re.MULTILINE)
_LONGEST_LABEL = 5
"""Tokens of a name before the colon at most."""


def find(text: SlavicText) -> Iterator[Draft]:
    """What is said in lines without a full stop, behind a name and a colon."""
    for line in _LINE.finditer(text.analysis.text):
        first, last = text.analysis.range_of(*line.span())
        near = range(first + 1, min(first + _LONGEST_LABEL + 1, last - 1))
        colon = next((at for at in near if text.words[at] == ":"), None)
        if colon is None or text.words[colon + 1] in MARKS | DASHES:
            continue
        if _is_speaker(text, first, colon):
            yield _draft(text, (first, colon), (colon + 1, last))


def _is_speaker(text: SlavicText, first: int, colon: int) -> bool:
    """Whether a label is a person or group that table or text know: not "Uwaga: ślisko"."""
    if any(text.words[at] in MARKS or text.words[at] == "," for at in range(first, colon)):
        return False
    if any(text.is_verb(at) for at in range(first, colon)):
        return False
    # "USA: sąd wstrzymał cła": where it happened
    if text.lower(first) in text.grammar.datelines and colon == first + 1:
        return False
    if text.lower(first) in text.language.documents:
        return False
    return text.begins_nominative(first) or text.words[colon - 1] in text.families


def _draft(text: SlavicText, speaker: Range, said: Range) -> Draft:
    """What is said: word for word where somebody says "we" or "I"."""
    endings = text.grammar.first_person_endings
    spoken = any(text.lower(at).endswith(endings) for at in range(*said))
    kind = QuoteType.DIRECT if spoken else QuoteType.INDIRECT
    return Draft(kind, (said,), "headline", frame=((speaker[0], said[0]),), speaker=speaker)
