"""Copies of one report are told apart from other articles."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest import read
from reader.texts.near_duplicates import (
    HASHES,
    SAME_STORY,
    bands,
    is_same_story,
    likeness,
    shared,
    shingles,
    signature,
)
from tests.texts.report_pairs import COPIES, OTHERS


@pytest.fixture(scope="module")
def texts() -> list[str]:
    folder = Path(__file__).parents[2] / "seeds"
    return [read(str(path)).text for path in sorted(folder.glob("*.txt"))]


def test_copies_are_found_and_others_are_not(texts: list[str]) -> None:
    for text in texts:
        paragraphs = text.split("\n\n")
        copy = "Ein anderer Vorspann steht hier davor.\n\n" + "\n\n".join(paragraphs[:-1]).replace(
            "sagte", "so"
        )
        one, other = signature(text), signature(copy)
        assert likeness(one, other) > SAME_STORY
        assert set(bands(one)) & set(bands(other))


def test_different_articles_share_nothing(texts: list[str]) -> None:
    signatures = [signature(text) for text in texts]
    for at, one in enumerate(signatures):
        for other in signatures[at + 1 :]:
            assert likeness(one, other) < SAME_STORY / 2
            assert not set(bands(one)) & set(bands(other))


def told_as_one(one: list[str], other: list[str]) -> bool:
    """Whether two texts of several paragraphs are found, and found to be one report."""
    texts = ["\n\n".join(one), "\n\n".join(other)]
    signed = [signature(text) for text in texts]
    words = (len(texts[0].split()), len(texts[1].split()))
    return bool(set(bands(signed[0])) & set(bands(signed[1]))) and is_same_story(*signed, words)


@pytest.mark.parametrize("name", [name for name in COPIES if name != "updated, half new"])
def test_a_report_that_was_cut_updated_or_edited_is_the_same_story(name: str) -> None:
    assert told_as_one(*COPIES[name])


@pytest.mark.parametrize("name", [name for name in OTHERS if name != "two police reports"])
def test_another_report_on_the_same_subject_is_none(name: str) -> None:
    assert not told_as_one(*OTHERS[name])


def test_marks_and_case_do_not_count() -> None:
    one = "„Das geht so nicht weiter“, sagte sie am Montag."
    other = "DAS GEHT so nicht weiter sagte sie, am Montag"
    assert shingles(one) == shingles(other)
    assert likeness(signature(one), signature(other)) == 1


def test_a_cut_copy_is_contained(texts: list[str]) -> None:
    cut = texts[0].split("\n\n")[0]
    assert shared(shingles(cut), shingles(texts[0])) == 1


def test_the_same_on_every_machine() -> None:
    assert shingles("eins zwei drei vier fünf") == {3644248791}
    assert signature("eins zwei drei vier fünf sechs")[:3] == (1366147709, 79995343, 2209992762)


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    found = signature(text)
    assert len(found) in (0, HASHES)
    assert likeness(found, found) == bool(found)
    assert all(0 <= key < 2**63 for key in bands(found))
