"""What a statement rests on: a passage of the library, or evidence outside as a person writes it."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.ledgers import Proof, Statement, StatementKind
from reader.models import Quote, TermsOfUse, use_of
from reader.texts.differences import bare

if TYPE_CHECKING:
    from reader.store import Store

PASSAGE = "passage"
"""The kind of evidence that is a passage of the library."""
_LEAST_RUN = 3
"""Words in a row by which a wording off the record is known again."""
_LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_OF_LIBRARY = re.compile(r"(quote|article)\s+#?(\d+)", re.IGNORECASE)


def evidence(store: "Store", written: str) -> Proof:
    """What is written as evidence: `call: Amt, 3.12.`, an address, `quote 17` or `article 3` of the library.

    Raises UsageError where it is none, NotFoundError where the library has no such passage.
    """
    if found := _OF_LIBRARY.fullmatch(written.strip()):
        number = int(found[2])
        if found[1].casefold() == "article":
            return Proof(PASSAGE, article_uid=store.articles.uid(number))
        return proof_of(store, store.quotes.get(number))
    if _LINK.match(written.strip()):
        return Proof("link", written.strip())
    kind, colon, reference = written.partition(":")
    if not (colon and kind.strip() and reference.strip()):
        raise UsageError(
            _('"{written}" is no evidence: write it as call:"Amt, 3.12." or notebook:"p. 12".').format(
                written=written
            )
        )
    return Proof(kind.strip(), reference.strip())


def proof_of(store: "Store", quote: Quote) -> Proof:
    """A quote of the library as what a statement rests on. Raises ReaderError where it may not be used."""
    if not is_usable(store, quote):
        raise ReaderError(_("Quote {id} is off the record: no statement rests on it.").format(id=quote.id))
    return Proof(PASSAGE, article_uid=store.articles.uid(quote.article_id), quote_uid=quote.uid)


def refuse_off_record(store: "Store", rows: Iterable[Statement], proofs: Iterable[Proof]) -> None:
    """Raise ReaderError where words off the record would be shown as what a passage of the library says."""
    if not any(one.quote_uid for one in proofs):
        return
    off_record = [bare(words) for words in store.quotes.off_record_words()]
    for row in rows:
        if row.kind is StatementKind.QUOTE and any(_has_run(bare(row.words), words) for words in off_record):
            raise ReaderError(
                _(
                    "The words of row {number} are off the record: they are tied to no quote. "
                    "Say where you have them for publication as evidence, such as call:“…”."
                ).format(number=row.number)
            )


def _has_run(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of two wordings holds the other, or both begin or end alike for most of their words."""
    shorter, longer = sorted((words, others), key=len)
    run = max(_LEAST_RUN, len(shorter) * 2 // 3)
    runs = {tuple(longer[at : at + run]) for at in range(len(longer) - run + 1)}
    return any(tuple(shorter[at : at + run]) in runs for at in range(len(shorter) - run + 1))


def is_usable(store: "Store", quote: Quote) -> bool:
    """Whether a quote is for publication."""
    source = store.sources.get(quote.source_id) if quote.source_id else None
    return use_of(quote, source) is not TermsOfUse.OFF_RECORD
