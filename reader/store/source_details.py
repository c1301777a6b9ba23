"""What is known of a source and leaves for nobody: fields of one's own, and how to reach them.

Both stand apart from the sources, so that no export can hold them by mistake: fields go out as sums alone,
contacts only in a backup. Contacts are in no journal either; they stay with the uid of their source, so that
undoing a removal brings them back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.errors import StoreError
from reader.i18n import _
from reader.store.steps import AMONG, Recorder, listed

_CONFIRMED = "contacts_confirmed"
WARNING = _(
    "The library is a plain file: who can read the file can read contacts. Keep it on an encrypted disk, and "
    "encrypt its backups."
)
"""What a person confirms once, before the first contact is kept."""


@dataclass(frozen=True, slots=True)
class FieldSum:
    """How many sources have a value in a field, and how often those are quoted."""

    value: str
    """Empty for those of which it is not known."""
    sources: int
    quotes: int


class SourceDetails:
    """Fields and contacts of the sources of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    # -- fields of one's own ---------------------------------------------------------------------------

    def fields(self, source_id: int) -> dict[str, str]:
        """The fields of a source, by name."""
        sql = "SELECT name, value FROM source_fields WHERE source_id = ? ORDER BY name"
        return dict(self._db.rows(sql, (source_id,)))

    def set_fields(self, source_id: int, fields: Mapping[str, str]) -> None:
        """Store fields; an empty value takes one off, those that are not named stay."""
        rows = self._db.rows("SELECT name, id FROM source_fields WHERE source_id = ?", (source_id,))
        known: dict[str, int] = dict(rows)
        with self._recorder.step(_("Describe a source")):
            for name, value in fields.items():
                if not value:
                    self._recorder.delete("source_fields", [known[name]] if name in known else [])
                elif name in known:
                    self._recorder.update("source_fields", [known[name]], {"value": value})
                else:
                    row = {"source_id": source_id, "name": name, "value": value}
                    self._recorder.insert("source_fields", row)

    def sums(self, name: str, *, fewest: int = 1) -> list[FieldSum]:
        """How many sources have each value of a field, and how many quotes; those without one last.

        A value that fewer than `fewest` sources have counts as unknown, as does that of whoever is covered:
        a sum over one person is what is written of that person.
        """
        sql = """SELECT coalesce(value, ''), count(*), coalesce(sum(quotes), 0) FROM
            (SELECT CASE WHEN identity_protected OR use NOT IN ('', 'on record') THEN NULL ELSE value END
               AS value, (SELECT count(*) FROM quotes
               WHERE source_id = sources.id AND status <> 'rejected') AS quotes
             FROM sources LEFT JOIN source_fields ON source_id = sources.id AND source_fields.name = ?)
            GROUP BY 1"""
        sums: dict[str, FieldSum] = {}
        for value, sources, quotes in self._db.rows(sql, (name,)):
            told = value if sources >= fewest else ""
            known = sums.get(told, FieldSum(told, 0, 0))
            sums[told] = FieldSum(told, known.sources + sources, known.quotes + quotes)
        return sorted(sums.values(), key=lambda one: (one.value == "", -one.sources, one.value))

    # -- contacts --------------------------------------------------------------------------------------

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody has read that contacts stand in a plain file, and wants them all the same."""
        return self._db.value("SELECT value FROM library WHERE key = ?", (_CONFIRMED,)) is not None

    def confirm(self) -> None:
        """Keep contacts in this library from now on."""
        with self._recorder.step(_("Keep contacts")):
            self._db.run("INSERT OR REPLACE INTO library VALUES (?, 1)", (_CONFIRMED,))

    def contacts(self, source_id: int) -> str:
        """How to reach a source."""
        sql = "SELECT written FROM source_contacts WHERE source_uid = (SELECT uid FROM sources WHERE id = ?)"
        return str(self._db.value(sql, (source_id,)) or "")

    def set_contacts(self, source_id: int, written: str) -> None:
        """Store how to reach a source, "" for nothing. Raises StoreError until that is confirmed."""
        written = written.strip()
        if written and not self.is_confirmed:
            raise StoreError(
                _("{warning} Confirm that once, then contacts are kept.").format(warning=WARNING),
                _("Contacts"),
            )
        uid = self._db.value("SELECT uid FROM sources WHERE id = ?", (source_id,))
        with self._recorder.step(_("Keep contacts")):
            self._db.run("DELETE FROM source_contacts WHERE source_uid = ?", (uid,))
            if written:
                self._db.run("INSERT INTO source_contacts VALUES (?, ?)", (uid, written))
            self._recorder.touch()

    def join(self, keep_id: int, other_ids: Iterable[int]) -> None:
        """Give a source what others have that go into it: fields that it lacks, and all contacts."""
        ours = self.fields(keep_id)
        more: dict[str, str] = {}
        lines = [self.contacts(keep_id)]
        for other in other_ids:
            more |= {name: value for name, value in self.fields(other).items() if name not in (ours | more)}
            lines.append(self.contacts(other))
        if more:
            self.set_fields(keep_id, more)
        written = "\n".join(dict.fromkeys(line for line in lines if line))
        if written != lines[0]:
            self.set_contacts(keep_id, written)

    def clear_fields(self, source_ids: Iterable[int]) -> None:
        """Take all fields off sources that are removed."""
        sql = f"SELECT id FROM source_fields WHERE source_id {AMONG}"
        self._recorder.delete("source_fields", self._db.column(sql, (listed(source_ids),)))
