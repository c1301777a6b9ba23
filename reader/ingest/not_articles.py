"""What is text and yet no article: tables, lists of references, subtitles, mailboxes, data.

Read as an article, each would give a plausible one with quotes that nobody said. Told by what a file holds,
or by how it is called.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from reader.errors import OtherFileError
from reader.i18n import _
from reader.ingest.for_import import refuse_for_import
from reader.ingest.saving import is_file

PROLOG = r"(?>\s*)(?>(?:<\?xml[^>]*>|<!--.*?-->|<!doctype\s[^>]*>)\s*)*+"
"""What may stand before the first element of markup, as a pattern."""

_MAPPED = _("call it .csv and say which column is what, such as --map title=headline --map text=body")
_MAILS = _("give the file to `reader add`, which takes its mails one by one")
_OPML = _("subscribe to them with `reader feeds import`")
_FROM_ELSEWHERE = {
    _MAPPED: _("save it as a .csv file, and add that with --map title=headline --map text=body"),
    _MAILS: _("save it, and {advice}").format(advice=_MAILS),
    _OPML: _("save it, and {advice}").format(advice=_OPML),
}
"""Advice about a file, for one that came from an address, a pipe or the clipboard."""
_HEAD = 20_000
"""Characters from the beginning that are looked at."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """Something that is no article."""

    name: str
    advice: str
    suffixes: tuple[str, ...]
    begins: re.Pattern[str] | None = None
    """How its text begins."""
    media_type: str = ""
    """What is in the type that a server calls it by."""


def _begins(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\s*(?:" + pattern + ")", re.IGNORECASE)


def _root(names: str) -> re.Pattern[str]:
    """The first element of an XML file, behind declaration, comments and type."""
    return re.compile(PROLOG + r"<(?:" + names + r")\b", re.IGNORECASE | re.DOTALL)


_KINDS = (
    _Kind(_("a table"), _MAPPED, (".csv", ".tsv", ".tab"), None, "csv"),
    _Kind(
        _("a list of references (EndNote)"),
        _("export them as RIS and use `reader import`"),
        (".enw", ".nbib"),
        _begins(r"%0 [A-Z][\w ]+\n%[A-Z0-9] |PMID- ?\d+\n"),
    ),
    _Kind(
        _("a file of subtitles"),
        _("make SRT of it (ffmpeg -i FILE words.srt) and add that"),
        (".ass", ".ssa", ".ttml"),
        _begins(r"\[Script Info\]"),  # not shown
    ),
    _Kind(
        _("a mailbox with many mails"),
        _MAILS,
        (".mbox", ".mbx"),
        re.compile(r"From \S+ .*\d\d:\d\d.*\n(?:>?[A-Za-z-]+: .*\n)"),
        "mbox",
    ),
    _Kind(
        _("a list of feeds (OPML)"),
        _OPML,
        (".opml",),
        _root("opml"),
        "opml",
    ),
    _Kind(
        _("a list of bookmarks"),
        _("add the addresses in it"),
        (),
        _begins("<!doctype netscape-bookmark"),  # not shown
    ),
    _Kind(_("an address book (vCard)"), _("add a text"), (".vcf", ".vcard"), _begins("BEGIN:VCARD"), "vcard"),
    _Kind(_("a calendar"), _("add a text"), (".ics", ".ical"), _begins("BEGIN:VCALENDAR"), "calendar"),
    _Kind(
        _("a picture (SVG)"),
        _("open it in its own program and copy the text from there"),
        (".svg",),
        _root("svg"),
        "svg",
    ),
    _Kind(
        _("data (XML)"),
        _("add a text, Markdown or HTML file"),
        (".kml", ".gpx", ".plist"),
        _root("urlset|sitemapindex|kml|gpx|plist|graphml|coverage|testsuites?"),
    ),
    _Kind(
        _("data (JSON)"),
        _("add a text, Markdown or HTML file"),
        (".json", ".jsonl", ".ndjson", ".geojson"),
        _begins(r"\{\s*\"[^\"]*\"\s*:|\[\s*[\[{]"),
        "json",
    ),
)


def refuse_other_text(text: str, location: str, content_type: str) -> None:
    """Raise an IngestError, which says what it is and what to do, for a text that is no article."""
    head = text[:_HEAD].replace("\r\n", "\n").removeprefix("\ufeff")
    # an address may end as it likes: a page about a picture is called "Bild.svg" too
    suffix = "" if "://" in location else PurePosixPath(location.lower()).suffix
    refuse_for_import(head, location, suffix, content_type)
    for kind in _KINDS:
        is_named = suffix in kind.suffixes or (kind.media_type and kind.media_type in content_type)
        if is_named or (kind.begins is not None and kind.begins.match(head)):
            raise _other(location, kind.name, kind.advice)
    if _is_table(head):
        raise _other(location, _("a table"), _MAPPED)


def _other(location: str, name: str, advice: str) -> OtherFileError:
    # an address cannot be called otherwise, and `--map` is for files
    told = advice if is_file(location) else _FROM_ELSEWHERE.get(advice, advice)
    return OtherFileError(
        _("{location} is {name}, not an article: {advice}.").format(location=location, name=name, advice=told)
    )


_COLUMN_NAMES = frozenset(
    (
        *(
            "title",
            "titel",
            "headline",
            "überschrift",
            "text",
            "body",
            "content",
            "inhalt",
            "url",
            "link",
            "id",
        ),
        *(
            "date",
            "datum",
            "published",
            "author",
            "autor",
            "source",
            "quelle",
            "outlet",
            "medium",
            "language",
        ),
        *(
            "highlight",
            "note",
            "notes",
            "tags",
            "location",
            "book title",
            "book author",
            "name",
            "email",
            "type",
        ),
        *(
            "quote",
            "exact",
            "speaker",
            "titre",
            "auteur",
            "texte",
            "título",
            "autor",
            "texto",
            "titolo",
            "testo",
        ),
    )
)
"""How columns of tables are called, in the languages of the articles."""
_SEPARATORS = ",;\t|"
_LONGEST_NAME = 40
"""Characters of a column's name (chosen by hand)."""
_FEWEST_ROWS = 4
"""Rows of a table whose columns have names that nobody knows (chosen by hand)."""


def _is_table(head: str) -> bool:
    """Whether a text is rows of as many cells each, below the names of the columns."""
    return any(_is_divided(head, separator) for separator in _SEPARATORS if separator in head[:1000])


def _is_divided(head: str, separator: str) -> bool:
    rows = _rows(head, separator)
    if len(rows) < 2 or not _are_names(rows[0]):
        return False
    known = sum(cell.strip().lower() in _COLUMN_NAMES for cell in rows[0])
    widths = [len(row) for row in rows]
    if known >= 2 and known * 2 >= len(rows[0]):
        return sum(width == widths[0] for width in widths) * 2 > len(widths)
    cells = [cell for row in rows[1:] for cell in row[1:]]
    # prose goes on behind a comma with a space: "Rom, Paris, Wien"
    spaced = sum(cell.startswith(" ") for cell in cells)
    # "a;b;c" in every row, and few cells that begin with a space.
    return len(rows) >= _FEWEST_ROWS and len(set(widths)) == 1 and widths[0] > 2 and spaced * 5 < len(cells)


def _rows(head: str, separator: str) -> list[list[str]]:
    """The rows of the beginning but for the last, which may be cut off in its middle."""
    try:
        rows = [row for row in csv.reader(head.splitlines(keepends=True), delimiter=separator) if row]
    except csv.Error:
        return []
    return rows[:-1] if len(head) >= _HEAD else rows


def _are_names(row: list[str]) -> bool:
    """Whether cells may be the names of columns: short, and not parts of a sentence."""
    return len(row) > 1 and all(
        0 < len(cell) <= _LONGEST_NAME and cell.strip() and not cell.endswith((".", "!", "?", "“"))
        for cell in row
    )
