"""What adding text files costs: articles a second with one process and with two, the parent's share, memory.

    python bench/importing.py                      400 files: half a minute
    python bench/importing.py --articles 10000     as an archive would be added

The files are the seed articles with their sentences varied from a seed, so that no two are the same. The
last line adds the same folder again: what is there already is only read.
"""

import argparse
import os
import random
import resource
import tempfile
import time
from pathlib import Path

from reader.library.adding import add_locations
from reader.store import Store

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `reader.__main__` does
SEEDS = Path(__file__).parents[1] / "seeds"


def make(folder: Path, count: int, seed: int = 7) -> int:
    """Write `count` different articles; returns their size in characters."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.rglob("*.txt"))]
    size = 0
    for number in range(count):
        paragraphs = texts[number % len(texts)].split("\n\n")
        others = chance.choice(texts).split("\n\n")
        kept = [chance.choice(others) if chance.random() < 0.3 else one for one in paragraphs]
        text = "\n\n".join([*kept, f"Meldung Nummer {number} vom Tage."])
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
        size += len(text)
    return size


def add(folder: Path, library: Path, jobs: int) -> tuple[float, float, float, int]:
    """Add a folder; seconds by the clock, CPU seconds of this process, megabytes it grew, new articles."""
    before, started, spent = _largest(), time.monotonic(), time.process_time()
    with Store(library, actor="bench") as store:
        new = sum(one.outcome == "new" for one in add_locations(store, [str(folder)], jobs=jobs))
    return time.monotonic() - started, time.process_time() - spent, _largest() - before, new


def _largest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        size = make(folder, options.articles)
        print(f"{options.articles} articles of {size // options.articles} characters, {os.cpu_count()} cores")
        print(f"{'':<22}{'a second':>10}{'parent ms':>11}{'grew MB':>9}{'new':>8}")
        paces: dict[int, float] = {}
        for label, jobs in (("two processes", 2), ("one process", 1), ("again, two processes", 2)):
            library = Path(name) / f"{jobs}.db"
            seconds, parent, grew, new = add(folder, library, jobs)
            paces.setdefault(jobs, options.articles / seconds)
            each = parent * 1000 / options.articles
            print(
                f"{label:<22}{options.articles / seconds:>10.1f}{each:>11.2f}{grew:>9.1f}{new:>8}", flush=True
            )
        print(f"two processes against one {paces[2] / paces[1]:.2f} x (wanted 1.60, on free cores)")


if __name__ == "__main__":
    main()
