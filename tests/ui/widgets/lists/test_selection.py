"""Selecting rows: one, a range, by moving."""

import random

from reader.ui.widgets.lists.selection import RowSelection

IDS = [10, 11, 12, 13, 14]


def test_toggling_twice_selects_nothing() -> None:
    selection = RowSelection()
    selection.toggle(1, 11)
    assert selection.ids == {11}
    selection.toggle(1, 11)
    assert not selection.ids


def test_extending_takes_everything_between() -> None:
    selection = RowSelection()
    selection.toggle(3, 13)
    selection.extend(IDS, 1)
    assert selection.ids == {11, 12, 13}


def test_moving_selects_and_gives_back() -> None:
    selection = RowSelection()
    selection.toggle(0, 10)
    selection.start_or_end_moving(IDS, 2)
    selection.move(IDS, 4)
    assert selection.ids == {10, 12, 13, 14}
    selection.move(IDS, 3)
    assert selection.ids == {10, 12, 13}
    selection.start_or_end_moving(IDS, 3)
    selection.move(IDS, 0)
    assert selection.ids == {10, 12, 13}


def test_moving_to_and_fro_selects_what_lies_between_and_leaves_the_others_as_they_were() -> None:
    ids = list(range(100, 140))
    draw = random.Random(4)
    for _ in range(50):
        selection = RowSelection()
        before = set(draw.sample(ids, 6))
        for row_id in before:
            selection.toggle(ids.index(row_id), row_id)
        start = draw.randrange(40)
        selection.start_or_end_moving(ids, start)
        for place in draw.choices(range(40), k=12):
            selection.move(ids, place)
            low, high = sorted((start, place))
            assert selection.ids == before | set(ids[low : high + 1])


def test_rows_no_longer_listed_are_no_longer_selected() -> None:
    selection = RowSelection()
    selection.set(IDS)
    selection.keep([12, 14, 15])
    assert selection.ids == {12, 14}
