"""Whom something was told to: the outlet in "sagte Kolb der Deutschen Presse-Agentur"."""

from reader.quotes.german import lexicon as w
from reader.quotes.german.noun_phrases import noun_phrase
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

_TO_OUTLET = 7
"""Tokens from an article to the noun of an outlet: "der Frankfurter Allgemeinen Sonntagszeitung"."""


def apart(parsed: Parsed, speaker: Range) -> tuple[Range, Range | None]:
    """A speaker's phrase without the outlet spoken to, and that outlet; None where there is none in it."""
    first, end = speaker
    for at in range(first + 1, end):
        if parsed.lower(at) not in parsed.table.lists.told or parsed.flags[at] & w.CAPITAL:
            continue
        outlet = _outlet(parsed, at, end)
        if outlet and _is_addressee(parsed, first, at, outlet):
            return (first, at), outlet
    return speaker, None


def hearer_behind(parsed: Parsed, at: int, known: Range | None) -> Range | None:
    """The outlet right behind a speaker, or the whole of one that is `known` in part."""
    bare = known is not None and not parsed.flags[known[0]] & w.DETERMINER
    # What stands before the speaker is no part of who is told: "Ott | sagte der Zeitung".
    least = at if known and at <= known[0] else 0
    if known and bare and (first := _article_before(parsed, known[0], least)) is not None:
        return first, known[1]
    if known is not None or at >= len(parsed.words) or parsed.lower(at) not in parsed.table.lists.told:
        return None
    return _outlet(parsed, at, parsed.sentence_of(at)[1])


def _article_before(parsed: Parsed, first: int, least: int) -> int | None:
    """The article of a phrase of which the network saw a later part: "der Deutschen | Presse-Agentur"."""
    for at in range(first - 1, max(first - _TO_OUTLET, least - 1), -1):
        if parsed.lower(at) in parsed.table.lists.told:
            return at
        # Adjectives and a mark stand between: "der „Rheinischen | Post“".
        if not (parsed.flags[at] & (w.CAPITAL | w.ADJECTIVE) or at in parsed.passages):
            return None
    return None


def _outlet(parsed: Parsed, at: int, limit: int) -> Range | None:
    """The newspaper, agency or broadcaster that the phrase from the article at `at` names."""
    # "der dpa", "der Zeitung „Bild“", "der Deutschen Presse-Agentur".
    if at + 1 < limit and parsed.lower(at + 1) in parsed.table.lists.agencies:
        return at, at + 2
    phrase = noun_phrase(parsed, at, limit)
    if phrase is None:
        return None
    for noun in range(at + 1, min(at + _TO_OUTLET, phrase[1])):
        marked = noun in parsed.passages
        if marked or (parsed.flags[noun] & w.CAPITAL and _is_outlet(parsed, noun)):
            return phrase
    return None


def _is_outlet(parsed: Parsed, noun: int) -> bool:
    word = parsed.lower(noun)
    return word in parsed.table.lists.agencies or word.endswith(parsed.table.endings.outlets)


def _is_addressee(parsed: Parsed, first: int, at: int, outlet: Range) -> bool:
    """Whether an outlet behind a phrase is spoken to, and not where its last noun belongs."""
    head = parsed.lower(at - 1)
    if not (parsed.flags[at - 1] & w.CAPITAL or parsed.words[at - 1] == ")"):
        return False
    # "ein Bericht der Zeitung" is the paper's own, "die Sprecherin der Agentur" works there.
    if head.endswith((*parsed.language.documents, *parsed.table.endings.sources)):
        return False
    if head in parsed.table.lists.outlet_roles:
        return False
    # "die Redaktion der Zeitung", but "das Ministerium der Deutschen Presse-Agentur".
    agency = any(parsed.lower(noun).endswith("agentur") for noun in range(*outlet))
    return agency or not head.endswith(tuple(parsed.language.groups))
