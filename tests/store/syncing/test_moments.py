"""When a segment was written, as all libraries take it."""

from pathlib import Path

import pytest

from reader.store import Store
from reader.store.syncing.moments import Moments
from reader.store.syncing.registers import Dot, Moment


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        ({"bernd": "2099-12-31T23:59:59Z"}, "2100-01-01T00:00:00Z"),
        ({"bernd": "2099-01-01T10:00:00Z", "clara": "2099-01-01T09:00:00Z"}, "2099-01-01T10:00:01Z"),
        ({"anna": "2099-01-01T10:00:00Z"}, "2099-01-01T10:00:00Z"),
        ({"bernd": "9999-12-31T23:59:59Z"}, "9999-12-31T23:59:59Z"),
        ({"bernd": "nie"}, "nie"),
    ],
    ids=["a clock that is ahead", "the latest of two", "one of ours", "the end of time", "no time at all"],
)
def test_what_is_written_after_something_was_heard_is_later(
    tmp_path: Path, heard: dict[str, str], told: str
) -> None:
    with Store(tmp_path / "a.db") as store, store.step("Hear"):
        moments = Moments(store._db)
        for library, at in heard.items():
            moments.hear(Dot(library, 1), Moment(at, library, {}))
        assert moments.time_of_next("anna") == told


def test_a_clock_that_is_behind_nothing_is_taken_as_it_goes(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store, store.step("Hear"):
        moments = Moments(store._db)
        moments.hear(Dot("bernd", 1), Moment("2001-01-01T00:00:00Z", "bernd", {}))
        assert moments.time_of_next("anna") > "2026"
