"""Which desk a library is in step with, and under which name."""

from dataclasses import dataclass, replace
from pathlib import Path

from reader.store.connection import Connection
from reader.store.steps import now
from reader.store.syncing.moments import Moments
from reader.store.syncing.registers import Dot, Write
from reader.store.syncing.things import Thing, Things
from reader.store.syncing.watching import unwatch

_TABLES = ("sync_desk", "sync_segments", "sync_things", "sync_changed", "sync_conflicts")


@dataclass(frozen=True, slots=True)
class Membership:
    """A library's place at a desk."""

    library: str
    folder: Path
    desk: str
    recipient: str
    """The public key that segments are encrypted to."""
    with_protected: bool
    """Whether names that are covered go along."""
    synced: str
    """When the last sync was; "" before the first."""


def membership(db: Connection) -> Membership | None:
    """The desk of a library, None where it has none."""
    row = db.first("SELECT * FROM sync_desk")
    if row is None:
        return None
    return Membership(
        row["library"],
        Path(row["folder"]),
        row["desk"],
        row["recipient"],
        bool(row["with_protected"]),
        row["synced"],
    )


def join(db: Connection, library: str, folder: Path, desk: str, recipient: str) -> None:
    """Take part in a desk."""
    sql = "INSERT INTO sync_desk (id, library, folder, desk, recipient) VALUES (1, ?, ?, ?, ?)"
    db.run(sql, (library, str(folder), desk, recipient))


def remember(db: Connection, folder: Path, *, with_protected: bool) -> None:
    """Note where the folder is now, that a sync was, and what goes along."""
    sql = "UPDATE sync_desk SET folder = ?, with_protected = ?, synced = ?"
    db.run(sql, (str(folder), int(with_protected), now()))


def leave(db: Connection) -> None:
    """Take part in no desk any more; what came in stays."""
    unwatch(db)
    for table in _TABLES:
        db.run(f"DELETE FROM {table}")


def note_digest(db: Connection, dot: Dot, digest: str) -> None:
    """Note what the file of a segment of ours is like."""
    db.run("UPDATE sync_segments SET digest = ? WHERE library = ? AND number = ?", (digest, *dot))


def rename(db: Connection, things: Things, moments: Moments, library: str, taken: set[int]) -> None:
    """Have a library another name from now on, since a copy of it goes by the old one.

    `taken` are numbers that the copy has used too for something else: what this library wrote under them it
    wrote under its new name.
    """
    old = str(db.value("SELECT library FROM sync_desk"))
    numbers = {number: place for place, number in enumerate(sorted(taken), 1)}
    for number, place in numbers.items():
        moments.hear(Dot(library, place), moments[Dot(old, number)], is_taken=True)
        db.run(
            "UPDATE sync_segments SET is_taken = 0, digest = '' WHERE library = ? AND number = ?",
            (old, number),
        )
    places = {Dot(old, number): Dot(library, place) for number, place in numbers.items()}
    for thing in things.all() if places else ():
        if not places.keys().isdisjoint(thing.dots()):
            _rewrite(thing, places)
            things.keep(thing)
    db.run("UPDATE sync_desk SET library = ?", (library,))


def _rewrite(thing: Thing, places: dict[Dot, Dot]) -> None:
    def moved(register: tuple[Write, ...]) -> tuple[Write, ...]:
        written = (replace(one, dot=places.get(one.dot, one.dot)) for one in register)
        return tuple(sorted(written, key=lambda one: one.dot))

    thing.fields = {name: moved(register) for name, register in thing.fields.items()}
    thing.removals = moved(thing.removals)
