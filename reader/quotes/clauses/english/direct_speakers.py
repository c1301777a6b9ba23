"""Give speech in marks the subject that the grammar finds for the verb that leads up to it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.speakers import subject_of
from reader.quotes.clauses.english.verb_groups import VerbGroup
from reader.quotes.drafts import Draft

_BEFORE = ("verb before", "verb before, leading up", "colon before")
"""Rules by which the verb stands before the marks."""


def with_subjects(text: ClauseText, spoken: Iterable[Draft]) -> Iterator[Draft]:
    """Direct drafts, those with a verb before the marks with its subject."""
    for draft in spoken:
        group = _group_of(text, draft) if draft.rule in _BEFORE and draft.cue else None
        if group and not group.passive:
            sentence = text.sentence_of(group.head)[0], draft.start
            found = subject_of(text, group, sentence)
            if found and found[1] <= draft.start:
                draft = replace(draft, speaker=found)
        yield draft


def _group_of(text: ClauseText, draft: Draft) -> VerbGroup | None:
    """The verb of a draft with its auxiliaries."""
    head = draft.cue[-1]
    near = text.groups_in((max(0, head - 6), head + 1))
    return next((group for group in near if group.first <= head < group.last), None)
