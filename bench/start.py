"""What the library screen costs: CPU to the first paint, a key in the list, another order, memory.

Everything is printed beside a trivial Textual app in the same run, in turns with it, and behind each budget
whether it is kept. `python bench/start.py LIBRARY` takes a library made by `bench/library.py --keep`, also
one of a million; without one, `--articles` (100,000) with `--quotes` (6) each are made in a temporary folder.
"""

import argparse
import asyncio
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

os.environ["TEXTUAL_ANIMATIONS"] = "none"
RUNS = 15
KEYS = 100

TRIVIAL = """
import time
from textual.app import App
from textual.widgets import Static
class Trivial(App):
    def compose(self): yield Static("hello")
    def on_mount(self): self.call_after_refresh(lambda: self.exit(time.process_time()))
print(Trivial().run(headless=True, size=(120, 40)))
import os, sys
pages = int(open("/proc/self/statm").read().split()[1])
print(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, file=sys.stderr)
"""
LIBRARY = """
import gc, sys, time
from pathlib import Path
gc.disable()  # as `reader.cli.start.open_app` does
from reader import i18n
i18n.use(sys.argv[2])
from reader.config import Config
from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
shown = LibraryScreen.shown
def shown_and_left(self, list_state):
    shown(self, list_state)
    self.call_after_refresh(lambda: self.app.exit(time.process_time()))
LibraryScreen.shown = shown_and_left
print(ReaderApp(Path(sys.argv[1]), config=Config()).run(headless=True, size=(120, 40)))
"""


def first_paints(library: Path) -> list[tuple[float, float, float]]:
    """CPU seconds until the first paint of a trivial app and of ours in English and German, in turns.

    The first turn is left out: it compiles what is not compiled yet; of an installed program all is.
    """
    paints = [
        (_once(TRIVIAL), _once(LIBRARY, str(library), "en"), _once(LIBRARY, str(library), "de"))
        for _ in range(RUNS + 1)
    ]
    return paints[1:]


def _once(program: str, *arguments: str) -> float:
    return float(_run(program, *arguments).stdout.split()[-1])


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )


def kept(reached: float, budget: float) -> str:
    """A budget, and whether it is kept."""
    return f"(budget {budget:g}: {'kept' if reached <= budget else 'OVER'})"


def show(label: str, ours: Sequence[float], other: Sequence[float], budget: float) -> None:
    """One line: milliseconds, and the median of the ratios turn by turn."""
    ratio = statistics.median(one / beside for one, beside in zip(ours, other, strict=True))
    print(f"{label:<34} {min(ours) * 1000:8.1f} ms CPU  {ratio:.3f} x {kept(ratio, budget)}")


def resident() -> float:
    """Megabytes of memory in use."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def keys(library: Path) -> None:
    """Print what keys in the list cost."""
    from textual import events

    from reader.config import Config
    from reader.ui.app import ReaderApp

    app = ReaderApp(library, config=Config())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(1.0)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(_counted(app), 30)
        grown = resident() - float(_run(TRIVIAL).stderr.split()[-1])
        print(f"memory over that of a trivial app  {grown:8.1f} MB {kept(grown, 30)}")
        for key, label in (("j", "down"), ("ctrl+d", "half a page"), ("G", "to the end"), ("k", "up")):
            count = 1 if key == "G" else KEYS
            started = time.process_time()
            for _ in range(count):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await pilot.pause(0)
            spent = (time.process_time() - started) / count * 1000
            print(f"{label:<34} {spent:8.1f} ms CPU  {kept(spent, 10)}")
            await pilot.pause(0.5)
        for _ in range(3):
            started = time.process_time()
            await pilot.press("o")
            await pilot.pause(0.1)
            await app.workers.wait_for_complete()
            await pilot.pause(0.1)
            spent = (time.process_time() - started) * 1000
            print(f"another order, all of it           {spent:8.1f} ms CPU  {kept(spent, 300)}")


async def _counted(app: "ReaderApp") -> None:
    """Wait until the status line tells how many articles there are."""
    from reader.ui.widgets.place_bar import PlaceBar

    while not app.screen.query_one(PlaceBar).status:
        await asyncio.sleep(0.05)
    await asyncio.sleep(1.0)  # until memory is given back


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("library", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--quotes", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = options.library or Path(folder) / "library.db"
        if options.library is None:
            sys.path.insert(0, str(Path(__file__).parent))
            from library import fill

            # in a process of its own: what filling took would count as memory of the screen
            filling = get_context("spawn").Process(
                target=fill, args=(library, options.articles, options.quotes)
            )
            filling.start()
            filling.join()
        trivial, english, german = zip(*first_paints(library), strict=True)
        print(f"trivial Textual app                {min(trivial) * 1000:8.1f} ms CPU")
        show("first paint of the library", english, trivial, 1.2)
        show("  in German, against English", german, english, 1.02)
        asyncio.run(keys(library))


if __name__ == "__main__":
    main()
