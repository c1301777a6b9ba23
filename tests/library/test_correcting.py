"""Words and speakers corrected: a version, in which quotes and times follow."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library.adding import add_locations
from reader.library.correcting import correct_transcript, rename_speaker, set_interviewer
from reader.library.renewing import refetch
from reader.library.rereading import Rereading, reread
from reader.models import Anchor, Note, Quote, Status, Verification
from reader.store import Store

TALK = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v SPEAKER_00>Why is the bridge closed?\n\n"
    "00:05.000 --> 00:09.000\n<v SPEAKER_01>Because <00:06.000>it is <00:07.500>borken.\n\n"
    "00:10.000 --> 00:12.000\n<v SPEAKER_00>I see that.\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    file = tmp_path / "talk.vtt"
    file.write_text(TALK)
    with Store(tmp_path / "library.db") as opened:
        list(add_locations(opened, [str(file)]))
        yield opened


def corrected(store: Store, old: str = "borken", new: str = "broken") -> None:
    correct_transcript(store, 1, store.articles.text(1).replace(old, new))


def quotes(store: Store) -> list[Quote]:
    return store.quotes.of(1)


def test_the_machine_s_text_stays_as_a_version_and_quotes_follow(store: Store) -> None:
    corrected(store)
    assert ["borken" in version.text for version in store.articles.versions(1)] == [True, False]
    assert [quote.stored_words for quote in quotes(store)][1] == "Because it is broken."
    assert {quote.anchor for quote in quotes(store)} == {Anchor.EXACT}
    assert str(quotes(store)[1].period) == "00:00:05–00:00:09"
    assert store.articles.text(1, 1).count("borken") == 1


def test_undo_brings_the_machine_s_words_and_times_back(store: Store) -> None:
    before = quotes(store)
    corrected(store)
    store.journal.undo()
    assert quotes(store) == before
    assert "borken" in store.articles.text(1)


def test_decided_quotes_keep_their_decision_and_follow_too(store: Store) -> None:
    store.quotes.set_status([2], Status.ACCEPTED)
    corrected(store)
    quote = store.quotes.get(2)
    assert (quote.status, quote.anchor, quote.stored_words) == ("accepted", "exact", "Because it is broken.")


def test_what_was_checked_with_other_words_shows_as_changed(store: Store) -> None:
    store.quotes.set_verification([2], Verification.CHECKED)
    corrected(store)
    assert store.quotes.get(2).anchor is Anchor.FUZZY


def test_a_speaker_named_is_named_in_every_turn(store: Store) -> None:
    rename_speaker(store, 1, "SPEAKER_00", "Eva: Kurz ")
    assert [quote.resolved_speaker for quote in quotes(store)] == ["Eva Kurz", "SPEAKER_01", "Eva Kurz"]
    assert [str(quote.period) for quote in quotes(store)][2] == "00:00:10–00:00:12"
    with pytest.raises(ReaderError, match="SPEAKER_01"):
        rename_speaker(store, 1, "Nobody", "Somebody")


def test_notes_and_tags_stay_where_they_were(store: Store) -> None:
    quote = quotes(store)[2]
    store.tags.attach(["bridge"], quotes=[quote.id])
    store.notes.save(Note("Ask again.", 1, span=quote.spans[0], exact=quote.exact[0]))
    corrected(store, "Because it is borken.", "It is, and has been for years, broken.")
    (note,) = store.notes.of(1)
    assert note.span is not None
    assert store.articles.text(1)[note.span.start : note.span.end] == "I see that."
    assert store.quotes.get(quote.id).tags == ("bridge",)


def test_who_asks_is_said_and_taken_back(store: Store) -> None:
    assert set_interviewer(store, 1, "speaker_00") == 2
    assert [quote.resolved_speaker for quote in quotes(store)] == ["SPEAKER_01"]
    store.journal.undo()
    assert len(quotes(store)) == 3
    assert not any(turn.asks for turn in (store.articles.get(1).transcript or 0).turns)  # type: ignore[union-attr]  # it is one
    assert set_interviewer(store, 1, "") == 0
    with pytest.raises(ReaderError, match="SPEAKER_00"):
        set_interviewer(store, 1, "Nobody")


def test_a_text_that_changed_meanwhile_is_not_written_over(store: Store) -> None:
    text = store.articles.text(1)
    corrected(store)
    with pytest.raises(ReaderError, match="meanwhile"):
        correct_transcript(store, 1, text.replace("bridge", "road"), version=1)
    assert "broken" in store.articles.text(1)


@pytest.mark.parametrize("empty", ["", " \n\n "])
def test_a_transcript_is_not_emptied(store: Store, empty: str) -> None:
    with pytest.raises(ReaderError, match="without any words"):
        correct_transcript(store, 1, empty)


def test_what_is_no_transcript_is_not_corrected(store: Store) -> None:
    article = replace(
        store.articles.get(1), transcript=None, text="An article.", location="", uid="", title="A"
    )
    number = store.articles.add(article).id
    with pytest.raises(ReaderError, match="no transcript"):
        correct_transcript(store, number, "Another article.")


def test_reading_the_file_or_its_original_again_does_not_undo_corrections(store: Store) -> None:
    corrected(store)
    assert [step.outcome for step in refetch(store, [1])] == ["same"]
    file = store.articles.get(1).location
    assert [step.outcome for step in add_locations(store, [file])] == ["same"]
    assert [step.outcome for step in reread(store, [1])] == ["same"]
    assert "broken" in store.articles.text(1)
    assert [step.outcome for step in reread(store, [1], Rereading(replace=True))] == ["changed"]
    assert "borken" in store.articles.text(1)
