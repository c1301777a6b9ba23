"""Openly licensed texts to learn from: our own gold set, and speeches of the German Bundestag.

The speeches (SpkAtt-2023, CC BY-SA 4.0) have cue, speaker, addressee and what is said, but no types or
frames, and what counts as speech in them is drawn otherwise than in news. So their quotes are what the rules
find, with speaker and addressee as annotated where both see the same. Our own articles count several times,
for they are news and have all types.
"""

import json
from pathlib import Path
from typing import Any

from reader.quotes import detect
from reader.quotes.learned.word_features import WordRows
from reader.quotes.text.analysis import Analysis, analyse
from tests.gold.loader import cases, sealed_half
from tools.train.data import CLASSES, SPEECHES, Data
from tools.train.gold import ROLES, Example, example_of, numbered_rows

_TIMES = 8
"""How often our own articles count, so that news weighs about half as much as the speeches."""
_AS_ANNOTATED = ("speaker", "addressee")

Line = dict[str, Any]


def load_open(folder: Path) -> Data:
    """The open training data; the speeches lie in `folder`."""
    with (folder / SPEECHES).open(encoding="utf-8") as lines:
        speeches = [_speech(json.loads(line)) for line in lines]
    own = [case.line() | {"title": case.title} for case in cases() if case.language == "de"]
    rows = numbered_rows([line["text"] for line in (*own, *speeches)], CLASSES)
    news = [example_of(line, rows) for line in own]
    return Data([*news * _TIMES, *(example_of(line, rows) for line in speeches)], rows)


def held_back(rows: WordRows) -> list[Example]:
    """The sealed half of our longer passages, to count on what a score is worth."""
    lines = [case.line() | {"title": case.title} for case in sealed_half() if case.language == "de"]
    return [example_of(line, rows) for line in lines]


def _speech(line: Line) -> Line:
    """A speech with the quotes that the rules find in it."""
    analysis = analyse(line["text"], "de", "")
    events = [(_tokens(analysis, event["spans"]), event) for event in line["events"] if event["spans"]]
    quotes = [
        {"type": str(quote.type), "medium": str(quote.medium)}
        | {role: [[span.start, span.end] for span in getattr(quote, role)] for role in ROLES}
        for quote in detect(line["text"], "de", engine="rules")
    ]
    return {
        "text": line["text"],
        "title": "",
        "quotes": [_annotated(analysis, quote, events) for quote in quotes],
    }


def _annotated(analysis: Analysis, quote: Line, events: list[tuple[set[int], Line]]) -> Line:
    """The quote with the speaker and addressee of the event that is the same, if any names them."""
    said = _tokens(analysis, quote["spans"])
    same = (event for tokens, event in events if 2 * len(tokens & said) >= len(tokens | said))
    event = next(same, {})
    return quote | {role: event[role] for role in _AS_ANNOTATED if event.get(role)}


def _tokens(analysis: Analysis, spans: list[list[int]]) -> set[int]:
    return {token for start, end in spans for token in range(*analysis.range_of(start, end))}
