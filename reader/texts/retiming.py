"""A transcript whose words and speakers a person corrected: turns anew, and when each word is said.

Words that stayed keep their times. Words in the place of others take the time of those; words put in between
belong to what is said before them. Nothing is heard anew, and no time is made up.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.languages.interview_labels import can_be_name
from reader.texts.alignment import matched
from reader.texts.interviewer import with_questions
from reader.transcripts import SpokenTurn, TimedStretch, Transcript

_SPACELESS = "\u0e00-\u0e7f\u2e80-\u9fff\uf900-\ufaff"
"""Thai, Chinese and Japanese signs: each is a word here."""
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")
_LABELLED = re.compile(r"(?P<name>[^\n:]{1,60}?)\s*:\s+(?=\S)")
_NOTHING = -1


def written_out(text: str, old: str, transcript: Transcript) -> str:
    """What a person wrote as paragraphs, one a turn: a line that begins with a known name begins one."""
    names = _names(old, transcript)
    paragraphs: list[str] = []
    is_open = False
    for line in (" ".join(line.split()) for line in text.split("\n")):
        label = _LABELLED.match(line)
        begins = not is_open or (label is not None and label["name"] in names)
        if line and begins:
            paragraphs.append(line)
        elif line:
            paragraphs[-1] += f" {line}"
        is_open = bool(line)
    return "\n\n".join(paragraphs)


def retimed(old: str, transcript: Transcript, new: str) -> Transcript:
    """What is known of the text `new`, which a person made of `old`, the text of `transcript`."""
    turns = list(_turns(old, transcript, new))
    times = tuple(_times(old, transcript, new, turns))
    return Transcript(tuple(_with_questions(transcript, new, turns, times)), times)


def renamed(text: str, transcript: Transcript, old: str, name: str) -> str:
    """The text with another name before the turns of a speaker; as it is where nobody is called so."""
    parts, place = list[str](), 0
    for turn in transcript.turns:
        if turn.name_end > turn.start and text[turn.start : turn.name_end].casefold() == old.casefold():
            parts += (text[place : turn.start], name)
            place = turn.name_end
    return "".join((*parts, text[place:]))


def _names(text: str, transcript: Transcript) -> set[str]:
    named = {text[turn.start : turn.name_end] for turn in transcript.turns}
    return named - {""}


def _turns(old: str, transcript: Transcript, new: str) -> Iterator[SpokenTurn]:
    """The paragraphs of the new text as turns; those that stood before the first turn stay none."""
    names, before = _names(old, transcript), {*old.split("\n\n")}
    head = {*old[: transcript.turns[0].start].split("\n\n")} if transcript.turns else set[str]()
    start = 0
    for paragraph in new.split("\n\n"):
        label = _LABELLED.match(paragraph)
        # "Remember: nobody came" names nobody: it stood there before, and was no turn of his.
        known = label and (label["name"] in names or paragraph not in before) and can_be_name(label["name"])
        if paragraph not in head:
            name_end = start + len(label["name"]) if label and known else start
            said = start + label.end() if label and known else start
            yield SpokenTurn(start, name_end, said, start + len(paragraph))
        start += len(paragraph) + 2


def _times(old: str, transcript: Transcript, new: str, turns: Sequence[SpokenTurn]) -> Iterator[TimedStretch]:
    """When the words of the new text are said."""
    before, now = list(_spoken(old, transcript.turns)), list(_spoken(new, turns))
    stretches = [_stretch_at(transcript.times, word.start) for word in before]
    became = matched([word.text for word in before], [word.text for word in now])
    kept = [_NOTHING] * len(now)
    for stretch, at in zip(stretches, became, strict=True):
        if at >= 0:
            kept[at] = stretch
    given = _with_others(kept, now, len(transcript.times))
    end = 0
    for (turn, origin), run in groupby(
        zip(now, given, kept, strict=True), key=lambda one: (one[0].turn, one[1])
    ):
        words = list(run)
        if origin is None:
            continue
        first, last = origin
        start = _outwards(new, words[0][0].start, max(end, turns[turn].said), -1)
        end = _outwards(new, words[-1][0].end, turns[turn].end, 1)
        sources = transcript.times[first : last + 1]
        said_to = max(source.said_to for source in sources)
        # What a person wrote in the place of unsure words is sure.
        is_kept = any(was != _NOTHING for _, _, was in words)
        yield TimedStretch(start, end, sources[0].said_from, said_to, sources[0].sure if is_kept else 1.0)


class _Word(NamedTuple):
    """A word that somebody says."""

    text: str
    start: int
    end: int
    turn: int
    """Number of the turn that it is in."""


def _spoken(text: str, turns: Sequence[SpokenTurn]) -> Iterator[_Word]:
    for number, turn in enumerate(turns):
        for found in _WORD.finditer(text, turn.said, turn.end):
            yield _Word(found[0], found.start(), found.end(), number)


def _stretch_at(times: Sequence[TimedStretch], place: int) -> int:
    """The stretch over a place, -1 where no time is known."""
    at = bisect_right(times, place, key=lambda stretch: stretch.start) - 1
    return at if at >= 0 and place < times[at].end else _NOTHING


_Origin = tuple[int, int] | None
"""The first and last of the old stretches whose time a word has."""


def _with_others(kept: Sequence[int], words: Sequence[_Word], count: int) -> list[_Origin]:
    """The stretches of all words: those that stayed, and those that were put in their places."""
    used = set(kept)
    given: list[_Origin] = []
    for is_other, run in groupby(range(len(kept)), key=lambda at: kept[at] == _NOTHING):
        places = list(run)
        if not is_other:
            given += [(kept[at], kept[at]) for at in places]
            continue
        before = kept[places[0] - 1] if places[0] else _NOTHING
        after = kept[places[-1] + 1] if places[-1] + 1 < len(kept) else count
        given += _in_place_of(
            [s for s in range(before + 1, after) if s not in used], places, before, after, words
        )
    return given


def _in_place_of(
    lost: Sequence[int], places: Sequence[int], before: int, after: int, words: Sequence[_Word]
) -> list[_Origin]:
    """The stretches of words that were not there: those of the words they replace, else of a neighbour."""
    if len(lost) == len(places):
        return [(stretch, stretch) for stretch in lost]
    if lost:
        return [(lost[0], lost[-1])] * len(places)
    return [_neighbour(at, places, before, after, words) for at in places]


def _neighbour(at: int, places: Sequence[int], before: int, after: int, words: Sequence[_Word]) -> _Origin:
    """The stretch before a word that was put in, or the one behind it, where it is in the same turn."""
    turn = words[at].turn
    if before != _NOTHING and words[places[0] - 1].turn == turn:
        return before, before
    is_last = places[-1] + 1 >= len(words)
    return None if is_last or words[places[-1] + 1].turn != turn else (after, after)


def _outwards(text: str, place: int, limit: int, step: int) -> int:
    """The place moved over signs that belong to a word: “evening,”."""
    while place != limit:
        sign = text[place] if step > 0 else text[place - 1]
        if sign.isspace() or _WORD.match(sign):
            break
        place += step
    return place


def _with_questions(
    transcript: Transcript, new: str, turns: Sequence[SpokenTurn], times: Sequence[TimedStretch]
) -> Iterator[SpokenTurn]:
    """The turns, each a question where what it was made of is one; a new one by its name and words."""
    guessed = with_questions(new, turns)
    asked = {stretch.said_from: turn.asks for stretch, turn in _by_turn(transcript)}
    for turn, guess in zip(turns, guessed, strict=True):
        at = bisect_left(times, turn.said, key=lambda stretch: stretch.start)
        first = times[at] if at < len(times) and times[at].start < turn.end else None
        yield turn._replace(asks=asked.get(first.said_from, guess.asks) if first else guess.asks)


def _by_turn(transcript: Transcript) -> Iterator[tuple[TimedStretch, SpokenTurn]]:
    """Each stretch with the turn that it is in."""
    for stretch in transcript.times:
        if turn := transcript.turn_at(stretch.start):
            yield stretch, turn
