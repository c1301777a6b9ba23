"""What the rules see plainly and the network overlooks: "Ott sagt, das Bad ist zu teuer".

In the articles that the network learned from such sentences are rare, and where nothing else is quoted around
them it often sees none. Of quotes that hang on a noun of saying and that it did not see, seven of eight were
right on articles kept out of training; without a speaker they help nobody.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.german.reasons import confidence, reasons

_PLAIN = (
    "frame first, indicative",
    "frame last, indicative",
    "frame first, subjunctive",
    "frame last, subjunctive",
    "colon, colon",
)
"""Rules that are taken where their frame has nothing but the verb and who speaks."""
_ALWAYS = ("noun of saying", "aus Sicht", "subjunctive after colon")
_GOING_ON = ("subjunctive alone", "subjunctive goes on")
"""Rules that are taken where the sentence begins with a pronoun and its verb."""


def overlooked(
    parsed: Parsed, ruled: Sequence[Draft], found: Sequence[Draft], explain: bool = False
) -> Iterator[Draft]:
    """Those quotes of the rules, plain to see, of which no word is in a quote that the network found."""
    held = {at for draft in found for first, end in draft.content for at in range(first, end)}
    for draft in ruled:
        if _is_plain(parsed, draft):
            said = (range(first, end) for first, end in draft.content)
            if all(held.isdisjoint(piece) for piece in said):
                why = reasons(parsed, draft) if explain else ()
                yield replace(draft, confidence=confidence(draft), why=why)


def with_speakers(parsed: Parsed, ruled: Sequence[Draft], found: Iterable[Draft]) -> Iterator[Draft]:
    """What the network found, with whom the rules see go on where it sees nobody."""
    named = {draft.start: draft.speaker for draft in ruled if _goes_on(parsed, draft)}
    for draft in found:
        nobody = draft.type == QuoteType.INDIRECT_FREE_INDIRECT and draft.speaker is None
        yield replace(draft, speaker=named.get(draft.start)) if nobody else draft


def _is_plain(parsed: Parsed, draft: Draft) -> bool:
    """Whether it is plain that somebody speaks, and who."""
    if draft.speaker is None:
        return False
    plain = draft.rule in _PLAIN and _is_bare(parsed, draft)
    return plain or draft.rule in _ALWAYS or _goes_on(parsed, draft)


def _goes_on(parsed: Parsed, draft: Draft) -> bool:
    """Whether a quote begins with a pronoun and a subjunctive: "Kolb zögert. Sie wisse nicht, wann."."""
    pronoun = parsed.lower(draft.start) in parsed.table.lists.subject_pronouns
    return draft.rule in _GOING_ON and pronoun and bool(parsed.flags[draft.start + 1] & w.SUBJUNCTIVE1)


def _is_bare(parsed: Parsed, draft: Draft) -> bool:
    """Whether a frame has nothing but verb and speaker: "Ott sagt,", not "Dann bemerkte Ott den Brand,"."""
    assert draft.speaker is not None
    known = {*draft.cue, *range(*draft.speaker)}
    frame = (at for first, end in draft.frame for at in range(first, end))
    return all(at in known or parsed.flags[at] & w.PUNCTUATION for at in frame)
