"""Settle what the network and the rules found together: one quote for each thing that somebody said.

The network judges each candidate for itself. Here quotes that repeat each other go, pieces of one become one,
and what only the rules can see is added.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.models import Medium, QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.reasons import confidence
from reader.quotes.learned.features import DEPTH, Featured
from reader.quotes.learned.role_choice import ROLES, Tokens
from reader.quotes.learned.windows import CUE, MARKED, SENTENCES, Candidate
from reader.quotes.text.ranges import runs, spread

_SAME_SHARE = 0.7
"""Share of joint tokens from which two quotes of a type are the same (chosen on the gold set)."""
_COMPARED = 20
"""With how many quotes of its sentence a quote is compared, to bound the work."""

_PARTING = frozenset((",", ":", ";", "–", "—", "-"))
"""Signs that stand before what is said."""


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote in tokens."""

    type: QuoteType
    anchor: Candidate
    score: float
    """What the network gives it, 0 to 1, before calibration."""
    roles: dict[str, Tokens]
    medium: Medium

    @property
    def begin(self) -> int:
        """First token of what is said."""
        return self.roles["content"][0]


def merge(text: Featured, quotes: list[FoundQuote]) -> list[FoundQuote]:
    """The quotes of a text, given one for each candidate that counts."""
    spoken = {t for quote in quotes if quote.type == QuoteType.DIRECT for t in quote.roles["content"]}
    spoken |= {token for quote in quotes for token in _ruled_frame(text, quote)}
    framed = {int(text.sentence[at]) for quote in quotes for at in _own_cue(text, quote)}
    unspoken = [rest for quote in quotes for rest in _without_spoken(text, quote, spoken, framed)]
    cut = [part for quote in unspoken for part in _behind_colon(text, quote)]
    whole = [_from_word(text, part) for part in cut]
    return _without_repetitions(text, _without_echoes([*whole, *_unmarked(text)]))


def _from_word(text: Featured, quote: FoundQuote) -> FoundQuote:
    """A quote that begins with its first word, not with the colon or comma before it."""
    content, words = quote.roles["content"], text.analysis.tokens.words
    begin = 0
    while begin < len(content) - 1 and words[content[begin]] in _PARTING:
        begin += 1
    return replace(quote, roles=quote.roles | {"content": content[begin:]}) if begin else quote


def _unmarked(text: Featured) -> Iterator[FoundQuote]:
    """Direct speech that only the rules can see, since it has no marks: answers in interviews, headlines."""
    openings = {first for first, _ in text.segments}
    for first, draft in text.draft_index.by_start.items():
        # Passages in marks are candidates of their own and judged by the network.
        if first not in openings:
            content = spread(draft.content)
            roles: dict[str, Tokens] = dict.fromkeys(ROLES, ()) | {"content": content, "cue": draft.cue}
            roles["frame"] = spread(draft.frame)
            roles["speaker"] = spread((draft.speaker,) if draft.speaker else ())
            roles["addressee"] = spread((draft.addressee,) if draft.addressee else ())
            anchor = Candidate(MARKED, content[0], content[-1])
            yield FoundQuote(QuoteType.DIRECT, anchor, confidence(draft), roles, draft.medium)


def _ruled_frame(text: Featured, quote: FoundQuote) -> Iterator[int]:
    """What the rules read beside direct speech that the network found too: „Ja“, "findet Ott"."""
    draft = text.draft_index.of_marks(quote.begin) if quote.type == QuoteType.DIRECT else None
    for first, end in draft.frame if draft else ():
        yield from range(first, end)


def _own_cue(text: Featured, quote: FoundQuote) -> Iterator[int]:
    """Tokens of a cue that the writer tells beside the quote: finite, in the indicative, outside marks."""
    for at in (quote.anchor.first,) if quote.anchor.kind == CUE else quote.roles["cue"]:
        # "Es sei falsch, habe Ott gesagt": a cue in the subjunctive is itself reported.
        indicative = text.flags[at] & w.FINITE and not text.flags[at] & w.SUBJUNCTIVE
        beside = text.sentence[at] == text.sentence[quote.begin]
        # "sagte Ott" in the quote's own sentence, not a "sagte" that stands in somebody's speech in marks.
        if indicative and beside and not text.context[at, DEPTH]:
            yield at


def _without_spoken(
    text: Featured, quote: FoundQuote, spoken: set[int], framed: set[int]
) -> Iterator[FoundQuote]:
    """A run of sentences without those that are direct speech as a whole or have a frame of their own."""
    if quote.anchor.kind != SENTENCES:
        yield quote
        return
    # A frame takes a sentence out of a run in the subjunctive; "soll" and told speech acts may have one.
    if quote.type != QuoteType.INDIRECT_FREE_INDIRECT:
        framed = set()
    sentences: dict[int, list[int]] = {}
    for token in quote.roles["content"]:
        sentences.setdefault(int(text.sentence[token]), []).append(token)
    own = tuple(
        token
        for number, tokens in sentences.items()
        if number not in framed
        and not all(token in spoken or text.flags[token] & w.PUNCTUATION for token in tokens)
        for token in tokens
    )
    for run in runs(own):
        yield replace(quote, roles=quote.roles | {"content": tuple(range(*run))})


def _behind_colon(text: Featured, quote: FoundQuote) -> Iterator[FoundQuote]:
    """A run of sentences, cut where the rules see one begin behind "She denied it:" with its own speaker."""
    content = quote.roles["content"]
    draft = _framed_within(text, content) if quote.anchor.kind == SENTENCES else None
    if not draft or not draft.speaker:
        yield quote
        return
    # "Ott bestritt das: Er habe nichts gewusst": what goes before is the last speaker's, the rest is Ott's.
    begin = int(text.starts[text.sentence[draft.start]])
    before = tuple(token for token in content if token < begin)
    if before:
        yield replace(quote, roles=quote.roles | {"content": before})
    roles = quote.roles | {"content": tuple(token for token in content if token >= draft.start)}
    roles |= {"speaker": tuple(range(*draft.speaker)), "cue": draft.cue, "frame": spread(draft.frame)}
    yield replace(quote, roles=roles)


def _framed_within(text: Featured, content: Tokens) -> Draft | None:
    """The first draft without a cue that begins within `content`, behind its speaker in the same sentence."""
    for token in content[1:]:
        draft = text.draft_index.frameless.get(token)
        # Only where the rules read a speaker in the same sentence, before its colon.
        if draft and draft.speaker and text.starts[text.sentence[token]] <= draft.speaker[0] < token:
            return draft
    return None


def _without_echoes(quotes: list[FoundQuote]) -> list[FoundQuote]:
    """The quotes but indirect ones that only repeat words in marks: their cue frames the direct speech."""
    spoken = [set(quote.roles["content"]) for quote in quotes if quote.type == QuoteType.DIRECT]
    at = {token: number for number, tokens in enumerate(spoken) for token in tokens}

    def echoes(quote: FoundQuote) -> bool:
        within = [at.get(token) for token in quote.roles["content"]]
        # All words lie in direct speech, and the cue in none or in another: "„Es regnet“, sagte Ott".
        return None not in within and at.get(quote.anchor.first) not in within

    return [quote for quote in quotes if quote.type != QuoteType.INDIRECT or not echoes(quote)]


def _without_repetitions(text: Featured, quotes: list[FoundQuote]) -> list[FoundQuote]:
    """The quotes but those that say what a surer one with another cue says."""
    distinct: list[FoundQuote] = []
    said: dict[tuple[int, QuoteType], list[set[int]]] = {}
    for quote in sorted(quotes, key=lambda quote: -quote.score):
        content = set(quote.roles["content"])
        place = int(text.sentence[quote.roles["content"][0]]), quote.type
        others = said.setdefault(place, [])[-_COMPARED:]
        # Against each the share of joint tokens (Jaccard) must stay below the limit.
        if all(_SAME_SHARE * len(content | other) > len(content & other) for other in others):
            said[place].append(content)
            distinct.append(quote)
    return distinct
