"""Colours of tags are named as the person calls them, and in English everywhere."""

from pathlib import Path

import pytest

from reader.store import Store
from tests.interface.test_screens import in_german


@pytest.mark.parametrize("name", ["rot", "Rot", "red", "#c83737"])
def test_a_colour_has_its_german_name_too(tmp_path: Path, name: str) -> None:
    library = tmp_path / "library.db"
    with Store(library) as store:
        store.tags.make("bau")
    told = in_german("-m", "reader", "--library", str(library), "tag", "bau", "--colour", name)
    assert told.returncode == 0, told.stderr
    with Store(library) as store:
        assert [tag.colour for tag in store.tags.all()] == ["#c83737"]


def test_what_is_no_colour_is_told_with_german_names(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Store(library) as store:
        store.tags.make("bau")
    told = in_german("-m", "reader", "--library", str(library), "tag", "bau", "--colour", "hell")
    assert "rot, orange, gelb" in told.stderr
