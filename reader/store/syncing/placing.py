"""Makes the rows of a library say what stands of the things that others wrote about."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from reader.errors import StoreError
from reader.i18n import _
from reader.store.steps import AMONG, RowChange, listed, new_uid, now
from reader.store.syncing.kinds import ARTICLE, KINDS, NOTE, QUOTE, TAG, VERSION
from reader.store.syncing.noticing import below
from reader.store.syncing.shapes import Kind
from reader.store.syncing.showing import Showing
from reader.store.syncing.sifting import is_unwritten
from reader.store.syncing.things import Thing

_USED = {
    "source": "SELECT 1 FROM quotes WHERE source_id = :id",
    "tag": """SELECT 1 FROM taggings WHERE tag_id = :id
        UNION SELECT 1 FROM memo_taggings WHERE tag_id = :id""",
}
"""Whether somebody uses here what somebody else removed."""


class Placing(Showing):
    """Writes rows."""

    def place(self, touched: dict[tuple[str, str], Thing]) -> None:
        """Have the rows of things say what stands of them."""
        self._look_into_trash(touched.values())
        for kind in KINDS:
            self._place_kind(kind, [one for one in touched.values() if one.kind is kind])
            if kind is VERSION:
                self._show_texts(touched)
        for kind in reversed(KINDS):  # what others belong to goes last
            gone = [one for one in touched.values() if one.kind is kind and self._things.is_gone(one)]
            for thing in gone:
                self._take_out(thing)
            self._look_again(kind, gone)

    def place_waiting(self) -> None:
        """Look again for what things waited for, until nothing more is found."""
        before = -1
        while (waiting := self._things.waiting()) and len(waiting) != before:
            before = len(waiting)
            self.place({thing.name: thing for thing in waiting})

    def moved(self) -> tuple[int, int]:
        """How many articles went to the trash by what others said, and how many came back from it."""
        trash = self._in_trash((*self._trashed, *self._new_articles))
        before = {row for row, was_there in self._trashed.items() if was_there}
        return len(trash - before), len(before - trash)

    def _look_into_trash(self, things: Iterable[Thing]) -> None:
        """Remember which articles were there before they are first changed."""
        rows = [one.row for one in things if one.kind is ARTICLE and one.row is not None]
        news = set(rows).difference(self._trashed, self._new_articles)
        trash = self._in_trash(news)
        self._trashed |= {row: row in trash for row in news}

    def _in_trash(self, rows: Iterable[int]) -> set[int]:
        sql = f"SELECT id FROM articles WHERE trashed <> '' AND id {AMONG}"
        return set(self._db.column(sql, (listed(rows),)))

    def take_out_unused(self) -> None:
        """Remove the tags and sources that were removed elsewhere and are used here no longer.

        And tags and names in which nothing stands that anybody wrote.
        """
        for thing in self._things.where("kind IN ('tag', 'dismissed') AND writes NOT LIKE '%\"fields\"%'"):
            if is_unwritten(thing) and not (thing.is_wanted or thing.asked_in):
                self._drop_unused(thing)
        for thing in self._things.removed(_USED):
            if self._things.is_gone(thing):
                self._take_out(thing)
                self._look_again(thing.kind, [thing])

    def _place_kind(self, kind: Kind, things: Iterable[Thing]) -> None:
        placed = []
        for thing in things:
            try:
                self._place_thing(thing)
            except (StoreError, ValueError, TypeError, KeyError, AttributeError) as error:
                if isinstance(error, StoreError) and not isinstance(error.__cause__, sqlite3.IntegrityError):
                    raise  # a full disk, a damaged library
                thing.is_waiting = True
                why = error.__cause__ or error
                told = _("{kind} {key} does not fit in here: {reason}.")
                called = kind.label[:1].upper() + kind.label[1:]
                self.troubles.append(told.format(kind=called, key=thing.key, reason=why))
            placed.append(thing)
        self._look_again(kind, placed)

    def _place_thing(self, thing: Thing) -> None:
        thing.is_waiting = False
        if self._things.is_gone(thing):
            return
        if thing.row is None and not self._merging.meet(thing):
            self._put_in(thing)
        elif thing.row is not None:
            self._change(thing, thing.row)

    def _drop_unused(self, thing: Thing) -> None:
        if thing.row is not None:
            if thing.kind is TAG and self._db.value(_USED["tag"], {"id": thing.row}):
                return
            self._recorder.delete(thing.kind.table, [thing.row])
        self._things.drop(thing)

    # -- removing ---------------------------------------------------------------------------------------

    def _take_out(self, thing: Thing) -> None:
        if thing.row is None or thing.forgotten:  # forgetting needs the names, and does more
            return
        if thing.kind is ARTICLE:  # only a person empties the trash
            self._with_values(thing, "trashed")
            if not self._db.value("SELECT trashed FROM articles WHERE id = ?", (thing.row,)):
                self._recorder.update("articles", [thing.row], {"trashed": now()})
                self._count(self.changed, thing)
            return
        if thing.kind.name in _USED and self._db.value(_USED[thing.kind.name], {"id": thing.row}):
            self._noticing.bring_back(thing)
            return
        children = list(below(self._things, self._db, thing))
        notes = self._notes_on(thing.row) if thing.kind is QUOTE else []
        self._recorder.delete(thing.kind.table, [thing.row])
        self._look_again(NOTE, notes)
        for gone in (*children, thing):
            self._part(gone)
        self._count(self.changed, thing)

    def _notes_on(self, quote: int) -> list[Thing]:
        """The notes on a quote that goes, which stand on it again should it come back."""
        rows = self._db.column("SELECT id FROM notes WHERE quote_id = ?", (quote,))
        notes = list(self._things.of_rows("note", rows).values())
        for note in notes:
            self._with_values(note, "quote")
            note.is_waiting = True
        return notes

    def _part(self, thing: Thing) -> None:
        self._keys.part(*thing.name)
        thing.part()
        self._things.keep(thing)

    # -- what comes in ----------------------------------------------------------------------------------

    def _put_in(self, thing: Thing) -> None:
        kind = thing.kind
        parent = self._keys.row(kind.parent, thing.parent) if kind.parent else None
        said = self._said(thing)
        if said is None or (kind.parent and parent is None):
            thing.is_waiting = True
            return
        columns = self.columns(thing, said, parent)
        if columns is None:
            thing.is_waiting = True
            return
        if kind.parent and parent is not None:
            columns[kind.parent_column] = parent
        if kind.has_uid:
            columns["uid"] = self._free_uid(kind, thing.key)
        self._join(thing, self._insert(kind, columns, parent))
        self._hang(thing)
        self._count(self.came, thing)
        if self._is_contested(thing):
            self._noticing.pen.say_again(thing)

    def _is_contested(self, thing: Thing) -> bool:
        """Whether it belongs to something that somebody removed and another kept: some lack it then."""
        parent = self._things.get(thing.kind.parent, thing.parent) if thing.parent else None
        return parent is not None and (bool(parent.removals) or self._is_contested(parent))

    def _join(self, thing: Thing, row_id: int) -> None:
        thing.row = row_id
        self._keys.join(thing.kind.name, thing.key, row_id)
        if thing.kind is ARTICLE:
            self._new_articles.add(row_id)
            # as for any article that comes in: its text is not kept a second time in the journal
            uid = self._db.value("SELECT uid FROM articles WHERE id = ?", (row_id,))
            sides = f'{{"trashed": "{now()}"}}', '{"trashed": ""}'
            self._recorder.record([RowChange("articles", row_id, uid, *sides)])

    def _insert(self, kind: Kind, columns: dict[str, Any], parent: int | None) -> int:
        table = kind.table
        if kind is ARTICLE or kind is VERSION or (kind.parent == "article" and parent in self._new_articles):
            return self._db.insert(table, columns)
        return self._recorder.insert(table, columns)

    def _free_uid(self, kind: Kind, key: str) -> str:
        is_uid = len(key) == 36
        is_taken = is_uid and self._db.value(f"SELECT 1 FROM {kind.table} WHERE uid = ?", (key,))
        return key if is_uid and not is_taken else new_uid()

    # -- what changes -----------------------------------------------------------------------------------

    def _change(self, thing: Thing, row: int) -> None:
        said = self._news(thing)
        parent = self._parent_of(thing, row)
        columns = self._uncovered(thing, row, said, self.columns(thing, said, parent) or {})
        changed = False
        if thing.kind is VERSION:
            self._uncover_text(thing, row)
        if columns and thing.kind is VERSION:
            columns.pop("number", None)
            names = ", ".join(f"{name} = ?" for name in columns)
            self._db.run(f"UPDATE versions SET {names} WHERE id = ?", (*columns.values(), row))
        elif columns:
            changed = bool(self._recorder.update(thing.kind.table, [row], columns))
        if self._hang(thing) or changed:
            self._count(self.changed, thing)

    def set_field(self, thing: Thing, row: int, name: str, values: dict[str, Any]) -> None:
        """Have a row say something in one field."""
        if thing.kind is ARTICLE and name == "text":
            self._show_text(row, values["in"])
        elif columns := self.columns(thing, {name: values}, self._parent_of(thing, row)):
            self._recorder.update(thing.kind.table, [row], columns)

    def _count(self, counts: dict[str, int], thing: Thing) -> None:
        counts[thing.kind.name] = counts.get(thing.kind.name, 0) + 1
