"""Which words of a window play a role."""

import numpy as np
import pytest

from reader.quotes.german import lexicon as w
from reader.quotes.learned.role_choice import ROLES, choose, likely
from reader.quotes.learned.word_features import Floats

FLOORS = np.array([0.5, 0.4, 0.4, 0.25, 0.45], np.float32)
NOUN, ARTICLE, PREPOSITION, ADJECTIVE, VERB = w.CAPITAL, w.DETERMINER, w.PREPOSITION, w.ADJECTIVE, w.FINITE


def chosen_from(tokens: list[int], table: Floats, flags: list[int]) -> dict[str, tuple[int, ...]]:
    """What is chosen in a text of one window."""
    [places] = likely(table, FLOORS[None], np.array([0]), np.array([len(table)]))
    return choose(places, tokens, table, flags)


def speaker(flags: list[int], chances: list[float], tokens: list[int] | None = None) -> tuple[int, ...]:
    table = np.zeros((len(flags), len(ROLES)), np.float32)
    table[:, 1] = chances
    return chosen_from(tokens or list(range(len(flags))), table, flags)["speaker"]


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
    chosen = chosen_from([0, 1, 2], table, [NOUN, PREPOSITION, NOUN])
    assert chosen["content"] == chosen["frame"] == (0, 1, 2)


def test_nobody_speaks_to_a_weekday() -> None:
    table = np.zeros((2, len(ROLES)), np.float32)
    table[:, 3] = (0.6, 0.9)
    chosen = chosen_from([0, 1], table, [PREPOSITION, NOUN | w.TIME])
    assert 1 not in chosen["addressee"]


def test_each_window_has_its_own_floors_and_counts_from_its_first_place() -> None:
    table = np.zeros((5, len(ROLES)), np.float32)
    table[[0, 3, 4], 2] = (0.5, 0.5, 0.7)
    floors = np.stack([FLOORS, FLOORS + np.float32(0.2)])
    found = list(likely(table, floors, np.array([0, 3]), np.array([2, 2])))
    assert [places[2] for places in found] == [[0], [1]]
