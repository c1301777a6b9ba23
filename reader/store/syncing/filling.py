"""What the columns of a row say of a thing: keys become numbers, covers give way to what they cover."""

from typing import Any

from reader.store.folding import sort_key
from reader.store.merging import PlaceAgain
from reader.store.steps import Recorder
from reader.store.syncing.grounds import Grounds
from reader.store.syncing.kinds import ARTICLE, BLOCK, NOTE, PLACED, QUOTE, REFERENCES, VERSION
from reader.store.syncing.merging import Merging
from reader.store.syncing.noticing import Noticing
from reader.store.syncing.things import Thing

_OF_THE_SPEAKER = frozenset(
    str.split(
        "source_id resolved_speaker speaker_role speaker_affiliation spoken_by speaker frame use description"
    )
)
"""Columns that others may have without the name, and that only whoever has the name changes there."""
Said = dict[str, dict[str, Any]]
"""What fields of a thing say."""


class Filling:
    """Fills columns."""

    def __init__(self, recorder: Recorder, noticing: Noticing, merging: Merging, place: PlaceAgain) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._noticing = noticing
        self._rows = noticing.rows
        self._things = noticing.things
        self._keys = self._things.keys
        self._merging = merging
        self._before: dict[str, str] = {}
        self._grounds = Grounds(self._db, self._keys, place)
        self._new_articles: set[int] = set()
        self._trashed: dict[int, bool] = {}
        """Articles of this library that others wrote about, and whether they were in the trash before."""
        self._in_clear: set[int] = set()
        """Articles whose text was covered, and is so no longer."""
        self.came: dict[str, int] = {}
        """Things that came in, by kind."""
        self.changed: dict[str, int] = {}
        """Things of this library that say something else now, by kind."""
        self.troubles: list[str] = []

    def _said(self, thing: Thing) -> Said | None:
        """What stands of each field; None where something that must be told is not known."""
        said: Said = {}
        for field in thing.kind.fields:
            register = thing.fields.get(field.name)
            if register:
                value = self._merging.standing(thing.kind, field.name, register).value
            if not register or value is None:
                value = self._rows.default(thing.kind, field.name)
            if value is None and (thing.kind.name, field.name) == ("tag", "path"):
                value = {"name": thing.key}  # a tag that came with what it is on, and was brought back
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
        shown = {"hash": value["hash"], "version": value["number"]}
        return columns | shown | {"words": len(value["text"].split())}

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
        if "place" in standing:
            kept = self._kept_of_place(thing, kept, columns, before)
        return {name: value for name, value in columns.items() if name not in kept}

    def _kept_of_place(
        self, thing: Thing, kept: set[str], columns: dict[str, Any], before: dict[str, Any]
    ) -> set[str]:
        """What stays of a place: all where it stands and others know it covered; else no words."""
        words = "words" if thing.kind is QUOTE else "exact"
        if BLOCK in str(columns.get(words)) and self._grounds.stands(before):
            return kept | {*thing.kind.field("place").columns, "version"}
        return kept - {*PLACED, "words", "spoken_by"}

    def _is_kept(self, name: str, said: Any, here: Any, library: str) -> bool:
        """Whether a column stays as it is here, since whoever wrote it knew it covered."""
        if library == self._noticing.pen.library:
            return True  # what we ourselves said, covered, to others
        is_covered = BLOCK in str(said) and BLOCK not in str(here)
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
