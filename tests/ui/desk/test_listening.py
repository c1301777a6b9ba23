"""Listening on the desk: play a quote, correct words while it is played, check against sound."""

import json
import shlex
import sys
from pathlib import Path

import pytest

from reader.config import Config, SoundSettings
from reader.library.adding import add_locations
from reader.models import Article, Verification
from reader.store import Store
from reader.ui.dialogs.transcript import TranscriptEditor
from tests.ui.desk.conftest import Hands, Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated

WORDS = [("It", 0.99), ("is", 0.9), ("borken", 0.2), ("now", 0.9)]
TALK = {
    "language": "en",
    "segments": [
        {
            "start": 1.0,
            "end": 1.4,
            "text": " It is borken now.",
            "speaker": "SPEAKER_00",
            "words": [
                {"word": f" {word}", "start": 1 + n / 10, "end": 1.1 + n / 10, "probability": sure}
                for n, (word, sure) in enumerate(WORDS)
            ],
        },
        {"start": 2.0, "end": 90.0, "text": " So it is.", "speaker": "Bob Hall"},
    ],
}
WAITS = "import sys, time; time.sleep(max(0, float(sys.argv[2]) - float(sys.argv[1])))"


def playing(body: str = WAITS) -> Config:
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(body)} {{start}} {{end}} {{speed}} {{file}}"
    return Config(actor="anna", sound=SoundSettings(play=command))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with a transcript of two turns, its recording beside it."""
    file, path = tmp_path / "talk.json", tmp_path / "library.db"
    file.write_text(json.dumps(TALK))
    (tmp_path / "talk.mp3").write_bytes(b"x")
    with Store(path, actor="anna") as store:
        list(add_locations(store, [str(file)]))
    return path


def status(hands: Hands) -> str:
    return f"{hands.desk.view.status.mode} {hands.desk.view.status.message}"


def editor(hands: Hands) -> TranscriptEditor:
    assert isinstance(hands.app.screen, TranscriptEditor)
    return hands.app.screen


async def test_a_quote_that_was_played_is_checked_against_sound(open_desk: Open, library: Path) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("tab", "c")
        assert says(shown(hands), "not played yet")
        await hands.press("escape", "semicolon")
        await hands.until(lambda: bool(hands.desk.page.played))
        await hands.press("c", "down")
        assert says(shown(hands), "heard: with its time, it is checked against sound")
        await hands.press("enter")
    with Store(library) as store:
        (evidence,) = store.quotes.evidence(1)
        assert (evidence.kind, evidence.reference) == ("sound", "00:00:01")
        assert store.articles.played(1)


async def test_a_quote_that_was_stopped_is_not_heard(open_desk: Open, library: Path) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("tab", "tab", "semicolon")
        assert status(hands).startswith(f"{translated('PLAY')} 00:00:0")
        await hands.press("semicolon")
        assert not status(hands).startswith(translated("PLAY"))
        await hands.press("c", "down", "enter")
    with Store(library) as store:
        (evidence,) = store.quotes.evidence(2)
        assert (evidence.kind, evidence.reference) == ("recording", "00:00:02–00:01:30")


async def test_repeated_on_another_quote_the_check_has_its_own_time(open_desk: Open, library: Path) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("tab", "c", "down", "enter", "full_stop")
    with Store(library) as store:
        assert [one.reference for one in store.quotes.evidence(2)] == ["00:00:02–00:01:30"]


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (
            Config(sound=SoundSettings(play="no-such-player {file}")),
            "There is no program {program}, named by",
        ),
        (playing("raise SystemExit(3)"), "The player ended with error"),
    ],
)
async def test_a_player_that_fails_is_told(open_desk: Open, config: Config, said: str) -> None:
    async with open_desk(config=config) as hands:
        await hands.press("tab", "semicolon")
        await hands.until(lambda: any(says(notice, said) for notice in hands.told()))
        assert hands.desk.page.played == ()


async def test_words_and_speakers_are_corrected_and_the_page_follows(open_desk: Open, library: Path) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("F")
        assert translated("1 unsure word") in shown(hands)
        await hands.press("f4")
        assert editor(hands).area.selected_text == "borken"
        await hands.type("broken")
        editor(hands).area.move_cursor((0, 0))
        await hands.press(*["delete"] * len("SPEAKER_00"))
        await hands.type("Eva Kurz")
        await hands.press("ctrl+s")
        await hands.until(lambda: "broken" in hands.desk.page.article.text)
        assert hands.desk.page.article.text.startswith("Eva Kurz: It is broken now")
        await hands.press("tab")
        assert str(hands.desk.quote and hands.desk.quote.period) == "00:00:01"
        assert not (hands.desk.page.article.transcript and hands.desk.page.article.transcript.unsure)
    with Store(library) as store:
        assert "borken" in store.articles.text(1, 1)


async def test_escape_throws_corrections_away_only_when_said_twice(open_desk: Open, library: Path) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("F")
        await hands.type("x")
        await hands.press("escape")
        assert says(shown(hands), "once more")
        await hands.type("y")
        await hands.press("escape")
        assert editor(hands).is_current, "something was typed in between"
        await hands.press("escape")
        assert hands.app.screen is hands.screen
    with Store(library) as store:
        assert len(store.articles.versions(1)) == 1


async def test_nothing_changed_makes_no_version(open_desk: Open, library: Path) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("F", "ctrl+s")
    with Store(library) as store:
        assert len(store.articles.versions(1)) == 1


async def test_play_back_slower_and_again_and_again(open_desk: Open) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("F")
        dialog = editor(hands)
        player = dialog._sound.player
        player._now = lambda: 100.0
        dialog.area.move_cursor((2, 12))
        await hands.press("f5")
        assert (player.is_playing, player.stretch.said_from, player.stretch.said_to) == (True, 2.0, None)
        await hands.press("f7", "f7")
        assert player.stretch.speed == 0.8
        await hands.press("f6")
        assert player.stretch.said_from == 0.0, "three seconds back, but not before the beginning"
        await hands.press("f9")
        assert (player.stretch.said_from, player.stretch.said_to) == (2.0, 90.0)
        await hands.press("f5")
        assert not player.is_playing
        await hands.press("escape")


async def test_a_loop_begins_again_and_counts_as_played(open_desk: Open) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("F", "f9")
        begun = []
        player = editor(hands)._sound.player
        play = player.play
        player.play = lambda stretch: (begun.append(stretch.said_from), play(stretch))[1]  # type: ignore[method-assign]  # counted
        await hands.until(lambda: len(begun) > 1)
        assert set(begun) == {1.0}
        await hands.press("f9", "f5", "escape")
        assert hands.desk.page.played


async def test_without_a_recording_words_can_be_corrected_all_the_same(
    open_desk: Open, library: Path
) -> None:
    library.with_name("talk.mp3").unlink()
    async with open_desk(config=playing()) as hands:
        await hands.press("F")
        assert "--recording" in shown(hands)
        await hands.press("f5")
        await hands.type("Bob: ")
        await hands.press("ctrl+s")
        await hands.until(lambda: hands.desk.page.article.version == 2)


async def test_leaving_the_desk_stops_the_player(open_desk: Open) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("tab", "tab", "semicolon")
        player = hands.screen.parts.listening._player
        assert player is not None
        assert player.is_playing
        await hands.press("escape", "escape")
        assert not player.is_playing


async def test_an_article_that_nobody_spoke_is_not_corrected_here(open_desk: Open, library: Path) -> None:
    library.unlink()
    with Store(library) as store:
        store.articles.add(Article("„Nein“, sagte er.", title="Nein"))
    async with open_desk(config=playing()) as hands:
        await hands.press("F", "semicolon")
        assert hands.app.screen is hands.screen
        assert sum(says(notice, "no transcript") for notice in hands.told()) == 2


async def test_a_quote_whose_words_were_checked_stays_checked(open_desk: Open, library: Path) -> None:
    async with open_desk(config=playing()) as hands:
        await hands.press("tab", "c", "down", "enter")
        assert hands.desk.quote is not None
        assert hands.desk.quote.verification is Verification.CHECKED
