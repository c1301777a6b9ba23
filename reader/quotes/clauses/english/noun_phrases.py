"""Noun phrases of English: from their first word on, or back from their last."""

import re

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.text.sentences import Range

_LONGEST = 14
"""Tokens of a noun phrase without what hangs on it at most."""
_HOUR = re.compile(r"[012]?\d[:.][0-5]\d(?:[ap]m)?|1?\d[ap]m")
"""The hour at which an entry of a live report was made."""
NOUNS = "NSE#"
"""What a noun phrase ends with, pronouns apart."""


def phrase_end(text: ClauseText, at: int, stop: int) -> int:
    """Behind the noun phrase that begins at a token, nothing that hangs on it; `at` where none begins."""
    tags, start = text.tags, at
    if at < stop and tags[at] in "POXF":
        return at + 1
    stop, end = min(stop, at + _LONGEST), at
    while at < stop:
        tag = tags[at]
        if tag in "NSE#":
            at += 1
            end = at
        # "more than 40 people", "about 40", "three in 10".
        elif _counts(text, at, start):
            at += 1
        elif tag == "D" or tag == "J" or tag == "G":
            # "the plan the council made": a determiner behind a noun begins another phrase.
            if tag == "D" and end > start and tags[at - 1] in NOUNS:
                break
            at += 1
        elif tag == "R" and _modifies(text, at, start):
            at += 1
        elif tag == "g" and at > start and tags[at - 1] in "DGJ":
            at += 1
            end = at
        elif tag == '"' and at > start and is_name(text, at) and text.ends[at] <= stop:
            at = text.ends[at]
            end = at
        # "Lee and Hall", "doctors and nurses".
        elif (tag == "C" and end == at > start and text.lowered[at] != "but" and _joins(text, at, stop)) or (
            tag == "," and end == at > start and _lists(text, at, stop)
        ):
            at += 1
        else:
            break
    # "some", "many": a determiner alone can be a subject.
    if end == start and at > start and text.isin(start, "pronominal"):
        return start + 1
    # "the other", "the latter"
    if end == start and at - start == 2 and text.isin(at - 1, "left_out"):
        return at
    return end


def _modifies(text: ClauseText, at: int, start: int) -> bool:
    """Whether an adverb stands within a noun phrase: "a newly built", "the first time"."""
    if at == start:
        return text.tag(at + 1) in "JnR#"
    return text.tags[at - 1] in "DG" and text.tag(at + 1) in "JnR#NSE"


def _counts(text: ClauseText, at: int, start: int) -> bool:
    """Whether a small word stands before a number: "more than 40", "about 40", "three in 10"."""
    if text.tags[at] not in "UIR" or text.tag(at + 1) not in "#D":
        return False
    lower = text.lowered[at]
    if lower == "than":
        return at > start and text.tags[at - 1] == "D"
    if text.tag(at + 1) != "#":
        return False
    return (
        lower in ("in", "of")
        if at > start and text.tags[at - 1] == "#"
        else at == start and text.isin(at, "about")
    )


def _joins(text: ClauseText, at: int, stop: int) -> bool:
    """Whether "and" joins nouns: the next is no pronoun and no verb."""
    return at + 1 < stop and text.tags[at + 1] in "NSEDJ#G" and text.tags[at - 1] in NOUNS


def _lists(text: ClauseText, at: int, stop: int) -> bool:
    """Whether a comma parts nouns of a list with "and" soon behind it: "Lee, Hall and Orr"."""
    ahead = text.tags[at + 1 : min(at + 7, stop)]
    plain = ahead.lstrip("DJG#")
    names = plain.lstrip("NSE")
    return names != plain and names.startswith("C") and text.tags[at - 1] in NOUNS


def is_name(text: ClauseText, at: int) -> bool:
    """Whether a short passage in marks may be part of a noun phrase: no verb and no stop stands in it."""
    if at not in text.passages or text.ends[at] - at > 8:
        return False
    return not any(tag in "VAMF.," for tag in text.tags[at + 1 : text.ends[at] - 1])


def is_occasion(text: ClauseText, noun: int) -> bool:
    """Whether a noun tells when or on what occasion something was said: "Monday", "interview"."""
    return any(text.isin(noun, kind) for kind in _OCCASIONS)


_OCCASIONS = ("time_nouns", "occasions")
"""Tables of nouns that tell when and on what occasion something was said."""


def chain_end(text: ClauseText, at: int, stop: int) -> int:
    """Behind a noun phrase with the phrases that hang on it: "the head of the agency in Leeds"."""
    end = phrase_end(text, at, stop)
    if end == at or text.tags[at] in "POXF":
        return end
    while end < stop and text.tags[end] in "It" and text.isin(end, "hanging"):
        further = phrase_end(text, end + 1, stop)
        # "said the mayor on Monday", "in a statement": when and where, not who
        if further == end + 1 or is_occasion(text, further - 1):
            break
        end = further
    return end


def phrase_before(text: ClauseText, end: int, floor: int) -> int:
    """Where the noun phrase begins that ends before token `end`; `end` where none ends there."""
    tags, at = text.tags, end
    if at > floor and tags[at - 1] in "POXF":
        return at - 1
    if at > floor and tags[at - 1] == "D" and text.isin(at - 1, "pronominal"):
        return at - 1
    # "those surveyed".
    if at - 1 > floor and tags[at - 2 : at] == "Dn" and text.isin(at - 2, "pronominal"):
        return at - 2
    # "three in 10".
    if at - 3 >= floor and tags[at - 3 : at] == "#I#" and text.lowered[at - 2] in ("in", "of"):
        return at - 3
    if at <= floor or tags[at - 1] not in 'NSEJ#G"g':
        return end
    while at > floor:
        tag = tags[at - 1]
        if tag == "D":
            # "all the others", "both his sons".
            if at - 1 > floor and tags[at - 2] == "D":
                at -= 1
            # "she and another reporter"
            shared = at - 2 > floor and tags[at - 3 : at - 1] == "PC"
            return at - 3 if shared else at - 1
        if tag in "NSEJ#G" or (tag == "g" and at == end) or (tag == "R" and tags[at] in "J" and at < end):
            at -= 1
        elif (
            tag == '"'
            and at - 1 in text.begins
            and text.begins[at - 1] >= floor
            and is_name(text, text.begins[at - 1])
        ):
            at = text.begins[at - 1]
        elif tag == "C" and at < end and text.lowered[at - 1] in ("and", "or", "&") and at - 1 > floor:
            # "she and Lee"
            if tags[at - 2] == "P" and tags[at] == "E":
                return at - 2
            if tags[at - 2] not in "NSE" or tags[at] not in "NSEDJG#":
                break
            at -= 1
        elif tag == "?" and text.words[at - 1] in "&+":
            at -= 1
        else:
            break
    return at


def _dates(text: ClauseText, at: int) -> bool:
    """Whether "last month", "this week" stands at a token."""
    return text.lowered[at] in ("last", "this", "next") and text.isin(at + 1, "time_nouns")


def trimmed(text: ClauseText, phrase: Range) -> Range:
    """A phrase without adverbs and times at its beginning: "Monday Lee", "14:10 Network Rail"."""
    first, last = phrase
    # "Last month Lee"
    first += 2 * (last - first > 2 and _dates(text, first))
    while first < last - 1 and (
        text.tags[first] == "R" or text.isin(first, "time_nouns") or _HOUR.fullmatch(text.words[first])
    ):
        first += 1
    return first, last
