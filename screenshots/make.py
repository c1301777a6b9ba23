"""Take the pictures of the README: library, desk, quotes and codebook, dark and light, small and large.

The register is shown as wide as lists become. `screenshots/record.py` records the program at work.

Run it with `python screenshots/make.py [FOLDER]`; it needs resvg-py and the font DejaVu Sans Mono. The
library is made anew of the samples in a temporary folder, so that the same program gives the same pictures.
"""

import argparse
import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from reader.config import Config
from reader.library.adding import add_locations
from reader.library.codebook import COLOURS
from reader.models import ArticleState, Status, Verification
from reader.store import Store
from reader.ui.app import ReaderApp

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
SIZES = ((80, 24), (140, 45))
WIDE = {"sources": ((200, 50),)}
"""Sizes of pictures that are about width."""
CODES = (
    ("lokales", "green", "Was vor Ort geschieht und nur dort."),
    ("nachfragen", "orange", "Morgen anrufen; wer gefragt ist, steht in der Notiz."),
    ("politik", "", ""),
    ("politik/haushalt", "blue", "Geld von Bund, Land, Gemeinde. Nicht: Preise."),
    ("politik/syrien", "red", "Krieg, Diplomatie und Hilfe. Nicht: Geflüchtete hier."),
    ("streit", "purple", "Jemand widerspricht jemandem, der im selben Artikel steht."),
)
THEMES = ("reader-dark", "reader-light")
FONT = "DejaVu Sans Mono"
SEED_TITLE = "Assad trifft Putin spontan in Moskau"
REST = 0.4
"""Seconds until the preview and the facets have followed."""

Step = Callable[[Pilot[None]], Awaitable[None]]


def make_library(path: Path) -> None:
    """The samples, with some decisions and tags."""
    with Store(path, actor="Redaktion") as store:
        for _progress in add_locations(store, [str(SEEDS)]):
            pass
        seed = store.articles.find(SEED_TITLE)
        newest_first = [number for number in store.articles.ids() if number != seed]
        store.articles.update(newest_first[2:7], state=ArticleState.DONE)
        store.articles.update([seed, *newest_first[4:5]], starred=True)
        store.tags.attach(["politik/syrien", "nachfragen"], articles=[seed])
        store.tags.attach(["lokales"], articles=newest_first[5:7])
        _decide(store, seed)
        for number in newest_first[2:5]:
            store.quotes.set_status([quote.id for quote in store.quotes.of(number)], Status.ACCEPTED)
        _describe(store, newest_first)


def _describe(store: Store, articles: list[int]) -> None:
    for place, (path, colour, meaning) in enumerate(CODES):
        store.tags.make(path, place=place)
        store.tags.colour(path, COLOURS.get(colour, ""))
        store.tags.describe(path, meaning)
    for number in articles[7:12]:
        said = [quote.id for quote in store.quotes.of(number)]
        store.tags.attach(["politik/haushalt"], quotes=said[:3])
        store.tags.attach(["streit"], quotes=said[2:4])


def _decide(store: Store, seed: int) -> None:
    quotes = store.quotes.of(seed)
    store.quotes.set_status([quote.id for quote in quotes[:5]], Status.ACCEPTED)
    store.quotes.set_verification([quotes[0].id], Verification.CHECKED, None)
    store.tags.attach(["nachfragen"], quotes=[quotes[1].id])


async def idle(app: App[None]) -> None:
    """Wait until no worker runs; some end because a newer one supersedes them."""
    while any(not worker.is_finished for worker in app.workers):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()


async def settled(pilot: Pilot[None]) -> None:
    """Wait until everything is read and painted."""
    for _ in range(3):
        await pilot.pause(REST / 3)
        await idle(pilot.app)
    await pilot.pause(REST)


async def library(pilot: Pilot[None]) -> None:
    """The library with the cursor on the sample the project began with."""
    await pilot.press("G")
    await settled(pilot)


async def desk(pilot: Pilot[None]) -> None:
    """The reading desk on that sample, at its second quote."""
    await pilot.press("slash", *"Assad", "enter", "enter")
    await settled(pilot)
    await pilot.press("escape", "g", "tab", "tab")  # without the matches of the search


async def quotes(pilot: Pilot[None]) -> None:
    """All quotes, grouped by who spoke."""
    await pilot.press("f4")


async def codebook(pilot: Pilot[None]) -> None:
    """All tags, with the cursor on one that is said to be put on something."""
    await pilot.press("f8")
    await settled(pilot)
    await pilot.press("j", "j", "j")


async def sources(pilot: Pilot[None]) -> None:
    """Who is quoted in the articles, with what the first of them says beside it."""
    await pilot.press("f5")


STEPS: dict[str, Step] = {
    "library": library,
    "desk": desk,
    "quotes": quotes,
    "codebook": codebook,
    "sources": sources,
}


async def take(path: Path, name: str, theme: str, size: tuple[int, int], folder: Path) -> None:
    """One picture, as SVG and as PNG."""
    app = ReaderApp(path, config=Config(theme=theme, actor="Redaktion"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await STEPS[name](pilot)
        await settled(pilot)
        picture = steady(app.export_screenshot(title="reader"))
    stem = f"{name}-{theme.removeprefix('reader-')}-{size[0]}x{size[1]}"
    (folder / f"{stem}.svg").write_text(picture, encoding="utf-8")
    (folder / f"{stem}.png").write_bytes(as_png(picture))
    print(stem)


def steady(picture: str) -> str:
    """The picture with names of classes that do not change from run to run."""
    found = re.search(r"terminal-(\d+)-", picture)
    return picture.replace(found[1], "reader") if found else picture


def as_png(picture: str) -> bytes:
    """The picture as PNG; other fonts would misplace cells."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=picture, font_family=FONT, monospace_family=FONT))


def main() -> None:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    parser.add_argument("--only", choices=sorted(STEPS), action="append")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary) / "library.db"
        make_library(made)
        for name in options.only or STEPS:
            for theme in THEMES:
                for size in WIDE.get(name, SIZES):
                    fresh = shutil.copy(made, Path(temporary) / "copy.db")
                    asyncio.run(take(Path(fresh), name, theme, size, options.folder))


if __name__ == "__main__":
    main()
