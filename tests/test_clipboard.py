"""Copying says where the text went; reading fails with a sentence."""

import base64
import os
import stat
from pathlib import Path

import pytest

from reader import clipboard
from reader.errors import ClipboardError

CLIP = """#!/bin/sh
store="$CLIP_STORE"
case "$*" in
  *-o*) cat "$store" ;;
  *) cat > "$store" ;;
esac
echo "Error: Can't open display" >&2
"""


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without any clipboard program; pyperclip looks for one anew."""
    import pyperclip

    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "STY", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    broken_copy, broken_paste = pyperclip.init_no_clipboard()
    monkeypatch.setattr(pyperclip, "copy", broken_copy)
    monkeypatch.setattr(pyperclip, "paste", broken_paste)


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with an xclip that keeps what it is given and complains on stderr."""
    import pyperclip

    program = tmp_path / "bin" / "xclip"
    program.write_text(CLIP)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    store = tmp_path / "store"
    monkeypatch.setenv("CLIP_STORE", str(store))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin")
    copy, paste = pyperclip.init_xclip_clipboard()
    monkeypatch.setattr(pyperclip, "copy", copy)
    monkeypatch.setattr(pyperclip, "paste", paste)
    return store


def test_desktop_clipboard(desktop: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    where = clipboard.copy("„Größe“\nzwei", terminal=None, fallback=tmp_path / "copied.txt")
    assert where == "clipboard"
    assert clipboard.read() == "„Größe“\nzwei"
    assert capfd.readouterr().err == ""


def test_a_clipboard_that_keeps_nothing_is_not_believed(desktop: Path, tmp_path: Path) -> None:
    (tmp_path / "bin" / "xclip").write_text("#!/bin/sh\ncat > /dev/null\n")
    written: list[str] = []
    where = clipboard.copy("Wort", terminal=written.append, fallback=tmp_path / "x")
    assert where == f"terminal; if it did not take it, it stands in the file {tmp_path / 'x'}"
    assert written == ["\x1b]52;c;" + base64.b64encode(b"Wort").decode() + "\a"]
    assert (tmp_path / "x").read_text() == "Wort"
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600


def test_a_clipboard_that_hangs_is_given_up(
    desktop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    (tmp_path / "bin" / "xclip").write_text("#!/bin/sh\nexec sleep 20\n")
    assert clipboard.copy("Wort", terminal=None, fallback=tmp_path / "x.txt") == f"file {tmp_path / 'x.txt'}"


def test_over_ssh_the_terminal_comes_first(
    desktop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    written: list[str] = []
    assert clipboard.copy("Wort", terminal=written.append, fallback=tmp_path / "x").startswith("terminal")
    assert not desktop.exists()


def test_through_tmux_and_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "screen-256color")
    assert clipboard.osc52("a") == "\x1bP\x1b]52;c;YQ==\a\x1b\\"
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    assert clipboard.osc52("a") == "\x1bPtmux;\x1b\x1b]52;c;YQ==\a\x1b\\"


def test_screen_gets_no_piece_that_it_would_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STY", "1.pts-0.host")
    pieces = clipboard.osc52("ä" * 5000).split("\x1b\\")
    assert pieces.pop() == ""
    assert all(piece.startswith("\x1bP") and len(piece) < 760 for piece in pieces)
    whole = "".join(piece.removeprefix("\x1bP") for piece in pieces)
    assert base64.b64decode(whole.removeprefix("\x1b]52;c;").removesuffix("\a")).decode() == "ä" * 5000


TMUX = """#!/bin/sh
[ "$*" = "load-buffer $CLIP_TAKES" ] || exit 1
/bin/cat > "$CLIP_STORE"
"""


@pytest.mark.parametrize("takes", ["-w -", "-"], ids=["tmux 3.2 or newer", "older"])
def test_in_tmux_its_buffer_takes_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, takes: str) -> None:
    store, program = tmp_path / "store", tmp_path / "bin" / "tmux"
    program.write_text(TMUX)
    program.chmod(0o755)
    for name, value in {"TMUX": "/tmp/tmux-0/default,1,0", "CLIP_TAKES": takes}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CLIP_STORE", str(store))
    written: list[str] = []
    where = clipboard.copy("„Größe“", terminal=written.append, fallback=tmp_path / "x")
    assert where == clipboard.IN_TMUX
    assert store.read_text(encoding="utf-8") == "„Größe“"
    assert written == []


def test_in_a_tmux_that_cannot_be_asked_the_terminal_may_take_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    where = clipboard.copy("Wort", terminal=lambda _: None, fallback=tmp_path / "x")
    assert where.endswith(f"it stands in the file {tmp_path / 'x'}")
    assert (tmp_path / "x").read_text() == "Wort"


def test_a_file_where_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "neu" / "copied.txt"
    assert clipboard.copy("„Größe“", terminal=None, fallback=path) == f"file {path}"
    assert path.read_text(encoding="utf-8") == "„Größe“"


def test_too_long_for_the_terminal(tmp_path: Path) -> None:
    written: list[str] = []
    where = clipboard.copy("x" * 80_000, terminal=written.append, fallback=tmp_path / "copied.txt")
    assert where.startswith("file ")
    assert written == []


def test_not_even_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ClipboardError, match="cannot be written"):
        clipboard.copy("Wort", terminal=None, fallback=tmp_path / "file" / "copied.txt")


def test_nothing_to_read(desktop: Path) -> None:
    desktop.write_text("  \n")
    with pytest.raises(ClipboardError, match="The clipboard is empty"):
        clipboard.read()


def test_no_clipboard_to_read() -> None:
    with pytest.raises(ClipboardError, match="install wl-clipboard or xclip"):
        clipboard.read()
