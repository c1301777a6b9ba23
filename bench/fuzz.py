"""Whether any input makes reader crash, hang or fill the memory: good inputs of 19 kinds, damaged at random.

    python -m bench.fuzz                              200 inputs of each kind: half a minute
    python -m bench.fuzz --inputs 20000               380,000 inputs on all cores: about an hour
    python -m bench.fuzz --only docx,eml --keep /tmp/found
    python -m bench.fuzz --only docx --number 4711    one input again, with its traceback

A crash is every exception but a refusal in a sentence, and a process that dies. An input may take 5 seconds
of CPU and 1 GB of memory above what the process has at the beginning. The same seed gives the same inputs.
"""

import argparse
import os
import random
import resource
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

from bench.fuzz_kinds import KINDS, Kind, RefusedError, isolate
from bench.mutations import mutated

SECONDS = 5.0
"""Of CPU, for one input."""
MEMORY = 1_000_000_000
"""Bytes for one input, above those that the process has at the beginning."""
PATIENCE = 60.0
"""Seconds by the clock after which a process that says nothing is killed: C code cannot be interrupted."""
TELLING = 60.0
"""Seconds between two lines that say how far it is."""
SLICE = 100
"""Inputs that a process is given at once."""
TROUBLES = ("crash", "over time", "over memory")

Slice = tuple[int, int, int]
"""Number of the kind, of the first input and of that after the last."""


class _TooLongError(BaseException):
    """Raised by the timer; no `except Exception` swallows it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """An input that did not end as it should."""

    kind: int
    number: int
    what: str
    """One of TROUBLES."""
    where: str = ""
    """The exception and the place in reader that it came from."""


@dataclass(frozen=True, slots=True)
class Done:
    """A slice that was tried out."""

    kind: int
    inputs: int
    read: int
    """Inputs that were read; the others were refused."""
    seconds: float
    """Of CPU."""


@dataclass(slots=True)
class Worker:
    """A process that tries inputs, and what it was given last."""

    process: BaseProcess
    connection: Connection
    given: Slice | None = None
    at: int = 0
    """The input it works on."""
    heard: float = field(default_factory=time.monotonic)


def input_of(kind: Kind, seed: int, number: int) -> bytes:
    """The damaged input of that number."""
    chance = random.Random(f"{seed} {kind.name} {number}")
    return mutated(kind.seeds, chance, kind.form)


def try_out(kind: Kind, data: bytes) -> tuple[str, str]:
    """ "read" or "refused", or what trouble the input makes and where."""
    began = time.process_time()
    what, where = "read", ""
    try:
        signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        kind.read(data)
    except RefusedError:
        what = "refused"
    except _TooLongError as error:
        what, where = "over time", _place(error)
    except MemoryError as error:
        what, where = "over memory", _place(error)
    except BaseException as error:  # SystemExit and the like are crashes too
        what, where = "crash", _place(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if what not in TROUBLES and time.process_time() - began > SECONDS:
        what = "over time"
    return what, where


def _place(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "reader" in frame.filename]
    last = frames[-1] if frames else None
    place = f" at {Path(last.filename).name}:{last.lineno}" if last else ""
    return f"{type(error).__name__}: {str(error)[:80]!r}{place}"


def work(connection: Connection, seed: int) -> None:
    """Try the slices that come in; say of each input that it begins, and of troubles what they are."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        _prepare()
        connection.send("ready")
        while (given := connection.recv()) is not None:
            connection.send(_slice_done(connection, given, seed))


def _slice_done(connection: Connection, given: Slice, seed: int) -> Done:
    kind, first, end = given
    began, read = time.process_time(), 0
    for number in range(first, end):
        connection.send(number)
        what, where = try_out(KINDS[kind], input_of(KINDS[kind], seed, number))
        read += what == "read"
        if what in TROUBLES:
            connection.send(Trouble(kind, number, what, where))
    return Done(kind, end - first, read, time.process_time() - began)


def _prepare() -> None:
    """Read the good inputs of each kind, so that all is imported; set the limits above what that took."""
    isolate()
    for kind in KINDS:
        for seed in kind.seeds:
            with suppress(RefusedError):  # JSON feeds are not read
                kind.read(seed)
    with suppress(OSError):  # only Linux tells it there
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _TooLongError


def run(slices: list[Slice], seed: int, jobs: int) -> Iterator[Trouble | Done]:
    """Have `jobs` processes try all slices: every trouble, and what every slice came to."""
    workers = [_started(seed) for _ in range(min(jobs, len(slices)))]
    for worker in workers:
        _give(worker, slices)
    while any(worker.given for worker in workers):
        ready = wait([worker.connection for worker in workers if worker.given], timeout=1)
        for place, worker in enumerate(workers):
            if not worker.given:
                continue
            if worker.connection in ready:
                yield from _heard(worker, slices)
            if not worker.process.is_alive() or time.monotonic() - worker.heard > PATIENCE:
                yield from _lost(worker, slices)
                workers[place] = _started(seed)
                _give(workers[place], slices)
    for worker in workers:
        worker.connection.send(None)
        worker.process.join()


def _started(seed: int) -> Worker:
    context = get_context("spawn")
    own, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, seed), daemon=True)
    process.start()
    theirs.close()
    try:
        own.recv()
    except EOFError:
        raise SystemExit("A process did not start: see its traceback.") from None
    return Worker(process, own)


def _give(worker: Worker, slices: list[Slice]) -> None:
    worker.given = slices.pop() if slices else None
    worker.heard = time.monotonic()
    if worker.given:
        worker.at = worker.given[1]
        worker.connection.send(worker.given)


def _heard(worker: Worker, slices: list[Slice]) -> Iterator[Trouble | Done]:
    """What a process has to say; one whose slice is done gets the next."""
    with suppress(EOFError, OSError):  # it died
        while worker.given and worker.connection.poll():
            message = worker.connection.recv()
            worker.heard = time.monotonic()
            if isinstance(message, Trouble):
                yield message
            elif isinstance(message, Done):
                yield message
                _give(worker, slices)
            else:
                worker.at = message


def _lost(worker: Worker, slices: list[Slice]) -> Iterator[Trouble]:
    """The trouble of a process that died, or had to be killed; what it had left goes to another."""
    yield from (message for message in _heard(worker, slices) if isinstance(message, Trouble))
    assert worker.given
    kind, _, end = worker.given
    is_dead = not worker.process.is_alive()
    worker.process.kill()
    worker.process.join()
    code = worker.process.exitcode
    yield Trouble(kind, worker.at, "crash" if is_dead else "over time", f"the process ended with {code}")
    slices.append((kind, worker.at + 1, end))


@dataclass(slots=True)
class Found:
    """What came of all slices."""

    done: list[Done] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def _slices(names: list[str], inputs: int) -> list[Slice]:
    """All slices, those of one kind together, so that the last ones are done by all processes."""
    chosen = [number for number, kind in enumerate(KINDS) if kind.name in names]
    return [
        (number, first, min(first + SLICE, inputs))
        for number in reversed(chosen)
        for first in reversed(range(0, inputs, SLICE))
    ]


def fuzz(names: list[str], inputs: int, seed: int, jobs: int, keep: Path | None) -> Found:
    """Try out, telling of each trouble; all that was found."""
    found, told = Found(), time.monotonic()
    for event in run(_slices(names, inputs), seed, jobs):
        if isinstance(event, Trouble):
            found.troubles.append(event)
            _keep(event, seed, keep)
        else:
            found.done.append(event)
        if time.monotonic() - told > TELLING:
            told = time.monotonic()
            done = sum(one.inputs for one in found.done)
            print(f"{done} of {inputs * len(names)}, now {KINDS[event.kind].name}", flush=True)
    return found


def _keep(trouble: Trouble, seed: int, folder: Path | None) -> None:
    kind = KINDS[trouble.kind]
    print(f"{kind.name} {trouble.number}: {trouble.what}, {trouble.where}", flush=True)
    if folder is not None:
        place = folder / kind.name.replace(" ", "-")
        place.mkdir(parents=True, exist_ok=True)
        name = f"{trouble.number}-{trouble.what.replace(' ', '-')}.bin"
        (place / name).write_bytes(input_of(kind, seed, trouble.number))


def _table(names: list[str], found: Found) -> str:
    heads = ("inputs", "read", *TROUBLES, "a second")
    lines = [f"{'kind':<16}" + "".join(f"{head:>13}" for head in heads)]
    lines += [_row(name, *_of_kind(name, found)) for name in names]
    return "\n".join([*lines, _row("all", found.done, found.troubles)])


def _of_kind(name: str, found: Found) -> tuple[list[Done], list[Trouble]]:
    done = [one for one in found.done if KINDS[one.kind].name == name]
    return done, [one for one in found.troubles if KINDS[one.kind].name == name]


def _row(name: str, done: list[Done], troubles: list[Trouble]) -> str:
    inputs = sum(one.inputs for one in done)
    counts = Counter(trouble.what for trouble in troubles)
    rate = inputs / max(0.001, sum(one.seconds for one in done))
    cells = (inputs, sum(one.read for one in done), *(counts[what] for what in TROUBLES), round(rate))
    return f"{name:<16}" + "".join(f"{cell:>13}" for cell in cells)


def main() -> int:
    """Fuzz; 1 where there was trouble."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--inputs", type=int, default=200, help="of each kind")
    parser.add_argument("--only", default="", help="kinds, divided by commas")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="folder for inputs that make trouble")
    parser.add_argument("--number", type=int, help="try this one input of the kind, here")
    options = parser.parse_args()
    names = [kind.name for kind in KINDS if not options.only or kind.name in options.only.split(",")]
    if options.number is not None:
        return _one(names[0], options.seed, options.number)
    began = time.monotonic()
    found = fuzz(names, options.inputs, options.seed, options.jobs, options.keep)
    seconds = time.monotonic() - began
    print(_table(names, found))
    print(f"{options.inputs * len(names) / seconds:.0f} inputs a second, {seconds / 60:.1f} minutes")
    return 1 if found.troubles else 0


def _one(name: str, seed: int, number: int) -> int:
    """One input by itself, its traceback shown."""
    kind = next(kind for kind in KINDS if kind.name == name)
    with tempfile.TemporaryDirectory() as folder, suppress(RefusedError):
        os.chdir(folder)
        isolate()
        kind.read(input_of(kind, seed, number))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
