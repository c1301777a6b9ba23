"""A sentence on few lines: folded at blanks, cut with an ellipsis, its shares beside their names."""

import pytest

from reader.library.balances import Balance, Bar
from reader.ui.screens.balance_bars import summed
from reader.ui.widgets.folded_lines import folded_to
from tests.ui.translated import translated


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (40, ["The five largest have it."]),
        (16, ["The five largest", "have it."]),
        (10, ["The five", "largest h…"]),
        (3, ["The", "fi…"]),
    ],
)
def test_it_is_folded_at_blanks_and_ends_in_an_ellipsis(width: int, lines: list[str]) -> None:
    assert folded_to("The five largest have it.", width, 2).splitlines() == lines


def test_facts_are_folded_between_them() -> None:
    told = f"{translated('Ann Hall  ·  5 quotes, 2 of them direct')}  ·  {translated('1 article')}"
    assert folded_to(told, 46, 2, "  ·  ").splitlines() == [
        translated("Ann Hall  ·  5 quotes, 2 of them direct"),
        translated("1 article"),
    ]


def test_all_bars_together_are_told_with_what_is_counted() -> None:
    bar = Bar("de", 3, 1, 174, 2, 1.0)
    told = summed(Balance("language", "Language", "words", (bar,), 174))
    assert told == translated("{bars}, {total} {unit} in all.").format(
        bars=translated("1 bar"), total=174, unit=translated("words", "unit of a figure")
    )
    bars = (bar, Bar("en", 1, 1, 26, 1, 0.13))
    told = summed(Balance("source", "Who", "words", bars, 200))
    assert "100\u00a0%" in told or "\u00a0100%" in told
