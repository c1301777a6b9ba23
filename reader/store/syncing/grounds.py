"""Where quotes and notes stand that were written about another text than the newest one here."""

from collections.abc import Mapping
from typing import Any

from reader.errors import StoreError
from reader.models import Anchor, Note, Quote, Span, words_of
from reader.store.columns import values_of
from reader.store.connection import Connection
from reader.store.merging import PlaceAgain
from reader.store.records import (
    NOTE,
    QUOTE,
    Ground,
    current_ground,
    note_fields,
    place_values,
    quote_fields,
    quote_values,
    spans_of,
    wording_values,
)
from reader.store.syncing.keys import Keys
from reader.store.syncing.kinds import BLOCK
from reader.store.syncing.shapes import Kind


class Grounds:
    """Texts of articles, and what stands in them."""

    def __init__(self, db: Connection, keys: Keys, place: PlaceAgain) -> None:
        self._db = db
        self._keys = keys
        self._place = place
        self._known: dict[int, tuple[str, Ground]] = {}

    def changed(self, article: int) -> None:
        """Say that an article has another text now."""
        self._known.pop(article, None)

    def shown(self, article: int) -> str:
        """The text that an article shows."""
        return self._current(article)[1].text

    def key(self, article: int) -> str:
        """What all libraries call the text that an article shows."""
        return self._current(article)[0]

    def stands(self, row: Mapping[str, Any]) -> bool:
        """Whether a quote or a note, as its row has it, stands in the text that its article shows."""
        text, spans = self.shown(row["article_id"]), row.get("spans")
        if row["anchor"] == Anchor.ORPHAN or row["start_at"] is None:
            return False
        if spans:
            return words_of(text, spans_of(spans)) == str(row["words"])
        return text[row["start_at"] : row["end_at"]] == str(row["exact"])

    def has(self, article: int, text: str) -> bool:
        """Whether the text is here that something was written about, and the one that the article shows."""
        return not text or (bool(self._current(article)[0]) and self.text(article, text) is not None)

    def columns(self, kind: Kind, article: int, said: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a place of a quote or a note, in the newest text of its article."""
        columns = self._columns(kind, article, said)
        if columns["start_at"] is None:
            return columns
        is_lost = columns["anchor"] == Anchor.ORPHAN
        text = (self.text(article, said["in"]) if is_lost else self._current(article)[1].text) or ""
        if columns["end_at"] > len(text) or not _is_covered(columns, text):
            return columns
        # one may know covered what another knows in clear: the words are those of the text here
        around = place_values(Span(columns["start_at"], columns["end_at"]), text)
        if kind.name == "note":
            return columns | around
        (quote,) = values_of(Quote, quote_fields([_row(QUOTE.selected, columns)]))
        if not columns["words"] or any(span.end > len(text) for span in (*quote.spans, *quote.speaker)):
            return columns
        spoken_by = {"spoken_by": words_of(text, quote.speaker)} if quote.speaker else {}
        return columns | around | wording_values(quote, text) | spoken_by

    def _columns(self, kind: Kind, article: int, said: Mapping[str, Any]) -> dict[str, Any]:
        values = {column: value for column, value in said.items() if column != "in"}
        newest, ground = self._current(article)
        if said["start_at"] is None:
            return values
        if kind.name == "quote" and said["anchor"] == Anchor.ORPHAN:
            return values | {"version": self._number(article, said["in"])}
        if said["in"] != newest:
            return self._placed_again(kind, article, said, values, ground)
        if not _stands(said, ground.text):
            return values | self._lost(kind, article, said["in"])
        return values | ({"version": 0} if kind.name == "quote" else {})

    def _placed_again(
        self, kind: Kind, article: int, said: Mapping[str, Any], values: dict[str, Any], ground: Ground
    ) -> dict[str, Any]:
        old = self.text(article, said["in"])
        if old is None and kind.name == "quote" and _stands_word_by_word(said, ground.text):
            return values | {"version": 0}
        if old is None or not _stands(said, old):
            return values | self._lost(kind, article, said["in"])
        if kind.name == "note":
            ((note,),) = (values_of(Note, note_fields([_row(NOTE.selected, values)])),)
            (placed,) = self._place(old, ground.text, [], [note])[1]
            if placed.span is None or placed.anchor is Anchor.ORPHAN:
                return values | {"anchor": str(Anchor.ORPHAN)}
            return values | place_values(placed.span, ground.text) | {"anchor": str(placed.anchor)}
        quote = values_of(Quote, quote_fields([_row(QUOTE.selected, values)]))[0]
        (again,) = self._place(old, ground.text, [quote], [])[0]
        if again.is_lost:
            return values | self._lost(kind, article, said["in"])
        try:
            return values | quote_values(again, ground)
        except StoreError:  # a role beyond the text
            return values | self._lost(kind, article, said["in"])

    def _lost(self, kind: Kind, article: int, text: str) -> dict[str, Any]:
        version = {"version": self._number(article, text)} if kind.name == "quote" else {}
        return {"anchor": str(Anchor.ORPHAN), **version}

    def _current(self, article: int) -> tuple[str, Ground]:
        if article not in self._known:
            if len(self._known) > 500:
                self._known.clear()
            sql = """SELECT versions.id FROM versions JOIN articles ON articles.id = article_id
                WHERE article_id = ? AND number = version"""
            newest = self._db.value(sql, (article,))
            if newest is None:  # its text is still to come
                return "", Ground("")
            self._known[article] = self._keys.text(newest), current_ground(self._db, article) or Ground("")
        return self._known[article]

    def text(self, article: int, text: str) -> str | None:
        """A text of an article, None where it is not here."""
        found: str | None = self._of_version(article, text, "text")
        return found

    def _number(self, article: int, text: str) -> int:
        return self._of_version(article, text, "number") or 0

    def _of_version(self, article: int, text: str, column: str) -> Any:
        version = self._keys.version(article, text)
        return self._db.value(f"SELECT {column} FROM versions WHERE id = ?", (version,))


def _is_covered(columns: Mapping[str, Any], text: str) -> bool:
    said = (str(columns.get(name, "")) for name in ("words", "exact", "prefix", "suffix", "spoken_by"))
    return BLOCK in "".join((text, *said))


def _stands_word_by_word(said: Mapping[str, Any], text: str) -> bool:
    """Whether a quote that is written about a text which is not here stands in another one as it is."""
    spans = spans_of(said["spans"])
    return bool(said["end_at"] <= len(text) and words_of(text, spans) == said["words"])


def _stands(said: Mapping[str, Any], text: str) -> bool:
    """Whether a passage has its words where it is said to stand."""
    start, end = said["start_at"], said["end_at"]
    if not 0 <= start <= end <= len(text):
        return False
    # of a quote, `exact` may be a list of the texts of its spans
    return not said["exact"] or said["exact"].startswith("[") or _same(said["exact"], text[start:end])


def _same(one: str, other: str) -> bool:
    """Whether two passages are one, but for what is covered in either of them."""
    pairs = zip(one, other, strict=False)
    return one == other or (
        len(one) == len(other) and all(left == right or BLOCK in (left, right) for left, right in pairs)
    )


def _row(selected: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """A row of these columns, without the numbers that it has only in a library."""
    own = {"id": 0, "uid": "", "article_id": 0, "source_id": None, "quote_id": None, "version": 0}
    terms = {"status": "suggested", "verification": "unverified"}
    names = [name.strip() for name in selected.split(",")]
    return tuple(values.get(name, own.get(name, terms.get(name, ""))) for name in names)
