"""Makes the rows of a library say what stands of the things that others wrote about."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from reader.errors import StoreError
from reader.store.folding import sort_key
from reader.store.merging import PlaceAgain
from reader.store.steps import Recorder, new_uid, now
from reader.store.syncing.grounds import Grounds
from reader.store.syncing.kinds import ARTICLE, KINDS, NOTE, QUOTE, REFERENCES, VERSION, Hanging, Kind
from reader.store.syncing.merging import Merging
from reader.store.syncing.noticing import Noticing, below
from reader.store.syncing.rows import digest
from reader.store.syncing.things import Thing, with_value

_BLOCK = "█"
"""What covers a letter."""
_OF_THE_SPEAKER = frozenset(
    str.split(
        "source_id resolved_speaker speaker_role speaker_affiliation spoken_by speaker frame use description"
    )
)
"""Columns that others may have without the name, and that only whoever has the name changes there."""
Said = dict[str, dict[str, Any]]
_USED = {
    "source": "SELECT 1 FROM quotes WHERE source_id = :id",
    "tag": """SELECT 1 FROM taggings WHERE tag_id = :id
        UNION SELECT 1 FROM memo_taggings WHERE tag_id = :id""",
}
"""Whether somebody uses here what somebody else removed."""


class Placing:
    """Writes rows."""

    def __init__(self, recorder: Recorder, noticing: Noticing, merging: Merging, place: PlaceAgain) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._noticing = noticing
        self._rows = noticing.rows
        self._things = noticing.things
        self._keys = self._things.keys
        self._merging = merging
        self._before: dict[str, str] = {}
        self._grounds = Grounds(self._db, place)
        self._new_articles: set[int] = set()
        self.came: dict[str, int] = {}
        """Things that came in, by kind."""
        self.changed: dict[str, int] = {}
        """Things of this library that say something else now, by kind."""
        self.troubles: list[str] = []

    def place(self, touched: dict[tuple[str, str], Thing]) -> None:
        """Have the rows of things say what stands of them."""
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

    def take_out_unused(self) -> None:
        """Remove the tags and sources that were removed elsewhere and are used here no longer."""
        for thing in self._things.removed(_USED):
            if self._things.is_gone(thing):
                self._take_out(thing)
                self._look_again(thing.kind, [thing])

    def _place_kind(self, kind: Kind, things: Iterable[Thing]) -> None:
        placed = []
        for thing in things:
            try:
                self._place_thing(thing)
            except StoreError as error:
                if not isinstance(error.__cause__, sqlite3.IntegrityError):
                    raise
                thing.is_waiting = True
                self.troubles.append(f"A {kind.label} does not fit in here: {error.__cause__}.")
            placed.append(thing)
        self._look_again(kind, placed)

    def _look_again(self, kind: Kind, placed: list[Thing]) -> None:
        """Remember what the rows say now, so that it is not taken for a change of ours."""
        said = self._rows.read(kind, [thing.row for thing in placed if thing.row is not None])
        for thing in placed:
            fields = said.get(thing.row or 0, {})
            untouched = {name: digest(values) for name, values in self._rows.defaults[kind.name].items()}
            digests = {name: digest(values) for name, values in fields.items()}
            thing.digests = {name: it for name, it in digests.items() if untouched.get(name) != it}
            for name, register in thing.fields.items():
                values = fields.get(name) or (self._rows.default(kind, name) if fields else None)
                if len(register) == 1 and register[0].value is not None and register[0].value == values:
                    thing.fields[name] = (with_value(register[0], None),)
            self._things.keep(thing)

    def _place_thing(self, thing: Thing) -> None:
        thing.is_waiting = False
        if self._things.is_gone(thing):
            return
        if thing.row is None:
            self._put_in(thing)
        else:
            self._change(thing, thing.row)

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
        self._recorder.delete(thing.kind.table, [thing.row])
        for gone in (*children, thing):
            self._part(gone)
        self._count(self.changed, thing)

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

    def _insert(self, kind: Kind, columns: dict[str, Any], parent: int | None) -> int:
        table = kind.table
        if kind is ARTICLE or kind is VERSION or (kind.parent == "article" and parent in self._new_articles):
            return self._db.insert(table, columns)
        return self._recorder.insert(table, columns)

    def _free_uid(self, kind: Kind, key: str) -> str:
        is_uid = len(key) == 36
        is_taken = is_uid and self._db.value(f"SELECT 1 FROM {kind.table} WHERE uid = ?", (key,))
        return key if is_uid and not is_taken else new_uid()

    def _said(self, thing: Thing) -> Said | None:
        """What stands of each field; None where something that must be told is not known."""
        said: Said = {}
        for field in thing.kind.fields:
            register = thing.fields.get(field.name)
            if register:
                value = self._merging.standing(thing.kind, field.name, register).value
            if not register or value is None:
                value = self._rows.default(thing.kind, field.name)
            if value is None:
                return None
            said[field.name] = value
        return said

    def columns(self, thing: Thing, said: Said, parent: int | None) -> dict[str, Any] | None:
        """The columns of fields of a thing; None where what they need is not here."""
        columns: dict[str, Any] = {}
        for values in said.values():
            columns |= {name: value for name, value in values.items() if name != "in"}
        columns |= {
            name: self._here(thing, name, value) for name, value in columns.items() if name in REFERENCES
        }
        if thing.kind in (QUOTE, NOTE) and "place" in said and parent is not None:
            columns |= self._grounds.columns(thing.kind, parent, said["place"])
            thing.is_waiting |= not self._grounds.has(parent, said["place"]["in"])
        if "title" in columns:
            columns["title_key"] = sort_key(columns["title"])
        if thing.kind is VERSION and "text" in said:
            columns["number"] = self._free_number(parent or 0, columns["number"])
        if thing.kind is ARTICLE and thing.row is None:
            return self._with_text(thing, columns, said["text"]["in"])
        return columns

    def _here(self, thing: Thing, column: str, value: Any) -> Any:
        """The row of this library that a column names."""
        if not value:
            return value
        if column.endswith("_uid"):
            return self._keys.uid_of(REFERENCES[column], value)
        row_id = self._keys.row(REFERENCES[column], value)
        if row_id is None:
            thing.is_waiting = True
        return row_id

    def _free_number(self, article: int, number: int) -> int:
        sql = "SELECT max(number), sum(number = ?) FROM versions WHERE article_id = ?"
        last, is_taken = self._db.one(sql, (number, article)) or (0, 0)
        return last + 1 if is_taken else number

    def _with_text(self, thing: Thing, columns: dict[str, Any], text: str) -> dict[str, Any] | None:
        """The columns of a new article, which comes with its newest text."""
        version = self._things.get("version", f"{thing.key}:{text}")
        register = version.fields.get("text") if version else None
        if not register or register[0].value is None:
            return None
        value = register[0].value
        return columns | {"hash": text, "version": value["number"], "words": len(value["text"].split())}

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

    def _uncover_text(self, thing: Thing, row: int) -> None:
        """Take a text as it was written, where it came with names covered before."""
        register = thing.fields.get("text", ())
        values = self._merging.standing(VERSION, "text", register).value if register else None
        before = self._rows.read(VERSION, [row])[row]["text"]["text"]
        if values is None or _BLOCK not in before or len(values["text"]) != len(before):
            return
        if register[0].is_covered:
            return
        current = """SELECT articles.id, title FROM articles JOIN versions ON article_id = articles.id
            AND number = version WHERE versions.id = ?"""
        for article, title in self._db.rows(current, (row,)):
            index = "INSERT INTO article_texts_fts(article_texts_fts, rowid, title, text)"
            self._db.run(f"{index} VALUES ('delete', ?, ?, ?)", (article, title, before))
            index = "INSERT INTO article_texts_fts(rowid, title, text) VALUES (?, ?, ?)"
            self._db.run(index, (article, title, values["text"]))
            self._grounds.changed(article)
        self._db.run("UPDATE versions SET text = ? WHERE id = ?", (values["text"], row))

    def set_field(self, thing: Thing, row: int, name: str, values: dict[str, Any]) -> None:
        """Have a row say something in one field."""
        if thing.kind is ARTICLE and name == "text":
            self._show_text(row, values["in"])
        elif columns := self.columns(thing, {name: values}, self._parent_of(thing, row)):
            self._recorder.update(thing.kind.table, [row], columns)

    def _parent_of(self, thing: Thing, row: int) -> int | None:
        """The row that a row belongs to."""
        if not thing.kind.parent:
            return None
        sql = f"SELECT {thing.kind.parent_column} FROM {thing.kind.table} WHERE id = ?"
        parent: int | None = self._db.value(sql, (row,))
        return parent

    def _uncovered(self, thing: Thing, row: int, said: Said, columns: dict[str, Any]) -> dict[str, Any]:
        """The columns without those of which others know only a cover, and this library the words."""
        standing = {
            name: self._merging.standing(thing.kind, name, thing.fields[name])
            for name in said
            if name in thing.fields
        }
        covered = {
            column: write.dot.library
            for name, write in standing.items()
            if write.is_covered
            for column in thing.kind.field(name).columns
        }
        if not covered:
            return columns
        before = self._db.named(f"SELECT * FROM {thing.kind.table} WHERE id = ?", (row,))[0]
        kept = {
            name
            for name, library in covered.items()
            if name in columns
            and name in before
            and self._is_kept(name, columns[name], before[name], library)
        }
        return {name: value for name, value in columns.items() if name not in kept}

    def _is_kept(self, name: str, said: Any, here: Any, library: str) -> bool:
        """Whether a column stays as it is here, since whoever wrote it knew it covered."""
        if library == self._noticing.pen.library:
            return True  # what we ourselves said, covered, to others
        is_covered = _BLOCK in str(said) and _BLOCK not in str(here)
        return is_covered or (name in _OF_THE_SPEAKER and bool(here))

    def _news(self, thing: Thing) -> Said:
        """What stands of those fields that the row says otherwise."""
        said: Said = {}
        for field in thing.kind.fields:
            register = thing.fields.get(field.name)
            if not register or (field.is_fixed and thing.kind is not VERSION):
                continue
            value = self._merging.standing(thing.kind, field.name, register).value
            if value is not None:
                said[field.name] = value
        if thing.kind is VERSION:
            said.pop("text", None)
        if thing.kind is ARTICLE and "trashed" not in thing.fields:
            said["trashed"] = {"trashed": ""}  # it had gone there with its removal
        return said

    def _show_texts(self, touched: dict[tuple[str, str], Thing]) -> None:
        """Have articles show their newest text, and what stands in them stand in it."""
        articles = {one.parent: None for one in touched.values() if one.kind is VERSION}
        articles |= {one.key: None for one in touched.values() if one.kind is ARTICLE}
        for key in articles:
            article = self._things.get("article", key)
            if article is not None and article.row is not None and self._show(article, article.row):
                self._grounds.changed(article.row)
                for child in below(self._things, self._db, article):
                    if child.kind in (QUOTE, NOTE):
                        touched[child.name] = self._with_place(child)
                self._look_again(ARTICLE, [article])

    def _with_place(self, thing: Thing) -> Thing:
        """A quote or note that says itself where it stood, so that it can be placed again."""
        if values := self._with_values(thing, "place"):
            # the row is asked after its article has another text, in which it does not stand yet
            stood = (
                {} if values["anchor"] == "orphan" or not values["in"] else {"in": self._before[thing.parent]}
            )
            register = thing.fields["place"]
            thing.fields["place"] = tuple(
                with_value(one, one.value | stood) if one.value is values else one for one in register
            )
        return thing

    def _with_values(self, thing: Thing, name: str) -> dict[str, Any] | None:
        """Have a field say itself what its row says; what that is, where it did not."""
        register = thing.fields.get(name, ())
        if thing.row is None or all(one.value is not None for one in register):
            return None
        values = self._rows.read(thing.kind, [thing.row])[thing.row][name]
        thing.fields[name] = tuple(with_value(one, values) if one.value is None else one for one in register)
        return values

    def _show(self, article: Thing, row: int) -> bool:
        """Show the text of an article that stands; whether it is another one than before."""
        register = article.fields.get("text", ())
        if not register:
            return False
        value = self._merging.standing(ARTICLE, "text", register).value
        if value is None:
            return False
        self._before[article.key] = self._db.value("SELECT hash FROM articles WHERE id = ?", (row,))
        if not self._show_text(row, value["in"]):
            article.is_waiting = True
            self._things.keep(article)
            return False
        return bool(self._before[article.key] != value["in"])

    def _show_text(self, row: int, text: str) -> bool:
        """Have an article show one of its texts; whether that is here."""
        sql = """SELECT number, text FROM versions WHERE article_id = ? AND hash = ?
            ORDER BY number DESC LIMIT 1"""
        found = self._db.one(sql, (row, text))
        if found is not None:
            new = {"version": found[0], "hash": text, "words": len(found[1].split())}
            self._recorder.update("articles", [row], new)
        return found is not None

    # -- what hangs on things ---------------------------------------------------------------------------

    def _hang(self, thing: Thing) -> bool:
        changed = False
        for hanging in thing.kind.hanging:
            beginning = f"{hanging.prefix}/"
            for name, register in thing.fields.items():
                if name.startswith(beginning):
                    value = self._merging.standing(thing.kind, name, register).value
                    if value is not None:
                        changed |= self._set(hanging, thing, name.removeprefix(beginning), value["set"])
        return changed

    def _set(self, hanging: Hanging, thing: Thing, name: str, said: Any) -> bool:
        named = ("tag_id", self._tag(name)) if hanging.prefix == "tags" else ("name", name)
        sql = f"SELECT id FROM {hanging.table} WHERE {hanging.owner} = ? AND {named[0]} = ?"
        row_id = self._db.value(sql, (thing.row, named[1]))
        if not said:
            return bool(row_id) and bool(self._recorder.delete(hanging.table, [row_id]))
        values = {hanging.value: said} if hanging.value else {}
        if row_id:
            return bool(values) and bool(self._recorder.update(hanging.table, [row_id], values))
        self._recorder.insert(hanging.table, {hanging.owner: thing.row, named[0]: named[1], **values})
        return True

    def _tag(self, path: str) -> int:
        row_id = self._db.value("SELECT id FROM tags WHERE name = ?", (path,))
        if row_id is not None:
            return int(row_id)
        tag = self._things.get("tag", path) or self._things.new(KINDS[0], path)
        tag.row = self._recorder.insert("tags", {"uid": new_uid(), "name": path})
        self._keys.join("tag", path, tag.row)
        self._look_again(KINDS[0], [tag])
        return tag.row

    def _count(self, counts: dict[str, int], thing: Thing) -> None:
        counts[thing.kind.name] = counts.get(thing.kind.name, 0) + 1
