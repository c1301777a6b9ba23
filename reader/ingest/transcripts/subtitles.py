"""Subtitles to cues: SRT, WebVTT with its voices, and SBV.

No library: pysubs2 and webvtt-py read the words and drop what matters here, the voices (`<v Anna>`) inside a
cue and the times of single words; and both stop at the first line that is broken.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from reader.ingest.characters import one_line
from reader.ingest.transcripts.cues import Cue, Heard, Piece, name_of
from reader.texts.releases import is_notice
from reader.transcripts import seconds_of

_STAMP = r"(?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIMES = re.compile(rf"\s*({_STAMP})\s*(?:-->|,)\s*({_STAMP})(?:\s.*)?")
_BEGINS = re.compile(
    rf"\s*(?:WEBVTT\b|(?:\d+\s*\n\s*)?{_STAMP}\s*(?:-->|,)\s*{_STAMP}[^\S\n]*(?:\s[^\n]*)?\n)"
)
_SKIPPED = re.compile(r"(?:NOTE|STYLE|REGION)\b")
"""Blocks of WebVTT that nobody says."""
_NOTE = re.compile(r"NOTE(?![^\s:])")
_PARTS = re.compile(
    rf"<v(?:\.[^\s>]*)?\s+(?P<voice>[^>]*)>|</v>|<(?P<at>{_STAMP})>|</?[a-z][^>]*>|{{\\[^}}]*}}"
)
"""Voices, times inside a cue, and marks of looks, which go."""
_ANOTHER = re.compile(r"\s*(?:>>+|[-–—])\s*")
"""What begins the words of another speaker."""
_HEAD = 2_000
"""Characters by which subtitles are told."""
_TOUCHING = 0.2
"""Seconds between two cues that follow upon each other (chosen by hand)."""


def is_subtitles(text: str, suffix: str) -> bool:
    """Whether a text is subtitles, by how it begins or is called."""
    if suffix in (".srt", ".vtt", ".sbv"):
        return True
    head = text[:_HEAD].removeprefix("\ufeff").replace("\r\n", "\n").lstrip()
    while (line := head.partition("\n")[0]) and is_notice(line):  # "SPERRFRIST: 6 Uhr" above pasted ones
        head = head[len(line) :].lstrip()
    return _BEGINS.match(head) is not None


def from_subtitles(text: str) -> Heard:
    """The cues of subtitles; without any where no line has times."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head = re.match(r"WEBVTT[ \t]+(?:-[ \t]*)?(.+)", lines[0])
    title = one_line(head[1]) if head else ""
    return Heard(tuple(_cues(lines)), title=title, beside=tuple(_beside(lines)))


def _beside(lines: list[str]) -> Iterator[str]:
    """What stands above the first cue and in notes, where nobody says it."""
    is_head, is_note, after_blank = True, False, True
    for line in lines:
        noted = _NOTE.match(line) if after_blank else None
        after_blank = not line.strip()
        if _TIMES.fullmatch(line):
            is_head = is_note = False
        elif noted:
            is_note = True
            yield line[noted.end() :].strip()
        elif after_blank:
            is_note = False
        elif is_note or (is_head and not line.startswith("WEBVTT")):
            yield line.strip()


def _cues(lines: list[str]) -> Iterator[Cue]:
    before: list[str] = []
    end = -1.0
    for said_from, said_to, written in _blocks(lines):
        shown = [line for line in written if line.strip()]
        plain = [_plain(line) for line in shown]
        fresh = shown
        if said_from <= end + _TOUCHING:
            # Captions that roll up show the last line once more above the new one.
            again = next((n for n in range(len(plain), 0, -1) if plain[:n] == before[-n:]), 0)
            fresh = shown[again:]
        before, end = plain or before, max(end, said_to)
        yield from _spoken(fresh, said_from, said_to)


def _blocks(lines: list[str]) -> Iterator[tuple[float, float, list[str]]]:
    """The times of each cue with its lines, numbers and names of cues left out."""
    times: tuple[float, float] | None = None
    said: list[str] = []
    is_skipped, after_blank = False, True
    for line in lines:
        if found := _TIMES.fullmatch(line):
            if said and (said[-1].strip().isdigit() or _is_id(said)):
                said.pop()
            if times:
                yield *times, said
            first = seconds_of(found[1])
            times, said, is_skipped = (first, max(first, seconds_of(found[2]))), [], False
        elif not line.strip():
            is_skipped = False
            said.append("")
        elif after_blank and _SKIPPED.match(line):
            is_skipped = True
        elif not is_skipped:
            said.append(line)
        after_blank = not line.strip()
    if times:
        yield *times, said


def _is_id(said: list[str]) -> bool:
    """Whether the last line is the name of the next cue: it stands alone behind an empty line."""
    return len(said) > 1 and not said[-2]


def _plain(line: str) -> str:
    return one_line(unescape(_PARTS.sub("", line)))


def _spoken(lines: list[str], said_from: float, said_to: float) -> Iterator[Cue]:
    """What is said in a cue, by each of its voices."""
    voice, at = "", said_from
    cue = Cue(())
    for line in lines:
        # "- Yes." is another voice than the line before it, and may be another than in the cue before.
        if another := _ANOTHER.match(line):
            yield from _unless_empty(cue)
            cue, line = Cue((), is_new=True), line[another.end() :]
        is_open = False
        for words, part in _with_marks(line):
            if words.strip():
                glued = is_open and not words[0].isspace()
                piece = Piece(one_line(words), at, said_to, glued=glued)
                cue = replace(cue, pieces=(*cue.pieces, piece))
                is_open = not words[-1].isspace()
            if part and part["at"]:
                at = min(max(at, seconds_of(part["at"])), said_to)
                cue = replace(cue, pieces=_ended(cue.pieces, at))
            elif part and (part["voice"] is not None or part[0] == "</v>"):
                yield from _unless_empty(cue)
                voice, is_open = name_of(unescape(part["voice"] or "")), False
                cue = Cue((), voice)
    yield from _unless_empty(cue)


def _with_marks(line: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The words of a line up to each mark in it, and the last ones."""
    place = 0
    for part in _PARTS.finditer(line):
        yield unescape(line[place : part.start()]), part
        place = part.end()
    yield unescape(line[place:]), None


def _ended(pieces: tuple[Piece, ...], at: float) -> tuple[Piece, ...]:
    """The pieces, the last one over at a time."""
    return (*pieces[:-1], pieces[-1]._replace(said_to=at)) if pieces else ()


def _unless_empty(cue: Cue) -> Iterator[Cue]:
    if cue.pieces:
        yield cue
