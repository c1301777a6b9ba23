"""Enter a row that nothing found: a sentence of the draft that a person names."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.ledgers import Ledger, Proof, Statement, StatementKind
from reader.library.ledgers.draft_text import draft_text, row_of
from reader.models import Article

if TYPE_CHECKING:
    from reader.store import Store

UNREAD = _(
    "Its draft is gone or has changed since it was read: nobody knows whether these words stand in it."
)


def enter(
    store: "Store",
    ledger: Ledger,
    words: str,
    kind: StatementKind = StatementKind.OTHER,
    proofs: Iterable[Proof] = (),
    text: str = "",
) -> bool:
    """Enter the sentence of the draft with these words; whether they were looked for in it.

    `text` is that of the draft where the caller has it. Raises ReaderError where the draft has no such words.
    """
    words = " ".join(words.split())
    rows = store.ledgers.statements(ledger.id)
    text = text or draft_text(ledger)
    if text:
        row = row_of(words, Article(text, language=ledger.language), rows, kind)
    else:
        last = max((one.position for one in rows), default=0)
        row = Statement(kind, words, words, position=last + 1, is_by_hand=True)
    store.ledgers.insert(ledger.id, [replace(row, proofs=tuple(proofs))])
    return bool(text)
