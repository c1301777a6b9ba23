"""Hierarchical tags ("politik/syrien") on articles, quotes and notes."""

from collections.abc import Iterable, Mapping, Sequence

from reader.errors import NotFoundError, StoreError
from reader.i18n import _, number
from reader.models import Tag
from reader.store.columns import Column, Columns, values_of
from reader.store.names import clean_name
from reader.store.steps import AMONG, Recorder, listed, new_uid
from reader.store.taggings import Tagged, common_tags, table_of

LONGEST_DESCRIPTION = 4000
"""Characters of what a tag means; a definition with examples takes a tenth."""
_TAG = Columns(
    Column("name", field="path"),
    Column("colour"),
    Column("tags.id"),
    Column("uid"),
    Column(
        "(SELECT count(*) FROM taggings WHERE tag_id = tags.id)"
        " + (SELECT count(*) FROM memo_taggings WHERE tag_id = tags.id)",
        field="uses",
    ),
    Column("description"),
    Column("place"),
)


class Tags:
    """The tags of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def all(self) -> list[Tag]:
        """Every tag, by path, with its number of uses."""
        return self._tags("ORDER BY name")

    def recent(self, limit: int = 9) -> list[Tag]:
        """The tags put last, latest first."""
        return self._tags(f"WHERE used > 0 ORDER BY used DESC LIMIT {int(limit)}")

    def _tags(self, which: str) -> list[Tag]:
        sql = f"SELECT {_TAG.selected} FROM tags {which}"
        return values_of(Tag, _TAG.read(self._db.rows(sql)))

    def common(self, *, articles: Sequence[int] = (), quotes: Sequence[int] = ()) -> tuple[str, ...]:
        """The paths of the tags that all of these articles, or all of these quotes, have."""
        if articles:
            return common_tags(self._db, "article_id", articles)
        return common_tags(self._db, "quote_id", quotes) if quotes else ()

    def codebook(self) -> list[Tag]:
        """Every tag and every level above one, as a tree from top to bottom, with what bears each.

        A level that is no tag itself ("politik", where there is but "politik/syrien") has the id 0.
        """
        from reader.store.codebook import counted_tree  # lists of tags alone do without

        return counted_tree(self._db, self.all())

    def coloured(self) -> dict[str, str]:
        """The colour of each tag that has one, by path."""
        return dict(self._db.rows("SELECT name, colour FROM tags WHERE colour <> ''"))

    def attach(
        self,
        paths: Iterable[str],
        *,
        articles: Iterable[int] = (),
        quotes: Iterable[int] = (),
        notes: Iterable[int] = (),
        memos: Iterable[int] = (),
    ) -> int:
        """Put tags on things, making those that are new; returns how many were not there yet."""
        wanted = list(dict.fromkeys(clean(path) for path in paths))
        put = 0
        with self._recorder.step(_("Tag {tags}").format(tags=", ".join(wanted))):
            for path in wanted:
                tag_id = self._made(path)
                self._use(tag_id)
                for column, ids in _columns(articles, quotes, notes, memos).items():
                    put += self._attach_one(tag_id, column, ids)
        return put

    def _attach_one(self, tag_id: int, column: Tagged, ids: Sequence[int]) -> int:
        table = table_of(column)
        sql = f"""SELECT value FROM json_each(?) WHERE value NOT IN
            (SELECT {column} FROM {table} WHERE tag_id = ? AND {column} IS NOT NULL)"""
        missing = self._db.column(sql, (listed(dict.fromkeys(ids)), tag_id))
        return len(self._recorder.insert_many(table, [{"tag_id": tag_id, column: one} for one in missing]))

    def _made(self, path: str) -> int:
        """The number of a tag, which is made where it is not there yet."""
        return self._id(path) or self._recorder.insert("tags", {"uid": new_uid(), "name": path})

    def _use(self, tag_id: int) -> None:
        # the order of use is a convenience, no change to undo
        self._db.run("UPDATE tags SET used = 1 + (SELECT max(used) FROM tags) WHERE id = ?", (tag_id,))

    def make(self, path: str, colour: str = "", description: str = "", place: int = 0) -> bool:
        """Enter a tag that is on nothing yet; whether it is new.

        One that is there keeps what is known of it, and gets what is not.
        """
        path, description = clean(path), clean_description(description)
        known = self._db.first("SELECT id, colour, description FROM tags WHERE name = ?", (path,))
        values = {"colour": colour, "description": description}
        with self._recorder.step(_("Make tag {path}").format(path=path)):
            if known is None:
                made = {"uid": new_uid(), "name": path, "place": place}
                self._recorder.insert("tags", made | values)
            else:
                new = {name: value for name, value in values.items() if value and not known[name]}
                if new:
                    self._recorder.update("tags", [known["id"]], new)
        return known is None

    def detach(
        self,
        paths: Iterable[str],
        *,
        articles: Iterable[int] = (),
        quotes: Iterable[int] = (),
        notes: Iterable[int] = (),
        memos: Iterable[int] = (),
    ) -> int:
        """Take tags off things; returns how many came off."""
        wanted = [_tidy(path) for path in paths]
        taken = 0
        with self._recorder.step(_("Untag {tags}").format(tags=", ".join(wanted))):
            tag_ids = listed(
                self._db.column(f"SELECT id FROM tags WHERE name IN ({', '.join('?' * len(wanted))})", wanted)
            )
            for column, ids in _columns(articles, quotes, notes, memos).items():
                table = table_of(column)
                sql = f"SELECT id FROM {table} WHERE tag_id {AMONG} AND {column} {AMONG}"
                taken += self._recorder.delete(table, self._db.column(sql, (tag_ids, listed(ids))))
        return taken

    def rename(self, old: str, new: str) -> None:
        """Rename a tag and all below it; where the new name is taken, the two become one."""
        old, new = _tidy(old), clean(new)
        with self._recorder.step(_("Rename tag {old} to {new}").format(old=old, new=new)):
            family = self._family(old)
            if new.startswith(f"{old}/"):
                family.reverse()  # "a" to "a/b": what is "a/b" already makes room first
            for tag_id, name in family:
                renamed = clean(new + name[len(old) :])
                taken = self._id(renamed)
                if taken and taken != tag_id:
                    self._join(tag_id, taken)
                else:
                    self._recorder.update("tags", [tag_id], {"name": renamed})

    def _join(self, tag_id: int, other: int) -> None:
        """Let another tag stand where this one stands; it takes over what it does not say itself."""
        columns: tuple[Tagged, ...] = ("article_id", "quote_id", "note_id", "memo_id")
        for column in columns:
            sql = f"SELECT {column} FROM {table_of(column)} WHERE tag_id = ? AND {column} IS NOT NULL"
            self._attach_one(other, column, self._db.column(sql, (tag_id,)))
        ours, theirs = (
            self._db.first("SELECT colour, description FROM tags WHERE id = ?", (number,)) or {}
            for number in (other, tag_id)
        )
        if new := {name: said for name, said in theirs.items() if said and not ours[name]}:
            self._recorder.update("tags", [other], new)
        self._drop([tag_id])

    def _drop(self, tag_ids: Iterable[int]) -> None:
        chosen = listed(tag_ids)
        for table in ("taggings", "memo_taggings"):
            sql = f"SELECT id FROM {table} WHERE tag_id {AMONG}"
            self._recorder.delete(table, self._db.column(sql, (chosen,)))
        self._recorder.delete("tags", self._db.column("SELECT value FROM json_each(?)", (chosen,)))

    def colour(self, path: str, colour: str) -> None:
        """Give a tag a colour as "#rrggbb", or "" for the theme's; a level above tags becomes one."""
        path = _tidy(path)
        with self._recorder.step(_("Colour tag {path}").format(path=path)):
            self._recorder.update("tags", [self._known(path)], {"colour": colour})

    def describe(self, path: str, description: str) -> None:
        """Say what a tag is put on, and what not; a level above tags becomes one."""
        path, described = _tidy(path), clean_description(description)
        with self._recorder.step(_("Describe tag {path}").format(path=path)):
            self._recorder.update("tags", [self._known(path)], {"description": described})

    def arrange(self, paths: Sequence[str]) -> None:
        """Let tags beside each other stand in this order; levels above tags become tags."""
        with self._recorder.step(_("Order tags")):
            for place, path in enumerate(paths, 1):
                self._recorder.update("tags", [self._known(_tidy(path))], {"place": place})

    def remove(self, path: str) -> None:
        """Remove a tag and all below it from everything."""
        with self._recorder.step(_("Remove tag {path}").format(path=path)):
            self._drop([tag_id for tag_id, _ in self._family(_tidy(path))])

    def _known(self, path: str) -> int:
        """The number of a tag or of a level above tags, which becomes one; raises NotFoundError."""
        self._family(path)
        return self._made(path)

    def _id(self, path: str) -> int:
        return self._db.value("SELECT id FROM tags WHERE name = ?", (path,)) or 0

    def _family(self, path: str) -> list[tuple[int, str]]:
        sql = "SELECT id, name FROM tags WHERE name = ? OR substr(name, 1, ?) = ? ORDER BY name"
        found = self._db.rows(sql, (path, len(path) + 1, f"{path}/"))
        if not found:
            raise NotFoundError(_("There is no tag “{path}”.").format(path=path))
        return [(tag_id, name) for tag_id, name in found]


def clean(path: str) -> str:
    """The path of a new tag as it is stored; raises StoreError where it is no name."""
    return clean_name(_tidy(path), "tag")


def _tidy(path: str) -> str:
    """A tag's path with white space folded and no empty levels."""
    levels = (" ".join(level.split()) for level in path.strip().lstrip("#").split("/"))
    return "/".join(level for level in levels if level)


def clean_description(description: str) -> str:
    """What a tag means, as it is stored; raises StoreError where it is too long."""
    written = description.strip()
    if len(written) > LONGEST_DESCRIPTION:
        raise StoreError(
            _("The description of a tag has at most {count} characters.").format(
                count=number(LONGEST_DESCRIPTION)
            )
        )
    return written


def _columns(
    articles: Iterable[int], quotes: Iterable[int], notes: Iterable[int], memos: Iterable[int]
) -> Mapping[Tagged, list[int]]:
    return {
        "article_id": list(articles),
        "quote_id": list(quotes),
        "note_id": list(notes),
        "memo_id": list(memos),
    }
