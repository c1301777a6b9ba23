"""What covers things on their way to the desk: protected names and words not for publication stay here."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from reader.formats import Dossier
from reader.formats.redaction import Redaction
from reader.library.covering import Covering
from reader.models import Quote, name_is_covered
from reader.store import Store
from reader.store.adding import digest_of
from reader.store.failures import DamagedError
from reader.store.syncing.kinds import ARTICLE, SOURCE, VERSION
from reader.store.syncing.shapes import Kind
from reader.store.syncing.telling import Change

_HANGING = {"evidence": "evidence", "authorisation": "authorised", "translation": "translations"}
"""Where a dossier has what hangs on quotes."""
_LINKS = ("url", "location", "links", "entry")
_NAMED_BY = ("name", "role", "affiliation")
_DIGEST = re.compile(r"(?m)^(\d+\t)[^\t\n]*")
"""The digest of an earlier draft, in its line behind its number."""


class SyncCover:
    """Covers the things of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._covering = Covering(store)
        self._covered_sources = {one.id for one in store.sources.all() if name_is_covered(one)}
        self._ways: dict[str, Callable[[int], Change | None]] = {
            "source": self._source,
            "article": self._article,
            "version": self._version,
            "quote": self._quote,
            "note": self._note,
            "ledger": self._ledger,
            **dict.fromkeys(_HANGING, self._plain),
        }
        self._is_needed = bool(self._covering.throughout or store.quotes.articles_on_terms())
        self._redaction = lru_cache(32)(self._redaction_of)

    def covers(self, kind: str, row: int) -> bool:
        """Whether what a row is known by goes out covered."""
        if not self._is_needed:
            return False
        if kind == "source":
            return self._names(" ".join(str(self._of(SOURCE, row, one)) for one in _NAMED_BY))
        if kind == "article":
            return self._covers_article(row)
        return kind == "version" and self._covers_text(row)

    def _covers_article(self, row: int) -> bool:
        known_by = (str(self._of(ARTICLE, row, one)) for one in ("url", "outlet"))
        first = self._store.syncing.first_text(row)
        return bool(first and self._covers_text(first)) or any(map(self._names, known_by))

    def _covers_text(self, version: int) -> bool:
        text = str(self._of(VERSION, version, "text"))
        article = self._store.syncing.article_of("versions", version)
        if not self._store.syncing.shows_text(article):
            return True  # it is just coming in: who knows whom it names
        return self._text_as_it_goes(article, text) != text

    def _names(self, text: str) -> bool:
        return self._covering.throughout(text, is_note=True) != text

    def _of(self, kind: Kind, row: int, column: str) -> object:
        return self._store.syncing.column(kind, row, column)

    def over(self, kind: Kind, row: int) -> Change | None:
        """What covers the fields of a thing; None where it stays here."""
        if not self._is_needed:
            return _as_it_is
        try:
            if kind.name in _HANGING:
                return self._hanging(kind, row)
            if kind.name in ("tag", "dismissed"):
                return self._name(kind, row)
            return self._ways.get(kind.name, self._plain)(row)
        except DamagedError:  # of an article whose text is still to come nobody knows whom it names
            return None

    def limits(self, kind: Kind) -> Change:
        """Only how a thing may be used, which those must know who have it already."""

        def change(name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
            return self._cover_all(name, values) if kind.field(name).is_strict else None

        return change

    def instead(self, kind: Kind, row: int) -> Mapping[str, Mapping[str, Any]]:
        """How a quote may be used whose source stays here, by which it went."""
        if kind.name != "quote" or not self._is_needed:
            return {}
        redaction, done = self._redaction(self._store.syncing.article_of("quotes", row))
        quote = next((one for one in done.quotes if one.id == row), None)
        if quote is None or row not in redaction.secret:
            return {}
        return {"use": {"use": str(quote.use), "description": self._covering.throughout(quote.source)}}

    def _plain(self, _row: int) -> Change | None:
        return self._cover_all

    def _cover_all(self, name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Every text with all names covered that are covered anywhere; a tag that names somebody stays."""
        cover = self._covering.throughout
        if "/" in name and cover(name, is_note=True) != name:
            return None
        return {
            column: cover(value, is_note=True) if isinstance(value, str) and column not in _PLAIN else value
            for column, value in values.items()
        }

    def _source(self, row: int) -> Change | None:
        return None if row in self._covered_sources else self._cover_all

    def _name(self, kind: Kind, row: int) -> Change | None:
        return None if self._names(str(self._of(kind, row, "name"))) else self._cover_all

    def _ledger(self, _row: int) -> Change | None:
        def change(name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
            covered = self._cover_all(name, values)
            # whom a draft names nobody knows here, and of its digest a name could be guessed
            return _without_digests(covered) if covered and name == "draft" else covered

        return change

    # -- articles and what stands in them ---------------------------------------------------------------

    def _redaction_of(self, article: int) -> tuple[Redaction, Dossier]:
        redaction = Redaction.of(self._covering.whole(article))
        return redaction, redaction.done()

    def _article(self, row: int) -> Change | None:
        def change(name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
            covered = self._cover_all(name, values)
            if covered is None:
                return None
            # of an address a part is of no use, and of a digest a name could be guessed
            emptied = {column for column in _LINKS if covered.get(column) != values.get(column)}
            if name == "came" and self._covers_article(row):
                emptied.add("entry_digest")
            return {column: "" if column in emptied else value for column, value in covered.items()}

        return change

    def _version(self, row: int) -> Change | None:
        article = self._store.syncing.article_of("versions", row)

        def change(name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
            if name == "text":
                text = self._text_as_it_goes(article, values["text"])
                return values if text == values["text"] else {**values, "text": text, "hash": digest_of(text)}
            return self._cover_all(name, values)

        return change

    def _text_as_it_goes(self, article: int, text: str) -> str:
        redaction, done = self._redaction(article)
        whole = self._covering.whole(article).article.text
        return done.article.text if text == whole else redaction.other_text(text)

    def _quote(self, row: int) -> Change | None:
        article = self._store.syncing.article_of("quotes", row)
        redaction, done = self._redaction(article)
        quote = next((one for one in done.quotes if one.id == row), None)
        if quote is None:  # not for publication, or rejected
            return self._cover_all if row not in redaction.off_record else None
        is_secret = row in redaction.secret

        def change(name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
            if name == "source":
                is_here = is_secret or self._store.quotes.get(row).source_id in self._covered_sources
                return {"source_id": None} if is_here else values
            if name == "use" and is_secret:
                return {"use": str(quote.use), "description": self._covering.throughout(quote.source)}
            if name == "place":
                return _placed(
                    self._cover_all(name, values) or {}, quote, done.article.text, is_secret=is_secret
                )
            return self._cover_all(name, values)

        return change

    def _note(self, row: int) -> Change | None:
        article = self._store.syncing.article_of("notes", row)
        _, done = self._redaction(article)
        note = next((one for one in done.notes if one.id == row), None)
        if note is None:
            return None

        def change(name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
            if name == "body":
                return {**values, "body": note.body}
            covered = self._cover_all(name, values)
            if covered is not None and name == "place":
                return {**covered, "exact": note.exact}
            return covered

        return change

    def _hanging(self, kind: Kind, row: int) -> Change | None:
        """A check, an authorisation or a translation, as its dossier has it covered."""
        quote = int(str(self._store.syncing.column(kind, row, "quote_id")))
        article = self._store.syncing.article_of("quotes", quote)
        redaction, done = self._redaction(article)
        if quote in redaction.off_record:
            return None
        held: Iterable[Any] = getattr(done, _HANGING[kind.name])
        found = next((one for one in held if one.id == row), None)
        if found is None:
            return None if quote in redaction.secret else self._cover_all
        names = {one.name for one in fields(found)}

        def change(name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
            covered = self._cover_all(name, values) or {}
            emptied = {column for column in names.intersection(values) if getattr(found, column) == ""}
            return {column: "" if column in emptied else value for column, value in covered.items()}

        return change


_PLAIN = frozenset(
    str.split(
        "in hash added created modified at state kind type medium status verification authorisation use "
        "anchor language published spans speaker cue addressee frame suggested_spans rule origin "
        "headings pages transcript"
    )
)
"""Columns that hold terms, times, keys and places, and no words of anybody."""


def _without_digests(draft: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**draft, "digest": "", "earlier": _DIGEST.sub(r"\1", draft["earlier"])}


def _placed(values: Mapping[str, Any], quote: Quote, text: str, *, is_secret: bool) -> dict[str, Any]:
    """The place of a quote with its words and its speaker as they may go out."""
    start, end = values["start_at"], values["end_at"]
    covered = dict(values)
    if values["anchor"] != "orphan" and values["words"]:
        covered["words"] = quote.words(text)
        if values["exact"]:
            covered["exact"] = values["exact"] if values["exact"].startswith("[") else text[start:end]
        covered["prefix"] = text[max(0, start - len(values["prefix"])) : start]
        covered["suffix"] = text[end : end + len(values["suffix"])]
    if is_secret:
        covered |= {"resolved_speaker": quote.resolved_speaker, "spoken_by": ""}
        covered |= {
            "speaker_role": "",
            "speaker_affiliation": "",
            "speaker": "",
            "frame": "",
            "addressee": "",
        }
    return covered


def _as_it_is(_: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    return values
