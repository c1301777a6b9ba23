"""Cues to the text of an article: a paragraph for each turn, with who speaks and when beside it."""

from collections.abc import Iterable, Iterator, Sequence

from reader.ingest.transcripts.cues import Cue, Piece
from reader.texts.interviewer import with_questions
from reader.transcripts import SpokenTurn, TimedStretch, Transcript

_PAUSE = 2.0
"""Seconds of silence that end a paragraph of a voice nobody names (chosen by hand)."""
_LONGEST = 700
"""Characters from which such a paragraph ends with its sentence (chosen by hand)."""
_STOPS = (".", "!", "?", "…", "。", "！", "？", '."', ".”")
_WITHOUT_SPACES = (0x0E00, 0x0E7F), (0x2E80, 0xABFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF)
"""Thai, Chinese and Japanese signs, between which no space stands."""
_KOREAN = range(0xAC00, 0xD7A4)


def woven(cues: Iterable[Cue], before: Sequence[str] = ()) -> tuple[str, Transcript]:
    """The text of a transcript, behind the paragraphs `before` it, and what is known of its places."""
    paragraphs: list[str] = list(before)
    length = sum(len(paragraph) + 2 for paragraph in before)
    turns, times = list[SpokenTurn](), list[TimedStretch]()
    for turn in _turns(cues):
        head = f"{turn[0].speaker}: " if turn[0].speaker else ""
        words, stretches = _joined(turn, length + len(head))
        times += stretches
        end = length + len(head) + len(words)
        turns.append(SpokenTurn(length, length + len(turn[0].speaker), length + len(head), end))
        paragraphs.append(head + words)
        length = end + 2
    text = "\n\n".join(paragraphs)
    return text, Transcript(with_questions(text, turns), tuple(times))


def _turns(cues: Iterable[Cue]) -> Iterator[list[Cue]]:
    """The cues that make a paragraph each."""
    turn: list[Cue] = []
    length = 0
    for cue in cues:
        if turn and _ends(turn[-1], cue, length):
            yield turn
            turn, length = [], 0
        turn.append(cue)
        length += len(cue.text) + 1
    if turn:
        yield turn


def _ends(last: Cue, following: Cue, length: int) -> bool:
    """Whether a paragraph ends between two cues: another speaks, or a voice without a name makes a pause."""
    if last.speaker != following.speaker:
        return True
    if last.speaker:
        return False
    stops = last.text.endswith(_STOPS)
    # A paragraph without a single stop ends at last somewhere.
    return (
        following.is_new
        or (stops and (_pause(last, following) or length > _LONGEST))
        or length > 4 * _LONGEST
    )


def _pause(last: Cue, following: Cue) -> bool:
    ends, begins = last.said_to, following.said_from
    return ends is not None and begins is not None and begins - ends >= _PAUSE


def _joined(cues: Sequence[Cue], start: int) -> tuple[str, list[TimedStretch]]:
    """The words of some cues, and when each is said, from the place `start` on."""
    parts, times = list[str](), list[TimedStretch]()
    place, last = start, ""
    for piece in (piece for cue in cues for piece in cue.pieces):
        gap = _gap(last, piece) if last else ""
        parts += (gap, piece.text)
        place += len(gap)
        end = place + len(piece.text)
        if piece.said_from is not None:
            times.append(_stretch(piece, place, end))
        place, last = end, piece.text
    return "".join(parts), times


def _stretch(piece: Piece, start: int, end: int) -> TimedStretch:
    said_from = piece.said_from or 0.0
    said_to = said_from if piece.said_to is None else max(said_from, piece.said_to)
    return TimedStretch(start, end, said_from, said_to, piece.sure)


def _gap(before: str, piece: Piece) -> str:
    """What stands between two pieces: a space, but not between signs of Chinese or inside a word."""
    return "" if piece.glued or (_is_spaceless(before[-1]) and _is_spaceless(piece.text[0])) else " "


def _is_spaceless(sign: str) -> bool:
    code = ord(sign)
    return code not in _KOREAN and any(first <= code <= last for first, last in _WITHOUT_SPACES)
