"""What the rules of a language say about a text that the desk shows: its sentences, and scare quotes to dim.

Imported in a worker only, since loading a language's tables takes longer than the first paint may.
"""

from reader.models import Quote
from reader.quotes import detect, passages_in_marks
from reader.quotes.text.analysis import analyse
from reader.ui.widgets.article.motions import sentence_starts as plain_starts
from reader.ui.widgets.article.spans import Mark

_DIMMED = frozenset({"scare"})


def sentence_starts(text: str, language: str) -> list[int]:
    """Where sentences begin."""
    found = analyse(text, language or "de")
    starts = [found.tokens.starts[first] for first, last in found.sentences if last > first]
    return starts or plain_starts(text)


def scare_marks(text: str, language: str) -> list[Mark]:
    """Marks of what stands in quotation marks without being said."""
    passages = passages_in_marks(text, language or "de")
    return [Mark(*passage.span, "scare") for passage in passages if passage.kind in _DIMMED]


def reasons(text: str, language: str, title: str, quote: Quote) -> list[str]:
    """Sentences that say why a quote was found, or that a person marked it."""
    if quote.origin == "person":
        return ["You, or somebody else at this library, marked this by hand."]
    found = detect(text, language or "de", title, explain=True)
    same = max(found, key=lambda other: _shared(other, quote), default=None)
    told = [f"Found by {quote.origin or 'the detector'}, {quote.confidence:.0%} sure."]
    if same is None or not _shared(same, quote):
        return [*told, "The detector of today would not find it again."]
    rule = [f"Rule: {same.rule}."] if same.rule and not same.why else []
    return [*told, *rule, *same.why]


def _shared(one: Quote, other: Quote) -> int:
    """Characters that two quotes share, more where they begin and end together."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)
    return shared and shared - abs(one.start - other.start) - abs(one.end - other.end) + 10_000
