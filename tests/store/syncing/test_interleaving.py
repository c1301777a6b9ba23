"""Three libraries in step, whatever their people do and whatever becomes of the segments."""

from pathlib import Path

import pytest

from bench.interleaving import interleaved


@pytest.mark.parametrize("seed", range(24))
def test_libraries_end_equal_with_segments_lost_doubled_and_reordered(seed: int, tmp_path: Path) -> None:
    ended = interleaved(seed, tmp_path, steps=30)
    assert (ended.differences, ended.faults) == ([], [])


@pytest.mark.parametrize("seed", range(900_100, 900_106))
def test_steps_of_authorisations_are_the_same_in_all_in_the_same_order(seed: int, tmp_path: Path) -> None:
    ended = interleaved(seed, tmp_path, steps=30, authorises=True)
    assert (ended.differences, ended.faults) == ([], [])


@pytest.mark.parametrize(
    "seed",
    [
        4485,  # a tag that came with what it is on, and is brought back
        4711,  # a quote that one removed, and another found and tagged for herself
    ],
)
def test_what_somebody_removed_and_another_uses_comes_back_to_all(seed: int, tmp_path: Path) -> None:
    ended = interleaved(seed, tmp_path, steps=40)
    assert (ended.differences, ended.faults) == ([], [])
