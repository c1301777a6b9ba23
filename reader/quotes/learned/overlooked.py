"""What the rules see plainly and the network overlooks: "Ott sagt, das Bad ist zu teuer".

In the articles that the network learned from such sentences are rare, and where nothing else is quoted around
them it often sees none. Of quotes that hang on a noun of saying and that it did not see, seven of eight were
right on articles kept out of training; without a speaker they help nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.german.reasons import confidence, reasons

_PLAIN = ("frame first, indicative", "frame last, indicative", "colon, colon")
"""Rules that are taken where their frame has nothing but the verb and who speaks."""
_ALWAYS = ("noun of saying", "aus Sicht")


def overlooked(
    parsed: Parsed, ruled: Sequence[Draft], found: Sequence[Draft], explain: bool = False
) -> Iterator[Draft]:
    """Those quotes of the rules, plain to see, of which no word is in a quote that the network found."""
    held = {at for draft in found for first, end in draft.content for at in range(first, end)}
    for draft in ruled:
        if (draft.rule in _ALWAYS and draft.speaker) or (draft.rule in _PLAIN and _is_bare(parsed, draft)):
            said = (range(first, end) for first, end in draft.content)
            if all(held.isdisjoint(piece) for piece in said):
                why = reasons(parsed, draft) if explain else ()
                yield replace(draft, confidence=confidence(draft), why=why)


def _is_bare(parsed: Parsed, draft: Draft) -> bool:
    """Whether a frame has nothing but verb and speaker: "Ott sagt,", not "Dann bemerkte Ott den Brand,"."""
    if draft.speaker is None:
        return False
    known = {*draft.cue, *range(*draft.speaker)}
    frame = (at for first, end in draft.frame for at in range(first, end))
    return all(at in known or parsed.flags[at] & w.PUNCTUATION for at in frame)
