"""Find phrases that say who says a sentence: "according to any phrase", "in her view", "In a poll,"."""

from collections.abc import Iterator

from reader.quotes.clauses.english.attribution_tags import Tag, describes
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.noun_phrases import chain_end
from reader.quotes.clauses.english.told import speaks
from reader.quotes.text.nouns import is_role
from reader.quotes.text.sentences import Range


def phrases_in(text: ClauseText, sentence: Range) -> Iterator[Tag]:
    """Each phrase of a sentence that says whose words, view or figures it gives."""
    for at in range(*sentence):
        lower = text.lowered[at]
        if lower == "according" and text.lower(at + 1) == "to":
            found = _around(text, sentence, at, at + 2, "according to")
        elif lower in text.lexicon.lists["views"]:
            found = _view(text, sentence, at) if _is_owned(text, sentence, at) else None
        elif lower in ("in", "as") and _begins(text, sentence, at):
            found = _opening(text, sentence, at)
        else:
            continue
        if found:
            yield found


def _begins(text: ClauseText, sentence: Range, at: int) -> bool:
    """Whether a word opens a sentence, or stands right behind its "But"."""
    return at == sentence[0] or (at == sentence[0] + 1 and text.tags[sentence[0]] in "CR")


def _is_owned(text: ClauseText, sentence: Range, at: int) -> bool:
    """Whether a noun like "view" has an owner and opens the sentence or stands in commas."""
    owned = text.tag(at - 1) == "G" or text.lower(at - 1) in _OWNERS
    opens = at - 2 == sentence[0] or text.tag(at - 3) == ","
    return owned and opens and text.lower(at - 2) in ("in", "by", "to")


_NAME = 6
"""Tokens of a name in commas, with these, at most."""
_ASIDE = 14
"""Tokens of a participle or noun with what hangs on it, up to its comma, at most."""
_OWNERS = frozenset(("his", "her", "their", "our", "my", "its"))


def _opening(text: ClauseText, sentence: Range, at: int) -> Tag | None:
    """What opens a sentence, up to its comma: "In a new poll,", "As reported by the paper,"."""
    first, last = sentence
    lower = text.lowered[at]
    begin = at + 1
    cue: tuple[int, ...] = (at,)
    if lower == "as":
        if text.tag(at + 1) not in "nV" or text.lower(at + 2) != "by":
            return None
        begin, cue = at + 3, (at, at + 1, at + 2)
    end = _source_end(text, begin, last)
    if end <= begin or text.tag(end) != "," or clause_verb(text, end + 1, last) < 0:
        return None
    source = begin, end
    if not (speaks if lower == "as" else _is_poll)(text, source):
        return None
    return Tag((first, end + 1), "according to", cue, source, ((end + 1, last),))


def _is_poll(text: ClauseText, source: Range) -> bool:
    """Whether a phrase is a poll or survey: "a Fox News poll released on Monday"."""
    return any(text.isin(at, "polls") for at in range(*source))


def _view(text: ClauseText, sentence: Range, at: int) -> Tag | None:
    """ "In her view, the plan is dead"."""
    comma = at + 1
    if text.tag(comma) != ",":
        return None
    cue = (at - 2, at)
    if at - 2 == sentence[0]:
        return Tag((at - 2, comma + 1), "viewpoint", cue, (at - 1, at), ((comma + 1, sentence[1]),))
    content = (sentence[0], at - 3), (comma + 1, sentence[1])
    return Tag((at - 3, comma + 1), "viewpoint", cue, (at - 1, at), content)


def _around(text: ClauseText, sentence: Range, at: int, begin: int, rule: str) -> Tag | None:
    """What an attribution phrase attributes: the sentence around it."""
    first, last = sentence
    end = _source_end(text, begin, last)
    # "according to plan".
    if end <= begin or (end == begin + 1 and text.isin(begin, "no_sources")):
        return None
    speaker = begin, end
    cue = tuple(range(at, begin))
    if at == first or (text.tag(at - 1) in "CR" and at - 1 == first):
        comma = end if text.tag(end) == "," else text.tags.find(",", end, min(last, end + 25))
        named = _behind_name(text, begin, comma, last)
        comma = named or _behind_aside(text, begin, comma, last)
        speaker = (begin, named) if named else speaker
        return (
            Tag((first, comma + 1), rule, cue, speaker, ((comma + 1, last),))
            if 0 < comma < last - 2
            else None
        )
    head = at - 1 if text.tag(at - 1) == "," else at
    inside = text.tag(end) in ",-" and end < last - 2 and text.tags[at - 1] in ",-"
    joined = text.tag(end + 1) == "C" and clause_verb(text, end + 2, last) >= 0
    if inside and not joined and not describes(text, end, last):
        return Tag((head, end + 1), rule, cue, speaker, ((first, head), (end + 1, last)))
    return Tag((head, last), rule, cue, speaker, ((first, head),))


def _behind_name(text: ClauseText, begin: int, comma: int, last: int) -> int:
    """The comma behind a name that tells who a role is: "the mayor of Leeds, Ann Lee,"; 0 where none is."""
    further = text.tags.find(",", comma + 1, min(last, comma + _NAME)) if comma > begin else -1
    if further < comma + 3:
        return 0
    roles = any(is_role(text.lowered[at], text.language) for at in range(begin, comma))
    name = all(text.tags[at] == "E" for at in range(comma + 1, further))
    return further if roles and name and clause_verb(text, further + 1, last) >= 0 else 0


def _behind_aside(text: ClauseText, begin: int, comma: int, last: int) -> int:
    """The comma behind what tells more of a source: "the report, published last week,", "Lee, a vet,"."""
    participle = text.tag(comma + 1) == "n" or text.lower(comma + 1).endswith("ed")
    if comma < 0:
        return comma
    further = text.tags.find(",", comma + 1, min(last, comma + _ASIDE))
    if further < 0 or clause_verb(text, further + 1, last) < 0:
        return comma
    # "Lee, a former consul in Lima,", "Lee, head of the union,": no verb stands in it.
    named = text.words[comma - 1][0].isupper() and comma > begin
    verbless = not any(tag in "VAMF" for tag in text.tags[comma + 1 : further])
    apposed = named and verbless and text.tag(comma + 1) in "DNJE" and text.tag(further + 1) != "C"
    return further if participle or apposed else comma


def _source_end(text: ClauseText, begin: int, last: int) -> int:
    """Behind the phrase that names a source: to the next comma or verb."""
    # "recently published accounts"
    begin += text.tag(begin) == "R" and text.tag(begin + 1) in "nVJ"
    begin += text.tags[begin - 1] == "R" and text.tag(begin) in "nV"
    end = chain_end(text, begin, last)
    # "a study published in May by the bank".
    while end < last and text.tags[end] in "nIgt" and end > begin:
        led = end + 1 + (text.tags[end] == "n" and text.tag(end + 1) in "It")
        further = chain_end(text, led, last)
        if further <= led:
            break
        end = further
    return end
