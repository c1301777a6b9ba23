"""What a statement rests on: a passage of the library, or evidence outside as a person writes it."""

import re
from typing import TYPE_CHECKING

from reader.errors import ReaderError, UsageError
from reader.ledgers import Proof
from reader.models import Quote, TermsOfUse, use_of

if TYPE_CHECKING:
    from reader.store import Store

PASSAGE = "passage"
"""The kind of evidence that is a passage of the library."""
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
        raise UsageError(f'"{written}" is no evidence: write it as call:"Amt, 3.12." or notebook:"p. 12".')
    return Proof(kind.strip(), reference.strip())


def proof_of(store: "Store", quote: Quote) -> Proof:
    """A quote of the library as what a statement rests on. Raises ReaderError where it may not be used."""
    if not is_usable(store, quote):
        raise ReaderError(f"Quote {quote.id} is off the record: no statement rests on it.")
    return Proof(PASSAGE, article_uid=store.articles.uid(quote.article_id), quote_uid=quote.uid)


def is_usable(store: "Store", quote: Quote) -> bool:
    """Whether a quote is for publication."""
    source = store.sources.get(quote.source_id) if quote.source_id else None
    return use_of(quote, source) is not TermsOfUse.OFF_RECORD
