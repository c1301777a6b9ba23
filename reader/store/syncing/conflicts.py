"""What two people wrote at the same time into one field: which stands, and what the other says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.store.connection import Connection
from reader.store.steps import now
from reader.store.syncing.kinds import BY_NAME, QUOTE, Field, rank
from reader.store.syncing.registers import Moment, Write, winner
from reader.store.syncing.rows import Rows
from reader.store.syncing.things import Thing, Things

Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One of two who wrote at the same time, and did not prevail."""

    id: int
    kind: str
    key: str
    field: str
    row: int
    """The number of the thing here."""
    label: str
    """As in "text"."""
    stands: Said
    other: Said
    who: str
    at: str


def contradictions(things: Things, rows: Rows, thing: Thing) -> Iterator[tuple[str, Write, Said, Moment]]:
    """The fields of a thing of which somebody else said otherwise: what, and when."""
    several = {name: register for name, register in thing.fields.items() if len(register) > 1}
    if not several or thing.row is None or things.is_gone(thing):
        return
    row = rows.read(thing.kind, [thing.row]).get(thing.row, {})
    for name, register in several.items():
        field = thing.kind.field(name)
        if not field.label or (thing.kind is QUOTE and name == "place" and not row["person"]["by_person"]):
            continue
        best = standing(things, thing, name)
        for write in register:
            if write.value is None or _was_removed(things, thing, write):
                continue
            if _contradicts(field, write.value, best.value or row[name]):
                yield name, write, write.value, things.moments[write.dot]


def standing(things: Things, thing: Thing, name: str) -> Write:
    """The write that stands of a field."""
    field = thing.kind.field(name)
    return winner(thing.fields[name], things.moments, lambda one: rank(thing.kind, field, one.value or {}))


def _was_removed(things: Things, thing: Thing, write: Write) -> bool:
    """Whether somebody removed what it says, of a thing that others had written on."""
    return any(one.value and one.has_seen(write, things.moments) for one in thing.removals)


def _contradicts(field: Field, one: Said, other: Said) -> bool:
    return any(one.get(column) != other.get(column) for column in field.telling)


class Conflicts:
    """The list that a library keeps of them."""

    def __init__(self, db: Connection, things: Things, rows: Rows) -> None:
        self._db = db
        self._things = things
        self._rows = rows

    def note(self, touched: dict[tuple[str, str], Thing]) -> int:
        """List what contradicts of these things, and call settled what does no longer; how many are new."""
        new = 0
        for thing in touched.values():
            found = {
                (name, _words(said)): moment
                for name, _, said, moment in contradictions(self._things, self._rows, thing)
            }
            sql = "SELECT id, field, said FROM sync_conflicts WHERE kind = ? AND key = ? AND settled = ''"
            for number, name, said in self._db.rows(sql, thing.name):
                if found.pop((name, said), None) is None:
                    self._settle(number)
            for (name, said), moment in found.items():
                values = (*thing.name, name, said, moment.who, moment.at)
                sql = "INSERT INTO sync_conflicts (kind, key, field, said, who, at) VALUES (?, ?, ?, ?, ?, ?)"
                self._db.run(sql, values)
                new += 1
        return new

    def _settle(self, number: int) -> None:
        self._db.run("UPDATE sync_conflicts SET settled = ? WHERE id = ?", (now(), number))

    def all(self) -> list[Conflict]:
        """Those that nobody has settled."""
        from json import loads  # not for the first paint

        sql = "SELECT id, kind, key, field, said, who, at FROM sync_conflicts WHERE settled = '' ORDER BY id"
        found = []
        for number, kind, key, name, said, who, at in self._db.rows(sql):
            row = self._things.keys.row(kind, key)
            stands = self._rows.read(BY_NAME[kind], [row]).get(row, {}).get(name) if row else None
            if row and stands is not None:
                label = BY_NAME[kind].field(name).label
                found.append(Conflict(number, kind, key, name, row, label, stands, loads(said), who, at))
        return found


def _words(said: Said) -> str:
    from json import JSONEncoder  # not for the first paint

    return JSONEncoder(ensure_ascii=False, sort_keys=True).encode(said)
