"""What the screen of a ledger changes, each a step to undo; a function gives a sentence to say, or ""."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import NotFoundError
from reader.i18n import _
from reader.ledgers import Ledger, Statement, StatementState

if TYPE_CHECKING:
    from reader.ledgers import Proof
    from reader.store import Store


def _as_it_is(store: "Store", one: Statement) -> Statement:
    """The row as the library has it now: another program may have written to it since it was shown."""
    rows = store.ledgers.statements(one.ledger_id)
    found = next((row for row in rows if row.id == one.id), None)
    if found is None:
        raise NotFoundError(_("This row is gone from the ledger: nothing is kept."))
    return found


def judge(ledger: Ledger, one: Statement, state: StatementState, who: str, store: "Store") -> str:
    """Say whether a row holds."""
    from reader.library.ledgers.judging import judged  # with the first change

    store.ledgers.change(
        [judged(_as_it_is(store, one), state, who)], _("Check 1 row of “{name}”").format(name=ledger.name)
    )
    return ""


def keep(one: Statement, store: "Store") -> str:
    """Keep what is told of an allegation."""
    told = replace(_as_it_is(store, one), kind=one.kind, allegation=one.allegation)
    store.ledgers.change([told], _("Say to whom an allegation was put"))
    return ""


def prove(one: Statement, remark: str, proof: "Proof | None", store: "Store") -> str:
    """Keep the remark of a row, and what it rests on."""
    with store.step(_("Enter evidence")):
        if remark != one.remark:
            store.ledgers.change([replace(_as_it_is(store, one), remark=remark)])
        if proof is not None:
            store.ledgers.prove([one.id], [proof])
    return ""


def disprove(proof: "Proof", store: "Store") -> str:
    """Take evidence away."""
    store.ledgers.disprove([proof.id])
    return _("Taken away; u brings it back.")


def enter(ledger: Ledger, words: str, store: "Store") -> str:
    """Enter a sentence of the draft as a row."""
    from reader.library.ledgers.entering import UNREAD  # with the first row
    from reader.library.ledgers.entering import enter as enter_row  # with the first row

    return "" if enter_row(store, ledger, words) else UNREAD


def publish(ledger: Ledger, written: str, store: "Store") -> str:
    """Keep when the manuscript was printed; nothing written takes it back."""
    from reader.library.days import day  # with the first day

    store.ledgers.update(replace(ledger, published=day(written) if written else ""))
    return ""
