"""The article in the browser at the quote, and its links by their numbers."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader import browser
from reader.errors import ReaderError
from reader.models import ArticleState, Link
from reader.store import Store
from tests.ui.desk.conftest import Open, span
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated

LINKS = (
    Link(span("Brücke")[0], "https://a.example/bruecke"),
    Link(span("Bund der Steuerzahler")[0], "https://b.example/bund"),
    Link(span("im September")[0], "https://c.example/rat"),
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened in the browser."""
    addresses: list[str] = []
    monkeypatch.setattr(browser, "open_address", addresses.append)
    return addresses


@pytest.fixture
def linked(library: Path) -> Path:
    """The library, the article with links."""
    rows = [[*link.span, link.address] for link in LINKS]
    with closing(sqlite3.connect(library)) as raw, raw:
        raw.execute("UPDATE versions SET links = ?", (json.dumps(rows),))
    return library


async def test_the_article_opens_at_the_quote(open_desk: Open, opened: list[str]) -> None:
    async with open_desk() as hands:
        await hands.press("o")
        assert hands.pressed == 1
        await hands.until(lambda: len(opened) == 1)
        assert opened == ["https://tagblatt.example/bruecke"]
        await hands.press("tab", "o")
        await hands.until(lambda: len(opened) == 2)
        assert opened[1] == "https://tagblatt.example/bruecke#:~:text=Wir%20haben%20uns%20verrechnet"
        assert translated("Opened in the browser: https://tagblatt.example/bruecke") in hands.told()


@pytest.mark.usefixtures("linked")
async def test_a_number_opens_a_link(open_desk: Open, opened: list[str]) -> None:
    async with open_desk() as hands:
        await hands.press("O")
        told = shown(hands)
        assert all(link.address in told for link in LINKS)
        await hands.press("2")
        await hands.until(lambda: bool(opened))
        assert opened == ["https://b.example/bund"]
        await hands.press("O")
        await hands.type("september")
        await hands.press("enter")
        await hands.until(lambda: len(opened) == 2)
        assert opened[1] == "https://c.example/rat"


@pytest.mark.usefixtures("linked")
async def test_the_first_number_is_the_link_at_the_caret(open_desk: Open, opened: list[str]) -> None:
    async with open_desk() as hands:
        await hands.press("right_curly_bracket", "O", "1")
        await hands.until(lambda: bool(opened))
        assert opened == ["https://b.example/bund"]


async def test_a_text_without_links_and_a_missing_browser_are_said(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(address: str) -> None:
        raise ReaderError(translated(f"No browser can be opened here: copy {address}, or set BROWSER."))

    monkeypatch.setattr(browser, "open_address", none)
    async with open_desk() as hands:
        await hands.press("O")
        assert translated("This text has no links.") in hands.told()
        await hands.press("o")
        await hands.until(lambda: any(says(one, "No browser can be opened") for one in hands.told()))


async def test_reading_and_deciding_tell_how_far_one_has_got(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("escape")
    with Store(library) as store:
        assert store.articles.get(1).state is ArticleState.READING
    async with open_desk() as hands:
        await hands.press("A", "6")
        await hands.settle()
    with Store(library) as store:
        assert not store.articles.rows([1])[0].open
        assert store.articles.get(1).state is ArticleState.DONE
