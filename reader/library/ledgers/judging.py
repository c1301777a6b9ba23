"""Say whether a statement holds, by whom and when."""

from dataclasses import replace

from reader.ledgers import Statement, StatementState
from reader.store.steps import now


def judged(one: Statement, state: StatementState, who: str) -> Statement:
    """The row with a judgement; one that is opened again has nobody's."""
    if state is StatementState.OPEN:
        return replace(one, state=state, who="", at="")
    return replace(one, state=state, who=" ".join(who.split()), at=now(), before="")
