"""The lines of markup that a feed holds of an article, with their links: a teaser is no whole page."""

import re
from html.parser import HTMLParser

from reader.ingest.links import LinkedLine, web_address
from reader.models import Link, Span

_BREAKING = frozenset(
    str.split(
        "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote table tr section article figure figcaption hr dt dd"
    )
)
_SILENT = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg"))
_SPACE = re.compile(r"\s+")


def lines_of(markup: str, base: str) -> list[LinkedLine]:
    """The lines that are not empty, as a browser shows them; links lead on from `base`."""
    reader = _Lines(base)
    reader.feed(markup)
    reader.close()
    reader.end_line()
    return reader.lines


class _Lines(HTMLParser):
    """Reads markup into lines."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[LinkedLine] = []
        self._base = base
        self._text = ""
        self._links: list[Link] = []
        self._silent = ""
        self._target = ""
        self._start = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a link, or what nobody sees."""
        if self._silent:
            return
        if tag in _SILENT:
            self._silent = tag
        elif tag in _BREAKING:
            self.end_line()
        elif tag == "a":
            self._end_link()
            self._target = web_address(self._base, dict(attrs).get("href") or "")
            self._start = len(self._text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that ends itself hides nothing behind it: <br/>, <script/>."""
        if tag in _BREAKING and not self._silent:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if self._silent:
            self._silent = "" if tag == self._silent else self._silent
        elif tag in _BREAKING:
            self.end_line()
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        """Words; runs of blanks are one, and none begins a line."""
        if self._silent:
            return
        words = _SPACE.sub(" ", data)
        at_blank = not self._text or self._text.endswith(" ")
        self._text += words.lstrip() if at_blank else words

    def end_line(self) -> None:
        """Keep the line, where it holds anything."""
        target = self._target
        self._end_link()
        if text := self._text.rstrip():
            links = tuple(link for link in self._links if link.span.end <= len(text))
            self.lines.append(LinkedLine(text, links))
        self._text, self._links, self._target, self._start = "", [], target, 0

    def _end_link(self) -> None:
        words = self._text[self._start :]
        start = self._start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if self._target and end > start:
            self._links.append(Link(Span(start, end), self._target))
        self._target = ""
