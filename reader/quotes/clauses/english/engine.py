"""The engine of the English grammar: direct speech by tables, indirect speech around every verb."""

from reader.quotes.clauses.english import indirect
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.direct_speakers import is_spoken, with_subjects
from reader.quotes.clauses.english.rules import rules_of
from reader.quotes.detection import Detection
from reader.quotes.patterns import dialogue, direct
from reader.quotes.patterns.carrying import with_speakers
from reader.quotes.patterns.nesting import assembled, content_of, whole_spans
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.analysis import Analysis

NAME = "clauses-1"
"""Name of this engine, kept with every quote."""

_READING = direct.Reading(is_spoken)


def find(analysis: Analysis, explain: bool = False) -> Detection:
    """The quotes of a text."""
    text = ClauseText(analysis)
    mentions = TableMentions(text)
    spoken = sorted((*with_subjects(text, direct.find(text, _READING)), *dialogue.find(text)), key=content_of)
    taken = [text.span(tokens) for draft in spoken for tokens in draft.content]
    rendered = list(indirect.find(text, whole_spans(text, spoken), taken))
    drafts = assembled(text, spoken, rendered, rules_of(text.language.code), explain)
    return Detection(text, list(with_speakers(text, mentions, drafts)), lambda: mentions)
