"""Keep a library in step with others through a shared folder."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.library.following import place
from reader.store import Store
from reader.store.encryption import Keys
from reader.store.syncing.desk import Desk, Staged, alone, begin, found_at, open_at
from reader.store.syncing.registers import Dot
from reader.store.syncing.segments import NewerError, NotWholeError, Segment
from reader.store.syncing.syncing import Synced

if TYPE_CHECKING:
    from reader.store.syncing.session import Session


@dataclass(slots=True)
class Report:
    """What a sync did, and what it could not."""

    synced: Synced
    waiting: list[str] = field(default_factory=list)
    """Segments that are not whole yet or are missing, a sentence each."""
    newer: list[str] = field(default_factory=list)
    strangers: list[Path] = field(default_factory=list)
    """Files in the folder that are not of the desk."""
    renamed: bool = False
    """Whether this library was found to be a copy of another one, and got a name of its own."""
    dry: bool = False
    forgotten: int = 0
    """Sources that somebody else had forgotten, and that were forgotten here too."""


def folder_of(store: Store, folder: str | None) -> Path:
    """The folder that is meant: the one named, else the one remembered. Raises StoreError."""
    known = store.syncing.membership()
    if folder:
        return Path(folder).expanduser().absolute()
    if known is None:
        raise StoreError("Name the shared folder the first time: reader sync FOLDER.")
    return known.folder


def is_new(folder: Path) -> bool:
    """Whether no desk was begun in a folder yet. Raises StoreError where there is no folder."""
    return not found_at(folder)


def opened(store: Store, folder: Path, keys: Keys) -> Desk:
    """The desk in a folder, begun where there is none. Raises StoreError."""
    known = store.syncing.membership()
    names = found_at(folder)
    if len(names) > 1:
        raise StoreError(
            f"Two desks were begun in {folder} at the same time: keep the one of desk-*.age that the others "
            "use, and take the other away."
        )
    if known is not None and names and names[0] != known.desk:
        raise StoreError(
            f"This library is in step with another desk ({known.folder}): `reader sync --leave` first."
        )
    if known is not None and not names:
        raise StoreError(
            f"The key of the desk is not in {folder}: wait until the folder is copied whole, or "
            "`reader sync --leave` and begin a new desk."
        )
    return open_at(folder, names[0], keys) if names else begin(folder, keys)


def sync(store: Store, desk: Desk, *, with_protected: bool | None = None, dry: bool = False) -> Report:
    """Take in what others wrote, and write what is new here; a step of the journal that undo passes over.

    `with_protected` says from now on whether covered names go along; None leaves that as it is.
    """
    report = Report(Synced(), dry=dry, strangers=desk.strangers())
    _exchange(store, desk, with_protected, report)
    if report.synced.forgotten and not dry:
        report.forgotten = _forget(store, report.synced.forgotten)
        report.waiting += rewrite(store)
    return report


def _exchange(
    store: Store, desk: Desk, with_protected: bool | None, report: Report, *, takes: bool = True
) -> None:
    """Take in what others wrote, where it `takes`, and put what is new here in its place."""
    from reader.library.sync_cover import SyncCover  # the formats, which cover

    session, staged = store.syncing, list[Staged]()
    with alone(store.path):
        try:
            with session.step():
                goes = session.joined(desk, with_protected)
                report.renamed = session.renamed
                cover = None if goes else SyncCover(store)
                segments = _segments(session, desk, report) if takes else ()
                report.synced = session.run(segments, place, cover, staged)
                report.waiting += _missing(session, desk) if takes else ()
                if report.dry:
                    raise _DryRunEnd
        except BaseException as error:
            _discard(staged)
            if not isinstance(error, _DryRunEnd):
                raise
        else:
            for one in staged:
                desk.put(one)


def _forget(store: Store, sources: list[int]) -> int:
    """Forget those whom somebody else at the desk had forgotten; how many there were."""
    from reader import config  # rare
    from reader.library.forgetting import forget, person, plan

    settings = config.load()
    known = {one.id: one for one in store.sources.all()}
    for number in sources:
        who = person(store, known[number])
        forget(store, settings, who, plan(store, settings, who), cover_notes=True)
    return len(sources)


def rewrite(store: Store) -> list[str]:
    """Write the segments of this library anew, after somebody was forgotten; says what could not be done."""
    known = store.syncing.membership()
    if known is None:
        return []
    try:
        if known.desk not in found_at(known.folder):
            raise StoreError(f"The desk is not in {known.folder}.")
        desk = Desk(known.folder, known.desk, known.recipient)
        _exchange(store, desk, None, Report(Synced()), takes=False)
    except StoreError as error:
        return [f"{error.message} The segments of this library there name them until the next `reader sync`."]
    return []


class _DryRunEnd(Exception):  # noqa: N818  # no error
    """Takes back what was done to see what would be."""


def _discard(staged: list[Staged]) -> None:
    for one in staged:
        one.passing.unlink(missing_ok=True)


def _segments(session: "Session", desk: Desk, report: Report) -> Iterator[Segment]:
    """The segments that were not taken in, those that are whole."""
    for library, numbers in desk.numbers().items():
        for number in numbers:
            dot = Dot(library, number)
            if library == session.library or session.is_taken(dot):
                continue
            try:
                segment = desk.read(dot)
            except NotWholeError as error:
                report.waiting.append(
                    f"Segment {number} of {_owner(session, library)}: {error}, and is waited for."
                )
            except NewerError as error:
                report.newer.append(f"Segment {number} of {_owner(session, library)}: {error}.")
            else:
                yield segment


def _missing(session: "Session", desk: Desk) -> Iterator[str]:
    """Segments before the last one of each library that are nowhere."""
    for library, numbers in desk.numbers().items():
        there = set(numbers)
        for number in range(1, max(numbers, default=0)):
            if (
                library != session.library
                and number not in there
                and not session.is_taken(Dot(library, number))
            ):
                owner = _owner(session, library)
                yield f"Segment {number} of {owner} is missing: their next sync puts it back."


def _owner(session: "Session", library: str) -> str:
    who = session.who(library)
    return f"{who}’s library" if who else f"the library {library}"
