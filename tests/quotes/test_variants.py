"""Each kind of fault in every language of the press: names, roles, marks, addressees, interviews, rumour.

`variants.txt` holds a block for each passage: "## KIND LANGUAGE", the passage, then a line for each quote
that must be found, "=> Type: content ~ speaker". A "*" stands for anything, "-" for nobody; marks and stops
at the ends of the content do not count. The speaker is the one written or the one it is resolved to. More
quotes than lines are an error, unless a line says "*: *"; "none" stands where there is none.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.models import Quote, Spans
from reader.quotes import detect

_ENDS = " \"“”„«»‘’'‚,.›‹"
_FILE = Path(__file__).with_name("variants.txt")


def _blocks() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for block in re.split(r"^## ", _FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = block.partition("\n")
        text, *expected = re.split(r"^=> ", rest, flags=re.MULTILINE)
        yield head, text.strip(), tuple(line.strip() for line in expected)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(_ENDS)


def _joined(text: str, spans: Spans) -> str:
    return " ".join(text[span.start : span.end] for span in spans)


def _fits(text: str, quote: Quote, line: str) -> bool:
    kind, _, rest = line.partition(": ")
    content, _, who = rest.partition(" ~ ")
    written = _joined(text, quote.speaker)
    names = {written.casefold(), quote.resolved_speaker.casefold()}
    speaks = who in ("", "*") or who.casefold() in names or written.endswith(f" {who}")
    nobody = who == "-" and not written
    said = content == "*" or _plain(content) == _plain(_joined(text, quote.spans))
    return said and kind in ("*", str(quote.type)) and (speaks or nobody)


@pytest.mark.parametrize(("head", "text", "expected"), _blocks())
def test_the_kind_is_read_in_this_language(head: str, text: str, expected: tuple[str, ...]) -> None:
    quotes = detect(text, head.split()[1], engine="rules")
    told = [
        (str(q.type), _plain(_joined(text, q.spans)), _joined(text, q.speaker), q.resolved_speaker)
        for q in quotes
    ]
    if expected == ("none",):
        assert not quotes, told
        return
    for line in expected:
        assert any(_fits(text, quote, line) for quote in quotes), (line, told)
    assert len(quotes) <= len(expected) or "*: *" in expected, told
