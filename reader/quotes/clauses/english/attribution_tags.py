"""Find what beside the words says who said them: ", Lee said", "as Lee put it", "according to Lee"."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.complements import complement_of, takes
from reader.quotes.clauses.english.speakers import subject_of
from reader.quotes.clauses.english.verb_groups import FINITE, VerbGroup
from reader.quotes.text.sentences import Range

_LONGEST = 45
"""Tokens of an attribution at most."""
_OPENING = frozenset(",-")
_REASONS = frozenset(("because", "if", "unless", "whether"))
"""Conjunctions that go on behind an attribution with what is said."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A clause or phrase that attributes the sentence around it."""

    frame: Range
    rule: str
    cue: tuple[int, ...]
    speaker: Range | None
    content: tuple[Range, ...]
    lemma: str = ""


def tags_in(text: ClauseText, sentence: Range) -> Iterator[Tag]:
    """The attributions of a sentence with what they attribute."""
    for group in text.groups_in(sentence):
        if group.kind == FINITE and _attributes(text, group) and not group.negated:
            found = _tag(text, group, sentence)
            if found:
                yield found


def _attributes(text: ClauseText, group: VerbGroup) -> bool:
    """Whether a verb stands beside what is said in indirect speech, too: not "he laughed", "she began"."""
    return (takes(text, group, "t") and takes(text, group, "qb")) or group.lemma in text.lexicon.lists[
        "as_verbs"
    ]


def _tag(text: ClauseText, group: VerbGroup, sentence: Range) -> Tag | None:
    """The attribution clause around a verb: ", Lee said", ", said Lee", "as Lee said"."""
    first, last = sentence
    as_clause = _as_before(text, group, first)
    speaker = subject_of(text, group, sentence)
    if group.passive and as_clause < 0:
        return None
    begin = group.first if as_clause < 0 else as_clause
    if speaker and speaker[1] <= group.first:
        begin = min(begin, speaker[0])
    if speaker is None and as_clause < 0:
        return None
    assert speaker is not None or as_clause >= 0
    end = max(group.last, speaker[1] if speaker else 0)
    if as_clause >= 0:
        return _as_said(text, group, sentence, as_clause, speaker, end)
    if begin <= first or not _is_parted(text, begin, first) or not takes(text, group, "t"):
        return None
    if _has_object(text, group, speaker, end):
        return None
    if complement_of(text, group, last) is not None and speaker and speaker[0] < group.first:
        return None
    return _beside(text, group, sentence, begin, end, speaker)


def _is_parted(text: ClauseText, begin: int, first: int) -> bool:
    """Whether a comma or dash stands before an attribution, or one in the marks that close there."""
    if text.tags[begin - 1] in _OPENING:
        return True
    # 'The bridge is "a trap," Lee said': a passage that begins within the sentence.
    mark = begin - 1
    return text.tags[begin - 2 : begin] == ',"' and mark in text.begins and text.begins[mark] > first + 1


def _has_object(text: ClauseText, group: VerbGroup, speaker: Range | None, end: int) -> bool:
    """Whether the verb has its own object: "On Monday, Lee announced a plan", "he boasted of it"."""
    if speaker and speaker[0] > group.first:
        return False
    if takes(text, group, "o"):
        return text.tag(end) in "t" and text.tag(end + 1) in "bx"
    while text.tag(end) == "R" or text.isin(end, "time_nouns") or _is_past_time(text, end):
        end += 1
    ahead = text.tag(end)
    return (
        ahead in "DNJ#POtbgSG"
        or (ahead == "E" and not text.isin(end, "time_nouns"))
        or (text.lower(end) in ("of", "for", "about") and group.lemma != "say")
    )


def _is_past_time(text: ClauseText, at: int) -> bool:
    """Whether "last", "next" or "this" stands before a time: "reported last week"."""
    return text.lower(at) in ("last", "next", "this") and text.isin(at + 1, "time_nouns")


def _as_before(text: ClauseText, group: VerbGroup, first: int) -> int:
    """The "as" or "like" that a verb's clause begins with, -1 for none."""
    for at in range(group.first - 1, max(first, group.first - 12) - 1, -1):
        if text.lowered[at] in text.language.comparisons:
            # "as winter came, Lee said" has another verb between; "as well as" is none.
            known = group.lemma in text.lexicon.lists["as_verbs"]
            return at if known and text.tag(at + 1) not in "IJR" else -1
        if text.tags[at] in "VAM.,:":
            return -1
    return -1


def _as_said(
    text: ClauseText, group: VerbGroup, sentence: Range, begin: int, speaker: Range | None, end: int
) -> Tag | None:
    """The sentence around "as Lee said": it opens, ends or is put into it."""
    first, last = sentence
    if speaker is None or complement_of(text, group, last) is not None:
        return None
    # "as Lee put it"; "as Lee put a stop to it" puts nothing into words.
    put = text.lower(end) in ("it", "so")
    end = end + put
    if (group.lemma == "put" and not put) or text.tag(end) in "DNSEJtbgT":
        return None
    comma = _closing_comma(text, end, last)
    if begin == first:
        return (
            Tag((begin, comma + 1), "as said", (begin, *group.cue), speaker, ((comma + 1, last),))
            if comma > 0
            else None
        )
    if text.tags[begin - 1] not in ",-":
        return None
    if comma > 0:
        return Tag(
            (begin - 1, comma + 1),
            "as said",
            (begin, *group.cue),
            speaker,
            ((first, begin - 1), (comma + 1, last)),
        )
    return Tag((begin - 1, last), "as said", (begin, *group.cue), speaker, ((first, begin - 1),))


def _closing_comma(text: ClauseText, end: int, last: int) -> int:
    """The comma that closes an attribution which ends at a token, over a time or place; -1 for none."""
    for at in range(end, min(end + 12, last - 1)):
        tag = text.tags[at]
        if tag in ",-":
            return at
        if tag in "VAMFTWHC.:":
            return -1
    return -1


def _beside(
    text: ClauseText, group: VerbGroup, sentence: Range, begin: int, end: int, speaker: Range | None
) -> Tag | None:
    """What is said before, or around, an attribution that a comma or dash opens."""
    first, last = sentence
    comma = begin - (text.tags[begin - 1] != '"')
    close = _closing_comma(text, end, last)
    # "Voters, Lee said, care", "But, Lee said, it is late"
    goes_on = close > 0 and (text.tag(close + 1) in "VAM" or clause_verb(text, close + 1, last) >= 0)
    if (comma - first < 2 and not goes_on) or text.begins.get(comma - 1, -1) == first:
        return None
    if _is_led_up_to(text, first, comma) or _is_asked(text, first, comma, close, last):
        return None
    cue = group.cue
    if close > 0 and last - close > 2 and not describes(text, close, last):
        content: tuple[Range, ...] = ((first, comma), (close + 1, last))
        goes_on = text.tags[close + 1] in "VAM"
        if not (goes_on or _clause_within(text, first, comma) or _clause_within(text, close + 1, last)):
            return None
        return Tag((comma, close + 1), "tag after, a clause", cue, speaker, content, group.lemma)
    # ", Lee said, adding that": what describes the speaker or tells more closes the attribution.
    closes = close > 0 or _ends_here(text, end, last)
    loose = group.lemma == "say" and text.tags[first] not in "UIgWR" and _has_verb(text, first, comma)
    if not closes or not (loose or _clause_within(text, first, comma)):
        return None
    return Tag((comma, last), "tag after, a clause", cue, speaker, ((first, comma),), group.lemma)


def _is_led_up_to(text: ClauseText, first: int, comma: int) -> bool:
    """Whether a tag stands beside direct speech that a clause leads up to: 'It was lost: "Go," he said'."""
    begin = text.begins.get(comma - 1, -1)
    return begin - 1 > first and text.tags[begin - 1] in ":-."


def _is_asked(text: ClauseText, first: int, comma: int, close: int, last: int) -> bool:
    """Whether what opens a sentence only tells of a question: 'Asked if he would go, Lee said, "No."'."""
    spoken = close > 0 and text.ends.get(close + 1, 0) >= last - 1
    # 'If it rains, he said, "the match is off"' is one sentence, whose second half begins small
    return spoken and text.words[close + 2][0].isupper() and not _clause_within(text, first, comma)


def _has_verb(text: ClauseText, first: int, last: int) -> bool:
    """Whether any finite verb stands in a range."""
    return any(tag in "VAMF" for tag in text.tags[first:last])


def _clause_within(text: ClauseText, first: int, last: int) -> bool:
    """Whether a main clause stands in a range: a finite verb, not only that of a subordinate clause."""
    if text.tags[first] in "UW" or (text.tags[first] in "IR" and not _main_verb(text, first, last)):
        comma = text.tags.find(",", first, last)
        return comma > 0 and _clause_within(text, comma + 1, last)
    return _main_verb(text, first, last)


def _main_verb(text: ClauseText, first: int, last: int, *, shared: bool = False) -> bool:
    """Whether a finite verb stands in a range that no relative or conjunction takes.

    With `shared`, all verbs up to a comma are those of one relative: "who left and has come back".
    """
    taken = 0
    for at in range(first, last):
        tag = text.tags[at]
        if tag in "HUW" or (tag == "T" and at > first):
            taken = 1
        elif tag in "VAMF":
            if not taken:
                return True
            taken = shared
        elif tag == ",":
            taken = 0
    return False


def describes(text: ClauseText, close: int, last: int) -> bool:
    """Whether what stands behind the comma describes the speaker: ", who left", ", the mayor", ", adding"."""
    after = close + 1
    tag = text.tag(after)
    # "It is late, he said, because nobody came": the reason belongs to what is said
    # "It rained, records show, and Lee said it was dry"
    if tag == "C" and _another_says(text, after + 1, last):
        return True
    if text.lower(after) in _REASONS and clause_verb(text, after + 1, last) >= 0:
        return False
    if tag in "HgUW" or (tag == "R" and text.tag(after + 1) in "gH"):
        return True
    # "said Ann Lee, director of a union that broke away and grew"
    if tag in "DENSJ" and clause_verb(text, after, last) < 0:
        return not _main_verb(text, after, last, shared=True)
    return False


def _another_says(text: ClauseText, at: int, last: int) -> bool:
    """Whether a further verb of saying with what it takes follows: "and Lee said it was dry"."""
    verb = at if text.tag(at) == "V" else clause_verb(text, at, last)
    other = next(iter(text.groups_in((verb, verb + 1))), None) if verb >= 0 else None
    return other is not None and takes(text, other, "qb?i") and complement_of(text, other, last) is not None


def _ends_here(text: ClauseText, end: int, last: int) -> bool:
    """Whether nothing but times, places, descriptions stand between an attribution and the sentence's end."""
    at = end
    while at < last:
        tag = text.tags[at]
        if tag in "VAMFTW:":
            return text.tags[at] not in "T:W" and _inside_comma(text, end, at)
        at += 1
    return True


def _inside_comma(text: ClauseText, end: int, at: int) -> bool:
    """Whether a comma or preposition parts a verb from the attribution: ", who left", "after he left"."""
    between = text.tags[end:at]
    return any(tag in between for tag in ",UHI")
