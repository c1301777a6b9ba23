"""Find the quotes of an archive: all parts that are not done yet, by processes here or on a cluster."""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from reader.i18n import _, ngettext, number
from reader.library.archives.folder import ArchiveFolder
from reader.library.archives.places import place_of, told_plainly
from reader.library.archives.planning import Plan, plan_for
from reader.library.archives.work import Job, Part
from reader.library.archives.workers import Again, Event, Underway, Unread, Whole, in_processes


@dataclass(frozen=True, slots=True)
class ArchiveProgress:
    """How far a run is."""

    articles: int = 0
    """Looked through in this run, in parts that are done."""
    quotes: int = 0
    failed: int = 0
    """Rows that gave no article."""
    underway: int = 0
    """Articles of parts that are not done yet."""
    parts: int = 0
    all_parts: int = 0
    left: int = 0
    """Articles that are still to come, as far as one can tell."""
    message: str = ""
    """What else there is to say, as a sentence."""
    unread: tuple[str, ...] = ()
    """Why parts or files could not be read at all; the next run tries them again."""

    @property
    def rows(self) -> int:
        """Rows that were looked through."""
        return self.articles + self.failed + self.underway


@dataclass(frozen=True, slots=True)
class Means:
    """What does the work."""

    jobs: int = 0
    """Processes of this machine; 0 for one per core."""
    scheduler: str = ""
    """Address of the scheduler of a Dask cluster; "" for this machine."""


def detect_archive(inputs: Sequence[str], job: Job, means: Means) -> Iterator[ArchiveProgress]:
    """Find the quotes of all articles at `inputs` that are not in the archive yet.

    Ended early, by an exception or by closing the generator, it keeps every part that is done.
    """
    folder = ArchiveFolder(place_of(job.out))
    # other machines, and processes in other folders, must find the same place
    job = replace(job, out=folder.place.address)
    with told_plainly(_("Writing to {address}").format(address=folder.place.address), folder.place):
        said = folder.begin(job)
        with _at_work(folder):
            folder.sweep(folder.done_keys())
            plan = plan_for(inputs, job, folder, said)
            yield from _told(plan)
            yield from _run(plan, job, means, folder)


@contextmanager
def _at_work(folder: ArchiveFolder) -> Iterator[None]:
    folder.lock()
    try:
        yield
    finally:
        folder.sweep(folder.done_keys())  # what processes left that were stopped in the midst of a file
        folder.unlock()


def _told(plan: Plan) -> Iterator[ArchiveProgress]:
    """What a person should know before the work begins."""
    for address in plan.changed:
        message = _("{address} has changed since it was read: its articles are looked through again.").format(
            address=address
        )
        yield ArchiveProgress(message=message)
    if plan.done_articles:
        yield ArchiveProgress(message=_told_done(plan))
    if plan.other_detectors:
        message = _(
            "Articles that are done were looked through by another detector ({detectors}): a new folder for "
            "the archive would have all by the present one."
        )
        yield ArchiveProgress(message=message.format(detectors=", ".join(plan.other_detectors)))
    for sentence in plan.unreadable:
        yield ArchiveProgress(message=sentence)


def _told_done(plan: Plan) -> str:
    if plan.parts:
        told = ngettext(
            "{count} article is done already.", "{count} articles are done already.", plan.done_articles
        )
    else:
        told = ngettext(
            "{count} article is done already, which is all there is.",
            "{count} articles are done already, which is all there is.",
            plan.done_articles,
        )
    return told.format(count=number(plan.done_articles))


def _run(plan: Plan, job: Job, means: Means, folder: ArchiveFolder) -> Iterator[ArchiveProgress]:
    now = ArchiveProgress(
        all_parts=len(plan.parts), left=round(plan.articles * plan.share), unread=plan.unreadable
    )
    expected = 0
    with closing(_events(plan.parts, job, means)) as events:
        for event in events:
            if isinstance(event, Whole):
                folder.note_done(event.part, event.done)
                expected += event.part.articles
            now = _after(now, event, plan, expected)
            yield now
            now = replace(now, message="")
    yield replace(now, underway=0, left=0)


def _after(now: ArchiveProgress, event: Event, plan: Plan, expected: int) -> ArchiveProgress:
    """How far the run is after an event; `expected` is what the parts that are done were taken to hold."""
    match event:
        case Underway(articles=articles):
            now = replace(now, underway=articles)
        case Whole(done=done):
            now = replace(
                now,
                articles=now.articles + done.articles,
                quotes=now.quotes + done.quotes,
                failed=now.failed + done.failed,
                parts=now.parts + 1,
            )
        case Again(part=part):
            now = replace(
                now,
                message=_("A process ended at {place}: that part is done again.").format(place=_named(part)),
            )
        case Unread(part=part, reason=reason):
            told = _("{place} could not be looked through ({reason}): run the command again.")
            told = told.format(place=_named(part), reason=reason.rstrip("."))
            now = replace(now, message=told, unread=(*now.unread, told))
    looked_through = now.articles + now.failed
    share = looked_through / expected if expected else plan.share
    return replace(now, left=max(0, round((plan.articles - expected) * share) - now.underway))


def _named(part: Part) -> str:
    first = part.stretches[0]
    others = len(part.stretches) - 1
    told = _("{address} from {start} on")
    if others:
        told = _("{address} from {start} on and {count} more")
    return told.format(address=first.address, start=number(first.start), count=number(others))


def _events(parts: Iterable[Part], job: Job, means: Means) -> Generator[Event, None, None]:
    if means.scheduler:
        from reader.library.archives.cluster import on_a_cluster  # distributed: 340 ms, for clusters alone

        return on_a_cluster(parts, job, means.scheduler)
    return in_processes(parts, job, means.jobs or os.cpu_count() or 1)
