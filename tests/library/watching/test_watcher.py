"""Folders that are looked at, with the system that tells of changes and without."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest
import watchfiles

from reader.library.watching import Found, Watcher

_PATIENCE = 60.0
"""Seconds to wait for something; machines of tests are slow."""
TEXT = "Die Fähre fährt wieder."

Next = Callable[[], Found]


@pytest.fixture
def look(tmp_path: Path) -> Iterator[Next]:
    """What the next look at a folder gives; it goes on until the test ends."""
    found: Queue[Found] = Queue()
    over = threading.Event()
    folder = tmp_path / "folder"
    folder.mkdir()

    def run() -> None:
        for one in Watcher([folder]).rounds():
            if over.is_set():
                return
            found.put(one)

    threading.Thread(target=run, daemon=True).start()
    yield lambda: found.get(timeout=_PATIENCE)
    over.set()
    if not folder.exists():
        folder.mkdir()
    (folder / "ende.txt").write_text(TEXT)


def names(found: Found) -> list[str]:
    return sorted(Path(file).name for file in found.files)


def test_what_lies_there_comes_first_and_then_what_is_saved_also_in_new_folders(tmp_path: Path) -> None:
    (tmp_path / "alt.txt").write_text(TEXT)
    (tmp_path / "bild.png").write_text(TEXT)
    (tmp_path / "seite.html").write_text("<html></html>")
    (tmp_path / "seite_files").mkdir()
    (tmp_path / "seite_files" / "werbung.html").write_text("<html></html>")
    rounds = Watcher([tmp_path]).rounds()
    first = next(rounds)
    assert (names(first), first.is_first) == (["alt.txt", "seite.html"], True)
    (tmp_path / "unten" / "tiefer").mkdir(parents=True)
    (tmp_path / "unten" / "tiefer" / "neu.txt").write_text(TEXT)
    second = next(rounds)
    assert (names(second), second.is_first) == (["neu.txt"], False)
    rounds.close()


def test_a_folder_that_goes_away_is_told_once_and_looked_at_when_it_is_back(
    look: Next, tmp_path: Path
) -> None:
    folder, away = tmp_path / "folder", tmp_path / "away"
    (folder / "alt.txt").write_text(TEXT)
    assert names(look()) == ["alt.txt"]
    folder.rename(away)
    told = look()
    assert (names(told), len(told.messages)) == ([], 1)
    assert "is not there any more" in told.messages[0]
    (away / "neu.txt").write_text(TEXT)
    away.rename(folder)
    assert (names(back := look()), back.messages) == (["neu.txt"], ())


def test_links_in_a_circle_keep_nothing_from_being_found(look: Next, tmp_path: Path) -> None:
    (tmp_path / "folder" / "kreis").symlink_to(tmp_path / "folder")
    (tmp_path / "folder" / "neu.txt").write_text(TEXT)
    assert names(look()) == ["neu.txt"]


def test_without_a_system_that_tells_of_changes_they_are_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*folders: Path, **options: object) -> Iterator[object]:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr(watchfiles, "watch", refuses)
    rounds = Watcher([tmp_path]).rounds()
    (tmp_path / "a.txt").write_text(TEXT)
    assert names(next(rounds)) == ["a.txt"]
    (tmp_path / "b.txt").write_text(TEXT)
    assert names(next(rounds)) == ["b.txt"]


def test_files_that_could_not_be_taken_come_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    watcher = Watcher([tmp_path])
    rounds = watcher.rounds()
    found = next(rounds)
    watcher.again(found.files)
    assert names(next(rounds)) == ["a.txt"]
    rounds.close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everybody may read everything here")
def test_a_folder_that_may_not_be_read_is_told_once(tmp_path: Path) -> None:
    locked = tmp_path / "zu"
    locked.mkdir(0o000)
    (tmp_path / "a.txt").write_text(TEXT)
    rounds = Watcher([tmp_path]).rounds()
    first = next(rounds)
    assert "cannot be read" in first.messages[0]
    assert names(first if first.files else next(rounds)) == ["a.txt"]
    locked.chmod(0o700)
