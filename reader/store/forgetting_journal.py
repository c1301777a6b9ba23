"""A person in the journal: the changes that are about them or name them, and what stays of these."""

from collections.abc import Iterator, Mapping
from json import JSONEncoder, loads
from typing import Any

from reader.store.connection import Connection
from reader.store.person_columns import NAMES_OF_OTHERS, covered, freely_in, is_named, kept_in
from reader.store.records import with_title_key
from reader.store.steps import AMONG, listed
from reader.texts.name_mentions import COVER, NameMentions

_json = JSONEncoder(ensure_ascii=False).encode


class PersonInJournal:
    """What the journal keeps of one person."""

    def __init__(self, db: Connection, mentions: NameMentions, source_id: int) -> None:
        self._db = db
        self._mentions = mentions
        self._source_id = source_id
        db.raw.create_function("names_in", 2, self._is_named_in)

    def changes(self) -> Iterator[dict[str, Any]]:
        """Changes in the journal that are about the person or name them."""
        uids, ids = self.past()
        sql = f"""SELECT * FROM journal_changes WHERE subject {AMONG}
            OR names_in(table_name, before) OR names_in(table_name, after)
            OR (table_name IN ('quotes', 'aliases') AND (json_extract(before, '$.source_id') {AMONG}
              OR json_extract(after, '$.source_id') {AMONG}))"""
        yield from self._db.named(sql, (_json(sorted(uids)), listed(ids), listed(ids)))

    def past(self) -> tuple[set[str], set[int]]:
        """Uids and ids that the person had in the register, now or before they were made one."""
        ids = {self._source_id} - {0}
        uids = set(self._db.column(f"SELECT uid FROM sources WHERE id {AMONG}", (listed(ids),)))
        sql = "SELECT row_id, subject, before, after FROM journal_changes WHERE table_name = 'sources'"
        living = set(self._db.column("SELECT id FROM sources")) - ids
        for row_id, subject, *sides in self._db.rows(sql):
            names = [loads(side).get("name", "") for side in sides if side]
            if row_id not in living and any(self._mentions.is_name(name) for name in names):
                ids.add(row_id)
                uids.add(subject)
        return uids, ids

    def _is_named_in(self, table: str, side: str | None) -> bool:
        """Whether what the journal keeps of a row names the person; it is JSON, with marks of its own."""
        values = loads(side) if side else {}
        kept = kept_in(table)
        return any(
            self._is_former_name(table, name, value)
            or (name not in kept and is_named(self._mentions, value, freely_in(table, name)))
            for name, value in values.items()
        )

    def _is_former_name(self, table: str, column: str, value: object) -> bool:
        """Whether the journal keeps a name of the person, as of a source that bears another one now."""
        is_name = column in NAMES_OF_OTHERS.get(table, ()) and isinstance(value, str)
        return is_name and self._mentions.is_name(str(value))

    def clear(self) -> None:
        """Take out the changes that are about the person, and cover their names in the others."""
        uids, ids = self.past()
        for change in list(self.changes()):
            is_theirs = change["table_name"] in ("sources", "aliases", "source_fields") and (
                change["subject"] in uids or self._is_alias(change, ids)
            )
            sides = {} if is_theirs else {side: self._side(change, side, ids) for side in ("before", "after")}
            if is_theirs or all(value == "{}" for value in sides.values()):
                self._db.run("DELETE FROM journal_changes WHERE id = ?", (change["id"],))
            else:
                sql = "UPDATE journal_changes SET before = ?, after = ? WHERE id = ?"
                self._db.run(sql, (sides["before"], sides["after"], change["id"]))

    def _is_alias(self, change: Mapping[str, Any], ids: set[int]) -> bool:
        """Whether a change is about a name of theirs, also one that another source had for a while."""
        if change["table_name"] != "aliases":
            return False
        rows = [loads(change[side]) for side in ("before", "after") if change[side]]
        return any(row.get("source_id") in ids or self._mentions.is_name(row.get("name", "")) for row in rows)

    def _side(self, change: Mapping[str, Any], side: str, ids: set[int]) -> str | None:
        """What the journal keeps of one side of a change."""
        if change[side] is None:
            return None
        table, values = change["table_name"], loads(change[side])
        is_row = change["before"] is None or change["after"] is None
        kept = kept_in(table)
        cleared: dict[str, Any] = {}
        for name, value in values.items():
            if name == "source_id" and value in ids and not is_row:
                continue
            if self._is_former_name(table, name, value):
                if is_row:
                    cleared[name] = COVER
                continue  # else undo leaves the name as it is
            cleared[name] = value if name in kept else covered(self._mentions, value, freely_in(table, name))
        if "title_key" in cleared and "title" in cleared:
            cleared = with_title_key(cleared)
        if table == "quotes" and "source_id" in values and not is_row:
            cleared.pop("source_id", None)  # neither side: undo leaves the source of the quote alone
        elif cleared.get("source_id") in ids:
            cleared["source_id"] = None
        return _json(cleared)
