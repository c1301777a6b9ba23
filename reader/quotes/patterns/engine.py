"""The table engine for languages without a grammar: direct speech in marks and dialogue, indirect speech.

First what is direct, then what is indirect beside it; then drafts without a speaker of their own get that of
the draft before, or of the sentence's subject.
"""

from reader.quotes.detection import Detection
from reader.quotes.patterns import dialogue, direct, indirect
from reader.quotes.patterns.carrying import with_speakers
from reader.quotes.patterns.nesting import assembled, content_of, whole_spans
from reader.quotes.patterns.rules import rules_of
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.table_text import TableText

NAME = "patterns-1"
"""Name of this engine, kept with every quote."""


def find(analysis: Analysis, explain: bool = False) -> Detection:
    """The quotations of a text."""
    text = TableText(analysis)
    mentions = TableMentions(text)
    spoken = sorted((*direct.find(text), *dialogue.find(text)), key=content_of)
    taken = [text.span(tokens) for draft in spoken for tokens in draft.content]
    rendered = list(indirect.find(text, whole_spans(text, spoken), taken))
    drafts = assembled(text, spoken, rendered, rules_of(text.language.code), explain)
    return Detection(text, list(with_speakers(text, mentions, drafts)), lambda: mentions)
