"""The closed lists of terms: types of quotes, media, and the states a quote or a source can be in.

The values are what the database and every export hold.
"""

from enum import StrEnum


class QuoteType(StrEnum):
    """How somebody's words are rendered (types of Petersen-Frey and Biemann 2024)."""

    DIRECT = "Direct"
    INDIRECT = "Indirect"
    INDIRECT_FREE_INDIRECT = "IndirectFreeIndirect"
    FREE_INDIRECT = "FreeIndirect"
    REPORTED = "Reported"

    @property
    def label(self) -> str:
        """Its one name for people, on every screen and in what commands print."""
        return _TYPE_LABELS.get(self, str(self).lower())


_TYPE_LABELS = {
    QuoteType.INDIRECT_FREE_INDIRECT: "mixed",
    QuoteType.FREE_INDIRECT: "free indirect",
}
"""Names that are not the value in small letters."""


class Medium(StrEnum):
    """Whether something was said, written or thought, or a mix of two."""

    SPEECH = "Speech"
    WRITING = "Writing"
    THOUGHT = "Thought"
    SPEECH_WRITING = "SW"
    SPEECH_THOUGHT = "ST"
    THOUGHT_WRITING = "TW"
    NONE = "none"


class SpeakerBasis(StrEnum):
    """What the speaker of a quote rests on."""

    NONE = ""
    """No speaker, or not known: found before bases were kept."""
    NAMED = "named"
    """The quote's own attribution names or describes who speaks."""
    PRONOUN = "pronoun"
    """The attribution has a pronoun, or "der 58-Jährige", for somebody named before."""
    CONTINUED = "continued"
    """The subjunctive of a quote goes on in the same paragraph."""
    CARRIED = "carried"
    """Taken over from a quote or sentence before, without anything that says so."""
    HEARSAY = "hearsay"
    """Nobody: "is said to have known". A rendering of what is told, without anybody who tells it."""
    PERSON = "person"
    """Said by a person."""


class Status(StrEnum):
    """What a person has decided about a quote."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def label(self) -> str:
        """What people are told."""
        return "to decide" if self is Status.SUGGESTED else self.value


class Verification(StrEnum):
    """Whether a quote has been checked against evidence."""

    UNVERIFIED = "unverified"
    CHECKED = "checked"
    DISPUTED = "disputed"

    @property
    def label(self) -> str:
        """What people are told."""
        return "not checked" if self is Verification.UNVERIFIED else self.value


class Authorisation(StrEnum):
    """Where a quote stands in its authorisation by the person quoted (Zitatfreigabe)."""

    NONE = ""
    SENT = "sent"
    APPROVED = "approved"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class Agreed(StrEnum):
    """What was agreed with a person to be authorised before it is printed, the least first."""

    UNSAID = ""
    NOTHING = "nothing"
    DIRECT = "direct"
    """What is quoted word for word."""
    INDIRECT = "indirect"
    """What is rendered in other words too."""
    INTERVIEW = "interview"
    """All that they say in it."""


class Silence(StrEnum):
    """What it means that no answer came until the deadline."""

    UNSAID = ""
    YES = "means-yes"
    NO = "means-no"


class Printed(StrEnum):
    """Which wording of a quote is printed, as a named editor decided."""

    UNDECIDED = ""
    SPOKEN = "spoken"
    AUTHORISED = "authorised"


class SourceKind(StrEnum):
    """What a speaker or source is."""

    UNKNOWN = ""
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class TermsOfUse(StrEnum):
    """How a statement may be used ("unter eins", "zwei", "drei" of the German press), the freest first."""

    AS_SOURCE = ""
    """Of a quote only: as its source has it by default."""
    ON_RECORD = "on record"
    """With the name."""
    BACKGROUND = "background"
    """By an agreed description: neither name nor role nor affiliation (unter zwei)."""
    DEEP_BACKGROUND = "deep background"
    """Without any attribution."""
    OFF_RECORD = "off the record"
    """Not for publication (unter drei): the words leave in nothing, and are only counted."""


def stricter(one: TermsOfUse, other: TermsOfUse) -> TermsOfUse:
    """The one that allows less."""
    return max(one, other, key=_STRICTNESS.__getitem__)


_STRICTNESS = {use: place for place, use in enumerate(TermsOfUse)}


class Anchor(StrEnum):
    """How sure the place of a span is after the text of its article changed."""

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"
    ORPHAN = "orphan"


UNDECIDED = "undecided"
"""In the place of a name: the words were accepted among many, and the speaker is only carried over."""
