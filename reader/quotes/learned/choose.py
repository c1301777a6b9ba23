"""Which tokens of a window play which role, by the network's chances.

Every role has a floor; what lies above it counts. A speaker or addressee is a noun phrase, so runs of tokens
far below the best one are dropped, and the ends are moved to where a noun phrase can begin and end.
"""

import numpy as np

from reader.quotes import words as w
from reader.quotes.learned.rows import Floats, Ints

ROLES = ("content", "speaker", "cue", "addressee", "frame")
"""Columns of the chances."""
PHRASES = frozenset(("speaker", "addressee"))
_SHARE = 0.8
"""Share of the best run's chance that another run of a phrase must reach."""
_NEAR = 0.1
"""Chance from which a token may be added to complete a phrase."""
_NOT_LAST = w.PREPOSITION | w.DETERMINER | w.COORDINATOR | w.ADVERB | w.SUBORDINATOR
_NOT_FIRST = w.PREPOSITION | w.COORDINATOR | w.ADVERB | w.SUBORDINATOR | w.QUESTION
_BEFORE_NOUN = w.DETERMINER | w.ADJECTIVE | w.POSSESSIVE

Tokens = tuple[int, ...]
Run = tuple[int, int]


def choose(tokens: Ints, chances: Floats, flags: Ints, floors: Floats) -> dict[str, Tokens]:
    """Tokens by role; `tokens` in order, `chances` and `flags` theirs; columns and `floors` as `ROLES`."""
    columns, places = np.nonzero((chances > floors).T)
    bounds = np.searchsorted(columns, range(len(ROLES) + 1)).tolist()
    out: dict[str, Tokens] = {}
    for column, role in enumerate(ROLES):
        at = places[bounds[column] : bounds[column + 1]]
        if role == "addressee":
            at = at[flags[at] & w.TIME == 0]  # "sagte sie am Montag" speaks to nobody
        if role in PHRASES and len(at):
            out[role] = _phrase(at.tolist(), tokens, chances[:, column], flags)
        else:
            out[role] = tuple(tokens[at].tolist())
    return out


def _phrase(at: list[int], tokens: Ints, chances: Floats, flags: Ints) -> Tokens:
    """The noun phrases of the places `at`."""
    runs = _runs(at, tokens)
    best = max(float(chances[first:end].max()) for first, end in runs)
    kept = [run for run in runs if float(chances[run[0] : run[1]].max()) >= _SHARE * best]
    bits = flags.tolist()
    ranges = [_trimmed(_completed(run, tokens, chances, bits), bits) for run in kept]
    return tuple(sorted({token for first, end in ranges for token in tokens[first:end].tolist()}))


def _runs(at: list[int], tokens: Ints) -> list[Run]:
    """Places next to each other, of tokens next to each other, as ranges."""
    runs: list[Run] = []
    for place in at:
        if runs and runs[-1][1] == place and tokens[place] == tokens[place - 1] + 1:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _completed(run: Run, tokens: Ints, chances: Floats, bits: list[int]) -> Run:
    """The run with article and adjectives before its first noun, and the noun behind its last adjective."""
    first, end = run
    while (
        first > 0
        and tokens[first - 1] == tokens[first] - 1
        and chances[first - 1] > _NEAR
        and bits[first] & (w.CAPITAL | w.ADJECTIVE)
        and not bits[first] & w.DETERMINER
        and bits[first - 1] & _BEFORE_NOUN
        and not bits[first - 1] & w.FINITE
    ):
        first -= 1
    while (
        end < len(bits)
        and tokens[end] == tokens[end - 1] + 1
        and chances[end] > _NEAR
        and bits[end - 1] & _BEFORE_NOUN
        and not bits[end - 1] & w.CAPITAL
        and bits[end] & (w.CAPITAL | w.ADJECTIVE)
    ):
        end += 1
    return first, end


def _trimmed(run: Run, bits: list[int]) -> Run:
    """The run without words that a noun phrase cannot begin or end with."""
    first, end = run
    while end - first > 1 and bits[end - 1] & _NOT_LAST and not bits[end - 1] & w.CAPITAL:
        end -= 1
    while end - first > 1 and bits[first] & _NOT_FIRST and not bits[first] & (w.DETERMINER | w.CAPITAL):
        first += 1
    return first, end
