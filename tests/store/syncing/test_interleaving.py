"""Three libraries in step, whatever their people do and whatever becomes of the segments."""

from pathlib import Path

import pytest

from bench.interleaving import interleaved


@pytest.mark.parametrize("seed", range(24))
def test_libraries_end_equal_with_segments_lost_doubled_and_reordered(seed: int, tmp_path: Path) -> None:
    ended = interleaved(seed, tmp_path, steps=30)
    assert (ended.differences, ended.faults) == ([], [])


def test_a_tag_that_is_brought_back_by_what_it_is_on_comes_back_to_all(tmp_path: Path) -> None:
    ended = interleaved(4485, tmp_path, steps=40)
    assert (ended.differences, ended.faults) == ([], [])
