"""What a list screen shows right now: a view, a query and an order, as one value."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.i18n import _, pgettext
from reader.rows import ArticleState
from reader.ui.widgets.lists.facets import FacetLine

if TYPE_CHECKING:
    from reader.store import Store

TRASH, UNREAD = "is:trash", "is:unread"
VIEWS = (
    (_("All articles"), ""),
    (pgettext("a view", "Unread"), UNREAD),
    (_("Starred"), "is:starred"),
    (_("Not all decided"), "is:open"),
    (_("Trash"), TRASH),
)
"""Names and queries of the library's views, in the order of their number keys."""
VIEW_NAMES = {query: name for name, query in VIEWS}

EMPTY_LIBRARY = (
    _("There is no article here yet. Press Enter to try it on a sample article."),
    "",
    _("a   adds what is on the clipboard, a file, a folder or a web address"),
    _("F6  shows what there is, in six steps"),
    _("?   shows all keys"),
)
ADDING = (_("Adding articles …"), "", _("They appear here as soon as they are read."))
NOTHING_FOUND = (_("Nothing matches."), "", _("/ Esc   clears the search"), _("1       shows all articles"))
"""What an empty list says: what to do next."""
NOTHING_IN_VIEW = (_("No article is in this view."), "", _("1       shows all articles"))

ASCENDING = frozenset({"title", "outlet", "language", "speaker", "name", "type"})
"""Columns that are sorted from A to Z at first; the others have the newest or most first."""

VIEWS_GROUP, SEARCHES_GROUP = _("Views"), _("Searches")
"""The headings of what the panel lists besides facets."""
_SHOWN = {
    "outlet": (_("Outlet"), 8),
    "feed": (_("Feed"), 8),
    "source": (_("Source"), 8),
    "tag": (_("Tag"), 10),
    "language": (_("Language"), 6),
    "month": (_("Month"), 6),
    "state": (_("State"), 3),
}
"""The heading of each facet, and how many of its values the panel lists."""


class ListState(NamedTuple):
    """A view narrowed by a query, in an order."""

    view: str = ""
    """The query of the view."""
    typed: str = ""
    """What stands in the search line."""
    sort: str = "added"
    descending: bool = True

    @property
    def query(self) -> str:
        """View and query together, in the language of the store; a word still being typed is a beginning."""
        if not self.wanted or not self.view:
            return self.wanted or self.view
        return f"{self.view} ({self.wanted})"

    @property
    def wanted(self) -> str:
        """The query alone: the last word stands for all words that begin so, until a space follows.

        A single letter is left out: nearly everything has a word that begins so, and it takes long to find.
        """
        if not self._last_word_is_plain:
            return self.typed.strip()
        head, _space, last = self.typed.rpartition(" ")
        return f"{self.typed}*".strip() if len(last) > 1 else head.strip()

    @property
    def _last_word_is_plain(self) -> bool:
        last = self.typed.rpartition(" ")[2]
        return last[-1:].isalnum() and last not in ("OR", "ODER") and ":" not in last and self._quotes_closed

    @property
    def _quotes_closed(self) -> bool:
        return self.typed.count('"') % 2 == 0

    @property
    def offset(self) -> int:
        """Characters of `query` before what was typed."""
        return len(self.view) + 2 if self.view else 0

    @property
    def in_trash(self) -> bool:
        """Whether the trash is shown."""
        return self.view == TRASH

    def sorted_by(self, key: str) -> "ListState":
        """By another column; by the same one the other way round."""
        if key == self.sort:
            return self._replace(descending=not self.descending)
        return self._replace(sort=key, descending=key not in ASCENDING)

    def in_view(self, view: str) -> "ListState":
        """In another view."""
        return self._replace(view=view)

    def toggled(self, facet_query: str) -> "ListState":
        """With one facet put into the query, or taken out of it."""
        words = self.typed.strip()
        if has_facet(words, facet_query):
            kept = f" {words} ".replace(f" {facet_query} ", " ", 1)
            return self._replace(typed=" ".join(kept.split()))
        return self._replace(typed=f"{words} {facet_query}".strip())


def in_order_of(listed: Sequence[int], found: Sequence[int]) -> Sequence[int]:
    """The ids found in the order of those listed before; in their own where one of them is new."""
    if found == listed:
        return found
    left = set(found)
    return [one for one in listed if one in left] if left.issubset(listed) else found


def has_facet(typed: str, facet_query: str) -> bool:
    """Whether a query already holds a facet."""
    return f" {facet_query} " in f" {typed} "


def _counted(store: "Store", query: str) -> int:
    """How many articles a kept search finds; none where it is wrong, as its line says when it is chosen."""
    from reader.store import QueryError  # not for the first paint

    try:
        return store.articles.count(query)
    except QueryError:
        return 0


def _shown(group: str, value: str) -> str:
    """A value of a facet as people read it."""
    from reader.language_names import language_name  # not for the first paint

    if group == "state":
        return ArticleState(value).label
    if group == "month":
        from reader.library.count_words import month  # not for the first paint

        return month(value)
    return language_name(value) if group == "language" else value


def facets_of(
    store: "Store", list_state: ListState, searches: Iterable[tuple[str, str]] = ()
) -> list[FacetLine]:
    """Views with their counts, then saved searches, then facets of what is listed."""
    found = [
        FacetLine(name, store.articles.count(query), query, VIEWS_GROUP, list_state.view == query)
        for name, query in VIEWS
    ]
    for name, query in searches:
        found.append(
            FacetLine(name, _counted(store, query), query, SEARCHES_GROUP, list_state.typed.strip() == query)
        )
    facets = store.articles.facets(list_state.query)
    for group, (heading, most) in _SHOWN.items():
        shown = [
            FacetLine(
                _shown(group, one.value),
                one.count,
                one.query,
                heading,
                has_facet(list_state.typed, one.query),
            )
            for one in getattr(facets, group)[:most]
        ]
        # one state of all is no choice, and the views have said it
        found += shown if group != "state" or len(shown) > 1 or any(one.on for one in shown) else []
    return found
