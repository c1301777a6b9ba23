"""The ledger of a manuscript for an editor or a lawyer: a Word document, a web page, or a table (CSV)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from reader import amounts
from reader.formats.csv_rows import write_table
from reader.formats.docx import paragraph, table, write_document
from reader.formats.dossier import Options
from reader.i18n import _, pgettext, spoken
from reader.ledgers import StatementKind, StatementState
from reader.visible import uncontrolled

_HEAD = (  # not shown: of the table, for programs too
    *("number", "paragraph", "kind", "statement", "sentence", "state", "by", "rests on", "remark"),
    *("sentence before", "allegation", "look again"),
)
_COLUMNS = (
    *(
        _("number"),
        _("paragraph"),
        _("kind"),
        _("statement"),
        _("sentence"),
        pgettext("of a statement", "state"),
    ),
    *(pgettext("who judged", "by"), _("rests on"), _("remark"), _("sentence before"), _("allegation")),
    _("look again"),
)
"""The same for people."""
_STYLE = (  # not shown
    "body{font:1rem/1.5 Georgia,serif;max-width:80rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse;width:100%;font:.85rem/1.4 system-ui,sans-serif}"
    "th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "td{overflow-wrap:anywhere}"
    "th{background:#f3f0e8}.wrong td{background:#fbe3e3}.checked td{background:#eaf5ea}.dropped{opacity:.5}"
    "@media print{tr{break-inside:avoid}}"
)
_POLICY = (  # not shown
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A statement, in words that may go out."""

    number: int
    kind: str
    words: str
    sentence: str
    paragraph: int
    state: str
    by: str = ""
    """Who judged it, and when."""
    remark: str = ""
    before: str = ""
    rests_on: tuple[str, ...] = ()
    allegation: tuple[tuple[str, str], ...] = ()
    again: tuple[str, ...] = ()
    """What became known since of what it rests on: a withdrawal, a correction, a revoked approval."""

    @property
    def told(self) -> tuple[str, str]:
        """Kind and state as people are told them."""
        return StatementKind(self.kind).label, StatementState(self.state).label

    def cells(self) -> tuple[str, ...]:
        """As a row of a table."""
        alleged = "\n".join(f"{name}: {value}" for name, value in self.allegation)
        known = (self.sentence, self.state, self.by, "\n".join(self.rests_on), self.remark, self.before)
        return (
            str(self.number),
            str(self.paragraph),
            self.kind,
            self.words,
            *known,
            alleged,
            "\n".join(self.again),
        )

    def shown(self) -> tuple[str, ...]:
        """The same for people, in the language of the interface."""
        kind, state = self.told
        cells = self.cells()
        return (*cells[:2], kind, *cells[3:5], state, *cells[6:])


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """A ledger as it goes out."""

    name: str
    draft: int
    published: str
    rows: tuple[SheetRow, ...]

    def summary(self) -> str:
        """As in "Draft 2: 14 statements, 9 checked, 4 open, 1 wrong"."""
        states = [row.state for row in self.rows]
        shown = (StatementState.CHECKED, StatementState.OPEN, StatementState.WRONG)
        told = (f"{states.count(state)} {state.label}" for state in shown if state in states)
        parts = (amounts.statements(sum(state != "dropped" for state in states), digits=True), *told)
        draft = _("Draft {number}: {counts}.").format(number=self.draft, counts=", ".join(parts))
        published = _("Published {day}.").format(day=self.published)
        return f"{draft} {published}" if self.published else draft


def write_word(sheet: LedgerSheet, stream: BinaryIO, options: Options) -> None:
    """Write it as a Word document, a table for each statement."""
    body = paragraph(sheet.name, "Heading1") + paragraph(sheet.summary())
    for row in sheet.rows:
        body += paragraph(f"{row.number}. {row.told[0]}: {row.told[1]}", "Heading2") + table(_facts(row))
    write_document(body, [sheet.name], stream, options)


def _facts(row: SheetRow) -> Iterator[tuple[str, str]]:
    facts = (
        (_("Statement"), row.words),
        (_("Sentence"), row.sentence if row.sentence != row.words else ""),
        (_("Paragraph"), str(row.paragraph)),
        (pgettext("who judged", "By"), row.by),
        (_("Rests on"), "\n".join(row.rests_on)),
        (_("Remark"), row.remark),
        (pgettext("sentence", "Before"), row.before),
        (_("Look again"), "\n".join(row.again)),
        *((amounts.at_the_start(name), value) for name, value in row.allegation),
    )
    return ((name, value) for name, value in facts if value)


def write_html(sheet: LedgerSheet, stream: BinaryIO, _options: Options) -> None:
    """Write it as a page that needs nothing else."""
    head = "".join(f"<th>{name}</th>" for name in _COLUMNS)
    rows = "".join(
        f'<tr class="{row.state}">{"".join(f"<td>{_safe(cell)}</td>" for cell in row.shown())}</tr>\n'
        for row in sheet.rows
    )
    page = (
        f'<!doctype html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{_safe(sheet.name)}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{_safe(sheet.name)}</h1>\n"
        f"<p>{_safe(sheet.summary())}</p>\n"
        f"<table>\n<tr>{head}</tr>\n{rows}</table>\n</body>\n</html>\n"
    )
    stream.write(page.encode("utf-8", "replace"))


def _safe(text: str) -> str:
    return escape(uncontrolled(text)).replace("\n", "<br>")


def write_csv(sheet: LedgerSheet, stream: BinaryIO, options: Options) -> None:
    """Write it as a table in which no cell is a formula."""
    write_table(_HEAD, (row.cells() for row in sheet.rows), stream, options, spreadsheet=True)


WRITERS: dict[str, Callable[[LedgerSheet, BinaryIO, Options], None]] = {
    ".docx": write_word,
    ".html": write_html,
    ".csv": write_csv,
}
"""By the ending of the file."""
