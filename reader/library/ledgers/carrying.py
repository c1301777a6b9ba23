"""Carry what was checked over to a new draft: a tick holds for a sentence that is as it was, and no other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.ledgers import Statement, StatementKind, StatementState
from reader.library.ledgers.draft_text import placed
from reader.texts.approvals import same_wording

_LIKE = 55
"""Likeness of two sentences from which one may have come out of the other (per cent, chosen by hand)."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a new draft does to the rows of a ledger."""

    kept: tuple[Statement, ...]
    """Rows that were there, as they are now: unchanged ones with their tick, others open again."""
    new: tuple[Statement, ...]
    gone: tuple[Statement, ...]

    @property
    def reopened(self) -> int:
        """How many have to be looked at again, since their sentence has changed."""
        return sum(one.before != "" and one.state is StatementState.OPEN for one in self.kept)


def carried(before: Iterable[Statement], found: Iterable[Statement], text: str) -> Carried:
    """The rows `before` in a draft in which `found` were found, and whose text is `text`."""
    left, unmatched, kept = list(before), list(found), list[Statement]()
    for is_same in (_is_same, _is_same_made_allegation):
        rows, unmatched = unmatched, []
        for row in rows:
            known = next((one for one in left if is_same(one, row)), None)
            if known is None:
                unmatched.append(row)
                continue
            left.remove(known)
            kept.append(replace(known, position=row.position, paragraph=row.paragraph, is_gone=False))
    new = list[Statement]()
    for row in unmatched:
        known = _nearest(row, left)
        if known is None:
            new.append(row)
            continue
        left.remove(known)
        kept.append(_opened_again(known, row))
    by_hand, gone = _by_hand(left, text)
    by_hand = [placed(one, (*kept, *new), text) for one in by_hand]
    return Carried((*kept, *by_hand), tuple(new), gone)


def _is_same(one: Statement, row: Statement) -> bool:
    same = one.kind is row.kind and same_wording(one.words, row.words)
    return same and same_wording(one.sentence, row.sentence)


def _is_same_made_allegation(one: Statement, row: Statement) -> bool:
    """Whether a row that a person made an allegation is the name, number or whatever it was found as."""
    return one.kind is StatementKind.ALLEGATION and _is_same(replace(one, kind=row.kind), row)


def _nearest(row: Statement, left: Iterable[Statement]) -> Statement | None:
    """The row of a sentence that this one may have come out of."""
    from rapidfuzz import fuzz  # a tenth of a second

    def likeness(one: Statement) -> float:
        made_one = one.kind is StatementKind.ALLEGATION and same_wording(one.words, row.words)
        is_of_kind = one.kind is row.kind or made_one
        if not is_of_kind or one.is_gone or one.is_by_hand:
            return 0
        return fuzz.ratio(one.sentence, row.sentence) + 100 * same_wording(one.words, row.words)

    best = max(left, key=likeness, default=None)
    is_long = len(row.words) > len(row.sentence) // 2  # a quote or an allegation may change in itself
    least = _LIKE if is_long else _LIKE + 100
    return best if best is not None and likeness(best) >= least else None


def _opened_again(known: Statement, row: Statement) -> Statement:
    """A row whose sentence has changed: what it rests on stays, the tick goes."""
    state = known.state if known.state is StatementState.DROPPED else StatementState.OPEN
    return replace(
        known,
        words=row.words,
        sentence=row.sentence,
        before=known.sentence,
        position=row.position,
        paragraph=row.paragraph,
        state=state,
    )


def _by_hand(left: Iterable[Statement], text: str) -> tuple[list[Statement], tuple[Statement, ...]]:
    """Rows that a person entered stay while the draft has their sentence; open again while it has their
    words; all others are gone.
    """
    plain = " ".join(text.split())
    kept = [one for one in left if one.is_by_hand and (one.sentence in plain or one.words in plain)]
    return (
        [
            replace(one, is_gone=False)
            if one.sentence in plain
            else replace(_opened_again(one, replace(one, sentence=one.words)), is_gone=False)
            for one in kept
        ],
        tuple(replace(one, is_gone=True) for one in left if one not in kept and not one.is_gone),
    )
