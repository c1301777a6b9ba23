"""What other libraries say of things, joined with what is known here; the rows follow in `placing`."""

from collections.abc import Iterable, Mapping
from typing import Any

from reader.store.connection import Connection
from reader.store.syncing.kinds import BY_NAME, rank
from reader.store.syncing.noticing import Noticing
from reader.store.syncing.registers import Register, Write, merged, winner, with_value, write_of
from reader.store.syncing.rows import Fields, digest
from reader.store.syncing.shapes import Kind
from reader.store.syncing.sifting import Sieve
from reader.store.syncing.things import Thing

State = Mapping[str, Any]
"""A thing as a segment has it."""


class Merging:
    """Takes in what others say."""

    def __init__(self, db: Connection, noticing: Noticing) -> None:
        self._rows = noticing.rows
        self._things = noticing.things
        self._noticing = noticing
        self._pen = noticing.pen
        self._matches = _Matches(db, noticing)
        self._sieve = Sieve(db, self._things)
        self.forgotten: list[int] = []
        """Sources of this library that somebody else had forgotten."""
        self.touched: dict[tuple[str, str], Thing] = {}
        """Things that may say something else now than their rows."""

    def take(self, states: Iterable[State]) -> None:
        """Join what a segment says of things with what is known."""
        for whole in states:
            state, sifted = self._sieve.sifted(whole)
            self.touched |= {one.name: one for one in sifted}
            if state is None:
                continue
            kind = BY_NAME[state["kind"]]
            thing = self._things.get(kind.name, state["key"]) or self._met(kind, state)
            if state.get("forgotten"):
                self._forget(thing, state.get("gone", ()))
            if not thing.forgotten:
                known = {*thing.dots()}
                self._join(thing, state)
                self._say_what_is_lacking(thing, state)
                self._ask_or_answer(thing, state, is_news=not known.issuperset(thing.dots()))
            self.touched[thing.name] = thing

    def _ask_or_answer(self, thing: Thing, state: State, *, is_news: bool) -> None:
        """Ask for what went with our row, should others keep the thing; say what somebody else asks for.

        What was asked for is said again whenever more of it comes: who asked may have lost that too.
        """
        if thing.is_lost and not self._things.is_gone(thing):
            thing.drop_unsaid()
            self._pen.ask(thing)
            self._things.keep(thing)
        if state.get("asks"):
            thing.is_wanted = True
            self._noticing.say_all(thing)
        elif thing.is_wanted and is_news:
            self._pen.say_again(thing)

    def _forget(self, thing: Thing, marks: Iterable[str]) -> None:
        """Note that somebody had a source forgotten, whom this library is to forget after the sync."""
        if not thing.forgotten:
            if thing.row is not None:
                self.forgotten.append(thing.row)
            thing.fields, thing.removals, thing.forgotten = {}, (), 2
        self.touched |= {one.name: one for one in self._sieve.add(thing, marks)}

    def _met(self, kind: Kind, state: State) -> Thing:
        """A thing that was not known by its key: a row of this library, or a new one."""
        row_id = self._matches.row(kind, state)
        thing = self._things.new(kind, state["key"], None, state.get("parent", ""))
        if row_id is not None:
            self._noticing.meet(thing, row_id, self._said(kind, state))
        return thing

    def meet(self, thing: Thing) -> bool:
        """Whether a thing without a row is one here after all: it came before what it belongs to."""
        row_id = self._matches.row(thing.kind, {"key": thing.key, "parent": thing.parent})
        if row_id is None:
            return False
        said = {
            name: self.standing(thing.kind, name, register).value for name, register in thing.fields.items()
        }
        self._noticing.meet(thing, row_id, said)
        return True

    def _said(self, kind: Kind, state: State) -> Fields:
        """What another library says of each field."""
        said = {}
        for name, register in state.get("fields", {}).items():
            said[name] = self.standing(kind, name, tuple(map(write_of, register))).value
        return said

    def _join(self, thing: Thing, state: State) -> None:
        thing.parent = thing.parent or state.get("parent", "")
        was_gone = self._things.is_gone(thing)
        before: Fields | None = None
        for name, register in state.get("fields", {}).items():
            theirs = tuple(map(write_of, register))
            ours = thing.fields.get(name, ())
            if thing.row is not None and not {one.dot for one in theirs} <= {one.dot for one in ours}:
                before = before or self._rows.read(thing.kind, [thing.row]).get(thing.row, {})
                ours = self._with_values(thing, name, ours, before)
            if thing.row is None:  # what went with our row nobody can say any more
                ours = tuple(one for one in ours if one.value is not None)
            thing.fields[name] = self._settled(thing, name, ours, theirs)
        removals = tuple(map(write_of, state.get("removals", ())))
        if not {one.dot for one in removals} <= {one.dot for one in thing.removals}:
            thing.removals = merged(thing.removals, removals, self._things.moments)
            was_gone |= any(not one.value for one in removals) or self._is_kept_by_us(thing, removals)
        if was_gone and thing.row is not None and not self._things.is_gone(thing):
            self._noticing.say_all(thing)  # who removed it lacks what belongs to it

    def _is_kept_by_us(self, thing: Thing, removals: Register) -> bool:
        """Whether it is our own work, unseen by whoever removed it, that keeps a thing."""
        if not any(one.value for one in removals):
            return False
        return any(dot.library == self._pen.library for dot in thing.dots())

    def _say_what_is_lacking(self, thing: Thing, state: State) -> None:
        """Say what a thing cannot be without, where whoever removed it can say that no more."""
        needed = self._rows.obligatory[thing.kind.name]
        lacking = [name for name in needed if name not in state["fields"] and name not in thing.fields]
        if not lacking or thing.row is None or self._things.is_gone(thing):
            return
        for name in lacking:
            self._things.write(thing, name, self._pen.dot(thing), self._pen.seen)
        self._things.keep(thing)

    def _with_values(self, thing: Thing, name: str, register: Register, row: Fields) -> Register:
        """A register that says itself what the row says, before another write takes the row."""
        values = row.get(name) or self._rows.default(thing.kind, name)
        return tuple(with_value(one, values) if one.value is None else one for one in register)

    def _settled(self, thing: Thing, name: str, ours: Register, theirs: Register) -> Register:
        """What stands of both; a value that stands alone and that the row has is not kept twice."""
        standing = merged(ours, theirs, self._things.moments)
        if thing.row is None or len(standing) > 1 or standing[0].value is None:
            return standing
        is_there = digest(standing[0].value) == thing.digests.get(name)
        return (with_value(standing[0], None),) if is_there else standing

    def standing(self, kind: Kind, name: str, register: Register) -> Write:
        """The write of a field that its row has, or is to have."""
        field = kind.field(name)
        # what nobody here can say any more does not stand
        register = tuple(one for one in register if one.value is not None) or register
        return winner(register, self._things.moments, lambda one: rank(kind, field, one.value or {}))


class _Matches:
    """Finds the row of this library that a thing of another one is, before this library has named it."""

    def __init__(self, db: Connection, noticing: Noticing) -> None:
        self._db = db
        self._things = noticing.things
        self._noticing = noticing
        self._born: dict[str, dict[str, int]] = {}
        self._quotes_of: dict[str, dict[str, int]] = {}

    def row(self, kind: Kind, state: State) -> int | None:
        """The row, None where there is none."""
        new = self._noticing.new[kind.name]
        row_id = self._by_uid(kind, state["key"])
        if row_id is None or row_id not in new:
            row_id = self._by_birth(kind, state) if new else None
        return row_id if row_id in new else None

    def _by_uid(self, kind: Kind, key: str) -> int | None:
        """The row that goes by its uid: also where a copy or a backup has it that has not named it yet."""
        if not kind.has_uid:
            return None
        found: int | None = self._db.value(f"SELECT id FROM {kind.table} WHERE uid = ?", (key,))
        return found

    def _by_birth(self, kind: Kind, state: State) -> int | None:
        if kind.name in ("version", "quote"):
            return self._below(kind, state.get("parent", "")).get(state["key"])
        if kind.name not in self._born:
            self._born[kind.name] = self._keys_of(kind, list(self._noticing.new[kind.name]))
        return self._born[kind.name].get(state["key"])

    def _below(self, kind: Kind, article: str) -> dict[str, int]:
        place = f"{kind.name}:{article}"
        if place not in self._born:
            parent = self._things.keys.row("article", article)
            if parent is None:  # it may come later in this sync
                return {}
            sql = f"SELECT id FROM {kind.table} WHERE article_id = ? ORDER BY id"
            self._born[place] = self._keys_of(kind, self._db.column(sql, (parent,)))
        return self._born[place]

    def _keys_of(self, kind: Kind, rows: list[int]) -> dict[str, int]:
        born = {self._things.keys.born(kind, row_id): row_id for row_id in reversed(rows)}
        born.pop("", None)
        return born
