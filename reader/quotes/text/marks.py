"""Pair quotation marks of any style, mixed and nested, in one pass over the text.

A `Pair` is a passage in marks. A mark that is never closed costs only its own passage: openers that a
closing mark further out passes over are dropped, and at the end of a paragraph all are, except that a
passage may go on over several paragraphs when the mark is repeated there or closed without having been
opened.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.languages.tables import Language

_CLOSERS = {
    "„": '“”"‟',
    "“": '”“"',
    "”": "”",
    "‟": "”",
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’'",
    "›": "‹",
    "‹": "›",
    '"': '"”“',
    "'": "'",
    ",,": ("''", "“", "”", '"'),
    "''": ("''",),
    "``": ("''", '"'),
    "<<": (">>",),
    ">>": ("<<",),
    "「": "」",
    "『": "』",
}
"""For each opening mark, what may close it."""

_SINGLE = frozenset("‚‘›‹'’『")
_ONLY_OPENS = frozenset(("„", "‚", ",,", "``", "「", "『"))
_MARK = re.compile(
    r"''|(?<!\w)['’]|['’](?!\w)|[„“”»«›‹‘\"‟「」『』]|‚(?=[^\s\d])|,,(?=\w)|``|<<|>>",
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]*)*")
_OPEN_MARKS = 6
"""How many open marks a closing one looks back over, so that the work stays linear in forgotten marks."""
_FARTHEST_CLOSING = 4000
"""Characters a passage over several paragraphs may run to the closing mark when the mark is not repeated."""
_FARTHEST_SINGLE = 300
"""Characters from a single mark to its closing one: farther apart they are apostrophes."""
_LONGEST_CLITIC = 12
"""Letters of a word behind an apostrophe that are compared with the clitics of a language."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage in quotation marks, `[start, end)` with its marks and `[inner_start, inner_end)` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool = False
    """Whether the marks are single ones, which mostly stand inside others."""
    depth: int = 0
    """How many other passages in marks it lies in."""


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int
    end: int


@lru_cache(maxsize=32)
def _style(language: Language) -> "_Style":
    return _Style(language)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Ranges of the paragraphs, which are divided by empty lines."""
    return [m.span() for m in _PARAGRAPH.finditer(text) if not m[0].isspace()]


def pair_marks(
    text: str, language: Language, blocks: list[tuple[int, int]] | None = None
) -> tuple[Pair, ...]:
    """All passages in quotation marks, by start, outer before inner; linear in the length of `text`."""
    blocks = paragraphs(text) if blocks is None else blocks
    style = _style(language)
    found: list[Pair] = []
    carried: _Open | None = None
    for start, end in blocks:
        carried = style.read(text, start, end, carried, found)
    return _with_depth(found)


class _Style:
    """How marks of one language open and close; `read` takes in one paragraph."""

    def __init__(self, language: Language) -> None:
        firsts = [pair[0] for pair in language.pairs]
        verbs = "|".join(sorted(language.verbs))
        self.verb_behind = re.compile(rf"[,!?] (?:{verbs})\b") if verbs and language.verb_first else None
        self.clitics = language.clitics
        self.opens_high = "“" in firsts or "„" not in firsts
        # »Wir« points inward as in German books, «Wir» outward as in French; the first listed counts.
        self.inward = "»" in firsts and ("«" not in firsts or firsts.index("»") < firsts.index("«"))

    def read(self, text: str, start: int, end: int, carried: _Open | None, found: list[Pair]) -> _Open | None:
        """Add the passages of `text[start:end]` to `found`; the mark left open for the next paragraph."""
        stack: list[_Open] = []
        repeated, known = False, len(found)
        if carried:
            stack.append(carried)
            repeated = text.startswith(carried.mark, start)
        for m in _MARK.finditer(text, start + len(carried.mark) if carried and repeated else start, end):
            before = text[m.start() - 1] if m.start() > start else " "
            after = text[m.end()] if m.end() < end else " "
            # "’n Abend": letters left out.
            if m[0] in "'’" and after.isalpha() and _word_at(text, m.end()) in self.clitics:
                continue
            self._pair_or_open(_Open(m[0], *m.span()), before, after, stack, found)
        if carried in stack and not repeated and any(text[p.start] == carried.mark for p in found[known:]):
            stack.remove(carried)  # speech in the same marks inside: the mark before was forgotten
        return self._carried_over(text, start, end, stack, repeated)

    def _pair_or_open(
        self, mark: _Open, before: str, after: str, stack: list[_Open], found: list[Pair]
    ) -> None:
        # "„“": nothing between the two.
        if stack and stack[-1].end == mark.start and mark.mark in _CLOSERS[stack[-1].mark]:
            stack.pop()
            return
        opener = _matching(mark, stack)
        # An opener that the closing mark passes over was forgotten: all from the match on go.
        if opener >= 0 and self._closes(mark.mark, before, after):
            first = stack[opener]
            del stack[opener:]
            found.append(Pair(first.start, mark.end, first.end, mark.start, first.mark in _SINGLE))
        elif mark.mark in _CLOSERS and self._opens(mark.mark, before, after):
            stack.append(mark)

    def _closes(self, mark: str, before: str, after: str) -> bool:
        """Whether a mark that could close does: an opening place has a gap before and a word after."""
        if mark in _ONLY_OPENS:
            return False
        # "rock ’n’ roll": an apostrophe before the word it belongs to.
        if mark in _SINGLE and before.isspace() and mark in "'’‘":
            return False
        # " “Wir" in a text where “ opens too: a gap before and a word after are an opening place.
        return not (_is_gap(before) and not _is_gap(after))

    def _opens(self, mark: str, before: str, after: str) -> bool:
        """Whether a mark that could open does, by the gaps around and by the style of the language."""
        if mark in _ONLY_OPENS:
            return not after.isspace() or mark == "„"  # "„ Wir" with a stray space is frequent.
        if mark in "«»" or mark in ("<<", ">>"):
            return self._opens_angle(mark, before, after)
        if mark in "'‘’":
            # "l'été", "the boys' room": apostrophes stand behind letters, and "’" opens nowhere.
            return mark != "’" and _is_gap(before) and after.isalpha()
        # German “ closes: behind a word it is the end of something, "Wir“", and opens nothing.
        if mark == "“" and not self.opens_high and not _is_gap(before):
            return False
        if mark == "”":
            # Swedish and typewritten ”Wir”; where “ opens, ” never does.
            return _is_gap(before) and not _is_gap(after) and not self.opens_high
        return _is_gap(before) or not _is_gap(after)

    def _opens_angle(self, mark: str, before: str, after: str) -> bool:
        # " »Wir" by the gap before; with gaps on both sides, "« Wir »", by the language.
        if _is_gap(before) != _is_gap(after):
            return _is_gap(before)
        return (mark in ("»", ">>")) == self.inward

    def _carried_over(
        self, text: str, start: int, end: int, stack: list[_Open], repeated: bool
    ) -> _Open | None:
        """The open mark that the next paragraph may go on with; none where it looks forgotten."""
        rest = [mark for mark in stack[:_OPEN_MARKS] if mark.mark not in _SINGLE]
        # "Die „ Chefin kam": a mark within a sentence's flow was typed by mistake.
        if rest and rest[0].start >= start and not _begins_speech(text, start, end, rest[0]):
            return None
        # "„Wir bauen weiter, sagte Ott.": with a verb of saying behind it the closing mark was forgotten.
        if not rest or (self.verb_behind and self.verb_behind.search(text, rest[0].end, end)):
            return None
        return rest[0] if repeated or end - rest[0].start < _FARTHEST_CLOSING else None


def _begins_speech(text: str, start: int, end: int, mark: _Open) -> bool:
    """Whether words follow an open mark, and no bare word stands before it as before a name in marks."""
    before = text[max(start, mark.start - 3) : mark.start].rstrip()
    return bool(text[mark.end : end].strip()) and not before[-1:].isalnum()


def _word_at(text: str, place: int) -> str:
    """The letters of `text` from `place` on."""
    end = place
    while end < len(text) and text[end].isalpha() and end - place < _LONGEST_CLITIC:
        end += 1
    return text[place:end].lower()


def _is_gap(character: str) -> bool:
    """Whether a character can stand outside a passage: white space, brackets, dashes, stops, other marks."""
    return not character.isalnum() and character not in "#@$€%&*…"


def _matching(mark: _Open, stack: list[_Open]) -> int:
    """Number of the open mark that `mark` may close, the innermost first; -1 for none."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 1 - _OPEN_MARKS), -1):
        opener = stack[at]
        far = opener.mark in _SINGLE and mark.start - opener.end > _FARTHEST_SINGLE
        if mark.mark in _CLOSERS[opener.mark] and not far and mark.start > opener.end:
            return at
    return -1


def _with_depth(found: list[Pair]) -> tuple[Pair, ...]:
    """The passages by start, each with how many others it lies in."""
    found.sort(key=lambda pair: (pair.start, -pair.end))
    out: list[Pair] = []
    outer: list[int] = []
    for pair in found:
        while outer and outer[-1] <= pair.start:
            outer.pop()  # It ended before this one begins.
        out.append(
            Pair(pair.start, pair.end, pair.inner_start, pair.inner_end, pair.single, len(outer))
            if outer
            else pair
        )
        outer.append(pair.end)
    return tuple(out)


def outermost(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The passages that lie in no other."""
    return tuple(pair for pair in pairs if not pair.depth)
