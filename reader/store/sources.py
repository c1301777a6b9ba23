"""The register of sources that speakers are resolved to."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.errors import NotFoundError, StoreError
from reader.models import Confidentiality, Source, SourceKind
from reader.store.connection import Row
from reader.store.steps import AMONG, Ledger, listed, new_uid

_COLUMNS = "id, uid, name, kind, role, affiliation, confidentiality, remarks"


class Sources:
    """The sources of a library."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._db = ledger.db

    def all(self) -> list[Source]:
        """Every source, by name, with its numbers of quotes and articles."""
        return self._told(self._db.rows(f"SELECT {_COLUMNS} FROM sources ORDER BY name COLLATE NOCASE"))

    def get(self, source_id: int) -> Source:
        """One source."""
        found = self._told(self._db.rows(f"SELECT {_COLUMNS} FROM sources WHERE id = ?", (source_id,)))
        if not found:
            raise NotFoundError(f"There is no source number {source_id} in the library.")
        return found[0]

    def recent(self, limit: int = 9) -> list[Source]:
        """The sources assigned last, latest first."""
        sql = f"SELECT {_COLUMNS} FROM sources WHERE used > 0 ORDER BY used DESC LIMIT ?"
        return self._told(self._db.rows(sql, (limit,)))

    def _told(self, rows: list[Row]) -> list[Source]:
        chosen = (listed(row[0] for row in rows),)
        sql = f"SELECT source_id, name FROM aliases WHERE source_id {AMONG} ORDER BY id"
        aliases: dict[int, tuple[str, ...]] = {}
        for source_id, name in self._db.rows(sql, chosen):
            aliases[source_id] = (*aliases.get(source_id, ()), name)
        sql = f"""SELECT source_id, count(*), count(DISTINCT article_id) FROM quotes
            WHERE source_id {AMONG} GROUP BY source_id"""
        counts = {row[0]: row[1:] for row in self._db.rows(sql, chosen)}
        return [_source_of(row, aliases.get(row[0], ()), counts.get(row[0], (0, 0))) for row in rows]

    def add(self, source: Source) -> Source:
        """Enter a source into the register; returns it as stored."""
        with self._ledger.step(f"Add source {source.name}"):
            source_id = self._ledger.insert("sources", {"uid": source.uid or new_uid(), **_values(source)})
            self._set_aliases(source_id, source.aliases)
            return self.get(source_id)

    def update(self, source: Source) -> Source:
        """Store a changed source; returns it as stored."""
        with self._ledger.step(f"Change source {source.name}"):
            self.get(source.id)
            self._ledger.update("sources", [source.id], _values(source))
            self._set_aliases(source.id, source.aliases)
            return self.get(source.id)

    def _set_aliases(self, source_id: int, names: Iterable[str]) -> None:
        wanted = dict.fromkeys(" ".join(name.split()) for name in names if name.strip())
        present = {name: number for number, name in self._alias_rows(source_id)}
        self._ledger.delete("aliases", [number for name, number in present.items() if name not in wanted])
        for name in wanted:
            if name not in present:
                self._ledger.insert("aliases", {"source_id": source_id, "name": name})

    def _alias_rows(self, source_id: int) -> list[Row]:
        return self._db.rows("SELECT id, name FROM aliases WHERE source_id = ? ORDER BY id", (source_id,))

    def remove(self, ids: Iterable[int]) -> int:
        """Remove sources; their quotes stay, without a source. Returns how many there were."""
        chosen = listed(ids)
        with self._ledger.step("Remove sources"):
            among = f"{AMONG}"
            quotes = self._db.column(f"SELECT id FROM quotes WHERE source_id {among}", (chosen,))
            self._ledger.update("quotes", quotes, {"source_id": None})
            self._ledger.delete(
                "aliases", self._db.column(f"SELECT id FROM aliases WHERE source_id {among}", (chosen,))
            )
            return self._ledger.delete(
                "sources", self._db.column("SELECT value FROM json_each(?)", (chosen,))
            )

    def assign(self, quote_ids: Iterable[int], source_id: int) -> int:
        """Say who spoke; `source_id` 0 takes the source off. Returns how many quotes changed."""
        name = self.get(source_id).name if source_id else "nobody"
        with self._ledger.step(f"Assign to {name}"):
            changed = self._ledger.update(
                "quotes", quote_ids, {"source_id": source_id or None, "by_person": 1}
            )
            self._use(source_id)
            return len(changed)

    def _use(self, source_id: int) -> None:
        # the order of use is a convenience, no change to undo
        self._db.run(
            "UPDATE sources SET used = 1 + (SELECT max(used) FROM sources) WHERE id = ?", (source_id,)
        )

    def suggest(self, text: str, limit: int = 9) -> list[Source]:
        """Sources whose name or alias is like `text`, the likeliest first."""
        from reader.store.similar_names import suggested

        return suggested(self.all(), text, limit)

    def similar(self) -> list[tuple[Source, Source, float]]:
        """Pairs that are probably the same, with how much they are alike (0 to 1), the likeliest first."""
        from reader.store.similar_names import pairs

        return pairs(self.all())

    def merge(self, keep_id: int, other_ids: Iterable[int]) -> Source:
        """Make several sources one: quotes, names and remarks go over to the one kept."""
        others = [self.get(number) for number in dict.fromkeys(other_ids) if number != keep_id]
        kept = self.get(keep_id)
        with self._ledger.step(f"Merge into {kept.name}"):
            for other in others:
                quotes = self._db.column("SELECT id FROM quotes WHERE source_id = ?", (other.id,))
                self._ledger.update("quotes", quotes, {"source_id": keep_id})
            self.remove(other.id for other in others)
            return self.update(_joined(kept, others))

    def split(
        self, source_id: int, name: str, quote_ids: Iterable[int] = (), aliases: Iterable[str] = ()
    ) -> Source:
        """Make a source of its own out of some quotes and aliases of another; returns the new one."""
        old, moved = self.get(source_id), tuple(aliases)
        with self._ledger.step(f"Split {name} from {old.name}"):
            others = tuple(alias for alias in moved if alias != name)
            new = self.add(replace(old, name=name, aliases=others, remarks="", id=0, uid=""))
            self.update(replace(old, aliases=tuple(alias for alias in old.aliases if alias not in moved)))
            self.assign(quote_ids, new.id)
            return self.get(new.id)


def _values(source: Source) -> dict[str, Any]:
    name = " ".join(source.name.split())
    if not name:
        raise StoreError("A source needs a name.")
    return {
        "name": name,
        "kind": str(source.kind),
        "role": source.role,
        "affiliation": source.affiliation,
        "confidentiality": str(source.confidentiality),
        "remarks": source.remarks,
    }


def _joined(kept: Source, others: Iterable[Source]) -> Source:
    names = [*kept.aliases]
    remarks = [kept.remarks]
    for other in others:
        names += [other.name, *other.aliases]
        remarks.append(other.remarks)
    aliases = tuple(dict.fromkeys(name for name in names if name != kept.name))
    return replace(kept, aliases=aliases, remarks="\n".join(remark for remark in remarks if remark))


def _source_of(row: Row, aliases: tuple[str, ...], counts: Row) -> Source:
    number, uid, name, kind, role, affiliation, confidentiality, remarks = row
    return Source(
        name,
        SourceKind(kind),
        role,
        affiliation,
        aliases,
        Confidentiality(confidentiality),
        remarks,
        number,
        uid,
        *counts,
    )
