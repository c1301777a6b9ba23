"""Transcripts in a library: turns are quotes, times stay with them, the same file changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library.adding import Progress, add_locations
from reader.library.edits import as_stored, retype
from reader.library.page import read_page
from reader.library.renewing import redetect
from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store
from reader.transcripts import Period

TALK = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Eva Kurz>Why is the bridge closed?\n\n"
    "00:05.000 --> 00:09.000\n<v Bob Hall>Because <00:06.000>it is <00:07.500>broken.\n\n"
    "00:10.000 --> 00:12.000\n<v Bob Hall>We said so.\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    file = tmp_path / "talk.vtt"
    file.write_text(TALK)
    return file


def add(store: Store, file: Path) -> Progress:
    (progress,) = add_locations(store, [str(file)])
    return progress


def said(quote: Quote) -> tuple[str, str, str]:
    return quote.resolved_speaker, quote.stored_words, str(quote.period or "")


def test_each_turn_is_a_direct_quote_with_its_speaker_and_time(store: Store, talk: Path) -> None:
    quotes = store.quotes.of(add(store, talk).article_id)
    assert [said(quote) for quote in quotes] == [
        ("Eva Kurz", "Why is the bridge closed?", "00:00:01–00:00:04"),
        ("Bob Hall", "Because it is broken. We said so.", "00:00:05–00:00:12"),
    ]
    assert {(quote.type, quote.origin) for quote in quotes} == {(QuoteType.DIRECT, "transcript-1")}


def test_questions_of_the_interviewer_are_no_quotes(store: Store, talk: Path) -> None:
    talk.write_text(TALK.replace("Eva Kurz", "Interviewer"))
    article_id = add(store, talk).article_id
    assert [quote.resolved_speaker for quote in store.quotes.of(article_id)] == ["Bob Hall"]


def test_a_quote_made_of_a_part_has_the_time_of_its_words(store: Store, talk: Path) -> None:
    article_id = add(store, talk).article_id
    start = store.articles.text(article_id).index("broken")
    quote = store.quotes.add(article_id, Quote(QuoteType.DIRECT, (Span(start, start + 6),)))
    assert quote.period == (7.5, 9.0)
    wider = store.quotes.update(replace(quote, spans=(Span(start - 6, start + 6),)))
    assert wider.period == (6.0, 9.0)
    assert store.quotes.rows([wider.id])[0].said_from == 6.0


def test_a_moved_border_shows_the_new_time_at_once(store: Store, talk: Path) -> None:
    page = read_page(store, add(store, talk).article_id)
    quote = page.quotes[1]
    moved = page.with_quotes([replace(quote, spans=(Span(quote.end - 11, quote.end),))])
    assert str(moved.quotes[1].period) == "00:00:10–00:00:12"


def test_looking_again_finds_the_same_turns(store: Store, talk: Path) -> None:
    article_id = add(store, talk).article_id
    assert [step.outcome for step in redetect(store, [article_id])] == ["same"]
    page = read_page(store, article_id)
    retype(page, [page.quotes[0]], QuoteType.REPORTED).work(store, as_stored)
    list(redetect(store, [article_id]))
    assert [quote.type for quote in store.quotes.of(article_id)] == ["Reported", "Direct"]


def test_the_machine_s_file_does_not_undo_a_correction(store: Store, talk: Path) -> None:
    progress = add(store, talk)
    stored = store.articles.get(progress.article_id)
    store.articles.add(replace(stored, text=stored.text.replace("broken", "frozen")), into=stored.id)
    assert add(store, talk).outcome == "same"
    assert "frozen" in store.articles.text(stored.id)


def test_an_article_that_nobody_spoke_has_no_times(store: Store) -> None:
    added = store.articles.add(Article("„Nein“, sagte er."), [Quote(QuoteType.DIRECT, (Span(0, 6),))])
    (quote,) = store.quotes.of(added.id)
    assert quote.period is None
    assert quote.said_from is None


def test_merging_and_undoing_keep_the_times(store: Store, talk: Path, tmp_path: Path) -> None:
    from reader.library.adding import merge

    article_id = add(store, talk).article_id
    with Store(tmp_path / "other.db") as other:
        merge(other, store.path)
        assert [quote.period for quote in other.quotes.of(1)] == [
            quote.period for quote in store.quotes.of(article_id)
        ]
        assert other.articles.get(1).transcript == store.articles.get(article_id).transcript


def test_a_text_that_is_here_becomes_the_transcript_that_it_is_there(
    store: Store, talk: Path, tmp_path: Path
) -> None:
    from reader.library.adding import merge

    spoken = store.articles.get(add(store, talk).article_id)
    store.articles.note_played(spoken.id, Period(1.0, 4.0))
    with Store(tmp_path / "other.db") as other:
        plain = Article(spoken.text, title=spoken.title)
        kept = Quote(QuoteType.DIRECT, (Span(*_words(spoken)),))
        number = other.articles.add(plain).id
        mine = other.quotes.add(number, kept)
        assert merge(other, store.path).spoken == [number]
        assert other.articles.get(number).transcript == spoken.transcript
        assert other.articles.played(number) == (Period(1.0, 4.0),)
        assert other.quotes.get(mine.id).period == Period(6.0, 9.0)
        turns = [said(quote) for quote in other.quotes.of(number) if quote.id != mine.id]
        assert turns == [said(quote) for quote in store.quotes.of(spoken.id)]
        other.journal.undo()
        assert other.articles.get(number).transcript is None
        assert other.quotes.get(mine.id).period is None


def _words(spoken: Article) -> tuple[int, int]:
    start = spoken.text.index("it is broken")
    return start, start + len("it is broken")
