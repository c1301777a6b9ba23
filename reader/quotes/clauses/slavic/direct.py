"""Direct speech in marks: tags behind and inside, verbs and colons before, carried speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.clauses.slavic.indirect import within
from reader.quotes.clauses.slavic.phrases import phrase_at
from reader.quotes.clauses.slavic.predicates import takes
from reader.quotes.clauses.slavic.slavic_text import DASHES, STOPS, SlavicText
from reader.quotes.clauses.slavic.subjects import TITLED
from reader.quotes.clauses.slavic.tags import ahead, tag_at
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import NONE, Attribution, attributed, framed
from reader.quotes.text.marks import Pair
from reader.quotes.text.passages import NAME, SPEECH, TITLE, classify
from reader.quotes.text.sentences import Range

_BETWEEN = DASHES | {","}
_FINAL = frozenset(("?", "!", "…", "...", ",", "."))
_INSERT = 16
"""Tokens of a tag inside marks at most."""
_NEAR = 12
"""Tokens from a verb of saying to a fragment in marks that it leads up to at most."""
_FRAGMENT = 3
"""Tokens of a fragment at least, unless a verb calls something so."""
_LEAST = 3
"""Tokens of a passage at least that begins with a capital and has neither comma nor dash beside it."""
_WHOLE = 8
"""Tokens of a passage within a sentence that is speech without any cue at least."""
_LONG = 5
"""Tokens of a passage that is speech without any cue at least."""


def find(text: SlavicText, lines: Sequence[Range]) -> Iterator[Draft]:
    """The direct quotations in marks outside lines of dialogue, whose ranges are `lines`, in order."""
    waiting: Draft | None = None
    for pair in text.analysis.pairs:
        tokens = text.analysis.range_of(pair.start, pair.end)
        if pair.depth or within(tokens[0], lines) or tokens[1] - tokens[0] < 3:
            continue
        if waiting and _goes_on(text, waiting, tokens):
            waiting = replace(waiting, content=(*waiting.content, tokens))
            continue
        draft = _passage(text, pair, tokens, waiting)
        if draft is None:
            continue
        if waiting:
            yield waiting
        waiting = draft
    if waiting:
        yield waiting


def _goes_on(text: SlavicText, waiting: Draft, tokens: Range) -> bool:
    """Whether a passage is the second half of the one before: „A” – powiedział Nowak – „b”."""
    if not waiting.frame or not waiting.cue or len(waiting.content) > 1:
        return False
    frame = waiting.frame[0]
    between = text.words[frame[1] : tokens[0]]
    small = text.words[tokens[0] + 1][0].islower()
    return frame[0] >= waiting.content[0][1] and len(between) < 2 and small and set(between) <= _BETWEEN


def _passage(text: SlavicText, pair: Pair, tokens: Range, last: Draft | None) -> Draft | None:
    """A passage that is speech, with who said it."""
    kind = classify(text.analysis, pair)
    behind = _behind(text, tokens, kind)
    if behind:
        return attributed(QuoteType.DIRECT, (tokens,), behind)
    inside = _inside(text, pair, tokens)
    if inside:
        return inside
    before = _before(text, tokens, kind)
    if before:
        return attributed(QuoteType.DIRECT, (tokens,), before)
    # „A” – powiedział Nowak. „B”: what follows goes on; a sentence of its own is speech too.
    near = last is not None and text.block_of(tokens[0]) - text.block_of(last.reach - 1) <= 1
    # „A” – powiedział Nowak. „To skandal.”: right behind the tag a few words do.
    least = _LEAST if last is not None and last.cue and tokens[0] - last.reach < _LEAST else _LONG
    alone = kind != NAME and tokens[1] - tokens[0] > least and _stands_alone(text, tokens)
    if alone or (kind == SPEECH and tokens[1] - tokens[0] > _WHOLE):
        # Within a sentence nobody is carried over: whose words they are it may say in its own way.
        rule = "last speaker" if near and alone else "marks"
        return attributed(QuoteType.DIRECT, (tokens,), replace(NONE, rule=rule))
    return None


def _stands_alone(text: SlavicText, tokens: Range) -> bool:
    """Whether a passage is a sentence of its own."""
    first, end = tokens
    opens = first == text.begin_of(first) or text.words[first - 1] in STOPS | DASHES
    closes = end >= len(text.words) or text.sentence_of(end - 1)[1] <= end + 1 or text.words[end] in STOPS
    return opens and closes


def _behind(text: SlavicText, tokens: Range, kind: str) -> Attribution | None:
    """The tag behind a passage: „…” – powiedział Nowak."""
    end = tokens[1]
    at = end
    while at < len(text.words) and at < end + 2 and text.words[at] in _BETWEEN:
        at += 1
    if at >= len(text.words) or text.block_of(at) != text.block_of(end - 1):
        return None
    parted = at > end or text.words[end - 2] in _FINAL
    if not parted and end - tokens[0] - 2 < _LEAST:
        return None
    # "„Wall Street Journal” pisze"
    words = [text.words[i] for i in range(tokens[0] + 1, end - 1) if text.words[i][0].isalpha()]
    if not parted and all(word[0].isupper() for word in words):
        return None
    # "film „Noc” opowiada o": a name without comma or dash is the subject.
    if not parted and kind != SPEECH:
        return None
    stop = _stop(text, at)
    found = tag_at(text, at, stop)
    if found is None:
        phrase = phrase_at(text, at, (at, stop)) if parted and at < stop else None
        found = phrase.found if phrase else None
    # „Nie.“ Starosta řekl, že: behind marks alone a capital begins another sentence.
    if found is None or (at == end and text.words[at][0].isupper()):
        return None
    if not parted and found.cue[0] != at:
        return None
    return framed(text, found, end, stop)


def _stop(text: SlavicText, at: int) -> int:
    """Where a tag ends: with its sentence, or before the next passage or a dash that goes on."""
    last = text.sentence_of(at)[1]
    return next((i for i in range(at, last) if _ends_tag(text, i)), last)


def _ends_tag(text: SlavicText, at: int) -> bool:
    """Whether a passage or a dash ends a tag at a token: not the title in "w rozmowie z „Faktem”"."""
    if at not in text.passages:
        return text.words[at] in DASHES
    if at in text.nicknames:  # Robert „Lewy” Lewandowski
        return False
    titled = text.words[at + 1][0].isupper() and text.ends[at] - at < TITLED
    # "mówi „Faktowi” pani Ola"
    told = text.lower(at + 1).endswith(text.grammar.dative_endings or ("\0",))
    return not titled or not (text.is_preposition(at - 1) or told)


def _inside(text: SlavicText, pair: Pair, tokens: Range) -> Draft | None:
    """A tag within the marks: „Miasto, mówi Nowak, rośnie”, „Miasto – mówi Nowak – rośnie”."""
    first, last = text.analysis.range_of(pair.inner_start, pair.inner_end)
    for at in range(first + 1, last - 2):
        if text.words[at] not in _BETWEEN or text.lower(at + 1) not in text.grammar.said:
            continue
        found = tag_at(text, at + 1, last)
        if not found or not _is_set_in(text, at, found):
            continue
        near = range(found.end, min(found.end + _INSERT, last))
        close = next((i for i in near if text.words[i] in _BETWEEN | STOPS), None)
        if close is not None and close + 1 < last:
            # «Город, — сказал Иванов, — растёт»
            at -= text.words[at - 1] == ","
            close += text.words[close + 1] in DASHES
            content = (tokens[0], at), (close + 1, tokens[1])
            return attributed(QuoteType.DIRECT, content, framed(text, found, at, close + 1))
    return None


def _is_set_in(text: SlavicText, at: int, found: Attribution) -> bool:
    """Whether a tag stands within what marks hold; unnamed, between dashes: "Tak - dodał. - Już"."""
    named = bool(found.speaker) and found.rule == "tag after"
    dashed = text.words[at] in DASHES and found.rule == "tag after, no speaker"
    closed = dashed and text.words[found.end] in DASHES | STOPS and found.cue[-1] + 1 == found.end
    return (named or closed) and found.cue[0] == at + 1


def _before(text: SlavicText, tokens: Range, kind: str) -> Attribution | None:
    """What leads up to a passage: a colon, a verb, a clause with a conjunction."""
    first = tokens[0]
    start = text.sentence_of(first)[0]
    if first <= start:
        return None
    colon = text.words[first - 1] == ":"
    found = ahead(text, start, first)
    if found is None or (not colon and found.cue and found.cue[-1] < first - _NEAR):
        return None
    if colon:
        known = bool(found.cue) or kind == SPEECH
        return framed(text, found, start, first) if known else None
    return framed(text, found, start, first) if _is_led_up_to(text, tokens, kind, found) else None


def _is_title(text: SlavicText, first: int, kind: str) -> bool:
    """Whether a passage is a title, by what it is or by the word before it: film „Noc”."""
    return kind == TITLE or text.lower(first - 1) in text.language.title_nouns


def _is_led_up_to(text: SlavicText, tokens: Range, kind: str, found: Attribution) -> bool:
    """Whether a passage without a colon is what a verb before it says, and no name or title."""
    first, length = tokens[0], tokens[1] - tokens[0] - 2
    if (
        kind == NAME
        or tokens[0] in text.nicknames
        # nazywa powieść „najlepszą premierą”: no title
        or (text.words[first + 1][0].isupper() and _is_title(text, first, kind))
    ):
        return False
    if not text.words[first + 1][0].islower():
        # spytała „Co tu robisz?”: a sentence right behind its verb.
        return kind == SPEECH and found.cue[-1] == first - 1 and length >= _LEAST
    return any(takes(text, at, "c") for at in found.cue) or length >= _FRAGMENT
