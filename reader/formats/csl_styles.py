"""Citation styles as CSL files (https://citationstyles.org): reader's own, and any of a person's.

citeproc-py renders them: Zotero, Pandoc and Citavi read the same files, so that a desk writes its style once.
"""

import re
import warnings
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from reader.errors import UsageError
from reader.formats import csl
from reader.formats.dossier import Dossier
from reader.formats.pages import page_of
from reader.i18n import _
from reader.models import Article, Quote
from reader.system_reasons import system_reason
from reader.texts.quotation_marks import Marks, bare, in_marks_of

CitationStyle = Callable[[Article, Quote | None], str]
"""Writes where an article stands, and on which page of it a quote does."""
SUFFIX = ".csl"
_MARKS = {
    "“": Marks("“", "”", "‘", "’"),
    "„": Marks("„", "“", "‚", "‘"),
    "«": Marks("«", "»", "‹", "›"),
    "»": Marks("»", "«", "›", "‹"),
}
"""The marks of a style, by the one that opens."""
_STOPPED_TWICE = re.compile(r"([?!]['’”“»«›‹‘]*)\.(?=\s|$)")


@cache
def packaged() -> tuple[str, ...]:
    """Names of the styles that come with reader."""
    every = (entry.name for entry in files("reader.formats").joinpath("styles").iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in every if name.endswith(SUFFIX)))


def packaged_style(name: str) -> CitationStyle:
    """One of those."""
    return _style(files("reader.formats").joinpath("styles", name + SUFFIX).read_bytes(), name)


def style_in(path: Path) -> CitationStyle:
    """The style in a file. Raises UsageError where it is none."""
    try:
        return _style(path.expanduser().read_bytes(), path.name)
    except OSError as error:
        raise UsageError(
            _("The citation style {path} cannot be read: {reason}.").format(
                path=path, reason=system_reason(error)
            )
        ) from error


@cache
def _style(content: bytes, name: str) -> CitationStyle:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # 300 ms, and it warns of every part of a style that it does not know
        from citeproc import CitationStylesStyle

        try:
            style: Any = CitationStylesStyle(BytesIO(content), validate=False)
            has_list = style.has_bibliography()
        except Exception as error:  # lxml and citeproc raise anything where a file is no style
            told = " ".join(str(error).split())[:120]
            raise UsageError(
                _("{name} is no citation style (CSL) that can be read: {reason}.").format(
                    name=name, reason=told
                )
            ) from error
    if not has_list:
        raise UsageError(
            _("{name} has no bibliography: take a style that lists whole references.").format(name=name)
        )
    return lambda article, quote: _rendered(style, article, quote, name)


def _rendered(style: Any, article: Article, quote: Quote | None, name: str) -> str:
    item = csl.item(Dossier(article))
    item.pop("custom", None)
    if quote and (place := page_of(article, quote)):
        item["page"] = place
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        try:
            listed = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
            listed.register(Citation([CitationItem(item["id"])]))
            (entry,) = listed.bibliography()
        except Exception as error:  # a style may ask for what citeproc does not know
            told = " ".join(str(error).split())[:120]
            raise UsageError(
                _("The citation style {name} fails at this article: {reason}.").format(name=name, reason=told)
            ) from error
    return _in_order(" ".join(str(entry).split()), " ".join(article.title.split()))


def _in_order(entry: str, title: str) -> str:
    """An entry as CSL asks for it where citeproc-py does not: marks inside of a title's marks are inner ones,
    and no full stop follows on a question or exclamation mark.
    """
    at = entry.find(title) if title else -1
    if at > 0 and (marks := _MARKS.get(entry[at - 1])):
        entry = f"{entry[:at]}{in_marks_of(marks, bare(title), 1)}{entry[at + len(title) :]}"
    return _STOPPED_TWICE.sub(r"\1", entry)
