"""Text with names and times to cues: what Otter, noScribe, Teams or a person writes.

    Anna Blake  0:12        [00:00:12] Chair: Good evening.
    Good evening.           [00:00:14.000 --> 00:00:17.000]  Good evening.

A programme ("10:00 Beginn") and a ticker ("14:32 Anna Blake: …") have times too: times of a recording stand
in brackets or begin near its start, and never go back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.ingest.characters import one_line, tidy
from reader.ingest.transcripts.cues import Cue, Heard, Piece, name_of
from reader.ingest.transcripts.names import LABEL
from reader.ingest.transcripts.notices import apart
from reader.languages.interview_labels import can_be_name
from reader.transcripts import seconds_of

_TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TO = rf"(?:\s*(?:-->|[-–—]|to)\s*(?P<to>{_TIME}))?"
_BRACKETS = rf"(?P<open>[\[(<])?(?P<at>{_TIME}){_TO}[\])>]?"
_NAMED = LABEL.replace("(?P<name>", "(?P<who>")
_LINES = (
    re.compile(rf"{_BRACKETS}\s*(?:[-–—|]\s*)?{_NAMED}\s*:\s*(?P<said>.*)"),
    re.compile(rf"{_NAMED}\s*[,|]?\s*{_BRACKETS}\s*:?(?P<said>)"),
    re.compile(rf"{_NAMED}\s*{_BRACKETS}\s*:\s*(?P<said>.+)"),
    re.compile(rf"{_NAMED}\s*:\s*{_BRACKETS}\s*(?P<said>.*)"),
    re.compile(rf"(?P<who>){_BRACKETS}\s*(?:[-–—|:]\s*)?(?P<said>.*)"),
)
"""A time and a name in either order, with or without the words behind them; a time alone."""
_SOME_TIME = re.compile(_TIME)
_FARTHEST = 120
"""Characters of a line in which its time stands."""
_NAME_ONLY = re.compile(rf"{_NAMED}\s*:\s*(?P<said>.*)")
_PROGRAMS = re.compile(
    r"(?:transcribed|transkribiert|transcript created|generated) (?:by|with|mit|using)\b.*|Audio source:.*"
    r"|\(?Start: \d.*|https?://(?:www\.)?otter\.ai\S*",
    re.IGNORECASE,
)
"""Lines of the program that wrote the file."""
_LATEST_START = 600.0
"""Seconds by which a recording's first words are said, where its times stand in no brackets (by hand)."""
_HEAD = 20_000
"""Characters in which the first times stand."""
_LEAST = 2
"""Lines with times that make a transcript."""
_FORWARD = 0.9
"""Share of the times that are no earlier than the one before (by hand: overlaps go back a little)."""
_HEAD_LINES = 12
"""Lines above a transcript, empty ones too, among which a notice is looked for (chosen by hand)."""
_LONGEST_TITLE = 120
"""Characters of a first line that is the title."""
_FEWEST_SHARE = 0.2
"""Share of the paragraphs that begin with a time or a name, at least (by hand)."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins a turn."""

    said: str
    speaker: str = ""
    at: float | None = None
    to: float | None = None
    is_sure: bool = False
    """Whether its time stands in brackets, or says from when to when: of a recording, and no clock."""


def from_labelled(text: str) -> Heard | None:
    """The cues of a text with times, None where it is any other text."""
    if len(_SOME_TIME.findall(text[:_HEAD])) < _LEAST:
        return None
    lines, notices = _without_notices([one_line(line) for line in tidy(text).split("\n")])
    read = [_line(line) for line in lines]
    if not _is_transcript(lines, [one for one in read if one and one.at is not None]):
        return None
    first = next(at for at, one in enumerate(read) if one and one.at is not None)
    removed = tuple(line for line in lines if _PROGRAMS.fullmatch(line))
    before = [line for line in lines[:first] if line and line not in removed]
    spoken = [(line, one) for line, one in zip(lines, read, strict=True) if line not in removed]
    cues = _cues(list(_begun([line for line, _ in spoken], [one for _, one in spoken])))
    title = before.pop(0) if before and len(before[0]) <= _LONGEST_TITLE else ""
    return Heard(tuple(cues), title, "", tuple(before), removed, notices)


def _without_notices(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines without those at their head that hold the text back: "Embargo: 18:30" is nobody's turn."""
    first, notices = apart(lines[:_HEAD_LINES])
    return (first + lines[_HEAD_LINES:], tuple(notices)) if notices else (lines, ())


def _line(line: str) -> _Line | None:
    """What a line begins; None where it goes on."""
    for pattern in _LINES if _SOME_TIME.search(line, 0, _FARTHEST) else ():
        if found := pattern.fullmatch(line):
            name = name_of(found["who"])
            if found["who"] and not can_be_name(name):
                continue
            at, to = seconds_of(found["at"]), seconds_of(found["to"]) if found["to"] else None
            return _Line(found["said"], name, at, to, bool(found["open"] or found["to"]))
    found = _NAME_ONLY.fullmatch(line)
    return _Line(found["said"], name) if found and can_be_name(name := name_of(found["who"])) else None


def _is_transcript(lines: list[str], timed: list[_Line]) -> bool:
    """Whether lines with times are turns of a recording."""
    if len(timed) < _LEAST:
        return False
    times = [line.at for line in timed if line.at is not None]
    forward = sum(later >= earlier for earlier, later in pairwise(times))
    if forward < _FORWARD * (len(times) - 1) or times[-1] <= times[0]:
        return False
    shown = [line for line in lines if line]
    sure = sum(line.is_sure for line in timed) >= _FORWARD * len(timed)
    named = sum(bool(line.speaker) for line in timed)
    # "[00:31:12] Chair: …" may be a part of a recording; "0:12 Anna:" and "Anna  0:12" begin with it.
    is_near = times[0] <= _LATEST_START and named * 2 >= len(timed)
    again = len({line.speaker for line in timed}) < len(timed) or sure
    return (sure or is_near) and again and len(timed) >= _FEWEST_SHARE * len(shown)


def _begun(lines: list[str], read: list[_Line | None]) -> Iterator[_Line]:
    """The lines that begin turns, from the first time on, each with all that is said behind it."""
    turn: _Line | None = None
    for line, begins in zip(lines, read, strict=True):
        if begins and (turn or begins.at is not None):
            if turn and begins.at is None and not turn.said:
                # A time on a line of its own is that of the name in the next one.
                begins = replace(begins, at=turn.at, to=turn.to)
            elif turn:
                yield turn
            # A time alone, within what somebody says, is his.
            turn = replace(begins, speaker=begins.speaker or (turn.speaker if turn else ""))
        elif turn and line:
            turn = replace(turn, said=f"{turn.said} {line}".strip())
    if turn:
        yield turn


def _cues(turns: list[_Line]) -> Iterator[Cue]:
    """A cue for each turn; one that does not say when it ends ends with the next time."""
    following: float | None = None
    cues = []
    for turn in reversed(turns):
        end = turn.to if turn.to is not None else following
        if turn.said:
            cues.append(Cue((Piece(turn.said, turn.at, end),), turn.speaker))
        following = turn.at if turn.at is not None else following
    return reversed(cues)
