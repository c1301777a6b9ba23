"""How the rows of a ledger look: what is to be checked, beside what it rests on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader import amounts
from reader.i18n import _, day, number, pgettext
from reader.ledgers import Statement, StatementKind, StatementState
from reader.texts.differences import difference
from reader.ui.widgets.lists.cell_table import Cell, Row
from reader.ui.widgets.wrapped import Run, Runs, of_difference
from reader.visible import visible

if TYPE_CHECKING:
    from reader.formats.ledger_sheet import SheetRow
    from reader.ledgers import Ledger

HEADS: tuple[Runs, Runs] = (
    (Run(_("in the draft"), "primary", "bold"), Run("\n" + _("what is to be checked"), "muted")),
    (Run(_("rests on"), "primary", "bold"), Run("\n" + _("evidence, and what was asked"), "muted")),
)
_SIGNS = {
    StatementState.OPEN: ("·", "open"),
    StatementState.CHECKED: ("✓", "checked"),
    StatementState.WRONG: ("✗", "disputed"),
    StatementState.DROPPED: ("–", "faint"),
}
ONLY = ("", "open", "wrong", "allegation", "dropped")
"""What the list may be narrowed to, in the order of the key."""
_NOTHING = {
    "": _("There is nothing to check in this draft."),
    "open": _("No row is open: f shows others."),
    "wrong": _("No row is wrong: f shows others."),
    "allegation": _("No row is allegation: f shows others."),
    "dropped": _("No row is dropped: f shows others."),
}
"""What is said where none is listed."""


def is_listed(one: Statement, only: str) -> bool:
    """Whether a row is among those asked for; those dropped only where they are."""
    if only == "allegation":
        return one.kind is StatementKind.ALLEGATION and one.state is not StatementState.DROPPED
    return one.state == only if only else one.state is not StatementState.DROPPED


def rows_of(rows: Iterable["SheetRow"], only: str, *, marked: bool) -> list[Row]:
    """A row for each statement; `marked` where neither colours nor struck words can be relied on."""
    found, sentence = list[Row](), ""
    for row in rows:
        # statements of one sentence stand below each other, and it is read once
        found.append((_statement(row, marked, is_known=row.sentence == sentence), _ground(row)))
        sentence = row.sentence
    return found or [(Cell((Run(_NOTHING[only], "muted"),), there=False), Cell((), there=False))]


def _statement(row: "SheetRow", marked: bool, *, is_known: bool) -> Cell:
    sign, ink = _SIGNS[StatementState(row.state)]
    runs = [
        Run(f"{sign} {row.number} ", ink, "bold"),
        Run(f"{row.told[0]} ", ink),
        Run(f"¶{row.paragraph}  " if row.paragraph else " ", "faint"),
        Run(visible(row.words), "foreground", "bold" if row.sentence != row.words else ""),
    ]
    if row.before:
        pieces = difference(row.before, row.sentence)
        runs += [Run("\n" + _("changed:") + " ", "open"), *of_difference(pieces, marked=marked)]
    elif row.sentence != row.words and not is_known:
        runs.append(Run(f"\n{visible(row.sentence)}", "muted"))
    return Cell(tuple(runs))


def _ground(row: "SheetRow") -> Cell:
    lines = list(_lines(row))
    told = [Run(f"\n{run.text}" if at else run.text, run.ink, run.how) for at, run in enumerate(lines)]
    return Cell(tuple(told) or (Run("–", "faint"),), there=bool(row.rests_on))


def _lines(row: "SheetRow") -> Iterator[Run]:
    if row.by:
        yield Run(f"{row.told[1]}: {visible(row.by)}", "muted")
    for line in row.rests_on:
        yield Run(visible(line))
    for line in row.again:
        yield Run(_("look again: {line}").format(line=visible(line)), "disputed")
    for name, value in row.allegation:
        yield Run(
            f"{name}: {visible(value)}",
            "disputed" if name == pgettext("of an allegation", "missing") else "muted",
        )
    if row.remark:
        yield Run(_("remark: {remark}").format(remark=visible(row.remark)), "accent")


def in_a_line(ledger: "Ledger", only: str) -> str:
    """What is left to do."""
    parts = [
        _("draft {number}").format(number=ledger.draft),
        amounts.rows(ledger.statements, digits=True),
        _("{count} open").format(count=number(ledger.open)),
        _("{count} wrong").format(count=number(ledger.wrong)),
    ]
    if ledger.published:
        parts.append(_("published {day}").format(day=day(ledger.published)))
    if only:
        parts.append(_("shown: {rows}").format(rows=_told(only)))
    return "  ·  ".join(parts)


def _told(only: str) -> str:
    """What the list is narrowed to, as people read it."""
    return StatementKind.ALLEGATION.label if only == "allegation" else StatementState(only).label
