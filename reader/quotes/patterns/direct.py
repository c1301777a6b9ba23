"""Direct quotations in marks, in any language with tables: tags before and behind, carried speakers."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.models import Span, Spans
from reader.quotes.patterns import attribution_phrases as phrases
from reader.quotes.patterns import attributions as tags
from reader.quotes.patterns.attributions import Tag
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.marks import Pair
from reader.quotes.text.passages import NAME, SCARE, SPEECH, TITLE, classify

_DASHES = frozenset(("—", "–", "-"))
_OPENING = _DASHES | {","}
_LONGEST_INSERT = 8
"""Tokens a tag inside the marks may go on behind its speaker."""
_WINDOW = 40
"""Tokens beside a passage in which its attribution may stand."""
_SHORT_TAG = 9
"""Tokens a sentence that is only a tag may have ("Why?" Orr asked.)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in marks that is speech, in one or two pieces, with its tag."""

    spans: Spans
    tag: Tag


def find(analysis: Analysis) -> Iterator[Passage]:
    """The direct quotations of a text, in order of their starts."""
    last, block = Tag("marks"), -9
    blocks = [begin for begin, _ in analysis.blocks]
    waiting: Passage | None = None
    for pair in analysis.pairs:
        if pair.depth:
            continue
        if waiting and _goes_on(analysis, waiting, pair):
            waiting = replace(waiting, spans=(*waiting.spans, Span(pair.start, pair.end)))
            continue
        if not _follows(waiting, pair) and not _is_speech(analysis, pair):
            continue
        first, end = _tokens(analysis, pair)
        here = bisect_right(blocks, first)
        if waiting:
            yield waiting
        waiting = _inside(analysis, pair)
        if waiting is None:
            tag = _tag(analysis, first, end) or _carried(last, here - block)
            waiting = Passage((Span(pair.start, pair.end),), tag)
        tag = waiting.tag
        last, block = tag, bisect_right(blocks, end - 1)
    if waiting:
        yield waiting


def _follows(waiting: Passage | None, pair: Pair) -> bool:
    """Whether the passage stands directly behind the tag of the one before: "A," she said. "B."."""
    frame = waiting.tag.frame if waiting else ()
    return bool(frame) and 1 < pair.start - frame[0].end <= 3


def _tokens(analysis: Analysis, pair: Pair) -> tuple[int, int]:
    return analysis.range_of(pair.start, pair.end)


def _is_speech(analysis: Analysis, pair: Pair) -> bool:
    kind = classify(analysis, pair)
    first, last = analysis.range_of(pair.inner_start, pair.inner_end)
    if kind == SPEECH:
        return not _apposition(analysis, first, last)
    if _whole(analysis, pair, first, last):
        return True
    if (kind == TITLE and _written(analysis, first)) or (kind == SCARE and _said(analysis, first, last)):
        return True
    if (kind == SCARE and last - first < 3) or tags.lower(analysis, first - 2) in analysis.language.heralds:
        return False
    end = _tokens(analysis, pair)[1]
    stop = analysis.sentences[analysis.sentence_at(first)][1]
    at = tags.leading(analysis, end, stop)
    return kind != NAME and at > end and tags.behind(analysis, at, stop) is not None


def _whole(analysis: Analysis, pair: Pair, first: int, last: int) -> bool:
    """Whether a passage is a sentence of its own: «We were left alone». The mayor …"""
    begin, end = analysis.sentences[analysis.sentence_at(first - 1)]
    begin = tags.behind_place(analysis, begin)
    return last - first > 2 and first - 1 == begin and _tokens(analysis, pair)[1] + 1 >= end


def _inside(analysis: Analysis, pair: Pair) -> Passage | None:
    """A passage with its tag inside the marks: « La ville change, explique Jeanne Morel. Et vite. »"""
    if not analysis.language.verb_first:
        return None
    first, last = analysis.range_of(pair.inner_start, pair.inner_end)
    words = analysis.tokens.words
    for at in range(first + 1, last - 2):
        tag = _inserted(analysis, at, last) if words[at] in _OPENING else None
        end = _end_of_insert(analysis, tag, at, last) if tag else 0
        if tag and end:
            ends = analysis.tokens.ends[at - 1], analysis.tokens.starts[end + 1]
            pieces = Span(pair.start, ends[0]), Span(ends[1], pair.end)
            return Passage(pieces, tags.framed(analysis, tag, at, end))
    return None


def _inserted(analysis: Analysis, at: int, last: int) -> Tag | None:
    """The tag that the comma or dash `at` opens: verb first, then a pronoun on it or a name."""
    verb = tags.saying_at(analysis, at + 1, last)
    tag = tags.behind(analysis, at + 1, last) if verb else None
    if not verb or not tag or not tag.speaker:
        return None
    return tag if verb.subject or analysis.text[tag.speaker[0].start].isupper() else None


def _end_of_insert(analysis: Analysis, tag: Tag, at: int, last: int) -> int:
    """The mark that closes the tag opened at `at`, or 0 where none comes soon."""
    words = analysis.tokens.words
    begin = analysis.token_at(max(tag.speaker[-1].end, tag.cue[-1].end) - 1) + 1
    closing = (",", ".", "!", "?") if words[at] == "," else (words[at],)
    for end in range(begin, min(begin + _LONGEST_INSERT, last - 1)):
        if words[end] in closing:
            return end
    return 0


def _apposition(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a short passage is the name of what stands before a comma: 'his bar, "The Ramp",'."""
    words = analysis.tokens.words
    herald = (
        tags.lower(analysis, first - 2) == ","
        and tags.lower(analysis, first - 3) in analysis.language.heralds
    )
    return herald and last - first < 5 and words[first][0].isupper()


def _said(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a verb of saying, with its subject, leads up to a fragment: was accused of "running scared"."""
    words, language = analysis.tokens.words, analysis.language
    before = {tags.lower(analysis, at) for at in range(first - 4, first - 1)}
    if not words[first][0].islower() or before & (language.heralds | language.scare):
        return False
    if last - first < 2 and not _judged(analysis, first):
        return False
    if words[first].lower() in language.determiners and words[first + 1][0].isupper():
        return False
    start = analysis.sentences[analysis.sentence_at(first - 1)][0]
    verb = tags.last_saying(analysis, max(start, first - 11), first - 1)
    return verb is not None and bool(tags.subject_of(analysis, verb, start, first - 1))


def _judged(analysis: Analysis, first: int) -> bool:
    """Whether a verb that calls something so stands before a single word: 'described it as "unfair"'."""
    start = analysis.sentences[analysis.sentence_at(first - 1)][0]
    verb = tags.last_saying(analysis, max(start, first - 11), first - 1)
    return verb is not None and tags.lower(analysis, verb.last - 1) in analysis.language.calling


def _written(analysis: Analysis, first: int) -> bool:
    """Whether a verb of writing leads up to the passage whose inner tokens begin at `first`."""
    start = analysis.sentences[analysis.sentence_at(first - 1)][0]
    verb = tags.last_saying(analysis, max(start, first - 8), first - 1)
    return verb is not None and tags.lower(analysis, verb.last - 1) in analysis.language.writing


def _goes_on(analysis: Analysis, waiting: Passage, pair: Pair) -> bool:
    """Whether the passage is the second half of the one before: "A," she said, "b."."""
    frame = waiting.tag.frame
    if not frame or len(waiting.spans) > 1 or frame[0].start < waiting.spans[0].end:
        return False
    if not frame[0].end <= pair.start <= frame[0].end + 3:
        return False
    between = analysis.text[frame[0].end : pair.start].strip()
    inside = analysis.text[pair.start : pair.end].lstrip('«»“”„‘’" \u00a0\u202f')
    return between == "," or (between in _DASHES and inside[:1].islower())


def _carried(last: Tag, distance: int) -> Tag:
    """What a passage without a tag takes over: all from the same paragraph, else the speaker."""
    if distance == 0 and last.speaker:
        return replace(last, rule="last speaker", confidence=0.75)
    if distance == 1 and last.speaker:
        return Tag("last speaker", speaker=last.speaker, confidence=0.6)
    return Tag("marks", confidence=0.5)


def _tag(analysis: Analysis, first: int, end: int) -> Tag | None:
    """The tag of the passage of tokens `[first, end)`."""
    start, stop = analysis.sentences[analysis.sentence_at(first)]
    stop = max(stop, end, _end_of_tag(analysis, end))
    return (
        _behind(analysis, end, stop)
        or _before(analysis, start, first)
        or _according(analysis, start, first, end, stop)
    )


def _end_of_tag(analysis: Analysis, end: int) -> int:
    """End of the short sentence behind a question or call that may be its tag."""
    words = analysis.tokens.words
    if end >= len(words) or end < 2 or words[end - 2] not in ("?", "!", "…"):
        return end
    first, stop = analysis.sentences[analysis.sentence_at(end)]
    same = "\n\n" not in analysis.text[analysis.tokens.ends[end - 1] : analysis.tokens.starts[end]]
    return stop if same and first >= end - 1 and stop - end <= _SHORT_TAG else end


def _behind(analysis: Analysis, end: int, stop: int) -> Tag | None:
    at = tags.leading(analysis, end, stop)
    tag = tags.behind(analysis, at, stop, loose=True) or phrases.according(analysis, at, stop)
    return tags.framed(analysis, tag, end, _clause_end(analysis, end, stop)) if tag else None


def _clause_end(analysis: Analysis, at: int, stop: int) -> int:
    """End of a tag: its sentence's end, or the next passage in marks, without comma or colon before that."""
    words = analysis.tokens.words
    for end in range(at, min(at + _WINDOW, stop)):
        if words[end] in '“„«»"‘' and end > at and not words[end].isalnum():
            return end - 1 if words[end - 1] in (",", ":") else end
    return stop


def _before(analysis: Analysis, start: int, first: int) -> Tag | None:
    if first <= start:
        return None
    tag = tags.ahead(analysis, start, first)
    return tags.framed(analysis, tag, start, first) if tag else None


def _according(analysis: Analysis, start: int, first: int, end: int, stop: int) -> Tag | None:
    for at in (*range(max(start, first - _WINDOW), first), *range(end, min(end + _WINDOW, stop))):
        tag = phrases.according(analysis, at, stop)
        if tag:
            last = analysis.token_at(tag.speaker[0].end - 1) + 1
            return tags.framed(analysis, tag, at, last)
    return None
