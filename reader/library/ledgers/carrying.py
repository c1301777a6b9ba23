"""Carry what was checked over to a new draft: a tick holds for a sentence that is as it was, and no other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.ledgers import Statement, StatementKind, StatementState
from reader.library.ledgers.draft_text import placed, sentences_of
from reader.models import Article
from reader.texts.approvals import same_wording

_LIKE = 55
"""Likeness of two sentences from which one may have come out of the other (per cent, chosen by hand)."""

_CHANGED = 70
"""Likeness of two sentences of which one is the other, changed in what is checked (chosen by hand)."""


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


def carried(before: Iterable[Statement], found: Iterable[Statement], article: Article) -> Carried:
    """The rows `before` in the draft `article`, in which `found` were found."""
    left, unmatched, kept = list(before), list(found), list[Statement]()
    for partner, taken in (
        (_same, _unchanged),
        (_made_allegation, _unchanged),
        (_nearest, _opened_again),
        (_in_changed_sentence, _opened_again),
    ):
        rows, unmatched = unmatched, []
        for row in rows:
            known = partner(row, left)
            if known is None:
                unmatched.append(row)
                continue
            left.remove(known)
            kept.append(taken(known, row))
    by_hand, gone = _by_hand(left, article)
    by_hand = [placed(one, (*kept, *unmatched), article.text) for one in by_hand]
    return Carried((*kept, *by_hand), tuple(unmatched), gone)


def _same(row: Statement, left: Iterable[Statement]) -> Statement | None:
    return next((one for one in left if _is_same(one, row)), None)


def _made_allegation(row: Statement, left: Iterable[Statement]) -> Statement | None:
    """The row that a person made an allegation of the name, number or whatever it was found as."""
    alleged = (one for one in left if one.kind is StatementKind.ALLEGATION)
    return next((one for one in alleged if _is_same(replace(one, kind=row.kind), row)), None)


def _is_same(one: Statement, row: Statement) -> bool:
    same = one.kind is row.kind and same_wording(one.words, row.words)
    return same and same_wording(one.sentence, row.sentence)


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
    if row.kind is StatementKind.NAME:  # its spelling was looked up, wherever it stands first by now
        least = 100
    return best if best is not None and likeness(best) >= least else None


def _in_changed_sentence(row: Statement, left: Iterable[Statement]) -> Statement | None:
    """The row that is told anew in a sentence that was changed: "(54)" is "(55)" now."""
    from rapidfuzz import fuzz  # a tenth of a second

    def likeness(one: Statement) -> float:
        is_other = one.kind is not row.kind or one.is_gone or one.is_by_hand
        return 0 if is_other else fuzz.ratio(one.sentence, row.sentence)

    best = max(left, key=likeness, default=None)
    return best if best is not None and likeness(best) >= _CHANGED else None


def _unchanged(known: Statement, row: Statement) -> Statement:
    return replace(known, position=row.position, paragraph=row.paragraph, is_gone=False)


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


def _by_hand(left: Iterable[Statement], article: Article) -> tuple[list[Statement], tuple[Statement, ...]]:
    """Rows that a person entered stay while the draft has their sentence; open again while it has their
    words, or the sentence in another wording; all others are gone.
    """
    plain, kept, gone = " ".join(article.text.split()), list[Statement](), list[Statement]()
    sentences = sentences_of(article)
    for one in left:
        if one.is_by_hand and one.sentence in plain:
            kept.append(replace(one, is_gone=False))
        elif one.is_by_hand and (sentence := _now_in(one, sentences)):
            words = one.words if one.words in sentence else sentence
            row = replace(one, words=words, sentence=sentence)
            kept.append(replace(_opened_again(one, row), is_gone=False))
        elif not one.is_gone:
            gone.append(replace(one, is_gone=True))
    return kept, tuple(gone)


def _now_in(one: Statement, sentences: Iterable[str]) -> str:
    """The sentence that has the words of a row by now, or is the changed one; "" where there is none."""
    from rapidfuzz import fuzz  # a tenth of a second

    def likeness(sentence: str) -> float:
        return fuzz.ratio(one.sentence, sentence) + 100 * (one.words in sentence)

    best = max(sentences, key=likeness, default="")
    return best if best and likeness(best) >= _CHANGED else ""
