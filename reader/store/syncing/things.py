"""Who wrote which field of which thing, as a library keeps it beside its rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from json import JSONEncoder, loads
from typing import Any

from reader.store.connection import Connection
from reader.store.steps import AMONG, listed, new_uid
from reader.store.syncing.keys import Keys
from reader.store.syncing.kinds import BY_NAME, CALLED_BY_KEY
from reader.store.syncing.moments import Moments
from reader.store.syncing.registers import (
    Dot,
    Register,
    Vector,
    Write,
    is_gone,
    write_of,
    written,
    written_over,
)
from reader.store.syncing.shapes import Kind

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Thing:
    """One thing with the writes of its fields."""

    kind: Kind
    key: str
    row: int | None = None
    parent: str = ""
    """The key of what it belongs to."""
    fields: dict[str, Register] = field(default_factory=dict)
    removals: Register = ()
    digests: dict[str, str] = field(default_factory=dict)
    """What each field of the row says, of those that are not as nobody ever wrote them."""
    is_waiting: bool = False
    """Whether something that it needs is not here yet."""
    forgotten: int = 0
    """1 where somebody had it forgotten for good and that is to be said, 2 where it was."""
    stays_here: bool = False
    """Whether it never went out, since it names somebody who is covered or is off the record."""
    veil: str = ""
    """What was told of it, as a digest, where something in that was covered; "" where nothing was."""
    said_in: int = 0
    """The last segment of ours that says it again, and in which nothing of it was written."""
    is_lost: bool = False
    """Whether what stood in it went with its row, and others were not yet asked for it."""
    asked_in: int = 0
    """The segment of ours in which others were asked to say it again."""
    is_wanted: bool = False
    """Whether somebody asked for it: what comes in of it is said again."""
    gone: frozenset[str] = frozenset()
    """Of somebody who was forgotten: the marks of writes that were called by the name."""
    taken_off: list[str] = field(default_factory=list)
    """Fields whose writes were left out for that, and which the row still has."""

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from all other things."""
        return self.kind.name, self.key

    def part(self) -> None:
        """Have no row any more."""
        self.row, self.digests, self.is_lost = None, {}, True

    def drop_unsaid(self) -> None:
        """Keep no writes whose words went with the row: another row would be taken to say them."""
        said = {
            name: tuple(one for one in register if one.value is not None)
            for name, register in self.fields.items()
        }
        self.fields = {name: register for name, register in said.items() if register}

    def writes(self) -> Iterator[Write]:
        """All that stands in it."""
        for register in (*self.fields.values(), self.removals):
            yield from register

    def dots(self) -> Iterator[Dot]:
        """The segments in which something stands that holds of it."""
        return (write.dot for write in self.writes())


class Things:
    """The things of a library, read and kept."""

    def __init__(self, db: Connection, keys: Keys, moments: Moments) -> None:
        self._db = db
        self.keys = keys
        self.moments = moments
        self._read: dict[tuple[str, str], Thing] = {}

    def get(self, kind: str, key: str) -> Thing | None:
        """A thing by its key."""
        if (kind, key) in self._read:
            return self._read[kind, key]
        sql = "SELECT key, row_id, writes, is_waiting FROM sync_things WHERE kind = ? AND key = ?"
        row = self._db.one(sql, (kind, key))
        return self._of(kind, *row) if row else None

    def of_rows(self, kind: str, rows: Iterable[int]) -> dict[int, Thing]:
        """The things of rows, those that have one."""
        sql = f"""SELECT key, row_id, writes, is_waiting FROM sync_things
            WHERE kind = ? AND row_id {AMONG} AND row_id IS NOT NULL"""
        found = (self._of(kind, *row) for row in self._db.rows(sql, (kind, listed(rows))))
        return {thing.row: thing for thing in found if thing.row is not None}

    def beside(self, thing: Thing) -> list[Thing]:
        """The things of its kind that belong to the same as a thing, with it, by their rows."""
        kind = thing.kind
        sql = f"""SELECT id FROM {kind.table} WHERE {kind.parent_column} =
            (SELECT {kind.parent_column} FROM {kind.table} WHERE id = ?)"""
        found = self.of_rows(kind.name, self._db.column(sql, (thing.row,)))
        return [found[row] for row in sorted(found)]

    def waiting(self) -> list[Thing]:
        """Things that something is missing for."""
        return self.where("is_waiting")

    def removed(self, kinds: Iterable[str]) -> list[Thing]:
        """Things with a row of some kinds that somebody removed, or brought back."""
        sql = f"""SELECT kind, key, row_id, writes, is_waiting FROM sync_things
            WHERE kind {AMONG} AND row_id IS NOT NULL AND json_extract(writes, '$.removals') IS NOT NULL"""
        return [self._of(*row) for row in self._db.rows(sql, (_json(list(kinds)),))]

    def forgotten(self) -> list[Thing]:
        """What was forgotten here, and is not said yet."""
        return self.where("kind = 'source' AND json_extract(writes, '$.forgotten') = 1")

    def drop(self, thing: Thing) -> None:
        """Know a thing no more."""
        self.keys.part(*thing.name)
        self._read.pop(thing.name, None)
        self._db.run("DELETE FROM sync_things WHERE kind = ? AND key = ?", thing.name)

    def veiled(self) -> list[Thing]:
        """What others know covered."""
        return self.where("json_extract(writes, '$.veil') IS NOT NULL")

    def where(self, condition: str, *values: str) -> list[Thing]:
        """The things that meet a condition in SQL."""
        sql = f"SELECT kind, key, row_id, writes, is_waiting FROM sync_things WHERE {condition}"
        return [self._of(*row) for row in self._db.rows(sql, values)]

    def in_hand(self) -> list[Thing]:
        """Those that were read, as they are now."""
        return [*self._read.values()]

    def all(self) -> Iterator[Thing]:
        """Every thing."""
        for row in self._db.rows("SELECT kind, key FROM sync_things ORDER BY kind, key"):
            thing = self.get(*row)
            if thing is not None:
                yield thing

    def new(self, kind: Kind, key: str, row: int | None = None, parent: str = "") -> Thing:
        """A thing that was not known."""
        thing = Thing(kind, key, row, parent)
        self._read[thing.name] = thing
        if row is not None:
            self.keys.join(kind.name, key, row)
        return thing

    def keep(self, thing: Thing) -> None:
        """Write a thing down."""
        sql = """INSERT INTO sync_things (kind, key, row_id, writes, is_waiting) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET row_id = excluded.row_id, writes = excluded.writes,
              is_waiting = excluded.is_waiting"""
        self._read[thing.name] = thing
        self._db.run(sql, (*thing.name, thing.row, _stored(thing), int(thing.is_waiting)))

    def forget_read(self) -> None:
        """Keep no more of them in memory than the database has."""
        self._read.clear()

    def is_gone(self, thing: Thing) -> bool:
        """Whether a thing is removed."""
        return bool(thing.forgotten) or is_gone(thing.removals, thing.fields.values(), self.moments)

    def write(
        self, thing: Thing, name: str, dot: Dot, seen: Vector, value: Mapping[str, Any] | None = None
    ) -> None:
        """Write a field of a thing at `dot`, over all that stands there."""
        standing = (*thing.fields.get(name, ()), *thing.removals)
        write = written_over(dot, seen, standing, self.moments)
        # who writes over what is covered has not seen what it covers
        is_covered = any(one.is_covered for one in standing)
        marks = self.marks(thing, name, standing)
        thing.fields[name] = (replace(write, is_covered=is_covered, marks=marks),)

    def remove(self, thing: Thing, dot: Dot, seen: Vector, *, is_gone: bool = True) -> None:
        """Remove a thing, or bring it back, over all that stands in it."""
        standing = [*thing.writes()]
        write = written_over(dot, seen, standing, self.moments, int(is_gone))
        thing.removals = (replace(write, marks=self.marks(thing, "", standing)),)

    def marks(self, thing: Thing, name: str, standing: Iterable[Write]) -> tuple[str, ...]:
        """The marks of a new write: those of all that is called by the same name, or one of its own."""
        prefix, _, called = name.partition("/")
        tag = self.get("tag", called) if prefix == "tags" else None
        if thing.kind in CALLED_BY_KEY:
            tag = thing
        elif not called or prefix == "names":
            return ()
        known = {mark for write in (*standing, *(tag.writes() if tag else ())) for mark in write.marks}
        return tuple(sorted(known)) or (new_uid(),)

    def _of(self, kind: str, key: str, row: int | None, writes: str, is_waiting: int) -> Thing:
        known = self._read.get((kind, key))
        if known is not None:
            return known
        stored = loads(writes)
        thing = Thing(
            BY_NAME[kind],
            key,
            row,
            stored.get("parent", ""),
            {name: tuple(map(write_of, register)) for name, register in stored.get("fields", {}).items()},
            tuple(map(write_of, stored.get("removals", ()))),
            stored.get("digests", {}),
            bool(is_waiting),
            stored.get("forgotten", 0),
            bool(stored.get("stays", 0)),
            stored.get("veil", ""),
            stored.get("said_in", 0),
            bool(stored.get("lost", 0)),
            stored.get("asked_in", 0),
            bool(stored.get("wanted", 0)),
            frozenset(stored.get("gone", ())),
        )
        self._read[kind, key] = thing
        if row is not None:
            self.keys.join(kind, key, row)
        return thing


def _stored(thing: Thing) -> str:
    stored: dict[str, Any] = {
        "parent": thing.parent,
        "fields": {name: list(map(written, register)) for name, register in thing.fields.items()},
        "removals": list(map(written, thing.removals)),
        "digests": thing.digests,
        "forgotten": thing.forgotten,
        "stays": int(thing.stays_here),
        "veil": thing.veil,
        "said_in": thing.said_in,
        "lost": int(thing.is_lost),
        "asked_in": thing.asked_in,
        "wanted": int(thing.is_wanted),
        "gone": sorted(thing.gone),
    }
    return _json({name: value for name, value in stored.items() if value})
