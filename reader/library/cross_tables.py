"""Two dimensions against each other, and counts over time: tables of a part of the library."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.formats.cover import NO_COVER
from reader.i18n import _
from reader.library.balances import Balance, period_of, query_for
from reader.library.covered_counts import cover_for, covered_in
from reader.store import Store
from reader.store.counting import NO_COVER as NOBODY
from reader.store.counting import Scope
from reader.store.dimensions import Dimension
from reader.store.folding import folded

if TYPE_CHECKING:
    from reader.library.covering import Covering

_LONGEST = 5000
"""Stretches of time up to which those without anything are told too: fourteen years of days."""


@dataclass(frozen=True, slots=True)
class CrossTable:
    """What is counted of the quotes with each pair of values."""

    rows_by: str
    columns_by: str
    measure: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    """For each row, a number for each column."""
    nothing: str = ""
    """The column of quotes without a value."""
    withheld: int = 0


def table_of(
    store: Store,
    rows: Dimension,
    columns: Dimension,
    scope: Scope,
    *,
    measure: str = "quotes",
    covering: "Covering | None" = None,
) -> CrossTable:
    """A table of two dimensions; of tags or topics against themselves, how often two stand together."""
    if rows.name == columns.name and not rows.is_many:
        told = _("A table needs two different things: {rows} against {columns} is a list.")
        raise UsageError(told.format(rows=rows.name, columns=columns.name))
    if rows.by_time and columns.by_time:
        raise UsageError(
            _("A table has one stretch of time; `reader timeline` counts by day, week, month or year.")
        )
    covered = covered_in(store, covering, scope) if covering else NOBODY
    covers = [cover_for(covering, one) if covering else NO_COVER for one in (rows, columns)]
    sums: Counter[tuple[str, str]] = Counter()
    for row, column, count in store.counting.cells(rows, columns, measure, scope, covered):
        down, across = period_of(row, rows), period_of(column, columns)
        sums[covers[0](down) or rows.nothing, covers[1](across) or columns.nothing] += count
    down_names = _in_order(sums, 0, rows)
    across_names = _in_order(sums, 1, columns)
    return CrossTable(
        rows.name,
        columns.name,
        measure,
        tuple(down_names),
        tuple(across_names),
        tuple(tuple(sums[down, across] for across in across_names) for down in down_names),
        columns.nothing,
        len(covered.withheld),
    )


def _in_order(sums: Mapping[tuple[str, str], int], side: int, by: Dimension) -> list[str]:
    """The values of one side: by time, in their own order, or the largest first."""
    totals: Counter[str] = Counter()
    for pair, count in sums.items():
        totals[pair[side]] += count
    if by.by_time:
        return sorted(totals, key=lambda value: (value == by.nothing, value))
    if by.order:
        known = {value: place for place, value in enumerate(by.order)}
        return sorted(totals, key=lambda value: (known.get(value, len(known)), value))
    return sorted(totals, key=lambda value: (-totals[value], value))


def parts_of(balance: Balance, table: CrossTable) -> list[tuple[int, ...]]:
    """How each bar divides by the columns of a table of the same quotes."""
    sums: dict[str, list[int]] = {}
    for name, cells in zip(table.rows, table.cells, strict=True):
        own = sums.setdefault(folded(name), [0] * len(table.columns))
        for column, count in enumerate(cells):
            own[column] += count
    return [tuple(sums.get(folded(bar.name), ())) for bar in balance.bars]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, week, month or year, with what appeared in it."""

    period: str
    articles: int
    quotes: int
    direct: int
    words: int
    query: str = ""
    """The search of quotes that finds what was said in it."""


def timeline_of(
    store: Store, by: Dimension, scope: Scope, *, covering: "Covering | None" = None
) -> tuple[Stretch, ...]:
    """Articles and quotes over time, also stretches between without any; those without a date come last."""
    if not by.by_time:
        raise UsageError(_("Time goes by day, week, month or year, not by {name}.").format(name=by.name))
    covered = covered_in(store, covering, scope) if covering else NOBODY
    counts: dict[str, Counter[str]] = {}
    for group in store.counting.groups(by, scope, covered):
        here = counts.setdefault(period_of(group.value, by), Counter())
        here.update(quotes=group.quotes, direct=group.direct, words=group.words, articles=group.articles)
    if not scope.quotes.strip():  # else the articles are those with such a quote
        for one in counts.values():
            one["articles"] = 0
        for day, articles in store.counting.articles(by, scope):
            counts.setdefault(period_of(day, by), Counter())["articles"] += articles
    known = sorted(filter(None, counts))
    between = [*_between(known, by), *([""] if "" in counts else [])]
    return tuple(_stretch(period, counts.get(period, Counter()), by, scope) for period in between)


def _stretch(period: str, counts: Counter[str], by: Dimension, scope: Scope) -> Stretch:
    return Stretch(
        period or by.nothing,
        counts["articles"],
        counts["quotes"],
        counts["direct"],
        counts["words"],
        f"{scope.query} {query_for(by, period)}",
    )


def _between(known: Sequence[str], by: Dimension) -> Iterable[str]:
    """The stretches from the first to the last, without gaps where that is not too many."""
    whole = [period for period in known if _first_day(period, by)]
    if len(whole) < 2:
        return known
    every: dict[str, None] = {}
    for period in _from_to(whole[0], whole[-1], by):
        every[period] = None
        if len(every) > _LONGEST:
            return known
    return sorted({*every, *known})


def _from_to(first: str, last: str, by: Dimension) -> Iterator[str]:
    day, period = _first_day(first, by), first
    while day:
        yield period
        if period >= last:
            return
        day = _next_day(day, by)
        whole = {"year": f"{day.year:04}", "month": f"{day.year:04}-{day.month:02}"}
        period = whole.get(by.name) or period_of(day.isoformat(), by)


def _next_day(day: date, by: Dimension) -> date:
    """The first day of the next stretch."""
    if by.name == "year":
        return date(day.year + 1, 1, 1)
    if by.name == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day + timedelta(days=7 if by.name == "week" else 1)


def _first_day(period: str, by: Dimension) -> date | None:
    """The first day of a stretch; None of what is no whole one."""
    try:
        if by.name == "year":
            return date(int(period), 1, 1)
        if by.name == "month":
            return date.fromisoformat(f"{period}-01")
        return date.fromisoformat(period)  # "2024-W21" is its Monday
    except ValueError:
        return None
