"""The words of a passage as they are compared: marks, dashes, spaces, capitals and brackets do not count.

A quotation may leave out words where it says so ("…", "[...]", "(…)"), and an editor may put in words in
brackets; in an article, what stands between two parts of a quote ("sagte sie") is nobody's words of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from reader.languages.senses import same_words, senses
from reader.models import Span
from reader.texts.mark_pairs import pairs

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_JOINS = f"'’‘´`ʼ{_INVISIBLE}"
_LETTERS = r"[\w\u0300-\u036f]"
"""With accents that stand behind their letter, as some programs write them."""
_TOKEN = re.compile(
    # the first stands for nearly all words, and is left at once where brackets follow
    rf"""(?P<word>(?!per\s?cent\b)[^\W\d]{_LETTERS}*+(?:[{_JOINS}]+{_LETTERS}++)*+(?!\[\w))
    |(?P<left_out>\[\s*(?:…|\.\s?\.\s?\.+)\s*\]|\(\s*(?:…|\.\s?\.\s?\.+)\s*\))
    |(?P<pause>…|\.\.\.+)
    |(?P<mended>\w+\[\w{{1,20}}\]\w*|\[\w{{1,20}}\]\w+)
    |(?P<bracket>\[[^\]\n]{{1,300}}\])
    |(?P<number>(?<!\w)\d{{1,3}}(?:[.,'’\u00a0\u202f\u2009 ]\d{{3}})+(?:[.,]\d+)?(?!\w)
        |(?<!\w)\d+(?:[.,:]\d+)?(?![\w]))
    |(?P<percent>\bper\s?cent\b)
    |(?P<other>\w{_LETTERS}*(?:[{_JOINS}]+{_LETTERS}+)*)
    |(?P<sign>[%€$£&])""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINED = re.compile(f"[{_JOINS}]")
_THOUSANDS = re.compile(r"[.,'’\u00a0\u202f\u2009 ](?=\d{3}(?:\D|$))")
_BRACKETED = re.compile(r"\[\w*\]")
_LABEL = re.compile(
    r"^(?:[^\w\n]{0,3}\d[\d:.,]{0,12}\]?[ \t]+)?"
    r"\w[\w.’'-]*(?: \w[\w.’'-]*){0,4}(?: \([^)\n]{1,40}\))?:(?=\s)",
    re.M,
)
"""The name before what somebody says, as paragraphs of talks begin, perhaps behind a time: "Huber: Nein."."""
_ASIDE = re.compile(r"\(([^()\n]{1,60})\)")
_LONGEST_INQUIT = 14
"""Words between two parts of a quote that say who speaks; more tell a story (chosen by hand)."""
_STOP = re.compile(r"(?<!\d)[.!?…]\s+\S")
"""A sentence that ends and another that follows; not "am 3. Mai"."""


class Word(NamedTuple):
    """A word of a passage."""

    plain: str
    """As it is compared."""
    start: int
    end: int
    loose: bool = False
    """Whether an editor put part of it in brackets: only the rest must agree."""
    free: bool = False
    """Whether a quotation may leave it out without a sign."""


@dataclass(frozen=True)
class Wording:
    """The words of a passage in their order."""

    words: tuple[Word, ...]
    left_out: frozenset[int] = frozenset()
    """Places of words before which something is said to be left out."""
    put_in: frozenset[int] = frozenset()
    """Places before which an editor put something in brackets."""

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(word.plain for word in self.words)

    @cached_property
    def spoken(self) -> tuple[int, ...]:
        """The places of the words that are not free."""
        return tuple(at for at, word in enumerate(self.words) if not word.free)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for at, plain in enumerate(self.plain):
            places = found.get(plain)
            if places is None:
                found[plain] = [at]
            else:
                places.append(at)
        return found

    def span(self, first: int, last: int) -> Span:
        """The stretch of the text from one word to another, which is included."""
        return Span(self.words[first].start, self.words[last].end)


def wording_of(text: str, spans: Iterable[Span]) -> Wording:
    """The words of a quotation that stands at `spans` of `text`."""
    words: list[Word] = []
    left_out, put_in = set[int](), set[int]()
    for start, end in spans:
        for found in _TOKEN.finditer(text, start, end):
            if found.lastgroup in ("left_out", "pause"):
                left_out.add(len(words))
            elif found.lastgroup == "bracket":
                put_in.add(len(words))
            else:
                words.append(_word(found))
    return Wording(tuple(words), frozenset(left_out), frozenset(put_in))


def article_wording(text: str, language: str = "") -> Wording:
    """The words of a whole article, those free that no quotation needs to repeat."""
    free = _Stretches(sorted(_free_stretches(text, language)))
    words: list[Word] = []
    left_out = set[int]()
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "word":  # nearly all: the shortest way
            start, end = found.span()
            words.append(Word(_compared(found[0]), start, end, False, free.have(start)))
        elif kind == "left_out":
            left_out.add(len(words))
        elif kind == "bracket":
            words += (word._replace(free=True) for word in _inside(text, found))
        elif kind != "pause":
            word = _word(found)
            words.append(word._replace(free=True) if free.have(word.start) else word)
    return Wording(tuple(words), frozenset(left_out))


def plain_words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word.plain for word in wording_of(text, [Span(0, len(text))]).words]


def _inside(text: str, bracket: re.Match[str]) -> Iterator[Word]:
    yield from wording_of(text, [Span(bracket.start() + 1, bracket.end() - 1)]).words


def _word(found: re.Match[str]) -> Word:
    kind, text = found.lastgroup, found[0]
    if kind == "mended":
        return Word(_plain(_BRACKETED.sub("…", text)), found.start(), found.end(), loose=True)
    if kind == "number":
        return Word(_THOUSANDS.sub("", text).replace(",", "."), found.start(), found.end())
    plain = "%" if kind == "percent" else _compared(text)
    return Word(plain, found.start(), found.end())


@lru_cache(50_000)
def _compared(word: str) -> str:
    """A word as it is compared, kept: an article has most of its words several times."""
    plain = _plain(word)
    return same_words().get(plain, plain)


def _plain(word: str) -> str:
    if not word.isascii():
        word = normalize("NFKC", word) if "…" not in word else normalize("NFC", word)
    return _JOINED.sub("", word).casefold()


class _Stretches:
    """Stretches in their order, asked for places in rising order."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._stretches, self._at = stretches, 0

    def have(self, place: int) -> bool:
        while self._at < len(self._stretches) and self._stretches[self._at][1] <= place:
            self._at += 1
        return self._at < len(self._stretches) and self._stretches[self._at][0] <= place


def _free_stretches(text: str, language: str) -> Iterator[tuple[int, int]]:
    for found in _LABEL.finditer(text):
        yield found.span()
    stage = senses(language).stage
    for found in _ASIDE.finditer(text):
        if stage.some(found[1].casefold().replace(",", " ").split()):
            yield found.span()
    yield from _inquits(text)


def _inquits(text: str) -> Iterator[tuple[int, int]]:
    """What stands between two passages in marks of one paragraph, where it is short: ", sagte sie, "."""
    outer = [pair for pair in pairs(text) if not pair.depth]
    for one, other in pairwise(outer):
        start, end = one.closing[1], other.opening[0]
        between = text[start:end]
        if "\n\n" not in between and not _STOP.search(between) and between.count(" ") <= _LONGEST_INQUIT:
            yield start, end
