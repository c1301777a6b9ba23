"""WebVTT: a transcript as corrected, each cue with its voice, for players and subtitle editors."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import BinaryIO

from reader.formats.addresses import called
from reader.formats.dossier import Dossier, Options
from reader.formats.format import Format
from reader.formats.remarks import in_brackets
from reader.i18n import _
from reader.models import Article
from reader.texts.releases import embargo_of, undelivered_of
from reader.transcripts import SpokenTurn, TimedStretch, Transcript, exact_clock
from reader.visible import uncontrolled

_LONGEST = 84
"""Characters of a cue: two lines of subtitles."""
_GAP = 1.0
"""Seconds of silence that end a cue."""


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write the transcripts among the articles, one behind the other; of others it notes that they have no
    times.
    """
    stream.write(b"WEBVTT\n")
    for dossier in dossiers:
        stream.write("".join(_article(dossier)).encode("utf-8", "replace"))


def _article(dossier: Dossier) -> Iterator[str]:
    article = dossier.article
    yield f"\nNOTE {_plain(called(article))}\n"  # not shown
    yield from _held_back(article)
    for quote in dossier.quotes:
        if told := in_brackets(dossier, quote):
            yield f"\nNOTE {_plain(f'{told} {quote.words(article.text)}')}\n"  # not shown
    if article.transcript and article.transcript.times:
        yield from _cues(article, article.transcript)
    else:
        nothing = _("no transcript with times")
        yield f"\nNOTE {nothing}\n"  # not shown: NOTE


def with_word_times(article: Article, transcript: Transcript) -> str:
    """A transcript alone, with the time of every word where it is known, so that nothing of it is lost."""
    head = (f"WEBVTT - {_plain(called(article))}\n", *_held_back(article))  # not shown
    return "".join((*head, *_cues(article, transcript, words_too=True)))


def _held_back(article: Article) -> Iterator[str]:
    """Until when nothing of it may be used, as it was said: whoever reads the file learns it again."""
    for line in (embargo_of(article), undelivered_of(article)):
        if line:
            yield f"\nNOTE {_plain(line)}\n"  # not shown


def _cues(article: Article, transcript: Transcript, *, words_too: bool = False) -> Iterator[str]:
    for turn in transcript.turns:
        name = _plain(article.text[turn.start : turn.name_end])
        voice = f"<v {name}>" if name else ""
        for words, end in _parts(transcript, turn):
            said_to = max(words[0].said_from + 0.001, *(word.said_to for word in words))
            stamps = f"{exact_clock(words[0].said_from)} --> {exact_clock(said_to)}"
            said = (
                _timed(article.text, words, end) if words_too else _plain(article.text[words[0].start : end])
            )
            yield f"\n{stamps}\n{voice}{said}\n"


def _timed(text: str, words: list[TimedStretch], end: int) -> str:
    """The words of a cue, each behind the first with when it begins."""
    borders = [*(word.start for word in words), end]
    said = [text[a:b] for a, b in pairwise(borders)]
    stamps = ["", *(f"<{exact_clock(word.said_from)}>" for word in words[1:])]
    spaced = (f"{_marked(one)}{' ' if one[-1:].isspace() else ''}" for one in said)
    return "".join(f"{stamp}{one}" for stamp, one in zip(stamps, spaced, strict=True)).rstrip()


def _parts(transcript: Transcript, turn: SpokenTurn) -> Iterator[tuple[list[TimedStretch], int]]:
    """The timed words of a turn, as many at a time as a cue takes, and where their cue ends in the text."""
    first = bisect_left(transcript.times, turn.said, key=lambda word: word.start)
    after = bisect_left(transcript.times, turn.end, key=lambda word: word.start)
    part: list[TimedStretch] = []
    for word in transcript.times[first:after]:
        is_long = part and word.end - part[0].start > _LONGEST
        if part and (is_long or word.said_from - part[-1].said_to > _GAP):
            yield part, word.start
            part = []
        part.append(word)
    if part:
        yield part, turn.end


def _plain(text: str) -> str:
    """`text` on one line, with nothing left that WebVTT would take as its own."""
    return _marked(text.replace("-->", "→"))


def _marked(text: str) -> str:
    """`text` on one line with its signs of markup written out, "-->" as "--&gt;"."""
    return escape(" ".join(uncontrolled(text).split()), quote=False)


FORMAT = Format("vtt", ".vtt", _("WebVTT: transcripts with their voices and times"), write)
