"""The desk in a real browser, with keys and mouse."""

from pathlib import Path

import pytest

from reader.models import Article
from reader.store import Store
from tests.chromium import Chromium, chromium
from tests.web.test_serving import Served

pytest.importorskip("textual_serve", reason="the extra serve is not installed")


@pytest.fixture
def library(private_folders: Path) -> Path:
    """A library with three articles, of which the newest stands first."""
    file = private_folders / "library.db"
    with Store(file) as store:
        for title in ("Die Fähre", "Der Hafen", "Das Watt"):
            store.articles.add(Article(title=title, text=f"„Wir fahren“, sagte Erika Muster zu {title}."))
    return file


def _starred(library: Path) -> set[str]:
    with Store(library) as store:
        return {article.title for article in map(store.articles.get, (1, 2, 3)) if article.starred}


def _is_drawn(browser: Chromium, tab: str) -> bool:
    return bool(browser.run(tab, "document.body.classList.contains('-first-byte')"))


def test_keys_and_mouse_reach_the_desk(library: Path, tmp_path: Path) -> None:
    served = Served()
    try:
        with chromium(tmp_path) as browser:
            tab = browser.show(served.address)
            browser.until(lambda: _is_drawn(browser, tab))
            browser.until(lambda: _pressed(browser, tab, "s") and _starred(library) == {"Das Watt"})
            assert served.token not in browser.address(tab)
            browser.click(tab, 400, 140)
            browser.press(tab, "s")
            browser.until(lambda: len(_starred(library)) == 2)
    finally:
        served.running.kill()
        served.running.communicate()


def _pressed(browser: Chromium, tab: str, key: str) -> bool:
    """Press a key once the terminal has the keys."""
    focused = browser.run(tab, "document.activeElement.className").startswith("xterm")
    if focused and not browser.run(tab, "window.pressedOnce"):
        browser.run(tab, "window.pressedOnce = true")
        browser.press(tab, key)
    return True
