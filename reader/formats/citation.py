"""A quote with its attribution and where it stands, as one line to paste; and a link that opens at it.

Styles: `house` (quote, speaker, outlet, title, date, address, in the manner of the article's language),
`chicago` (notes, Chicago Manual of Style 17, 14.191) and `dgps` (reference of the Deutsche Gesellschaft für
Psychologie, after APA 7). What comes in is covered already: nothing here knows whom it must not name.
"""

from pathlib import Path
from urllib.parse import quote as percent

from reader.errors import UsageError
from reader.formats import csl_styles, dates
from reader.formats.addresses import address_of
from reader.formats.bylines import authors
from reader.formats.csl_styles import CitationStyle
from reader.formats.dossier import Dossier, source_of, speaker_label
from reader.formats.pages import page_of, place_written
from reader.formats.remarks import in_brackets
from reader.formats.said_at import time_written
from reader.formats.wording import in_outer_marks, in_print, marks_of
from reader.i18n import _
from reader.models import UNDECIDED, Article, Quote, TermsOfUse
from reader.texts.offices import besides
from reader.texts.quotation_marks import Marks, bare, in_marks_of

_ANY_MARK = "„“”\"»«‚‘'’‹›"
_SPACE = " \n\u00a0\u202f"
_TITLE_OF_CHICAGO = Marks("“", "”", "‘", "’")


def cite(dossier: Dossier, quote: Quote | None = None, style: str | CitationStyle = "house") -> str:
    """The citation of the article in `style`; before it `quote`, who said it, and its remarks."""
    where = _style_of(style)(dossier.article, quote)
    if quote is None:
        return where
    return _joined(" ", f"{quoted(dossier, quote)}.", where)


def quoted(dossier: Dossier, quote: Quote) -> str:
    """The words of `quote` and who said them, with what must be told with it: „Nein“ (Anna) [disputed]."""
    who = attribution(dossier, quote)
    words = in_print(dossier.article, quote)
    return _joined(" ", words, f"({who})" if who else "", in_brackets(dossier, quote))


def quoted_with_place(dossier: Dossier, quote: Quote) -> str:
    """The same and on which page it stands, or when it is said, for lists below one article."""
    return _joined(", ", quoted(dossier, quote), place_written(dossier.article, quote))


def markdown(dossier: Dossier, quote: Quote, style: str | CitationStyle = "house") -> str:
    """The quote as a block quote of Markdown, below it who said it and where."""
    where = _style_of(style)(dossier.article, quote)
    who = _joined(" ", attribution(dossier, quote), in_brackets(dossier, quote))
    return f"> {in_print(dossier.article, quote)}\n>\n> — {_joined('. ', who, where)}"


def _style_of(style: str | CitationStyle) -> CitationStyle:
    """A style by its name: built in, out of a CSL file of the package, or the file at a path."""
    if not isinstance(style, str):
        return style
    if style in _STYLES:
        return _STYLES[style]
    if style in csl_styles.packaged():
        return csl_styles.packaged_style(style)
    if style.endswith(csl_styles.SUFFIX):
        return csl_styles.style_in(Path(style))
    known = ", ".join((*_STYLES, *csl_styles.packaged()))
    raise UsageError(
        _('There is no citation style "{style}"; take one of {known}, or a CSL file.').format(
            style=style, known=known
        )
    )


def attribution(dossier: Dossier, quote: Quote) -> str:
    """Who said it, with role and affiliation; "?" where nobody is named, "" where nobody may be."""
    source = source_of(dossier, quote)
    if source is not None:
        return _joined(", ", source.name, *besides(source.name, source.role, source.affiliation))
    if quote.is_undecided:
        return f"speaker {UNDECIDED}"  # not shown: a label
    spoken = speaker_label(dossier, quote)
    nobody = "" if quote.use is TermsOfUse.DEEP_BACKGROUND else "?"
    return _joined(", ", spoken, *besides(spoken, quote.speaker_role, quote.speaker_affiliation)) or nobody


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _house(article: Article, quote: Quote | None) -> str:
    marks = marks_of(article)
    title = in_outer_marks(marks, _title(article)) if article.title.strip() else ""
    day = dates.written(article.published, article.language)
    page = place_written(article, quote)
    return _joined(", ", article.outlet or article.byline, title, day, page, address_of(article))


def _title(article: Article) -> str:
    """The title without marks around the whole, which a citation puts itself."""
    return bare(" ".join(article.title.split()))


def _chicago(article: Article, quote: Quote | None) -> str:
    names = [author.full for author in authors(article.byline, article.outlet)]
    who = _joined(" and ", ", ".join(names[:-1]), *names[-1:])
    page = (page_of(article, quote) or time_written(quote)) if quote else ""
    outlet = _joined(", ", article.outlet, dates.english(article.published), page, address_of(article))
    title = in_marks_of(_TITLE_OF_CHICAGO, _title(article), 1)
    title = f"“{title + ',' if outlet else _stopped(title)}”" if title else ""
    said = _joined(" ", f"{who}," if who else "", title, outlet)
    return said if said.endswith("”") else f"{said}."


def _dgps(article: Article, quote: Quote | None) -> str:
    names = [author.initials for author in authors(article.byline, article.outlet)]
    who = _joined(" & ", ", ".join(names[:-1]), *names[-1:]) or article.outlet
    day = _dgps_date(article.published)
    title = in_marks_of(marks_of(article), " ".join(article.title.split()))
    outlet = f"{article.outlet}." if article.outlet and article.outlet != who else ""
    page = f"({page})." if (page := place_written(article, quote)) else ""
    return _joined(" ", who, f"({day}).", _stopped(title), outlet, page, address_of(article))


def _stopped(title: str) -> str:
    """`title` with a full stop, where it ends in no other mark."""
    return title + ("" if title.rstrip(_ANY_MARK)[-1:] in ("?", "!", ".", "…") else ".") if title else ""


def _dgps_date(published: str) -> str:
    known = dates.parts(published)
    if len(known) < 2:
        return str(known[0]) if known else "o. D."
    return f"{known[0]}, {dates.german(published).rsplit(' ', 1)[0]}"


_STYLES: dict[str, CitationStyle] = {
    "house": _house,
    "chicago": _chicago,
    "dgps": _dgps,
}
STYLES = tuple(_STYLES)
"""Names of the styles that are built in, the default first; more are CSL files."""


def link(article: Article, quote: Quote) -> str:
    """The article's address with a text fragment that opens at `quote`; "" where it has none on the web.

    Syntax of https://wicg.github.io/scroll-to-text-fragment: a whole passage where it is short and in one
    paragraph, else its first and last words; the words around it where it stands more than once. A quote
    that the present text has lost gets the bare address: no browser would find it.
    """
    whole = address_of(article)
    if not whole or quote.is_lost:
        return whole
    address, _, fragment = whole.partition("#")
    return f"{address}#{fragment.split(':~:')[0]}:~:text={_directive(article, quote.start, quote.end)}"


_SHORT = 160
"""Characters up to which a passage is cited whole, not by its first and last words (chosen by hand)."""
_EDGE = 4
"""Words at either edge of a long passage; four are nearly always unique."""


def _directive(article: Article, start: int, end: int) -> str:
    text = article.text
    start, end = _without_marks(text, start, end)
    before = after = ""
    if _is_repeated(article, text[start:end]):
        start, end, before, after = _passage_with_neighbours(text, start, end)
    passage = text[start:end]
    words = passage.split()
    # Beginning and end would be the whole passage all over: "We go on."
    if (len(passage) <= _SHORT and "\n" not in passage) or len(words) <= 2 * _EDGE:
        return before + _encoded(words) + after
    first, last = passage.split("\n")[0].split(), passage.rsplit("\n")[-1].split()
    return f"{before}{_encoded(first[:_EDGE])},{_encoded(last[-_EDGE:])}{after}"


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    whole = text[start:end]
    end -= len(whole) - len(whole.rstrip(_ANY_MARK + _SPACE))
    return min(start + len(whole) - len(whole.lstrip(_ANY_MARK + _SPACE)), end), end


def _is_repeated(article: Article, passage: str) -> bool:
    """Whether a browser finds `passage` more than once in the page; it does not heed capitals."""
    captions = (caption.text for caption in article.captions)
    page = "\n".join((article.title, article.text, *captions)).casefold()
    return page.count(passage.casefold()) > 1


def _passage_with_neighbours(text: str, start: int, end: int) -> tuple[int, int, str, str]:
    """A passage and the words beside it, as a directive takes them: `said: “-,No,-” she`.

    A browser wants them right beside it, so that the marks between belong to them, and each within one
    paragraph: a passage that has it to itself is taken with its marks, behind the last words before it.
    """
    front = text[:start].rsplit("\n", 1)[-1].split()
    behind = text[end:].split("\n", 1)[0].split()
    if not any(map(_says_something, (*front, *behind))):
        start, end = text.rfind("\n", 0, start) + 1, end + len(text[end:].split("\n", 1)[0])
        front, behind = text[:start].rstrip().rsplit("\n", 1)[-1].split(), []
    before, after = (
        _encoded(words) if any(map(_says_something, words)) else ""
        for words in (front[-_EDGE:], behind[:_EDGE])
    )
    # The dash beside the comma makes them words around the passage.
    return start, end, before and f"{before}-,", after and f",-{after}"


def _says_something(word: str) -> bool:
    return any(map(str.isalnum, word))


def _encoded(words: list[str]) -> str:
    """`words` percent-encoded, the syntax's own "-", "," and "&" as well."""
    joined = " ".join(words).encode("utf-8", "replace")
    return percent(joined, safe="").replace("-", "%2D")
