"""What a library survives: two programs writing at once, and programs killed while they write.

    python bench/survival.py                      a minute of two writers, then 500 kills: about six minutes
    python bench/survival.py --seconds 5 --kills 20

Prints the steps that were written and the longest wait, then whether every step that was said to be kept is
there and what `doctor` finds.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.store import Store

ROOT = Path(__file__).parent.parent


def writer(library: Path, name: str) -> subprocess.Popen[str]:
    """A program that writes one step after the other and says of each when it is kept."""
    command = [sys.executable, "-m", "tests.store.writer", str(library), name, "0"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def stopped(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Kill a writer; the last step it said was kept, and what it complained of."""
    process.send_signal(signal.SIGKILL)
    assert process.stdout is not None
    assert process.stderr is not None
    # `communicate` would pass over what a `readline` before has read ahead
    said, errors = process.stdout.read(), process.stderr.read()
    process.wait(timeout=60)
    lines = said.split("\n")[:-1]
    return int(lines[-1]) if lines else 0, errors


def kept(store: Store, name: str) -> int:
    """How many steps of a writer are in the library."""
    sql = f"SELECT count(*) FROM notes WHERE body LIKE '{name} %'"
    (count,) = store.sql(sql).rows[0]
    return int(str(count))


def together(library: Path, seconds: float) -> None:
    """Two programs at once."""
    writers = {name: writer(library, name) for name in ("anna", "bernd")}
    time.sleep(seconds)
    for name, process in writers.items():
        last, errors = stopped(process)
        with Store(library) as store:
            there = kept(store, name)
        lost = "nothing lost" if there in (last, last + 1) else f"LOST: {last} said, {there} there"
        print(
            f"{name}: {there} steps, {there / seconds:.0f} a second, {lost}; complaints: {errors or 'none'}"
        )


def killed(library: Path, kills: int) -> None:
    """Programs killed at random moments."""
    chance = random.Random(11)
    said = {}
    for number in range(kills):
        process = writer(library, f"w{number}")
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.1)
        last, _ = stopped(process)
        said[f"w{number}"] = max(last, 1)
    with Store(library) as store:
        lost = [name for name, last in said.items() if kept(store, name) not in (last, last + 1)]
        print(f"{kills} kills: {sum(said.values())} steps said to be kept, lost in {len(lost)} runs")


def main() -> None:
    """Run both, then the doctor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kills", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        Store(library).close()
        together(library, options.seconds)
        killed(library, options.kills)
        with Store(library) as store:
            serious = [symptom.what for symptom in store.doctor() if symptom.serious]
            print(f"doctor: {serious or 'nothing wrong'}; {store.size().notes} notes")


if __name__ == "__main__":
    main()
