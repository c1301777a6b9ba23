"""How fast, how large and how honest German detection is.

    python -m bench.detect              everything
    python -m bench.detect --quick      without the long texts of the linearity curve

Speed is taken on the sample articles of `seeds/`, cut and joined to 400 words each, on one core; loading
and memory in a process of their own. Where `../shared/quotes-eval` is at hand, the scores on its dev
articles follow, and a table of how often quotes of each confidence are right.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from time import process_time

from bench.quality import as_line, judged
from bench.scoring import TYPES, Tally
from reader.quotes import detect
from reader.quotes.text.analysis import analyse

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT.parent / "shared" / "quotes-eval" / "de-dev.jsonl"
ENGINES = ("rules", "learned")
WORDS = 400
ARTICLES = 60
SIZES = (25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000)
BANDS = ((-1.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0))
_ONE_CORE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_LOADING = """
import time, sys
import reader.quotes.text.analysis
from reader.quotes.text.analysis import analyse
t = time.process_time(); analyse("Er sagte, er komme.", "de"); core = time.process_time() - t
t = time.process_time()
from reader.quotes import detect
detect("Er sagte, er komme.", engine=sys.argv[1]); first = time.process_time() - t
t = time.process_time(); detect("Sie sagte, sie gehe.", engine=sys.argv[1]); second = time.process_time() - t
detect(open(sys.argv[2], encoding="utf-8").read(), engine=sys.argv[1])
with open("/proc/self/status") as status:
    [peak] = [line.split()[1] for line in status if line.startswith("VmHWM")]
print(core + first - second, int(peak) / 1024)
"""


def sample_words() -> list[str]:
    """The words of the German sample articles, paragraphs kept as words of their own."""
    words: list[str] = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if sum(text.count(f" {word} ") for word in ("der", "die", "und", "nicht")) > len(text) / 120:
            words += text.replace("\n\n", " \0 ").split(" ")
    return words


def articles(count: int) -> Iterator[str]:
    """Texts of `WORDS` words out of the sample articles, going round."""
    words = sample_words()
    for number in range(count):
        start = number * 97 % len(words)
        some = (words[start:] + words)[:WORDS]
        yield " ".join(some).replace(" \0 ", "\n\n").replace("\0", "")


def long_text(size: int) -> str:
    """A text of `size` characters out of the sample articles."""
    text = " ".join(sample_words()).replace(" \0 ", "\n\n").replace("\0", "")
    return ((text + "\n\n") * (size // len(text) + 1))[:size]


def seconds(texts: list[str], engine: str) -> float:
    """CPU time of detection, for each text the best of five runs, since other programs disturb."""
    best = [float("inf")] * len(texts)
    for _ in range(5):
        for at, text in enumerate(texts):
            begin = process_time()
            detect(text, engine=engine)
            best[at] = min(best[at], process_time() - begin)
    return sum(best)


def speed() -> None:
    """Articles and tokens a second of both engines, and against cutting into tokens and sentences alone."""
    texts = list(articles(ARTICLES))
    tokens = sum(len(analyse(text, "de").tokens) for text in texts)
    begin = process_time()
    for text in texts:
        analyse(text, "de")
    base = process_time() - begin
    print(f"{'engine':<10}{'articles/s':>12}{'tokens/s':>12}{'x analysis':>12}")
    for engine in ENGINES:
        took = seconds(texts, engine)
        print(f"{engine:<10}{len(texts) / took:>12.0f}{tokens / took:>12.0f}{took / base:>12.1f}")


def curve() -> None:
    """CPU time by length of one text."""
    print(f"\n{'characters':<12}" + "".join(f"{engine + ' s':>12}{'s/MB':>8}" for engine in ENGINES))
    for size in SIZES:
        text = long_text(size)
        row = f"{size:<12}"
        for engine in ENGINES:
            begin = process_time()
            detect(text, engine=engine)
            took = process_time() - begin
            row += f"{took:>12.2f}{took / size * 1e6:>8.2f}"
        print(row)


def loading(scratch: Path) -> None:
    """CPU time of loading, peak memory on a text of 1 MB, and size of the shipped data."""
    scratch.write_text(long_text(1_000_000), encoding="utf-8")
    print(f"\n{'engine':<10}{'load ms':>10}{'peak MB at 1 MB of text':>26}")
    for engine in ENGINES:
        command = [sys.executable, "-c", _LOADING, engine, str(scratch)]
        load, peak = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.split()
        print(f"{engine:<10}{float(load) * 1000:>10.0f}{float(peak):>26.0f}")
    scratch.unlink()
    folder = resources.files("reader.languages").joinpath("de")
    size = sum(
        path.stat().st_size
        for path in Path(str(folder)).rglob("*")
        if path.suffix != ".pyc" and path.is_file()
    )
    print(f"shipped data for German: {size / 1e6:.2f} MB")


def reliability(counts: list[tuple[float, bool]]) -> None:
    """How many of the quotes of each confidence are right."""
    print(f"\n{'confidence':<14}{'quotes':>8}{'right':>8}")
    for low, high in BANDS:
        inside = [ok for confidence, ok in counts if low < confidence <= high]
        if inside:
            print(f"to {high:.1f}{'':<8}{len(inside):>8}{sum(inside) / len(inside):>8.3f}")


def quality(engine: str) -> None:
    """Scores on the dev articles, and the reliability of the confidence."""
    tally, counts = Tally(), []
    for line in map(json.loads, DEV.open(encoding="utf-8")):
        quotes = detect(line["text"], "de", line["title"], engine=engine)
        tally.add(line, [as_line(quote) for quote in quotes])
        counts += [(quote.confidence, ok) for quote, ok in judged(line, quotes)]
    report = tally.report()
    tokens = "  ".join(f"{name} {report['tokens'][name]['f1']:.3f}" for name in ("quote", "roles", "joint"))
    found = "  ".join(f"{kind} {report['found'][kind]['f1']:.3f}" for kind in TYPES)
    print(f"\n{engine} on dev: {tokens}  speaker right {report['speaker']['right']:.3f}\n  found: {found}")
    reliability(counts)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true")
    if not _ONE_CORE.items() <= os.environ.items():
        os.execve(
            sys.executable, [sys.executable, "-m", "bench.detect", *sys.argv[1:]], os.environ | _ONE_CORE
        )
    quick = parser.parse_args().quick
    speed()
    if not quick:
        curve()
    loading(ROOT / ".bench-detect.txt")
    if DEV.is_file():
        for engine in ENGINES:
            quality(engine)


if __name__ == "__main__":
    main()
