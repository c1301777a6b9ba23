"""Columns fit every width, and text is cut to cells."""

import re
from itertools import pairwise

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widget import Widget

from reader.cells import fit
from reader.i18n import SOURCE, spoken
from reader.ui.themes import DARK
from reader.ui.widgets.lists.articles import COLUMNS, GUTTER
from reader.ui.widgets.lists.columns import GAP, place
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.place_bar import PlaceBar
from tests.ui.translated import translated


@pytest.mark.parametrize("width", [1, 20, 36, 40, 60, 80, 120, 200])
def test_columns_never_exceed_the_width(width: int) -> None:
    placed = place(COLUMNS, width, left=GUTTER)
    assert any(one.column.key == "title" for one in placed)
    if width > 40:
        assert placed[-1].x + placed[-1].width <= width


def test_columns_keep_their_order_and_gaps() -> None:
    placed = place(COLUMNS, 140, left=GUTTER)
    assert [one.column for one in placed] == list(COLUMNS)
    for one, other in pairwise(placed):
        assert other.x == one.x + one.width + GAP


@pytest.mark.parametrize(
    "text", ["", "short", "a text that is longer", "日本語のタイトル", "Müller é", "👩‍👩‍👧 family"]
)
@pytest.mark.parametrize("width", [1, 2, 5, 8, 30])
@pytest.mark.parametrize("right", [False, True])
def test_fitted_text_takes_exactly_its_cells(text: str, width: int, right: bool) -> None:
    assert cell_len(fit(text, width, right=right)) == width


class Showing(App[None]):
    """One widget in our colours."""

    def __init__(self, shown: Widget) -> None:
        super().__init__()
        self._shown = shown
        self.wanted: list[str] = []

    def on_place_bar_place_wanted(self, event: PlaceBar.PlaceWanted) -> None:
        """Note which place was clicked."""
        self.wanted.append(event.place)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our inks."""
        return dict(DARK.variables)

    def compose(self) -> ComposeResult:
        """The widget."""
        yield self._shown


@pytest.mark.parametrize(
    ("width", "sort", "shown"),
    [
        (140, ("published", True), f"{translated('Date')} ↓"),
        (50, ("outlet", False), f"{translated('Outlet')} ↑"),
        (140, ("words", True), f"{translated('words', 'an order')} ↓"),
    ],
)
async def test_the_order_is_told_also_where_its_column_is_not_there(
    width: int, sort: tuple[str, bool], shown: str
) -> None:
    app = Showing(ListHead(COLUMNS, GUTTER))
    async with app.run_test(size=(width, 5)) as pilot:
        app.query_one(ListHead).sort = sort
        await pilot.pause()
        line = app.query_one(ListHead).render_line(0).text
        assert shown.casefold() in line.casefold()
        assert translated("Title") in line


@pytest.mark.skipif(spoken() != SOURCE, reason="how much there is room for depends on the words")
@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (160, "Feeds ~ 4 selected  ·  9 articles  ·  1,000,000 unread articles"),
        (80, "Feeds ~ 4 selected · 9 articles"),
        (53, "Notes ~ 4 selected"),
        (24, "Library ~ 4 selected"),
    ],
)
async def test_a_status_gives_up_its_last_facts_first(width: int, shown: str) -> None:
    app = Showing(PlaceBar("library"))
    async with app.run_test(size=(width, 5)) as pilot:
        app.query_one(PlaceBar).status = "  ·  ".join(
            ("4 selected", "9 articles", "1,000,000 unread articles")
        )
        await pilot.pause()
        line = re.sub(r" {3,}", " ~ ", app.query_one(PlaceBar).render_line(0).text.rstrip())
        assert line.endswith(shown)


async def test_all_places_stand_in_80_columns_and_a_click_goes_to_each() -> None:
    app = Showing(PlaceBar("balance"))
    async with app.run_test(size=(80, 5)) as pilot:
        bar = app.query_one(PlaceBar)
        bar.status = "100,000 articles  ·  12,000 unread"
        await pilot.pause()
        line = bar.render_line(0).text
        assert line.split()[:7] == [
            translated(place)
            for place in ("Library", "Quotes", "Sources", "Notes", "Codebook", "Balance", "Feeds")
        ]
        assert "100,000 articles" in line
        for label in (translated("Notes"), translated("Codebook"), translated("Feeds")):
            await pilot.click(PlaceBar, offset=(line.index(label) + 1, 0))
        assert app.wanted == ["notes", "codebook", "feeds"]
