"""What the rules of a language say about a text that the desk shows: its sentences, and scare quotes to dim.

Imported in a worker only, since loading a language's tables takes longer than the first paint may.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reader.models import Anchor, Quote, Status, Verification
from reader.quotes import detect, passages_in_marks
from reader.quotes.analysis import analyse
from reader.ui.desk_page import DeskPage
from reader.ui.widgets.article_motions import sentence_starts as plain_starts
from reader.ui.widgets.article_spans import Mark


class Finding(NamedTuple):
    """Something that lint has to say."""

    quote_id: int
    start: int
    sentence: str
    kind: str


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
    rule = [f"Rule: {same.rule}."] if same.rule else []
    return [*told, *rule, *same.why]


def _shared(one: Quote, other: Quote) -> int:
    """Characters that two quotes share, more where they begin and end together."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)
    return shared and shared - abs(one.start - other.start) - abs(one.end - other.end) + 10_000


def findings(page: DeskPage) -> list[Finding]:
    """What is missing on a page before it goes out: place, quote and a sentence for each."""
    found = []
    for quote in page.quotes:
        if quote.status is not Status.REJECTED:
            found += [Finding(quote.id, quote.start, told, kind) for told, kind in _lacks(page, quote)]
    return found


def _lacks(page: DeskPage, quote: Quote) -> Iterator[tuple[str, str]]:
    words = page.words(quote)
    shown = f"„{words[:44].strip('„“”»«')}…“"
    if quote.status is Status.SUGGESTED:
        yield f"{shown} is not decided", "open"
    if not (quote.source or quote.resolved_speaker or quote.speaker):
        yield f"{shown} has no speaker", "speaker"
    elif quote.status is Status.ACCEPTED and not quote.source_id:
        yield f"{shown} is not assigned to a source", "source"
    if quote.verification is Verification.DISPUTED:
        yield f"{shown} is disputed", "check"
    if quote.anchor in (Anchor.FUZZY, Anchor.ORPHAN):
        yield f"{shown} has lost its exact place in the text", "place"
