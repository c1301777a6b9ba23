"""What stands beside the feeds: how the current one stands, and what came from it, the newest first."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App
from textual.content import Content

from reader.feeds import FeedRow
from reader.i18n import _, day
from reader.rows import ArticleRow, ArticleState
from reader.ui.widgets.aside import Hung, Told
from reader.ui.widgets.glyphs import Glyphs
from reader.ui.widgets.inks import ink
from reader.ui.widgets.lists.feeds import told
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

SHOWN = 40
"""Articles that are named, more than fit on a screen of 60 lines."""

BEFORE_TITLE = 14
"""Cells of the sign and the date before a title."""


class ToldFeed(NamedTuple):
    """A feed or a folder, with what came from it."""

    row: FeedRow
    articles: Sequence[ArticleRow]


def read_feed(store: "Store", row: FeedRow) -> ToldFeed:
    """All of it, read in a worker."""
    ids = store.articles.ids(row.query, sort="published", descending=True, limit=SHOWN)
    return ToldFeed(row, store.articles.rows(ids))


def told_feed(app: App[object], signs: Glyphs, feed: ToldFeed) -> Told:
    """How it stands, then its articles; in a low pane these alone, since the rest stands below the list."""
    articles = Hung(Content("\n").join(_articles(app, signs, feed.articles)), BEFORE_TITLE)
    return Told([Content("\n").join(_standing(app, feed.row)), articles], [articles])


def _standing(app: App[object], row: FeedRow) -> Iterator[Content]:
    address, more, is_bad = told(row)
    yield Content.styled(visible(row.name), ink(app, "foreground", bold=True))
    if address != visible(row.name):
        yield Content.styled(address, ink(app, "muted"))
    if more:
        yield Content.styled(more, ink(app, "error" if is_bad else "muted"))


def _articles(app: App[object], signs: Glyphs, rows: Sequence[ArticleRow]) -> Iterator[Content]:
    if not rows:
        yield Content.styled(_("Nothing came from it yet."), ink(app, "muted"))
    for row in rows:
        is_new = row.state is ArticleState.UNREAD
        sign = Content.styled(f"{signs.unread if is_new else ' '} ", ink(app, "primary"))
        date = Content.styled(f"{day(row.published) or '–':10}  ", ink(app, "muted"))
        title = visible(" ".join(row.title.split())) or _("(no title)")
        yield sign + date + Content.styled(title, ink(app, "foreground", bold=is_new))
