"""What this library's people changed since the last sync, written into its next segments."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.store.connection import Connection
from reader.store.steps import AMONG, listed
from reader.store.syncing.keys import Keys
from reader.store.syncing.kinds import ARTICLE, BY_NAME, KINDS, TAG
from reader.store.syncing.moments import Moments
from reader.store.syncing.registers import Dot, Moment, merged, written_over
from reader.store.syncing.rows import Fields, Rows, digest
from reader.store.syncing.shapes import Kind
from reader.store.syncing.things import Thing, Things

THINGS_A_SEGMENT = 4000
"""How many things one segment takes (chosen so that one of articles stays below 10 MB)."""
_AT_ONCE = 1000
"""Rows that are read together."""
_ARTICLES_AT_ONCE = 100
"""Articles that go with all that stands in them before the next ones."""


class Pen:
    """Gives writes their places in the next segments of this library."""

    def __init__(self, library: str, who: str, moments: Moments) -> None:
        self.library = library
        self._who = who
        self._moments = moments
        seen = moments.seen()
        last = seen.get(library, 0)
        self.seen = {**seen, library: last}
        self._number = last + 1
        self.written: dict[int, dict[tuple[str, str], Thing]] = {}
        """Things by the segment that they are to stand in."""

    def dot(self, thing: Thing) -> Dot:
        """Where something of a thing is written; the thing will stand in that segment."""
        here = self.written.get(self._number)
        if here is None or (len(here) >= THINGS_A_SEGMENT and thing.name not in here):
            here = self._begun()
        here[thing.name] = thing
        return Dot(self.library, self._number)

    def _begun(self) -> dict[tuple[str, str], Thing]:
        """One more segment."""
        self._number += bool(self.written)
        moment = Moment(self._moments.time_of_next(self.library), self._who, self.seen)
        self._moments.hear(Dot(self.library, self._number), moment, is_taken=True)
        return self.written.setdefault(self._number, {})

    def say_again(self, thing: Thing) -> None:
        """Have a thing stand in the next segment as it is."""
        self.dot(thing)

    def ask(self, thing: Thing) -> None:
        """Have the next segment ask the others for what they know of a thing."""
        thing.asked_in, thing.is_lost, thing.is_wanted = self.dot(thing).number, False, True


class Noticing:
    """Writes down what changed in the rows of a library."""

    def __init__(self, db: Connection, rows: Rows, things: Things, pen: Pen) -> None:
        self._db = db
        self.rows = rows
        self.things = things
        self._keys: Keys = things.keys
        self._keys.name = self._name_row
        self.pen = pen
        self.new: dict[str, dict[int, None]] = {kind.name: {} for kind in KINDS}
        """Rows that are no thing yet, by kind."""

    def notice(self, *, whole: bool) -> None:
        """Write what changed of the things that are known; with `whole`, every row is looked at."""
        for kind in KINDS:
            for some in _in_portions(self._changed(kind, whole=whole)):
                self._look(kind, some)
        self._db.run("DELETE FROM sync_changed")

    def _changed(self, kind: Kind, *, whole: bool) -> list[int]:
        if not whole:
            return self._db.column("SELECT row_id FROM sync_changed WHERE kind = ? ORDER BY 1", (kind.name,))
        sql = f"""SELECT id FROM {kind.table} UNION
            SELECT row_id FROM sync_things WHERE kind = ? AND row_id IS NOT NULL ORDER BY 1"""
        return self._db.column(sql, (kind.name,))

    def _look(self, kind: Kind, row_ids: list[int]) -> None:
        said = self.rows.read(kind, row_ids)
        known = self.things.of_rows(kind.name, row_ids)
        for row_id in row_ids:
            thing, fields = known.get(row_id), said.get(row_id)
            if thing is not None and fields is not None and not _is_renamed(thing, fields):
                self._compare(thing, fields)
            elif thing is not None:
                self._remove(thing)
            if fields is not None and (thing is None or thing.row is None):
                self.new[kind.name][row_id] = None

    def _compare(self, thing: Thing, fields: Fields) -> None:
        if self.things.is_gone(thing):
            if thing.kind.name == "article" and fields["trashed"]["trashed"]:
                return  # removed for good elsewhere, and in the trash here
            self.things.remove(thing, self.pen.dot(thing), self.pen.seen, is_gone=False)
            self.say_all(thing)
        if self.write(thing, fields):
            self.things.keep(thing)

    def say_all(self, thing: Thing) -> None:
        """Say a thing and all that belongs to it once more, for those who have removed it."""
        self.pen.say_again(thing)
        self.things.keep(thing)
        for child in below(self.things, self._db, thing):
            self.pen.say_again(child)

    def bring_back(self, thing: Thing) -> None:
        """Have a thing be there again that somebody removed who did not know that it is used here."""
        self.things.remove(thing, self.pen.dot(thing), self.pen.seen, is_gone=False)
        self.things.keep(thing)

    def write(self, thing: Thing, fields: Fields, *, is_back: bool = False) -> bool:
        """Write those fields of a thing that its row says otherwise than before; whether there are any.

        Of one that `is_back` after it was removed, all that was ever written is written over.
        """
        changed = False
        for name in {**fields, **thing.digests, **(thing.fields if is_back else {})}:
            values = fields.get(name) or self.rows.default(thing.kind, name)
            if values is None or (thing.kind.field(name).is_fixed and name in thing.fields and not is_back):
                continue
            now, is_told = digest(values), is_back and name in thing.fields
            if not is_told and now == (thing.digests.get(name) or self._untouched(thing.kind, name)):
                continue
            self.things.write(thing, name, self.pen.dot(thing), self.pen.seen)
            thing.digests[name] = now
            changed = True
        return changed

    def _untouched(self, kind: Kind, name: str) -> str:
        values = self.rows.default(kind, name)
        return "" if values is None else digest(values)

    def _remove(self, thing: Thing) -> None:
        self._keys.part(*thing.name)
        parent = self.things.get(thing.kind.parent, thing.parent) if thing.parent else None
        # what goes with its article or quote comes back with it
        if not thing.parent or (parent is not None and parent.row is not None and self._is_there(parent)):
            self.things.remove(thing, self.pen.dot(thing), self.pen.seen)
        thing.part()
        self.things.keep(thing)

    def _is_there(self, thing: Thing) -> bool:
        return self._db.value(f"SELECT 1 FROM {thing.kind.table} WHERE id = ?", (thing.row,)) is not None

    def meet(self, thing: Thing, row_id: int, theirs: Fields) -> None:
        """Have what others wrote about be a row of ours that was none yet.

        What the row says and they, who say `theirs`, do not, was written at the same time as that.
        """
        kind = thing.kind
        self.new[kind.name].pop(row_id, None)
        thing.row, thing.is_waiting = row_id, False
        self._keys.join(kind.name, thing.key, row_id)
        ours = self.rows.read(kind, [row_id])[row_id]
        by_person = bool(ours.get("person", {}).get("by_person", 1))
        for name, values in ours.items():
            thing.digests[name] = digest(values)
            untouched = self.rows.default(kind, name)
            is_found = kind.name == "quote" and name == "place" and not by_person
            if values not in (untouched, theirs.get(name, untouched)) and not is_found:
                self._write_beside(thing, name)
        self.things.keep(thing)

    def _write_beside(self, thing: Thing, name: str) -> None:
        moments, theirs = self.things.moments, thing.fields.get(name, ())
        ours = written_over(self.pen.dot(thing), self.pen.seen, (), moments)
        # as any write: unmarked, it would outlast the forgetting of somebody whom it names
        ours = replace(ours, marks=self.things.marks(thing, name, theirs))
        thing.fields[name] = merged(theirs, (ours,), moments)

    def name_new(self) -> None:
        """Make things of the rows that are none yet, and write all that they say.

        Articles go with what stands in them, a few at a time, so that a segment can be taken in by itself.
        """
        for kind in KINDS:
            if kind is ARTICLE:
                for some in _in_portions(list(self.new["article"]), _ARTICLES_AT_ONCE):
                    self._name_all(ARTICLE, some)
                    for below_it in (one for one in KINDS if one.parent == "article"):
                        sql = f"SELECT id FROM {below_it.table} WHERE article_id {AMONG} ORDER BY id"
                        new = self.new[below_it.name]
                        rows = self._db.column(sql, (listed(some),)) if new else []
                        self._name_all(below_it, [row_id for row_id in rows if row_id in new])
            self._name_all(kind, list(self.new[kind.name]))

    def _name_all(self, kind: Kind, rows: list[int]) -> None:
        for some in _in_portions(rows):
            for row_id in some:
                self.new[kind.name].pop(row_id, None)
            for row_id, fields in self.rows.read(kind, some).items():
                if self._keys.key(kind.name, row_id) is None:
                    self._name(kind, row_id, fields)

    def _name_row(self, kind: str, row_id: int) -> None:
        self.new[kind].pop(row_id, None)
        for fields in self.rows.read(BY_NAME[kind], [row_id]).values():
            self._name(BY_NAME[kind], row_id, fields)

    def _name(self, kind: Kind, row_id: int, fields: Fields) -> None:
        thing = self._left_behind(kind, row_id)
        if thing is not None and thing.is_waiting and not thing.is_lost and not thing.removals:
            self._meet_late(thing, row_id)
            return
        is_back = thing is not None
        if thing is None:
            thing = self.things.new(kind, self._keys.made(kind, row_id), row_id, self.parent_of(kind, row_id))
        thing.is_waiting = False
        self.write(thing, fields, is_back=is_back)
        if thing.removals:
            self.things.remove(thing, self.pen.dot(thing), self.pen.seen, is_gone=False)
        if not thing.fields:
            self.pen.say_again(thing)
        if thing.is_lost:
            self.pen.ask(thing)
        self.things.keep(thing)

    def _left_behind(self, kind: Kind, row_id: int) -> Thing | None:
        """The thing without a row that a new row is: what was removed is made once more.

        A thing belongs to the same for good, in all libraries: under another quote it is another check.
        """
        parent = self.parent_of(kind, row_id)
        for key in self._keys.candidates(kind, row_id):
            thing = self.things.get(kind.name, key)
            if thing is None or thing.row is not None or thing.forgotten:
                continue
            if thing.parent in ("", parent):
                thing.row, thing.parent = row_id, parent
                self._keys.join(kind.name, thing.key, row_id)
                return thing
        return None

    def _meet_late(self, thing: Thing, row_id: int) -> None:
        """Meet what waits for the article that this library has named just now; its row is to follow."""
        said = {name: register[-1].value for name, register in thing.fields.items() if register[-1].value}
        self.meet(thing, row_id, said)
        self.pen.say_again(thing)
        thing.is_waiting = True
        self.things.keep(thing)

    def parent_of(self, kind: Kind, row_id: int) -> str:
        """The key of what a row belongs to."""
        if not kind.parent:
            return ""
        parent = self._db.value(f"SELECT {kind.parent_column} FROM {kind.table} WHERE id = ?", (row_id,))
        return self._keys.named(kind.parent, parent) or ""


def below(things: Things, db: Connection, thing: Thing) -> Iterator[Thing]:
    """All that belongs to a thing, and to that, as far as it is here."""
    for kind in KINDS:
        if kind.parent == thing.kind.name and thing.row is not None:
            rows = db.column(f"SELECT id FROM {kind.table} WHERE {kind.parent_column} = ?", (thing.row,))
            for child in things.of_rows(kind.name, rows).values():
                yield child
                yield from below(things, db, child)


def _is_renamed(thing: Thing, fields: Fields) -> bool:
    return thing.kind is TAG and fields["path"]["name"] != thing.key


def _in_portions(row_ids: Iterable[int], size: int = _AT_ONCE) -> Iterator[list[int]]:
    wanted = list(row_ids)
    for start in range(0, len(wanted), size):
        yield wanted[start : start + size]
