"""Which row of this library a thing is, and by which key all libraries know it.

A key is made once, when a thing first goes out, of what two libraries have in common that took in the same
page: the text of an article with its address, the words that a detector found. It then stays,
whatever changes. Of what goes out covered no digest is made: whoever has one could try guessed names.
"""

from collections.abc import Callable
from hashlib import blake2b

from reader.store.connection import Connection
from reader.store.folding import folded
from reader.store.steps import new_uid
from reader.store.syncing.kinds import BY_NAME
from reader.store.syncing.shapes import Kind

_SEPARATOR = "\x1f"


class Keys:
    """The keys of the things of a library."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._known: dict[tuple[str, int], str] = {}
        self._rows: dict[tuple[str, str], int] = {}
        self.name: Callable[[str, int], None] | None = None
        """Gives a row a key that has none yet and is named by another one."""
        self.covers: Callable[[str, int], bool] | None = None
        """Whether what a row is known by goes out covered."""
        self._texts: dict[int, str] = {}

    def key(self, kind: str, row_id: int) -> str | None:
        """The key of a row, None where it has none yet."""
        found = self._known.get((kind, row_id))
        if found is None:
            found = self._db.value(
                "SELECT key FROM sync_things WHERE kind = ? AND row_id = ?", (kind, row_id)
            )
            if found is not None:
                self.join(kind, found, row_id)
        return found

    def named(self, kind: str, row_id: int) -> str | None:
        """The key of a row that another row names; it is given one where it has none."""
        if self.key(kind, row_id) is None and self.name is not None:
            self.name(kind, row_id)
        return self.key(kind, row_id)

    def row(self, kind: str, key: str) -> int | None:
        """The row of a thing, None where it has none."""
        found = self._rows.get((kind, key))
        if found is None:
            found = self._db.value("SELECT row_id FROM sync_things WHERE kind = ? AND key = ?", (kind, key))
            if found is not None:
                self.join(kind, key, found)
        return found

    def join(self, kind: str, key: str, row_id: int) -> None:
        """Say which row a thing is."""
        self._known[kind, row_id] = key
        self._rows[kind, key] = row_id

    def part(self, kind: str, key: str) -> None:
        """Say that a thing has no row any more."""
        row_id = self._rows.pop((kind, key), None)
        if row_id is not None:
            self._known.pop((kind, row_id), None)
            if kind == "version":
                self._texts.pop(row_id, None)

    def of_uid(self, kind: str, uid: str) -> str:
        """The key of a thing that is named by its uid; the uid where it is not here."""
        row_id = self._db.value(f"SELECT id FROM {BY_NAME[kind].table} WHERE uid = ?", (uid,))
        return (self.named(kind, row_id) if row_id else None) or uid

    def uid_of(self, kind: str, key: str) -> str:
        """The uid here of a thing; the key where it is not here."""
        row_id = self.row(kind, key)
        found = (
            self._db.value(f"SELECT uid FROM {BY_NAME[kind].table} WHERE id = ?", (row_id,))
            if row_id
            else None
        )
        return found or key

    # -- texts of articles --------------------------------------------------------------------------------

    def text(self, version_id: int) -> str:
        """What all libraries call a text of an article: its digest, unless names in it are covered."""
        if version_id not in self._texts:
            key = self.key("version", version_id)
            if key is None and not self._is_covered("version", version_id):
                return str(self._db.value("SELECT hash FROM versions WHERE id = ?", (version_id,)))
            self._texts[version_id] = f"{key}:{key}".split(":")[1] if key else new_uid()
        return self._texts[version_id]

    def version(self, article: int, text: str) -> int | None:
        """The row of a text of an article, the newest where it had that more than once."""
        sql = "SELECT id FROM versions WHERE article_id = ? ORDER BY number DESC"
        return next((one for one in self._db.column(sql, (article,)) if self.text(one) == text), None)

    def _is_covered(self, kind: str, row_id: int) -> bool:
        return self.covers is not None and self.covers(kind, row_id)

    # -- new keys -----------------------------------------------------------------------------------------

    def made(self, kind: Kind, row_id: int) -> str:
        """A key for a row that has none: another library would make the same one for the same thing."""
        sql = "SELECT 1 FROM sync_things WHERE kind = ? AND key = ?"
        candidates = self.candidates(kind, row_id)
        free = (key for key in candidates if not self._db.value(sql, (kind.name, key)))
        return next(free, None) or new_uid()

    def candidates(self, kind: Kind, row_id: int) -> list[str]:
        """The keys that a row may have, the best first."""
        born = self.born(kind, row_id)
        if kind.has_uid:
            uid = str(self._db.value(f"SELECT uid FROM {kind.table} WHERE id = ?", (row_id,)))
            return [born, uid] if born else [uid]
        return [born, f"{born}:{row_id}"]  # a text that an article had twice

    def born(self, kind: Kind, row_id: int) -> str:
        """What a row has in common with the same thing elsewhere, as a key; "" where that is its uid."""
        made = {
            "tag": self._of_tag,
            "source": self._of_source,
            "article": self._of_article,
            "version": self._of_version,
            "quote": self._of_quote,
            "dismissed": self._of_dismissed,
        }.get(kind.name)
        return made(row_id) if made else ""

    def _of_tag(self, row_id: int) -> str:
        return str(self._db.value("SELECT name FROM tags WHERE id = ?", (row_id,)))

    def _of_dismissed(self, row_id: int) -> str:
        return folded(self._db.value("SELECT name FROM dismissed_names WHERE id = ?", (row_id,)))

    def _of_source(self, row_id: int) -> str:
        sql = """SELECT name, role, affiliation, identity_protected OR use <> 'on record'
            FROM sources WHERE id = ?"""
        name, role, affiliation, is_covered = self._db.one(sql, (row_id,)) or ("", "", "", 1)
        if is_covered or self._is_covered("source", row_id):
            return ""
        return _digest("s", *map(folded, (name, role, affiliation)))

    def _of_article(self, row_id: int) -> str:
        if self._is_covered("article", row_id):
            return ""
        sql = """SELECT versions.hash, coalesce(nullif(url, ''), outlet) FROM articles
            JOIN versions ON article_id = articles.id WHERE articles.id = ? ORDER BY number LIMIT 1"""
        return _digest("a", *(self._db.one(sql, (row_id,)) or ("", str(row_id))))

    def _of_version(self, row_id: int) -> str:
        article = self._db.value("SELECT article_id FROM versions WHERE id = ?", (row_id,))
        return f"{self.named('article', article)}:{self.text(row_id)}"

    def _of_quote(self, row_id: int) -> str:
        sql = """SELECT article_id, (SELECT v.id FROM versions v JOIN articles a ON a.id = v.article_id
              WHERE v.article_id = quotes.article_id
              AND number = iif(quotes.anchor = 'orphan', quotes.version, a.version)),
            coalesce(nullif(suggested_spans, ''), spans) FROM quotes WHERE id = ?"""
        article, version, spans = self._db.one(sql, (row_id,)) or (0, 0, "")
        text = self.text(version) if version else ""
        return _digest("q", self.named("article", article) or "", text, spans)


def _digest(*parts: str) -> str:
    joined = _SEPARATOR.join(parts).encode(errors="surrogatepass")
    return blake2b(joined, digest_size=12).hexdigest()
