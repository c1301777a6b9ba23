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

    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "WAYLAND_DISPLAY", "DISPLAY"):
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
    assert clipboard.copy("Wort", terminal=written.append, fallback=tmp_path / "x") == "terminal (OSC 52)"
    assert written == ["\x1b]52;c;" + base64.b64encode(b"Wort").decode() + "\a"]


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
    assert clipboard.copy("Wort", terminal=written.append, fallback=tmp_path / "x") == "terminal (OSC 52)"
    assert not desktop.exists()


def test_through_tmux_and_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "screen-256color")
    assert clipboard.osc52("a") == "\x1bP\x1b]52;c;YQ==\a\x1b\\"
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    assert clipboard.osc52("a") == "\x1bPtmux;\x1b\x1b]52;c;YQ==\a\x1b\\"


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
