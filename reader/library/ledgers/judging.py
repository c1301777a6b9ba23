"""Say whether a statement holds, by whom and when, and how an allegation was put to whom it is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from reader import i18n
from reader.errors import UsageError
from reader.i18n import _
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

    Raises UsageError for a day that is none, and for days that cannot be in this order.
    """
    told = {name: " ".join(value.split()) for name, value in written.items()}
    told |= {name: day(told[name]) for name in DAYS & told.keys() if told[name]}
    allegation: Allegation = replace(one.allegation, **told)
    if DAYS & told.keys():
        _refuse_impossible(allegation)
    return replace(one, kind=StatementKind.ALLEGATION, allegation=allegation)


def was_put(one: Statement) -> bool:
    """Whether an allegation was put to whom it is about by now."""
    return bool(one.allegation.put_on) and not _is_to_come(one.allegation.put_on)


def _is_to_come(written: str) -> bool:
    return written[:10] > f"{datetime.now():%Y-%m-%d}"


def _refuse_impossible(told: Allegation) -> None:
    """Nobody answers what was not put to them yet, nor on a day to come."""
    put = told.put_on[:10]
    deadline = _("The deadline is of {day}, before it was put to them ({put}): correct one of both.")
    answer = _("The answer is of {day}, before it was put to them ({put}): correct one of both.")
    for sentence, written in ((deadline, told.deadline), (answer, told.answered)):
        if put and written and written[:10] < put:
            raise UsageError(sentence.format(day=i18n.day(written), put=i18n.day(put)))
    if told.answered and _is_to_come(told.answered):
        raise UsageError(
            _("Nobody has answered on {day}: that day is still to come.").format(day=i18n.day(told.answered))
        )
