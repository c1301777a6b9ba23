"""What a person writes beside articles and quotes: notes and memos, what a list shows of them, and tags."""

from dataclasses import dataclass

from reader.i18n import pgettext
from reader.models.spans import Span
from reader.terms import Anchor


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

    @property
    def kind_label(self) -> str:
        """The same as people read it."""
        return KIND_LABELS[self.kind]


KIND_LABELS = {
    "story": pgettext("what a note is about", "story"),
    "library": pgettext("what a note is about", "library"),
    "quote": pgettext("what a note is about", "quote"),
    "passage": pgettext("what a note is about", "passage"),
    "article": pgettext("what a note is about", "article"),
}


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
