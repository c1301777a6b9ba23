"""The finder: what is looked for in a text, without a screen."""

import re

import pytest

from reader.ui.desk.finder import Finder
from reader.ui.widgets.article.find import BadPatternError
from tests.ui.translated import translated

TEXT = "Der Rat, der Verband und der Bund"


def found(finder: Finder) -> list[str]:
    return [TEXT[start:end] for start, end in finder.matches]


def test_one_stands_at_the_first_match_from_where_one_came() -> None:
    finder = Finder()
    finder.look_for("der", TEXT, 5)
    assert (found(finder), finder.match, finder.count) == (
        ["Der", "der", "der"],
        (9, 12),
        translated("2 of 3"),
    )
    finder.look_for("der", TEXT, 30)
    assert finder.match == (0, 3), "behind the last comes the first"


def test_steps_go_round() -> None:
    finder = Finder()
    finder.look_for("der", TEXT, 0)
    finder.step(-1)
    assert finder.count == translated("3 of 3")
    finder.step(2)
    assert finder.count == translated("2 of 3")
    assert finder.spot is not None
    assert (finder.spot.start, finder.spot.end) == finder.match


def test_what_a_search_means_counts_until_something_else_is_looked_for() -> None:
    finder = Finder()
    finder.mean("verb", re.compile("Verband"))
    finder.look_for("verb", TEXT, 0)
    assert found(finder) == ["Verband"]
    finder.look_for("und", TEXT, 0)
    assert found(finder) == ["und", "und"]
    finder.look_for("verb", TEXT, 0)
    assert found(finder) == ["Verb"]


def test_nothing_is_found_where_nothing_can_be_looked_for() -> None:
    finder = Finder()
    finder.look_for("der", TEXT, 0)
    with pytest.raises(BadPatternError):
        finder.look_for("re:(", TEXT, 0)
    assert (finder.matches, finder.match, finder.spot) == ([], None, None)
    finder.look_for("", TEXT, 0)
    assert finder.count == ""
    finder.look_for("fehlt", TEXT, 0)
    assert finder.count == translated("not found")
    finder.step(1)
    assert finder.match is None
