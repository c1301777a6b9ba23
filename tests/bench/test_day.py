"""The played day is the day that it says."""

from pathlib import Path

from bench.day import BUDGET, SUGGESTIONS, WRONG, afternoon, build, decided, deciding, morning, written
from reader.models import Status


def test_the_day_has_three_hundred_actions_and_two_hundred_decisions() -> None:
    decisions = list(deciding(moves_on=True))
    assert len([*morning(), *decisions, *afternoon()]) == 300
    assert len(decisions) == SUGGESTIONS
    assert sum(action.keys[-1] == "x" for action in decisions) == WRONG
    assert sum(len(action.keys) for action in decisions) <= BUDGET


def test_where_deciding_stays_each_suggestion_is_gone_to() -> None:
    assert sum(len(action.keys) for action in deciding(moves_on=False)) == 2 * SUGGESTIONS


def test_the_quotes_of_the_long_article_stand_in_its_text(tmp_path: Path) -> None:
    article, quotes = written("Titel", 8)
    assert [article.text[quote.start : quote.end][0] for quote in quotes] == ["„"] * 8
    build(tmp_path / "library.db")
    assert decided(tmp_path / "library.db")[Status.SUGGESTED] == SUGGESTIONS
