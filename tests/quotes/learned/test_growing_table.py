"""The table of words met so far: a long import must not copy it for every new word."""

import numpy as np

from reader.quotes.learned.word_features import GrowingTable


def test_rows_stay_as_they_were_added() -> None:
    table = GrowingTable(2)
    for number in range(5000):
        table.add(np.full((1, 2), number, np.float32))
    assert len(table) == 5000
    assert table.rows[:, 1].tolist() == list(range(5000))


def test_it_is_seldom_copied() -> None:
    table = GrowingTable(1)
    rooms = set()
    for _ in range(20_000):
        table.add(np.zeros((1, 1), np.float32))
        rooms.add(len(table.rows.base))
    assert len(rooms) <= 6


def test_many_rows_at_once_find_room() -> None:
    table = GrowingTable(3)
    table.add(np.ones((100_000, 3), np.float32))
    assert table.rows.shape == (100_000, 3)
