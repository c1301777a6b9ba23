"""Lines of speech that open with a dash, as Swedish and Norwegian papers have: "– Vi väntar, säger hon."."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.predicates import predicate_at
from reader.quotes.clauses.verb_second.subjects import before
from reader.quotes.clauses.verb_second.tags import tag_from
from reader.quotes.drafts import Draft
from reader.quotes.patterns import dialogue
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.nouns import is_name
from reader.quotes.text.table_text import TableText

_NEXT_LINE = 3
"""Tokens between two lines of one speaker at most: a stop and the dash of the next line."""


def find(text: ClauseText) -> Iterator[Draft]:
    """The speech in such lines; a line without a tag goes on with the speaker of the line before.

    Not behind or as a question, which another asks.
    """
    last: Draft | None = None
    for draft in dialogue.find(text, _tag):
        # Dutch papers seldom set dashes: who asks in a line without a tag nobody can tell.
        if not draft.cue and text.language.code == "nl" and "?" in text.words[draft.start : draft.end]:
            continue
        if last and not draft.cue and _goes_on(text, last, draft):
            draft = replace(draft, rule="last speaker, next paragraph")
        last = draft
        yield _without_narration(text, draft)


def _tag(table_text: TableText, at: int, stop: int) -> Attribution | None:
    """A tag whose subject the grammar knows by its ending: "frågade kunden"."""
    tag = tag_from(cast(ClauseText, table_text), at, stop)
    if tag is None or tag.speaker is None or not tag.verb.takes("t"):
        return None
    return Attribution("tag after", tag.verb.cue, tag.speaker, tag.addressee)


def _without_narration(text: ClauseText, draft: Draft) -> Draft:
    """A line without what tells of the speaker behind the tag: "– Vi väntar, säger hon. Hon bor här."."""
    *pieces, (first, end) = draft.content
    if not draft.cue or first < draft.cue[-1]:
        return draft
    for begin, last in text.analysis.sentences[text.analysis.sentence_at(first) :]:
        if begin >= end:
            break
        if begin >= first and _is_narration(text, begin, min(last, end)):
            pieces += [(first, begin)] if begin > first else []
            return replace(draft, content=tuple(pieces)) if pieces else draft
    return draft


def _is_narration(text: ClauseText, first: int, last: int) -> bool:
    """Whether a sentence behind a tag is the paper's: "Hon bor här.", "Eva Holm sier at …"."""
    if text.words[first] in text.language.dialogue:
        return any(tag_from(text, at + 1, last) for at in range(first, last - 1) if text.words[at] == ",")
    if text.language.pronouns.get(text.lower(first), "") in ("m", "f"):
        return True
    for at in text.sayings_in((first + 1, last)):
        verb = predicate_at(text, at, (first, last))
        subject = before(text, first, verb.finite) if verb else None
        if subject and subject[0] == first and is_name(text.words[subject[1] - 1]):
            return True
    return False


def _goes_on(text: ClauseText, last: Draft, draft: Draft) -> bool:
    """Whether two lines follow each other, none of them a question."""
    near = draft.start - last.reach <= _NEXT_LINE
    asked = any("?" in text.words[one.start : one.end] for one in (last, draft))
    return near and not asked
