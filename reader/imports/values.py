"""What a file of highlights holds: texts, what was marked in each, and facts about articles.

A file that holds the text itself (JSON lines, REFI-QDA) gives places in it (`spans`); any other knows a
passage by its words and those around it (`sought`).
"""

from dataclasses import dataclass, field

from reader.i18n import _
from reader.models import Article, Authorised, Evidence, Memo, Quote, Source, Spans, Translation
from reader.texts.locating import SoughtPassage


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage that somebody highlighted, or a text that somebody wrote a note on."""

    sought: tuple[SoughtPassage, ...] = ()
    """The parts of the passage; none for the text as a whole."""
    spans: Spans = ()
    """The passage in the text that the file holds."""
    body: str = ""
    """What was written about it (Markdown)."""
    tags: tuple[str, ...] = ()
    who: str = ""
    """Who made it; empty where the file does not say."""
    origin: str = ""
    """Who made it and with which tool, where the file says both in one."""
    created: str = ""
    modified: str = ""
    uid: str = ""
    """What tells it from others; empty where the file has nothing that does."""
    is_lost: bool = False
    """Whether the text that the file holds has lost the passage."""

    @property
    def words(self) -> str:
        """The passage as the file gives it."""
        return " … ".join(one.words for one in self.sought)


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """A quote of reader, out of a file that reader wrote or that was made of one."""

    mark: Marked
    """Where it stands, and its tags."""
    quote: Quote
    """What it is, without the places where the file does not hold the text."""
    roles: dict[str, str] = field(default_factory=dict)
    """Words of speaker, cue, addressee and frame, where their places are not known."""
    speaker: str = ""
    """Who spoke, by name."""
    source: Source | None = None
    """Whom the quote is assigned to, with all that is known."""
    notes: tuple[Marked, ...] = ()
    """What was written about the quote."""
    evidence: tuple[Evidence, ...] = ()
    authorised: tuple[Authorised, ...] = ()
    translations: tuple[Translation, ...] = ()
    tells_nesting: bool = False
    """Whether the file says of quotes inside of others that they are; else that is seen by their places."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One article, book or document, and what was marked in it."""

    title: str = ""
    address: str = ""
    uid: str = ""
    """As reader itself calls the article; may be its beginning."""
    article: Article | None = None
    """The text itself with its facts, where the file holds it."""
    marks: tuple[Marked, ...] = ()
    quotes: tuple[MarkedQuote, ...] = ()
    tags: tuple[str, ...] = ()
    """Tags of the text as a whole."""

    @property
    def name(self) -> str:
        """What to call it to a person."""
        return self.title or self.address or _("a text without a title")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a list of references says about an article."""

    facts: dict[str, str]
    """Fields of `Article` that are known."""
    tags: tuple[str, ...] = ()
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What was read from a file."""

    tool: str
    """The program that it comes from, for a person to read."""
    texts: tuple[MarkedText, ...] = ()
    references: tuple[Reference, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)
    """Tags of a codebook in their order, each with its colour or ""."""
    meanings: dict[str, str] = field(default_factory=dict)
    """What tags are put on, of those of which the file says it."""
    memos: tuple[Memo, ...] = ()
    """Notes on no text: on a library as a whole, or on a story."""
    remarks: tuple[str, ...] = ()
    """What could not be read, one sentence each."""
