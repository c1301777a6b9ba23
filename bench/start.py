"""What the library screen costs: CPU to the first paint, a key in the list, another order, memory.

Everything is printed beside a trivial Textual app in the same run. `python bench/start.py LIBRARY` takes a
library made by `bench/library.py --keep`; without one, 100,000 articles are made in a temporary folder.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
RUNS = 5
KEYS = 100

TRIVIAL = """
import time
from textual.app import App
from textual.widgets import Static
class Trivial(App):
    def compose(self): yield Static("hello")
    def on_mount(self): self.call_after_refresh(lambda: self.exit(time.process_time()))
print(Trivial().run(headless=True, size=(120, 40)))
"""
LIBRARY = """
import gc, sys, time
from pathlib import Path
gc.disable()  # as `reader.cli.start.open_app` does
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


def seconds(program: str, *arguments: str) -> float:
    """CPU seconds a program took until its first paint, the best of some runs."""
    return min(_once(program, *arguments) for _ in range(RUNS))


def _once(program: str, *arguments: str) -> float:
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return float(run.stdout.split()[-1])


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
        print(f"memory with the library open       {resident():8.1f} MB")
        for key, label in (("j", "down"), ("ctrl+d", "half a page"), ("G", "to the end"), ("k", "up")):
            count = 1 if key == "G" else KEYS
            started = time.process_time()
            for _ in range(count):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await pilot.pause(0)
            print(f"{label:<34} {(time.process_time() - started) / count * 1000:8.1f} ms CPU  (budget 10)")
            await pilot.pause(0.5)
        for _ in range(3):
            started = time.process_time()
            await pilot.press("o")
            await pilot.pause(0.3)
            spent = (time.process_time() - started) * 1000
            print(f"another order                      {spent:8.1f} ms CPU  (budget 150)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("library", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = options.library or Path(folder) / "library.db"
        if options.library is None:
            sys.path.insert(0, str(Path(__file__).parent))
            from library import fill

            fill(library, options.articles)
        trivial, ours = seconds(TRIVIAL), seconds(LIBRARY, str(library))
        print(f"trivial Textual app                {trivial * 1000:8.1f} ms CPU")
        ratio = f"{ours / trivial:.2f} x (budget 1.20)"
        print(f"first paint of the library         {ours * 1000:8.1f} ms CPU  {ratio}")
        asyncio.run(keys(library))


if __name__ == "__main__":
    main()
