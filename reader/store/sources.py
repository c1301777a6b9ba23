"""The register of sources that speakers are resolved to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from json import loads
from typing import TYPE_CHECKING, Any

from reader.errors import NotFoundError
from reader.i18n import _
from reader.models import Source, SourceKind, TermsOfUse
from reader.store.columns import FLAG, TEXT, Column, Columns, Use, term, values_of
from reader.store.connection import Row
from reader.store.folding import folded
from reader.store.names import clean_name
from reader.store.steps import AMONG, Recorder, listed, new_uid

if TYPE_CHECKING:
    from reader.store.joining import Joining
    from reader.store.source_details import SourceDetails

SOURCE = Columns(
    Column("id"),
    Column("uid"),
    Column("name", TEXT, (Use.EDITED,)),
    Column("kind", term(SourceKind), (Use.EDITED, Use.FILLED)),
    Column("role", TEXT, (Use.EDITED, Use.FILLED)),
    Column("affiliation", TEXT, (Use.EDITED, Use.FILLED)),
    Column("use", term(TermsOfUse), (Use.EDITED,)),
    Column("remarks", TEXT, (Use.EDITED, Use.FILLED)),
    Column("description", TEXT, (Use.EDITED, Use.FILLED)),
    Column("identity_protected", FLAG, (Use.EDITED,)),
    Column("external_id", TEXT, (Use.EDITED, Use.FILLED)),
)
"""The fields of a `Source`, without its aliases and what is counted."""


class Sources:
    """The sources of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    @cached_property
    def details(self) -> "SourceDetails":
        """What is known of sources and leaves for nobody."""
        from reader.store.source_details import SourceDetails  # rare

        return SourceDetails(self._recorder)

    def all(self) -> list[Source]:
        """Every source, by name, with its numbers of quotes and articles."""
        return self._sources_of(
            self._db.rows(f"SELECT {SOURCE.selected} FROM sources ORDER BY name COLLATE NOCASE")
        )

    def get(self, source_id: int) -> Source:
        """One source."""
        found = self._sources_of(
            self._db.rows(f"SELECT {SOURCE.selected} FROM sources WHERE id = ?", (source_id,))
        )
        if not found:
            raise NotFoundError(
                _("There is no source number {source_id} in the library.").format(source_id=source_id)
            )
        return found[0]

    def some_covered(self) -> bool:
        """Whether there is a source whose name is kept out of what leaves."""
        sql = "SELECT 1 FROM sources WHERE use <> 'on record' OR identity_protected LIMIT 1"
        return self._db.value(sql) is not None

    def recent(self, limit: int = 9) -> list[Source]:
        """The sources assigned last, latest first."""
        sql = f"SELECT {SOURCE.selected} FROM sources WHERE used > 0 ORDER BY used DESC LIMIT ?"
        return self._sources_of(self._db.rows(sql, (limit,)))

    def quotes_of(self, source_id: int) -> list[int]:
        """The quotes given to a source, the latest articles first; none of the trash."""
        sql = """SELECT quotes.id FROM quotes JOIN articles ON articles.id = article_id
            WHERE source_id = ? AND trashed = '' ORDER BY article_id DESC, start_at"""
        return [int(number) for (number,) in self._db.rows(sql, (source_id,))]

    def _sources_of(self, rows: list[Row]) -> list[Source]:
        table = SOURCE.read(rows)
        chosen = (listed(table["id"]),)
        sql = f"SELECT source_id, name FROM aliases WHERE source_id {AMONG} ORDER BY id"
        aliases: dict[int, tuple[str, ...]] = {}
        for source_id, name in self._db.rows(sql, chosen):
            aliases[source_id] = (*aliases.get(source_id, ()), name)
        sql = f"""SELECT source_id, count(*), count(DISTINCT article_id) FROM quotes
            WHERE source_id {AMONG} GROUP BY source_id"""
        counts = {source_id: (quotes, articles) for source_id, quotes, articles in self._db.rows(sql, chosen)}
        table["aliases"] = [aliases.get(number, ()) for number in table["id"]]
        table["quotes"], table["articles"] = (
            [counts.get(number, (0, 0))[at] for number in table["id"]] for at in (0, 1)
        )
        return values_of(Source, table)

    def add(self, source: Source) -> Source:
        """Enter a source into the register; returns it as stored."""
        with self._recorder.step(_("Add source {name}").format(name=source.name)):
            source_id = self._recorder.insert("sources", {"uid": source.uid or new_uid(), **_values(source)})
            self._set_aliases(source_id, source.aliases)
            return self.get(source_id)

    def update(self, source: Source) -> Source:
        """Store a changed source; returns it as stored."""
        with self._recorder.step(_("Change source {name}").format(name=source.name)):
            is_renamed = source.name != self.get(source.id).name  # a name that is there already may stay
            values = _values(source) if is_renamed else SOURCE.stored(source, Use.EDITED)
            self._recorder.update("sources", [source.id], values)
            self._set_aliases(source.id, source.aliases)
            return self.get(source.id)

    def _set_aliases(self, source_id: int, names: Iterable[str]) -> None:
        present = {name: number for number, name in self._alias_rows(source_id)}
        wanted = dict.fromkeys(
            name if name in present else clean_name(name, "source") for name in names if name.strip()
        )
        self._recorder.delete("aliases", [number for name, number in present.items() if name not in wanted])
        for name in wanted:
            if name not in present:
                self._recorder.insert("aliases", {"source_id": source_id, "name": name})

    def _alias_rows(self, source_id: int) -> list[Row]:
        return self._db.rows("SELECT id, name FROM aliases WHERE source_id = ? ORDER BY id", (source_id,))

    def remove(self, ids: Iterable[int]) -> int:
        """Remove sources; their quotes stay, without a source. Returns how many there were."""
        chosen = listed(ids)
        with self._recorder.step(_("Remove sources")):
            quotes = self._db.column(f"SELECT id FROM quotes WHERE source_id {AMONG}", (chosen,))
            self._keep_use(quotes)
            self._recorder.update("quotes", quotes, {"source_id": None})
            self._recorder.delete(
                "aliases", self._db.column(f"SELECT id FROM aliases WHERE source_id {AMONG}", (chosen,))
            )
            self.details.clear_fields(loads(chosen))
            return self._recorder.delete(
                "sources", self._db.column("SELECT value FROM json_each(?)", (chosen,))
            )

    def assign(self, quote_ids: Iterable[int], source_id: int) -> int:
        """Say who spoke; `source_id` 0 takes the source off. Returns how many quotes changed."""
        quote_ids = list(quote_ids)
        named = _("Assign to {name}").format(name=self.get(source_id).name) if source_id else ""
        with self._recorder.step(named or _("Assign to nobody")):
            if not source_id:
                self._keep_use(quote_ids)
            changed = self._recorder.update(
                "quotes", quote_ids, {"source_id": source_id or None, "by_person": 1}
            )
            self._use(source_id)
            return len(changed)

    def _keep_use(self, quote_ids: Iterable[int]) -> None:
        """Write on quotes how their source let them be used, before they lose it: what was off the record
        is not on record since nobody stands beside it."""
        sql = f"""SELECT quotes.id, sources.use FROM quotes JOIN sources ON sources.id = source_id
            WHERE quotes.id {AMONG} AND quotes.use = '' AND sources.use NOT IN ('', 'on record')"""
        by_use: dict[str, list[int]] = {}
        for number, use in self._db.rows(sql, (listed(quote_ids),)):
            by_use.setdefault(use, []).append(number)
        for use, numbers in by_use.items():
            self._recorder.update("quotes", numbers, {"use": use})

    def named(self, name: str) -> list[Source]:
        """The sources that have this name, or else this alias, whatever its capitals and accents."""
        wanted = folded(" ".join(name.split()))
        every = self.all()
        return [one for one in every if folded(one.name) == wanted] or [
            one for one in every if wanted in map(folded, one.aliases)
        ]

    def doubt(self, source: Source, quote_ids: Iterable[int]) -> str:
        """Why these quotes may be by somebody else of the same name; "" where nothing says so."""
        from reader.store.namesakes import doubt  # rare

        return doubt(self._db, source, quote_ids)

    def split_alias(self, source_id: int, alias: str, quote_ids: Iterable[int] = ()) -> Source:
        """Make a source of its own out of an alias, with quotes whose speaker is written so, and others."""
        old = self.get(source_id)
        if alias not in old.aliases:
            raise NotFoundError(
                _("“{name}” is not also called “{alias}”.").format(name=old.name, alias=alias)
            )
        sql = """SELECT id FROM quotes WHERE source_id = ?
            AND (fold(resolved_speaker) = fold(?) OR fold(spoken_by) = fold(?))"""
        written = self._db.column(sql, (source_id, alias, alias))
        return self.split(source_id, alias, [*written, *quote_ids], [alias])

    def _use(self, source_id: int) -> None:
        # the order of use is a convenience, no change to undo
        self._db.run(
            "UPDATE sources SET used = 1 + (SELECT max(used) FROM sources) WHERE id = ?", (source_id,)
        )

    def suggest(self, text: str, limit: int = 9) -> list[Source]:
        """Sources whose name or alias is like `text`, the likeliest first."""
        from reader.store.similar_names import suggested  # rapidfuzz, which lists do without

        return suggested(self.all(), text, limit)

    def similar(self) -> list[tuple[Source, Source, float]]:
        """Pairs that are probably the same, with how much they are alike (0 to 1), the likeliest first."""
        from reader.store.similar_names import pairs  # rapidfuzz, which lists do without

        return pairs(self.all())

    def joining(self, keep_id: int, other_ids: Iterable[int]) -> "Joining":
        """What becomes of the source `keep_id` when others go into it; nothing is changed."""
        from reader.store.joining import joining  # rare

        others = [self.get(number) for number in dict.fromkeys(other_ids) if number != keep_id]
        return joining(self.get(keep_id), others)

    def merge(self, keep_id: int, other_ids: Iterable[int], taken: Mapping[str, str] | None = None) -> Source:
        """Make several sources one: quotes, names and remarks go over to that of `keep_id`.

        The stricter terms of use hold, and empty fields are filled. Of fields in which they differ the value
        in `taken` is kept, else that of `keep_id`.
        """
        plan = self.joining(keep_id, other_ids).taking(taken or {})
        with self._recorder.step(_("Merge into {name}").format(name=plan.kept.name)):
            for other in plan.others:
                quotes = self._db.column("SELECT id FROM quotes WHERE source_id = ?", (other.id,))
                self._recorder.update("quotes", quotes, {"source_id": keep_id})
            self.details.join(keep_id, [other.id for other in plan.others])
            self.remove(other.id for other in plan.others)
            return self.update(plan.joined)

    def split(
        self, source_id: int, name: str, quote_ids: Iterable[int] = (), aliases: Iterable[str] = ()
    ) -> Source:
        """Make a source of its own out of some quotes and aliases of another; returns the new one.

        It is used on the same terms; role and affiliation are those of the other, and stay there.
        """
        old, moved = self.get(source_id), tuple(aliases)
        with self._recorder.step(_("Split {new} from {old}").format(new=name, old=old.name)):
            others = tuple(alias for alias in moved if alias != name)
            # somebody else, of whom only what protects is taken over
            known = Source(name, old.kind, use=old.use, identity_protected=old.identity_protected)
            new = self.add(replace(known, aliases=others, description=old.description))
            self.update(replace(old, aliases=tuple(alias for alias in old.aliases if alias not in moved)))
            self.assign(quote_ids, new.id)
            return self.get(new.id)


def _values(source: Source) -> dict[str, Any]:
    name = clean_name(source.name, "source")
    return {**SOURCE.stored(source, Use.EDITED), "name": name}
