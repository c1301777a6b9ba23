"""Take in what another library has of the originals of an article, each where the same text stands here."""

from typing import Any

from reader.store.connection import Connection
from reader.store.steps import Recorder, new_uid


class OriginalsOfOthers:
    """Originals of another library, and what others say of them."""

    def __init__(self, recorder: Recorder, other: Connection) -> None:
        self._db = recorder.db
        self._other = other

    def take(self, theirs: int, ours: int) -> None:
        """Take in the originals of an article that are not here, at the version with the text of theirs.

        Where this library has that text with an original of its own, or not at all, nothing is taken.
        """
        sql = """SELECT originals.*, versions.hash AS text_hash FROM originals JOIN versions
            ON versions.article_id = originals.article_id AND number = version
            WHERE originals.article_id = ? ORDER BY originals.id"""
        rows = self._other.named(sql, (theirs,))
        here = {row["text_hash"]: self._version(ours, row["text_hash"]) for row in rows}
        for row in rows:
            if version := here[row.pop("text_hash")]:
                self._copy(row, ours, version)

    def _version(self, article_id: int, text_hash: str) -> int:
        """The version here that has a text and no original yet, 0 where there is none."""
        sql = """SELECT max(number) FROM versions WHERE article_id = :id AND hash = :hash AND number NOT IN
            (SELECT version FROM originals WHERE article_id = :id)"""
        return self._db.value(sql, {"id": article_id, "hash": text_hash}) or 0

    def _copy(self, row: dict[str, Any], article_id: int, version: int) -> None:
        sql = "SELECT sha256, size, packed FROM original_bytes WHERE sha256 = ?"
        found = self._other.one(sql, (row["sha256"],))
        if found is None:  # a damaged library, which is no reason to leave the article out
            return
        insert = "INSERT OR IGNORE INTO original_bytes (sha256, size, packed) VALUES (?, ?, ?)"
        self._db.run(insert, found)
        theirs = row.pop("id")
        values = {**row, "article_id": article_id, "version": version}
        number = self._db.insert("originals", values | {"uid": self._free("originals", row["uid"])})
        of_it = "SELECT * FROM original_proofs WHERE original_id = ? ORDER BY id"
        for proof in self._other.named(of_it, (theirs,)):
            del proof["id"]
            uid = self._free("original_proofs", proof["uid"])
            self._db.insert("original_proofs", {**proof, "original_id": number, "uid": uid})

    def _free(self, table: str, uid: str) -> str:
        return new_uid() if self._db.value(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)) else uid
