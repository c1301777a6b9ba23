"""Recordings: played by a program of the configuration, written down by another, and what counts as heard."""

import os
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library.adding import Progress, add_locations
from reader.library.check_edits import SOUND, verify
from reader.library.edits import as_stored
from reader.library.outside_programs import arguments_of
from reader.library.page import pages_of
from reader.library.playing import Player, Stretch
from reader.library.preparing import Preparation
from reader.library.recordings import recording_of
from reader.models import Article, Evidence, Verification
from reader.store import Store
from reader.transcripts import Period, is_covered, joined

TALK = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Bob Hall>The bridge is closed.\n"
Configure = Callable[..., None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    file = tmp_path / "talk {out} $(touch x).m4a"
    file.write_bytes(b"\x00\x01")
    return file


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configure:
    """Writes settings under [sound] into the configuration."""

    def write(**settings: object) -> None:
        lines = [
            f"{name} = '''{value}'''" if isinstance(value, str) else f"{name} = {value}"
            for name, value in settings.items()
        ]
        path = tmp_path / "config.toml"
        path.write_text("\n".join(["[sound]", *lines]))
        monkeypatch.setenv("READER_CONFIG", str(path))

    return write


def program(tmp_path: Path, body: str) -> str:
    """The start of a command that runs some Python."""
    script = tmp_path / "program.py"
    script.write_text("import sys, pathlib\n" + textwrap.dedent(body))
    return f"'{sys.executable}' '{script}'"


def add(store: Store, file: Path, **how: object) -> Progress:
    (progress,) = add_locations(store, [str(file)], preparation=Preparation(**how))  # type: ignore[arg-type]  # its fields
    return progress


# -- written down ------------------------------------------------------------------------------------------


def test_sound_without_a_program_says_what_to_configure(
    store: Store, sound: Path, configure: Configure
) -> None:
    configure()
    progress = add(store, sound)
    assert progress.outcome == "failed"
    assert "config.toml" in progress.message
    assert "transcribe" in progress.message


@pytest.mark.parametrize(
    "body",
    [
        f"pathlib.Path(sys.argv[2] + '.vtt').write_text({TALK!r})",
        f"print({TALK!r})",
        "pathlib.Path(sys.argv[2] + '.txt').write_text('x')\n"
        f"pathlib.Path(sys.argv[2] + '.vtt').write_text({TALK!r})",
    ],
)
def test_what_a_program_writes_or_prints_is_the_article(
    store: Store, sound: Path, configure: Configure, tmp_path: Path, body: str
) -> None:
    configure(transcribe=program(tmp_path, body) + " {file} {out}")
    progress = add(store, sound)
    assert (progress.outcome, progress.title) == ("new", sound.stem)
    (quote,) = store.quotes.of(progress.article_id)
    assert (quote.resolved_speaker, str(quote.period)) == ("Bob Hall", "00:00:01–00:00:04")
    assert recording_of(store.articles.get(progress.article_id)) == str(sound)


def test_sound_is_written_down_once(store: Store, sound: Path, configure: Configure, tmp_path: Path) -> None:
    counted = tmp_path / "count"
    body = f"open({str(counted)!r}, 'a').write('x'); print({TALK!r})"
    configure(transcribe=program(tmp_path, body) + " {file}")
    assert [add(store, sound).outcome for _ in range(2)] == ["new", "same"]
    assert counted.read_text() == "x"
    assert add(store, sound, replace=True).outcome == "same"
    assert counted.read_text() == "xx"


def test_a_wave_file_is_made_first_where_the_command_asks_for_one(
    store: Store, sound: Path, configure: Configure, tmp_path: Path
) -> None:
    body = f"""
        if sys.argv[1] == "convert":
            pathlib.Path(sys.argv[3]).write_bytes(pathlib.Path(sys.argv[2]).read_bytes())
        else:
            assert pathlib.Path(sys.argv[2]).read_bytes() == b"\\x00\\x01"
            print({TALK!r})
        """
    run = program(tmp_path, body)
    configure(convert=run + " convert {file} {wav}", transcribe=run + " hear {wav}")
    assert add(store, sound).outcome == "new"


def test_what_a_killed_reader_left_of_a_recording_is_deleted(
    store: Store, sound: Path, configure: Configure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    dead, own = tmp_path / "reader-sound-99999999-x", tmp_path / f"reader-sound-{os.getpid()}-x"
    for folder in (dead, own):
        folder.mkdir()
    configure(transcribe=program(tmp_path, f"print({TALK!r})") + " {file}")
    assert add(store, sound).outcome == "new"
    assert (dead.exists(), own.exists()) == (False, True)
    assert [folder.name for folder in tmp_path.glob("reader-sound-*")] == [own.name]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("sys.exit('the model is missing')", "the model is missing"),
        ("pass", "wrote nothing"),
    ],
)
def test_a_program_that_fails_is_told_in_one_sentence(
    store: Store, sound: Path, configure: Configure, tmp_path: Path, body: str, said: str
) -> None:
    configure(transcribe=program(tmp_path, body) + " {file}")
    progress = add(store, sound)
    assert progress.outcome == "failed"
    assert said in progress.message
    assert "\n" not in progress.message


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no-such-program-here {file}", "There is no program"),
        ("'unclosed {file}", "quotation mark"),
        (" ", "empty"),
    ],
)
def test_a_command_that_cannot_run_is_told(
    store: Store, sound: Path, configure: Configure, command: str, said: str
) -> None:
    configure(transcribe=command)
    assert said in add(store, sound).message


def test_what_is_put_into_a_command_stays_one_argument_and_is_read_by_no_shell() -> None:
    places = {"file": "/a b/$(rm x) {out}; 'c'.m4a", "out": "/tmp/o"}
    assert arguments_of("run --in={file} -o {out}.vtt {other}", places, "x") == [
        "run",
        "--in=/a b/$(rm x) {out}; 'c'.m4a",
        "-o",
        "/tmp/o.vtt",
        "{other}",
    ]


# -- where the sound is ------------------------------------------------------------------------------------


def test_the_recording_is_what_was_said_else_a_file_beside_it(store: Store, tmp_path: Path) -> None:
    file, beside = tmp_path / "talk.vtt", tmp_path / "talk.mp3"
    file.write_text(TALK)
    article = store.articles.get(add(store, file).article_id)
    with pytest.raises(ReaderError, match="--recording"):
        recording_of(article)
    beside.write_bytes(b"x")
    assert recording_of(article) == str(beside)
    assert (
        recording_of(replace(article, recording="https://radio.example/a.mp3"))
        == "https://radio.example/a.mp3"
    )
    with pytest.raises(ReaderError, match="any more"):
        recording_of(replace(article, recording=str(tmp_path / "gone.mp3")))
    with pytest.raises(ReaderError, match="no transcript"):
        recording_of(Article("Text.", title="Artikel"))


# -- played ------------------------------------------------------------------------------------------------


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def waiting_player(tmp_path: Path, clock: Clock) -> Player:
    """A player whose program goes on until it is stopped."""
    return Player(program(tmp_path, "import time; time.sleep(60)") + " {file} {start} {end} {speed}", clock)


def test_a_program_gets_file_start_end_length_and_speed(tmp_path: Path) -> None:
    told = tmp_path / "told"
    body = f"pathlib.Path({str(told)!r}).write_text(' '.join(sys.argv[1:]))"
    player = Player(program(tmp_path, body) + " {file} {start} {end} {length} {speed}", Clock())
    player.play(Stretch("/a.mp3", 1.5, 4.0, 0.5))
    while player.is_playing:
        pass
    player.finish()
    assert told.read_text() == "/a.mp3 1.500 4.000 2.500 0.5"


def test_what_was_played_follows_the_clock_and_the_speed(tmp_path: Path) -> None:
    clock = Clock()
    player = waiting_player(tmp_path, clock)
    player.play(Stretch("/a.mp3", 10.0, 20.0, 0.5))
    clock.now += 4.0
    assert (player.is_playing, player.position) == (True, 12.0)
    assert player.stop() == (10.0, 12.0)
    assert player.stop() is None


def test_a_player_that_takes_no_speed_plays_no_faster(tmp_path: Path) -> None:
    clock = Clock()
    player = Player(program(tmp_path, "import time; time.sleep(60)") + " {file} {start}", clock)
    player.play(Stretch("/a.mp3", 10.0, 20.0, 2.0))
    clock.now += 4.0
    assert player.stop() == (10.0, 14.0)


def test_a_player_that_goes_on_behind_the_end_is_stopped(tmp_path: Path) -> None:
    clock = Clock()
    player = waiting_player(tmp_path, clock)
    player.play(Stretch("/a.mp3", 10.0, 12.0))
    clock.now += 60.0
    assert not player.is_playing
    assert player.finish() == (10.0, 12.0)


def test_a_player_that_fails_has_played_nothing(tmp_path: Path) -> None:
    clock = Clock()
    player = Player(program(tmp_path, "sys.exit(2)") + " {file}", clock)
    player.play(Stretch("/a.mp3", 10.0, 12.0))
    while player.is_playing:
        pass
    clock.now += 2.0
    with pytest.raises(ReaderError, match="error 2"):
        player.finish()
    with pytest.raises(ReaderError, match="no program"):
        Player("no-such-player {file}").play(Stretch("/a.mp3", 0.0))


def test_periods_that_touch_are_one_and_a_gap_is_not_covered() -> None:
    played = joined([Period(5.0, 7.0), Period(1.0, 3.0), Period(3.1, 5.0)])
    assert played == (Period(1.0, 7.0),)
    assert is_covered(Period(2.0, 6.9), played)
    assert not is_covered(Period(6.0, 8.0), played)
    assert not is_covered(Period(2.0, 6.0), joined([Period(1.0, 3.0), Period(4.0, 7.0)]))
    assert not is_covered(Period(2.0, 2.0), played), "nobody knows when it ends"
    assert not is_covered(None, played)


def test_only_what_was_played_to_its_end_is_checked_against_sound(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text(TALK)
    article_id = add(store, file).article_id
    (quote,) = store.quotes.of(article_id)

    def check() -> None:
        (page,) = pages_of(store, [quote.id])
        evidence = Evidence(Verification.CHECKED, 0, SOUND)
        verify(page, page.quotes, Verification.CHECKED, evidence).work(store, as_stored)

    for part in (Period(0.0, 2.5), Period(3.5, 9.0)):
        store.articles.note_played(article_id, part)
        with pytest.raises(ReaderError, match="not played to its end"):
            check()
    assert store.quotes.evidence(quote.id) == []
    store.articles.note_played(article_id, Period(2.0, 4.0))
    check()
    (evidence,) = store.quotes.evidence(quote.id)
    assert (evidence.kind, evidence.reference) == (SOUND, "00:00:01–00:00:04")


def test_playing_is_no_step_to_undo(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text(TALK)
    article_id = add(store, file).article_id
    store.articles.update([article_id], title="Talk")
    store.articles.note_played(article_id, Period(0.0, 2.0))
    store.journal.undo()
    assert store.articles.get(article_id).title == "talk"
    assert store.articles.played(article_id) == (Period(0.0, 2.0),)
