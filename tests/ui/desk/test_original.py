"""The original of an article, opened from the desk without a network."""

from pathlib import Path

import pytest

from reader.originals import original
from reader.store import Store
from tests.ui.desk.conftest import Open
from tests.ui.translated import says


def told(hands: object) -> list[str]:
    return [notice.message for notice in hands.app._notifications]  # type: ignore[attr-defined]  # the hands of a test


@pytest.mark.parametrize("has_windows", [True, False])
async def test_one_key_opens_the_original(
    open_desk: Open, library: Path, monkeypatch: pytest.MonkeyPatch, has_windows: bool
) -> None:
    monkeypatch.setattr("reader.ui.desk.explaining._has_windows", lambda: has_windows)
    page = b"<p>Wie es kam.</p><script src='https://zaehler.example/a.js'></script>"
    with Store(library) as store:
        store.originals.keep(1, (original(page, "https://blatt.example/a", content_type="text/html"),))
    async with open_desk() as hands:
        opened: list[str] = []
        monkeypatch.setattr(hands.app, "open_url", opened.append)
        await hands.press("ctrl+o")
        file = library.parent / "opened" / "original-1.html"
        assert opened == ([file.as_uri()] if has_windows else [])
        assert any(says(one, "without anything from elsewhere") or str(file) in one for one in told(hands))
        assert "zaehler" not in file.read_text(encoding="utf-8")


async def test_an_article_without_an_original_says_so(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("ctrl+o")
        assert any(says(one, "No original of article") for one in told(hands))
