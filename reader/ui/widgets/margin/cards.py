"""What hangs on a quote, or on a note, in the margin; who it is about and how high its card is."""

from dataclasses import dataclass, field

from reader.i18n import _
from reader.models import Anchor, Evidence, Note, Quote, Translation, words_of
from reader.transcripts import clock

NOBODY = _("unknown")


@dataclass(frozen=True, slots=True)
class Card:
    """A quote, or a note on a stretch of text, with what hangs on it."""

    start: int
    """Where in the text it belongs."""
    quote: Quote | None = None
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    text: str = ""
    """The article's text, which roles point into."""
    meta: tuple[str, ...] = ()
    """More about the source: role, affiliation."""
    terms: str = ""
    """How the words may be used, "" where they are on record."""
    page: str = ""
    """On which page of its file the quote stands, "" where there is none."""
    approval: tuple[str, ...] = ()
    """Where its authorisation stands, a line each."""
    translations: tuple[Translation, ...] = ()
    used: str = ""
    """In which manuscript it was used, and when; "" where it was in none."""
    language: str = ""
    """The article's: its quotation marks stand around what is cited."""
    owner: int = field(init=False, default=0)
    """Id of the quote, or minus the id of the note where there is none."""
    height: int = field(init=False, default=1)
    """Lines that the short form wants."""

    def __post_init__(self) -> None:
        """Work out once what is asked for thousands of cards at a time."""
        quote = self.quote
        object.__setattr__(self, "owner", quote.id if quote else -self.notes[0].id)
        hanging = bool(self.tags or self.notes) if quote else bool(self.tags)
        told = bool(quote and second_line(quote))
        object.__setattr__(self, "height", 1 + told + hanging + bool(self.terms))

    @property
    def speaker_as_written(self) -> str:
        """The speaker as written."""
        named = self.quote is not None and not self.quote.is_pointed_to
        return words_of(self.text, self.quote.speaker) if self.quote and named else ""

    @property
    def addressee_as_written(self) -> str:
        """The addressee as written."""
        return words_of(self.text, self.quote.addressee) if self.quote else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags of the quote, else of the note."""
        return self.quote.tags if self.quote else self.notes[0].tags

    @property
    def speaker(self) -> str:
        """The source, else the fullest name, else the speaker as written."""
        quote = self.quote
        return (quote.source or quote.resolved_speaker or self.speaker_as_written or NOBODY) if quote else ""


def second_line(quote: Quote) -> str:
    """What a short card says of a quote in its second line: when, a speaker not named, words that changed."""
    return " · ".join(filter(None, (_time(quote), _basis(quote), _altered(quote))))


def _time(quote: Quote) -> str:
    return clock(quote.said_from) if quote.said_from is not None else ""


def _basis(quote: Quote) -> str:
    if quote.is_undecided:
        return _("speaker undecided")
    if quote.is_hearsay:
        return _("hearsay")
    return _("carried over") if quote.is_carried else ""


def _altered(quote: Quote) -> str:
    return _("words changed") if quote.anchor is Anchor.FUZZY else ""
