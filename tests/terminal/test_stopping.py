"""Stopping `reader add` and `reader feeds refresh` by ctrl+c, as often as an impatient person presses it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.feeds import Feed
from reader.store import Store
from tests.conftest import SEEDS
from tests.feed_site import entry, feed, feeds_serving, hang
from tests.terminal.conftest import Terminal

FILES = 160


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    report = (SEEDS / "106-hafen-longread.txt").read_text(encoding="utf-8")
    for number in range(FILES):
        (tmp_path / f"{number:03}.txt").write_text(f"Fassung {number}\n\n{report}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("presses", [1, 3])
@pytest.mark.parametrize("under_way", [False, True], ids=["at the start", "under way"])
def test_add_stops_at_once_and_keeps_what_is_done(
    terminal: Callable[..., Terminal], folder: Path, under_way: bool, presses: int
) -> None:
    program = terminal("add", "--jobs", "2", str(folder))
    if under_way:
        program.wait_for(f"of {FILES}")
    else:
        program.wait_until(lambda: _has_helpers(program.pid), "no helper was started")
    for _ in range(presses):
        program.press("\x03")
    assert program.end() == 1
    assert "Stopped. What was done before is kept" in program.text
    assert b"Traceback" not in program.received


def _has_helpers(parent: int) -> bool:
    """Whether the program has started more than the process that keeps accounts; only Linux tells."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    if not children.exists():
        pytest.skip("only Linux tells the children of a process")
    return len(children.read_text(encoding="ascii").split()) > 1


@pytest.mark.parametrize("presses", [1, 3])
def test_refreshing_stops_at_once_and_keeps_what_is_done(
    terminal: Callable[..., Terminal], private_folders: Path, presses: int
) -> None:
    with feeds_serving() as site, Store(private_folders / "library.db") as store:
        for number in range(3):
            address = site.show(f"/{number}", feed(f"Blatt {number}", entry(f"Fähre {number}")))
            store.feeds.add(Feed(address, f"Blatt {number}"))
        site.odd["/slow"] = hang
        store.feeds.add(Feed(f"{site.address}/slow", "Langsam"))
        program = terminal("feeds", "refresh", "--allow-private")
        program.wait_for("3 of 4 feeds, 3 new articles")
        for _ in range(presses):
            program.press("\x03")
        assert program.end() == 1
        assert "Stopped. What was done before is kept." in program.text
        assert b"Traceback" not in program.received
        kept = {one.name: (one.articles, one.failures) for one in store.feeds.all()}
        assert kept == {**{f"Blatt {number}": (1, 0) for number in range(3)}, "Langsam": (0, 0)}
