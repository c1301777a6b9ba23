"""A quote: somebody's words or view in an article, and what a list shows of it."""

from dataclasses import dataclass

from reader.i18n import _, pgettext
from reader.models.spans import Spans, on_one_line, words_of
from reader.rows import badge_of
from reader.terms import (
    UNDECIDED,
    Anchor,
    Authorisation,
    Medium,
    QuoteType,
    SourceKind,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
)
from reader.transcripts import Period

_DETECTORS = ("rules-", "clauses-", "patterns-", "learned-", "plugin-")
"""How the names of detectors begin."""
TRANSCRIBED = "transcript-1"
"""What signs the quotes of transcripts, each a turn under the name that it has there."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words or view rendered in an article."""

    type: QuoteType
    spans: Spans
    medium: Medium = Medium.SPEECH
    speaker: Spans = ()
    cue: Spans = ()
    addressee: Spans = ()
    frame: Spans = ()
    confidence: float = 1.0
    """Probability, 0 to 1, that quote and type are right; 1.0 for what a person made."""
    nested: bool = False
    """Whether it lies inside another quote."""
    rule: str = ""
    """Name of the rule or construction that found it."""
    why: tuple[str, ...] = ()
    """Sentences that explain the finding; only filled when asked for."""
    resolved_speaker: str = ""
    """The fullest name the article gives for the speaker."""
    speaker_kind: SourceKind = SourceKind.UNKNOWN
    speaker_role: str = ""
    """Role as written, such as "SPD-Chef"."""
    speaker_affiliation: str = ""
    speaker_confidence: float = 1.0
    """Probability, 0 to 1, that this speaker said it; apart from whether quote and type are right."""
    speaker_basis: SpeakerBasis = SpeakerBasis.NONE
    """What the speaker rests on; one who is only carried over is for a person to decide."""
    id: int = 0
    uid: str = ""
    article_id: int = 0
    exact: tuple[str, ...] = ()
    """Text of each span as stored; empty before storing."""
    status: Status = Status.SUGGESTED
    verification: Verification = Verification.UNVERIFIED
    authorisation: Authorisation = Authorisation.NONE
    source_id: int = 0
    """The source in the register that the speaker is resolved to, 0 where none."""
    source: str = ""
    """Name of that source."""
    origin: str = ""
    """Detector with its version ("rules-1", "clauses-1", "learned-1"), "person", or of one that was imported
    who made it and with which tool ("Anna Lenz, Hypothesis")."""
    anchor: Anchor = Anchor.EXACT
    version: int = 0
    """Of a lost quote (anchor orphan), the text version that its spans point into, 0 where no stored text has
    its words; of any other 0, for the newest."""
    spoken_by: str = ""
    """Of a lost quote, the speaker as written in that version; of any other it is in the text."""
    earlier: str = ""
    """What it said before a person placed it on other words; empty where nobody did."""
    tags: tuple[str, ...] = ()
    use: TermsOfUse = TermsOfUse.AS_SOURCE
    """How these words may be used, where that differs from the default of their source; see `use_of`."""
    description: str = ""
    """What stands for the name here, where another description was agreed than for the source."""
    said_from: float | None = None
    """Seconds into the recording of a transcript at which it begins; None where no time is known."""
    said_to: float | None = None
    """Seconds at which it ends."""

    @property
    def period(self) -> Period | None:
        """When it is said in the recording, if that is known."""
        if self.said_from is None:
            return None
        return Period(self.said_from, self.said_from if self.said_to is None else self.said_to)

    def speaker_label(self, text: str = "") -> str:
        """Who spoke, for a person to read: a name that is only carried over says so."""
        return labelled(self.name_read(text), self.basis, self.status)

    @property
    def start(self) -> int:
        """First code point of the quote."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Code point after the quote's last."""
        return self.spans[-1].end

    def words(self, text: str) -> str:
        """The quote's text out of its article's `text`, gaps between spans shown as an ellipsis.

        Of a lost quote, whose spans point into an older text, what is stored.
        """
        return self.stored_words if self.is_lost else words_of(text, self.spans)

    @property
    def is_lost(self) -> bool:
        """Whether the newest text does not have these words: its spans are those of an older one."""
        return self.anchor is Anchor.ORPHAN

    @property
    def stored_words(self) -> str:
        """The quote's text as it is stored, whatever the article says now; empty before storing."""
        return on_one_line(self.exact)

    @property
    def is_transcribed(self) -> bool:
        """Whether it is a turn of a transcript."""
        return self.origin == TRANSCRIBED

    @property
    def is_imported(self) -> bool:
        """Whether it was made elsewhere, by whom and with what its origin names."""
        return self.origin not in ("", "person") and not self.origin.startswith(_DETECTORS)

    @property
    def is_pointed_to(self) -> bool:
        """Whether its cue stands for the speaker, and names nobody: "Demnach ist der Bau sicher"."""
        return bool(self.speaker) and self.speaker == self.cue

    @property
    def basis(self) -> SpeakerBasis:
        """What the speaker rests on; a source assigned is said by a person."""
        return SpeakerBasis.PERSON if self.source_id else self.speaker_basis

    @property
    def is_carried(self) -> bool:
        """Whether the speaker is only taken over from before, and nobody has said that it is right."""
        return self.basis is SpeakerBasis.CARRIED

    @property
    def is_hearsay(self) -> bool:
        """Whether it is told without anybody who tells it, and no person has said who does."""
        return self.basis is SpeakerBasis.HEARSAY

    @property
    def is_undecided(self) -> bool:
        """Whether the words were accepted among many and nobody looked at the speaker, only carried over."""
        return self.is_carried and self.status is Status.ACCEPTED

    def speaker_name(self, text: str = "") -> str:
        """Who spoke, by the best name there is: source, the article's fullest, or as written in `text`.

        Of a speaker who is undecided no name goes out.
        """
        return UNDECIDED if self.is_undecided else self.name_read(text)

    def name_read(self, text: str = "") -> str:
        """That name, whether a person has decided for it or not."""
        return self.source or self.resolved_speaker or self._written_speaker(text)

    def _written_speaker(self, text: str) -> str:
        if self.is_pointed_to:
            return ""
        return self.spoken_by if self.is_lost else words_of(text, self.speaker) if text else ""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """What a list shows of a quote, with its article."""

    id: int
    article_id: int
    start: int
    type: QuoteType
    status: Status
    verification: Verification
    speaker: str
    """Name of the source, else the resolved speaker, else the speaker as written."""
    words: str
    """Text of the quote, spans joined by " … "."""
    article_title: str
    outlet: str
    published: str
    confidence: float
    speaker_basis: SpeakerBasis = SpeakerBasis.NONE
    """What the speaker rests on."""
    tags: tuple[str, ...] = ()
    anchor: Anchor = Anchor.EXACT
    said_from: float | None = None
    """Seconds into the recording of a transcript at which it begins; None where no time is known."""
    said_to: float | None = None
    """Seconds at which it ends."""
    held: str = ""
    """Why its article must wait, as an `ArticleRow` says it."""

    @property
    def badge(self) -> str:
        """The reason in a word, for the head of the article's title."""
        return badge_of(self.held)

    @property
    def is_undecided(self) -> bool:
        """Whether it was accepted among many, with a speaker who is only carried over."""
        return self.speaker_basis is SpeakerBasis.CARRIED and self.status is Status.ACCEPTED

    @property
    def speaker_label(self) -> str:
        """The speaker for a person to read: a name that is only carried over says so."""
        return labelled(self.speaker, self.speaker_basis, self.status)

    @property
    def state_label(self) -> str:
        """What was decided, and what became of the words since: "accepted, lost"."""
        return f"{self.status.label}, {self.since}" if self.since else self.status.label

    @property
    def since(self) -> str:
        """What became of words that the article's newest text does not have, or has otherwise; else ""."""
        return _SINCE.get(self.anchor, "")


_SINCE = {
    Anchor.ORPHAN: pgettext("what became of words", "lost"),
    Anchor.FUZZY: pgettext("what became of words", "changed"),
}


def labelled(name: str, basis: SpeakerBasis, status: Status) -> str:
    """A speaker's name for a person to read, with what is open about it."""
    if basis is not SpeakerBasis.CARRIED or not name:
        return name
    if status is Status.ACCEPTED:
        return _("undecided ({name} carried over)").format(name=name)
    return _("{name} (carried over)").format(name=name)
