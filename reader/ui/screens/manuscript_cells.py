"""How the findings of a manuscript look: a row for each, and its words beside those of the library."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from reader.checks.manuscript.kinds import Level
from reader.i18n import _, day, npgettext, number, pgettext
from reader.texts.differences import Difference, WordChange
from reader.ui.widgets.lists.cell_table import Cell, Row
from reader.ui.widgets.wrapped import Run, Runs, of_difference
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.manuscripts.findings import Finding, Report, ShownPlace

INKS = {Level.ERROR: "disputed", Level.WARNING: "open", Level.NOTE: "muted", Level.NONE: "accepted"}
SIGNS = {Level.ERROR: "✗", Level.WARNING: "!", Level.NOTE: "·", Level.NONE: "✓"}
NOTHING = _("No quotation was found in this manuscript.")
NO_FAULT = _("Nothing to look into. f shows all quotations.")
_ROW_WORDS = 90
_OPENS, _CLOSES = re.compile(r"^[^\w\[(]+"), re.compile(r"[^\w\])]+$")
"""The marks around a quotation."""
_OPENING, _CLOSING = "„“‚‘«»‹›\"'([—–", "”“’‘«»‹›\"').,;:!?]"
"""Marks that stand close to the words behind them, before them."""


def finding_rows(findings: Iterable["Finding"], nothing: str) -> list[Row]:
    """A row for each finding: its sign, its kind, its place, who speaks, the words."""
    rows: list[Row] = [(Cell(tuple(_finding(one))),) for one in findings]
    return rows or [(Cell((Run(nothing, "muted"),), there=False),)]


def _finding(finding: "Finding") -> Iterator[Run]:
    yield Run(f"{SIGNS[finding.level]} {finding.kind.label} ", INKS[finding.level], "bold")
    yield Run(f"{finding.place}  ", "faint")
    if finding.speaker:
        yield Run(f"{visible(finding.speaker)}: ", "speaker", "bold")
    yield Run(visible(_short(finding.words)))


def _short(words: str) -> str:
    return words if len(words) <= _ROW_WORDS else f"{words[:_ROW_WORDS]}…"


def remarks_of(finding: "Finding") -> Content:
    """What was found of a quotation, a line each."""
    lines = [
        Content.styled(f"{SIGNS[one.level]} {visible(one.message)}", f"${INKS[one.level]}")
        for one in finding.remarks
    ]
    return Content("\n").join(lines)


def heads_of(finding: "Finding") -> list[Runs]:
    """The heads of the two columns: where in the manuscript, how often in the library."""
    count = len(finding.places) + len(finding.others)
    told = npgettext("of a quotation", "{count} place", "{count} places", count)
    places = told.format(count=number(count) if count else pgettext("of a quotation", "no"))
    heads = ((_("In the manuscript"), str(finding.place)), (_("In the library"), places))
    return [(Run(head, "primary", "bold"), Run(f"\n{fact}", "muted")) for head, fact in heads]


def place_rows(report: "Report", finding: "Finding", *, marked: bool, beside: int) -> list[Row]:
    """The words of the manuscript beside each place of the library, with so many characters around them."""
    places = (*finding.places, *finding.others)
    rows: list[Row] = [
        (_own(report, finding, one, marked, beside), Cell(tuple(_place(one, marked, beside))))
        for one in places
    ]
    alone = Cell((Run("–", "faint"),), there=False)
    return rows or [(_own(report, finding, None, marked, beside), alone)]


def _own(report: "Report", finding: "Finding", place: "ShownPlace | None", marked: bool, beside: int) -> Cell:
    start, end = finding.span
    before = report.text[max(0, start - 2 * beside) : start].rpartition("\n\n")[2]
    after = report.text[end : end + 2 * beside].partition("\n\n")[0]
    changed = _side(place.difference, WordChange.GONE) if place else ()
    words: Runs = (Run(visible(" ".join(report.text[start:end].split()))),)
    if changed:
        opening, closing = ("".join(edge.findall(finding.words)) for edge in (_OPENS, _CLOSES))
        *head, last = _differing(changed, marked)
        words = (Run(visible(opening)), *head, last._replace(text=f"{last.text}{visible(closing)}"))
    return Cell((*_before(before, beside), *words, *_after(after, beside)), there=False)


def _place(place: "ShownPlace", marked: bool, beside: int) -> Iterator[Run]:
    where = _("article {article}, paragraph {paragraph}")
    if place.page:
        where = _("article {article}, paragraph {paragraph}, page {page}")
    facts = (place.title, place.outlet, day(place.published))
    told = " · ".join(visible(fact) for fact in facts if fact)
    where = where.format(article=place.article, paragraph=place.paragraph, page=place.page)
    yield Run(f"{where}  ", "muted")
    yield Run(visible(place.speaker) or _("nobody is named"), "speaker", "bold")
    yield Run(f"\n{told}\n" if told else "\n", "muted")
    yield from _before(place.before, beside)
    changed = _side(place.difference, WordChange.NEW)
    yield from _differing(changed, marked) if changed else (Run(visible(place.words)),)
    yield from _after(place.after, beside)


def _side(found: Difference, hidden: WordChange) -> Difference:
    """One of the two texts of a difference, with what the other has not."""
    return tuple(part for part in found if part.change is not hidden)


def _differing(found: Difference, marked: bool) -> Runs:
    """A difference in inks, without the blank behind its last word."""
    runs = of_difference(found, marked=marked)
    return runs if runs[-1].text.strip() else runs[:-1]


def _before(text: str, most: int) -> Runs:
    """The last words before a passage."""
    words = " ".join(text.split())
    if len(words) > most:
        words = f"… {words[-most:].partition(' ')[2]}"
    space = "" if words.endswith(tuple(_OPENING)) else " "
    return (Run(f"{visible(words)}{space}", "faint"),) if words else ()


def _after(text: str, most: int) -> Runs:
    """The first words behind a passage."""
    words = " ".join(text.split())
    if len(words) > most:
        words = f"{words[:most].rpartition(' ')[0]} …"
    space = "" if words.startswith(tuple(_CLOSING)) else " "
    return (Run(f"{space}{visible(words)}", "faint"),) if words else ()
