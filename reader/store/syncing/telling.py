"""Things as they go out: all that stands in them, with who wrote it, covered where that is wanted."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from reader.store.syncing.kinds import Kind
from reader.store.syncing.rows import Fields, Rows
from reader.store.syncing.things import Thing, Things, with_value, written


class CoverOver(Protocol):
    """What covers names in what goes out."""

    def covered(self, kind: Kind, row: int | None, fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The fields of a thing as they may go out; None where it stays here."""


class Telling:
    """Makes states of things."""

    def __init__(self, rows: Rows, things: Things, cover: CoverOver | None) -> None:
        self._rows = rows
        self._things = things
        self._cover = cover

    def states(self, things: Iterable[Thing]) -> Iterator[dict[str, Any]]:
        """What stands in things, those that may go out."""
        wanted = list(things)
        by_kind: dict[str, list[Thing]] = {}
        for thing in wanted:
            by_kind.setdefault(thing.kind.name, []).append(thing)
        for group in by_kind.values():
            kind = group[0].kind
            rows = self._rows.read(kind, [one.row for one in group if one.row is not None])
            for thing in group:
                state = self._state(thing, rows.get(thing.row or 0, {}))
                if state is not None:
                    yield state

    def _state(self, thing: Thing, row: Fields) -> dict[str, Any] | None:
        said = {name: self._said(thing, name, row) for name in thing.fields}
        state: dict[str, Any] = {"kind": thing.kind.name, "key": thing.key}
        if thing.parent:
            state["parent"] = thing.parent
        told = {
            name: [written(one) for one in register if one.value is not None]
            for name, register in said.items()
        }
        if fields := {name: register for name, register in told.items() if register}:
            state["fields"] = fields
        if thing.removals:
            state["removals"] = list(map(written, thing.removals))
        return state

    def _said(self, thing: Thing, name: str, row: Fields) -> Iterable[Any]:
        """The writes of a field with what they say."""
        values = row.get(name) or (self._rows.default(thing.kind, name) if row else None)
        return [with_value(one, values) if one.value is None else one for one in thing.fields[name]]
