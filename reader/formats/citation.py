"""A quote with its attribution and where it stands, as one line to paste; and a link that opens at it.

Styles: `house` (German newsroom: quote, speaker, outlet, title, date, address), `chicago` (notes, Chicago
Manual of Style 17, 14.191) and `dgps` (reference of the Deutsche Gesellschaft für Psychologie, after APA 7).
"""

import re
from collections.abc import Callable
from urllib.parse import quote as percent

from reader.errors import UsageError
from reader.formats import dates
from reader.formats.bylines import authors
from reader.formats.dossier import Dossier
from reader.formats.redaction import redacted
from reader.languages.press import press
from reader.models import UNDECIDED, Article, Quote, QuoteType, Source

_ANY_OPENING, _ANY_CLOSING = "„“”\"»«‚‘'", "“”\"«»‘’'"
_PAIRS = (("„", "“"), ("„", "”"), ("“", "”"), ("»", "«"), ("«", "»"), ('"', '"'), ("‚", "‘"), ("‘", "’"))
_DEFAULT = "en"
"""Whose marks and words stand where the article's language has none."""


def cite(
    article: Article,
    quote: Quote | None = None,
    source: Source | None = None,
    style: str = "house",
    *,
    confidential: bool = False,
) -> str:
    """The citation of `article` in `style`, with the words of `quote` and who said them before it.

    A source that is not on record is only named where `confidential` says so.
    """
    if style not in _STYLES:
        raise UsageError(f'There is no citation style "{style}"; take one of {", ".join(_STYLES)}.')
    if quote is None:
        return _STYLES[style](article)
    if source is not None and not confidential:
        safe = redacted(Dossier(article, (quote,), sources=(source,)))
        article, quote, source = safe.article, safe.quotes[0], safe.sources[0]
    sentence = f"{in_marks(article, quote)} ({attribution(article, quote, source)})"
    return f"{sentence}. {_STYLES[style](article)}"


def in_marks(article: Article, quote: Quote) -> str:
    """The words of `quote` in the marks of the article's language, marks inside them made single."""
    words = bare_words(article, quote)
    opening, closing, inner_opening, inner_closing = _marks(article)
    for left, right in _PAIRS[:6]:
        pattern = rf"{re.escape(left)}([^{re.escape(left + right)}]*){re.escape(right)}"
        words = re.sub(pattern, rf"{inner_opening}\1{inner_closing}", words)
    return f"{opening}{words}{closing}"


def _marks(article: Article) -> tuple[str, ...]:
    """Outer and inner quotation marks."""
    return press(article.language).marks or press(_DEFAULT).marks


def bare_words(article: Article, quote: Quote) -> str:
    """The words of `quote` without quotation marks around the whole."""
    words = quote.words(article.text).strip()
    for left, right in _PAIRS:
        inside = words[len(left) : -len(right)]
        if len(words) > 1 and words.startswith(left) and words.endswith(right):
            return inside if left not in inside and right not in inside else words
    return words


def attribution(article: Article, quote: Quote, source: Source | None = None) -> str:
    """Who said it, with role and affiliation where known, and whether the words are the article's."""
    who = _who(article, quote, source)
    if quote.type == QuoteType.DIRECT:
        return who
    return f"{who}, {press(article.language).paraphrased or press(_DEFAULT).paraphrased}"


def _who(article: Article, quote: Quote, source: Source | None) -> str:
    if source is not None:
        return _joined(", ", source.name, source.role, source.affiliation)
    if quote.is_undecided:
        return f"speaker {UNDECIDED}"
    spoken = quote.speaker_label(article.text)
    role, affiliation = _new(quote.speaker_role, spoken), _new(quote.speaker_affiliation, spoken)
    return _joined(", ", spoken, role, affiliation) or "?"


def _new(part: str, known: str) -> str:
    return "" if part.casefold() in known.casefold() else part


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _house(article: Article) -> str:
    opening, closing = _marks(article)[:2]
    title = f"{opening}{article.title}{closing}" if article.title else ""
    day = dates.numeric(article.published)
    return _joined(", ", article.outlet or article.byline, title, day, article.url or article.location)


def _chicago(article: Article) -> str:
    names = [author.full for author in authors(article.byline)]
    who = _joined(" and ", ", ".join(names[:-1]), *names[-1:])
    title = f"“{article.title},”" if article.title else ""
    outlet = _joined(", ", article.outlet, dates.english(article.published), article.url or article.location)
    return _joined(" ", f"{who}," if who else "", title, outlet) + "."


def _dgps(article: Article) -> str:
    names = [author.initials for author in authors(article.byline)]
    who = _joined(" & ", ", ".join(names[:-1]), *names[-1:]) or article.outlet
    day = _dgps_date(article.published)
    title = f"{article.title}." if article.title else ""
    outlet = f"{article.outlet}." if article.outlet and article.outlet != who else ""
    return _joined(" ", who, f"({day}).", title, outlet, article.url or article.location)


def _dgps_date(published: str) -> str:
    known = dates.parts(published)
    if len(known) < 2:
        return str(known[0]) if known else "o. D."
    return f"{known[0]}, {dates.german(published).rsplit(' ', 1)[0]}"


_STYLES: dict[str, Callable[[Article], str]] = {"house": _house, "chicago": _chicago, "dgps": _dgps}
STYLES = tuple(_STYLES)
"""Names of the styles, the default first."""


def link(article: Article, quote: Quote) -> str:
    """The article's address with a text fragment that opens at `quote`; the bare address where there is none.

    Syntax of https://wicg.github.io/scroll-to-text-fragment: a whole passage where it is short and in one
    paragraph, else its first and last words; words before it where the passage stands more than once.
    """
    if not article.url.startswith(("http://", "https://")):
        return article.url
    start, end = quote.start, quote.end
    address, _, fragment = article.url.partition("#")
    return f"{address}#{fragment.split(':~:')[0]}:~:text={_directive(article.text, start, end)}"


_SHORT = 160
"""Characters up to which a passage is cited whole, not by its first and last words (chosen by hand)."""
_EDGE = 4
"""Words at either edge of a long passage; four are nearly always unique."""


def _directive(text: str, start: int, end: int) -> str:
    passage = text[start:end].strip(_ANY_OPENING + _ANY_CLOSING + " \n")
    words = passage.split()
    before = ""
    if text.count(passage) > 1:
        line = text[:start].rsplit("\n", 1)[-1].split()
        # A dash before the comma makes it the words in front of the passage ("prefix-,").
        before = f"{_encoded(line[-_EDGE:])}-," if line else ""
    if (len(passage) <= _SHORT and "\n" not in passage) or len(words) <= 2 * _EDGE:
        return before + _encoded(words)
    first, last = passage.split("\n")[0].split(), passage.rsplit("\n")[-1].split()
    return f"{before}{_encoded(first[:_EDGE])},{_encoded(last[-_EDGE:])}"


def _encoded(words: list[str]) -> str:
    """`words` percent-encoded, the syntax's own "-", "," and "&" as well."""
    joined = " ".join(words).encode("utf-8", "replace")
    return percent(joined, safe="").replace("-", "%2D")
