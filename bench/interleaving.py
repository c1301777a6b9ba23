"""Whether libraries in step end equal, whatever their people do and whatever becomes of the segments.

    python -m bench.interleaving                 1,000 random interleavings of three libraries
    python -m bench.interleaving --runs 50 --seed 7
    python -m bench.interleaving --authorise     people have quotes authorised too

In each, three people work on their libraries, undo, and sync now and then, with segments lost, doubled
and in any order. At the end all sync until nothing is new; then all three must say the same, show the
same conflicts, and be without fault. Prints a table; exit code 1 where anything differs, with the seed
that shows it again.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.desks import Folder, authorised, conflicts, covered, join, picture, sync
from bench.people import Person
from reader.store import Store

PEOPLE = ("anna", "bernd", "clara")
_BEGIN = datetime(2026, 11, 28, 9, tzinfo=UTC)


@dataclass
class Ended:
    """How an interleaving ended."""

    differences: list[str]
    faults: list[str]
    counts: Counter[str]


class Clock:
    """A clock at random: it stands still for a while, and now and then somebody sets it back."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(f"clock {seed}")
        self._time = _BEGIN

    def now(self, _zone: object = None) -> datetime:
        """The time."""
        seconds = self._chance.choice((0, 0, 0, 0, 1, 1, 40)) if self._chance.random() < 0.995 else -7200
        self._time += timedelta(seconds=seconds)
        return self._time

    fromisoformat = staticmethod(datetime.fromisoformat)


class Interleaving:
    """Three people, and a folder that loses things."""

    def __init__(self, seed: int, stores: dict[str, Store], *, authorises: bool = False) -> None:
        self.covers = bool(seed % 2)
        self.chance = random.Random(seed)
        self.stores = stores
        self.people = {
            name: Person(store, random.Random(f"{seed}{name}"), authorises=authorises)
            for name, store in stores.items()
        }
        self.folder: Folder = {}
        self.counts: Counter[str] = Counter()

    def run(self, steps: int) -> Ended:
        """Work and sync in any order, then sync until nothing is new."""
        for person in self.people.values():
            person.add()
        for _ in range(steps):
            name = self.chance.choice(PEOPLE)
            if self.chance.random() < 0.75:
                self.people[name].act()
            else:
                self._sync(name)
        self._settle()
        self.counts["still moving"] += 0
        return Ended(list(self._differences()), list(self._faults()), self._counted())

    def _sync(self, name: str) -> None:
        dots = sorted(self.folder)
        way = self.chance.choice(("all", "lost", "some", "reordered", "doubled"))
        if way == "lost" and dots:
            del self.folder[self.chance.choice(dots)]
        if way == "some":
            dots = [dot for dot in dots if self.chance.random() < 0.6]
        if way == "reordered":
            self.chance.shuffle(dots)
        self.counts[f"syncs, segments {way}"] += 1
        sync(self.stores[name], self.folder, only=dots, again=way == "doubled", covers=self.covers)

    def _settle(self) -> None:
        for _ in range(12):
            before = set(self.folder)
            done = [sync(store, self.folder, covers=self.covers) for store in self.stores.values()]
            if before == set(self.folder) and not any(one.came or one.changed or one.went for one in done):
                return
        self.counts["still moving"] += 1

    def _differences(self) -> Any:
        first, *others = (picture(store) for store in self.stores.values())
        hidden = set[tuple[str, str, str]]().union(*map(covered, self.stores.values())) if self.covers else ()
        for name, other in zip(PEOPLE[1:], others, strict=True):
            for thing in sorted(set(first) | set(other)):
                ours, theirs = first.get(thing), other.get(thing)
                if (*thing, "") in hidden:
                    continue
                if ours is None or theirs is None:
                    if ours != theirs:
                        yield f"{thing}: only in the library of {PEOPLE[0] if ours else name}"
                    continue
                for said in sorted(set(ours) | set(theirs)):
                    if ours.get(said) != theirs.get(said) and (*thing, said) not in hidden:
                        yield f"{thing} {said}: anna {ours.get(said)}, {name} {theirs.get(said)}"
        told = [
            [one for one in conflicts(store) if one[:3] not in hidden and (*one[:2], "") not in hidden]
            for store in self.stores.values()
        ]
        steps = [authorised(store) for store in self.stores.values()]
        if not self.covers and steps.count(steps[0]) != len(steps):
            yield f"steps of authorisations: {steps}"
        if self.counts["still moving"]:
            yield "they go on writing to each other"
        if told.count(told[0]) != len(told):
            yield f"conflicts: {told}"

    def _faults(self) -> Any:
        for name, store in self.stores.items():
            yield from (f"{name}: {symptom.what}" for symptom in store.doctor() if symptom.serious)
            yield from (f"{name}: {problem}" for problem in store.verify())

    def _counted(self) -> Counter[str]:
        for person in self.people.values():
            self.counts["acts of people"] += sum(person.did.values()) - person.did["refused"]
        self.counts["segments"] = len(self.folder)
        self.counts["things in step"] = len(picture(self.stores[PEOPLE[0]]))
        self.counts["conflicts kept"] = len(conflicts(self.stores[PEOPLE[0]]))
        return self.counts


def interleaved(seed: int, folder: Path, steps: int = 40, *, authorises: bool = False) -> Ended:
    """One interleaving, in libraries in `folder`."""
    empty = folder / "empty.db"
    if not empty.exists():
        Store(empty).close()
    with ExitStack() as opened:
        stores = {}
        for place, name in enumerate(PEOPLE):
            path = folder / f"{seed}-{name}.db"
            shutil.copy(empty, path)
            stores[name] = opened.enter_context(Store(path, actor=name))
            join(
                stores[name], f"{place:016x}"
            )  # no name: those of people are covered where they are forgotten
        chance, clock = random.Random(seed).randbytes, Clock(seed)
        with patch("reader.store.steps.urandom", chance), patch("reader.store.steps.datetime", clock):
            ended = Interleaving(seed, stores, authorises=authorises).run(steps)
    if not ended.differences and not ended.faults:
        for path in folder.glob(f"{seed}-*"):
            path.unlink()
    return ended


def main() -> int:
    """Run them and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    parser.add_argument("--authorise", action="store_true", help="quotes are authorised too")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    wrong = 0
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.runs):
            try:
                ended = interleaved(seed, Path(folder), options.steps, authorises=options.authorise)
            except Exception as error:  # told with its seed, as a difference is
                ended = Ended([], [f"{type(error).__name__}: {error}"], Counter())
            total.update(ended.counts)
            if ended.differences or ended.faults:
                wrong += 1
                print(f"seed {seed}:", *(ended.differences + ended.faults)[:3], sep="\n  ", flush=True)
    print(f"| {'interleavings of three libraries':40} | {options.runs:>10,} |\n|{'-' * 42}|{'-' * 11}:|")
    for name, count in sorted(total.items()):
        print(f"| {name:40} | {count:>10,} |")
    print(f"| {'ended equal and without fault':40} | {options.runs - wrong:>10,} |")
    print(f"{time.monotonic() - begin:.0f} s")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
