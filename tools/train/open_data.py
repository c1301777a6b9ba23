"""Openly licensed texts to learn from: our own gold set, and speeches of the German Bundestag.

The speeches (SpkAtt-2023, CC BY-SA 4.0) have cue, speaker, addressee and what is said, but no types or
frames: what begins with a mark is direct speech, all else indirect, and the frame is the clause of the cue.
Our own articles count several times, for they are news and have all types.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.quotes.german.parse import Parsed, parse
from reader.quotes.text.analysis import analyse
from reader.quotes.text.ranges import runs
from tests.gold.loader import cases
from tools.train.data import CLASSES, SPEECHES, Data
from tools.train.gold import example_of, numbered_rows

_TIMES = 4
"""How often our own articles count (chosen on the speeches and the dev articles)."""
_OPENING = '„»“"‚›'


def load_open(folder: Path) -> Data:
    """The open training data; the speeches lie in `folder`."""
    with (folder / SPEECHES).open(encoding="utf-8") as lines:
        speeches = [_speech(json.loads(line)) for line in lines]
    own = [case.line() | {"title": case.title} for case in cases() if case.language == "de"]
    rows = numbered_rows([line["text"] for line in (*own, *speeches)], CLASSES)
    gold = [example_of(line, rows) for line in own]
    return Data([*gold * _TIMES, *(example_of(line, rows) for line in speeches)], rows)


def _speech(line: dict[str, Any]) -> dict[str, Any]:
    """A speech as an article is annotated."""
    parsed = parse(analyse(line["text"], "de", ""))
    told = [event for event in line["events"] if event["spans"] and event["cue"]]
    return {"text": line["text"], "title": "", "quotes": [_quote(parsed, event) for event in told]}


def _quote(parsed: Parsed, event: dict[str, Any]) -> dict[str, Any]:
    direct = parsed.analysis.text[event["spans"][0][0]] in _OPENING
    roles = {role: event[role] for role in ("spans", "speaker", "cue", "addressee")}
    frame = [parsed.span(run) for run in runs(tuple(_frame(parsed, event)))]
    return {"type": "Direct" if direct else "Indirect", "medium": "Speech", "frame": frame, **roles}


def _frame(parsed: Parsed, event: dict[str, Any]) -> Iterator[int]:
    """Tokens of the clauses that the cue stands in, without what is said."""
    said = {at for start, end in event["spans"] for at in range(*parsed.analysis.range_of(start, end))}
    cue = {at for start, end in event["cue"] for at in range(*parsed.analysis.range_of(start, end))}
    for sentence in parsed.sentences:
        if cue.isdisjoint(range(sentence.first, sentence.last)):
            continue
        for clause in sentence.clauses:
            if not cue.isdisjoint(range(clause.first, clause.last)):
                yield from (at for at in range(clause.first, clause.last) if at not in said)
