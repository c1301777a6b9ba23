"""An address goes to the browser as one argument, whatever it holds, and nothing else does."""

import time
from pathlib import Path

import pytest

from reader.browser import open_address
from reader.errors import ReaderError


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes what it was told into a file."""
    told, browser = tmp_path / "told", tmp_path / "a browser"
    browser.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{told}.part'\nmv '{told}.part' '{told}'\n")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"'{browser}' --new %s")
    return told


def words_of(told: Path) -> list[str]:
    end = time.monotonic() + 30
    while not told.exists() and time.monotonic() < end:
        time.sleep(0.02)
    return told.read_text().splitlines()


def test_an_address_is_one_argument_and_no_shell_reads_it(opened: Path) -> None:
    open_address("https://a.example/$(touch x);'\"#:~:text=Ein%20Satz")
    assert words_of(opened) == ["--new", "https://a.example/$(touch x);'\"#:~:text=Ein%20Satz"]


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "--help", "ftp://a.example"])
def test_what_is_no_address_is_not_opened(opened: Path, address: str) -> None:
    with pytest.raises(ReaderError, match="no address that a browser opens"):
        open_address(address)
    assert not opened.exists()


def test_without_a_browser_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(ReaderError, match=r"copy https://a\.example/x"):
        open_address("https://a.example/x")


def test_a_browser_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "/no/such/browser")
    with pytest.raises(ReaderError, match="cannot be started"):
        open_address("https://a.example/x")
