"""The engine of the Slavic grammar: speech in marks and behind dashes, clauses behind commas."""

from reader.models import QuoteType
from reader.quotes.clauses.slavic import dialogue, direct, headlines, indirect, told
from reader.quotes.clauses.slavic.carrying import with_speakers
from reader.quotes.clauses.slavic.mentions import SlavicMentions
from reader.quotes.clauses.slavic.rules import rules_of
from reader.quotes.clauses.slavic.slavic_text import SlavicText
from reader.quotes.detection import Detection
from reader.quotes.patterns.nesting import assembled, content_of
from reader.quotes.text.analysis import Analysis

NAME = "clauses-1"
"""Name of this engine, kept with every quote."""


def find(analysis: Analysis, explain: bool = False) -> Detection:
    """The quotes of a text."""
    text = SlavicText(analysis)
    lines = list(dialogue.find(text))
    taken = sorted((draft.content[0][0], draft.content[-1][1]) for draft in lines)
    spoken = sorted((*direct.find(text, taken), *lines), key=content_of)
    rendered = list(indirect.find(text, spoken))
    covered = [draft.frame[0] for draft in (*spoken, *rendered) if draft.frame]
    heads = [draft for draft in headlines.find(text) if draft.frame[0] not in covered]
    rendered += [draft for draft in heads if draft.type == QuoteType.INDIRECT]
    spoken = sorted((*spoken, *(draft for draft in heads if draft.type == QuoteType.DIRECT)), key=content_of)
    rendered += told.find(text, (*spoken, *rendered))
    drafts = assembled(text, spoken, rendered, rules_of(text.language.code), explain)
    if not drafts:
        return Detection(text, [], lambda: SlavicMentions(text))
    mentions = SlavicMentions(text)
    return Detection(text, list(with_speakers(text, mentions, drafts)), lambda: mentions)
