"""Which tokens of a window play which role, by the network's chances.

Every role has a floor; what lies above it counts. A speaker or addressee is a noun phrase, so runs of tokens
far below the best one are dropped, and the ends are moved to where a noun phrase can begin and end.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from reader.quotes.german import lexicon as w
from reader.quotes.learned.word_features import Floats, Ints

ROLES = ("content", "speaker", "cue", "addressee", "frame")
"""Columns of the chances."""
PHRASES = frozenset(("speaker", "addressee"))
_SHARE_OF_BEST = 0.8
"""Share of the best run's chance that another run of a phrase must reach (chosen on the gold set)."""
_COMPLETING = 0.1
"""Chance from which a token may be added to complete a phrase (chosen on the gold set)."""
_NOT_LAST = w.PREPOSITION | w.DETERMINER | w.COORDINATOR | w.ADVERB | w.SUBORDINATOR
"""Flags of words that no noun phrase ends with: "die Chefin der"."""
_NOT_FIRST = w.PREPOSITION | w.COORDINATOR | w.ADVERB | w.SUBORDINATOR | w.QUESTION_WORD
"""Flags of words that no noun phrase begins with: "auch die Chefin"."""
_BEFORE_NOUN = w.DETERMINER | w.ADJECTIVE | w.POSSESSIVE

Tokens = tuple[int, ...]
Run = tuple[int, int]


def likely(chances: Floats, floors: Floats, starts: Ints, lengths: Ints) -> Iterator[tuple[list[int], ...]]:
    """For each window, the places of each role above its floor, counted from the window's first.

    `chances` are those of all windows, one row for each place, `floors` those of each window.
    """
    size = len(chances)
    # One pass over all windows: places above the floors, sorted by role, are cut where each window begins.
    columns, places = np.nonzero((chances > np.repeat(floors, _spaces(starts, size), axis=0)).T)
    keys = np.arange(len(ROLES)) * size + starts[:, None]
    bounds = np.searchsorted(columns * size + places, np.stack([keys, keys + lengths[:, None]])).tolist()
    at = places.tolist()
    for first, begins, ends in zip(starts.tolist(), *bounds, strict=True):
        yield tuple([place - first for place in at[a:b]] for a, b in zip(begins, ends, strict=True))


def _spaces(starts: Ints, size: int) -> Ints:
    """How many places it is from each window to the next."""
    return np.diff(np.append(starts, size))


def choose(
    places: Sequence[list[int]], tokens: list[int], chances: Floats, flags: list[int]
) -> dict[str, Tokens]:
    """Tokens by role; `places` of each role as from `likely`; `tokens`, `chances` and `flags` in order."""
    out: dict[str, Tokens] = {}
    for column, role in enumerate(ROLES):
        at = places[column]
        if role == "addressee":
            at = [place for place in at if not flags[place] & w.TIME]  # "sagte sie am Montag": to nobody
        if role in PHRASES and at:
            out[role] = _noun_phrase_tokens(at, tokens, chances[:, column].tolist(), flags)
        else:
            out[role] = tuple([tokens[place] for place in at])
    return out


def _noun_phrase_tokens(at: list[int], tokens: list[int], chances: list[float], flags: list[int]) -> Tokens:
    """The noun phrases of the places `at`."""
    runs = _runs(at, tokens)
    peaks = [max(chances[first:end]) for first, end in runs]
    least = _SHARE_OF_BEST * max(peaks)
    strong = [run for run, peak in zip(runs, peaks, strict=True) if peak >= least]
    ranges = [_trimmed(_completed(run, tokens, chances, flags), flags) for run in strong]
    return tuple(sorted({token for first, end in ranges for token in tokens[first:end]}))


def _runs(at: list[int], tokens: list[int]) -> list[Run]:
    """Places next to each other, of tokens next to each other, as ranges."""
    runs: list[Run] = []
    for place in at:
        # A window may leave tokens out, so neighbours in it need not be neighbours in the text.
        if runs and runs[-1][1] == place and tokens[place] == tokens[place - 1] + 1:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _completed(run: Run, tokens: list[int], chances: list[float], bits: list[int]) -> Run:
    """The run with article and adjectives before its first noun, and the noun behind its last adjective."""
    first, end = run
    # "[die neue] Chefin": articles and adjectives right before what begins the run, if the network sees a
    # chance. Not before an article, which begins a phrase, nor over a verb: "lobte [Ott]".
    while (
        first > 0
        and tokens[first - 1] == tokens[first] - 1
        and chances[first - 1] > _COMPLETING
        and bits[first] & (w.CAPITAL | w.ADJECTIVE)
        and not bits[first] & w.DETERMINER
        and bits[first - 1] & _BEFORE_NOUN
        and not bits[first - 1] & w.FINITE
    ):
        first -= 1
    # "die neue [Chefin]": the noun that the last adjective is about.
    while (
        end < len(bits)
        and tokens[end] == tokens[end - 1] + 1
        and chances[end] > _COMPLETING
        and bits[end - 1] & _BEFORE_NOUN
        and not bits[end - 1] & w.CAPITAL
        and bits[end] & (w.CAPITAL | w.ADJECTIVE)
    ):
        end += 1
    return first, end


def _trimmed(run: Run, bits: list[int]) -> Run:
    """The run without words that a noun phrase cannot begin or end with."""
    first, end = run
    # "die Chefin am": the preposition leads elsewhere. A capital ("Mitte", "Statt") makes it a name.
    while end - first > 1 and bits[end - 1] & _NOT_LAST and not bits[end - 1] & w.CAPITAL:
        end -= 1
    # "auch die Chefin": what leads up to the phrase goes; its article and a name stay.
    while end - first > 1 and bits[first] & _NOT_FIRST and not bits[first] & (w.DETERMINER | w.CAPITAL):
        first += 1
    return first, end
