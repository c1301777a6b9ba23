"""From the network's probabilities to quotes in tokens.

Three kinds of candidates become quotes: cues (indirect speech), passages in marks (direct speech) and runs of
sentences (speech without a frame), these with the speaker that the rules have found before them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reader.models import Medium, QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german.reasons import confidence
from reader.quotes.learned.features import Featured
from reader.quotes.learned.labels import FRAMELESS, MEDIA
from reader.quotes.learned.merging import FoundQuote, merge
from reader.quotes.learned.network import Network, TextScores
from reader.quotes.learned.overlaps import resolve_overlaps
from reader.quotes.learned.role_choice import ROLES, Tokens, choose, likely
from reader.quotes.learned.weights import Settings
from reader.quotes.learned.windows import CUE, MARKED, SENTENCES, Candidate, draft_of, windows
from reader.quotes.learned.word_features import Floats

_ASKED = {CUE: frozenset(ROLES), MARKED: frozenset(ROLES[1:]), SENTENCES: frozenset(("speaker",))}
"""Which roles are looked for, by kind of candidate."""
_NEIGHBOURS = 3
"""Of cues so near to each other only the most probable counts."""
_RULED, _TRUSTED = 0.2, 0.6
"""Chance from which a cue counts that the rules see too, and how sure these must be of what hangs on it."""
_SURE = 0.9
"""Confidence of the rules from which a passage in marks is speech whatever the network sees."""
_MOST = 60
"""Passages in marks of one sentence that are looked at: more are no prose."""
_HARDLY = 0.03
"""Chance of direct speech below which a passage in marks is not looked at again."""
_GAP = 3
"""Tokens from which two parts of a speaker are two phrases."""
_BORDER = 3
"""How far from a noun phrase of the rules tokens may stand that it replaces."""
_ALIKE, _ROUGHLY_ALIKE = 0.8, 0.6
"""Share of joint tokens from which content and frame are taken from the rules."""
_AT_ONCE = 400
"""Candidates looked at in one go, to bound the memory."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate as the network sees it."""

    candidate: Candidate
    tokens: list[int]
    """Tokens of its window."""
    flags: list[int]
    """Grammatical flags of these."""
    chances: Floats
    """Matrix, a row for each token, a column for each role."""
    places: tuple[list[int], ...]
    """For each role, where the chance is above the role's floor."""
    draft: Draft | None
    """What the rules make of it."""
    speech: float
    """Probability that a passage in marks is speech."""
    medium: Medium


def decode(
    text: Featured, network: Network, settings: Settings, reading: TextScores | None = None
) -> list[FoundQuote]:
    """The quotes of a text, in no order; `reading` spares reading it."""
    reading = reading or network.read(text)
    least = settings.thresholds
    runs = {run: (type_, score) for run, type_, score in _runs(text, reading, least)}
    candidates = [*_cues(text, reading, least["anchor"]), *_passages(text, reading), *runs]
    out: list[FoundQuote] = []
    for seen in look(network, reading, text, candidates, least):
        type_, score = runs.get(seen.candidate) or _judge(seen, reading)
        if seen.candidate.kind == MARKED and score <= _least_speech(seen.draft, least):
            continue
        quote = found(seen, type_, score)
        if quote.roles["content"]:
            out.append(quote)
    return resolve_overlaps(text, merge(text, out))


def _least_speech(draft: Draft | None, least: dict[str, float]) -> float:
    """Chance of speech that a passage in marks must have, by what the rules say of it."""
    if _sure(draft):
        return 0.0
    return least["ruled speech" if draft else "speech"]


def _sure(draft: Draft | None) -> bool:
    return draft is not None and confidence(draft) >= _SURE


def _judge(seen: Seen, reading: TextScores) -> tuple[QuoteType, float]:
    if seen.candidate.kind == MARKED:
        return QuoteType.DIRECT, seen.speech
    return QuoteType.INDIRECT, float(reading.tokens[seen.candidate.first, 0])


def _cues(text: Featured, reading: TextScores, least: float) -> Iterator[Candidate]:
    """Tokens that are probably cues, or that the rules trust, each the most probable of its neighbours."""
    scores = reading.tokens[:, 0]
    for at in np.nonzero(scores > min(least, _RULED))[0].tolist():
        if scores[at] <= least and not _trusted(text.draft_index.by_cue.get(at)):
            continue
        if scores[at] >= scores[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1].max():
            yield Candidate(CUE, at, at)


def _trusted(draft: Draft | None) -> bool:
    # A cue that the rules are so sure of is looked at, however little the first reading makes of it.
    return draft is not None and draft.type == QuoteType.INDIRECT and confidence(draft) >= _TRUSTED


def _passages(text: Featured, reading: TextScores) -> Iterator[Candidate]:
    """Passages in marks that the first reading does not rule out as speech."""
    looked: Counter[int] = Counter()
    for first, last in text.segments:
        draft = text.draft_index.of_marks(first)
        number = int(text.sentence[first])
        looked[number] += 1
        seen = looked[number] <= _MOST and reading.tokens[first : last + 1, 1].max() > _HARDLY
        if seen or _sure(draft):
            yield Candidate(MARKED, first, last)


def _runs(
    text: Featured, reading: TextScores, least: dict[str, float]
) -> Iterator[tuple[Candidate, QuoteType, float]]:
    """Sentences without a frame that are speech, neighbours joined where they go on."""
    chances = reading.sentences
    types = np.stack([chances[:, 1 + 2 * t] + chances[:, 2 + 2 * t] for t in range(len(FRAMELESS))], axis=1)
    floors = np.array([least[type_] for type_ in FRAMELESS], np.float32)
    best = np.where((types > floors).any(axis=1), np.where(types > floors, types, -1).argmax(axis=1), -1)
    begun: tuple[int, int, list[float]] | None = None
    for at in np.nonzero(best >= 0)[0].tolist():
        kind = int(best[at])
        goes_on = chances[at, 2 + 2 * kind] > chances[at, 1 + 2 * kind]
        # "Er komme. Er bleibe bis Mai.": right behind, of the same type, and likelier going on.
        if begun and begun[1] == kind and goes_on and begun[0] + len(begun[2]) == at:
            begun[2].append(float(types[at, kind]))
            continue
        if begun:
            yield _run(text, *begun)
        begun = (at, kind, [float(types[at, kind])])
    if begun:
        yield _run(text, *begun)


def _run(text: Featured, first: int, kind: int, scores: list[float]) -> tuple[Candidate, QuoteType, float]:
    begin, last = int(text.starts[first]), int(text.ends[first + len(scores) - 1]) - 1
    place = Candidate(SENTENCES, begin, last, text.draft_index.speaker_before(begin))
    return place, FRAMELESS[kind], sum(scores) / len(scores)


def look(
    network: Network,
    reading: TextScores,
    text: Featured,
    candidates: list[Candidate],
    least: dict[str, float],
) -> Iterator[Seen]:
    """What the network sees of each candidate."""
    floors = np.array([[_floor(role, kind, least) for role in ROLES] for kind in sorted(_ASKED)], np.float32)
    for begin in range(0, len(candidates), _AT_ONCE):
        some = candidates[begin : begin + _AT_ONCE]
        given = windows(text, some)
        parts = network.parts(reading, given)
        media = parts.medium.argmax(axis=1).tolist()
        speech, starts, lengths = parts.speech.tolist(), given.starts.tolist(), given.lengths.tolist()
        tokens, flags = given.token.tolist(), text.flags[given.token].tolist()
        places = likely(parts.roles, floors[given.kinds], given.starts, given.lengths)
        for number, (candidate, likely_places) in enumerate(zip(some, places, strict=True)):
            window = slice(starts[number], starts[number] + lengths[number])
            yield Seen(
                candidate,
                tokens[window],
                flags[window],
                parts.roles[window],
                likely_places,
                draft_of(text, candidate),
                speech[number],
                MEDIA[media[number]],
            )


def found(seen: Seen, type_: QuoteType, score: float) -> FoundQuote:
    """A candidate with its roles chosen."""
    candidate = seen.candidate
    roles = choose(seen.places, seen.tokens, seen.chances, seen.flags)
    if seen.draft:
        roles.update(_as_ruled(roles, seen.draft))
        # Where the network names nobody the rules' speaker stands; sentences without a frame have none there.
        if candidate.kind != SENTENCES and seen.draft.speaker and not _beside(seen, roles["speaker"]):
            roles["speaker"] = tuple(range(*seen.draft.speaker))
    if candidate.kind == SENTENCES and roles["speaker"]:
        roles["speaker"] = _last(roles["speaker"])
    if candidate.kind == CUE:
        score *= _sureness(seen, roles["content"])
    else:
        roles["content"] = tuple(range(candidate.first, candidate.last + 1))
    return FoundQuote(type_, candidate, score, roles, seen.medium)


def _beside(seen: Seen, speaker: Tokens) -> bool:
    """Whether somebody is named, and where the rules see the speaker in the frame not far from that."""
    if not speaker or seen.draft is None or seen.draft.speaker is None:
        return bool(speaker)
    first, end = seen.draft.speaker
    framed = any(a <= first and end <= b for a, b in seen.draft.frame)
    return not framed or any(a <= token < b for a, b in seen.draft.frame for token in speaker)


def _last(tokens: Tokens) -> Tokens:
    """The last of the phrases: who spoke last speaks on."""
    at = len(tokens) - 1
    while at and tokens[at - 1] >= tokens[at] - _GAP:
        at -= 1
    return tokens[at:]


def _sureness(seen: Seen, content: Tokens) -> float:
    """How sure it is on average that the words are part of what is said."""
    said = set(content)
    at = [place for place, token in enumerate(seen.tokens) if token in said]
    return float(seen.chances[at, 0].mean()) if at else 0.0


def _as_ruled(roles: dict[str, Tokens], draft: Draft) -> Iterator[tuple[str, Tokens]]:
    """The rules' version of a part that the network sees almost alike: grammar sets the borders."""
    for role, phrase in (("speaker", draft.speaker), ("addressee", draft.addressee)):
        if phrase and any(phrase[0] <= token < phrase[1] for token in roles[role]):
            first, end = phrase
            far = [token for token in roles[role] if not first - _BORDER <= token < end + _BORDER]
            yield role, tuple(sorted([*far, *range(first, end)]))
    for role, ranges, least in (("content", draft.content, _ALIKE), ("frame", draft.frame, _ROUGHLY_ALIKE)):
        mine, ruled = set(roles[role]), {token for first, end in ranges for token in range(first, end)}
        if mine and len(mine & ruled) >= least * len(mine | ruled):
            yield role, tuple(sorted(ruled))


def _floor(role: str, kind: int, least: dict[str, float]) -> float:
    """The least chance of a token to play a role; above 1 where the role is not looked for."""
    if role not in _ASKED[kind]:
        return 2.0
    return least["frameless speaker" if kind == SENTENCES else role]
