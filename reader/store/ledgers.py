"""Ledgers of manuscripts: their statements and what those rest on, each change a step to undo.

What a statement rests on is named by its uid, not by a key: a ledger tells what was checked also where an
article has left the library since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from reader.errors import NotFoundError
from reader.i18n import _
from reader.ledgers import (
    Allegation,
    EarlierDraft,
    Ledger,
    Proof,
    Side,
    Statement,
    StatementKind,
    StatementState,
)
from reader.store.columns import ADDRESS, FLAG, TEXT, Column, Columns, Kind, Use, term, values_of
from reader.store.connection import Connection
from reader.store.steps import AMONG, Recorder, listed, new_uid, now


def _drafts_of(stored: str) -> tuple[EarlierDraft, ...]:
    """Earlier drafts as they are stored, a line each."""
    lines = (line.split("\t", 2) for line in stored.splitlines())
    found = (line for line in lines if len(line) == len(EarlierDraft._fields) and line[0].isdecimal())
    return tuple(EarlierDraft(int(number), place, digest) for number, digest, place in found)


def _lines_of(drafts: Iterable[EarlierDraft]) -> str:
    lines = ((str(one.number), one.digest, " ".join(one.location.split("\n"))) for one in drafts)
    return "\n".join("\t".join(line) for line in lines)


_DRAFTS = Kind(_drafts_of, _lines_of)
_IN_DRAFT = "FROM statements WHERE ledger_id = ledgers.id AND gone = 0"
_LEDGER = Columns(
    Column("ledgers.id"),
    Column("uid"),
    Column("name", TEXT, (Use.EDITED,)),
    Column("location", ADDRESS, (Use.EDITED,)),
    Column("language", TEXT, (Use.EDITED,)),
    Column("draft", uses=(Use.EDITED,)),
    Column("digest", TEXT, (Use.EDITED,)),
    Column("published", TEXT, (Use.EDITED,)),
    Column("earlier", _DRAFTS, (Use.EDITED,)),
    Column("modified"),
    Column("added"),
    Column(f"(SELECT count(*) {_IN_DRAFT} AND state <> 'dropped')", field="statements"),
    Column(f"(SELECT count(*) {_IN_DRAFT} AND state = 'open')", field="open"),
    Column(f"(SELECT count(*) {_IN_DRAFT} AND state = 'wrong')", field="wrong"),
)
_ALLEGATION = ("against", "put_on", "put_how", "deadline", "answer", "answered", "answer_stands")
_EDITED = (Use.EDITED,)
_STATEMENT = Columns(
    Column("id"),
    Column("uid"),
    Column("ledger_id"),
    Column("kind", term(StatementKind), _EDITED),
    Column("words", TEXT, _EDITED),
    Column("sentence", TEXT, _EDITED),
    Column("paragraph", uses=_EDITED),
    Column("position", uses=_EDITED),
    Column("state", term(StatementState), _EDITED),
    Column("who", TEXT, _EDITED),
    Column("at", TEXT, _EDITED),
    Column("remark", TEXT, _EDITED),
    Column("sentence_before", TEXT, _EDITED, field="before"),
    Column("by_hand", FLAG, _EDITED, field="is_by_hand"),
    Column("gone", FLAG, _EDITED, field="is_gone"),
)
_PROOF = Columns(
    Column("id"),
    Column("statement_id"),
    Column("kind", TEXT, _EDITED),
    Column("reference", ADDRESS, _EDITED),
    Column("article_uid", TEXT, _EDITED),
    Column("quote_uid", TEXT, _EDITED),
    Column("side", term(Side), _EDITED),
    Column("remark", TEXT, _EDITED),
    Column("who", TEXT, _EDITED),
    Column("at", TEXT, _EDITED),
)


class Ledgers:
    """The ledgers of a library."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def all(self) -> list[Ledger]:
        """Every ledger, the newest first."""
        return self._ledgers("ORDER BY ledgers.id DESC")

    def get(self, ledger_id: int) -> Ledger:
        """One ledger. Raises NotFoundError where there is none of this number."""
        for ledger in self._ledgers("WHERE ledgers.id = ?", ledger_id):
            return ledger
        raise NotFoundError(
            _("There is no ledger number {ledger_id}: `reader ledger` lists them.").format(
                ledger_id=ledger_id
            )
        )

    def _ledgers(self, where: str, *values: object) -> list[Ledger]:
        rows = self._db.rows(f"SELECT {_LEDGER.selected} FROM ledgers {where}", values)
        return values_of(Ledger, _LEDGER.read(rows))

    def add(self, ledger: Ledger) -> Ledger:
        """Begin a ledger."""
        with self._recorder.step(_("Begin a ledger of “{name}”").format(name=ledger.name)):
            told = {"uid": ledger.uid or new_uid(), "added": now(), "modified": now()}
            values = _LEDGER.stored(ledger, Use.EDITED) | told
            return self.get(self._recorder.insert("ledgers", values))

    def update(self, ledger: Ledger) -> Ledger:
        """Keep what is known of a ledger."""
        with self._recorder.step(_("Change the ledger of “{name}”").format(name=ledger.name)):
            values = _LEDGER.stored(ledger, Use.EDITED) | {"modified": now()}
            self._recorder.update("ledgers", [ledger.id], values)
            return self.get(ledger.id)

    def remove(self, ledger_id: int) -> None:
        """Remove a ledger with its statements."""
        ledger = self.get(ledger_id)
        with self._recorder.step(_("Remove the ledger of “{name}”").format(name=ledger.name)):
            rows = self._db.column("SELECT id FROM statements WHERE ledger_id = ?", (ledger_id,))
            proofs = self._db.column(f"SELECT id FROM proofs WHERE statement_id {AMONG}", (listed(rows),))
            self._recorder.delete("proofs", proofs)
            self._recorder.delete("statements", rows)
            self._recorder.delete("ledgers", [ledger_id])

    # -- statements ------------------------------------------------------------------------------------

    def statements(self, ledger_id: int) -> list[Statement]:
        """The rows of a ledger in the order of its draft, numbered; then those that are gone from it."""
        found = self._statements("ledger_id = ? ORDER BY gone, position, id", ledger_id)
        return [replace(one, number=0 if one.is_gone else number) for number, one in enumerate(found, 1)]

    def _statements(self, where: str, *values: object) -> list[Statement]:
        rows = self._db.rows(f"SELECT {_STATEMENT.selected} FROM statements WHERE {where}", values)
        told = self._db.rows(f"SELECT {', '.join(_ALLEGATION)} FROM statements WHERE {where}", values)
        table = _STATEMENT.read(rows)
        table["allegation"] = [Allegation(*one) for one in told]
        proofs = self._proofs(table["id"])
        table["proofs"] = [proofs.get(number, ()) for number in table["id"]]
        return values_of(Statement, table)

    def _proofs(self, ids: Sequence[int]) -> dict[int, tuple[Proof, ...]]:
        sql = f"SELECT {_PROOF.selected} FROM proofs WHERE statement_id {AMONG} ORDER BY statement_id, id"
        every = values_of(Proof, _PROOF.read(self._db.rows(sql, (listed(ids),))))
        return {number: tuple(group) for number, group in groupby(every, lambda one: one.statement_id)}

    def insert(self, ledger_id: int, statements: Iterable[Statement]) -> None:
        """Enter rows, with what they rest on."""
        with self._recorder.step(_("Enter statements")):
            for one in statements:
                values = {"uid": new_uid(), "ledger_id": ledger_id, **_stored(one)}
                number = self._recorder.insert("statements", values)
                self.prove([number], one.proofs)

    def change(self, statements: Iterable[Statement], label: str = _("Change the ledger")) -> None:
        """Keep rows as they are now; what they rest on is added by `prove`."""
        with self._recorder.step(label):
            for one in statements:
                self._recorder.update("statements", [one.id], _stored(one))

    def prove(self, ids: Iterable[int], proofs: Iterable[Proof]) -> None:
        """Add what rows rest on."""
        proofs = list(proofs)
        with self._recorder.step(_("Enter evidence")):
            for number in ids:
                for one in proofs:
                    told = replace(one, who=one.who or self._recorder.actor, at=one.at or now())
                    values = {"uid": new_uid(), "statement_id": number, **_PROOF.stored(told, Use.EDITED)}
                    self._recorder.insert("proofs", values)

    def disprove(self, ids: Iterable[int]) -> None:
        """Take away evidence of these numbers."""
        with self._recorder.step(_("Take evidence away")):
            self._recorder.delete("proofs", ids)

    # -- uses ------------------------------------------------------------------------------------------

    def place(self, proof: Proof) -> tuple[int, int, bool]:
        """Numbers of the article and the quote that evidence names, 0 where they have left the library.

        Last, whether the article is in the trash.
        """
        quote = self._db.value("SELECT id FROM quotes WHERE uid = ?", (proof.quote_uid,)) or 0
        sql = """SELECT id, trashed FROM articles WHERE uid = ?
            OR id = (SELECT article_id FROM quotes WHERE quotes.id = ?) ORDER BY uid <> ? LIMIT 1"""
        row = self._db.first(sql, (proof.article_uid, quote, proof.article_uid))
        return (row["id"], quote, bool(row["trashed"])) if row else (0, 0, False)

    def used(self, quote_uid: str = "", article_uid: str = "") -> list[tuple[Ledger, Statement, Proof]]:
        """Where quotes or articles were used: all uses, or those of one quote or article."""
        given = {"quote_uid": quote_uid, "article_uid": article_uid}
        where = " AND ".join(f"{name} = ?" for name, value in given.items() if value)
        sql = f"SELECT DISTINCT statement_id FROM proofs WHERE {where or 'quote_uid || article_uid <> ?'}"
        ids = self._db.column(sql, tuple(filter(None, given.values())) or ("",))
        found = self._statements(f"id {AMONG} AND gone = 0 ORDER BY ledger_id, position", listed(ids))
        ledgers = {one.id: one for one in self.all()}
        return [
            (ledgers[one.ledger_id], one, proof)
            for one in found
            for proof in one.proofs
            if (proof.quote_uid or proof.article_uid)
            and quote_uid in ("", proof.quote_uid)
            and article_uid in ("", proof.article_uid)
        ]

    def uses_in(self, article_id: int) -> dict[int, list[tuple[str, str]]]:
        """Manuscript and day of each use of the quotes of an article, by quote, the latest first."""
        sql = """SELECT DISTINCT quotes.id, ledgers.name,
              substr(coalesce(nullif(ledgers.published, ''), ledgers.modified), 1, 10) AS day
            FROM quotes JOIN proofs ON quote_uid = quotes.uid AND quote_uid <> ''
            JOIN statements ON statements.id = statement_id AND gone = 0
            JOIN ledgers ON ledgers.id = ledger_id
            WHERE quotes.article_id = ? ORDER BY quotes.id, day DESC, ledgers.id DESC"""
        found: dict[int, list[tuple[str, str]]] = {}
        for quote_id, name, day in self._db.rows(sql, (article_id,)):
            found.setdefault(quote_id, []).append((name, day))
        return found


def _stored(statement: Statement) -> dict[str, Any]:
    told = {name: getattr(statement.allegation, name) for name in _ALLEGATION}
    return {**_STATEMENT.stored(statement, Use.EDITED), **told}


def take_ledgers(recorder: Recorder, other: Connection) -> list[str]:
    """Take over the ledgers of another library, row by row; returns what both sides judged differently."""
    conflicts: list[str] = []
    for ledger in other.named("SELECT * FROM ledgers ORDER BY id"):
        ours = _taken(recorder, "ledgers", ledger, {})
        sql = "SELECT * FROM statements WHERE ledger_id = ? ORDER BY id"
        for row in other.named(sql, (ledger["id"],)):
            known = recorder.db.first("SELECT id, state FROM statements WHERE uid = ?", (row["uid"],))
            if known and known["state"] != row["state"]:
                conflicts.append(
                    _(
                        "“{words}” in the ledger of “{name}” is {theirs} there and {ours} here: this stays."
                    ).format(
                        words=row["words"][:40], name=ledger["name"], theirs=row["state"], ours=known["state"]
                    )
                )
            number = _taken(recorder, "statements", row, {"ledger_id": ours})
            for proof in other.named("SELECT * FROM proofs WHERE statement_id = ? ORDER BY id", (row["id"],)):
                _taken(recorder, "proofs", proof, {"statement_id": number})
    return conflicts


def _taken(recorder: Recorder, table: str, row: dict[str, Any], more: dict[str, int]) -> int:
    """The number here of a row of the other library, which comes in where it is not known."""
    known = recorder.db.value(f"SELECT id FROM {table} WHERE uid = ?", (row["uid"],))
    if known:
        return int(known)
    return recorder.insert(table, {name: value for name, value in row.items() if name != "id"} | more)
