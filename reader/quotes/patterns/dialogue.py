"""Lines of dialogue that open with a dash, as Spanish, French and Italian papers print them.

A line counts as speech when a tag stands in it ("—Yo no vuelvo —murmura Anselmo—. Lo que…", "– Non, dit-il.")
or when a neighbouring line of dialogue has one; other lines with dashes are lists.
"""

import re
from collections.abc import Iterator

from reader.models import Span
from reader.quotes.patterns import attributions as tags
from reader.quotes.patterns.attributions import Tag
from reader.quotes.patterns.direct import Passage
from reader.quotes.text.analysis import Analysis

_LINE = re.compile(r"^([—–])[^\S\n]*(?=[^\W\d_]|[¿¡«“])[^\n]+", re.MULTILINE)
_FAR = 3
"""Characters between two lines of one conversation."""


def find(analysis: Analysis) -> Iterator[Passage]:
    """The speech in lines of dialogue, in order."""
    if not analysis.language.dialogue:
        return
    lines = [m for m in _LINE.finditer(analysis.text) if m[1] in analysis.language.dialogue]
    found = [_spoken(analysis, m.end(1), m.end()) for m in lines]
    for at, passage in enumerate(found):
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(lines) and _adjacent(lines, at, i)]
        if passage.tag.cue or any(found[i].tag.cue for i in beside):
            yield passage


def _adjacent(lines: list[re.Match[str]], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return lines[second].start() - lines[first].end() <= _FAR


def _spoken(analysis: Analysis, start: int, end: int) -> Passage:
    """What is said in the line `[start, end)`, its tags taken out."""
    first, last = analysis.range_of(start, end)
    tag, pieces, at = Tag("dialogue", confidence=0.6), [], first
    for token in range(first + 1, last):
        if analysis.tokens.words[token] in (",", *analysis.language.dialogue) and not tag.cue:
            close = _tag_end(analysis, token, last)
            found = tags.behind(analysis, token + 1, close) if close else None
            if found and close:
                pieces.append(_piece(analysis, at, token))
                tag, at = tags.framed(analysis, found, token, close), close
    if at < last:
        pieces.append(_piece(analysis, at, last))
    return Passage(tuple(piece for piece in pieces if piece.end > piece.start), tag)


def _tag_end(analysis: Analysis, token: int, last: int) -> int:
    """End of the tag that the comma or dash at `token` opens: behind its second dash, or the sentence."""
    words = analysis.tokens.words
    if words[token] == ",":
        return min(last, analysis.sentences[analysis.sentence_at(token)][1])
    for at in range(token + 1, last):
        if words[at] == words[token]:
            return at + 2 if at + 1 < last and words[at + 1] in (".", ",") else at + 1
    return last


def _piece(analysis: Analysis, first: int, last: int) -> Span:
    return analysis.span(first, last) if last > first else Span(0, 0)
