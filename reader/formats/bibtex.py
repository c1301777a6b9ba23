"""BibTeX and BibLaTeX: one `@article` per article, its quotes in `annote`."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reader.formats import dates
from reader.formats.addresses import address_of, called
from reader.formats.bylines import agencies_beside, authors
from reader.formats.citation import quoted_with_place
from reader.formats.citation_keys import citation_key
from reader.formats.dossier import Dossier, Options
from reader.formats.format import Format
from reader.formats.remarks import of_article
from reader.formats.tag_names import keyword
from reader.i18n import _
from reader.visible import uncontrolled

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {c: "\\" + c for c in "&%$#_"}


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write one entry per article, UTF-8."""
    used_keys: set[str] = set()
    for dossier in dossiers:
        fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(dossier))
        entry = f"@article{{{citation_key(dossier.article, used_keys)},\n{fields}\n}}\n\n"
        stream.write(uncontrolled(entry).encode("utf-8", "replace"))


def _fields(dossier: Dossier) -> Iterator[tuple[str, str]]:
    article = dossier.article
    known = dates.parts(article.published)
    yield "title", "{" + _escaped(called(article)) + "}"
    plain = {
        "journal": article.outlet,
        "entrysubtype": "newspaper",
        "year": str(known[0]) if known else "",
        "date": "-".join(f"{part:02d}" for part in known),
        "langid": article.language,
        "keywords": ", ".join(keyword(tag) for tag in article.tags),
        "note": "; ".join((*agencies_beside(article.byline), *of_article(article))),
    }
    if names := authors(article.byline, article.outlet):
        yield (
            "author",
            " and ".join(_escaped(a.inverted) if a.given else f"{{{_escaped(a.family)}}}" for a in names),
        )
    yield from ((name, _escaped(value)) for name, value in plain.items() if value)
    if address := address_of(article):
        yield "url", address
        yield "urldate", article.added[:10] or article.published[:10]
    if dossier.quotes:
        yield "annote", _escaped(_quotes(dossier))


def _quotes(dossier: Dossier) -> str:
    return "; ".join(quoted_with_place(dossier, quote) for quote in dossier.quotes)


def _escaped(text: str) -> str:
    # BibTeX ends a field at a lone brace, and LaTeX a line at "%": both are written as commands.
    return "".join(_SPECIAL.get(c, c) for c in " ".join(text.split()))


FORMAT = Format("bibtex", ".bib", _("BibTeX entries"), write)
