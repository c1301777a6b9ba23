"""Things as they go out: all that stands in them, with who wrote it, covered where that is wanted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from reader.store.syncing.kinds import QUOTE
from reader.store.syncing.registers import Dot, Write, with_value, written
from reader.store.syncing.rows import Fields, Rows, digest
from reader.store.syncing.shapes import Kind
from reader.store.syncing.things import Thing, Things

Change = Callable[[str, Mapping[str, Any]], Mapping[str, Any] | None]
"""Covers what a field says; None where the field stays here."""


Told = dict[str, list[list[Any]]]
"""The registers of fields as a segment has them."""


class CoverOver(Protocol):
    """What covers names in what goes out."""

    def covers(self, kind: str, row: int) -> bool:
        """Whether what a row is known by goes out covered, so that no digest of it may go out."""

    def over(self, kind: Kind, row: int) -> Change | None:
        """What covers the fields of a thing; None where it stays here."""

    def limits(self, kind: Kind) -> Change:
        """What covers the fields of a thing that stays here from now on, but for how it may be used."""

    def instead(self, kind: Kind, row: int) -> Mapping[str, Mapping[str, Any]]:
        """What fields say that nobody wrote, so that others know how a covered quote may be used."""


class Telling:
    """Makes states of things."""

    def __init__(self, rows: Rows, things: Things, cover: CoverOver | None, next_one: Dot) -> None:
        """`next_one` is the first segment that this sync may write."""
        self._next = next_one
        self._rows = rows
        self._things = things
        self._cover = cover

    def states(self, things: Iterable[Thing], dot: Dot) -> Iterator[dict[str, Any]]:
        """What the segment `dot` says of things, those that may go out."""
        wanted = list(things)
        by_kind: dict[str, list[Thing]] = {}
        for thing in wanted:
            by_kind.setdefault(thing.kind.name, []).append(thing)
        for group in by_kind.values():
            kind = group[0].kind
            rows = self._rows.read(kind, [one.row for one in group if one.row is not None])
            for thing in group:
                state = self._state(thing, rows.get(thing.row or 0, {}))
                if thing.asked_in == dot.number and not thing.forgotten:
                    yield (state or {"kind": kind.name, "key": thing.key}) | {"asks": 1}
                elif state is not None:
                    yield state

    def _state(self, thing: Thing, row: Fields) -> dict[str, Any] | None:
        state: dict[str, Any] = {"kind": thing.kind.name, "key": thing.key}
        if thing.forgotten:
            return {**state, "forgotten": 1, "gone": sorted(thing.gone)}
        if thing.parent:
            state["parent"] = thing.parent
        if thing.removals:
            state["removals"] = list(map(written, thing.removals))
        fields = self._fields(thing, row)
        self._note_veil(thing, fields, row)
        if fields:
            return {**state, "fields": fields}
        return state if thing.removals or self._may_go(thing) else None

    def unveiled(self) -> Iterator[Thing]:
        """Things that others know covered, and of which they may know more, or less, from now on."""
        for thing in self._things.veiled():
            row = self._rows.read(thing.kind, [thing.row or 0]).get(thing.row or 0)
            if row is not None and digest(self._fields(thing, row)) != thing.veil:
                yield thing

    def _note_veil(self, thing: Thing, fields: Told, row: Fields) -> None:
        plain = self._with(thing, row, _as_it_is)
        veil = "" if fields == plain else digest(fields)
        if veil != thing.veil:
            thing.veil = veil
            self._things.keep(thing)

    def _fields(self, thing: Thing, row: Fields) -> Told:
        """What stands in a thing, as it may go out."""
        change = self._covered(self._cover, thing) if self._cover is not None else _as_it_is
        if change is None:
            return {}
        fields = self._with(thing, row, change)
        return self._instead(thing, fields) | fields

    def _with(self, thing: Thing, row: Fields, change: Change) -> Told:
        told = {name: self._told(self._said(thing, name, row), name, change) for name in thing.fields}
        return {name: register for name, register in told.items() if register}

    def _may_go(self, thing: Thing) -> bool:
        return self._cover is None or self._covered(self._cover, thing) is not None

    def _covered(self, cover: CoverOver, thing: Thing) -> Change | None:
        if thing.row is None:
            return None
        change = cover.over(thing.kind, thing.row)
        stays = change is None and not self._went(thing)
        if stays != thing.stays_here:
            thing.stays_here = stays
            self._things.keep(thing)
        # what others have they must know to be protected now, or they go on publishing it
        return cover.limits(thing.kind) if change is None and not stays else change

    def _went(self, thing: Thing) -> bool:
        """Whether others have a thing that stays here from now on."""
        if any(dot.library != self._next.library for dot in thing.dots()):
            return True
        return not thing.stays_here and any(dot.number < self._next.number for dot in thing.dots())

    def _instead(self, thing: Thing, fields: Told) -> Told:
        if thing.row is None or "place" not in fields or thing.kind is not QUOTE:
            return {}
        dot = Dot._make(fields["place"][0][:2])
        instead = self._cover.instead(thing.kind, thing.row) if self._cover else {}
        if not instead and thing.veil:  # they were told something instead before
            said = self._rows.default(thing.kind, "use")
            return {"use": [written(Write(dot, (), said))]}
        return {name: [written(Write(dot, (), said, is_covered=True))] for name, said in instead.items()}

    def _told(self, register: Iterable[Write], name: str, change: Change) -> list[list[Any]]:
        told = []
        for write in register:
            if write.value is not None:
                value = change(name, write.value)
                if value is None:
                    continue
                is_covered = write.is_covered or value != write.value
                told.append(written(replace(write, value=value, is_covered=is_covered)))
        return told

    def _said(self, thing: Thing, name: str, row: Fields) -> Iterable[Write]:
        """The writes of a field with what they say."""
        values = row.get(name) or (self._rows.default(thing.kind, name) if row else None)
        return [with_value(one, values) if one.value is None else one for one in thing.fields[name]]


def _as_it_is(_: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    return values
