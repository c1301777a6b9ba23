"""The JSON of whisper, whisper.cpp and whisperX to cues.

Three shapes: `segments` with seconds and perhaps `words` (whisper, faster-whisper, whisperX, which names the
speaker), and `transcription` with `offsets` in milliseconds and perhaps `tokens` (whisper.cpp).
"""

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reader.ingest.characters import one_line
from reader.ingest.transcripts.cues import Cue, Heard, Piece, name_of

_LOOKS = re.compile(r"\s*\{")
_KEYS = ('"segments"', '"transcription"')
_SPECIAL = re.compile(r"\[_[A-Z]+_?\d*_?\]|<\|[^|]*\|>")
"""Tokens that the machine writes for itself."""
_LONGEST = 1_000_000.0
"""Seconds of a recording, beyond which a number is no time: eleven days."""


def from_whisper(text: str) -> Heard | None:
    """The cues in such JSON, None where it is any other."""
    if not _LOOKS.match(text) or not any(key in text for key in _KEYS):
        return None
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        return None
    segments, result = found.get("segments"), found.get("result")
    if isinstance(segments, list):
        cues = (_of_whisper(one) for one in segments if isinstance(one, dict))
        language = found.get("language")
    elif isinstance(found.get("transcription"), list):
        cues = (_of_whisper_cpp(one) for one in found["transcription"] if isinstance(one, dict))
        language = result.get("language") if isinstance(result, dict) else ""
    else:
        return None
    heard = tuple(cue for cue in cues if cue.text)
    return Heard(heard, language=language if isinstance(language, str) else "")


def _of_whisper(segment: dict[str, Any]) -> Cue:
    words = segment.get("words")
    pieces = tuple(_words(words)) if isinstance(words, list) else ()
    whole = Piece(_text(segment.get("text")), _seconds(segment.get("start")), _seconds(segment.get("end")))
    # Words that leave half of the segment out are none.
    if len("".join(piece.text for piece in pieces)) * 2 < len(whole.text):
        pieces = (whole,) if whole.text else ()
    return Cue(pieces, _speaker(segment.get("speaker")))


def _words(words: Iterable[object]) -> Iterator[Piece]:
    is_first, has_spaces = True, None
    for word in words:
        written = word.get("word", word.get("text")) if isinstance(word, dict) else None
        if not isinstance(word, dict) or not isinstance(written, str) or not _text(written):
            continue
        # whisper writes the space before a word, whisperX writes none at all.
        has_spaces = written[:1].isspace() if has_spaces is None else has_spaces
        glued = bool(has_spaces) and not written[:1].isspace() and not is_first
        sure = _share(word.get("probability", word.get("score")))
        yield Piece(_text(written), _seconds(word.get("start")), _seconds(word.get("end")), sure, glued)
        is_first = False


def _of_whisper_cpp(segment: dict[str, Any]) -> Cue:
    said_from, said_to = _offsets(segment)
    pieces = _of_tokens(segment.get("tokens"))
    text = _text(segment.get("text"))
    if one_line("".join(("" if one.glued else " ") + one.text for one in pieces)) != text:
        pieces = (Piece(text, said_from, said_to),) if text else ()
    return Cue(pieces, _speaker(segment.get("speaker")))


def _of_tokens(tokens: object) -> tuple[Piece, ...]:
    """The words that tokens make: one begins with a space, and is as sure as its least sure part."""
    words: list[Piece] = []
    for token in tokens if isinstance(tokens, list) else ():
        written = token.get("text") if isinstance(token, dict) else None
        if not isinstance(written, str) or not written.strip() or _SPECIAL.fullmatch(written.strip()):
            continue
        said_from, said_to = _offsets(token)
        piece = Piece(_text(written), said_from, said_to, _share(token.get("p")))
        if words and not written[:1].isspace():
            last = words[-1]
            sure = min(last.sure, piece.sure) if any(map(str.isalnum, piece.text)) else last.sure
            words[-1] = last._replace(text=last.text + piece.text, said_to=said_to or last.said_to, sure=sure)
        else:
            words.append(piece)
    return tuple(words)


def _offsets(part: dict[str, Any]) -> tuple[float | None, float | None]:
    offsets = part.get("offsets")
    if not isinstance(offsets, dict):
        return None, None
    return _seconds(offsets.get("from"), 1000), _seconds(offsets.get("to"), 1000)


def _text(written: object) -> str:
    return one_line(written) if isinstance(written, str) else ""


def _seconds(number: object, unit: float = 1) -> float | None:
    if isinstance(number, bool) or not isinstance(number, int | float):
        return None
    seconds = number / unit if abs(number) < _LONGEST * unit else math.inf
    return round(seconds, 3) if 0 <= seconds < _LONGEST else None


def _share(number: object) -> float:
    known = isinstance(number, int | float) and not isinstance(number, bool) and 0 <= number <= 1
    return round(float(number), 2) if known else 1.0  # type: ignore[arg-type]  # looked at in `known`


def _speaker(written: object) -> str:
    if isinstance(written, int) and not isinstance(written, bool):
        written = str(written)
    name = name_of(written) if isinstance(written, str) else ""
    # whisper.cpp numbers the channels, and writes "?" where it does not know.
    return f"Speaker {name}" if name.isdigit() else "" if name == "?" else name  # not shown: in its text
