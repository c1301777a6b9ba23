"""What is kept about a quote's words: their evidence, their authorisation, their translations."""

from dataclasses import dataclass, field

from reader.i18n import pgettext
from reader.terms import Agreed, Authorisation, Printed, Silence, Verification


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a quote was checked against, by whom and when."""

    verification: Verification
    quote_id: int
    kind: str = ""
    """file, link, recording, page or witness; sound where it was heard when it was checked; "" else."""
    reference: str = ""
    """Path, address, timestamp ("00:12:31") or page."""
    remark: str = ""
    who: str = ""
    at: str = ""
    id: int = 0
    uid: str = ""

    @property
    def kind_label(self) -> str:
        """Its kind as people are told; one that a person made up as it is written."""
        return _EVIDENCE_LABELS.get(self.kind, self.kind)

    @property
    def told(self) -> str:
        """Kind and place as people are told: "page 3", but "S. 3" and an address, which say so themselves."""
        bare = self.kind == "page" and self.reference[:1].isdigit()
        says_so = self.reference and self.kind in ("link", "page") and not bare
        return " ".join(part for part in ("" if says_so else self.kind_label, self.reference) if part)


_EVIDENCE_LABELS = {
    "file": pgettext("kind of evidence", "file"),
    "link": pgettext("kind of evidence", "link"),
    "recording": pgettext("kind of evidence", "recording"),
    "page": pgettext("kind of evidence", "page"),
    "witness": pgettext("kind of evidence", "witness"),
    "sound": pgettext("kind of evidence", "sound"),
}


@dataclass(frozen=True, slots=True)
class Authorised:
    """One step of an authorisation (Zitatfreigabe): what was said, and what the person quoted approved."""

    state: Authorisation
    spoken: str
    """The quote's words when it was sent."""
    approved: str
    """The wording approved, empty where it is as spoken or not known yet."""
    who: str
    """Who answered or decided; of a step that was only entered, who entered it."""
    at: str
    quote_id: int = 0
    agreed: Agreed = Agreed.UNSAID
    """What was agreed to be authorised."""
    until: str = ""
    """ISO 8601 day or time by which an answer is asked for."""
    silence: Silence = Silence.UNSAID
    """What it means that none came."""
    sheet: str = ""
    """The sheet that it was sent on, or that was answered."""
    number: int = 0
    """The number of the quote on that sheet."""
    shown: str = ""
    """The words as that sheet has them."""
    prints: Printed = Printed.UNDECIDED
    """Which wording is printed, where this step is an editor's decision."""
    remark: str = ""
    """What was said besides."""
    id: int = field(default=0, compare=False)
    """Its number where it is stored."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of a quote in another language."""

    language: str
    """Code of two letters."""
    text: str
    translator: str
    """Who translated it: a person, or a program by its name."""
    quote_id: int = 0
    who: str = ""
    """Who entered it."""
    at: str = ""
    id: int = 0
