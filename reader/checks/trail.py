"""A statement through articles by time: which rendering a later one probably follows, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz

from reader.checks.renderings import Rendering, Wording, same_voice, wording
from reader.i18n import pgettext
from reader.texts.near_duplicates import SAME_STORY, shared, shingles

EARLIER = 40
"""Renderings, the earliest, that a later one is compared with; what is still later repeats them."""
FEWEST_RUNS = 40
"""Runs of words from which two texts are compared: shorter ones hold little but the quote."""


class Ground(StrEnum):
    """Why a rendering is taken to follow an earlier one, the strongest first."""

    NAMED = "names the outlet"  # not shown: the label is
    COPY = "same text"  # not shown: the label is
    AGENCY = "same agency"  # not shown: the label is
    WORDING = "nearest wording"  # not shown: the label is
    CHOSEN = "chosen"
    """A person wants to see it beside that one."""

    @property
    def label(self) -> str:
        """What people are told."""
        return _GROUND_LABELS[self]


_GROUND_LABELS = {
    Ground.NAMED: pgettext("ground", "names the outlet"),
    Ground.COPY: pgettext("ground", "same text"),
    Ground.AGENCY: pgettext("ground", "same agency"),
    Ground.WORDING: pgettext("ground", "nearest wording"),
    Ground.CHOSEN: pgettext("ground", "chosen"),
}


@dataclass(frozen=True)
class Place:
    """Where a rendering stands."""

    quote: int
    article: int
    date: str
    """ISO 8601 date, with a time where it is known; when it was added where nothing is said."""
    outlet: str
    agency: str
    text: str
    """Of the whole article."""
    around: str
    """Of the paragraph, and of the one before."""
    rendering: Rendering

    @cached_property
    def runs(self) -> frozenset[int]:
        """The runs of words of the article."""
        return shingles(self.text)


@dataclass(frozen=True, slots=True)
class Follows:
    """An earlier rendering, and why a later one is taken to follow it."""

    quote: int
    ground: Ground
    likeness: float = 0.0
    """Share, 0 to 1, of the shorter article's text that stands in the other too."""


def in_time(places: Sequence[Place]) -> list[Place]:
    """By date; a day without a time stands before its hours, and in one article the text's order is kept."""
    return sorted(places, key=lambda place: (place.date, place.article, place.quote))


def follows(place: Place, earlier: Sequence[Place]) -> Follows | None:
    """Which of the `earlier` renderings of the statement this one probably follows; None of the first."""
    others = [one for one in earlier[:EARLIER] if one.article != place.article]
    if not others:
        return Follows(earlier[0].quote, Ground.WORDING) if earlier else None
    if named := [one for one in others if _names(place, one)]:
        return Follows(_nearest(place, named).quote, Ground.NAMED)
    alike = [(_likeness(place, one), one) for one in others]
    if copies := [(share, one) for share, one in alike if share >= SAME_STORY]:
        share, origin = max(copies, key=lambda copy: copy[0])
        return Follows(origin.quote, Ground.COPY, share)
    if agency := [one for one in others if place.agency and one.agency == place.agency]:
        return Follows(_nearest(place, agency).quote, Ground.AGENCY)
    return Follows(_nearest(place, others).quote, Ground.WORDING)


def _names(place: Place, other: Place) -> bool:
    """Whether the passage names another's outlet: "sagte sie dem Kurier"."""
    name = f" {' '.join(other.outlet.casefold().split())} "
    words = " ".join("".join(c if c.isalnum() else " " for c in place.around.casefold()).split())
    return bool(name.strip()) and other.outlet != place.outlet and name in f" {words} "


def _likeness(place: Place, other: Place) -> float:
    """Share of the shorter text that stands in the other too; 0 where it is little more than the quote."""
    return shared(place.runs, other.runs) if min(len(place.runs), len(other.runs)) >= FEWEST_RUNS else 0.0


def _nearest(place: Place, others: Sequence[Place]) -> Place:
    """The rendering with most in common; of several the earliest."""
    said = " ".join(place.rendering.bare)
    return max(others, key=lambda one: fuzz.ratio(said, " ".join(one.rendering.bare)))


@dataclass(frozen=True, slots=True)
class Change:
    """What a rendering makes of the one that it follows."""

    wording: Wording
    words: int
    """How many more words it has; negative for fewer."""
    speaker: bool
    """Whether somebody else is made to say it."""
    type: bool
    """Whether it is direct where the other was indirect, or the like."""


def change(before: Rendering, after: Rendering) -> Change:
    """What changed from one rendering to another of the same statement."""
    otherwise = Wording.ALTERED if before.is_direct and after.is_direct else Wording.INDIRECT
    return Change(
        wording(before, after, {}) or otherwise,
        len(after.bare) - len(before.bare),
        same_voice(before, after) is False,
        before.type is not after.type,
    )
