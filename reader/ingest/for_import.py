"""Files that hold no article but what people marked and know of articles: those are for `reader import`.

Told by what a file holds, or by how it is called. What is in them the rooms of `reader.imports` read.
"""

import re
from dataclasses import dataclass

from reader.errors import OtherFileError
from reader.i18n import _
from reader.ingest.saving import saved_first


@dataclass(frozen=True, slots=True)
class _ForImport:
    """Something that is imported."""

    name: str
    holds: re.Pattern[str]
    """What its beginning holds."""
    suffixes: tuple[str, ...] = ()
    media_type: str = ""
    """What is in the type that a server calls it by."""


def _begins(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\s*(?:" + pattern + ")", re.IGNORECASE)


_CELL = r"(?:\"[^\"\n]*\"|[^\",;\t\n]*)"
_KINDS = (
    _ForImport(
        _("a list of references (RIS)"),
        _begins(r"TY {1,2}- ?\w+\s*\n(?:.*\n){0,200}?(?:[A-Z][A-Z0-9] {1,2}-)"),
        (".ris",),
        "research-info-systems",
    ),
    _ForImport(
        _("a list of references (BibTeX)"),
        _begins(r"(?>%.*\n\s*)*+@[a-z]+\s*[{(]\s*(?:[^\s,{}]*\s*,\s*)?[\w-]+\s*=\s*[\"{\d]"),
        (".bib", ".bibtex"),
        "bibtex",
    ),
    _ForImport(
        _("a list of references (CSL-JSON)"),
        re.compile(
            r"\s*\[\s*\{(?=.{0,3000}?\"type\"\s*:\s*\"[a-z-]+\")"
            r"(?=.{0,3000}?\"(?:container-title|issued|accessed|author)\"\s*:)(?=.{0,3000}?\"title\"\s*:)",
            re.DOTALL,
        ),
    ),
    _ForImport(
        _("a file of annotations"),
        re.compile(
            r"\s*[\[{](?:(?=.{0,3000}?www\.w3\.org/ns/anno)|(?=.{0,3000}?\"type\"\s*:\s*\"Annotation)"
            r"|(?=.{0,3000}?\"annotations\"\s*:\s*\[).{0,6000}?\"(?:target|uri)\"\s*:)",
            re.DOTALL,
        ),
        (".jsonld",),
    ),
    _ForImport(
        _("Markdown as reader exports it"),
        re.compile(
            r"(?:---\n.{0,4000}?\n---\n)?\s*(?:# [^\n]*\n+)?(?:>[^\n]*\n)+\n\^a-[0-9a-f]{6,32}", re.DOTALL
        ),
    ),
    _ForImport(
        _("a table of quotes as reader exports it"),
        re.compile(r"article[,;\t]outlet[,;\t]published[,;\t].*[,;\t]spans[,;\t]"),
    ),
    _ForImport(
        _("a file of Kindle clippings"),
        re.compile(r"[^\n]+\n- [^\n]*\|[^\n]*\n[ \t]*\n.{0,10000}?\n={10}[ \t]*(?:\n|\Z)", re.DOTALL),
    ),
    _ForImport(
        _("a table of highlights"),
        re.compile(
            rf"(?:{_CELL}[,;\t])*?\"?(?:Highlight\"?[,;\t]|Quote/description\"?[,;\t]"
            r"|document\"?[,;\t]\"?tag\"?[,;\t]\"?content)",
            re.IGNORECASE,
        ),
    ),
    _ForImport(
        _("a codebook or project (REFI-QDA)"),
        re.compile(r".{0,2000}?urn:QDA-XML:", re.DOTALL),
        (".qdc", ".qde"),
    ),
)


def refuse_for_import(head: str, location: str, suffix: str, content_type: str) -> None:
    """Raise an IngestError, which says what to do, for the `head` of a text that is to be imported."""
    for kind in _KINDS:
        is_named = suffix in kind.suffixes or (kind.media_type and kind.media_type in content_type)
        if is_named or kind.holds.match(head):
            advice = saved_first(location, _("use `reader import`"))
            raise OtherFileError(
                _("{location} is {name}, not an article: {advice}.").format(
                    location=location, name=kind.name, advice=advice
                )
            )
