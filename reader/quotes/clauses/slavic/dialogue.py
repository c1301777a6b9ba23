"""Speech behind a dash: "– Idziemy – powiedział Nowak. – Teraz.", at a line's start or behind a colon.

A dash opens speech, the next one with a verb of saying a tag, one behind the tag speech again. A line counts
when it has a tag or a verb before its colon, or when a neighbouring line has one; others are lists.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from reader.languages.verb_files import PRESENT, SINGULAR
from reader.models import QuoteType
from reader.quotes.clauses.slavic.slavic_text import DASHES, STOPS, SlavicText
from reader.quotes.clauses.slavic.tags import ahead, tag_at
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed, framed
from reader.quotes.text.sentences import Range

_LINE = re.compile(r"[^\n]+")
_FINAL = frozenset(("?", "!", "…", "...", "."))
_CLOSING = frozenset((",", "?", "!", "…", "..."))
"""Marks that a tag without a dash follows."""
_HOUR = 4
"""Tokens of an hour at most: "godz. 12:52"."""
_CLOSE = 5
"""Tokens from a verb of saying to its clause at most: "Tłumaczy przy tym, że"."""
_FAR = 3
"""Characters between two lines of one conversation at most."""


def find(text: SlavicText) -> Iterator[Draft]:
    """The speech behind dashes, in order."""
    lines = [found for line in _LINE.finditer(text.analysis.text) if (found := _read(text, line))]
    tagged = [any(draft.cue or draft.speaker for draft in drafts) for drafts, _ in lines]
    for number, (drafts, line) in enumerate(lines):
        beside = [i for i in (number - 1, number + 1) if 0 <= i < len(lines) and _adjacent(line, lines[i][1])]
        if tagged[number] or any(tagged[i] for i in beside):
            yield from drafts


def _adjacent(one: re.Match[str], other: re.Match[str]) -> bool:
    first, second = sorted((one.span(), other.span()))
    return second[0] - first[1] <= _FAR


def _read(text: SlavicText, line: re.Match[str]) -> tuple[list[Draft], re.Match[str]] | None:
    """The speech in a line and that line; None where no dash opens any."""
    first, last = text.analysis.range_of(*line.span())
    opening = _opening(text, first, last)
    if opening is None:
        return None
    drafts = list(_spoken(text, first, opening, last))
    return (drafts, line) if drafts else None


def _opening(text: SlavicText, first: int, last: int) -> int | None:
    """The dash that opens speech: where a line begins, behind a colon, or behind the end of a sentence."""
    for at in range(first, last - 1):
        if text.words[at] not in DASHES or at in text.marked or not _is_apart(text, at):
            continue
        if at == first or text.words[at - 1] == ":" or at == _behind_hour(text, first):
            return at
        # "Nie krył radości. – Udało się – mówi.": but "– Idziemy? – pyta" goes on.
        if text.words[at - 1] in _FINAL and not text.words[at + 1][0].islower():
            return at
    return None


def _behind_hour(text: SlavicText, first: int) -> int:
    """The token behind the hour that opens an entry of a live report: "12:52 – Nie! – wołał Nowak."."""
    end = text.sentence_of(first)[1]
    hour = text.words[first][0].isdigit() and end <= first + _HOUR
    return end - (text.words[end - 1] in DASHES) if hour else -1


def _opens(text: SlavicText, at: int, begin: int) -> bool:
    """Whether a dash behind a whole sentence, and another than what was said first, opens speech anew."""
    dashed = text.words[at] in DASHES and at not in text.marked and _is_apart(text, at)
    whole = dashed and text.words[at - 1] in _FINAL and not text.words[at + 1][0].islower()
    return whole and text.sentence_of(begin)[1] < at


def _is_apart(text: SlavicText, at: int) -> bool:
    """Whether a space stands behind a dash."""
    starts, ends = text.analysis.tokens.starts, text.analysis.tokens.ends
    return at + 1 < len(starts) and starts[at + 1] > ends[at]


def _spoken(text: SlavicText, first: int, opening: int, last: int) -> Iterator[Draft]:
    """What is said behind the dash at `opening`, tags taken out; another speaker begins another draft."""
    found = _lead(text, first, opening)
    pieces: list[Range] = []
    begin, at, rest = opening + 1, opening + 1, last
    while at < last:
        tag = _tag(text, at, last)
        if tag is None and (found.cue or found.speaker) and at > begin and _opens(text, at, begin):
            # "– Tak – mówi Nowak. – Już dziś. Kos milczy. – Nie – mówi Kos.": a sentence goes on
            yield from _draft(text, [*pieces, (begin, min(text.sentence_of(begin)[1], at))], found)
            yield from _spoken(text, at, at, last)
            return
        if tag is None:
            at += 1
            continue
        stop = _tag_end(text, at, last)
        framing = framed(text, replace(tag, rule="dialogue, tag"), at, min(stop, text.sentence_of(at + 1)[1]))
        # "– Szkoda – mówi Nowak. – Trudno – śmieje się jego żona."
        if found.cue and pieces and tag.speaker:
            yield from _draft(text, pieces, found)
            pieces, found = [], framing
        # "— Пора, — сказал Иванов": the comma is none of what is said.
        mark = text.words[at] in _FINAL
        pieces.append((begin, at + 1 if mark else at - (text.words[at - 1] == ",")))
        found = found if found.cue else framing
        closed = stop >= last or text.words[stop] in DASHES or text.words[stop] == text.words[at] == ","
        begin, at = min(stop + 1, last), stop + 1
        if not closed:
            # "– Nie – powiedział. Dodał: „Nigdy”": what marks hold is read for itself.
            begin, rest = last, stop
            break
    until = (
        _told_on(text, begin, last) if pieces and any(map(partial(_is_present, text), found.cue)) else last
    )
    yield from _draft(text, [*pieces, (begin, until)], found)
    # "– Nie – powiedział Nowak. Wójt dodał: – Nigdy.": another one speaks further on in the line
    further = _opening(text, rest, last) if rest < last else None
    if further is not None:
        yield from _spoken(text, rest, further, last)


def _told_on(text: SlavicText, begin: int, last: int) -> int:
    """Where who wrote the text tells on: "– Nie – mówi Nowak. – Już nie. | Dodaje przy tym, że czeka."."""
    at = text.sentence_of(begin)[1] if begin < last else last
    while at < last:
        first, end = text.sentence_of(at)
        comma = next((i for i in range(first, min(first + _CLOSE, end - 1)) if text.words[i] == ","), first)
        told = comma > first and text.lower(comma + 1) in text.grammar.that and _is_present(text, first)
        if told and not any(_may_name(text, i) for i in range(first + 1, comma)):
            return first
        at = end
    return last


def _may_name(text: SlavicText, at: int) -> bool:
    """Whether a word may be a subject: "Mówi | szef, że …", not "Dodaje | z | uśmiechem, że …"."""
    return text.words[at][0].isupper() or text.begins_nominative(at)


def _is_present(text: SlavicText, at: int) -> bool:
    """Whether a token is a verb of saying in the present, of one person that it does not name: "mówi"."""
    one = PRESENT | SINGULAR
    readings = (r for r in text.readings(at) if r.lemma in text.grammar.book.sayings)
    return any(r.features & one == one for r in readings) and not text.is_own(at)


def _draft(text: SlavicText, pieces: list[Range], found: Attribution) -> Iterator[Draft]:
    """The pieces that hold words, if any do."""
    content = tuple(piece for piece in pieces if _has_words(text, piece))
    if content:
        yield attributed(QuoteType.DIRECT, content, found)


def _has_words(text: SlavicText, piece: Range) -> bool:
    return any(text.words[at][0].isalnum() for at in range(*piece))


def _lead(text: SlavicText, first: int, opening: int) -> Attribution:
    """What stands before a dash behind a colon: "Nowak odpowiedział: – Nie"."""
    if opening > first and text.words[opening - 1] == ":":
        start = text.sentence_of(opening - 1)[0]
        found = ahead(text, start, opening)
        if found is not None and (found.cue or found.speaker):
            return framed(text, found, start, opening)
    return Attribution("dialogue")


def _tag(text: SlavicText, at: int, last: int) -> Attribution | None:
    """The tag that a dash, a comma behind a final mark or a final mark itself opens."""
    dashed = text.words[at] in DASHES and _is_apart(text, at)
    # "– Ne, řekl prodavač, došla.", "– Proč? zeptala se": without a dash the verb stands at once.
    close = text.words[at] in _CLOSING and at + 1 < last and text.lower(at + 1) in text.grammar.said
    if not (dashed or close) or at in text.marked:
        return None
    found = tag_at(text, at + 1, _tag_end(text, at, last))
    if found is None or found.rule == "as said" or (not dashed and found.rule != "tag after"):
        return None
    # "– Rząd – premier mówił o tym – upadnie": such a subject begins small only behind a whole sentence.
    inner = found.rule == "tag after, speaker first" and text.words[at + 1][0].islower()
    return None if inner and text.words[at - 1] not in _FINAL else found


def _tag_end(text: SlavicText, at: int, last: int) -> int:
    """What ends the tag that a token opens: a dash, behind a comma one more, or its line; marks aside."""
    if text.words[at] not in DASHES:
        sentence = min(text.sentence_of(at + 1)[1], last)
        near = range(at + 1, sentence) if text.words[at] == "," else ()
        return next((end for end in near if text.words[end] == ","), sentence)
    own = text.sentence_of(at + 1)[1]
    for end in range(at + 1, last):
        if text.words[end] in DASHES and _is_apart(text, end) and end not in text.marked:
            # behind a further sentence, or a colon of it, speech begins anew
            return own if own < last and text.sentence_of(end - 1)[0] >= own else end
        # ": „…”": what a tag leads up to.
        if text.words[end] in STOPS and end + 1 < last and end + 1 in text.passages:
            return end
    return last
