"""The closed lists of terms: types of quotes, media, and the states a quote or a source can be in.

The values are what the database, searches and every export hold; what people read is the `label`.
"""

from enum import StrEnum

from reader.i18n import pgettext


class QuoteType(StrEnum):
    """How somebody's words are rendered (types of Petersen-Frey and Biemann 2024)."""

    DIRECT = "Direct"  # not shown: the label is
    INDIRECT = "Indirect"  # not shown: the label is
    INDIRECT_FREE_INDIRECT = "IndirectFreeIndirect"
    FREE_INDIRECT = "FreeIndirect"
    REPORTED = "Reported"  # not shown: the label is

    @property
    def label(self) -> str:
        """Its one name for people, on every screen and in what commands print."""
        return _TYPE_LABELS[self]

    @property
    def typed(self) -> str:
        """Its name where a person types it: in options and in chains of keys, the same in every language.

        There "continued", which screens call it in English, is known too.
        """
        return _TYPED.get(self, str(self).lower())


_TYPED = {
    QuoteType.INDIRECT_FREE_INDIRECT: "mixed",
    QuoteType.FREE_INDIRECT: "free indirect",  # not shown: typed
}
"""Names that are not the value in small letters."""
_TYPE_LABELS = {
    QuoteType.DIRECT: pgettext("type of quote", "direct"),
    QuoteType.INDIRECT: pgettext("type of quote", "indirect"),
    QuoteType.INDIRECT_FREE_INDIRECT: pgettext("type of quote", "continued"),
    QuoteType.FREE_INDIRECT: pgettext("type of quote", "free indirect"),
    QuoteType.REPORTED: pgettext("type of quote", "reported"),
}


class Medium(StrEnum):
    """Whether something was said, written or thought, or a mix of two."""

    SPEECH = "Speech"  # not shown: the label is
    WRITING = "Writing"  # not shown: the label is
    THOUGHT = "Thought"  # not shown: the label is
    SPEECH_WRITING = "SW"
    SPEECH_THOUGHT = "ST"
    THOUGHT_WRITING = "TW"
    NONE = "none"

    @property
    def label(self) -> str:
        """What people are told."""
        return _MEDIUM_LABELS[self]


_MEDIUM_LABELS = {
    Medium.SPEECH: pgettext("medium", "Speech"),
    Medium.WRITING: pgettext("medium", "Writing"),
    Medium.THOUGHT: pgettext("medium", "Thought"),
    Medium.SPEECH_WRITING: pgettext("medium", "SW"),
    Medium.SPEECH_THOUGHT: pgettext("medium", "ST"),
    Medium.THOUGHT_WRITING: pgettext("medium", "TW"),
    Medium.NONE: pgettext("medium", "none"),
}


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
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.SUGGESTED: pgettext("status of a quote", "to decide"),
    Status.ACCEPTED: pgettext("status of a quote", "accepted"),
    Status.REJECTED: pgettext("status of a quote", "rejected"),
}


class Verification(StrEnum):
    """Whether a quote has been checked against evidence."""

    UNVERIFIED = "unverified"
    CHECKED = "checked"
    DISPUTED = "disputed"

    @property
    def label(self) -> str:
        """What people are told."""
        return _VERIFICATION_LABELS[self]


_VERIFICATION_LABELS = {
    Verification.UNVERIFIED: pgettext("verification", "not checked"),
    Verification.CHECKED: pgettext("verification", "checked"),
    Verification.DISPUTED: pgettext("verification", "disputed"),
}


class Authorisation(StrEnum):
    """Where a quote stands in its authorisation by the person quoted (Zitatfreigabe)."""

    NONE = ""
    SENT = "sent"
    APPROVED = "approved"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """What people are told; "" where nothing was asked."""
        return _AUTHORISATION_LABELS.get(self, "")


_AUTHORISATION_LABELS = {
    Authorisation.SENT: pgettext("authorisation", "asked"),
    Authorisation.APPROVED: pgettext("authorisation", "approved"),
    Authorisation.CHANGED: pgettext("authorisation", "changed"),
    Authorisation.WITHDRAWN: pgettext("authorisation", "withdrawn"),
}


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

    @property
    def label(self) -> str:
        """What people are told; "" where it is not known."""
        return _SOURCE_KIND_LABELS.get(self, "")


_SOURCE_KIND_LABELS = {
    SourceKind.PERSON: pgettext("kind of source", "person"),
    SourceKind.ORGANISATION: pgettext("kind of source", "organisation"),
    SourceKind.DOCUMENT: pgettext("kind of source", "document"),
    SourceKind.ANONYMOUS: pgettext("kind of source", "anonymous"),
}


class TermsOfUse(StrEnum):
    """How a statement may be used ("unter eins", "zwei", "drei" of the German press), the freest first."""

    AS_SOURCE = ""
    """Of a quote only: as its source has it by default."""
    ON_RECORD = "on record"  # not shown: the label is
    """With the name."""
    BACKGROUND = "background"
    """By an agreed description: neither name nor role nor affiliation (unter zwei)."""
    DEEP_BACKGROUND = "deep background"  # not shown: the label is
    """Without any attribution."""
    OFF_RECORD = "off the record"  # not shown: the label is
    """Not for publication (unter drei): the words leave in nothing, and are only counted."""

    @property
    def label(self) -> str:
        """What people are told; "" where it is as the source has it."""
        return _USE_LABELS.get(self, "")


_USE_LABELS = {
    TermsOfUse.ON_RECORD: pgettext("use", "on record"),
    TermsOfUse.BACKGROUND: pgettext("use", "background"),
    TermsOfUse.DEEP_BACKGROUND: pgettext("use", "deep background"),
    TermsOfUse.OFF_RECORD: pgettext("use", "off the record"),
}


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

    @property
    def label(self) -> str:
        """What people are told."""
        return _ANCHOR_LABELS[self]


_ANCHOR_LABELS = {
    Anchor.EXACT: pgettext("anchor", "exact"),
    Anchor.MOVED: pgettext("anchor", "moved"),
    Anchor.FUZZY: pgettext("anchor", "fuzzy"),
    Anchor.ORPHAN: pgettext("anchor", "orphan"),
}

UNDECIDED = "undecided"
"""In the place of a name: the words were accepted among many, and the speaker is only carried over."""
