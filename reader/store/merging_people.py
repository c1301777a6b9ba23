"""Sources and tags of another library, recognised in this one; a part of merging."""

from typing import Any

from reader.i18n import _
from reader.models import Source, SourceKind, TermsOfUse
from reader.store.columns import Use
from reader.store.connection import Connection
from reader.store.folding import folded
from reader.store.namesakes import may_be_one
from reader.store.source_details import SourceDetails
from reader.store.source_labels import field_label, value_label
from reader.store.sources import SOURCE
from reader.store.steps import Recorder, new_uid
from reader.store.taggings import Tagged, table_of
from reader.terms import stricter


class People:
    """Finds or makes this library's source or tag for the other's."""

    def __init__(self, recorder: Recorder, other: Connection, conflicts: list[str]) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._other = other
        self._conflicts = conflicts
        self.joined: list[str] = []
        """Who was taken for somebody here by the name alone, one sentence each."""
        self._sources: dict[int, int] = {}
        self._tags: dict[int, int] = {}

    def take_sources(self) -> None:
        """Find or make every source of the other library."""
        for source_id in self._other.column("SELECT id FROM sources ORDER BY id"):
            self._sources[source_id] = self._source(source_id)

    def assign(self, quote_id: int, source_id: int) -> None:
        """Give a quote of this library the source that is `source_id` in the other."""
        self._recorder.update("quotes", [quote_id], {"source_id": self._sources[source_id]})

    def _source(self, source_id: int) -> int:
        row = self._other.named("SELECT * FROM sources WHERE id = ?", (source_id,))[0]
        ours = self._ours(row)
        if ours:
            number = int(ours["id"])
            self._join(ours, row)
        else:
            values = {name: value for name, value in row.items() if name not in ("id", "used")}
            number = self._recorder.insert("sources", values)
        self._names(number, source_id, row["name"])
        self._details(number, source_id, row)
        return number

    def _details(self, ours: int, theirs: int, row: dict[str, Any]) -> None:
        """Fields and contacts that are not known here."""
        here = SourceDetails(self._recorder)
        there = self._other.rows("SELECT name, value FROM source_fields WHERE source_id = ?", (theirs,))
        known = here.fields(ours)
        here.set_fields(ours, {name: value for name, value in there if name not in known})
        sql = "SELECT written FROM source_contacts WHERE source_uid = ?"
        written = self._other.value(sql, (row["uid"],))
        if not written or here.contacts(ours):
            return
        if here.is_confirmed:
            here.set_contacts(ours, written)
        else:
            self._conflicts.append(
                _("Contacts of {name} stay there: none are kept in this library yet.").format(
                    name=row["name"]
                )
            )

    def _ours(self, row: dict[str, Any]) -> dict[str, Any] | None:
        """This library's source for one of the other: the same by its uid, or by a name that is enough."""
        known = self._db.first("SELECT * FROM sources WHERE uid = ?", (row["uid"],))
        namesakes = self._db.named(
            "SELECT * FROM sources WHERE fold(name) = ? ORDER BY id", (folded(row["name"]),)
        )
        if known or not namesakes:
            return known
        why = {one["id"]: may_be_one(_as_source(one), _as_source(row)) for one in namesakes}
        same = [one for one in namesakes if not why[one["id"]]]
        if len(same) == 1:
            self.joined.append(
                _("“{theirs}” was taken for “{ours}” (source {id}).").format(
                    theirs=row["name"], ours=same[0]["name"], id=same[0]["id"]
                )
            )
            return same[0]
        first = namesakes[0]
        reason = why[first["id"]] or _("several here are called so")
        self._conflicts.append(
            _(
                "“{theirs}” was kept apart from “{ours}” (source {id}): {reason}. `reader sources merge` "
                "makes them one."
            ).format(theirs=row["name"], ours=first["name"], id=first["id"], reason=reason)
        )
        return None

    def _join(self, ours: dict[str, Any], theirs: dict[str, Any]) -> None:
        changes = {}
        for name in SOURCE.names(Use.FILLED):
            if theirs[name] and not ours[name]:
                changes[name] = theirs[name]
            elif theirs[name] and theirs[name] != ours[name]:
                conflict = _("Source {source}: {field} is “{theirs}” there and stays “{ours}”.").format(
                    source=ours["name"],
                    field=field_label(name),
                    theirs=value_label(name, theirs[name]),
                    ours=value_label(name, ours[name]),
                )
                self._conflicts.append(conflict)
        changes["use"] = str(stricter(TermsOfUse(ours["use"]), TermsOfUse(theirs["use"])))
        changes["identity_protected"] = max(ours["identity_protected"], theirs["identity_protected"])
        self._recorder.update("sources", [ours["id"]], changes)

    def keep_stricter(self, ours: int, theirs: int) -> None:
        """Let a quote of both libraries be used as the stricter of the two allows."""
        here, there = _use_of(self._db, ours), _use_of(self._other, theirs)
        if stricter(here, there) is not here:
            self._recorder.update("quotes", [ours], {"use": str(there)})

    def _names(self, ours: int, theirs: int, name: str) -> None:
        known = set(self._db.column("SELECT name FROM aliases WHERE source_id = ?", (ours,)))
        known.add(self._db.value("SELECT name FROM sources WHERE id = ?", (ours,)))
        aliases = self._other.column("SELECT name FROM aliases WHERE source_id = ? ORDER BY id", (theirs,))
        for alias in (name, *aliases):
            if alias not in known:
                known.add(alias)
                self._recorder.insert("aliases", {"source_id": ours, "name": alias})

    def tag(self, column: Tagged, theirs: int, ours: int) -> None:
        """Put the tags of a thing of the other library on a thing of this one."""
        table = table_of(column)
        sql = f"SELECT tag_id FROM {table} WHERE {column} = ? ORDER BY id"
        for other_id in self._other.column(sql, (theirs,)):
            if other_id not in self._tags:
                self._tags[other_id] = self._tag(other_id)
            tag_id = self._tags[other_id]
            there = f"SELECT 1 FROM {table} WHERE tag_id = ? AND {column} = ?"
            if not self._db.value(there, (tag_id, ours)):
                self._recorder.insert(table, {"tag_id": tag_id, column: ours})

    def _tag(self, other_id: int) -> int:
        tag = self._other.first("SELECT name, colour, description FROM tags WHERE id = ?", (other_id,)) or {}
        known = self._db.first("SELECT id, colour, description FROM tags WHERE name = ?", (tag["name"],))
        if known is None:
            return self._recorder.insert("tags", {"uid": new_uid(), **tag})
        new = {name: said for name, said in tag.items() if name != "name" and said and not known[name]}
        if new:
            self._recorder.update("tags", [known["id"]], new)
        return int(known["id"])


def _as_source(row: dict[str, Any]) -> Source:
    """What tells a source from its namesakes."""
    return Source(row["name"], SourceKind(row["kind"]), row["role"], row["affiliation"])


def _use_of(connection: Connection, quote_id: int) -> TermsOfUse:
    """How a quote may be used, by itself or by its source."""
    sql = """SELECT coalesce(nullif(quotes.use, ''), sources.use, 'on record')
        FROM quotes LEFT JOIN sources ON sources.id = source_id WHERE quotes.id = ?"""
    return TermsOfUse(connection.value(sql, (quote_id,)))
