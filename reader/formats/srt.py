"""SubRip subtitles: the quotes of transcripts at their times, to lay under a film or to jump to."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reader.formats.citation import attribution
from reader.formats.dossier import Dossier, Options
from reader.formats.format import Format
from reader.formats.remarks import in_brackets
from reader.formats.wording import in_print
from reader.i18n import _
from reader.models import Quote
from reader.transcripts import Period, exact_clock
from reader.visible import uncontrolled

_SHORTEST = 1.0
"""Seconds that a cue stays where nobody knows when its words end, so that it can be seen."""


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a cue a quote, numbered through all articles; a file without times has one that says so."""
    number = 0
    for dossier in dossiers:
        for period, text in _cues(dossier):
            number += 1
            _write_cue(stream, number, period, text)
    if not number:
        nothing = _("no quotes with times")
        _write_cue(stream, 1, Period(0, 0), f"[{nothing}]")


def _cues(dossier: Dossier) -> Iterator[tuple[Period, str]]:
    timed = [(quote.period, quote) for quote in dossier.quotes if quote.period is not None]
    for period, quote in sorted(timed, key=lambda one: (one[0], one[1].start)):
        yield period, _text(dossier, quote)


def _text(dossier: Dossier, quote: Quote) -> str:
    """Who speaks, the words, and below what must be told with them."""
    who = attribution(dossier, quote)
    said = (
        f"{who}: {in_print(dossier.article, quote)}"
        if who not in ("", "?")
        else in_print(dossier.article, quote)
    )
    return "\n".join(filter(None, (_plain(said), _plain(in_brackets(dossier, quote)))))


def _write_cue(stream: BinaryIO, number: int, period: Period, text: str) -> None:
    until = max(period.said_to, period.said_from + _SHORTEST)
    times = " --> ".join(exact_clock(moment).replace(".", ",") for moment in (period.said_from, until))
    stream.write(f"{number}\n{times}\n{text}\n\n".encode("utf-8", "replace"))


def _plain(text: str) -> str:
    """`text` on one line, with nothing left that a player would take for markup or for a line of times."""
    line = " ".join(uncontrolled(text).split())
    return re.sub(r"[<{]", lambda found: {"<": "‹", "{": "("}[found[0]], line.replace("-->", "→"))


FORMAT = Format("srt", ".srt", _("SubRip: the quotes of transcripts at their times"), write)
