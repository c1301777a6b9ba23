"""The values that every part of reader passes on: articles, quotes, sources, notes, tags.

An `Article` has a text; everything else points into it by `Span`s, half-open ranges `[start, end)` of
Unicode code points. All values are frozen; `dataclasses.replace` makes a changed copy. An `id` of 0 means
"not stored yet".
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from reader.originals import Original
from reader.rows import ArticleRow, ArticleState, badge_of
from reader.terms import (
    UNDECIDED,
    Agreed,
    Anchor,
    Authorisation,
    Medium,
    Printed,
    QuoteType,
    Silence,
    SourceKind,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
)
from reader.transcripts import Period, Transcript

__all__ = [
    "UNDECIDED",
    "Agreed",
    "Anchor",
    "Article",
    "ArticleRow",
    "ArticleState",
    "Authorisation",
    "Authorised",
    "Caption",
    "Evidence",
    "Link",
    "Medium",
    "Memo",
    "Note",
    "NoteRow",
    "Original",
    "PageStart",
    "Printed",
    "Quote",
    "QuoteRow",
    "QuoteType",
    "Silence",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "SpeakerBasis",
    "Status",
    "Tag",
    "TermsOfUse",
    "Verification",
    "Voice",
    "labelled",
    "name_is_covered",
    "on_one_line",
    "trimmed",
    "use_of",
    "words_of",
]


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in an article's text."""

    start: int
    end: int


Spans = tuple[Span, ...]


class PageStart(NamedTuple):
    """Where a page of the file that an article came from begins in its text."""

    start: int
    label: str
    """What the page is called in the file: "3", "xii"."""


class Link(NamedTuple):
    """An address on the web, and the words of the article that lead to it."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The line under a picture, kept apart from the article's text."""

    text: str
    credit: str = ""
    """Photographer or agency, as in "(Foto: dpa)"."""


@dataclass(frozen=True, slots=True)
class Article:
    """A stored text with its metadata. Its text never changes; a newer text is a new version."""

    text: str
    """Paragraphs divided by one empty line; no carriage returns; the title is not part of it."""
    title: str = ""
    byline: str = ""
    outlet: str = ""
    section: str = ""
    agency: str = ""
    """Agency codes of the credit line, such as "dtj/dpa"."""
    url: str = ""
    location: str = ""
    """Where the text came from: a path, an address, "stdin" or "clipboard"."""
    published: str = ""
    """ISO 8601 date or time, or empty where unknown."""
    language: str = ""
    """ISO 639-1 code, or empty where unknown."""
    feed: str = ""
    """Name of the feed it came from, or empty."""
    entry: str = ""
    """What the feed calls its entry (guid), or empty."""
    entry_digest: str = ""
    """Tells whether the entry has changed since it was read; empty where the article came from elsewhere."""
    embargo: str = ""
    """The line that says until when it may not be used; it binds until `lifted`."""
    embargo_until: str = ""
    """ISO 8601 day or time of its end, with the zone where one is named, or the event ("Redebeginn")."""
    undelivered: str = ""
    """The line by which words were handed out before they were said ("Es gilt das gesprochene Wort")."""
    lifted: str = ""
    """ISO 8601 time at which a person lifted both, or empty."""
    correction: str = ""
    """The line by which an agency says that it corrects an earlier report."""
    release_number: str = ""
    """Number of a press release, such as "87/2026"."""
    place: str = ""
    """Where a press release was given out."""
    contact: str = ""
    """Whom a press release tells the press to ask."""
    captions: tuple[Caption, ...] = ()
    headings: Spans = ()
    """Subheadings inside the text."""
    pages: tuple[PageStart, ...] = ()
    """Where the pages of a PDF begin in the text, in its order; empty for what has none."""
    links: tuple[Link, ...] = ()
    """Links on words of the text, in its order."""
    removed: tuple[str, ...] = ()
    """Lines taken out as boilerplate, in their order, so that they can be shown."""
    transcript: Transcript | None = None
    """Who speaks where and when, of a text that was spoken."""
    recording: str = ""
    """Path or address of the sound, where it is not the place that the text came from; see `recordings`."""
    missing: str = ""
    """What of the text could not be read, as a sentence: further pages, what is behind a paywall. Told when
    the article is added, and not stored."""
    wall: str = ""
    """What seems to stand in the place of an article, such as "asks for consent to cookies"; empty for an
    article. Told when it is read, and not stored."""
    stated: tuple[str, ...] = ()
    """Names of the fields that a person wrote above the text, and may correct there. Told when it is read,
    and not stored."""
    originals: tuple[Original, ...] = ()
    """The bytes that it was read from, page by page. Stored apart, and never read with the article."""
    id: int = 0
    uid: str = ""
    version: int = 1
    """Number of the text version, from 1."""
    added: str = ""
    """ISO 8601 time in UTC."""
    state: ArticleState = ArticleState.UNREAD
    starred: bool = False
    position: int = 0
    """Reading position: the code point at the top of the screen."""
    tags: tuple[str, ...] = ()

    def page_of(self, start: int, end: int) -> str:
        """The page or pages on which `[start, end)` stands, as "3" or "3–4"; "" where there are none."""
        if not self.pages:
            return ""
        last = max(end - 1, start)
        places = (bisect_right(self.pages, place, key=lambda page: page.start) for place in (start, last))
        return "–".join(dict.fromkeys(self.pages[max(place - 1, 0)].label for place in places))


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
class Source:
    """A person, organisation or document that speakers are resolved to."""

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    role: str = ""
    affiliation: str = ""
    aliases: tuple[str, ...] = ()
    use: TermsOfUse = TermsOfUse.ON_RECORD
    """How its words may be used, where a quote says nothing else."""
    remarks: str = ""
    id: int = 0
    uid: str = ""
    quotes: int = 0
    """Number of quotes assigned."""
    articles: int = 0
    """Number of articles they stand in."""
    description: str = ""
    """What was agreed to stand in the place of the name, such as "a person close to the talks"."""
    identity_protected: bool = False
    """Whether the name leaves in nothing, however the words may be used."""
    external_id: str = ""
    """What it is called elsewhere, as "wikidata:Q567" or "orcid:0000-0002-1825-0097"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom articles quote by name and who is in no register yet: a source that could be."""

    name: str
    """As it is written most, without a role before it."""
    spellings: tuple[str, ...] = ()
    """Every way in which it is written in the library, that name among them."""
    id: int = 0
    """Tells it from other voices and from sources: the number of its first quote, below nought."""
    kind: SourceKind = SourceKind.UNKNOWN
    role: str = ""
    affiliation: str = ""
    quotes: int = 0
    articles: int = 0
    same_id: int = 0
    """The source that it probably is, 0 where none is like it."""
    same_name: str = ""
    likeness: float = 0.0
    """How much it is like that source, 0 to 1."""
    doubt: str = ""
    """Why its quotes may be by several of one name; "" where nothing says so."""
    dismissed: int = 0
    """Where it is never to be a source: under which number that is kept."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a person writes (Markdown) about a span, a quote or an article.

    A tagged highlight is a note with an empty body.
    """

    body: str
    article_id: int
    quote_id: int = 0
    span: Span | None = None
    exact: str = ""
    """Text of the span as stored."""
    id: int = 0
    uid: str = ""
    created: str = ""
    modified: str = ""
    anchor: Anchor = Anchor.EXACT
    tags: tuple[str, ...] = ()
    origin: str = ""
    """Of one that was imported, who made it and with which tool ("Anna Lenz, Hypothesis"); else empty."""


@dataclass(frozen=True, slots=True)
class Memo:
    """What a person writes (Markdown) about the library as a whole, or about a story."""

    body: str
    story: str = ""
    """A name of one's own for what is worked on; "" for the library as a whole."""
    id: int = 0
    uid: str = ""
    created: str = ""
    modified: str = ""
    tags: tuple[str, ...] = ()
    origin: str = ""
    """Of one that was imported, who made it and with which tool; else empty."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What a list shows of a note or a memo."""

    id: int
    """Of a memo its number below 0."""
    article_id: int
    """0 for a memo; its title is the story then, "" for the library as a whole."""
    body: str
    about: str
    """The words that it is about, shortened; "" for the whole article."""
    quote_id: int
    speaker: str
    """Who says the quote that it is about."""
    modified: str
    origin: str
    title: str
    outlet: str
    offset: int | None = None
    """Where it stands in the text; None for a note on the whole article, or one whose passage is lost."""
    is_lost: bool = False
    """Whether its passage no longer stands in the text."""
    tags: tuple[str, ...] = ()
    held: str = ""
    """Why its article must wait, as in a list of articles."""
    language: str = ""
    """Of its article."""

    @property
    def kind(self) -> str:
        """What it is about, in a word."""
        if self.id < 0:
            return "story" if self.title else "library"
        if self.quote_id:
            return "quote"
        return "passage" if self.about else "article"


@dataclass(frozen=True, slots=True)
class Tag:
    """A hierarchical label such as "politik/syrien"."""

    path: str
    colour: str = ""
    """Colour as "#rrggbb", or empty for the theme's."""
    id: int = 0
    uid: str = ""
    uses: int = 0
    description: str = ""
    """What it is put on, and what not."""
    place: int = 0
    """Where it stands among those beside it, from 1; 0 for behind those that have a place, by name."""
    articles: int = 0
    """Articles outside the trash that bear it or a tag below it, or whose quotes or notes do."""
    quotes: int = 0
    """Quotes outside the trash that bear it or a tag below it."""
    notes: int = 0
    """Notes and memos that bear it or a tag below it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a quote was checked against, by whom and when."""

    verification: Verification
    quote_id: int
    kind: str = ""
    """file, link, recording, page or witness; sound where the quote was heard when it was checked."""
    reference: str = ""
    """Path, address, timestamp ("00:12:31") or page."""
    remark: str = ""
    who: str = ""
    at: str = ""
    id: int = 0
    uid: str = ""


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
        return {Anchor.ORPHAN: "lost", Anchor.FUZZY: "changed"}.get(self.anchor, "")


_DETECTORS = ("rules-", "clauses-", "patterns-", "learned-", "plugin-")
"""How the names of detectors begin."""


def labelled(name: str, basis: SpeakerBasis, status: Status) -> str:
    """A speaker's name for a person to read, with what is open about it."""
    if basis is not SpeakerBasis.CARRIED or not name:
        return name
    return f"{UNDECIDED} ({name} carried over)" if status is Status.ACCEPTED else f"{name} (carried over)"


def use_of(quote: Quote, source: Source | None) -> TermsOfUse:
    """How a quote may be used: as was agreed for it, else as its source speaks by default."""
    return quote.use or (source.use if source else TermsOfUse.ON_RECORD) or TermsOfUse.ON_RECORD


def name_is_covered(source: Source) -> bool:
    """Whether the name of a source is kept out of everything that leaves, but for quotes on record."""
    return source.identity_protected or source.use not in (TermsOfUse.ON_RECORD, TermsOfUse.AS_SOURCE)


def on_one_line(parts: Iterable[str]) -> str:
    """The parts of an interrupted passage, joined by " … ", line breaks folded."""
    return " … ".join(" ".join(part.split()) for part in parts)


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The text of `spans`, joined by " … ", line breaks folded."""
    return on_one_line(text[start:end] for start, end in spans)


def trimmed(text: str, start: int, end: int) -> Span:
    """`[start, end)` without white space at its ends; empty at `start` where there is nothing else."""
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = start + len(stretch.rstrip())
    return Span(left, right) if right > left else Span(start, start)
