"""One HTML page that needs nothing else: the text with its quotes marked, and beside it who said what."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from html import escape
from typing import BinaryIO

from reader.formats.addresses import address_of, called, web_address
from reader.formats.citation import attribution
from reader.formats.codes import clean
from reader.formats.dates import for_readers_with_zone
from reader.formats.dossier import Dossier, Options, notes_of, other_notes, quote_uid
from reader.formats.format import Format
from reader.formats.labels import dates_for, labelled_in, language_for
from reader.formats.pages import place_written
from reader.formats.protocol import checks_of
from reader.formats.remarks import of_article, remarks_of
from reader.formats.wording import in_print
from reader.i18n import _
from reader.models import Article, Quote, Span, words_of
from reader.visible import uncontrolled

STYLE = """
body{font:1rem/1.6 Georgia,serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
body{color:#222;background:#fffdf9}
article{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:0 2.5rem;margin-bottom:4rem}
h1,.facts{grid-column:1/-1}h1{line-height:1.2;margin-bottom:.2rem}.facts{color:#666;margin-top:0}.held{grid-column:1/-1;color:#b00020;font-weight:bold}
.text p{margin:0 0 1em;overflow-wrap:anywhere}aside{font:.85rem/1.45 system-ui,sans-serif}
aside section{border-left:.25rem solid #999;padding:0 0 0 .8rem;margin:0 0 1.2rem}
aside h2{font-size:1rem;margin:0}
aside p{margin:.2rem 0}.tags{color:#666}.remark{color:#a02020;font-weight:bold}
mark{background:none;color:inherit;border-bottom:.15rem solid}
.Direct{border-color:#1b6ca8}.Indirect{border-color:#a8531b}.IndirectFreeIndirect{border-color:#8a6d00}
.FreeIndirect{border-color:#5a7d2a}.Reported{border-color:#7a3f8c}
.speaker{font-weight:bold}.cue{font-style:italic}
.rejected{opacity:.5}@media(max-width:50rem){article{display:block}}@media print{body{background:none}}
"""  # not shown
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
)
"""The page fetches nothing and runs nothing, whatever an article holds."""
_ROLES = ("speaker", "cue")


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write one page with all articles, one below the other."""
    begun = False
    for dossier in dossiers:
        if not begun:
            stream.write(_top(dossier).encode("utf-8", "replace"))
            begun = True
        stream.write("".join(article_section(dossier, options)).encode("utf-8", "replace"))
    if begun:
        stream.write(b"</body>\n</html>\n")


def _top(dossier: Dossier) -> str:
    language, title = safe(dossier.article.language or "en"), safe(called(dossier.article))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{_POLICY}\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )


def article_section(dossier: Dossier, options: Options) -> Iterator[str]:
    """An article with its text and a card for each quote."""
    article, language = dossier.article, language_for(options)
    dates = dates_for(article, options)
    yield f'<article lang="{safe(article.language)}">\n<h1>{safe(called(article))}</h1>\n'
    day = for_readers_with_zone(article.published, dates)
    facts = [safe(part) for part in (article.byline, article.outlet, day) if part]
    if address := safe(address_of(article)):
        facts.append(f'<a href="{address}">{address}</a>')
    yield f'<p class="facts">{" · ".join(facts)}</p>\n'
    for remark in of_article(article, language):
        yield f'<p class="held">{safe(remark)}</p>\n'
    yield '<div class="text">\n'
    yield from _text(dossier)
    yield "</div>\n<aside>\n"
    for quote in dossier.quotes:
        yield _card(dossier, quote, language, dates)
    for note in other_notes(dossier):
        yield f"<section><p>{_broken(note.body)}</p>{_tags(note.tags)}</section>\n"
    yield "</aside>\n"
    if article.links:
        yield from _links(article)
    yield "</article>\n"


def _links(article: Article) -> Iterator[str]:
    """The links of the text with their words, in its order."""
    yield '<ol class="links">\n'
    for link in article.links:
        words, address = safe(words_of(article.text, [link.span])), safe(web_address(link.address))
        yield f'<li>{words}: <a href="{address}">{address}</a></li>\n'
    yield "</ol>\n"


def _text(dossier: Dossier) -> Iterator[str]:
    text = dossier.article.text
    paragraphs = list(_paragraphs(text))
    marks = _by_paragraph(_marks(dossier), [paragraph.start for paragraph in paragraphs])
    for index, paragraph in enumerate(paragraphs):
        yield "<p>" + "".join(_pieces(text, paragraph, marks.get(index, []))) + "</p>\n"


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for paragraph in text.split("\n\n"):
        yield Span(start, start + len(paragraph))
        start += len(paragraph) + 2


Mark = tuple[Span, str]
"""A span with the classes of its mark."""


def _marks(dossier: Dossier) -> list[Mark]:
    marked = []
    for quote in dossier.quotes:
        if quote.is_lost:
            continue
        marked += [(span, f"{quote.type} {quote.status}") for span in quote.spans]
        marked += [(span, role) for role in _ROLES for span in getattr(quote, role)]
    return sorted(marked)


def _by_paragraph(marks: list[Mark], starts: list[int]) -> dict[int, list[Mark]]:
    """The marks that touch each paragraph, by the paragraph's index."""
    touching: dict[int, list[Mark]] = {}
    for span, names in marks:
        for index in range(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)):
            touching.setdefault(index, []).append((span, names))
    return touching


def _pieces(text: str, within: Span, marks: list[Mark]) -> Iterator[str]:
    """The paragraph in pieces that lie wholly inside or outside of every mark, so that marks may overlap."""
    cuts = sorted({offset for span, _ in marks for offset in span if within.start < offset < within.end})
    for start, end in zip([within.start, *cuts], [*cuts, within.end], strict=True):
        names = " ".join(dict.fromkeys(n for span, n in marks if span.start <= start and end <= span.end))
        piece = _broken(text[start:end])
        yield f'<mark class="{names}">{piece}</mark>' if names else piece


def _card(dossier: Dossier, quote: Quote, language: str, dates: str) -> str:
    attributed = safe(_who(dossier, quote, language))
    words = safe(in_print(dossier.article, quote))
    terms = (labelled_in(language, term) for term in (quote.type, quote.status, quote.verification))
    state = safe(", ".join(filter(None, (*terms, place_written(dossier.article, quote)))))
    checked = "".join(
        f'<p class="tags">{safe(name)}: {_broken(value)}</p>'
        for name, value in checks_of(dossier, quote, language, dates)
    )
    remarks = "".join(
        f'<p class="remark">{safe(remark)}</p>' for remark in remarks_of(dossier, quote, language)
    )
    notes = "".join(f"<p>{_broken(note.body)}</p>" for note in notes_of(dossier, quote))
    names = f"{quote.type} {quote.status}"
    return (
        f'<section class="{names}" id="q-{quote_uid(dossier, quote)}"><h2>{attributed}</h2>'
        f'<p>{words}</p>{remarks}<p class="tags">{state}</p>{checked}{_tags(quote.tags)}{notes}</section>\n'
    )


def _who(dossier: Dossier, quote: Quote, language: str) -> str:
    who = attribution(dossier, quote)
    return labelled_in(language, who or "nobody is named") if not who or quote.is_undecided else who


def _tags(tags: tuple[str, ...]) -> str:
    return f'<p class="tags">{safe(" ".join("#" + tag for tag in tags))}</p>' if tags else ""


def safe(text: str) -> str:
    """`text` for a page, with no markup and no sign that does something."""
    return escape(clean(uncontrolled(text)))


def _broken(text: str) -> str:
    return safe(text).replace("\n", "<br>\n")


FORMAT = Format(
    "html",
    ".html",
    _("One web page with the quotes marked, to print or pass on"),
    write,
)
