"""Say whether a statement holds, by whom and when, and how an allegation was put to whom it is about."""

from collections.abc import Mapping
from dataclasses import replace

from reader.ledgers import Allegation, Statement, StatementKind, StatementState
from reader.library.days import day
from reader.store.steps import now

DAYS = frozenset({"put_on", "deadline", "answered"})
"""What of an allegation is a day."""


def judged(one: Statement, state: StatementState, who: str) -> Statement:
    """The row with a judgement; one that is opened again has nobody's."""
    if state is StatementState.OPEN:
        return replace(one, state=state, who="", at="")
    return replace(one, state=state, who=" ".join(who.split()), at=now(), before="")


def alleged_as(one: Statement, written: Mapping[str, str]) -> Statement:
    """A statement as an allegation of which this is `written`; what is not named stays.

    Raises UsageError for a day that is none.
    """
    told = {name: " ".join(value.split()) for name, value in written.items()}
    told |= {name: day(told[name]) for name in DAYS & told.keys() if told[name]}
    allegation: Allegation = replace(one.allegation, **told)
    return replace(one, kind=StatementKind.ALLEGATION, allegation=allegation)
