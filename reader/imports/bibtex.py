"""BibTeX and BibLaTeX, as Zotero, JabRef and Citavi write it."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.errors import ReaderError
from reader.i18n import _, ngettext, number
from reader.imports.references import byline, first, first_address, iso_day, language_code, reference, turned
from reader.imports.values import Incoming, Reference
from reader.languages.press import everywhere

_LONGEST = 3000
"""Characters of a field that are read; decoding LaTeX takes the square of a length."""
_ENTRY = re.compile(r"(?>%.*\n\s*)*+@[a-z]+\s*[{(]", re.IGNORECASE)


def is_one(content: str) -> bool:
    """Whether a text is a list of references in BibTeX."""
    return _ENTRY.match(content.lstrip()) is not None and "=" in content[:20_000]


def read(content: str, name: str) -> Incoming:
    """The references; an entry that is broken is told and left out."""
    from bibtexparser.entrypoint import parse_string  # 200 ms with what it needs, for these files only

    # It tells what is broken on standard error as well.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    try:
        library = parse_string(content)
    except Exception as error:  # of whatever kind its parser meets
        raise ReaderError(
            _("{name} is broken BibTeX ({error}): export it again.").format(name=name, error=error),
            _("Import"),
        ) from error
    entries = [*library.entries, *_twice(library.failed_blocks)]
    broken = len(library.entries) + len(library.failed_blocks) - len(entries)
    told = ngettext(
        "{count} entry is broken, and was left out.", "{count} entries are broken, and were left out.", broken
    )
    remarks = (told.format(count=number(broken)),) if broken else ()
    found = [_reference({one.key.lower(): str(one.value) for one in entry.fields}) for entry in entries]
    return Incoming("BibTeX", references=tuple(found), remarks=remarks)


def _twice(blocks: list[Any]) -> Iterator[Any]:
    """Entries whose key, or a field, stands there twice: facts all the same."""
    for block in blocks:
        entry = getattr(block, "ignore_error_block", None)
        if hasattr(entry, "fields"):
            yield entry


def _reference(raw: Mapping[str, str]) -> Reference:
    fields = {key: _plain(value) for key, value in raw.items() if key in _DECODED}
    names = re.split(r"\s+and\s+", " ".join(raw.get("author", "").split()))
    facts = {
        "title": fields.get("title", ""),
        "byline": byline(turned(_plain(one)) for one in names),
        "outlet": first(fields, "journaltitle", "journal", "newspaper", "publisher", "organization"),
        "published": iso_day(fields.get("date", "")) or _by_parts(fields),
        "language": language_code(first(fields, "langid", "language")),
        # As it is: "%" begins a comment in LaTeX, and an address is full of them.
        "url": first_address(_ESCAPED.sub(r"\1", raw.get(name, "")) for name in ("url", "howpublished")),
    }
    return reference(facts, re.split(r"\s*[,;]\s*", fields.get("keywords", "")), "")


_DECODED = (
    *("title", "journaltitle", "journal", "newspaper", "publisher", "organization"),
    *("date", "year", "month", "day", "langid", "language", "keywords"),
)
"""Fields that LaTeX prints."""
_ESCAPED = re.compile(r"\\([%_&#~])")


def _plain(value: str) -> str:
    """What LaTeX would print."""
    from pylatexenc.latex2text import LatexNodes2Text  # comes with the parser

    try:
        text = LatexNodes2Text().latex_to_text(value[:_LONGEST])
    except Exception:  # what cannot be decoded is taken as it is written
        text = value[:_LONGEST]
    return " ".join(text.replace("{", "").replace("}", "").split())


def _by_parts(fields: Mapping[str, str]) -> str:
    """The day in year, month and day, where the month is a number or a name of any language."""
    month = fields.get("month", "").strip(' .#"').lower()
    number = month if month.isdecimal() else str(everywhere().month_numbers().get(month, ""))
    day = fields.get("day", "")
    parts = [fields.get("year", ""), number, day if number and day.isdecimal() else ""]
    return iso_day("-".join(part for part in parts if part))
