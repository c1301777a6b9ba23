"""Direct quotations in marks, by tables: attributions before, behind and inside, carried speakers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.patterns import attribution_phrases as phrases
from reader.quotes.patterns import attributions
from reader.quotes.patterns.attributions import DASHES, NONE, Attribution, attributed
from reader.quotes.patterns.sayings import saying_at
from reader.quotes.patterns.spoken import is_speech
from reader.quotes.text.marks import Pair
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_OPENING = DASHES | {","}
_TAGGED = frozenset((",", "?", "!", "…"))
"""What ends the words in marks before an attribution that goes on with the sentence."""
_LEADING_UP = frozenset((",", ":"))
_LONGEST_INSERT = 8
"""Tokens an attribution inside the marks may go on behind its speaker; all lengths here: gold set."""
_WINDOW = 40
"""Tokens beside a passage in which its attribution may stand."""
_SHORT = 9
"""Tokens a sentence that is only an attribution may have ("Why?" Orr asked.)."""
_TOUCHING = 3
"""Code points between an attribution and the passage that goes on behind it at most: a comma, a space."""


Inside = tuple[tuple[Range, ...], Attribution]
"""Pieces of what is said, and the attribution between them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How passages in marks are read; a grammar has its own way."""

    speaks: Callable[[TableText, Pair], bool] = is_speech
    """Whether a passage is somebody's words."""
    attribution: Callable[[TableText, Range], Attribution | None] | None = None
    """What beside a passage says who speaks; by the tables where it is left out."""
    inside: Callable[[TableText, Pair, Range], Inside | None] | None = None
    """What is said around an attribution inside the marks, with it; by the tables where it is left out."""


_TABLES = Reading()


def find(text: TableText, reading: Reading = _TABLES) -> Iterator[Draft]:
    """The direct quotations of a text, in order of their starts."""
    attribution, inside = reading.attribution or beside_marks, reading.inside or _inside
    last, block = NONE, -9
    waiting: tuple[Draft, Attribution] | None = None
    for pair in text.analysis.pairs:
        if pair.depth:
            continue
        tokens = text.analysis.range_of(pair.start, pair.end)
        # “A,” she said, “b.”: one quote in two pieces.
        if waiting and _goes_on(text, waiting[0], tokens):
            waiting = replace(waiting[0], content=(*waiting[0].content, tokens)), waiting[1]
            continue
        # “A,” she said. “B.”: what follows at once is speech whatever it looks like alone.
        if not (waiting and _follows(text, waiting[0], tokens)) and not reading.speaks(text, pair):
            continue
        if waiting:
            yield waiting[0]
        beside = attribution(text, tokens) or _unread(text, tokens)
        beside = beside or _carried(last, text.block_of(tokens[0]) - block)
        content, found = inside(text, pair, tokens) or ((tokens,), beside)
        waiting = attributed(QuoteType.DIRECT, content, found), found
        last, block = waiting[1], text.block_of(tokens[1] - 1)
    if waiting:
        yield waiting[0]


def _follows(text: TableText, waiting: Draft, tokens: Range) -> bool:
    """Whether a passage stands directly behind the attribution of the one before: "A," she said. "B."."""
    return (
        bool(waiting.frame and (waiting.cue or waiting.speaker))
        and 1 < _gap(text, waiting.frame[0], tokens) <= _TOUCHING
        and not _is_title(text, tokens)
    )


def _is_title(text: TableText, tokens: Range) -> bool:
    """Whether a passage names what stands before a comma: '"A", dijo Paz, que publica su novela, "B"'."""
    at = tokens[0]
    return text.lower(at - 1) == "," and text.lower(at - 2) in text.language.title_nouns


def _gap(text: TableText, before: Range, after: Range) -> int:
    """Code points between two ranges."""
    return text.span(after).start - text.span(before).end


def _goes_on(text: TableText, waiting: Draft, tokens: Range) -> bool:
    """Whether the passage is the second half of the one before: "A," she said, "b."."""
    # a second half stands behind a frame that could be read, and that stands behind the first
    read = bool(waiting.frame and (waiting.cue or waiting.speaker)) and not _is_title(text, tokens)
    if not read or len(waiting.content) > 1 or waiting.frame[0][0] < waiting.content[0][1]:
        return False
    if not 0 <= _gap(text, waiting.frame[0], tokens) <= _TOUCHING:
        return False
    between = text.analysis.text[text.span(waiting.frame[0]).end : text.span(tokens).start].strip()
    inside = text.text(tokens).lstrip('«»“”„‘’" \u00a0\u202f')
    # « A » – dit-elle – « b »: behind a dash only what begins small goes on; a capital is a new quote.
    return between == "," or (between in DASHES and inside[:1].islower())


def _inside(text: TableText, pair: Pair, tokens: Range) -> Inside | None:
    """An attribution inside the marks: « La ville change, explique Jeanne Morel. Et vite. »"""
    if not text.language.verb_first:
        return None
    first, last = text.analysis.range_of(pair.inner_start, pair.inner_end)
    for at in range(first + 1, last - 2):
        found = _inserted(text, at, last) if text.words[at] in _OPENING else None
        end = _end_of_insert(text, found, at, last) if found else 0
        if found and end:
            content = (tokens[0], at), (end + 1, tokens[1])
            return content, attributions.framed(text, found, at, end)
    return None


def _inserted(text: TableText, at: int, last: int) -> Attribution | None:
    """The attribution that the comma or dash `at` opens: verb first, then a pronoun on it or a name."""
    verb = saying_at(text, at + 1, last)
    found = attributions.attribution_from(text, at + 1, last) if verb else None
    if not verb or not found or not found.speaker:
        return None
    # « …, explique Jeanne Morel. », « …, dit-il. »: a small word behind the verb would be its object.
    return found if verb.subject or text.words[found.speaker[0]][0].isupper() else None


def _end_of_insert(text: TableText, found: Attribution, at: int, last: int) -> int:
    """The mark that closes the attribution opened at `at`, or 0 where none comes soon."""
    closing = (",", ".", "!", "?") if text.words[at] == "," else (text.words[at],)
    near = range(found.end, min(found.end + _LONGEST_INSERT, last - 1))
    return next((end for end in near if text.words[end] in closing), 0)


def _unread(text: TableText, tokens: Range) -> Attribution | None:
    """An attribution beside a passage that nobody can read: '"No," snarled the plumber'; it names nobody."""
    first, end = tokens
    start, stop = text.sentence_of(first)[0], text.sentence_of(end - 1)[1]
    at = attributions.leading(text, end, stop)
    closed = at > end or text.words[end - 2] in _TAGGED
    if closed and at < stop and text.words[at][0].isalpha() and at not in text.passages:
        return attributions.framed(text, NONE, end, clause_end(text, end, stop))
    # 'Then the plumber snarled, "No."'
    if first > start + 1 and text.words[first - 1] in _LEADING_UP and text.words[first - 2][0].isalpha():
        return attributions.framed(text, NONE, start, first)
    return None


def _carried(last: Attribution, distance: int) -> Attribution:
    """What a passage of its own takes over: all from the same paragraph, the speaker from the one before."""
    # “A,” said Lee. He left. “B.”: in one paragraph Lee speaks on.
    if distance == 0 and last.speaker:
        return replace(last, rule="last speaker")
    if distance == 1 and last.speaker:
        return Attribution("last speaker, next paragraph", speaker=last.speaker)
    return NONE


def beside_marks(text: TableText, tokens: Range) -> Attribution | None:
    """What beside a passage says who speaks: behind it, else before it, else a phrase like "according to"."""
    first, end = tokens
    start = text.sentence_of(first)[0]
    # The passage may end in a later paragraph than it begins.
    stop = max(text.sentence_of(end - 1)[1], end, end_of_short_sentence(text, end))
    behind = _attribution_behind(text, end, stop)
    hangs = attributions.leading(text, end, stop) > end
    before = None if behind and hangs else _attribution_before(text, start, first)
    # 'a déclaré : « … » Selon lui': what a colon leads up to is said by whoever stands before it.
    if before and before.rule == "colon before" and before.speaker:
        return before
    return behind or before or _according(text, start, first, end, stop)


def end_of_short_sentence(text: TableText, end: int) -> int:
    """End of the short sentence behind a question or call that may be its attribution, else `end`."""
    words, tokens = text.words, text.analysis.tokens
    if end >= len(words) or end < 2 or words[end - 2] not in ("?", "!", "…"):  # "Why?” Orr asked."
        return end
    first, stop = text.sentence_of(end)
    same = "\n\n" not in tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
    # The sentence begins right behind the marks, in the same paragraph, and has no room for more.
    if not same or first < end - 1:
        return end
    return stop if stop - end <= _SHORT or _tells_when(text, end, stop) else end


def _tells_when(text: TableText, end: int, stop: int) -> bool:
    """Whether a longer sentence tells only who spoke and when: '"Why?” Orr asked after the game in Leeds.'"""
    found = attributions.attribution_from(text, end, min(stop, end + _SHORT))
    if found is None or not found.cue or found.cue[-1] + 1 >= stop:
        return False
    behind = text.lowered[found.cue[-1] + 1 : stop]
    return behind[0] in text.language.prepositions and text.language.conjunctions.isdisjoint(behind)


def _attribution_behind(text: TableText, end: int, stop: int) -> Attribution | None:
    at = attributions.leading(text, end, stop)
    found = attributions.attribution_from(text, at, stop, loose=True) or phrases.according(text, at, stop)
    return attributions.framed(text, found, end, clause_end(text, end, stop)) if found else None


def clause_end(text: TableText, at: int, stop: int) -> int:
    """End of an attribution: its sentence's, or the next passage in marks, a comma before that cut."""
    words = text.words
    for end in range(at, min(at + _WINDOW, stop)):
        # Of ambiguous marks those count with which a passage begins; behind ",," a quote of its own does.
        marked = words[end] in '“„«»"‘' or (end in text.passages and words[end] != ",,")
        if marked and end > at and not _in_nickname(text, end):
            return end - 1 if words[end - 1] in (",", ":") else end
    return stop


def _in_nickname(text: TableText, at: int) -> bool:
    """Whether a mark is that of a nickname: said Robert “Stilts” Manning."""
    return at in text.nicknames or at + 1 in text.nicknames.values()


def _attribution_before(text: TableText, start: int, first: int) -> Attribution | None:
    found = attributions.ahead(text, start, first) if first > start else None
    return attributions.framed(text, found, start, first) if found else None


def _according(text: TableText, start: int, first: int, end: int, stop: int) -> Attribution | None:
    """The first phrase like "according to Ann Lee" in the sentence, before or behind the passage."""
    for at in (*range(max(start, first - _WINDOW), first), *range(end, min(end + _WINDOW, stop))):
        found = phrases.according(text, at, stop)
        if found and found.speaker:
            return attributions.framed(text, found, at, found.speaker[1])
    return None
