"""Pair quotation marks of any style, mixed and nested, in one pass over the text.

A `Pair` is a passage in marks. A mark that is never closed costs only its own passage: openers that a
closing mark further out passes over are dropped, and at the end of a paragraph all are, except that a
passage may go on over several paragraphs when the mark is repeated there or closed without having been
opened. Apostrophes and inch signs are told from marks in `apostrophes`.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.languages.tables import Language
from reader.quotes.text.apostrophes import begins_clitic, ends_word, is_measure
from reader.quotes.text.open_marks import (
    CLOSERS,
    FARTHEST_CLOSING,
    OPEN_MARKS,
    SINGLE,
    STOPS,
    OpenMark,
    attribution_behind,
    begins,
    begins_other_speech,
    carried_over,
    family,
    is_gap,
    next_word,
    repetition,
)
from reader.quotes.text.tokens import with_double_commas_closed

_ONLY_OPENS = frozenset(("„", "‚", ",,", "``", "「", "『"))
_MARK = re.compile(
    r"''|(?<!\w)['’]|['’](?!\w)|[„“”»«›‹‘\"‟「」『』]|‚(?=[^\s\d])|,,(?=\s?\w)|``|<<|>>|[`´]",
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]*)*")
_FARTHEST_SINGLE = 300
"""Characters from a single mark to its closing one: farther apart they are apostrophes, unless both stand
where speech begins and ends: 'said: ‘We …' and '… gone.’'."""


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
class _Signs:
    """Which marks a text uses: beside them others are read another way."""

    low: bool
    """Whether ",," opens, so that "''" only closes."""
    turned: bool
    """Whether "‘" opens, so that "’" does not."""


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
    carried: OpenMark | None = None
    signs = _Signs(",," in text, "‘" in text)
    text = with_double_commas_closed(text)
    for start, end in blocks:
        carried = style.read(text, (start, end), signs, carried, found)
    return _with_depth(found)


class _Style:
    """How marks of one language open and close; `read` takes in one paragraph."""

    def __init__(self, language: Language) -> None:
        firsts = [pair[0] for pair in language.pairs]
        self.language = language
        self.attributed = attribution_behind(language)
        self.opens_high = "“" in firsts or "„" not in firsts
        # »Wir« points inward as in German books, «Wir» outward as in French; the first listed counts.
        self.raised = "’’" in language.pairs
        self.inward = "»" in firsts and ("«" not in firsts or firsts.index("»") < firsts.index("«"))

    def read(
        self,
        text: str,
        block: tuple[int, int],
        signs: _Signs,
        carried: OpenMark | None,
        found: list[Pair],
    ) -> OpenMark | None:
        """Add the passages of a paragraph to `found`; the mark left open for the next one."""
        start, end = block
        last_closing = max(text.rfind("''", start, end), text.rfind("”", start, end)) if signs.low else 0
        stack: list[OpenMark] = []
        repeated, known = 0, len(found)
        if carried:
            repeated = 0 if carried.passed else repetition(text, start, carried.mark)
            if (
                repeated
                and self.attributed
                and begins_other_speech(text, (start, end), carried, self.language)
            ):
                carried, repeated = None, 0
            stack = [carried] if carried else []
        for m in _MARK.finditer(text, start + repeated, end):
            before = text[m.start() - 1] if m.start() > start else " "
            after = text[m.end()] if m.end() < end else " "
            # "Nu,, Jansen" is a comma typed twice: with a space behind it ",," needs a mark that closes it.
            if m[0] == ",," and after.isspace() and last_closing < m.end():
                continue
            if not self._is_apostrophe(text, m, end, before, after, stack):
                mark = OpenMark(m[0], *m.span(), m[0] in SINGLE and begins(text, start, m.start()))
                self._pair_or_open(text, mark, (before, after), signs, stack, found)
        if (
            carried in stack
            and not repeated
            and any(family(text[p.start]) == family(carried.mark) for p in found[known:])
        ):
            stack.remove(carried)  # speech in the same marks inside: the mark before was forgotten
        stack = self._known(text, end, stack, found[known:], carried if repeated else None)
        return carried_over(text, (start, end), stack, bool(repeated), self.attributed)

    def _is_apostrophe(
        self, text: str, m: re.Match[str], end: int, before: str, after: str, stack: list[OpenMark]
    ) -> bool:
        """Whether a sign is the apostrophe of a word or the sign of a measure, not a mark."""
        if m[0] not in "'’‘\"":
            return False
        # "’n Abend": letters left out. "‘n" closes and opens too, so only a gap before tells there.
        shortened = m[0] != '"' and after.isalpha() and (m[0] != "‘" or is_gap(before))
        if shortened and begins_clitic(text, m.end(), self.language):
            return True
        if m[0] == "‘" or not before.isalnum():
            return False
        opener = _matching(OpenMark(m[0], *m.span()), stack)
        closers = CLOSERS[stack[opener].mark] if opener >= 0 else ""
        if is_measure(text, m.start(), end, closers):
            return True
        # "the dogs’ owner": inside ‘…’ the sign behind a letter may be an apostrophe.
        return opener >= 0 and m[0] != '"' and ends_word(text, m.start(), end, self.language)

    @staticmethod
    def _known(
        text: str, end: int, stack: list[OpenMark], pairs: list[Pair], going_on: OpenMark | None
    ) -> list[OpenMark]:
        """The open marks but those that a passage in like marks follows: they were forgotten to be closed.

        `going_on` is the one that the paragraph repeats.
        """
        last = {family(text[pair.start]): pair.start for pair in sorted(pairs, key=lambda pair: pair.start)}
        following = next_word(text, end)
        return [
            mark
            for mark in stack
            if mark.mark in SINGLE
            or mark is going_on
            or last.get(family(mark.mark), -1) < mark.start
            # "« Il a dit « non »." with "» Et puis" in the next paragraph goes on.
            or (mark.mark in "«»" and repetition(text, following, mark.mark, closing=True))
        ]

    def _pair_or_open(
        self,
        text: str,
        mark: OpenMark,
        beside: tuple[str, str],
        signs: _Signs,
        stack: list[OpenMark],
        found: list[Pair],
    ) -> None:
        before, after = beside
        # "„“": nothing between the two.
        if stack and stack[-1].end == mark.start and mark.mark in CLOSERS[stack[-1].mark]:
            # '""We go"": with a word behind, the mark before was typed twice.
            opener = stack.pop()
            if mark.mark == opener.mark and not is_gap(after):
                stack.append(OpenMark(opener.mark, opener.start, mark.end))
            return
        opener_at = _matching(mark, stack, before)
        # An opener that the closing mark passes over was forgotten: all from the match on go.
        if opener_at >= 0 and self._closes(mark.mark, before, after):
            first = stack[opener_at]
            del stack[opener_at:]
            self._add(text, Pair(first.start, mark.end, first.end, mark.start, first.mark in SINGLE), found)
        # Right behind the mark that closed, the same sign once more.
        elif found and found[-1].end == mark.start and text[found[-1].inner_end : mark.start] == mark.mark:
            found[-1] = replace(found[-1], end=mark.end)  # '"We go""': typed twice
        elif mark.mark in CLOSERS and self._opens(mark.mark, before, after, signs):
            stack.append(mark)

    @staticmethod
    def _add(text: str, pair: Pair, found: list[Pair]) -> None:
        """Add a passage; one that is all of what another in the same marks holds is that one, typed twice."""
        last = found[-1] if found else pair
        rims = text[pair.inner_start : last.start] + text[last.end : pair.inner_end]
        within = pair.inner_start <= last.start and last.end <= pair.inner_end
        # '""We go""' holds nothing but '"We go"'.
        if within and not rims.strip() and text[pair.start] == text[last.start]:
            found.pop()
            pair = replace(pair, inner_start=last.inner_start, inner_end=last.inner_end)
        found.append(pair)

    def _closes(self, mark: str, before: str, after: str) -> bool:
        """Whether a mark that could close does: an opening place has a gap before and a word after."""
        if mark in _ONLY_OPENS:
            return False
        # "rock ’n’ roll": an apostrophe before the word it belongs to.
        if mark in SINGLE and before.isspace() and mark in "'’‘":
            return False
        # " “Wir" in a text where “ opens too: a gap before and a word after are an opening place.
        return not (is_gap(before) and not is_gap(after))

    def _opens(self, mark: str, before: str, after: str, signs: _Signs) -> bool:
        """Whether a mark that could open does, by the gaps around and by the style of the language."""
        if mark in _ONLY_OPENS:
            return not after.isspace() or mark in ("„", ",,")  # "„ Wir" with a stray space is frequent.
        if mark == "''" and signs.low:
            return False
        if mark in "«»" or mark in ("<<", ">>"):
            return self._opens_angle(mark, before, after)
        if mark in "'‘’`´":
            # "l'été", "the boys' room": apostrophes stand behind letters; "’" opens in few papers, ’zo’.
            raised = mark != "’" or (self.raised and not signs.turned)
            # ’’t Is laat’: a shortened word right behind the mark.
            return raised and is_gap(before) and (after.isalpha() or (mark == after == "’"))
        # '… than planned," said Ann': behind a stop and before a space it closes what nobody opened.
        if mark == '"' and before in STOPS and after.isspace():
            return False
        # German “ closes: behind a word it is the end of something, "Wir“", and opens nothing.
        if mark == "“" and not self.opens_high and not is_gap(before):
            return False
        if mark == "”":
            # Swedish ”Wir”, and a typewritten ”We” where “ should open.
            return is_gap(before) and not is_gap(after)
        return is_gap(before) or not is_gap(after)

    def _opens_angle(self, mark: str, before: str, after: str) -> bool:
        # " »Wir" by the gap before; with gaps on both sides, "« Wir »", by the language.
        if is_gap(before) != is_gap(after):
            return is_gap(before)
        return (mark in ("»", ">>")) == self.inward


def _matching(mark: OpenMark, stack: list[OpenMark], before: str = "") -> int:
    """Number of the open mark that `mark` may close, the innermost first; -1 for none."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 1 - OPEN_MARKS), -1):
        opener = stack[at]
        far = opener.mark in SINGLE and mark.start - opener.end > _FARTHEST_SINGLE
        if far and opener.begins and before in STOPS:
            far = mark.start - opener.end > FARTHEST_CLOSING
        if mark.mark in CLOSERS[opener.mark] and not far and mark.start > opener.end:
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
