"""Where a quote or report was used, and what a correction, a withdrawal or a revoked approval reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.languages.ledger_words import withdrawals
from reader.ledgers import Ledger, Statement
from reader.models import Anchor, Article, Authorisation, Quote, Verification

if TYPE_CHECKING:
    from reader.store import Store


_HEAD = 400
"""Characters of a text in which a withdrawal stands, where it has one."""


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
    for ledger, statement, proof in store.ledgers.used(quote.uid if quote else ""):
        article_id, quote_id, is_trashed = store.ledgers.place(proof)
        reasons = ["the report is in the trash"] if is_trashed else []
        if article_id:
            reasons += _of_article(store, article_id)
        else:
            reasons += ["the report has left the library"]
        reasons += _of_quote(store, store.quotes.get(quote_id)) if quote_id else []
        yield QuoteUse(ledger, statement, article_id, quote_id, tuple(reasons))


def reached(store: "Store") -> Iterator[QuoteUse]:
    """The uses that something reaches which became known of the quote or its report."""
    return (use for use in uses(store) if use.reasons)


def _of_article(store: "Store", article_id: int) -> Iterator[str]:
    article = store.articles.get(article_id)
    if article.correction:
        yield f"the report is corrected: {article.correction}"
    if line := withdrawal_in(article):
        yield f"the report is withdrawn: {line}"
    for copy in store.stories.of(article_id):
        other = store.articles.get(copy.article_id)
        if other.correction and other.published >= article.published:
            yield f"article {other.id} corrects a report of the same story: {other.correction}"
        if line := withdrawal_in(other):
            yield f"article {other.id} withdraws a report of the same story: {line}"


def withdrawal_in(article: Article) -> str:
    """The line by which an agency takes a report back; "" where there is none."""
    lines = (article.title, article.section, *article.removed, article.text[:_HEAD].split("\n")[0])
    return next((" ".join(line.split()) for line in lines if withdrawals().search(line)), "")


def _of_quote(store: "Store", quote: Quote) -> Iterator[str]:
    steps = store.quotes.authorisations(quote.id)
    day = f" on {steps[-1].at[:10]}" if steps else ""
    if quote.authorisation is Authorisation.WITHDRAWN:
        yield f"the person quoted withdrew it{day}"
    elif quote.authorisation is Authorisation.CHANGED:
        yield f"the person quoted authorised another wording{day}"
    if quote.verification is Verification.DISPUTED:
        yield "it is disputed"
    if quote.anchor is Anchor.ORPHAN:
        yield "the report does not say it any more"
