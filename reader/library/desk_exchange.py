"""The exchange with a shared folder: what others wrote comes in, what is new here goes out."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.i18n import _
from reader.library.following import place
from reader.store import Store
from reader.store.syncing.desk import Desk, Staged, alone, found_at, withdraw
from reader.store.syncing.registers import Dot
from reader.store.syncing.segments import NewerError, NotWholeError, Segment, StrayError
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
    put_back: int = 0
    """Segments of this library that were missing or damaged in the folder."""
    renamed: bool = False
    """Whether this library was found to be a copy of another one, and got a name of its own."""
    dry: bool = False
    forgotten: int = 0
    """Sources that somebody else had forgotten, and that were forgotten here too."""


def exchange(
    store: Store, desk: Desk, with_protected: bool | None, report: Report, *, takes: bool = True
) -> None:
    """Take in what others wrote, where it `takes`, and put what is new here in its place."""
    from reader.library.sync_cover import SyncCover  # the formats, which cover

    session, staged = store.syncing, list[Staged]()
    with alone(store.path):
        try:
            with session.step():
                goes = session.joined(desk, with_protected)
                report.renamed, report.put_back = session.renamed, session.put_back
                report.strangers += session.strays if desk.can_read else []
                cover = None if goes else partial(SyncCover, store)
                segments = _segments(session, desk, report) if takes else ()
                report.synced = session.run(segments, place, cover, None if report.dry else staged)
                report.waiting += _missing(session, desk, report.strangers) if takes else ()
                if report.dry:
                    raise _DryRunEnd
        except BaseException as error:
            _discard(staged)
            if not isinstance(error, _DryRunEnd):
                raise
        else:
            for one in staged:
                desk.put(one)


def rewrite(store: Store) -> list[str]:
    """Write the segments of this library anew, after somebody was forgotten; says what could not be done."""
    known = store.syncing.membership()
    if known is None:
        return []
    try:
        if known.desk not in found_at(known.folder):
            raise StoreError(_("The desk is not in {folder}.").format(folder=known.folder))
        desk = Desk(known.folder, known.desk, known.recipient)
        exchange(store, desk, None, Report(Synced()), takes=False)
    except StoreError as error:
        return [
            _("{message} The segments of this library there name them until the next `reader sync`.").format(
                message=error.message
            )
        ]
    return []


class _DryRunEnd(Exception):  # noqa: N818  # no error
    """Takes back what was done to see what would be."""


def _discard(staged: list[Staged]) -> None:
    for one in staged:
        withdraw(one.passing)


def _segments(session: "Session", desk: Desk, report: Report) -> Iterator[Segment]:
    """The segments that were not taken in, those that are whole."""
    for library, numbers in desk.numbers().items():
        for number in numbers:
            dot = Dot(library, number)
            if library == session.library or session.is_taken(dot):
                continue
            try:
                segment = desk.read(dot)
            except StrayError:
                report.strangers.append(desk.path(dot))
            except NotWholeError as error:
                report.waiting.append(
                    _("Segment {number} of {library}: {error}, and is waited for.").format(
                        number=number, library=_owner(session, library), error=error
                    )
                )
            except NewerError as error:
                report.newer.append(
                    _("Segment {number} of {library}: {error}.").format(
                        number=number, library=_owner(session, library), error=error
                    )
                )
            else:
                yield segment


def _missing(session: "Session", desk: Desk, strangers: Collection[Path]) -> Iterator[str]:
    """Segments before the last one of each library that was taken in, which are nowhere."""
    for library, numbers in desk.numbers().items():
        if library == session.library:
            continue
        taken = session.taken(library)
        # a stray file may bear any number: how far a library is, only segments that were read tell
        there = {number for number in numbers if desk.path(Dot(library, number)) not in strangers}
        missing = sorted({*range(1, max(taken, default=0))}.difference(taken, there))
        for first, last in _stretches(missing):
            owner = _owner(session, library)
            if first == last:
                yield _("Segment {first} of {library} is missing: their next sync puts it back.").format(
                    first=first, library=owner
                )
            else:
                yield _(
                    "Segments {first} to {last} of {library} are missing: their next sync puts them back."
                ).format(first=first, last=last, library=owner)


def _stretches(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Numbers in a row, each as its first and its last."""
    for _gap, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        row = [number for _place, number in group]
        yield row[0], row[-1]


def _owner(session: "Session", library: str) -> str:
    who = session.who(library)
    return _("{name}’s library").format(name=who) if who else _("the library {name}").format(name=library)
