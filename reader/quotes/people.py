"""Say who speaks in a draft: the fullest name in the text, kind, role and affiliation.

A chain of names goes through the text: "Jana Kolb" introduces what "Kolb" and "sie" later stand for. An
engine brings its `Mentions`, which read the noun phrases of its language; what is asked of them is the same
for all.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reader.models import SourceKind, SpeakerBasis
from reader.quotes.bases import SHARES, basis_of
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range
from reader.quotes.text.text import Text


@dataclass(frozen=True, slots=True)
class Person:
    """What the text says of a speaker."""

    name: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    role: str = ""
    affiliation: str = ""
    gender: str = ""
    """ "f", "m", or empty where nothing tells."""
    place: int = 0
    """First token of the mention."""
    basis: SpeakerBasis = SpeakerBasis.NONE
    """What it rests on that this person speaks."""
    confidence: float = 0.0
    """Probability, 0 to 1, that this person speaks."""


NOBODY = Person()
RUMOUR = Person(basis=SpeakerBasis.HEARSAY)
"""Nobody, since what is told is hearsay."""
SOMEBODY = Person(kind=SourceKind.PERSON)
"""A person of whom the text tells no name."""


class Mentions(ABC):
    """The persons of one text and the phrases that mention them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.pronouns: set[Range] = set()
        """Phrases met so far that stand for somebody named elsewhere."""

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft; drafts come in the order of the text."""
        if draft.hearsay:
            return RUMOUR
        if not draft.speaker or self._is_cue(draft):
            return NOBODY
        phrase = self.phrase(draft)
        who = self.person(phrase)
        if self.may_be_hidden(phrase) and self._hides(draft):
            who = replace(who, kind=SourceKind.ANONYMOUS)
        basis = basis_of(self.text, draft, pronoun=phrase in self.pronouns)
        if basis is who.basis:
            return who
        # Spelt out, it takes half the time of `replace`, for every quote of a text.
        return Person(
            who.name, who.kind, who.role, who.affiliation, who.gender, who.place, basis, SHARES[basis]
        )

    def person(self, phrase: Range) -> Person:
        """Whom a phrase means: who a pronoun stands for, or who it names or describes."""
        gender = self.stands_for(phrase)
        if not gender:
            return self.read(phrase)
        self.pronouns.add(phrase)
        return self.nearest(phrase[0], gender)

    def nearest(self, token: int, gender: str) -> Person:
        """The nearest person before a pronoun that it can stand for; nobody for "it" and "they"."""
        if gender not in "mf":
            return NOBODY
        fitting = (who for who in self.candidates(token) if who.gender in (gender, ""))
        return next(fitting, SOMEBODY)

    def _is_cue(self, draft: Draft) -> bool:
        """Whether the speaker is a word of saying that names nobody ("Demnach"); "dit-il" has a pronoun."""
        if not draft.speaker or draft.speaker_ranges != draft.cue_ranges:
            return False
        return self.text.cue_spans(draft.cue) == (self.text.speaker_span(draft.speaker),)

    def _hides(self, draft: Draft) -> bool:
        """Whether a frame keeps the name of its speaker back: "said an aide who asked not to be named"."""
        frame = " ".join(self.text.text(tokens).lower() for tokens in draft.frame)
        return any(phrase in frame for phrase in self.text.language.hidden)

    def phrase(self, draft: Draft) -> Range:
        """The tokens that name the speaker of a draft."""
        return draft.speaker or (0, 0)

    @abstractmethod
    def stands_for(self, phrase: Range) -> str:
        """Gender of whom a pronoun, or what serves as one, stands for; empty for other phrases."""

    @abstractmethod
    def candidates(self, token: int) -> Iterator[Person]:
        """Whom a pronoun at a token may stand for, the likeliest first."""

    @abstractmethod
    def read(self, phrase: Range) -> Person:
        """Whom a noun phrase names or describes."""

    @abstractmethod
    def may_be_hidden(self, phrase: Range) -> bool:
        """Whether a phrase gives no name, so that its speaker may be one who wants none given."""


def resolve(drafts: Iterable[Draft], mentions: Mentions) -> Iterator[tuple[Draft, Person]]:
    """Each of the drafts, in the order of the text, with who speaks in it."""
    around: tuple[Draft, Person] | None = None
    for draft in drafts:
        who = mentions.speaker_of(draft)
        if around is not None and who.basis is SpeakerBasis.CARRIED and _is_part(draft, around[0]):
            # "Dabei sei „der Kampf“ gemeint" goes on with what Ott said: so do the words in marks.
            who = replace(who, basis=around[1].basis, confidence=around[1].confidence)
        if not draft.nested:
            around = draft, who
        yield draft, who


def _is_part(draft: Draft, outer: Draft) -> bool:
    """Whether a draft lies inside another one of the same speaker."""
    # "der Kampf" in "Dabei sei „der Kampf“ gemeint".
    return draft.nested and draft.end <= outer.end and draft.speaker == outer.speaker
