"""The engine of the verb-second grammar: direct speech by tables, indirect speech around every verb."""

from reader.quotes.clauses.verb_second import conversations, direct, indirect
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.heralds import with_heralds
from reader.quotes.clauses.verb_second.mentions import ClauseMentions
from reader.quotes.clauses.verb_second.rules import rules_of
from reader.quotes.detection import Detection
from reader.quotes.patterns.carrying import with_speakers
from reader.quotes.patterns.nesting import assembled, content_of
from reader.quotes.text.analysis import Analysis

NAME = "clauses-1"
"""Name of this engine, kept with every quote."""


def find(analysis: Analysis, explain: bool = False) -> Detection:
    """The quotes of a text."""
    text = ClauseText(analysis)
    mentions = ClauseMentions(text)
    spoken = sorted((*direct.find(text), *conversations.find(text)), key=content_of)
    rendered = list(indirect.find(text, spoken))
    spoken = list(with_heralds(text, spoken, rendered))
    drafts = assembled(text, spoken, rendered, rules_of(text.language.code), explain)
    return Detection(text, list(with_speakers(text, mentions, drafts)), lambda: mentions)
