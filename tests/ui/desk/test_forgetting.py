"""An article that was left leaves nothing in memory: neither its widgets nor the lines they painted."""

import gc
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from textual.strip import Strip
from textual.widget import Widget

from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from tests.ui.waiting import settled


def kept() -> Counter[str]:
    """How many lines and widgets are in memory, by name."""
    gc.collect()
    return Counter(type(it).__name__ for it in gc.get_objects() if isinstance(it, Strip | Widget))


async def test_opening_articles_one_after_the_other_fills_no_memory(
    library: Path, app_on: Callable[..., ReaderApp]
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        seen = []
        for _ in range(9):
            await pilot.press("enter")
            await settled(pilot)
            assert isinstance(app.screen, DeskScreen)
            await pilot.press("escape")
            await settled(pilot)
            seen.append(kept())
        assert seen[-1]["MarginColumn"] <= 3  # timers that have not run out hold the last ones
        # Now and then the last article's lines are still there: only what grows with every article is a leak.
        strips = [counts["Strip"] for counts in seen]
        assert min(strips[-3:]) <= max(strips[:3]) * 1.05
