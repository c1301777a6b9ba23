"""The list_state: view, query and order as one value."""

from pathlib import Path

import pytest

from reader.i18n import _
from reader.rows import ArticleState
from reader.store import Store
from reader.ui.screens.list_state import SEARCHES_GROUP, ListState, facets_of


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ""),
        ("put", "put*"),
        ("p", ""),
        ("klima p", "klima"),
        ("putin ", "putin"),
        ('"der Zug', '"der Zug'),
        ('"der Zug"', '"der Zug"'),
        ("outlet:dpa", "outlet:dpa"),
        ("klima OR", "klima OR"),
    ],
)
def test_a_word_being_typed_is_a_beginning(typed: str, wanted: str) -> None:
    assert ListState(typed=typed).wanted == wanted


def test_the_view_holds_whatever_is_typed() -> None:
    assert ListState(view="is:starred", typed="a OR b ").query == "is:starred (a OR b)"
    assert ListState(view="is:starred").query == "is:starred"


def test_a_facet_is_put_in_and_taken_out() -> None:
    list_state = ListState(typed="klima").toggled('outlet:"taz am Wochenende"')
    assert list_state.typed == 'klima outlet:"taz am Wochenende"'
    assert list_state.toggled('outlet:"taz am Wochenende"').typed == "klima"


def test_sorting_by_the_same_column_turns_the_order() -> None:
    list_state = ListState().sorted_by("title")
    assert (list_state.sort, list_state.descending) == ("title", False)
    assert list_state.sorted_by("title").descending


def test_a_kept_search_that_is_wrong_spoils_no_other(library: Path) -> None:
    with Store(library) as store:
        facets = facets_of(store, ListState(), [("Wrong", "outlet:kurier ((("), ("Right", "outlet:kurier")])
    searches = [(facet.label, facet.number) for facet in facets if facet.group == SEARCHES_GROUP]
    assert searches == [("Wrong", 0), ("Right", 1)]
    assert any(facet.group == _("Outlet") for facet in facets)


def test_states_are_counted_where_there_is_a_choice(library: Path) -> None:
    with Store(library) as store:
        assert _("State") not in {facet.group for facet in facets_of(store, ListState())}
        store.articles.update([1], state="done")
        states = [facet for facet in facets_of(store, ListState()) if facet.group == _("State")]
        assert [(one.label, one.number, one.query) for one in states] == [
            (ArticleState.UNREAD.label, 2, "is:unread"),
            (ArticleState.DONE.label, 1, "is:done"),
        ]
        only = facets_of(store, ListState(typed="is:done"))
        assert [facet.label for facet in only if facet.group == _("State") and facet.on] == [
            ArticleState.DONE.label
        ]
