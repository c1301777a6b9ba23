"""Texts that are not named yet, by the names that they are to go by.

Until the others were heard such a text is called by its digest, so that it is met where they have it too.
Should it be covered by what they said, it goes by a name of chance; what this sync wrote of it must call
it so as well, or others would wait without end for a text that bears the digest.
"""

from collections.abc import Iterable

from reader.store.connection import Connection
from reader.store.syncing.kinds import ARTICLE, NOTE, QUOTE
from reader.store.syncing.noticing import Noticing, below
from reader.store.syncing.registers import Write, with_value
from reader.store.syncing.rows import digest
from reader.store.syncing.things import Thing

_FIELDS = {ARTICLE.name: "text", QUOTE.name: "place", NOTE.name: "place"}
"""What says which text an article shows, or in which one something stands."""


class Renaming:
    """Calls texts otherwise than by their digests, once it is known who is covered."""

    def __init__(self, db: Connection, noticing: Noticing) -> None:
        self._db = db
        self._noticing = noticing
        self._rows = noticing.rows
        self._things = noticing.things

    def rename(self) -> None:
        """Have what was written of new texts of known articles call them as they are to go."""
        for version in self._noticing.new["version"]:
            sql = "SELECT article_id, hash FROM versions WHERE id = ?"
            article, called = self._db.one(sql, (version,)) or (0, "")
            for known in self._things.of_rows(ARTICLE.name, [article]).values():
                name = self._things.keys.text(version)
                if name != called:
                    self._call(called, name, (known, *below(self._things, self._db, known)))

    def _call(self, called: str, name: str, things: Iterable[Thing]) -> None:
        for thing in things:
            field = _FIELDS.get(thing.kind.name)
            if field is None or thing.row is None:
                continue
            if field in thing.fields:
                register = thing.fields[field]
                thing.fields[field] = tuple(self._renamed(one, called, name) for one in register)
            says = self._rows.read(thing.kind, [thing.row])[thing.row][field]
            if thing.digests.get(field) == digest(says | {"in": called}):
                thing.digests[field] = digest(says)  # or it would be taken for a change of ours
            self._things.keep(thing)

    def _renamed(self, write: Write, called: str, name: str) -> Write:
        """A write of this sync with the name of the text; what others wrote says what they said."""
        pen = self._noticing.pen
        is_ours = write.dot.library == pen.library and write.dot.number in pen.written
        if is_ours and write.value is not None and write.value["in"] == called:
            return with_value(write, {**write.value, "in": name})
        return write
