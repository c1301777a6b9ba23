"""Files and folders: everything readable is read, everything else gets one sentence, nothing hangs."""

import os
from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.ingest import Limits, expand, read

TEXT = "Der Rat hat am Montag getagt und nichts beschlossen, sagte die Bürgermeisterin nach der Sitzung."


def sentence(location: object, **limits: int) -> str:
    with pytest.raises(IngestError) as caught:
        read(str(location), limits=Limits(**limits))
    message = caught.value.message
    assert "\n" not in message
    assert message.endswith(".")
    return message


def names(found: object) -> list[str]:
    return [Path(item).name if isinstance(item, str) else type(item).__name__ for item in found]  # type: ignore[attr-defined]


def test_missing_file(tmp_path: Path) -> None:
    assert "There is no file" in sentence(tmp_path / "nothing.txt")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"<html><body></body></html>"])
def test_nothing_in_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leer.txt"
    path.write_bytes(content)
    assert "leer.txt" in sentence(path)


def test_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "bild.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    assert "is a picture (PNG), not a text" in sentence(path)


def test_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gross.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "too large (200 MB, at most 20 MB)" in sentence(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "geheim.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "not allowed to read" in sentence(path)
    folder = tmp_path / "zu"
    folder.mkdir()
    folder.chmod(0)
    assert names(expand([str(folder)])) == ["IngestError"]
    folder.chmod(0o700)


def test_an_unreadable_folder_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "zu").mkdir(parents=True)
    (tmp_path / "a" / "ende.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    scandir = os.scandir

    def closed(path: Path) -> object:
        if Path(path).name == "zu":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = list(expand([str(tmp_path / "a"), str(tmp_path / "b.txt")]))
    assert names(found) == ["ende.txt", "IngestError", "b.txt"]
    error = next(item for item in found if isinstance(item, IngestError))
    assert "The folder" in error.message
    assert "permission" in error.message


def test_pipe_and_device_never_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "is a pipe or a device" in sentence(pipe)
    assert "is a pipe or a device" in sentence("/dev/zero")
    assert names(expand([str(tmp_path)])) == []


def test_folder_named_as_a_file(tmp_path: Path) -> None:
    assert "is a folder" in sentence(tmp_path)


def test_folders_in_order_without_what_is_no_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.html", "x.gold.json", "photo.jpg", ".hidden.txt", "D.TXT"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "e.htm").write_text(TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "f.txt").write_text(TEXT)
    assert names(expand([str(tmp_path)])) == ["D.TXT", "a.md", "b.txt", "c.html", "e.htm"]


def test_what_a_browser_saved_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for folder in ("Rat_files", "Bad-Dateien", "Andere_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text(TEXT, encoding="utf-8")
    for page in ("Rat.html", "Bad.htm"):
        (tmp_path / page).write_text(TEXT, encoding="utf-8")
    assert names(expand([str(tmp_path)])) == ["frame.html", "Bad.htm", "Rat.html"]
    assert names(expand([str(tmp_path / "Rat_files")])) == ["frame.html"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert names(expand([str(tmp_path)])) == ["a.txt"]
    assert "cannot be read" in sentence(tmp_path / "self")


def test_other_locations_pass_through() -> None:
    given = ["-", "clip:", "https://example.org/a", "missing.txt"]
    assert list(expand(given)) == given


def test_an_empty_name_is_not_the_working_folder() -> None:
    (told,) = expand([""])
    assert isinstance(told, IngestError)
    assert "empty" in told.message


def test_the_home_of_nobody_is_a_name_like_others() -> None:
    assert list(expand(["~nobody-of-that-name/a.txt", "b.txt"])) == ["~nobody-of-that-name/a.txt", "b.txt"]
    assert "There is no file" in sentence("~nobody-of-that-name/a.txt")


def test_a_file_in_a_locked_folder_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "stat", refused)
    given = [str(tmp_path / "locked" / "a.txt"), "b.txt"]
    assert list(expand(given)) == given


def test_strange_paths() -> None:
    assert "is not a path" in sentence("a\x00b")
    assert "too long for a path" in sentence("Der ganze Artikel " * 5000)
    assert len(sentence("Der ganze Artikel " * 5000)) < 200


def test_file_address_and_home(tmp_path: Path, private_folders: Path) -> None:
    (private_folders / "mit leer.txt").write_text(TEXT)
    assert read("~/mit leer.txt").text == TEXT
    assert read(f"file://{private_folders}/mit%20leer.txt").text == TEXT
    assert "only http and https" in sentence("ftp://example.org/a.txt")


def test_location_is_the_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert read("a.txt").location == str(tmp_path / "a.txt")


@pytest.mark.parametrize("name", [b"gr\xfc\xdfe.txt", b"zeile\nzwei.txt", b"esc\x1b[31m.txt"])
def test_file_names_that_are_no_text(tmp_path: Path, name: bytes) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
    assert sentence(path)
    Path(path).write_text(TEXT)
    location = read(path).location
    location.encode("utf-8")
    assert not set(location) & set("\n\x1b")
