"""A Kindle's "My Clippings.txt": passages and notes of many books, one below the other.

    Title (Author)
    - Your Highlight on page 12 | Location 170-172 | Added on Sunday, 1 March 2026 10:11:12

    The passage.
    ==========

The device appends and never changes: a highlight that was made longer stands there twice, and a note is a
clipping of its own, at the place of the passage that it is about. It writes in its own language.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.i18n import ngettext, number
from reader.imports.grouping import by_text
from reader.imports.values import Incoming, Marked
from reader.languages.press import everywhere
from reader.texts.locating import SoughtPassage

TOOL = "Kindle"  # not shown: a name
_DIVIDER = re.compile(r"^={10}[ \t]*$", re.MULTILINE)
_PLACE = re.compile(r"(?P<first>\d+)(?:\s*[-–—]\s*(?P<last>\d+))?")
_TIME = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[AaPp]\.?\s?[Mm]\b)?"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<![\d:])\d{1,2}(?![\d:])")
_EASTERN = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_FEWEST = 3
"""Clippings that are looked at to know the file (chosen by hand)."""


@dataclass(frozen=True, slots=True)
class _Clipping:
    """One clipping."""

    book: str
    kind: str
    """note, highlight or bookmark."""
    first: int
    last: int
    """Its locations; -1 where none is given."""
    created: str
    words: str


def is_one(content: str) -> bool:
    """Whether a text is a file of clippings."""
    parts = _DIVIDER.split(content)
    return len(parts) > 1 and any(_clipping(part) for part in parts[:_FEWEST])


def read(content: str) -> Incoming:
    """The highlights, with the notes at their places, by book."""
    found = [one for part in _DIVIDER.split(content) if (one := _clipping(part)) and one.kind != "bookmark"]
    limited = [one for one in found if _is_limit(one.words)]
    books: dict[str, list[_Clipping]] = {}
    for one in found:
        if not _is_limit(one.words):
            books.setdefault(one.book, []).append(one)
    marked = [(("", book), mark) for book, clippings in books.items() for mark in _marks(clippings)]
    return Incoming(TOOL, by_text(marked), remarks=_told(len(limited)))


def _told(limited: int) -> tuple[str, ...]:
    """How many clippings hold no words, because a publisher lets only so much of a book be taken."""
    if not limited:
        return ()
    told = ngettext(
        "{count} clipping is empty: more was taken of that book than it allows.",
        "{count} clippings are empty: more was taken of those books than they allow.",
        limited,
    )
    return (told.format(count=number(limited)),)


def _clipping(part: str) -> _Clipping | None:
    lines = [line.strip() for line in part.replace("\ufeff", "").strip("\n").split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    if len(lines) < 2 or not lines[1].startswith(("-", "–")):
        return None
    facts = lines[1].lstrip("-– ").split("|")
    places = [found for fact in facts[:-1] or facts for found in _PLACE.finditer(fact)]
    place = places[-1] if places else None
    first = int(place["first"]) if place else -1
    words = "\n".join(lines[2:]).strip()
    return _Clipping(
        lines[0],
        _kind(" ".join(facts[:-1] or facts), is_range=bool(place and place["last"])),
        first,
        _last(first, place["last"] if place else None),
        moment(facts[-1]),
        words,
    )


def _last(first: int, written: str | None) -> int:
    """The last location; a Kindle may leave the digits out that are those of the first ("1204-07")."""
    if not written:
        return first
    whole = str(first)[: -len(written)] + written if len(written) < len(str(first)) else written
    return int(whole)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """For each kind of clipping, the words of all languages."""
    table = tomllib.loads(files("reader.imports").joinpath("kindle.toml").read_text(encoding="utf-8"))
    return {kind: tuple(word for words in of.values() for word in words) for kind, of in table.items()}


def _kind(fact: str, *, is_range: bool) -> str:
    """What a clipping is; of a language that is not in the table, a highlight where it is of a range."""
    said = fact.casefold()
    # "Votre surlignement", and the note of a language whose word for marking holds "nota": kinds by turns.
    for kind in ("highlight", "bookmark", "note"):
        if any(word in said for word in _words()[kind]):
            return kind
    return "highlight" if is_range else "note"


def _is_limit(words: str) -> bool:
    said = words.strip(" <>").casefold()
    return any(said.startswith(word) for word in _words()["limit"])


def _marks(clippings: list[_Clipping]) -> Iterator[Marked]:
    highlights = _without_shorter([one for one in clippings if one.kind == "highlight" and one.words])
    notes = [one for one in clippings if one.kind == "note" and one.words]
    taken: set[int] = set()
    for highlight in highlights:
        own = [at for at, note in enumerate(notes) if at not in taken and _is_about(note, highlight)]
        taken.update(own)
        body = "\n\n".join(notes[at].words for at in own)
        yield Marked((SoughtPassage(highlight.words),), body=body, created=highlight.created)
    for at, note in enumerate(notes):
        if at not in taken:
            yield Marked(body=note.words, created=note.created)


def _is_about(note: _Clipping, highlight: _Clipping) -> bool:
    """Whether a note stands at the place of a highlight: a device puts it at its end, or in it."""
    return note.first >= 0 and highlight.first <= note.first <= highlight.last


def _without_shorter(highlights: list[_Clipping]) -> list[_Clipping]:
    """The highlights but for those that another at the same place holds: they were made longer, or twice."""
    kept: list[_Clipping] = []
    for one in sorted(highlights, key=lambda item: -len(item.words)):
        if not any(_holds(longer, one) for longer in kept):
            kept.append(one)
    return [one for one in highlights if any(one is other for other in kept)]


def _holds(longer: _Clipping, shorter: _Clipping) -> bool:
    near = longer.first <= shorter.last and shorter.first <= longer.last
    return near and " ".join(shorter.words.split()) in " ".join(longer.words.split())


def moment(fact: str) -> str:
    """The time in "Added on Sunday, 1 March 2026 10:11:12 PM" of any known language, ISO 8601; else ""."""
    eastern = _EASTERN.search(fact)
    parts = (
        tuple(int(eastern[name]) for name in ("year", "month", "day")) if eastern else _date(fact.casefold())
    )
    if parts is None:
        return ""
    year, month, day = parts
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    found = _TIME.search(fact)
    return f"{year:04d}-{month:02d}-{day:02d}T{_clock(found, fact)}Z"


def _clock(found: re.Match[str] | None, fact: str) -> str:
    if found is None:
        return "00:00:00"
    hour = int(found["hour"]) % 24
    half = (found["half"] or "").lower()
    if (half.startswith("p") or "下午" in fact or "午後" in fact) and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02d}:{int(found['minute']) % 60:02d}:{int(found['second'] or 0) % 60:02d}"


def _date(fact: str) -> tuple[int, int, int] | None:
    year = _YEAR.search(fact)
    month = next((number for name, number in _months() if re.search(rf"\b{name}\b", fact)), 0)
    without = fact.replace(year[0], " ", 1) if year else fact
    day = _DAY.search(_TIME.sub(" ", without))
    return (int(year[0]), month, int(day[0])) if year and month and day else None


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """Names of months in all languages, the longest first."""
    known = dict(everywhere().month_numbers())
    known |= {name: number % 12 + 1 for number, name in enumerate(_words()["months"])}
    return tuple(
        sorted(((re.escape(name), number) for name, number in known.items()), key=lambda one: -len(one[0]))
    )
