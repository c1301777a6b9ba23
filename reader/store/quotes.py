"""Quotes of articles: stored, corrected, decided upon. Lists across articles are in `quote_lists`."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from reader.errors import NotFoundError, StoreError
from reader.i18n import _, ngettext
from reader.models import Quote, QuoteRow, Status, TermsOfUse
from reader.store import quote_labels as labels
from reader.store.columns import Use, values_of
from reader.store.connection import Row
from reader.store.lost_quotes import version_with
from reader.store.quote_lists import QuoteLists
from reader.store.records import (
    QUOTE,
    Ground,
    current_ground,
    quote_fields,
    quote_values,
    stored_spans,
)
from reader.store.redetection import Redetection, Replaced, found_values
from reader.store.steps import AMONG, Recorder, listed, new_uid, new_uids
from reader.store.taggings import tags_of
from reader.texts.anchoring import same_words


class Quotes:
    """The quotes of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._lists = QuoteLists(recorder.db)

    def of(self, article_id: int) -> list[Quote]:
        """The quotes of an article, in the order of the text."""
        sql = f"SELECT {QUOTE.selected} FROM quotes WHERE article_id = ? ORDER BY start_at, end_at DESC, id"
        return self._quotes_of(self._db.rows(sql, (article_id,)))

    def get(self, quote_id: int) -> Quote:
        """One quote."""
        found = self.by_ids([quote_id])
        if not found:
            raise NotFoundError(
                _("There is no quote number {quote_id} in the library.").format(quote_id=quote_id)
            )
        return found[0]

    def by_ids(self, ids: Iterable[int]) -> list[Quote]:
        """These quotes, in the order of `ids`; unknown ids are left out."""
        ids = list(ids)
        sql = f"SELECT {QUOTE.selected} FROM quotes WHERE id {AMONG}"
        by_id = {quote.id: quote for quote in self._quotes_of(self._db.rows(sql, (listed(ids),)))}
        return [by_id[quote_id] for quote_id in ids if quote_id in by_id]

    def among(self, ids: Iterable[int], article_id: int) -> int:
        """How many of some quotes stand in an article."""
        sql = f"SELECT count(*) FROM quotes WHERE article_id = ? AND id {AMONG}"
        return int(self._db.value(sql, (article_id, listed(ids))))

    def _quotes_of(self, rows: Sequence[Row]) -> list[Quote]:
        table = quote_fields(rows)
        names = self._names_of(set(table["source_id"]) - {0})
        table["source"] = [names.get(source_id, "") for source_id in table["source_id"]]
        table["tags"] = tags_of(self._db, "quote_id", table["id"])
        return values_of(Quote, table)

    def _names_of(self, source_ids: Collection[int]) -> dict[int, str]:
        sql = f"SELECT id, name FROM sources WHERE id {AMONG}"
        return dict(self._db.rows(sql, (listed(source_ids),))) if source_ids else {}

    def add(self, article_id: int, quote: Quote) -> Quote:
        """Store a quote that a person made; returns it as stored."""
        ground = self._ground(article_id)
        values = {
            "uid": quote.uid or new_uid(),
            "article_id": article_id,
            **quote_values(quote, ground),
            "status": str(quote.status),
            "source_id": quote.source_id or None,
            "origin": quote.origin or "person",
            "by_person": 1,
            **QUOTE.stored(quote, Use.EDITED),
        }
        with self._recorder.step(labels.adding(quote)):
            return self.get(self._recorder.insert("quotes", values))

    def insert_found(self, article_id: int, quotes: Iterable[Quote], ground: Ground, detector: str) -> None:
        """Store quotes of a detector together with their new article, outside the journal."""
        found = list(quotes)
        rows = [
            {"uid": uid, **found_values(article_id, quote, ground, detector)}
            for uid, quote in zip(new_uids(len(found)), found, strict=True)
        ]
        self._db.insert_many("quotes", rows)

    def update(self, quote: Quote) -> Quote:
        """Store a quote as a person changed it, status and source too; returns it as stored."""
        before = self.get(quote.id)
        values = self._values_after(before, quote)
        values |= {"status": str(quote.status), "source_id": quote.source_id or None, "by_person": 1}
        # Once, and only of what a detector found: the place that it suggested first.
        if before.spans != quote.spans and before.origin != "person" and not self._suggested(quote.id):
            values["suggested_spans"] = stored_spans(before.spans)
        with self._recorder.step(labels.changing(quote)):
            self._recorder.update("quotes", [quote.id], values)
        return self.get(quote.id)

    def _values_after(self, before: Quote, quote: Quote) -> dict[str, Any]:
        """The columns of a quote that was changed; what a lost one says only changes when it is placed.

        Raises StoreError where something of a lost quote is to be another passage of the newest text.
        """
        if not quote.is_lost:
            values = quote_values(quote, self._ground(before.article_id))
            if before.is_lost and not same_words(before.stored_words, str(values["words"])):
                values["earlier"] = before.earlier or before.stored_words
            return values
        if any(getattr(quote, name) != getattr(before, name) for name in _PLACES):
            raise StoreError(
                _(
                    "Quote {id} is not in the present text, so nothing there can be part of it: place it "
                    "first (reader versions {article_id} --place {id} WORDS), or say who spoke by "
                    "name (reader mark {id} --source NAME)."
                ).format(id=quote.id, article_id=before.article_id),
                _("Quote"),
            )
        values = QUOTE.stored(quote, Use.FOUND)
        return {name: value for name, value in values.items() if name not in _PLACES}

    def _suggested(self, quote_id: int) -> str:
        return str(self._db.value("SELECT suggested_spans FROM quotes WHERE id = ?", (quote_id,)) or "")

    def place(self, quote: Quote, ground: Ground) -> None:
        """Write where a quote stands in a newer text; an orphan keeps its words and old place."""
        values: dict[str, Any] = {"anchor": str(quote.anchor)}
        if quote.is_lost:
            stands_in = quote.version or version_with(
                self._db.rows, quote.article_id, quote.spans, quote.exact
            )
            values["version"] = stands_in
        else:
            values |= quote_values(quote, ground)
        self._recorder.update("quotes", [quote.id], values)

    def set_status(self, ids: Iterable[int], status: Status, *, speakers: bool = False) -> int:
        """Accept, reject or reopen quotes; returns how many changed.

        With `speakers`, speakers who are carried over are said by a person from now on; without, quotes are
        accepted among many, and hearsay stays open. Open suggestions inside a quote that is accepted, which
        nobody else says, are accepted with it.
        """
        ids = list(ids)
        with self._recorder.step(labels.deciding(status, len(ids))):
            if status is Status.ACCEPTED:
                ids = ids if speakers else self._without_hearsay(ids)
                ids += self._fragments(ids)
            if speakers:
                sql = f"SELECT id FROM quotes WHERE speaker_basis = 'carried' AND id {AMONG}"
                carried = self._db.column(sql, (listed(ids),))
                self._recorder.update(
                    "quotes", carried, {"speaker_basis": "person", "speaker_confidence": 1.0}
                )
            changed = len(self._recorder.update("quotes", ids, {"status": str(status), "by_person": 1}))
            if status is not Status.SUGGESTED:
                self._recorder.update("articles", self._worked_through(ids), {"state": "done"})
            return changed

    def _worked_through(self, ids: Iterable[int]) -> list[int]:
        """The articles of quotes just decided in which nothing is left to decide."""
        sql = f"""SELECT id FROM articles WHERE open = 0 AND state <> 'done'
            AND id IN (SELECT article_id FROM quotes WHERE id {AMONG})"""
        return self._db.column(sql, (listed(ids),))

    def _without_hearsay(self, ids: Iterable[int]) -> list[int]:
        """Those of the quotes that somebody is said to say."""
        sql = f"SELECT id FROM quotes WHERE speaker_basis = 'hearsay' AND source_id IS NULL AND id {AMONG}"
        hearsay = set(self._db.column(sql, (listed(ids),)))
        return [number for number in ids if number not in hearsay]

    def _fragments(self, ids: Iterable[int]) -> list[int]:
        """Open suggestions inside one of the quotes that have its speaker, or none of their own."""
        chosen = listed(ids)
        sql = f"""SELECT DISTINCT inside.id FROM quotes JOIN quotes AS inside
            ON inside.article_id = quotes.article_id
            AND inside.start_at >= quotes.start_at AND inside.end_at <= quotes.end_at
            WHERE quotes.id {AMONG} AND inside.id NOT {AMONG}
            AND inside.nested = 1 AND inside.status = 'suggested'
            AND inside.speaker IN ('', quotes.speaker)"""
        return self._db.column(sql, (chosen, chosen))

    def set_use(self, ids: Iterable[int], use: TermsOfUse, description: str | None = None) -> int:
        """Say how quotes may be used, by which description (None leaves it); returns how many changed."""
        values = {"use": str(use), "by_person": 1}
        if description is not None:
            values["description"] = " ".join(description.split())
        ids = list(ids)
        with self._recorder.step(labels.using(len(ids), use)):
            return len(self._recorder.update("quotes", ids, values))

    def articles_on_terms(self) -> frozenset[int]:
        """Articles with a quote that is not simply on record, by itself or by its source."""
        sql = """SELECT article_id FROM quotes WHERE use NOT IN ('', 'on record')
            UNION SELECT article_id FROM quotes WHERE source_id IN
            (SELECT id FROM sources WHERE use <> 'on record' OR identity_protected)"""
        return frozenset(self._db.column(sql))

    def off_record_words(self) -> tuple[str, ...]:
        """The words of all quotes that are not for publication, in their translations too."""
        # both conditions more are those of an index: without them every quote is read
        sql = """SELECT words FROM quotes
            WHERE use NOT IN ('', 'on record') AND use = 'off the record'
            UNION SELECT words FROM quotes
            WHERE source_id IS NOT NULL AND use = '' AND source_id IN
            (SELECT id FROM sources WHERE use = 'off the record')"""
        translated = f"SELECT text FROM translations WHERE quote_id IN ({sql.replace('words', 'id')})"
        every = (sql, sql.replace("words", "earlier"), translated)
        return tuple(sorted({words for one in every for words in self._db.column(one)} - {""}))

    def sources_on_terms(self) -> frozenset[int]:
        """Sources with a quote that is not simply on record, whatever their default is."""
        sql = """SELECT DISTINCT source_id FROM quotes
            WHERE use NOT IN ('', 'on record') AND source_id IS NOT NULL"""
        return frozenset(self._db.column(sql))

    def remove(self, ids: Iterable[int]) -> int:
        """Remove quotes that a person made; what a detector found is rejected, or it would find it again.

        Notes on a removed quote stay, on its article.
        """
        sql = f"SELECT id, origin FROM quotes WHERE id {AMONG}"
        origins: dict[int, str] = dict(self._db.rows(sql, (listed(ids),)))
        label = ngettext("Remove a quote", "Remove {count} quotes", len(origins))
        with self._recorder.step(label.format(count=len(origins))):
            found = [quote_id for quote_id, origin in origins.items() if origin != "person"]
            self._recorder.update("quotes", found, {"status": "rejected", "by_person": 1})
            self.drop(quote_id for quote_id, origin in origins.items() if origin == "person")
        return len(origins)

    def drop(self, ids: Iterable[int]) -> None:
        """Delete quotes with what hangs on them; their notes go over to the article."""
        chosen = listed(ids)
        for table in ("evidence", "authorisations", "translations", "taggings"):
            sql = f"SELECT id FROM {table} WHERE quote_id {AMONG}"
            self._recorder.delete(table, self._db.column(sql, (chosen,)))
        notes = self._db.column(f"SELECT id FROM notes WHERE quote_id {AMONG}", (chosen,))
        self._recorder.update("notes", notes, {"quote_id": None})
        self._recorder.delete("quotes", self._db.column("SELECT value FROM json_each(?)", (chosen,)))

    def replace_suggestions(self, article_id: int, quotes: Iterable[Quote], detector: str = "") -> Replaced:
        """Take new findings for the old suggestions; what a person made, changed or used stays.

        What stands where a person already decided is not suggested again.
        """
        again = Redetection(self._recorder, article_id, self._ground(article_id), detector)
        return again.replace_suggestions(quotes, self.drop)

    def ids(
        self, query: str = "", *, sort: str = "article", descending: bool = False, limit: int = -1
    ) -> list[int]:
        """Ids of the quotes that a query finds, sorted; see `quote_lists.SORTS`; at most `limit`."""
        return list(self._lists.ids(query, sort=sort, descending=descending, limit=limit))

    def id_array(
        self, query: str = "", *, sort: str = "article", descending: bool = False, limit: int = -1
    ) -> Sequence[int]:
        """The same as `ids`, where there may be millions: an array, which takes a tenth of the memory."""
        return self._lists.ids(query, sort=sort, descending=descending, limit=limit)

    def rows(self, ids: Iterable[int]) -> list[QuoteRow]:
        """What a list shows of these quotes, in the order of `ids`; unknown ids are left out."""
        return self._lists.rows(ids)

    def articles_of(self, ids: Sequence[int], statuses: Collection[Status]) -> dict[int, int]:
        """Those of some quotes that have one of `statuses`, each with its article, in the order of `ids`."""
        allowed = ", ".join(f"'{status}'" for status in statuses)
        sql = f"SELECT id, article_id FROM quotes WHERE status IN ({allowed}) AND id {AMONG}"
        found: dict[int, int] = dict(self._db.rows(sql, (listed(ids),)))
        return {number: found[number] for number in ids if number in found}

    def count(self, query: str = "") -> int:
        """How many quotes a query finds."""
        return self._lists.count(query)

    def _ground(self, article_id: int) -> Ground:
        ground = current_ground(self._db, article_id)
        if ground is None:
            raise NotFoundError(
                _("There is no article number {article_id} in the library.").format(article_id=article_id)
            )
        return ground


_PLACES = ("spans", "speaker", "cue", "addressee", "frame")
"""Fields of a quote that point into a text."""
