"""An article: its text, its metadata, and where it stands in the reader's work."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from reader.models.spans import Span, Spans
from reader.originals import Original
from reader.rows import ArticleState
from reader.transcripts import Transcript


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
