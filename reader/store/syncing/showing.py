"""Which of its texts an article shows, and what hangs on things: tags, other names, fields of one's own."""

from typing import Any

from reader.i18n import _
from reader.store.steps import new_uid
from reader.store.syncing.filling import Filling
from reader.store.syncing.kinds import ARTICLE, BLOCK, NOTE, QUOTE, TAG, VERSION
from reader.store.syncing.noticing import below
from reader.store.syncing.registers import with_value
from reader.store.syncing.rows import digest
from reader.store.syncing.shapes import Hanging, Kind
from reader.store.syncing.things import Thing


class Showing(Filling):
    """Shows texts, and hangs things on rows."""

    def _look_again(self, kind: Kind, placed: list[Thing]) -> None:
        """Remember what the rows say now, so that it is not taken for a change of ours."""
        said = self._rows.read(kind, [thing.row for thing in placed if thing.row is not None])
        for thing in placed:
            fields = said.get(thing.row or 0, {})
            untouched = {name: digest(values) for name, values in self._rows.defaults[kind.name].items()}
            digests = {name: digest(values) for name, values in fields.items()}
            thing.digests = {name: it for name, it in digests.items() if untouched.get(name) != it}
            for name, register in thing.fields.items():
                values = fields.get(name) or (self._rows.default(kind, name) if fields else None)
                if len(register) == 1 and register[0].value is not None and register[0].value == values:
                    thing.fields[name] = (with_value(register[0], None),)
            self._things.keep(thing)

    def _show_texts(self, touched: dict[tuple[str, str], Thing]) -> None:
        """Have articles show their newest text, and what stands in them stand in it."""
        articles = {one.parent: None for one in touched.values() if one.kind is VERSION}
        articles |= {one.key: None for one in touched.values() if one.kind is ARTICLE}
        for key in articles:
            article = self._things.get("article", key)
            if article is None or article.row is None:
                continue
            if self._show(article, article.row) or article.row in self._in_clear:
                self._in_clear.discard(article.row)
                self._grounds.changed(article.row)
                for child in below(self._things, self._db, article):
                    if child.kind in (QUOTE, NOTE):
                        touched[child.name] = self._with_place(child)
                self._look_again(ARTICLE, [article])
                self._place_new(article.row)

    def _place_new(self, article: int) -> None:
        """Give the words of the text to what was marked in it here, and is no thing yet."""
        for kind in (QUOTE, NOTE):
            sql = f"SELECT * FROM {kind.table} WHERE article_id = ? AND anchor <> 'orphan'"
            for row in self._db.named(sql, (article,)):
                if row["id"] in self._noticing.new[kind.name] and row["start_at"] is not None:
                    said = row | {"in": self._grounds.key(article)}
                    placed = self._grounds.columns(kind, article, said)
                    news = {name: value for name, value in placed.items() if value != row[name]}
                    if news:
                        self._recorder.update(kind.table, [row["id"]], news)

    def _with_place(self, thing: Thing) -> Thing:
        """A quote or note that says itself where it stood, so that it can be placed again."""
        if values := self._with_values(thing, "place"):
            # the row is asked after its article has another text, in which it does not stand yet
            stood = (
                {} if values["anchor"] == "orphan" or not values["in"] else {"in": self._before[thing.parent]}
            )
            register = thing.fields["place"]
            thing.fields["place"] = tuple(
                with_value(one, one.value | stood) if one.value is values else one for one in register
            )
        return thing

    def _with_values(self, thing: Thing, name: str) -> dict[str, Any] | None:
        """Have a field say itself what its row says; what that is, where it did not."""
        register = thing.fields.get(name, ())
        if thing.row is None or all(one.value is not None for one in register):
            return None
        values = self._rows.read(thing.kind, [thing.row])[thing.row][name]
        thing.fields[name] = tuple(with_value(one, values) if one.value is None else one for one in register)
        return values

    def _show(self, article: Thing, row: int) -> bool:
        """Show the text of an article that stands; whether it is another one than before."""
        register = article.fields.get("text", ())
        if not register:
            return False
        value = self._merging.standing(ARTICLE, "text", register).value
        if value is None:
            return False
        self._before[article.key] = self._rows.read(ARTICLE, [row])[row]["text"]["in"]
        if self._would_cover(row, value["in"]):
            return False
        if not self._show_text(row, value["in"]):
            article.is_waiting = True
            self._things.keep(article)
            return False
        return bool(self._before[article.key] != value["in"])

    def _would_cover(self, row: int, text: str) -> bool:
        """Whether somebody wrote a text on from one with names covered, which the text here has."""
        new, here = self._grounds.text(row, text), self._grounds.shown(row)
        if BLOCK not in (new or "") or BLOCK in (here or BLOCK):
            return False
        self.troubles.append(
            _(
                "A newer text of article {id} has names covered that yours has: it is kept as a version, "
                "and yours stays."
            ).format(id=row)
        )
        return True

    def _show_text(self, row: int, text: str) -> bool:
        """Have an article show one of its texts; whether that is here."""
        sql = "SELECT number, hash, text FROM versions WHERE id = ?"
        found = self._db.one(sql, (self._keys.version(row, text),))
        if found is not None:
            new = {"version": found[0], "hash": found[1], "words": len(found[2].split())}
            self._recorder.update("articles", [row], new)
        return found is not None

    def _uncover_text(self, thing: Thing, row: int) -> None:
        """Take a text as it was written, where it came with names covered before."""
        register = thing.fields.get("text", ())
        values = self._merging.standing(VERSION, "text", register).value if register else None
        before = self._rows.read(VERSION, [row])[row]["text"]["text"]
        if values is None or BLOCK not in before or len(values["text"]) != len(before):
            return
        if register[0].is_covered:
            return
        article = self._parent_of(thing, row) or 0
        self._before[thing.parent] = self._grounds.key(article)
        self._grounds.changed(article)
        self._in_clear.add(article)  # what was marked under its blocks has words now, also what is lost there
        current = """SELECT articles.id, title FROM articles JOIN versions ON article_id = articles.id
            AND number = version WHERE versions.id = ?"""
        for shown_by, title in self._db.rows(current, (row,)):
            index = "INSERT INTO article_texts_fts(article_texts_fts, rowid, title, text)"
            self._db.run(f"{index} VALUES ('delete', ?, ?, ?)", (shown_by, title, before))
            index = "INSERT INTO article_texts_fts(rowid, title, text) VALUES (?, ?, ?)"
            self._db.run(index, (shown_by, title, values["text"]))
        new = (values["text"], values["hash"], row)
        self._db.run("UPDATE versions SET text = ?, hash = ? WHERE id = ?", new)
        sql = """UPDATE articles SET hash = v.hash FROM versions v
            WHERE v.id = ? AND articles.id = v.article_id AND articles.version = v.number"""
        self._db.run(sql, (row,))

    # -- what hangs on things ---------------------------------------------------------------------------

    def _hang(self, thing: Thing) -> bool:
        changed = False
        taken_off = [one for one in thing.taken_off if one in thing.digests and one not in thing.fields]
        thing.taken_off = []
        for hanging in thing.kind.hanging:
            beginning = f"{hanging.prefix}/"
            for name in taken_off:
                if name.startswith(beginning):
                    changed |= self._set(hanging, thing, name.removeprefix(beginning), 0)
            for name, register in thing.fields.items():
                if name.startswith(beginning):
                    value = self._merging.standing(thing.kind, name, register).value
                    if value is not None:
                        changed |= self._set(hanging, thing, name.removeprefix(beginning), value["set"])
        return changed

    def _set(self, hanging: Hanging, thing: Thing, name: str, said: Any) -> bool:
        named = ("tag_id", self._tag(name)) if hanging.prefix == "tags" else ("name", name)
        sql = f"SELECT id FROM {hanging.table} WHERE {hanging.owner} = ? AND {named[0]} = ?"
        row_id = self._db.value(sql, (thing.row, named[1]))
        if not said:
            return bool(row_id) and bool(self._recorder.delete(hanging.table, [row_id]))
        values = {hanging.value: said} if hanging.value else {}
        if row_id:
            return bool(values) and bool(self._recorder.update(hanging.table, [row_id], values))
        self._recorder.insert(hanging.table, {hanging.owner: thing.row, named[0]: named[1], **values})
        return True

    def _tag(self, path: str) -> int:
        row_id = self._db.value("SELECT id FROM tags WHERE name = ?", (path,))
        if row_id is not None:
            return int(row_id)
        tag = self._things.get("tag", path) or self._things.new(TAG, path)
        tag.row = self._recorder.insert("tags", {"uid": new_uid(), "name": path})
        self._keys.join("tag", path, tag.row)
        self._look_again(TAG, [tag])
        return tag.row
