"""From the network's probabilities to quotes in tokens.

Three kinds of candidates become quotes: cues (indirect speech), passages in marks (direct speech) and runs of
sentences (speech without a frame), the last after the others, since whoever spoke before mostly speaks on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reader.models import Medium, QuoteType
from reader.quotes.learned.choose import ROLES, Tokens, choose
from reader.quotes.learned.features import Featured
from reader.quotes.learned.network import Network, Reading
from reader.quotes.learned.rows import Floats, Ints
from reader.quotes.learned.weights import Settings
from reader.quotes.learned.windows import CUE, MARKED, SENTENCES, Candidate, windows

MEDIA = (
    Medium.SPEECH,
    Medium.WRITING,
    Medium.THOUGHT,
    Medium.SPEECH_WRITING,
    Medium.SPEECH_THOUGHT,
    Medium.THOUGHT_WRITING,
    Medium.NONE,
)
FRAMELESS = (QuoteType.INDIRECT_FREE_INDIRECT, QuoteType.FREE_INDIRECT, QuoteType.REPORTED)
_ASKED = {CUE: frozenset(ROLES), MARKED: frozenset(ROLES[1:]), SENTENCES: frozenset(("speaker",))}
"""Which roles are looked for, by kind of candidate."""
_NEIGHBOURS = 3
"""Of cues so near to each other only the most probable counts."""
_HARDLY = 0.03
"""Chance of direct speech below which a passage in marks is not looked at again."""
_AT_ONCE = 400
"""Candidates looked at in one go, to bound the memory."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate as the network sees it."""

    candidate: Candidate
    tokens: Ints
    """Tokens of its window."""
    flags: Ints
    """Grammatical flags of these."""
    chances: Floats
    """Matrix, a row for each token, a column for each role."""
    speech: float
    """Probability that a passage in marks is speech."""
    medium: Medium


@dataclass(frozen=True, slots=True)
class Found:
    """A quote in tokens."""

    type: QuoteType
    anchor: Candidate
    score: float
    """What the network gives it, 0 to 1, before calibration."""
    roles: dict[str, Tokens]
    medium: Medium


def decode(
    text: Featured, network: Network, settings: Settings, reading: Reading | None = None
) -> list[Found]:
    """The quotes of a text, in no order; `reading` spares reading it."""
    reading = reading or network.read(text)
    least = settings.thresholds
    framed = [*_cues(reading, least["anchor"]), *_passages(text, reading)]
    quotes = [_framed(seen, reading, least) for seen in look(network, reading, text, framed)]
    out = [quote for quote in quotes if quote]
    runs = list(_runs(text, reading, least))
    spoke = sorted(
        (quote.roles["content"][0], quote.roles["speaker"]) for quote in out if quote.roles["speaker"]
    )
    frameless = look(network, reading, text, _with_speakers([run for run, _, _ in runs], spoke))
    out += [found(seen, type_, score, least) for seen, (_, type_, score) in zip(frameless, runs, strict=True)]
    return out


def _cues(reading: Reading, least: float) -> Iterator[Candidate]:
    """Tokens that are probably cues, each the most probable of its neighbours."""
    scores = reading.tokens[:, 0]
    for at in np.nonzero(scores > least)[0].tolist():
        if scores[at] >= scores[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1].max():
            yield Candidate(CUE, at, at)


def _passages(text: Featured, reading: Reading) -> Iterator[Candidate]:
    """Passages in marks that the first reading does not rule out as speech."""
    for first, last in text.segments:
        if reading.tokens[first : last + 1, 1].max() > _HARDLY:
            yield Candidate(MARKED, first, last)


def _runs(
    text: Featured, reading: Reading, least: dict[str, float]
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
        if begun and begun[1] == kind and goes_on and begun[0] + len(begun[2]) == at:
            begun[2].append(float(types[at, kind]))
            continue
        if begun:
            yield _run(text, *begun)
        begun = (at, kind, [float(types[at, kind])])
    if begun:
        yield _run(text, *begun)


def _run(text: Featured, first: int, kind: int, scores: list[float]) -> tuple[Candidate, QuoteType, float]:
    last = first + len(scores) - 1
    place = Candidate(SENTENCES, int(text.starts[first]), int(text.ends[last]) - 1)
    return place, FRAMELESS[kind], sum(scores) / len(scores)


def _with_speakers(runs: list[Candidate], spoke: list[tuple[int, Tokens]]) -> list[Candidate]:
    """Each run with the speaker of the last quote that begins before it."""
    out = []
    at = 0
    speaker: Tokens = ()
    for run in runs:
        while at < len(spoke) and spoke[at][0] < run.first:
            speaker = spoke[at][1]
            at += 1
        out.append(run._replace(speaker=speaker))
    return out


def look(network: Network, reading: Reading, text: Featured, candidates: list[Candidate]) -> Iterator[Seen]:
    """What the network sees of each candidate."""
    for begin in range(0, len(candidates), _AT_ONCE):
        some = candidates[begin : begin + _AT_ONCE]
        given = windows(text, some)
        parts = network.parts(reading, given)
        media = parts.medium.argmax(axis=1).tolist()
        for number, candidate in enumerate(some):
            first = int(given.starts[number])
            places = slice(first, first + int(given.lengths[number]))
            speech = float(parts.speech[number])
            tokens = given.token[places]
            yield Seen(
                candidate, tokens, text.flags[tokens], parts.roles[places], speech, MEDIA[media[number]]
            )


def _framed(seen: Seen, reading: Reading, least: dict[str, float]) -> Found | None:
    """The quote of a cue or of a passage in marks, if it is one."""
    if seen.candidate.kind == MARKED:
        if seen.speech <= least["speech"]:
            return None
        return found(seen, QuoteType.DIRECT, seen.speech, least)
    quote = found(seen, QuoteType.INDIRECT, float(reading.tokens[seen.candidate.first, 0]), least)
    return quote if quote.roles["content"] else None


def found(seen: Seen, type_: QuoteType, score: float, least: dict[str, float]) -> Found:
    """A candidate with its roles chosen."""
    candidate = seen.candidate
    roles: dict[str, Tokens] = dict.fromkeys(ROLES, ())
    if candidate.kind != CUE:
        roles["content"] = tuple(range(candidate.first, candidate.last + 1))
    for column, role in enumerate(ROLES):
        if role in _ASKED[candidate.kind]:
            floor = least["frameless speaker" if candidate.kind == SENTENCES else role]
            roles[role] = choose(role, seen.tokens, seen.chances[:, column], seen.flags, floor)
    return Found(type_, candidate, score, roles, seen.medium)
