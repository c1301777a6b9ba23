"""Tidy the quotes of a text, seen side by side: no words in two parts of which only one can be right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.models import QuoteType
from reader.quotes.german import lexicon as w
from reader.quotes.learned.features import DEPTH, Featured
from reader.quotes.learned.merging import FoundQuote
from reader.quotes.learned.role_choice import Tokens
from reader.quotes.learned.windows import CUE
from reader.quotes.text.ranges import runs, spread

_NOUN_OR_PRONOUN = w.CAPITAL | w.NUMBER | w.PRONOUN | w.OBJECT_PRONOUN | w.QUESTION_WORD | w.RELATIVE
"""Words one of which is in everybody spoken to."""
_ACT_VERB = w.FINITE | w.SUBJUNCTIVE1 | w.CAPITAL | w.AUXILIARY | w.MODAL
"""Flags of which a verb of what somebody did has only the first."""
_ATTRIBUTION_LENGTHS = range(3, 20)
"""Tokens of an attribution that interrupts speech, its commas counted (chosen on the gold set)."""


def resolve_overlaps(text: Featured, quotes: Sequence[FoundQuote]) -> list[FoundQuote]:
    """The quotes with their parts in order."""
    whole = _rejoined(text, quotes)
    spoken = {token for q in whole if q.type == QuoteType.DIRECT for token in q.roles["content"]}
    return [_with_roles(quote, dict(_roles(text, quote, spoken))) for quote in whole]


def _with_roles(quote: FoundQuote, roles: dict[str, Tokens]) -> FoundQuote:
    changed = any(quote.roles[role] != tokens for role, tokens in roles.items())
    return replace(quote, roles=quote.roles | roles) if changed else quote


def _roles(text: Featured, quote: FoundQuote, spoken: set[int]) -> Iterator[tuple[str, Tokens]]:
    """The parts that may be better otherwise."""
    speaker, frame = quote.roles["speaker"], quote.roles["frame"]
    # "Ott „Wir": half a name is nobody; a speaker within speech as a whole may be right.
    if spoken.intersection(speaker) and not spoken.issuperset(speaker):
        yield "speaker", _without_final_marks(text, [token for token in speaker if token not in spoken])
    if quote.roles["addressee"]:
        named = [
            run for run in runs(quote.roles["addressee"]) if any(text.flags[slice(*run)] & _NOUN_OR_PRONOUN)
        ]
        yield "addressee", spread(named)
    if quote.anchor.kind == CUE:
        yield "content", _before_coordinated_act(text, quote.roles["content"])
    if frame:
        weighty = {*quote.roles["cue"], *speaker}
        yield "frame", spread(run for run in runs(frame) if not _is_scrap(text, range(*run), weighty))


def _before_coordinated_act(text: Featured, content: Tokens) -> Tokens:
    """What is said up to where the article tells what the speaker did: ", und erntete Pfiffe"."""
    # Two words at least on either side, for less is neither said nor done.
    for place in range(2, len(content) - 2):
        at = content[place]
        if not text.flags[at] & w.COORDINATOR or text.analysis.tokens.words[at] not in ("und", "aber"):
            continue
        # A mark, "und", and a verb that is nothing but indicative: "er gehe, und erntete Pfiffe".
        verb = int(text.flags[at + 1])
        dash = text.analysis.tokens.words[at - 1] in (",", "–", "-", "—")
        if dash and content[place + 1] == at + 1 and verb & _ACT_VERB == w.FINITE:
            return _without_final_marks(text, list(content[:place]))
    return content


def _without_final_marks(text: Featured, tokens: list[int]) -> Tokens:
    """The tokens without marks of punctuation behind the last word."""
    while tokens and text.flags[tokens[-1]] & w.PUNCTUATION:
        tokens = tokens[:-1]
    return tuple(tokens)


def _is_scrap(text: Featured, run: range, weighty: set[int]) -> bool:
    """Whether a piece of a frame is a lone word that is neither cue nor speaker, or no word at all."""
    words = sum(not text.flags[token] & w.PUNCTUATION for token in run)
    # ", da" beside the cue and the speaker of a frame is none of it.
    return words == 0 or (words == 1 and not weighty.intersection(run))


def _rejoined(text: Featured, quotes: Sequence[FoundQuote]) -> list[FoundQuote]:
    """The quotes, speech in marks that its frame interrupts as one: "„Schön“, fand sie, „aber teuer.“"."""
    direct = sorted((quote for quote in quotes if quote.type == QuoteType.DIRECT), key=lambda q: q.begin)
    dropped: set[int] = set()
    whole: dict[int, FoundQuote] = {}
    for one, other in pairwise(direct):
        if id(one) not in dropped and _interrupts(text, one, other):
            between = tuple(range(one.roles["content"][-1] + 1, other.begin))
            content = (*one.roles["content"], *other.roles["content"])
            whole[id(one)] = replace(one, roles=one.roles | {"content": content, "frame": between})
            dropped.add(id(other))
    return [whole.get(id(quote), quote) for quote in quotes if id(quote) not in dropped]


def _interrupts(text: Featured, one: FoundQuote, other: FoundQuote) -> bool:
    """Whether all between two passages in marks frames the first, amid a sentence of the speaker's."""
    words, end, begin = text.analysis.tokens.words, one.roles["content"][-1], other.begin
    between = range(end + 1, begin)
    # "„Schön“, fand sie, „aber teuer.“": one sentence, commas on both sides, no full stop inside the first, a
    # small letter to begin the second, a verb or "so" right behind the comma, cue and speaker there.
    return (
        len(between) in _ATTRIBUTION_LENGTHS
        and text.sentence[end] == text.sentence[begin]
        and words[end + 1] == ","
        and words[begin - 1] in (",", ":")
        and words[end - 1] not in ".!?…"
        and words[begin + 1][0].islower()
        and bool(text.flags[end + 2] & w.FINITE or words[end + 2] == "so")
        and not {"cue", "speaker"}.difference(r for r in one.roles if {*one.roles[r]}.intersection(between))
        and not text.context[list(between), DEPTH].any()
    )
