"""From the network's probabilities to quotes in tokens.

Three kinds of candidates become quotes: cues (indirect speech), passages in marks (direct speech) and runs of
sentences (speech without a frame), the last after the others, since whoever spoke before mostly speaks on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reader.models import Medium, QuoteType
from reader.quotes.learned.features import Featured
from reader.quotes.learned.network import Network, Parts, Reading
from reader.quotes.learned.rows import Floats
from reader.quotes.learned.weights import Settings
from reader.quotes.learned.windows import CUE, MARKED, SENTENCES, Candidate, Windows, windows

ROLES = ("content", "speaker", "cue", "addressee", "frame")
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
_NEIGHBOURS = 3
"""Of cues so near to each other only the most probable counts."""
_AT_ONCE = 400
"""Candidates looked at in one go, to bound the memory."""

Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A quote in tokens."""

    type: QuoteType
    anchor: Candidate
    score: float
    """What the network gives it, 0 to 1, before calibration."""
    roles: dict[str, Tokens]
    medium: Medium


def decode(text: Featured, network: Network, settings: Settings) -> list[Found]:
    """The quotes of a text, in no order."""
    reading = network.read(text)
    least = settings.thresholds
    framed = [*_cues(reading, least["anchor"]), *(Candidate(MARKED, *segment) for segment in text.segments)]
    found = list(_look(text, network, reading, framed, least))
    runs = list(_runs(text, reading, least))
    spoke = sorted(
        (quote.roles["content"][0], quote.roles["speaker"]) for quote in found if quote.roles["speaker"]
    )
    frameless = _with_speakers([candidate for candidate, _, _ in runs], spoke)
    looked = _look(text, network, reading, frameless, least, [(type_, score) for _, type_, score in runs])
    return [*found, *looked]


def _cues(reading: Reading, least: float) -> Iterator[Candidate]:
    """Tokens that are probably cues, each the most probable of its neighbours."""
    scores = reading.tokens[:, 0]
    for at in np.nonzero(scores > least)[0].tolist():
        if scores[at] >= scores[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1].max():
            yield Candidate(CUE, at, at)


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


def _look(
    text: Featured,
    network: Network,
    reading: Reading,
    candidates: list[Candidate],
    least: dict[str, float],
    known: list[tuple[QuoteType, float]] | None = None,
) -> Iterator[Found]:
    """Look for the parts of candidates; `known` has type and score of those that are quotes already."""
    for begin in range(0, len(candidates), _AT_ONCE):
        some = candidates[begin : begin + _AT_ONCE]
        given = windows(text, some)
        parts = network.parts(reading, given)
        media = parts.medium.argmax(axis=1).tolist()
        for number, candidate in enumerate(some):
            if known:
                type_, score = known[begin + number]
            else:
                type_, score = _judge(reading, parts, number, candidate)
            roles = _roles(given, parts.roles, number, candidate, least)
            if roles["content"] and (candidate.kind != MARKED or score > least["speech"]):
                yield Found(type_, candidate, score, roles, MEDIA[media[number]])


def _judge(reading: Reading, parts: Parts, number: int, candidate: Candidate) -> tuple[QuoteType, float]:
    if candidate.kind == MARKED:
        return QuoteType.DIRECT, float(parts.speech[number])
    return QuoteType.INDIRECT, float(reading.tokens[candidate.first, 0])


def _roles(
    given: Windows, chances: Floats, number: int, candidate: Candidate, least: dict[str, float]
) -> dict[str, Tokens]:
    """Tokens by role of one candidate."""
    begin = int(given.starts[number])
    places = slice(begin, begin + int(given.lengths[number]))
    tokens = given.token[places]
    kind = candidate.kind
    out: dict[str, Tokens] = {}
    for column, role in enumerate(ROLES):
        floor = least["frameless speaker" if kind == SENTENCES and role == "speaker" else role]
        out[role] = tuple(tokens[chances[places, column] > floor].tolist())
    if kind == SENTENCES:
        out.update(cue=(), addressee=(), frame=())
    if kind != CUE:
        out["content"] = tuple(range(candidate.first, candidate.last + 1))
    return out
