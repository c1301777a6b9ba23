"""Which words of a window play a role."""

import numpy as np
import pytest

from reader.quotes import words as w
from reader.quotes.learned.choose import ROLES, choose

FLOORS = np.array([0.5, 0.4, 0.4, 0.25, 0.45], np.float32)
NOUN, ARTICLE, PREPOSITION, ADJECTIVE, VERB = w.CAPITAL, w.DETERMINER, w.PREPOSITION, w.ADJECTIVE, w.FINITE


def speaker(flags: list[int], chances: list[float], tokens: list[int] | None = None) -> tuple[int, ...]:
    table = np.zeros((len(flags), len(ROLES)), np.float32)
    table[:, 1] = chances
    at = np.array(tokens or range(len(flags)), np.int64)
    return choose(at, table, np.array(flags, np.int64), FLOORS)["speaker"]


@pytest.mark.parametrize(
    ("flags", "chances", "chosen"),
    [
        ([ARTICLE, NOUN, NOUN], [0.9, 0.9, 0.1], (0, 1)),
        ([NOUN, PREPOSITION, NOUN], [0.9, 0.6, 0.1], (0,)),
        ([PREPOSITION, ARTICLE, NOUN], [0.6, 0.9, 0.9], (1, 2)),
        ([ARTICLE, ADJECTIVE, NOUN], [0.2, 0.5, 0.9], (0, 1, 2)),
        ([NOUN, VERB, NOUN], [0.95, 0.1, 0.5], (0,)),
        ([NOUN, VERB, NOUN], [0.2, 0.1, 0.3], ()),
    ],
)
def test_a_speaker_is_a_noun_phrase(flags: list[int], chances: list[float], chosen: tuple[int, ...]) -> None:
    assert speaker(flags, chances) == chosen


def test_words_far_apart_are_not_one_phrase() -> None:
    assert speaker([ARTICLE, ADJECTIVE, NOUN], [0.2, 0.3, 0.9], tokens=[3, 4, 40]) == (40,)


def test_other_roles_are_taken_as_they_are() -> None:
    table = np.full((3, len(ROLES)), 0.6, np.float32)
    chosen = choose(np.arange(3), table, np.array([NOUN, PREPOSITION, NOUN]), FLOORS)
    assert chosen["content"] == chosen["frame"] == (0, 1, 2)


def test_nobody_speaks_to_a_weekday() -> None:
    table = np.zeros((2, len(ROLES)), np.float32)
    table[:, 3] = (0.6, 0.9)
    chosen = choose(np.arange(2), table, np.array([PREPOSITION, NOUN | w.TIME]), FLOORS)
    assert 1 not in chosen["addressee"]
