"""What an import of other people's work asks of a library: which article is meant, quotes as they came."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from reader.addresses import without_trackers
from reader.i18n import _
from reader.models import Article, Authorised, Evidence, Quote, Span, Status, Translation, on_one_line
from reader.store.adding import digest_of
from reader.store.columns import EMPTY, Use
from reader.store.folding import sort_key
from reader.store.lost_quotes import version_with
from reader.store.records import ARTICLE, QUOTE, Ground, current_ground, quote_values, stored_spans
from reader.store.steps import Recorder, new_uid, now
from reader.store.verification import AUTHORISED, translation_values

_MOST = 50
"""Articles of one title or address that are looked at (chosen by hand)."""
_WWW = re.compile(r"^www\.", re.IGNORECASE)


class Imported:
    """Finds what an import is about, and stores quotes that were made elsewhere."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    # "+trashed": by the index of what is asked for; SQLite would take one by the trash, and read all articles

    def article_of_uid(self, uid: str) -> int:
        """The article outside the trash with this uid, or whose uid begins so without dashes; 0 for none."""
        bare = uid.replace("-", "").lower()
        if len(bare) < _SHORTEST:
            return 0
        begins = f"{bare[:8]}-{bare[8:12]}"
        sql = "SELECT id, uid FROM articles WHERE +trashed = '' AND uid >= ? AND uid < ? || 'g'"
        rows = self._db.rows(sql, (begins, begins))
        found = [number for number, one in rows if one.replace("-", "").startswith(bare)]
        return found[0] if len(found) == 1 else 0

    def is_known_uid(self, uid: str) -> bool:
        """Whether an article has this uid, in the trash too."""
        return self._db.value("SELECT 1 FROM articles WHERE uid = ?", (uid,)) is not None

    def former_origin(self, uid: str) -> str | None:
        """The origin of a quote or note that was here once and was removed; None for one that never was."""
        sql = """SELECT coalesce(json_extract(before, '$.origin'), '') FROM journal_changes
            WHERE subject = ? AND table_name IN ('quotes', 'notes') AND after IS NULL
            ORDER BY id DESC LIMIT 1"""
        origin: str | None = self._db.value(sql, (uid,)) if uid else None
        return origin

    def articles_at(self, address: str) -> list[int]:
        """The articles at an address, also with or without "www.", "https" or a slash at its end."""
        spellings = list(_spellings(address))
        marks = ", ".join("?" * len(spellings))
        sql = f"""SELECT id FROM articles WHERE +trashed = ''
            AND (url <> '' AND url IN ({marks}) OR location IN ({marks}))"""
        return self._db.column(f"{sql} ORDER BY id LIMIT {_MOST}", (*spellings, *spellings))

    def articles_with(self, text: str) -> list[int]:
        """The articles whose newest text is this one but for white space."""
        sql = "SELECT id FROM articles WHERE +trashed = '' AND hash = ? ORDER BY id"
        return self._db.column(f"{sql} LIMIT {_MOST}", (digest_of(text),))

    def articles_called(self, title: str) -> list[int]:
        """The articles of a title, whatever its capitals, accents and first marks."""
        key = sort_key(title)
        sql = "SELECT id FROM articles WHERE trashed = '' AND title_key = ? ORDER BY id"
        return self._db.column(f"{sql} LIMIT {_MOST}", (key,)) if key else []

    def take_quote(
        self,
        article_id: int,
        quote: Quote,
        *,
        evidence: Iterable[Evidence] = (),
        authorised: Iterable[Authorised] = (),
        translations: Iterable[Translation] = (),
    ) -> int:
        """Store a quote that was made elsewhere, as it is there; returns its number.

        A lost one keeps its words. An open suggestion of a detector stays one, so that it is found afresh.
        """
        ground = current_ground(self._db, article_id) or Ground("")
        placed = self._lost(article_id, quote) if quote.is_lost else quote_values(quote, ground)
        values = {
            "uid": self._free(quote.uid),
            "article_id": article_id,
            **placed,
            "status": str(quote.status),
            "verification": str(quote.verification),
            "authorisation": str(quote.authorisation),
            "source_id": quote.source_id or None,
            "origin": quote.origin or "person",
            "by_person": int(not _is_open_suggestion(quote)),
            "anchor": str(quote.anchor),
            "earlier": quote.earlier,
            **QUOTE.stored(quote, Use.EDITED),
        }
        with self._recorder.step(_("Import a quote")):
            quote_id = self._recorder.insert("quotes", values)
            self.add_proof(quote_id, evidence, authorised)
            self.add_translations(quote_id, translations)
        return quote_id

    def fill_text(self, article_id: int, theirs: Article) -> bool:
        """Take over links, captions, headings and pages of the very text that is here, where it has none."""
        sql = """SELECT versions.* FROM versions JOIN articles ON articles.id = article_id
            WHERE article_id = ? AND number = version"""
        (ours,) = self._db.named(sql, (article_id,))
        if ours["text"] != theirs.text:
            return False
        known = ARTICLE.stored(theirs, Use.VERSION)
        names = ("links", "captions", "headings", "pages")
        new = {name: known[name] for name in names if ours[name] in EMPTY and known[name] not in EMPTY}
        if new:
            with self._recorder.step(_("Import what stands in the text")):
                self._recorder.update("versions", [ours["id"]], new)
        return bool(new)

    def add_proof(
        self, quote_id: int, evidence: Iterable[Evidence], authorised: Iterable[Authorised]
    ) -> None:
        """Store what a quote was checked against elsewhere, and how its authorisation went."""
        self._recorder.insert_many("evidence", [_evidence(quote_id, one) for one in evidence])
        self._recorder.insert_many("authorisations", [_authorised(quote_id, one) for one in authorised])

    def add_translations(self, quote_id: int, translations: Iterable[Translation]) -> None:
        """Store translations that were made elsewhere."""
        rows = [translation_values(quote_id, one, self._recorder.actor) for one in translations]
        self._recorder.insert_many("translations", rows)

    def decide_quote(self, quote_id: int, theirs: Quote) -> None:
        """Take over for an open suggestion what was decided about it elsewhere."""
        values = {
            "type": str(theirs.type),
            "status": str(theirs.status),
            "verification": str(theirs.verification),
            "by_person": 1,
        }
        with self._recorder.step(_("Import a decision")):
            self._recorder.update("quotes", [quote_id], values)

    def _lost(self, article_id: int, quote: Quote) -> dict[str, Any]:
        exact = quote.exact or ("",)
        # A lost quote without a place begins where its text did.
        spans = quote.spans or (Span(0, max(1, sum(map(len, exact)))),)
        found = replace(quote, spans=spans, speaker=(), cue=(), addressee=(), frame=())
        words = on_one_line(exact)
        return {
            **QUOTE.stored(found, Use.FOUND),
            "start_at": spans[0].start,
            "end_at": spans[-1].end,
            "spans": stored_spans(spans),
            "version": version_with(self._db.rows, article_id, spans, exact),
            "words": words,
            "exact": "" if exact == (words,) else quote_exact(exact),
            "spoken_by": quote.spoken_by,
        }

    def _free(self, uid: str) -> str:
        is_taken = self._db.value("SELECT 1 FROM quotes WHERE uid = ?", (uid,)) is not None
        return new_uid() if is_taken or not uid else uid


_SHORTEST = 12
"""Digits of a uid that our Markdown gives."""


def quote_exact(exact: Iterable[str]) -> str:
    """The texts of a quote's spans as its column has them."""
    from json import dumps  # not for the first paint

    return dumps(list(exact), ensure_ascii=False)


def _is_open_suggestion(quote: Quote) -> bool:
    is_found = quote.origin not in ("", "person") and not quote.is_imported
    return quote.status is Status.SUGGESTED and is_found


def _evidence(quote_id: int, one: Evidence) -> dict[str, Any]:
    return {
        "uid": new_uid(),
        "quote_id": quote_id,
        "verification": str(one.verification),
        "kind": one.kind,
        "reference": one.reference,
        "remark": one.remark,
        "who": one.who,
        "at": one.at or now(),
    }


def _authorised(quote_id: int, one: Authorised) -> dict[str, Any]:
    told = replace(one, at=one.at or now())
    return {"uid": new_uid(), "quote_id": quote_id, **AUTHORISED.stored(told, Use.EDITED)}


def _spellings(address: str) -> Iterator[str]:
    """An address as it may be written elsewhere."""
    bare = without_trackers(address.strip())
    yield address.strip()
    yield bare
    try:
        parts = urlsplit(bare)
    except ValueError:
        return
    if parts.scheme.lower() not in ("http", "https"):
        return
    host = _WWW.sub("", parts.netloc)
    path = parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    for scheme in ("https", "http"):
        for name in (host, f"www.{host}"):
            yield from (f"{scheme}://{name}{path}{end}{query}" for end in ("", "/"))
