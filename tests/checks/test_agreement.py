"""How far two coders agree, and which of their quotes are one."""

import pytest

from reader.checks.agreement import agreement
from reader.checks.coding import Question, coded, paired
from reader.models import Quote, QuoteType, Span, Status

ONE = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
OTHER = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]


def test_the_example_of_krippendorff() -> None:
    """Ten units, binary: alpha .095 (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability)."""
    found = agreement([(str(one), str(other)) for one, other in zip(ONE, OTHER, strict=True)])
    assert (found.units, found.same, found.share) == (10, 6, 0.6)
    assert found.alpha == pytest.approx(0.095, abs=0.0005)
    assert found.kappa == pytest.approx((0.6 - 0.56) / (1 - 0.56))


def test_what_one_left_open_does_not_count() -> None:
    found = agreement([("a", "a"), ("a", None), (None, "b"), ("b", "b")])
    assert (found.units, found.same, found.alpha, found.kappa) == (2, 2, 1.0, 1.0)


@pytest.mark.parametrize("decided", [[], [("a", "a"), ("a", "a")], [(None, "a")]])
def test_where_there_was_nothing_to_choose_no_figure_stands(decided: list[tuple[str, str]]) -> None:
    assert (agreement(decided).alpha, agreement(decided).kappa) == (None, None)


def quote(start: int, end: int, status: Status = Status.ACCEPTED, **more: object) -> Quote:
    return Quote(QuoteType.DIRECT, (Span(start, end),), status=status, **more)  # type: ignore[arg-type]  # fields


TEXT = "x" * 100


def decisions(ours: list[Quote], theirs: list[Quote]) -> list[tuple[str, str | None, str | None]]:
    found = coded(paired(ours, theirs), (TEXT, TEXT))
    return [(str(one.question), one.ours, one.theirs) for one in found if one.question is Question.QUOTE]


def test_quotes_that_overlap_by_half_are_one() -> None:
    (pair, alone, other) = paired([quote(0, 20), quote(50, 60)], [quote(2, 22), quote(58, 80)])
    assert None not in (pair.ours, pair.theirs)
    assert (alone.theirs, other.ours) == (None, None)


def test_who_has_not_begun_has_not_said_no() -> None:
    accepted, suggested = quote(0, 20), quote(0, 20, Status.SUGGESTED)
    assert decisions([accepted], [suggested]) == [("quote", "quote", None)]
    assert decisions([accepted], []) == [("quote", "quote", None)]
    assert decisions([accepted], [quote(40, 60)]) == [
        ("quote", "quote", "no quote"),
        ("quote", "no quote", "quote"),
    ]
    assert decisions([accepted], [quote(0, 20, Status.REJECTED)]) == [("quote", "quote", "no quote")]
