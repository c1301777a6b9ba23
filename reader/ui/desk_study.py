"""What the rules of a language say about a text that the desk shows: its sentences, and scare quotes to dim.

Imported in a worker only, since loading a language's tables takes longer than the first paint may.
"""

from reader.quotes import passages_in_marks
from reader.quotes.analysis import analyse
from reader.ui.widgets.article_motions import sentence_starts as plain_starts
from reader.ui.widgets.article_spans import Mark

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
