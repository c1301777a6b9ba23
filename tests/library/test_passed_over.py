"""What folders hold that is no article is told."""

import pytest

from reader.library.passed_over import passed_over_told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], ""),
        (["bin.dat"], "1 file passed over, of a kind that is not read: .dat"),
        (
            ["a.DAT", "b.dat", "Makefile"],
            "3 files passed over, of kinds that are not read: .dat and without an ending",
        ),
        (
            [f"x.a{number}" for number in range(7)],
            "7 files passed over, of kinds that are not read: .a0, .a1, .a2, .a3 and .a4 …",
        ),
    ],
)
def test_files_that_are_passed_over_are_counted_with_their_endings(names: list[str], told: str) -> None:
    assert passed_over_told(names) == told
