"""An article in reader's own shape of JSON lines, as an export has it."""

import json
from itertools import pairwise
from typing import Any

from reader.errors import IngestError
from reader.i18n import _
from reader.models import Article, Link, PageStart, Span
from reader.transcripts import SpokenTurn, TimedStretch, Transcript

_LONGEST = 10_000_000.0
"""Seconds that no recording has."""
OWN = {"id", "title", "lang", "text", "quotes"}
"""The first keys of a line of our own JSON lines."""


def is_own(data: bytes) -> bool:
    """Whether JSON lines are in our own shape, which needs nobody to say what is what."""
    try:
        first = json.loads(data.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and first.keys() >= OWN


def as_text(value: Any) -> str:
    """What a value of JSON says, the parts of a list as paragraphs; "" for what says nothing."""
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(as_text, value)))
    if isinstance(value, dict) or value is None or isinstance(value, bool):
        return ""
    return str(value).encode("utf-8", "replace").decode()


HOLDING = (
    "embargo",
    "embargo_until",
    "undelivered",
    "lifted",
    "correction",
    "release_number",
    "place",
    "contact",
)
"""Facts of an article in our own shape by which it may have to wait, and what a press office says."""


def own_article(row: dict[str, Any], location: str) -> Article:
    """An article in our own shape, its text as it is."""
    text = as_text(row.get("text"))
    if not text.strip():
        raise IngestError(_("{location} has no text.").format(location=location))
    said = {name: as_text(value) for name, value in row.items()}
    holding: dict[str, Any] = {name: said.get(name, "") for name in HOLDING}
    tags = row.get("tags")
    return Article(
        text=text,
        title=said.get("title", ""),
        byline=said.get("byline", ""),
        outlet=said.get("outlet", ""),
        section=said.get("section", ""),
        agency=said.get("agency", ""),
        url=said.get("url", ""),
        published=said.get("published", ""),
        language=said.get("lang", ""),
        location=location,
        **holding,
        recording=_on_the_web(said.get("recording", "")),
        transcript=own_transcript(row, text),
        links=own_links(row.get("links"), text),
        headings=tuple(Span(*pair) for pair in _pairs(row.get("headings"), text) if pair[1] <= len(text)),
        pages=own_pages(row.get("pages"), text),
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def own_links(value: Any, text: str) -> tuple[Link, ...]:
    """The links of an article in our own shape, those that lie in its text."""
    found = []
    for one in value if isinstance(value, list) else []:
        pairs = _pairs([one.get("span")], text) if isinstance(one, dict) else []
        address = one.get("url") if pairs else None
        if isinstance(address, str) and pairs[0][1] <= len(text):
            found.append(Link(Span(*pairs[0]), address))
    return tuple(found)


def own_pages(value: Any, text: str) -> tuple[PageStart, ...]:
    """Where the pages of an article in our own shape begin."""
    return tuple(PageStart(start, str(label)) for start, label in _pairs(value, text))


def own_transcript(row: dict[str, Any], text: str) -> Transcript | None:
    """Who speaks where and when, of an article in our own shape; None where it was not spoken.

    A turn or time that lies outside of the text, or over the one before it, is left out.
    """
    turns, times = list[SpokenTurn](), list[TimedStretch]()
    for one in _list(row.get("turns")):
        turn = _turn(one, text) if isinstance(one, dict) else None
        if turn and (not turns or turns[-1].end <= turn.start):
            turns.append(turn)
    for one in _list(row.get("times")):
        stretch = _stretch(one, text) if isinstance(one, list) else None
        if stretch and (not times or times[-1].end <= stretch.start):
            times.append(stretch)
    return Transcript(tuple(turns), tuple(times)) if turns else None


def _turn(one: dict[str, Any], text: str) -> SpokenTurn | None:
    places: list[Any] = [one.get(name) for name in ("start", "said", "end")]
    start, said, end = places
    if not _ascends([0, start, said, end, len(text)]) or start == end:
        return None
    # "name_end" came later than the others: then the name ends before its colon
    named = one.get("name_end", start + len(text[start:said].rstrip().removesuffix(":")))
    name_end = named if _ascends([start, named, said]) else start
    return SpokenTurn(start, name_end, said, end, one.get("asks") is True)


def _stretch(one: list[Any], text: str) -> TimedStretch | None:
    is_whole = len(one) == len(TimedStretch._fields)
    if not is_whole or not _ascends([0, *one[:2], len(text)]) or one[0] == one[1]:
        return None
    said_from, said_to, sure = one[2:]
    if not all(isinstance(value, (int, float)) for value in one[2:]):
        return None
    # NaN is no number that lies anywhere
    is_right = 0 <= said_from <= said_to < _LONGEST and 0 <= sure <= 1
    return TimedStretch(one[0], one[1], float(said_from), float(said_to), float(sure)) if is_right else None


def _ascends(places: list[Any]) -> bool:
    whole = all(type(place) is int for place in places)
    return whole and all(first <= then for first, then in pairwise(places))


def _on_the_web(address: str) -> str:
    """An address; "" for a place on this machine, which is none that a file of another may name."""
    return address if address.lower().startswith(("http://", "https://")) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _pairs(value: Any, text: str) -> list[tuple[int, Any]]:
    """Pairs of a place in the text and something else that comes after it, those that are right."""
    pairs = [tuple(pair) for pair in value if isinstance(pair, list)] if isinstance(value, list) else []
    return [
        (pair[0], pair[1])
        for pair in pairs
        if len(pair) == 2
        and isinstance(pair[0], int)
        and 0 <= pair[0] <= len(text)
        and (isinstance(pair[1], str) or (isinstance(pair[1], int) and pair[1] > pair[0]))
    ]
