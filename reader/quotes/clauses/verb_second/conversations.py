"""Lines of speech that open with a dash, as Swedish and Norwegian papers have: "– Vi väntar, säger hon."."""

from collections.abc import Iterator
from dataclasses import replace

from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.drafts import Draft
from reader.quotes.patterns import dialogue

_NEXT_LINE = 3
"""Tokens between two lines of one speaker at most: a stop and the dash of the next line."""


def find(text: ClauseText) -> Iterator[Draft]:
    """The speech in such lines; a line without a tag goes on with the speaker of the line before.

    Not behind or as a question, which another asks.
    """
    last: Draft | None = None
    for draft in dialogue.find(text):
        if last and not draft.cue and _goes_on(text, last, draft):
            draft = replace(draft, rule="last speaker, next paragraph")
        last = draft
        yield _without_narration(text, draft)


def _without_narration(text: ClauseText, draft: Draft) -> Draft:
    """A line without what tells of the speaker behind the tag: "– Vi väntar, säger hon. Hon bor här."."""
    *pieces, (first, end) = draft.content
    if not draft.cue or first < draft.cue[-1]:
        return draft
    for begin, _ in text.analysis.sentences[text.analysis.sentence_at(first) :]:
        if begin >= end:
            break
        gender = text.language.pronouns.get(text.lower(begin), "") if begin >= first else ""
        if gender in ("m", "f"):
            pieces += [(first, begin)] if begin > first else []
            return replace(draft, content=tuple(pieces)) if pieces else draft
    return draft


def _goes_on(text: ClauseText, last: Draft, draft: Draft) -> bool:
    """Whether two lines follow each other, none of them a question."""
    near = draft.start - last.reach <= _NEXT_LINE
    asked = any("?" in text.words[one.start : one.end] for one in (last, draft))
    return near and not asked
