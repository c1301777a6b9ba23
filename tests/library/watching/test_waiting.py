"""Which files of a folder are read, and when: not before they are whole, and never twice."""

from pathlib import Path

import pytest

from reader.library.watching.waiting import PATIENCE, SETTLED, Waiting

PAGE = "<html><body><p>Die Fähre fährt wieder.</p></body></html>"


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


def looked_at(waiting: Waiting, file: Path, *moments: float) -> list[int]:
    """How many files were whole at each moment."""
    waiting.see([str(file)], 0.0)
    return [len(waiting.whole(moment)) for moment in moments]


def test_a_file_is_named_once_when_it_did_not_change_for_a_while(waiting: Waiting, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Die Fähre fährt wieder.")
    assert looked_at(waiting, tmp_path / "a.txt", 0.1, SETTLED, 2 * SETTLED) == [0, 1, 0]
    waiting.see([str(tmp_path / "a.txt")], 100.0)
    assert waiting.whole(200.0) == []


def test_a_file_that_grows_is_waited_for(waiting: Waiting, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Die Fähre")
    assert looked_at(waiting, file, 0.9) == [0]
    file.write_text("Die Fähre fährt")
    assert [len(waiting.whole(moment)) for moment in (1.5, 2.0, 2.5)] == [0, 0, 1]


def test_a_file_that_is_written_anew_is_named_again(waiting: Waiting, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Die Fähre fährt.")
    assert looked_at(waiting, file, SETTLED) == [1]
    file.write_text("Die Fähre fährt wieder.")
    waiting.see([str(file)], 10.0)
    assert waiting.whole(10.0 + SETTLED) == [str(file)]


@pytest.mark.parametrize(
    ("name", "half", "whole"),
    [
        ("a.html", PAGE[:30].encode(), PAGE.encode()),
        ("a.HTM", PAGE[:30].encode("utf-16"), PAGE.encode("utf-16")),
        ("a.html", PAGE.encode()[:-3] + b" " * 9_000, PAGE.encode() + b"<!-- " + b"x" * 3_000 + b" -->"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj", b"%PDF-1.7\n1 0 obj\n%%EOF\n"),
        ("a.docx", b"PK\x03\x04" + b"x" * 500, b"PK\x03\x04" + b"x" * 500 + b"PK\x05\x06" + b"\0" * 18),
        ("a.mhtml", b"From: <Saved by Blink>\r\n" + b"x" * 300, b"From: x\r\n\r\n--" + b"x" * 99 + b"--\r\n"),
        ("a.txt", b"", b"Text"),
    ],
    ids=["page", "page in UTF-16", "page with blanks", "pdf", "word", "mhtml", "empty"],
)
def test_a_file_that_breaks_off_is_waited_for_longer(
    waiting: Waiting, tmp_path: Path, name: str, half: bytes, whole: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(half)
    assert looked_at(waiting, file, SETTLED, PATIENCE - 0.1, PATIENCE) == [0, 0, 1]
    file.write_bytes(whole)
    waiting.see([str(file)], 100.0)
    assert waiting.whole(100.0 + SETTLED) == [str(file)]


@pytest.mark.parametrize("ending", [".part", ".crdownload"])
def test_a_file_beside_which_a_browser_still_writes_is_waited_for(
    waiting: Waiting, tmp_path: Path, ending: str
) -> None:
    file, part = tmp_path / "a.txt", tmp_path / f"a.txt{ending}"
    file.write_text("Die Fähre")
    part.write_text("")
    assert looked_at(waiting, file, 2.0) == [0]
    part.unlink()
    assert waiting.whole(2.5) == [str(file)]


def test_a_file_that_is_gone_meanwhile_is_not_named(waiting: Waiting, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Die Fähre")
    waiting.see([str(file)], 0.0)
    file.unlink()
    assert waiting.whole(PATIENCE) == []


def test_files_on_a_drive_that_comes_back_are_not_named_again(waiting: Waiting, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Die Fähre")
    assert looked_at(waiting, file, SETTLED) == [1]
    waiting.see([], 10.0)
    waiting.see([str(file)], 20.0)
    assert waiting.whole(30.0) == []


def test_a_file_that_could_not_be_taken_is_named_again(waiting: Waiting, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Die Fähre")
    assert looked_at(waiting, file, SETTLED) == [1]
    waiting.forget([str(file)])
    waiting.see([str(file)], 10.0)
    assert waiting.whole(10.0 + SETTLED) == [str(file)]
