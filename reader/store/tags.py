"""Hierarchical tags ("politik/syrien") on articles, quotes and notes."""

from collections.abc import Iterable, Mapping, Sequence

from reader.errors import NotFoundError
from reader.models import Tag
from reader.store.columns import Column, Columns, values_of
from reader.store.names import clean_name
from reader.store.steps import AMONG, Recorder, listed, new_uid

_TAG = Columns(
    Column("name", field="path"),
    Column("colour"),
    Column("tags.id"),
    Column("uid"),
    Column("count(tag_id)", field="uses"),
)


class Tags:
    """The tags of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def all(self) -> list[Tag]:
        """Every tag, by path, with its number of uses."""
        return self._tags("GROUP BY tags.id ORDER BY name")

    def recent(self, limit: int = 9) -> list[Tag]:
        """The tags put last, latest first."""
        return self._tags(f"WHERE used > 0 GROUP BY tags.id ORDER BY used DESC LIMIT {int(limit)}")

    def _tags(self, which: str) -> list[Tag]:
        sql = f"SELECT {_TAG.selected} FROM tags LEFT JOIN taggings ON tag_id = tags.id {which}"
        return values_of(Tag, _TAG.read(self._db.rows(sql)))

    def attach(
        self,
        paths: Iterable[str],
        *,
        articles: Iterable[int] = (),
        quotes: Iterable[int] = (),
        notes: Iterable[int] = (),
    ) -> int:
        """Put tags on things, making those that are new; returns how many were not there yet."""
        wanted = list(dict.fromkeys(clean(path) for path in paths))
        put = 0
        with self._recorder.step(f"Tag {', '.join(wanted)}"):
            for path in wanted:
                tag_id = self._id(path) or self._recorder.insert("tags", {"uid": new_uid(), "name": path})
                self._use(tag_id)
                for column, ids in _columns(articles, quotes, notes).items():
                    put += self._attach_one(tag_id, column, ids)
        return put

    def _attach_one(self, tag_id: int, column: str, ids: Sequence[int]) -> int:
        sql = f"""SELECT value FROM json_each(?) WHERE value NOT IN
            (SELECT {column} FROM taggings WHERE tag_id = ? AND {column} IS NOT NULL)"""
        missing = self._db.column(sql, (listed(dict.fromkeys(ids)), tag_id))
        return len(
            self._recorder.insert_many("taggings", [{"tag_id": tag_id, column: one} for one in missing])
        )

    def _use(self, tag_id: int) -> None:
        # the order of use is a convenience, no change to undo
        self._db.run("UPDATE tags SET used = 1 + (SELECT max(used) FROM tags) WHERE id = ?", (tag_id,))

    def make(self, path: str, colour: str = "") -> bool:
        """Enter a tag that is on nothing yet, with a colour; whether it is new. One that is there stays."""
        path = clean(path)
        if self._id(path):
            return False
        with self._recorder.step(f"Make tag {path}"):
            self._recorder.insert("tags", {"uid": new_uid(), "name": path, "colour": colour})
        return True

    def detach(
        self,
        paths: Iterable[str],
        *,
        articles: Iterable[int] = (),
        quotes: Iterable[int] = (),
        notes: Iterable[int] = (),
    ) -> int:
        """Take tags off things; returns how many came off."""
        wanted = [_tidy(path) for path in paths]
        taken = 0
        with self._recorder.step(f"Untag {', '.join(wanted)}"):
            tag_ids = listed(
                self._db.column(f"SELECT id FROM tags WHERE name IN ({', '.join('?' * len(wanted))})", wanted)
            )
            for column, ids in _columns(articles, quotes, notes).items():
                sql = f"""SELECT id FROM taggings WHERE tag_id {AMONG}
                    AND {column} {AMONG}"""
                taken += self._recorder.delete("taggings", self._db.column(sql, (tag_ids, listed(ids))))
        return taken

    def rename(self, old: str, new: str) -> None:
        """Rename a tag and all below it; where the new name is taken, the two become one."""
        old, new = _tidy(old), clean(new)
        with self._recorder.step(f"Rename tag {old} to {new}"):
            for tag_id, name in self._family(old):
                renamed = new + name[len(old) :]
                taken = self._id(renamed)
                if taken and taken != tag_id:
                    self._move(tag_id, taken)
                else:
                    self._recorder.update("tags", [tag_id], {"name": renamed})

    def _move(self, tag_id: int, other: int) -> None:
        for column in ("article_id", "quote_id", "note_id"):
            sql = f"SELECT {column} FROM taggings WHERE tag_id = ? AND {column} IS NOT NULL"
            self._attach_one(other, column, self._db.column(sql, (tag_id,)))
        self._drop([tag_id])

    def _drop(self, tag_ids: Iterable[int]) -> None:
        chosen = listed(tag_ids)
        sql = f"SELECT id FROM taggings WHERE tag_id {AMONG}"
        self._recorder.delete("taggings", self._db.column(sql, (chosen,)))
        self._recorder.delete("tags", self._db.column("SELECT value FROM json_each(?)", (chosen,)))

    def colour(self, path: str, colour: str) -> None:
        """Give a tag a colour as "#rrggbb", or "" for the theme's."""
        with self._recorder.step(f"Colour tag {path}"):
            (tag_id, _), *_ = self._family(_tidy(path))
            self._recorder.update("tags", [tag_id], {"colour": colour})

    def remove(self, path: str) -> None:
        """Remove a tag and all below it from everything."""
        with self._recorder.step(f"Remove tag {path}"):
            self._drop(tag_id for tag_id, _ in self._family(_tidy(path)))

    def _id(self, path: str) -> int:
        return self._db.value("SELECT id FROM tags WHERE name = ?", (path,)) or 0

    def _family(self, path: str) -> list[tuple[int, str]]:
        sql = "SELECT id, name FROM tags WHERE name = ? OR substr(name, 1, ?) = ? ORDER BY name"
        found = self._db.rows(sql, (path, len(path) + 1, f"{path}/"))
        if not found:
            raise NotFoundError(f"There is no tag “{path}”.")
        return [(tag_id, name) for tag_id, name in found]


def clean(path: str) -> str:
    """The path of a new tag as it is stored; raises StoreError where it is no name."""
    return clean_name(_tidy(path), "tag")


def _tidy(path: str) -> str:
    """A tag's path with white space folded and no empty levels."""
    levels = (" ".join(level.split()) for level in path.strip().lstrip("#").split("/"))
    return "/".join(level for level in levels if level)


def _columns(articles: Iterable[int], quotes: Iterable[int], notes: Iterable[int]) -> Mapping[str, list[int]]:
    return {"article_id": list(articles), "quote_id": list(quotes), "note_id": list(notes)}
