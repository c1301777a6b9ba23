"""What the reading desk costs: 1 MB of text, 2,500 quotes, 500 notes, beside Textual's own widgets.

    python bench/desk.py

Prints CPU milliseconds (process time, all threads) over a trivial app in the same run, and memory growth.
Exits with 1 where a budget of docs/desk.md is not kept. Each figure is the median of several steps; they are
asked of the screen itself, since a pilot's own waiting is not the desk's.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

SIZE = 1_000_000
QUOTES = 2_500
NOTES = 500
_STARTS = 3
BUDGET = {"open": 300.0, "step": 10.0, "next quote": 15.0, "add note": 30.0, "find": 50.0, "memory": 60.0}
"""Milliseconds of CPU, megabytes for memory."""

_SENTENCE = (
    "Der Ausschuss habe am Dienstag über den Haushalt beraten, sagte die Sprecherin der Stadt Überlingen. "
)


def text_of(size: int) -> str:
    """A text of `size` characters in paragraphs of five sentences."""
    paragraph = (_SENTENCE * 5).strip() + "\n\n"
    return (paragraph * (size // len(paragraph) + 1))[:size]


def build(library: Path) -> None:
    """A library with the article, its quotes and notes."""
    from reader.models import Article, Note, Quote, QuoteType, Span
    from reader.store import Store

    text = text_of(SIZE)
    types = list(QuoteType)
    gap = SIZE // QUOTES
    quotes = []
    for number in range(QUOTES):
        start = number * gap
        quotes.append(
            Quote(
                types[number % 5],
                (Span(start, start + 50),),
                speaker=(Span(start + 62, start + 76),),
                cue=(Span(start + 52, start + 57),),
                confidence=0.5 + (number % 50) / 100,
                resolved_speaker=f"Sprecherin {number % 40}",
            )
        )
    with Store(library, actor="bench") as store:
        store.articles.add(Article(text, title="Ein langer Text", language="de"), quotes, detector="bench")
        with store.step("Notes"):
            for number in range(NOTES):
                start = number * (SIZE // NOTES) + 200
                store.notes.save(Note(f"Notiz {number}", 1, span=Span(start, start + 20)))


def memory() -> float:
    """Megabytes of this process now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def cost(pilot: Pilot[None], act: Callable[[], object], steps: int = 15) -> float:
    """Median CPU milliseconds of doing something and painting it."""
    spent = []
    for _ in range(steps):
        before = time.process_time()
        result = act()
        if isinstance(result, Awaitable):
            await result
        await pilot._wait_for_screen(timeout=10)
        spent.append((time.process_time() - before) * 1000)
    return statistics.median(spent)


async def measure(
    app: App[None], then: Callable[[Pilot[None]], Awaitable[dict[str, float]]]
) -> dict[str, float]:
    """CPU to the first settled screen and what `then` measures."""
    started = time.process_time()
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(4):
            await app.workers.wait_for_complete()
            await pilot._wait_for_screen(timeout=10)
        figures = {"open": (time.process_time() - started) * 1000, "memory": memory()}
        figures |= await then(pilot)
    return figures


class Trivial(App[None]):
    """Nothing but one line."""

    def compose(self) -> ComposeResult:
        """What is shown."""
        yield Static("ready")


class Plain(Trivial):
    """The text in a Static."""

    def compose(self) -> ComposeResult:
        """What is shown."""
        from textual.containers import VerticalScroll

        with VerticalScroll():
            yield Static(text_of(SIZE), markup=False)


class Area(Trivial):
    """The text in a TextArea."""

    def compose(self) -> ComposeResult:
        """What is shown."""
        yield TextArea(text_of(SIZE), read_only=True)


async def nothing(_pilot: Pilot[None]) -> dict[str, float]:
    """No steps."""
    return {}


async def area_steps(pilot: Pilot[None]) -> dict[str, float]:
    """A cursor step of a TextArea."""
    area = pilot.app.query_one(TextArea)
    return {"step": await cost(pilot, area.action_cursor_down)}


async def desk_steps(pilot: Pilot[None]) -> dict[str, float]:
    """What one does on the desk."""
    from dataclasses import replace

    from reader.library import note_edits
    from reader.models import Span
    from reader.ui.desk.screen import DeskScreen

    screen = pilot.app.screen
    assert isinstance(screen, DeskScreen)
    desk, parts = screen.desk, screen.parts
    figures = {"step": await cost(pilot, lambda: desk.text.action_move("line_down"))}
    figures["page"] = await cost(pilot, lambda: desk.text.action_move("page_down"))
    figures["next quote"] = await cost(pilot, parts.reading.next_quote)

    def accept_next() -> None:
        parts.reading.next_quote()
        parts.deciding.accept()

    figures["accept"] = await cost(pilot, accept_next)
    await pilot.app.workers.wait_for_complete()

    def add_note() -> None:
        at = desk.text.caret
        note = replace(parts.notes.new_on(Span(at, at + 30)), body=f"Eine Notiz bei {at}")
        desk.apply(note_edits.write(desk.page, note))

    figures["add note"] = await cost(pilot, add_note, steps=7)
    await pilot.app.workers.wait_for_complete()
    figures["find (first)"] = await cost(pilot, lambda: parts.finding.look_for("uberlingen"), steps=1)
    figures["find"] = await cost(pilot, lambda: parts.finding.look_for("sprecherin der stadt"), steps=5)
    figures["memory after"] = memory()
    return figures


def run_one(kind: str, library: str) -> None:
    """Measure one app in this process and print its figures."""
    if kind == "desk":
        from reader.config import Config
        from reader.ui.app import ReaderApp
        from reader.ui.desk.screen import DeskScreen

        class Desk(ReaderApp):
            CSS_PATH = None  # type: ignore[assignment]  # the desk brings its own; the list is not measured
            MODES = {}
            DEFAULT_MODE = "_default"

            def on_mount(self) -> None:
                self.push_screen(DeskScreen(1))

        app: App[None] = Desk(Path(library), config=Config())
        figures = asyncio.run(measure(app, desk_steps))
    else:
        chosen = {"trivial": Trivial, "Static": Plain, "TextArea": Area}[kind]
        figures = asyncio.run(measure(chosen(), area_steps if kind == "TextArea" else nothing))
    print(" ".join(f"{name.replace(' ', '_')}={value:.2f}" for name, value in figures.items()))


def figures_of(kind: str, library: Path) -> dict[str, float]:
    """The figures of one app; opening as the median of three starts, since single ones vary by a half."""
    runs = [measured(kind, library) for _ in range(_STARTS if kind in ("trivial", "desk") else 1)]
    return runs[0] | {"open": statistics.median(run["open"] for run in runs)}


def measured(kind: str, library: Path) -> dict[str, float]:
    """Measure in a process of its own, so that memory and imports are that app's."""
    command = [sys.executable, __file__, "--one", kind, "--library", str(library)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {
        name.replace("_", " "): float(value)
        for name, _, value in (part.partition("=") for part in told.split())
    }


def main() -> int:
    """Print a table; 1 where a budget is not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--one", help="measure one app and print its figures")
    parser.add_argument("--library", default="")
    parser.add_argument("--fast", action="store_true", help="leave Textual's own widgets out")
    chosen = parser.parse_args()
    if chosen.one:
        run_one(chosen.one, chosen.library)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        build(library)
        kinds = ["trivial", "desk"] if chosen.fast else ["trivial", "desk", "TextArea", "Static"]
        table = {kind: figures_of(kind, library) for kind in kinds}
    return report(table)


def report(table: dict[str, dict[str, float]]) -> int:
    """Print figures over the trivial app beside their budgets."""
    base, desk = table["trivial"], table["desk"]
    for kind, figures in table.items():
        opened, grown = figures["open"] - base["open"], figures["memory"] - base["memory"]
        step = f", step {figures['step']:.1f} ms" if "step" in figures else ""
        print(f"{kind:9} opens in {opened:7.0f} ms over the trivial app, {grown:5.0f} MB more{step}")
    desk = desk | {"open": desk["open"] - base["open"], "memory": desk["memory after"] - base["memory"]}
    broken = 0
    for name, value in desk.items():
        budget = BUDGET.get(name)
        unit = "MB" if name.startswith("memory") else "ms"
        kept = "" if budget is None else f"  (budget {budget:.0f}: {'kept' if value <= budget else 'BROKEN'})"
        broken += budget is not None and value > budget
        print(f"  {name:13} {value:7.1f} {unit}{kept}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
