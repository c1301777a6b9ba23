"""What stands beside the register: who a source is, and all that it says, the newest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App
from textual.content import Content

from reader import amounts
from reader.i18n import _, number
from reader.models import QuoteRow, Source, Voice, name_is_covered
from reader.ui.screens.quote_told import QuoteInks
from reader.ui.widgets.aside import Told
from reader.ui.widgets.glyphs import Glyphs
from reader.ui.widgets.inks import ink
from reader.ui.widgets.lists.sources import described, usable
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

SHOWN = 40
"""Quotes that are named, more than fit on a screen of 60 lines."""


class ToldSource(NamedTuple):
    """A source, or somebody who could be one, with what is quoted."""

    row: Source | Voice
    quotes: Sequence[QuoteRow]
    total: int
    open: int
    """How many are still to decide."""


def query_of(row: Source | Voice) -> str:
    """The search that finds all quotes of a row."""
    name = row.name.replace('"', '""')
    field = "source" if isinstance(row, Source) else "speaker"
    return f'{field}:"{name}" '


def read_source(store: "Store", row: Source | Voice) -> ToldSource:
    """All of it, read in a worker."""
    query = query_of(row).strip()
    ids = store.quotes.ids(query, sort="published", descending=True)
    open_ = store.quotes.count(f"{query} status:suggested")  # not shown: the search
    return ToldSource(row, store.quotes.rows(ids[:SHOWN]), len(ids), open_)


def told_source(app: App[object], signs: Glyphs, told: ToldSource) -> Told:
    """Who it is, then the quotes; in a low pane who it is stands in the row."""
    inks = QuoteInks(app, signs)
    quotes = [inks.line(row, is_here=False) for row in told.quotes]
    counted = Content.styled(_counted(told), ink(app, "muted", bold=True))
    return Told([_who(app, told.row), counted, *quotes], [counted, *quotes])


def _counted(told: ToldSource) -> str:
    if not told.total:
        return _("No quote yet")
    quotes = amounts.quotes(told.total)
    if not told.open:
        return quotes
    return _("{quotes}, {count} to decide").format(quotes=quotes, count=number(told.open))


def _who(app: App[object], row: Source | Voice) -> Content:
    lines = [Content.styled(visible(row.name), ink(app, "speaker", bold=True))]
    muted = ink(app, "muted")
    facts = [described(row), row.kind.label]
    if isinstance(row, Source):
        names: Sequence[str] = row.aliases
        facts += [row.description, row.remarks, row.external_id]
    else:
        names = [name for name in row.spellings if name != row.name]
        facts += [_("probably {name}").format(name=row.same_name) if row.same_id else "", row.doubt]
    if names:
        facts.insert(1, _("also written {names}").format(names=", ".join(names)))
    lines += [Content.styled(visible(fact), muted) for fact in facts if fact]
    if isinstance(row, Source):
        covered = name_is_covered(row)
        lines.append(Content.styled(usable(row), ink(app, "disputed" if covered else "muted", bold=covered)))
    return Content("\n").join(lines)
