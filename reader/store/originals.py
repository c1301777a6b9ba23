"""The originals of articles: bytes as they were fetched or read, packed, and each kept once only.

They are no edits: undo takes none away, and no list or search reads their tables. They go with their article
when it is deleted for good.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from json import JSONDecodeError, dumps, loads
from typing import Any

from reader.addresses import without_login
from reader.errors import NotFoundError
from reader.i18n import _
from reader.originals import Original
from reader.store.failures import WAY_OUT, DamagedError
from reader.store.steps import AMONG, Recorder, listed, new_uid

_FACTS = "id, uid, version, part, kind, address, asked, fetched, status, content_type, headers, sha256"


@dataclass(frozen=True, slots=True)
class Proof:
    """What somebody else says of an original: that it was there at a time, or that they have a copy."""

    original_id: int
    kind: str
    """"time stamp" or "archived copy"."""
    authority: str
    """Who says so: a host."""
    at: str
    """ISO 8601 time."""
    address: str = ""
    """Of the copy."""
    token: bytes = b""
    """The time stamp as RFC 3161 has it."""
    id: int = 0
    uid: str = ""


class Originals:
    """The originals of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def keep(self, article_id: int, originals: Iterable[Original]) -> int:
        """Keep what the newest text of an article was read from, where nothing is kept; returns how many."""
        new = tuple(originals)
        if not new or self.has(article_id):
            return 0
        version = self._db.value("SELECT version FROM articles WHERE id = ?", (article_id,))
        with self._recorder.part(_("Keep an original")):
            for one in new:
                self._insert(article_id, replace(one, version=version))
        return len(new)

    def _insert(self, article_id: int, one: Original) -> int:
        bytes_of = (one.sha256, one.size, one.packed)
        self._db.run("INSERT OR IGNORE INTO original_bytes (sha256, size, packed) VALUES (?, ?, ?)", bytes_of)
        return self._db.insert("originals", {"article_id": article_id, **_stored(one)})

    def has(self, article_id: int) -> bool:
        """Whether it is kept what the newest text of an article was read from."""
        return bool(self.articles_with([article_id]))

    def of(self, article_id: int) -> list[Original]:
        """The originals of an article without their bytes, by version and page."""
        sql = f"""SELECT {_FACTS}, (SELECT size FROM original_bytes WHERE sha256 = originals.sha256) AS size
            FROM originals WHERE article_id = ? ORDER BY version, part, id"""
        return [_read(row) for row in self._db.named(sql, (article_id,))]

    def current(self, article_id: int) -> list[Original]:
        """The originals, with their bytes, of the newest text of an article; none where it came without."""
        sql = """SELECT originals.id FROM originals JOIN articles ON articles.id = article_id
            AND articles.version = originals.version WHERE article_id = ? ORDER BY part, originals.id"""
        return [self.get(number) for number in self._db.column(sql, (article_id,))]

    def get(self, original_id: int) -> Original:
        """An original with its bytes, which are those that came in. Raises DamagedError otherwise."""
        sql = f"""SELECT {_FACTS}, size, packed FROM originals JOIN original_bytes USING (sha256)
            WHERE id = ?"""
        row = self._db.first(sql, (original_id,))
        if row is None:
            raise NotFoundError(
                _("There is no original number {original_id} in the library.").format(original_id=original_id)
            )
        one = _read(row)
        try:
            one.data()
        except ValueError as error:
            raise DamagedError(
                _("The original number {original_id} is damaged ({error}): {way_out}.").format(
                    original_id=original_id, error=error, way_out=WAY_OUT
                )
            ) from error
        return one

    def articles_with(self, ids: Sequence[int]) -> list[int]:
        """Those of the articles of which the newest text has its original here, in their order."""
        sql = f"""SELECT DISTINCT articles.id FROM articles JOIN originals ON article_id = articles.id
            AND articles.version = originals.version WHERE articles.id {AMONG}"""
        found = set(self._db.column(sql, (listed(ids),)))
        return [one for one in ids if one in found]

    def remove(self, article_ids: Iterable[int]) -> int:
        """Take the originals of articles out for good, with what proves them; returns how many."""
        self._db.rows("PRAGMA secure_delete = ON")
        with self._recorder.step(_("Remove originals")):
            sql = f"DELETE FROM originals WHERE article_id {AMONG}"
            gone = self._db.run(sql, (listed(article_ids),)).rowcount
            self._recorder.touch()
        self._db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    # -- what others say of them -----------------------------------------------------------------------

    def prove(self, proof: Proof) -> Proof:
        """Keep what somebody says of an original."""
        values = {name: getattr(proof, name) for name in ("original_id", "kind", "authority", "at")}
        values |= {"uid": proof.uid or new_uid(), "address": proof.address, "token": proof.token}
        with self._recorder.part(_("Keep a proof")):
            return replace(proof, id=self._db.insert("original_proofs", values), uid=values["uid"])

    def proofs(self, article_id: int) -> list[Proof]:
        """What others say of the originals of an article."""
        sql = """SELECT original_proofs.* FROM original_proofs JOIN originals ON originals.id = original_id
            WHERE article_id = ? ORDER BY original_proofs.id"""
        return [Proof(**row) for row in self._db.named(sql, (article_id,))]


def _stored(one: Original) -> dict[str, Any]:
    """The columns of an original."""
    return {
        "uid": one.uid or new_uid(),
        "version": one.version,
        "part": one.part,
        "kind": one.kind,
        "address": _clean(one.address),
        "asked": _clean(one.asked),
        "fetched": one.fetched,
        "status": one.status,
        "content_type": one.content_type,
        "headers": dumps(one.headers, ensure_ascii=False) if one.headers else "",
        "sha256": one.sha256,
    }


def _clean(address: str) -> str:
    """An address without a login; a path may hold bytes that are no text."""
    return without_login(address.encode("utf-8", "replace").decode())


def _read(row: dict[str, Any]) -> Original:
    try:
        headers = tuple((str(name), str(value)) for name, value in loads(row["headers"] or "[]"))
    except (JSONDecodeError, ValueError, TypeError) as error:
        raise DamagedError(
            _("The library is damaged (headers of original {id}): {way_out}.").format(
                id=row["id"], way_out=WAY_OUT
            )
        ) from error
    return Original(**row | {"headers": headers, "packed": row.get("packed", b""), "size": row["size"] or 0})
