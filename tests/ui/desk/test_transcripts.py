"""A transcript on the desk: times on cards and in the status line, and as evidence."""

from pathlib import Path

import pytest

from reader.library.adding import add_locations
from reader.models import Verification
from reader.store import Store
from tests.ui.desk.conftest import Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated

TALK = (
    "WEBVTT - Talk\n\n00:00:01.000 --> 00:00:04.000\n<v Eva Kurz>The bridge is closed.\n\n"
    "00:12:31.250 --> 00:12:44.000\n<v Bob Hall>Because it is broken.\n"
)
TIME = "00:12:31–00:12:44"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one transcript of two turns."""
    file, path = tmp_path / "talk.vtt", tmp_path / "library.db"
    file.write_text(TALK)
    with Store(path, actor="anna") as store:
        list(add_locations(store, [str(file)]))
    return path


async def test_card_and_status_line_tell_when_a_quote_is_said(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "tab")
        assert hands.desk.view.status.message.startswith(translated(f"Quote 2 of 2, {TIME}"))
        assert shown(hands).count(TIME) >= 2
        assert "00:00:01" in shown(hands), "the card of the other quote is folded"


async def test_the_card_says_in_words_that_a_turn_comes_from_the_transcript(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        assert translated("from the transcript") in shown(hands)
        await hands.press("i")
        await hands.until(lambda: says(shown(hands), "Taken from the transcript"))
        assert "transcript-1" not in shown(hands)


async def test_the_time_is_offered_as_evidence_and_kept_with_two_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "tab", "c", "down", "enter")
    with Store(library) as store:
        (evidence,) = store.quotes.evidence(2)
        assert (evidence.kind, evidence.reference) == ("recording", TIME)
        assert store.quotes.get(2).verification is Verification.CHECKED


async def test_the_time_checks_nothing_by_itself(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "tab", "c", "enter", "escape")
        await hands.press("c", "down", "escape")
    with Store(library) as store:
        assert store.quotes.evidence(2) == []
        assert store.quotes.get(2).verification is Verification.UNVERIFIED


async def test_other_evidence_takes_the_place_of_the_time(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "tab", "c", "down")
        await hands.type("p. 3")
        await hands.press("enter")
    with Store(library) as store:
        assert [one.reference for one in store.quotes.evidence(2)] == ["p. 3"]
