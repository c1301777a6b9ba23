"""What two people wrote at the same time into one field: which stands, and what the other says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reader.store.connection import Connection
from reader.store.steps import now
from reader.store.syncing.kinds import AUTHORISATION, QUOTE, rank
from reader.store.syncing.registers import Moment, Write, winner
from reader.store.syncing.rivals import STEP, holding, steps
from reader.store.syncing.rows import Rows
from reader.store.syncing.shapes import Field
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
    quote: int = 0
    """The number of the quote here of whose authorisation it is one; 0 of all else."""


def contradictions(things: Things, rows: Rows, thing: Thing) -> Iterator[tuple[str, Write, Said, Moment]]:
    """The fields of a thing of which somebody else said otherwise: what, and when."""
    if thing.row is not None and thing.kind is AUTHORISATION and holding(things, rows, thing):
        values = rows.read(thing.kind, [thing.row])[thing.row][STEP]
        write = thing.fields[STEP][0]
        yield STEP, write, values, things.moments[write.dot]
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
        for thing in self._with_steps(touched.values()):
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

    def _with_steps(self, touched: Iterable[Thing]) -> list[Thing]:
        """These things, and the steps of authorisations that one of them may have settled, or contradict."""
        found = {one.name: one for one in touched}
        for thing in list(found.values()):
            if thing.kind is AUTHORISATION and thing.row is not None:
                found |= {one.name: one for one in steps(self._things, thing)}
        return list(found.values())

    def _settle(self, number: int) -> None:
        self._db.run("UPDATE sync_conflicts SET settled = ? WHERE id = ?", (now(), number))

    def all(self) -> list[Conflict]:
        """Those that nobody has settled."""
        from json import loads  # not for the first paint

        sql = "SELECT id, kind, key, field, said, who, at FROM sync_conflicts WHERE settled = '' ORDER BY id"
        found = []
        for number, kind, key, name, said, who, at in self._db.rows(sql):
            thing = self._things.get(kind, key)
            stands = self._stands(thing, name) if thing else None
            if thing and thing.row and stands is not None:
                label, quote = thing.kind.field(name).label, self._quote_of(thing)
                what = (number, kind, key, name, thing.row, label)
                found.append(Conflict(*what, stands, loads(said), who, at, quote))
        return found

    def _stands(self, thing: Thing, name: str) -> Said | None:
        """What stands in the place of what somebody wrote; None where nothing does."""
        stands = holding(self._things, self._rows, thing) if thing.kind is AUTHORISATION else thing
        if stands is None or stands.row is None:
            return None
        return self._rows.read(stands.kind, [stands.row]).get(stands.row, {}).get(name)

    def _quote_of(self, thing: Thing) -> int:
        sql = "SELECT quote_id FROM authorisations WHERE id = ?"
        return int(self._db.value(sql, (thing.row,))) if thing.kind is AUTHORISATION else 0


def _words(said: Said) -> str:
    from json import JSONEncoder  # not for the first paint

    return JSONEncoder(ensure_ascii=False, sort_keys=True).encode(said)
