"""`reader transcript` and `reader play`: print, correct, hear."""

import json
import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TALK = (
    "WEBVTT - Talk\n\n00:01.000 --> 00:01.200\n<v SPEAKER_00>Why is it closed?\n\n"
    "00:05.000 --> 00:09.000\n<v Bob Hall>Because it is borken.\n"
)


@pytest.fixture(autouse=True)
def talk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A transcript in a library, its recording beside it, and a player that waits."""
    file = tmp_path / "talk.vtt"
    file.write_text(TALK)
    (tmp_path / "talk.mp3").write_bytes(b"x")
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "own.db"))
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    configure(tmp_path, "import sys, time; time.sleep(float(sys.argv[2]) - float(sys.argv[1]))")
    assert run("add", str(file)).exit_code == 0
    return file


def configure(tmp_path: Path, body: str) -> None:
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(body)} {{start}} {{end}} {{file}}"
    (tmp_path / "config.toml").write_text(f"[sound]\nplay = {json.dumps(command)}\n")


def test_a_transcript_is_printed_with_times(run: Run) -> None:
    assert run("transcript", "Talk").stdout.splitlines() == [
        "00:00:01 SPEAKER_00: Why is it closed?",
        "",
        "00:00:05–00:00:09 Bob Hall: Because it is borken.",
    ]
    told = json.loads(run("transcript", "1", "--json").stdout)
    assert [(turn["speaker"], turn["time"], turn["asks"]) for turn in told] == [
        ("SPEAKER_00", [1.0, 1.2], False),
        ("Bob Hall", [5.0, 9.0], False),
    ]


def test_what_was_printed_comes_back_corrected(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "corrected.txt"
    file.write_text(run("transcript", "1").stdout.replace("borken", "broken"))
    assert "1 word changed." in run("transcript", "1", "--correct", str(file)).stderr
    assert "00:00:05–00:00:09 Bob Hall: Because it is broken." in run("transcript", "1").stdout
    assert "Nothing is different." in run("transcript", "1", "--correct", str(file)).stderr
    assert "borken" in run("show", "1", "--version", "1").stdout


def test_speakers_are_named_and_questions_told(run: Run) -> None:
    assert (
        run("transcript", "1", "--speaker", "SPEAKER_00=Eva Kurz", "--interviewer", "Eva Kurz").exit_code == 0
    )
    assert "Eva Kurz: Why" in run("transcript", "1").stdout
    assert "Eva" not in run("quotes").stdout
    assert run("undo").exit_code == 0
    assert "SPEAKER_00: Why" in run("transcript", "1").stdout
    assert "SPEAKER_00" in run("quotes").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--speaker", "Eva Kurz"), "--speaker 'SPEAKER_00=Anna Blake'"),
        (("--speaker", "Nobody=Eva"), "SPEAKER_00, Bob Hall"),
        (("--interviewer", "Nobody"), "SPEAKER_00, Bob Hall"),
        (("--correct", "/no/such/file"), "cannot be read"),
        (("--recording", "/no/such/file"), "There is no file"),
    ],
)
def test_what_cannot_be_changed_is_told(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("transcript", "1", *arguments)
    assert result.exit_code != 0
    assert said in result.stderr


def test_an_article_is_no_transcript(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein Titel\n\n„Nein“, sagte Anna Blake am Montag in Köln zu ihm.\n")
    run("add", str(tmp_path / "a.txt"))
    for command in ("transcript", "play"):
        result = run(command, "2" if command == "transcript" else "3")
        assert result.exit_code == 1 or result.exit_code == 2
        assert "no transcript" in result.stderr


def test_only_a_quote_that_was_played_is_checked_against_sound(run: Run) -> None:
    mark = ("mark", "1", "--verification", "checked", "--evidence", "sound")
    result = run(*mark)
    assert result.exit_code != 0
    assert "reader play 1" in result.stderr
    played = run("play", "1")
    assert (played.exit_code, "Played 00:00:01" in played.stderr) == (0, True)
    assert run(*mark).exit_code == 0
    (evidence,) = json.loads(run("show", "1", "--json").stdout)["quotes"][0]["evidence"]
    assert (evidence["kind"], evidence["reference"]) == ("sound", "00:00:01")


@pytest.mark.parametrize(
    "wrong", [("--speed", "0"), ("--speed", "nan"), ("--before", "-3"), ("--speed", "x")]
)
def test_speeds_that_are_none_are_refused(run: Run, wrong: tuple[str, str]) -> None:
    assert run("play", "1", *wrong).exit_code == 2


def test_a_player_that_fails_or_is_not_there_is_told(run: Run, tmp_path: Path, talk: Path) -> None:
    configure(tmp_path, "raise SystemExit(3)")
    result = run("play", "1")
    assert (result.exit_code, "error 3" in result.stderr) == (1, True)
    (tmp_path / "config.toml").write_text('[sound]\nplay = "no-such-player {file}"\n')
    assert "There is no program no-such-player" in run("play", "1").stderr
    talk.with_suffix(".mp3").unlink()
    assert "--recording FILE" in run("play", "1").stderr
    assert "sound" in run("mark", "1", "--verification", "checked", "--evidence", "sound").stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("plya = 'mpv {file}'", 'did you mean "play"'),
        ("play = 3", "text in quotation marks"),
        ("hours = 'two'", "a whole number"),
    ],
)
def test_settings_that_are_none_are_told(run: Run, tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "config.toml").write_text(f"[sound]\n{line}\n")
    assert said in run("play", "1").stderr


def test_a_protected_speaker_is_covered(run: Run) -> None:
    assert run("sources", "add", "Bob Hall", "--protect").exit_code == 0
    assert run("mark", "2", "--source", "Bob Hall").exit_code == 0
    assert "Hall" not in run("transcript", "1").stdout
    assert "Hall" not in run("transcript", "1", "--json").stdout
    assert "Hall" not in run("export", "1", "-f", "vtt").stdout
