"""Whether two quotes render one statement, and how the second words it: pure comparison of words and voices.

Words count by their stem, what is rare in the library for more: "Wir bleiben" and "er bleibe" share one word
that tells, "das ist" tells nothing. Another inflection and another quotation mark are no other statement;
another language is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from reader.i18n import pgettext
from reader.models import QuoteType
from reader.texts.differences import bare
from reader.texts.naming import is_nameless, surname_of
from reader.texts.role_names import is_role


class Wording(StrEnum):
    """How the words of a rendering stand to those of another."""

    SAME = "same words"  # not shown: the label is
    SHORTER = "shorter"
    LONGER = "longer"
    ALTERED = "altered"
    INDIRECT = "in other words"  # not shown: the label is

    @property
    def label(self) -> str:
        """What people are told."""
        return _WORDING_LABELS[self]


_WORDING_LABELS = {
    Wording.SAME: pgettext("wording", "same words"),
    Wording.SHORTER: pgettext("wording", "shorter"),
    Wording.LONGER: pgettext("wording", "longer"),
    Wording.ALTERED: pgettext("wording", "altered"),
    Wording.INDIRECT: pgettext("wording", "in other words"),
}


RARE, COMMON = 1.0, 0.15
"""Weight of a word that few quotes of the library have, and of one that many have."""
ALTERED_FROM = 68.0
"""Per cent of letters in common from which two direct quotes are one, altered; chosen by hand."""
ALTERED_BY_ANOTHER = 80.0
"""The same where they are given to two people."""
_SHARED_DIRECT = 2.0
"""Weight of the words in common that two direct renderings need at least."""
_TOLD = {True: (0.5, 0.12, 1.9), None: (0.65, 0.3, 3.0), False: (0.7, 0.4, 3.5)}
"""What an indirect rendering has in common with another at least, where the voice is the same, unknown, or
another: share of the weight of the shorter one's words, of the longer one's, and weight. Chosen by reading
what 2,858 quotes of 700 German articles gave."""
_KEPT, _LEFT_OUT = 0.9, 0.75
"""Share of the shorter one's words that stand in order in the longer, and of the longer's that do not."""
_TELLING_RUN = 6
"""Words from which a run is no coincidence between two people."""
_SHORT_STEM, _LONG_STEM, _ENDING = 4, 7, 3
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")


def stem(word: str) -> str:
    """The beginning of a word that its inflections share, by length alone: "bleiben" gives "bleib"."""
    return (
        word if len(word) <= _SHORT_STEM else word[: min(_LONG_STEM, max(_SHORT_STEM, len(word) - _ENDING))]
    )


@dataclass(frozen=True)
class Rendering:
    """What somebody is made to say somewhere."""

    words: str
    speaker: str
    """Name, "" where unknown."""
    type: QuoteType
    source_id: int = 0

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """Its words in lower case, without marks."""
        return bare(self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(map(stem, self.bare))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in it."""
        return frozenset(_NUMBER.findall(self.words))

    @property
    def is_direct(self) -> bool:
        """Whether these are meant to be the speaker's words."""
        return self.type is QuoteType.DIRECT


def same_voice(one: Rendering, other: Rendering) -> bool | None:
    """Whether two renderings are given to one voice; None where either names nobody."""
    if one.source_id and other.source_id:
        return one.source_id == other.source_id
    names = [" ".join(_WORD.findall(each.speaker.casefold())) for each in (one, other)]
    if any(is_nameless(name) for name in names) or any(is_role(each.speaker) for each in (one, other)):
        return None  # "die Bürgermeisterin" may be Erna Ölmann, and there are others
    return surname_of(names[0]) == surname_of(names[1])


def wording(first: Rendering, then: Rendering, weights: Mapping[str, float]) -> Wording | None:
    """How `then` words what `first` says; None where it says something else.

    `weights` gives `RARE` to `COMMON` for stems of `first`; what is not there counts by its length.
    """
    if not first.bare or not then.bare:
        return None
    voice = same_voice(first, then)
    if first.is_direct and then.is_direct:
        return _direct(first, then, voice, weights)
    return _told(first, then, voice, weights)


def _direct(
    first: Rendering, then: Rendering, voice: bool | None, weights: Mapping[str, float]
) -> Wording | None:
    if first.bare == then.bare:
        return Wording.SAME if _tells(first.stems, voice, len(first.bare), weights) else None
    shorter, longer = sorted((first.bare, then.bare), key=len)
    if _contains(longer, shorter) and _tells(frozenset(map(stem, shorter)), voice, len(shorter), weights):
        return Wording.LONGER if len(then.bare) > len(first.bare) else Wording.SHORTER
    shared = sum(_weight(one, weights) for one in first.stems & then.stems)
    least = ALTERED_BY_ANOTHER if voice is False else ALTERED_FROM
    likeness = fuzz.ratio(" ".join(first.bare), " ".join(then.bare), score_cutoff=least)
    return Wording.ALTERED if shared >= _SHARED_DIRECT and (likeness or _is_cut(first, then, voice)) else None


def _is_cut(first: Rendering, then: Rendering, voice: bool | None) -> bool:
    """Whether the shorter is made of pieces of the longer: "Wir bleiben … egal was kommt"."""
    shorter, longer = sorted((first.bare, then.bare), key=len)
    if voice is False or len(shorter) < _TELLING_RUN:
        return False
    if fuzz.partial_ratio(" ".join(shorter), " ".join(longer), score_cutoff=ALTERED_BY_ANOTHER):
        return True
    return LCSseq.normalized_distance(shorter, longer) <= _LEFT_OUT and LCSseq.similarity(
        shorter, longer
    ) >= _KEPT * len(shorter)


def _told(
    first: Rendering, then: Rendering, voice: bool | None, weights: Mapping[str, float]
) -> Wording | None:
    """Of indirect speech the words change, what carries the sense stays."""
    common = first.stems & then.stems
    shared = sum(_weight(one, weights) for one in common)
    weights_of = sorted(sum(_weight(one, weights) for one in each.stems) for each in (first, then))
    if first.bare == then.bare and voice is not False:
        return Wording.SAME if first.type is then.type else Wording.INDIRECT
    if first.numbers and then.numbers and not first.numbers & then.numbers:
        return None
    # of an act told the whole sentence is the quote, and who speaks is part of it
    strict = voice and QuoteType.REPORTED in (first.type, then.type)
    short, long, enough = _TOLD[None if strict else voice]
    is_one = shared >= enough and shared >= short * weights_of[0] and shared >= long * weights_of[1]
    return Wording.INDIRECT if is_one else None


def _tells(stems: frozenset[str], voice: bool | None, length: int, weights: Mapping[str, float]) -> bool:
    """Whether words in common are no coincidence: of one person any two, of two people a run that tells."""
    weight = sum(_weight(one, weights) for one in stems)
    if voice:
        return length > 1 or weight >= RARE
    return weight >= _SHARED_DIRECT and (voice is None or length >= _TELLING_RUN)


def _weight(one: str, weights: Mapping[str, float]) -> float:
    # in a small library "das" is rare too
    return weights.get(one, RARE) if len(one) >= _SHORT_STEM else COMMON


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether a run of words stands in another, whole."""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "
