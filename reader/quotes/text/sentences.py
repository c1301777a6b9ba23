"""Cut tokens into paragraphs and sentences.

A sentence is a range `[first, last)` of token numbers. Passages in marks are not cut: a full stop inside
them ends the sentence around only where it stands directly before the closing mark and the sentence does
not go on.
"""

import re
from bisect import bisect_left, bisect_right

from reader.languages.tables import Language
from reader.quotes.text.marks import Pair, outermost
from reader.quotes.text.tokens import Tokens

_FINAL = frozenset((".", "!", "?", "…", "...", "....", "..", "。", "؟"))
_CLOSING = frozenset(
    ("“", "”", '"', "»", "«", "’", "‘", "'", "''", ">>", "<<", "›", "‹", ")", "]", "!", "?", ".", "…", "」")
)
_SHORT_LINE = 40
"""Characters of a line that was not wrapped: a heading or an item of a list (chosen on the gold set)."""
_LINE = re.compile(r"\n")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])(?:[.:][0-5]\d|[hH](?:[0-5]\d)?)")
"""An hour, with minutes or without: "11:20", "9.05", "20h"."""
_CLOCK_WORDS = frozenset(("uhr", "h", "hs", "hrs", "uur", "am", "pm", "kl", "ч"))
_BEHIND_CLOCK = frozenset((".", ":", "-", "–", "—", "|", ","))
_SPEECH = 5
"""Tokens of a passage in marks that is no title behind an abbreviation at least."""
_ENTRY = 4
"""Tokens of an entry with its hour at least."""
_BULLET = re.compile(r"[-–—•*·▪]$|\d+[.)]$")

Range = tuple[int, int]


def token_ranges(tokens: Tokens, blocks: list[tuple[int, int]]) -> list[Range]:
    """Token ranges of character ranges."""
    starts = tokens.starts
    return [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in blocks]


def split(
    tokens: Tokens, language: Language, blocks: list[tuple[int, int]], pairs: tuple[Pair, ...]
) -> list[Range]:
    """The sentences of `tokens`, given the paragraphs `blocks` and the passages in marks."""
    closed = _closings(tokens, pairs)
    sentences: list[Range] = []
    for (first, last), (start, end) in zip(token_ranges(tokens, blocks), blocks, strict=True):
        lines = _line_ends(tokens, first, last, start, end) | _behind_note_number(tokens, first, last)
        lines |= _behind_clock(tokens, first, last) | _around_ticker_signs(tokens, first, last)
        at = first
        for end_token in _ends(tokens, language, first, last, lines, closed):
            if end_token > at:
                sentences.append((at, end_token))
                at = end_token
        if at < last:
            sentences.append((at, last))
    return sentences


def _behind_note_number(tokens: Tokens, first: int, last: int) -> frozenset[int]:
    """Behind the number of a note, which is no word of its sentence: "[1] Ott sagte …"."""
    words = tokens.words[first : min(first + 4, last)]
    is_note = len(words) > 3 and words[0] == "[" and words[1].isdecimal() and words[2] == "]"
    return frozenset((first + 3,)) if is_note else frozenset()


def _behind_clock(tokens: Tokens, first: int, last: int) -> frozenset[int]:
    """Behind the hour that opens an entry of a live report: "11:20 Der Rat …", "11h20 – Le maire …"."""
    words = tokens.words
    if last - first < _ENTRY or not _CLOCK.fullmatch(words[first].rstrip(".")):
        return frozenset()
    at = first + 1
    at += words[at].lower() in _CLOCK_WORDS
    at += at < last and words[at] in _BEHIND_CLOCK
    # "10.30 Uhr war es", "20h" alone: only what begins with a capital is told at that hour
    return frozenset((at,)) if at < last and words[at][0].isupper() else frozenset()


def _around_ticker_signs(tokens: Tokens, first: int, last: int) -> frozenset[int]:
    """Before and behind the signs of a ticker: "+++ 13.40 Uhr: Kolb reist ab +++ „Bis bald“, ruft er."."""
    words, found = tokens.words, set[int]()
    if first >= last or words[first] != "+":
        return frozenset()
    for at in range(first, last - 2):
        if words[at : at + 3] == ["+"] * 3:
            found |= {at, at + 3} | _behind_clock(tokens, at + 3, last)
    return frozenset(at for at in found if first < at < last)


def _closings(tokens: Tokens, pairs: tuple[Pair, ...]) -> dict[int, int]:
    """For each token inside a passage in marks, the token number of its closing mark."""
    closing: dict[int, int] = {}
    for pair in outermost(pairs):
        first = bisect_left(tokens.starts, pair.start)
        last = bisect_left(tokens.starts, pair.inner_end)
        closing.update(dict.fromkeys(range(first, last), last))
    return closing


def _line_ends(tokens: Tokens, first: int, last: int, start: int, end: int) -> frozenset[int]:
    """Token numbers where a line begins that is not the wrapped rest of the one before."""
    text = tokens.text
    if text.find("\n", start, end) < 0:
        return frozenset()
    breaks = [m.start() for m in _LINE.finditer(text, start, end)]
    begins = (bisect_right(tokens.starts, place, first, last) for place in breaks)
    return frozenset(at for at in begins if first < at < last and _begins_line(tokens, at))


def _begins_line(tokens: Tokens, at: int) -> bool:
    """Whether a token behind a line break begins something new, since the line before ended there."""
    before, after = tokens.words[at - 1], tokens.words[at]
    # "Es regnet.⏎Ott …", "Programm:⏎Montag …", "Brot⏎- Milch".
    if before in _FINAL or before in _CLOSING or before[-1] == ":" or _BULLET.match(after):
        return True
    text = tokens.text
    line = text.rfind("\n", 0, tokens.ends[at - 1])
    # "Zwei Tote⏎Am Montag …"; a short line that ends in a comma or goes on small is verse or wrapped.
    return tokens.ends[at - 1] - line < _SHORT_LINE and not after[0].islower() and before != ","


def _ends(
    tokens: Tokens, language: Language, first: int, last: int, lines: frozenset[int], closed: dict[int, int]
) -> list[int]:
    """Token numbers behind the last token of each sentence."""
    words = tokens.words
    ends = set(lines)
    # Marks by themselves, and words that have taken their full stop in ("usw.").
    stops = {
        i for i in range(first, last) if words[i] in _FINAL or (words[i][-1] == "." and len(words[i]) > 1)
    }
    for at in sorted(stops):
        if words[at] in _FINAL:
            after = _behind_closing_marks(tokens, at + 1, last, closed)
            if _ends_here(tokens, at, after, last, closed):
                ends.add(after)
        elif at not in closed and _ends_short(tokens, at, last, language, closed):
            ends.add(at + 1)
    return sorted(end for end in ends if end - 1 not in closed)


def _behind_closing_marks(tokens: Tokens, at: int, last: int, closed: dict[int, int]) -> int:
    """Behind closing marks and brackets that stand directly after a final mark."""
    while at < last and tokens.words[at] in _CLOSING:
        # "Es regnet. “Wir gehen.”": behind a space such a mark opens, unless it is known to close.
        if tokens.ends[at - 1] < tokens.starts[at] and closed.get(at - 1) != at:
            break
        at += 1
    return at


def _ends_here(tokens: Tokens, at: int, after: int, last: int, closed: dict[int, int]) -> bool:
    """Whether a sentence ends at the final mark `at`; `after` is the token behind it and its closers."""
    words = tokens.words
    # "„Es regnet. Wir gehen“, sagte …": amid a passage in marks no sentence ends.
    if at in closed and closed[at] >= after:
        return False
    if after >= last:
        return True
    follower = words[after]
    # "„Geht!“ rief er", "„Nein!“, sagte er", "am 5. mai".
    if follower[0].islower() or follower in ",;:":
        return False
    # 'Ryszard K. "wiedział"': behind an initial a mark goes on where its words begin small
    initial = words[at] == "." and len(words[at - 1]) == 1 and words[at - 1].isupper()
    if initial and not follower[0].isalnum() and after + 1 < last and words[after + 1][0].islower():
        return False
    # "Er … wartet" goes on, "Er wartet … Dann" ends, with or without spaces.
    if words[at] in ("…", "..."):
        return follower[0].isupper() or not follower[0].isalnum()
    # "Ende.Der" ends without a space before a capital, "3.5" and "a.b" do not.
    return tokens.ends[after - 1] < tokens.starts[after] or follower[0].isupper() or not follower[0].isalnum()


def _ends_short(tokens: Tokens, at: int, last: int, language: Language, closed: dict[int, int]) -> bool:
    """Whether a sentence ends after an abbreviation or ordinal: its stop may be that of the sentence too."""
    # "Dr. Ott" never ends one
    if tokens.words[at][:-1] in language.titles or at + 1 >= last:
        return False
    # "… um 10 Uhr usw. Der Rat …": "der" begins sentences
    follower = tokens.words[at + 1]
    starts = follower[0].isupper() and follower.lower() in language.starters
    return starts or _leads_to_speech(tokens, at, last, language, closed)


def _leads_to_speech(tokens: Tokens, at: int, last: int, language: Language, closed: dict[int, int]) -> bool:
    """Whether an amount's abbreviation stands before speech in marks: "o 3 proc. „Rynek odetchnął …”"."""
    words, inside = tokens.words, at + 2
    # "3 proc.", "0,3 pkt proc."
    amount = any(word[0].isdigit() for word in words[max(at - 2, 0) : at])
    opens = inside < last and words[inside][0].isupper()
    if amount and opens and words[at + 1] in language.dialogue:  # "od 1997 r. – Woda rośnie – mówi Kos."
        return tokens.ends[at] < tokens.starts[at + 1] and tokens.ends[at + 1] < tokens.starts[inside]
    return amount and opens and closed.get(inside, 0) - inside >= _SPEECH
