"""Parts looked through by processes of this machine, each part given to one of them at a time.

A process that ends early (killed, out of memory) costs only the part that it was at, which is done again; a
row over which that happens twice is set apart. A pool of Python's own breaks as a whole where one ends.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.archives.work import Job, Part, PartDone
from reader.library.processes import begin_helping, start_tracker, undisturbed

_LOOK = 0.5
"""Seconds between two looks at how far each is."""
_NOWHERE = -1
"""The row of a process that has not come to one yet."""
_MOST_ENDS = 20
"""How often processes may end over one part before it is left out."""
ENDED_AGAIN = _("the processes that read it ended again and again")
"""Why such a part is left out."""


@dataclass(frozen=True, slots=True)
class Underway:
    """How far the parts are that are being done."""

    articles: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A part that could not be done, and why; it is done by the next run."""

    part: Part
    reason: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A part that is done."""

    part: Part
    done: PartDone


@dataclass(frozen=True, slots=True)
class Again:
    """A part that is done again, since the process that was at it ended."""

    part: Part


Event = Underway | Unread | Whole | Again


@dataclass(slots=True)
class _Worker:
    """A process, what it is at, and how far."""

    process: BaseProcess
    pipe: Connection
    at: Any
    """Shared with it: the number of the row, counted from 0."""
    part: Part | None = None


class _Team:
    """The processes at work, and what is yet to be done."""

    def __init__(self, parts: Iterable[Part], job: Job, size: int) -> None:
        from multiprocessing import get_context  # 20 ms, for archives and many locations

        # fork would copy threads that other libraries have begun
        self._context = get_context("spawn")
        self._job = job
        self._parts = iter(parts)
        self._again: deque[Part] = deque()
        self._ends: dict[str, list[int]] = {}
        self._workers: list[_Worker] = []
        self._size = size

    def run(self) -> Generator[Event, None, None]:
        """Give every part to a process, and tell what comes of it."""
        start_tracker()
        # numpy's own threads only wait for each other on matrices so small
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        try:
            while self._hand_out():
                waits = [worker.pipe for worker in self._workers if worker.part]
                for pipe in wait(waits, _LOOK):
                    yield self._heard(next(worker for worker in self._workers if worker.pipe is pipe))
                yield Underway(sum(max(worker.at.value, 0) for worker in self._workers if worker.part))
        finally:
            self._end()

    def _hand_out(self) -> bool:
        """Give parts to those who have none; whether anybody is at work."""
        while (idle := self._idle()) is not None and (part := self._next_part()) is not None:
            idle.part, idle.at.value = part, _NOWHERE
            with undisturbed(), suppress(OSError):  # of one that has ended meanwhile, which is heard below
                idle.pipe.send(part)
        return any(worker.part for worker in self._workers)

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if worker.part is None:
                return worker
        return self._begun() if len(self._workers) < self._size else None

    def _next_part(self) -> Part | None:
        return self._again.popleft() if self._again else next(self._parts, None)

    def _begun(self) -> _Worker:
        with undisturbed():
            ours, theirs = self._context.Pipe()
            at = self._context.Value("q", _NOWHERE, lock=False)
            process = self._context.Process(target=_work, args=(theirs, self._job, at), daemon=True)
            process.start()
            theirs.close()
        worker = _Worker(process, ours, at)
        self._workers.append(worker)
        return worker

    def _heard(self, worker: _Worker) -> Event:
        part = worker.part
        assert part is not None
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            return self._ended(worker, part)
        worker.part = None
        return Whole(part, answer) if isinstance(answer, PartDone) else Unread(part, answer)

    def _ended(self, worker: _Worker, part: Part) -> Event:
        """What is done about a process that is gone: its part again, without a row that ends each."""
        self._workers.remove(worker)
        worker.process.join()
        worker.pipe.close()
        row = int(worker.at.value)
        ends = self._ends.setdefault(part.key, [])
        ends.append(row)
        if len(ends) > _MOST_ENDS:
            return Unread(part, ENDED_AGAIN)
        if row != _NOWHERE and ends.count(row) > 1:
            part = replace(part, skipped=(*part.skipped, row))
        self._again.append(part)
        return Again(part)

    def _end(self) -> None:
        with undisturbed():
            for worker in self._workers:
                worker.pipe.close()
                worker.process.terminate()
            for worker in self._workers:
                worker.process.join()


def in_processes(parts: Iterable[Part], job: Job, size: int) -> Generator[Event, None, None]:
    """Look through parts with so many processes; closed early, what they are at is dropped."""
    return _Team(parts, job, size).run()


def _work(pipe: Connection, job: Job, at: Any) -> None:
    """What a process does: parts, until nobody asks for more."""
    begin_helping()
    from reader.library.archives.working import look_through  # the detector, here and not in the parent

    def tell(number: int) -> None:
        at.value = number

    while True:
        try:
            part = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(look_through(part, job, tell))
        except ReaderError as error:
            pipe.send(error.message)
        except Exception as error:  # a disk that is full, a server that does not answer: others go on
            pipe.send(" ".join(f"{type(error).__name__}: {error}".split()))
