"""How far two coders agree beyond chance: Krippendorff's alpha, with Cohen's kappa beside it.

Both compare values that have no order (nominal): quote or none, a type, a speaker, a tag there or not. Alpha
counts with the values of both coders together and takes units that only one has decided for missing
(Krippendorff 2018, Content Analysis, ch. 12); kappa with the habits of each (Cohen 1960) over units that
both have decided. From .800 on alpha is taken for reliable, below .667 no conclusion rests on it (the same).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

RELIABLE, TENTATIVE = 0.8, 0.667

Decided = tuple[str | None, str | None]
"""What either coder said of a unit; None where they said nothing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree on one question."""

    units: int
    """How many both have decided."""
    same: int
    """How many of them alike."""
    alpha: float | None
    """Krippendorff's alpha, 1 for full agreement, 0 for chance; None where all values are one, or none."""
    kappa: float | None
    """Cohen's kappa, on the same scale; None as alpha."""

    @property
    def share(self) -> float | None:
        """Share, 0 to 1, that is alike; None where nothing was decided by both."""
        return self.same / self.units if self.units else None


def agreement(decided: Sequence[Decided]) -> Agreement:
    """How far two coders agree on units."""
    both = [(one, other) for one, other in decided if one is not None and other is not None]
    same = sum(one == other for one, other in both)
    return Agreement(len(both), same, _alpha(decided), _kappa(both))


def _alpha(decided: Sequence[Decided]) -> float | None:
    both = [pair for pair in decided if None not in pair]
    values = sorted({value for pair in both for value in pair if value is not None})
    if len(values) < 2:
        return None  # where there was nothing to choose, there is nothing to agree upon
    import krippendorff  # numpy, which help does without

    counts = [[pair.count(value) for value in values] for pair in both]
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


def _kappa(both: Sequence[Decided]) -> float | None:
    total = len(both)
    ours, theirs = (Counter(pair[side] for pair in both) for side in (0, 1))
    chance = sum(ours[value] * theirs[value] for value in ours) / total**2 if total else 1.0
    if chance == 1.0:
        return None
    observed = sum(one == other for one, other in both) / total
    return (observed - chance) / (1 - chance)
