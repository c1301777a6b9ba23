"""Wordings of a quote that two entered as authorised without knowing of each other.

Steps of an authorisation are things of their own, so that both stay. The later one holds, as everywhere;
the other is listed until somebody who knew both has entered a step more.
"""

from typing import Any

from reader.store.syncing.kinds import AUTHORISATION
from reader.store.syncing.registers import Write
from reader.store.syncing.rows import Rows
from reader.store.syncing.things import Thing, Things
from reader.terms import Authorisation
from reader.texts.approvals import same_wording

STEP = "all"
"""The field that holds all that a step says."""
_WITH_WORDING = (Authorisation.APPROVED, Authorisation.CHANGED)
Said = dict[str, Any]


def steps(things: Things, step: Thing) -> list[Thing]:
    """All steps of the authorisation that a step belongs to, in the order in which they were told."""
    found = [one for one in things.beside(step) if one.fields.get(STEP)]
    return sorted(found, key=lambda one: _told(things, one))


def holding(things: Things, rows: Rows, step: Thing) -> Thing | None:
    """The step that holds in the place of one that says otherwise; None where nobody wrote beside it."""
    known = steps(things, step)
    read = rows.read(AUTHORISATION, [one.row or 0 for one in known])
    said = {row: fields[STEP] for row, fields in read.items()}
    answers = [one for one in known if _has_wording(said.get(one.row or 0, {}))]
    if step not in answers or _is_known_later(things, step, known):
        return None
    ours, last = said[step.row or 0], said[answers[-1].row or 0]
    is_other = last["state"] == ours["state"] and not same_wording(_wording(last), _wording(ours))
    return answers[-1] if is_other else None


def _is_known_later(things: Things, step: Thing, known: list[Thing]) -> bool:
    """Whether somebody who knew a step entered another one after it."""
    write = _write(step)
    later = known[known.index(step) + 1 :]
    return any(_write(one).dot == write.dot or _write(one).has_seen(write, things.moments) for one in later)


def _told(things: Things, step: Thing) -> tuple[object, ...]:
    dot = _write(step).dot
    return things.moments[dot].at, dot, step.row


def _write(step: Thing) -> Write:
    return step.fields[STEP][0]


def _has_wording(said: Said) -> bool:
    return said.get("state") in _WITH_WORDING and not said.get("prints")


def _wording(said: Said) -> str:
    return str(said["approved"] or said["spoken"])
