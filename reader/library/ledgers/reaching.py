"""Where a quote or report was used, and what a correction, a withdrawal or a revoked approval reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader import i18n
from reader.i18n import _
from reader.ledgers import Ledger, Proof, Statement
from reader.library.ledgers.notices import notices_of, withdrawal_in
from reader.library.stories import sign_all
from reader.models import Anchor, Authorisation, Quote, Verification

if TYPE_CHECKING:
    from reader.store import Store


@dataclass(frozen=True, slots=True)
class QuoteUse:
    """A statement of a manuscript that rests on a passage of the library."""

    ledger: Ledger
    statement: Statement
    article_id: int = 0
    """0 where the article has left the library."""
    quote_id: int = 0
    reasons: tuple[str, ...] = ()
    """Why it has to be looked at again, a sentence each."""

    @property
    def used(self) -> str:
        """The day on which it was printed, or on which the draft was read."""
        return self.ledger.published or self.ledger.modified[:10]


def uses(store: "Store", quote: Quote | None = None) -> Iterator[QuoteUse]:
    """Every use of what the library has, or of one quote."""
    sign_all(store)  # a notice may have come a minute ago
    reasons = Reasons(store)
    for ledger, statement, proof in store.ledgers.used(quote.uid if quote else ""):
        article_id, quote_id, _ = store.ledgers.place(proof)
        yield QuoteUse(ledger, statement, article_id, quote_id, reasons.of(proof))


class Reasons:
    """Tells why what a statement rests on has to be looked at again; of each report it asks once."""

    def __init__(self, store: "Store", known: dict[int, tuple[str, ...]] | None = None) -> None:
        """`known` keeps what was told of reports, by number, where it is asked for again and again."""
        self._store = store
        self._known = {} if known is None else known

    def of(self, proof: Proof) -> tuple[str, ...]:
        """The reasons, a sentence each; none of evidence outside the library."""
        if not (proof.article_uid or proof.quote_uid):
            return ()
        article_id, quote_id, is_trashed = self._store.ledgers.place(proof)
        if not article_id:
            return (_("the report has left the library"),)
        if article_id not in self._known:
            self._known[article_id] = tuple(_of_article(self._store, article_id))
        of_quote = _of_quote(self._store, self._store.quotes.get(quote_id)) if quote_id else ()
        return (*(_("the report is in the trash"),) * is_trashed, *self._known[article_id], *of_quote)


def reached(store: "Store") -> Iterator[QuoteUse]:
    """The uses that something reaches which became known of the quote or its report."""
    return (use for use in uses(store) if use.reasons)


def _of_article(store: "Store", article_id: int) -> Iterator[str]:
    article = store.articles.get(article_id)
    if article.correction:
        yield _("the report is corrected: {correction}").format(correction=article.correction)
    if line := withdrawal_in(article):
        yield _("the report is withdrawn: {line}").format(line=line)
    yield from notices_of(store, article)


def _of_quote(store: "Store", quote: Quote) -> Iterator[str]:
    steps = store.quotes.authorisations(quote.id)
    told = {
        Authorisation.WITHDRAWN: _("the person quoted withdrew it"),
        Authorisation.CHANGED: _("the person quoted authorised another wording"),
    }
    on_a_day = {
        Authorisation.WITHDRAWN: _("the person quoted withdrew it on {day}"),
        Authorisation.CHANGED: _("the person quoted authorised another wording on {day}"),
    }
    if sentence := (on_a_day if steps else told).get(quote.authorisation):
        yield sentence.format(day=i18n.day(steps[-1].at) if steps else "")
    if quote.verification is Verification.DISPUTED:
        yield _("it is disputed")
    if quote.anchor is Anchor.ORPHAN:
        yield _("the report does not say it any more")
