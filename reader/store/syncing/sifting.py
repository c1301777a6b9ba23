"""What was called by the name of somebody who was forgotten, left out in all libraries alike.

Whoever forgets takes tags that name the person out of the registers. Which ones is told by the marks of
their writes: random words, of which no name can be guessed. The marks are a set that only grows.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from json import JSONEncoder
from typing import Any

from reader.store.connection import Connection
from reader.store.syncing.kinds import BY_NAME, CALLED_BY_KEY
from reader.store.syncing.registers import Register, write_of, written
from reader.store.syncing.things import Thing, Things

_list = JSONEncoder().encode


class Sieve:
    """Leaves out what bears a mark of somebody who was forgotten."""

    def __init__(self, db: Connection, things: Things) -> None:
        self._db = db
        self._things = things

    @cached_property
    def _gone(self) -> dict[str, Thing]:
        """The marks, each with the source that was forgotten."""
        sources = self._things.where("kind = 'source' AND json_extract(writes, '$.gone') IS NOT NULL")
        return {mark: source for source in sources for mark in source.gone}

    def add(self, source: Thing, marks: Iterable[str]) -> list[Thing]:
        """Leave out what bears some marks from now on; the things in which something is left out."""
        changed: list[Thing] = []
        while news := set(marks) - source.gone:
            source.gone |= news
            self._gone.update(dict.fromkeys(news, source))
            bearing = self._bearing(news)
            changed += bearing
            # what bears two was written by somebody who knew both as one
            marks = {mark for thing in bearing for write in self._left_out(thing) for mark in write.marks}
            source.forgotten = 1 if marks - source.gone else source.forgotten
            for thing in bearing:
                self._sift(thing)
        if changed:
            renew_segments(self._db)
        self._things.keep(source)
        return changed

    def sifted(self, state: Mapping[str, Any]) -> tuple[dict[str, Any] | None, list[Thing]]:
        """What a segment says of a thing, as far as it is not left out: None where nothing is.

        And the things of this library in which something is left out for that.
        """
        writes = [write_of(one) for one in _writes(state)]
        bearing = {mark: self._gone[mark] for one in writes for mark in one.marks if mark in self._gone}
        if not bearing:
            return dict(state), []
        changed = []
        for one in writes:
            if source := next((self._gone[mark] for mark in one.marks if mark in self._gone), None):
                if not source.gone.issuperset(one.marks):
                    source.forgotten = 1
                changed += self.add(source, one.marks)
        kept = {name: self._kept(map(write_of, one)) for name, one in state.get("fields", {}).items()}
        fields = {name: list(map(written, register)) for name, register in kept.items() if register}
        removals = list(map(written, self._kept(map(write_of, state.get("removals", ())))))
        if BY_NAME[state["kind"]] in CALLED_BY_KEY and not (fields or removals):
            return None, changed
        return {**state, "fields": fields, "removals": removals}, changed

    def _bearing(self, marks: Iterable[str]) -> list[Thing]:
        sql = "EXISTS (SELECT 1 FROM json_each(?) WHERE instr(writes, value))"
        found = (*self._things.where(sql, _list(sorted(marks))), *self._things.in_hand())
        return [thing for thing in {one.name: one for one in found}.values() if self._left_out(thing)]

    def _left_out(self, thing: Thing) -> list[Any]:
        return [one for one in thing.writes() if not self._gone.keys().isdisjoint(one.marks)]

    def _kept(self, register: Iterable[Any]) -> Register:
        return tuple(one for one in register if self._gone.keys().isdisjoint(one.marks))

    def _sift(self, thing: Thing) -> None:
        kept = {name: self._kept(register) for name, register in thing.fields.items()}
        thing.taken_off += [name for name, register in kept.items() if not register]
        thing.fields = {name: register for name, register in kept.items() if register}
        thing.removals = self._kept(thing.removals)
        if is_unwritten(thing):
            thing.is_wanted, thing.asked_in, thing.said_in = False, 0, 0


def is_unwritten(thing: Thing) -> bool:
    """Whether a thing is called by its key, and nothing stands in it."""
    return thing.kind in CALLED_BY_KEY and not (thing.fields or thing.removals)


def renew_segments(db: Connection) -> None:
    """Have the next sync write all segments of this library anew."""
    db.run(
        "UPDATE sync_segments SET digest = '' WHERE is_taken AND library = (SELECT library FROM sync_desk)"
    )


def _writes(state: Mapping[str, Any]) -> Iterable[list[Any]]:
    for register in (*state.get("fields", {}).values(), state.get("removals", ())):
        yield from register
