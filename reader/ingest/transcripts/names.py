"""Speakers whose names stand in the words: "Anna Blake: Good evening."."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.ingest.transcripts.cues import Cue, name_of
from reader.languages.interview_labels import can_be_name, interview_labels

LABEL = r"(?P<name>[^\W_][^\n:„“”«»\"?!;…]{0,60}?)"
"""What may be a name before a colon, as a pattern."""
_LABELLED = re.compile(rf"\s*(?:\[{LABEL}\]:?\s+|{LABEL.replace('name', 'before')}\s*:\s+)(?=\S)")


def with_names(cues: Sequence[Cue]) -> list[Cue]:
    """Cues with the speakers that their words name, where names come again or stand in most cues."""
    if any(cue.speaker for cue in cues):
        return list(cues)
    found = [_labelled(cue) for cue in cues]
    counts = Counter(name for name, _ in found if name)
    is_usual = sum(counts.values()) * 2 >= len(cues) and len(cues) > 1
    labels = interview_labels()
    names = {name for name, count in counts.items() if is_usual or count > 1}
    names |= {name for name in counts if name.casefold() in labels.questions | labels.answers}
    return list(_carried_on(cues, found, names)) if names else list(cues)


def _carried_on(cues: Sequence[Cue], found: Sequence[tuple[str, int]], names: set[str]) -> Iterator[Cue]:
    """Each cue with its speaker: who is named stays until another one is, or another voice begins."""
    speaker = ""
    for cue, (name, length) in zip(cues, found, strict=True):
        if name in names:
            speaker = name
            first = cue.pieces[0]
            pieces = (first._replace(text=first.text[length:]), *cue.pieces[1:])
            yield replace(cue, speaker=speaker, pieces=pieces, is_new=True)
        else:
            speaker = "" if cue.is_new else speaker
            yield replace(cue, speaker=speaker)


def _labelled(cue: Cue) -> tuple[str, int]:
    """The name at the beginning of a cue, and how many characters it takes; "" where there is none."""
    match = _LABELLED.match(cue.pieces[0].text)
    name = name_of(match["name"] or match["before"]) if match else ""
    return (name, match.end()) if match and can_be_name(name) else ("", 0)
