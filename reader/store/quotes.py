"""Quotes of articles: kept, corrected, decided upon. Lists across articles are in `quote_lists`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.errors import NotFoundError
from reader.models import Anchor, Quote, QuoteRow, Spans, Status
from reader.store.connection import Row
from reader.store.quote_lists import QuoteLists
from reader.store.records import QUOTE_COLUMNS, quote_of, quote_values, spans_of, stored_spans
from reader.store.redetection import Settled
from reader.store.steps import AMONG, Ledger, listed, new_uid, new_uids

_FOUND_COLUMNS = (
    "uid, article_id, start_at, end_at, type, medium, words, spoken_by, resolved_speaker, speaker_kind, "
    "speaker_role, speaker_affiliation, spans, exact, prefix, suffix, speaker, cue, addressee, frame, "
    "confidence, nested, rule, anchor, origin"
)
_INSERT_FOUND = (
    f"INSERT INTO quotes ({_FOUND_COLUMNS}) VALUES ({', '.join('?' * (_FOUND_COLUMNS.count(',') + 1))})"
)
_TYPE_NAMES = {"Direct": "direct", "Indirect": "indirect"}


@dataclass(frozen=True, slots=True)
class Replaced:
    """What looking for quotes anew changed."""

    added: int
    removed: int
    changed: int
    """Suggestions that stayed, with another speaker, cue or confidence."""
    same: int
    kept: int
    """Quotes left alone because a person made, changed or used them."""


class Quotes:
    """The quotes of a library."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._db = ledger.db
        self._lists = QuoteLists(ledger.db)

    def of(self, article_id: int) -> list[Quote]:
        """The quotes of an article, in the order of the text."""
        sql = f"SELECT {QUOTE_COLUMNS} FROM quotes WHERE article_id = ? ORDER BY start_at, end_at DESC, id"
        return self._told(self._db.rows(sql, (article_id,)))

    def get(self, quote_id: int) -> Quote:
        """One quote."""
        found = self.some([quote_id])
        if not found:
            raise NotFoundError(f"There is no quote number {quote_id} in the library.")
        return found[0]

    def some(self, ids: Iterable[int]) -> list[Quote]:
        """These quotes, in the order of `ids`; unknown ids are left out."""
        ids = list(ids)
        sql = f"SELECT {QUOTE_COLUMNS} FROM quotes WHERE id {AMONG}"
        by_id = {quote.id: quote for quote in self._told(self._db.rows(sql, (listed(ids),)))}
        return [by_id[quote_id] for quote_id in ids if quote_id in by_id]

    def _told(self, rows: Sequence[Row]) -> list[Quote]:
        ids = listed(row[0] for row in rows)
        source_ids = {row[8] for row in rows if row[8]}
        sql = f"SELECT id, name FROM sources WHERE id {AMONG}"
        named = self._db.rows(sql, (listed(source_ids),)) if source_ids else []
        sources: dict[int, str] = {row[0]: row[1] for row in named}
        sql = f"""SELECT quote_id, name FROM taggings JOIN tags ON tags.id = tag_id
            WHERE quote_id {AMONG} ORDER BY name"""
        tags: dict[int, tuple[str, ...]] = {}
        for quote_id, name in self._db.rows(sql, (ids,)):
            tags[quote_id] = (*tags.get(quote_id, ()), name)
        return [quote_of(row, sources.get(row[8], ""), tags.get(row[0], ())) for row in rows]

    def add(self, article_id: int, quote: Quote) -> Quote:
        """Store a quote that a person made; returns it as stored."""
        text = self._text(article_id)
        values = {
            "uid": quote.uid or new_uid(),
            "article_id": article_id,
            **quote_values(quote, text),
            "status": str(quote.status),
            "source_id": quote.source_id or None,
            "origin": quote.origin or "person",
            "by_person": 1,
        }
        with self._ledger.step(f"Add {_kind(quote)} quote"):
            return self.get(self._ledger.insert("quotes", values))

    def insert_found(self, article_id: int, quotes: Iterable[Quote], text: str, detector: str) -> None:
        """Store quotes of a detector together with their new article, outside the journal."""
        found = list(quotes)
        self._db.many(
            _INSERT_FOUND,
            [
                (uid, article_id, *quote_values(quote, text).values(), quote.origin or detector)
                for uid, quote in zip(new_uids(len(found)), found, strict=True)
            ],
        )

    def update(self, quote: Quote) -> Quote:
        """Store a quote as a person changed it, status and source too; returns it as stored."""
        before = self.get(quote.id)
        values = quote_values(quote, self._text(before.article_id))
        values |= {"status": str(quote.status), "source_id": quote.source_id or None, "by_person": 1}
        if before.spans != quote.spans and before.origin != "person" and not self._suggested(quote.id):
            values["suggested_spans"] = stored_spans(before.spans)
        with self._ledger.step(f"Change {_kind(quote)} quote"):
            self._ledger.update("quotes", [quote.id], values)
        return self.get(quote.id)

    def _suggested(self, quote_id: int) -> str:
        return str(self._db.value("SELECT suggested_spans FROM quotes WHERE id = ?", (quote_id,)) or "")

    def place(self, quote: Quote, text: str) -> None:
        """Write where a quote stands in a newer text; an orphan keeps its words and old place."""
        values: dict[str, Any] = {"anchor": str(quote.anchor)}
        if quote.anchor is not Anchor.ORPHAN:
            values |= quote_values(quote, text)
        self._ledger.update("quotes", [quote.id], values)

    def set_status(self, ids: Iterable[int], status: Status) -> int:
        """Accept, reject or reopen quotes; returns how many changed."""
        verb = {Status.ACCEPTED: "Accept", Status.REJECTED: "Reject", Status.SUGGESTED: "Reopen"}[status]
        ids = list(ids)
        with self._ledger.step(f"{verb} {_some(len(ids))}"):
            return len(self._ledger.update("quotes", ids, {"status": str(status), "by_person": 1}))

    def remove(self, ids: Iterable[int]) -> int:
        """Remove quotes that a person made; what a detector found is rejected, or it would find it again.

        Notes on a removed quote stay, on its article.
        """
        chosen = listed(ids)
        sql = f"SELECT id, origin = 'person' FROM quotes WHERE id {AMONG}"
        found = self._db.rows(sql, (chosen,))
        with self._ledger.step(f"Remove {_some(len(found))}"):
            self._ledger.update(
                "quotes", [row[0] for row in found if not row[1]], {"status": "rejected", "by_person": 1}
            )
            self.drop([row[0] for row in found if row[1]])
        return len(found)

    def drop(self, ids: Iterable[int]) -> None:
        """Delete quotes with what hangs on them; their notes go over to the article."""
        chosen = listed(ids)
        for table in ("evidence", "authorisations", "taggings"):
            sql = f"SELECT id FROM {table} WHERE quote_id {AMONG}"
            self._ledger.delete(table, self._db.column(sql, (chosen,)))
        notes = self._db.column(f"SELECT id FROM notes WHERE quote_id {AMONG}", (chosen,))
        self._ledger.update("notes", notes, {"quote_id": None})
        self._ledger.delete("quotes", self._db.column("SELECT value FROM json_each(?)", (chosen,)))

    def replace_suggestions(self, article_id: int, quotes: Iterable[Quote], detector: str = "") -> Replaced:
        """Take new findings for the old suggestions; what a person made, changed or used stays.

        What stands where a person already decided is not suggested again.
        """
        text = self._text(article_id)
        found = {(quote.spans, quote.type): quote for quote in quotes}
        settled, old = Settled(self._kept(article_id)), self._suggestions(article_id)
        added = changed = same = 0
        with self._ledger.step("Look for quotes again"):
            gone = [quote_id for key, quote_id in old.items() if key not in found]
            self.drop(gone)
            for key, quote in found.items():
                if key in old:
                    differs = self._ledger.update("quotes", [old[key]], quote_values(quote, text))
                    changed, same = changed + bool(differs), same + (not differs)
                elif quote not in settled:
                    self._insert_suggestion(article_id, quote, text, detector)
                    added += 1
        return Replaced(added, len(gone), changed, same, len(self._kept(article_id)))

    def _insert_suggestion(self, article_id: int, quote: Quote, text: str, detector: str) -> None:
        values = {"uid": new_uid(), "article_id": article_id, **quote_values(quote, text)}
        self._ledger.insert("quotes", {**values, "origin": quote.origin or detector})

    def _suggestions(self, article_id: int) -> dict[tuple[Spans, str], int]:
        sql = f"SELECT id, spans, type FROM quotes WHERE article_id = ? AND NOT ({_BY_PERSON})"
        return {
            (spans_of(spans), type_): number for number, spans, type_ in self._db.rows(sql, (article_id,))
        }

    def _kept(self, article_id: int) -> list[Row]:
        columns = "spans, suggested_spans, type, start_at, end_at"
        sql = f"SELECT {columns} FROM quotes WHERE article_id = ? AND ({_BY_PERSON})"
        return self._db.rows(sql, (article_id,))

    def ids(
        self, query: str = "", *, sort: str = "article", descending: bool = False, limit: int = -1
    ) -> list[int]:
        """Ids of the quotes that a query finds, sorted; see `quote_lists.SORTS`; at most `limit`."""
        return self._lists.ids(query, sort=sort, descending=descending, limit=limit)

    def rows(self, ids: Iterable[int]) -> list[QuoteRow]:
        """What a list shows of these quotes, in the order of `ids`; unknown ids are left out."""
        return self._lists.rows(ids)

    def count(self, query: str = "") -> int:
        """How many quotes a query finds."""
        return self._lists.count(query)

    def _text(self, article_id: int) -> str:
        sql = """SELECT text FROM versions JOIN articles ON articles.id = article_id AND number = version
            WHERE articles.id = ?"""
        text = self._db.value(sql, (article_id,))
        if text is None:
            raise NotFoundError(f"There is no article number {article_id} in the library.")
        return str(text)


_BY_PERSON = """by_person = 1 OR origin = 'person' OR status <> 'suggested' OR source_id IS NOT NULL
    OR verification <> 'unverified' OR authorisation <> ''
    OR EXISTS (SELECT 1 FROM notes WHERE quote_id = quotes.id)
    OR EXISTS (SELECT 1 FROM taggings WHERE quote_id = quotes.id)
    OR EXISTS (SELECT 1 FROM evidence WHERE quote_id = quotes.id)"""


def unchanged(quote: Quote, **fields: Any) -> Quote:
    """A copy with other fields and no identity, to store as a quote of its own."""
    return replace(quote, id=0, uid="", **fields)


def _kind(quote: Quote) -> str:
    return _TYPE_NAMES.get(str(quote.type), str(quote.type))


def _some(count: int) -> str:
    return "a quote" if count == 1 else f"{count} quotes"
