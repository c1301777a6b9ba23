"""Selecting rows: one, a range, by moving."""

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
