"""Verification with evidence, and authorisation (Zitatfreigabe) of quotes; a part of `store.quotes`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.errors import NotFoundError
from reader.models import Authorisation, Authorised, Evidence, Quote, Verification
from reader.store.connection import Row
from reader.store.quotes import Quotes
from reader.store.steps import new_uid, now

if TYPE_CHECKING:
    from reader.store.journal import Entry

_AUTHORISED = "state, spoken, approved, who, at, quote_id"
_EVIDENCE = "id, uid, quote_id, verification, kind, reference, remark, who, at"


class CheckedQuotes(Quotes):
    """The quotes of a library, with what they were checked against."""

    def set_verification(
        self, quote_ids: Iterable[int], verification: Verification, evidence: Evidence | None = None
    ) -> int:
        """Say whether quotes are right, against which evidence; returns how many there were."""
        quotes = self.some(quote_ids)
        with self._ledger.step(f"Mark {verification}"):
            ids = [quote.id for quote in quotes]
            self._ledger.update("quotes", ids, {"verification": str(verification), "by_person": 1})
            if evidence is not None:
                for quote in quotes:
                    self._add_evidence(quote, verification, evidence)
        return len(quotes)

    def _add_evidence(self, quote: Quote, verification: Verification, evidence: Evidence) -> None:
        values = {
            "uid": new_uid(),
            "quote_id": quote.id,
            "verification": str(verification),
            "kind": evidence.kind,
            "reference": evidence.reference,
            "remark": evidence.remark,
            "who": evidence.who or self._ledger.actor,
            "at": evidence.at or now(),
        }
        self._ledger.insert("evidence", values)

    def evidence(self, quote_id: int) -> list[Evidence]:
        """What a quote was checked against, oldest first."""
        rows = self._db.rows(f"SELECT {_EVIDENCE} FROM evidence WHERE quote_id = ? ORDER BY id", (quote_id,))
        return [_evidence_of(row) for row in rows]

    def evidence_of(self, article_id: int) -> list[Evidence]:
        """What the quotes of an article were checked against, by quote."""
        sql = f"""SELECT {_EVIDENCE} FROM evidence
            WHERE quote_id IN (SELECT id FROM quotes WHERE article_id = ?) ORDER BY quote_id, id"""
        return [_evidence_of(row) for row in self._db.rows(sql, (article_id,))]

    def remove_evidence(self, ids: Iterable[int]) -> int:
        """Remove pieces of evidence; returns how many there were."""
        with self._ledger.step("Remove evidence"):
            return self._ledger.delete("evidence", ids)

    def set_authorisation(self, quote_id: int, state: Authorisation, wording: str = "") -> None:
        """Keep where the authorisation of a quote stands, with the wording approved where it differs."""
        quote = self.get(quote_id)
        values = {
            "uid": new_uid(),
            "quote_id": quote_id,
            "state": str(state),
            "spoken": " … ".join(" ".join(part.split()) for part in quote.exact),
            "approved": wording,
            "who": self._ledger.actor,
            "at": now(),
        }
        with self._ledger.step(f"Authorisation: {state or 'none'}"):
            self._ledger.insert("authorisations", values)
            self._ledger.update("quotes", [quote_id], {"authorisation": str(state), "by_person": 1})

    def authorisations(self, quote_id: int) -> list[Authorised]:
        """The steps of a quote's authorisation, oldest first."""
        sql = f"SELECT {_AUTHORISED} FROM authorisations WHERE quote_id = ? ORDER BY id"
        return [Authorised(Authorisation(row[0]), *row[1:]) for row in self._db.rows(sql, (quote_id,))]

    def authorisations_of(self, article_id: int) -> list[Authorised]:
        """The steps of the authorisations of an article's quotes, by quote."""
        sql = f"""SELECT {_AUTHORISED} FROM authorisations
            WHERE quote_id IN (SELECT id FROM quotes WHERE article_id = ?) ORDER BY quote_id, id"""
        return [Authorised(Authorisation(row[0]), *row[1:]) for row in self._db.rows(sql, (article_id,))]

    def history(self, quote_id: int) -> "list[Entry]":
        """Every step that changed a quote, newest first, each with what was before and after."""
        from reader.store.journal import Journal  # rarely asked for

        uid = self._db.value("SELECT uid FROM quotes WHERE id = ?", (quote_id,))
        if uid is None:
            raise NotFoundError(f"There is no quote number {quote_id} in the library.")
        return Journal(self._ledger).entries(limit=1000, uid=uid)


def _evidence_of(row: Row) -> Evidence:
    number, uid, quote_id, verification, kind, reference, remark, who, at = row
    return Evidence(Verification(verification), quote_id, kind, reference, remark, who, at, number, uid)
