"""Find what is wrong with a library, and mend what can be mended without losing anything."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from reader.errors import StoreError
from reader.i18n import _, ngettext, number, pgettext
from reader.ledgers import Side, StatementKind, StatementState
from reader.models import (
    Agreed,
    Anchor,
    ArticleState,
    Authorisation,
    Medium,
    Printed,
    QuoteType,
    Silence,
    SourceKind,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
)
from reader.store.index_checks import EVERY, SEARCH_INDEXES, has_every_row, is_in_step
from reader.store.order_tables import COUNTED_ARTICLES
from reader.store.originals import Originals
from reader.store.steps import Recorder
from reader.store.verify import changed_since, last_step, problems

Told = Callable[[str, int, int], None]
"""Told what is looked at, and how many of how many are done; 0 of 0 where that is not known."""

LEFT_OUT = "left out"  # not shown: one of the kinds
LARGE = 50_000
"""Articles up to which everything is looked at unasked: it takes some ten seconds (measured)."""
LATEST = 10_000
"""Articles whose quotes a quick look proves where all were never proved."""
_LEFT_OUT = _(
    "Left out, since that takes long: {spans}; whether search and other indexes have every word; "
    "originals. `reader doctor --full` looks at all of it, in some minutes."
)
_COUNTED = """(SELECT count(*) FROM quotes WHERE article_id = articles.id AND status <> 'rejected')"""
_OPEN = """(SELECT count(*) FROM quotes WHERE article_id = articles.id AND status = 'suggested')"""
_WRONG = f"articles.quotes <> {_COUNTED} OR articles.open <> {_OPEN}"
_MISCOUNTED = f"""WITH counted AS MATERIALIZED ({COUNTED_ARTICLES})
    SELECT EXISTS (SELECT * FROM counted EXCEPT SELECT * FROM article_counts)
    OR EXISTS (SELECT * FROM article_counts EXCEPT SELECT * FROM counted)"""
_UNUSED = "sha256 NOT IN (SELECT sha256 FROM originals)"
_RESTORE = _("Put a backup in its place with `reader restore BACKUP`.")
_TERMS: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {
    "articles": {"state": (tuple(ArticleState), ArticleState.UNREAD)},
    "quotes": {
        "type": (tuple(QuoteType), QuoteType.REPORTED),
        "medium": (tuple(Medium), Medium.NONE),
        "status": (tuple(Status), Status.SUGGESTED),
        "verification": (tuple(Verification), Verification.UNVERIFIED),
        "authorisation": (tuple(Authorisation), Authorisation.SENT),
        "speaker_kind": (tuple(SourceKind), SourceKind.UNKNOWN),
        "speaker_basis": (tuple(SpeakerBasis), SpeakerBasis.NONE),
        "anchor": (tuple(Anchor), Anchor.FUZZY),
        "use": (tuple(TermsOfUse), TermsOfUse.OFF_RECORD),
    },
    "notes": {"anchor": (tuple(Anchor), Anchor.FUZZY)},
    "authorisations": {
        "state": (tuple(Authorisation), Authorisation.SENT),
        "agreed": (tuple(Agreed), Agreed.INTERVIEW),
        "silence": (tuple(Silence), Silence.NO),
        "prints": (tuple(Printed), Printed.UNDECIDED),
    },
    "statements": {
        "kind": (tuple(StatementKind), StatementKind.OTHER),
        "state": (tuple(StatementState), StatementState.OPEN),
    },
    "proofs": {"side": (tuple(Side), Side.NONE)},
    "sources": {
        "kind": (tuple(SourceKind), SourceKind.UNKNOWN),
        "use": (tuple(TermsOfUse), TermsOfUse.OFF_RECORD),
    },
}
"""Columns of closed lists: what may stand there, and what mending writes in the place of anything else. It is
what promises least: not decided, not checked, not for publication."""
_ORPHANS = """SELECT (SELECT count(*) FROM quotes WHERE anchor = 'orphan'),
    (SELECT count(*) FROM notes WHERE anchor = 'orphan')"""


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that the doctor notices."""

    area: str
    """file, references, values, spans, originals, search, counters, orphans or left out."""
    what: str
    """One sentence."""
    serious: bool = True
    """Whether something is wrong; orphans are only work left to do."""
    mended: bool = False
    unseen: bool = False
    """Whether this could not be looked at, so that nothing is known of it."""


class Doctor:
    """Examines one library."""

    def __init__(self, recorder: Recorder, told: Told | None = None) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._told = told or (lambda _what, _done, _total: None)

    def examine(self, *, mend: bool = False, full: bool | None = True) -> Iterator[Symptom]:
        """Everything wrong, area by area; with `mend`, wrong indexes and counters are made anew.

        Without `full` what takes minutes in a large library is left out, and said; None does so where it is
        large.
        """
        full = not self._is_large() if full is None else full
        looked_from = last_step(self._db)
        is_well = True
        for symptom in self._symptoms(mend, full):
            is_well = is_well and not symptom.serious and not symptom.unseen
            yield symptom
        if full and is_well and not self._db.read_only:
            with suppress(StoreError):  # another program writes: the next quick look proves more, that is all
                self._db.run("INSERT OR REPLACE INTO library VALUES ('proved', ?)", (looked_from,))

    def _is_large(self) -> bool:
        try:
            return (self._db.value("SELECT max(id) FROM articles") or 0) > LARGE
        except StoreError:  # damaged: `_file` tells of it
            return False

    def _symptoms(self, mend: bool, full: bool) -> Iterator[Symptom]:
        damage = list(self._file(full))
        yield from damage
        if damage:
            return  # whatever else is read from a damaged file says nothing
        self._told(_("references and values"), 0, 0)
        yield from self._references()
        yield from self._values(mend)
        left_out = yield from self._spans(full)
        yield from self._originals(mend, full)
        yield from self._search(mend, full)
        self._told(pgettext("looked at", "counters"), 0, 0)
        yield from self._counters(mend)
        yield from self._orphans()
        if not full:
            yield Symptom(LEFT_OUT, _LEFT_OUT.format(spans=left_out), serious=False, unseen=True)

    def _file(self, full: bool) -> Iterator[Symptom]:
        self._told(_("the file"), 0, 0)
        try:
            self._db.run("PRAGMA cache_size = -64000")  # a quarter less time
            lines = self._db.column(f"PRAGMA {'integrity_check' if full else 'quick_check'}")
        except StoreError as error:
            yield Symptom("file", _with_way_out(error.message))
            return
        for line in lines:
            if line != "ok" and "FTS5 table" not in line:  # an index can be made anew: see `_search`
                what = _("The file is damaged: {what}.").format(what=line.rstrip("."))
                yield Symptom("file", _with_way_out(what))

    def _spans(self, full: bool) -> Generator[Symptom, None, str]:
        """What does not stand where it should; returns what was not looked at, in words."""
        articles: Sequence[int] | None = None
        left_out = ""
        proved = self._db.value("SELECT value FROM library WHERE key = 'proved'")
        if not full and proved is not None:
            articles = changed_since(self._db, int(proved))
            left_out = _("whether quotes stand in texts that nothing was changed in since they were proved")
        elif not full:
            articles = self._db.column("SELECT id FROM articles ORDER BY id DESC LIMIT ?", (LATEST,))[::-1]
            left_out = _("whether quotes stand in the texts of any but the latest {latest} articles").format(
                latest=number(LATEST)
            )
        for problem in problems(self._db, articles, partial(self._told, _("quotes in their texts"))):
            yield Symptom("spans", problem.what)
        return left_out

    def _references(self) -> Iterator[Symptom]:
        for table, row, parent, _key in self._db.rows("PRAGMA foreign_key_check"):
            yield Symptom(
                "references",
                _("Row {row} of {table} belongs to something that is not in {parent}.").format(
                    row=row, table=table, parent=parent
                ),
            )

    def _values(self, mend: bool) -> Iterator[Symptom]:
        """Terms that are in no list of ours: written by another program, or damaged."""
        for table, columns in _TERMS.items():
            unknown = " OR ".join(
                f"{column} NOT IN {_sql_list(known)}" for column, (known, _) in columns.items()
            )
            # all columns at once: a large table is read but once
            for row_id, *values in self._db.rows(
                f"SELECT id, {', '.join(columns)} FROM {table} WHERE {unknown}"
            ):
                for value, (column, (known, instead)) in zip(values, columns.items(), strict=True):
                    if value not in known:
                        is_mended = mend and self._mend_row(table, row_id, {column: instead})
                        what = _("“{value}” is no {column} that row {row_id} of {table} can have.").format(
                            value=value, column=column, row_id=row_id, table=table
                        )
                        yield Symptom("values", what, mended=is_mended)

    def _mend_row(self, table: str, row_id: int, values: dict[str, object]) -> bool:
        with self._recorder.step(_("Mend the library")):
            self._recorder.update(table, [row_id], values)
        return True

    def _originals(self, mend: bool, full: bool) -> Iterator[Symptom]:
        """Bytes that are not those that came in, and those that nothing was read from."""
        originals = Originals(self._recorder)
        numbers = self._db.column("SELECT id FROM originals ORDER BY id") if full else []
        for done, original_id in enumerate(numbers):
            if done % EVERY == 0:
                self._told(pgettext("looked at", "originals"), done, len(numbers))
            try:
                originals.get(original_id)
            except StoreError as error:
                yield Symptom("originals", error.message)
        if unused := self._db.value(f"SELECT count(*) FROM original_bytes WHERE {_UNUSED}"):
            if mend:
                self._write(f"DELETE FROM original_bytes WHERE {_UNUSED}")
            what = ngettext(
                "{count} originals belong to no article.", "{count} originals belong to no article.", unused
            ).format(count=unused)
            yield Symptom("originals", what, mended=mend)

    def _search(self, mend: bool, full: bool) -> Iterator[Symptom]:
        for index in SEARCH_INDEXES:
            what = index.label
            self._told(what, 0, 0)
            try:
                fits = (
                    is_in_step(self._db, index, partial(self._told, what))
                    if full
                    else has_every_row(self._db, index)
                )
            except StoreError as error:
                yield Symptom(
                    "search",
                    _("The search indexes could not be looked at. {error}").format(error=error),
                    unseen=True,
                )
                return
            if not fits:
                may_mend = mend and not self._db.read_only
                if may_mend:
                    self._write(f"INSERT INTO {index.name}({index.name}) VALUES ('rebuild')")
                what = index.fault
                yield Symptom("search", what, mended=may_mend)

    def _counters(self, mend: bool) -> Iterator[Symptom]:
        wrong = self._db.value(f"SELECT count(*) FROM articles WHERE {_WRONG}")
        if wrong:
            if mend:
                sql = f"UPDATE articles SET quotes = {_COUNTED}, open = {_OPEN} WHERE {_WRONG}"
                self._write(sql)
            what = ngettext(
                "{count} articles count their quotes wrong.",
                "{count} articles count their quotes wrong.",
                wrong,
            ).format(count=wrong)
            yield Symptom("counters", what, mended=mend)
        if self._db.value(_MISCOUNTED):
            if mend:
                self._write("DELETE FROM article_counts", f"INSERT INTO article_counts {COUNTED_ARTICLES}")
            what = _("How many articles there are by outlet, language, state and month is counted wrong.")
            yield Symptom("counters", what, mended=mend)

    def _orphans(self) -> Iterator[Symptom]:
        quotes, notes = self._db.one(_ORPHANS) or (0, 0)
        if quotes or notes:
            yield Symptom(
                "orphans",
                _("{quotes} quotes and {notes} notes stand in no current text: see is:orphan.").format(
                    quotes=quotes, notes=notes
                ),
                serious=False,
            )

    def _write(self, *statements: str) -> None:
        with self._recorder.step(_("Mend the library")):
            for sql in statements:
                self._db.run(sql)


def _with_way_out(what: str) -> str:
    return what if "reader restore" in what else f"{what} {_RESTORE}"


def _sql_list(terms: Sequence[str]) -> str:
    """Terms of ours, which hold no apostrophe, as a list of SQL."""
    return f"({', '.join(repr(str(term)) for term in terms)})"
