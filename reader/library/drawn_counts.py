"""Balances, tables and timelines as figures: what is drawn, in words, and the table that goes with it."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reader.formats import Options
from reader.formats.cover import evened
from reader.formats.figures import Figure, check_target, write
from reader.i18n import _, ngettext, number, pgettext
from reader.library.balances import balance_of, dimension
from reader.library.count_words import shown_value
from reader.library.covering import Covering
from reader.library.cross_tables import table_of
from reader.library.whole_files import replacing

if TYPE_CHECKING:
    from reader.library.balances import Balance, Bar
    from reader.library.cross_tables import CrossTable, Stretch
    from reader.store import Store
    from reader.store.counting import Scope

_SPEAKER = ("name", "kind", "role", "affiliation", "quotes", "direct", "words", "articles", "part")
_DIRECT = "direct quotes"  # not shown: a column
_COLUMNS = {"words": "words", "quotes": "quotes", "direct": _DIRECT, "articles": "articles"}
"""What the column of a measure is called in a table, in every language."""
_UNITS = {
    "words": pgettext("unit of a figure", "words"),
    "quotes": pgettext("unit of a figure", "quotes"),
    "direct": pgettext("unit of a figure", "direct quotes"),
    "articles": pgettext("unit of a figure", "articles"),
}
_TITLES = {
    "words": _("Words quoted, by {by}"),
    "quotes": _("Quotes, by {by}"),
    "direct": _("Direct quotes, by {by}"),
    "articles": _("Articles, by {by}"),
}
_BY = {
    "source": pgettext("counted by", "speaker"),
    "kind": pgettext("counted by", "kind"),
    "role": pgettext("counted by", "role"),
    "affiliation": pgettext("counted by", "affiliation"),
    "named": pgettext("counted by", "named"),
    "type": pgettext("counted by", "type"),
    "place": pgettext("counted by", "place"),
    "stance": pgettext("counted by", "stance"),
    "outlet": pgettext("counted by", "outlet"),
    "feed": pgettext("counted by", "feed"),
    "language": pgettext("counted by", "language"),
    "year": pgettext("counted by", "year"),
    "month": pgettext("counted by", "month"),
    "week": pgettext("counted by", "week"),
    "day": pgettext("counted by", "day"),
    "tag": pgettext("counted by", "tag"),
    "topic": pgettext("counted by", "topic"),
    "status": pgettext("counted by", "status"),
    "verification": pgettext("counted by", "verification"),
    "authorisation": pgettext("counted by", "authorisation"),
}


def label_of(bar: "Bar") -> str:
    """The name of a bar; of an office it says that it is no one voice."""
    if not bar.several:
        return bar.name
    told = ngettext(
        "{name} (several, in {count} article)", "{name} (several, in {count} articles)", bar.articles
    )
    return told.format(name=bar.name, count=number(bar.articles))


def figure_of(balance: "Balance") -> Figure:
    """A bar for each value."""
    title = _TITLES[balance.measure].format(by=_BY.get(balance.by, balance.by))
    columns = _SPEAKER if balance.by == "source" else (balance.by, *_SPEAKER[4:])
    names = _SPEAKER if balance.by == "source" else ("name", *_SPEAKER[4:])
    rows = [
        (evened(shown_value(balance.by, label_of(bar))), bar.measured(balance.measure))
        for bar in balance.bars
    ]
    cells = [
        [evened(value) if isinstance(value := getattr(bar, name), str) else value for name in names]
        for bar in balance.bars
    ]
    return Figure(title, rows, _UNITS[balance.measure], columns, cells)


def figures_of_table(table: "CrossTable") -> list[Figure]:
    """A figure for each row, with a bar for each column that has anything in it; the whole table beside."""
    unit, columns = _UNITS[table.measure], (table.rows_by, table.columns_by, _COLUMNS[table.measure])
    if table.rows_by == table.columns_by:
        columns = (table.rows_by, f"other {table.rows_by}", columns[2])  # not shown: a column
    cells = [
        (row, column, count)
        for row, counts in zip(table.rows, table.cells, strict=True)
        for column, count in zip(table.columns, counts, strict=True)
        if count
    ]
    return [
        Figure(
            shown_value(table.rows_by, str(row)),
            [(shown_value(table.columns_by, str(column)), int(count)) for _row, column, count in own],
            unit,
            columns,
            own,
        )
        for row, own in ((row, list(group)) for row, group in groupby(cells, key=lambda cell: cell[0]))
    ]


def figures_of_timeline(stretches: Sequence["Stretch"], by: str) -> list[Figure]:
    """Quotes and articles, each with a bar for every stretch; the table stands once."""
    columns = (by, "articles", "quotes", "direct", "words")
    cells = [(one.period, one.articles, one.quotes, one.direct, one.words) for one in stretches]
    periods = [shown_value(by, one.period) for one in stretches]
    quotes = list(zip(periods, (one.quotes for one in stretches), strict=True))
    articles = list(zip(periods, (one.articles for one in stretches), strict=True))
    return [
        Figure(_("Quotes by {by}").format(by=_BY.get(by, by)), quotes, _UNITS["quotes"], columns, cells),
        Figure(_("Articles by {by}").format(by=_BY.get(by, by)), articles, _UNITS["articles"], columns, []),
    ]


def write_balance(
    store: "Store", by: str, scope: "Scope", target: Path, *, measure: str, split: str = ""
) -> int:
    """Write bars, or with a `split` a table of both, as they may go out; how many quotes are left out."""
    check_target(target)
    covering = Covering(store)
    if split:
        table = table_of(store, dimension(by), dimension(split), scope, measure=measure, covering=covering)
        figures, withheld = figures_of_table(table), table.withheld
    else:
        balance = balance_of(store, dimension(by), scope, measure=measure, covering=covering)
        figures, withheld = [figure_of(balance)], balance.withheld
    with replacing(target) as stream:
        write(figures, target, stream, Options())
    return withheld
