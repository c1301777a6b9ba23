"""A Chromium without a window, told what to do over the pipe of its DevTools protocol."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 60.0
"""Seconds to wait for something; machines of tests are slow."""
_START = """import os, sys
# the ends of the pipe are looked for at 3 and 4; first out of the way, since they may lie crosswise there
ends = [os.dup(os.dup(os.dup(int(end)))) for end in sys.argv[1:3]]
for number, end in zip((3, 4), ends):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])"""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program() -> str:
    """The program; skips the test where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), "")
    if not found or os.name != "posix":
        pytest.skip("there is no Chromium here")
    return found


class ProtocolError(Exception):
    """What the browser could not do."""


class Chromium:
    """A running browser."""

    def __init__(self, profile: Path, *options: str) -> None:
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        self._number = 0
        self._rest = b""
        self._sessions: dict[str, str] = {}
        started = (*_OPTIONS, *options, f"--user-data-dir={profile}", "about:blank")
        self._running = subprocess.Popen(
            [sys.executable, "-c", _START, str(theirs_in), str(theirs_out), program(), *started],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)

    def call(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """What a method of the protocol gives."""
        self._number += 1
        request = {"id": self._number, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        self._write(json.dumps(request).encode() + b"\0")
        while True:
            message = self._read()
            if message.get("id") == self._number:
                if "error" in message:
                    raise ProtocolError(message["error"])
                result: dict[str, Any] = message["result"]
                return result

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._out, data) :]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._in, 65_536)
            assert data, "the browser has ended"
            self._rest += data
        one, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        return message

    def show(self, address: str) -> str:
        """Open a page in a tab of its own; returns the tab."""
        tab = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.call("Page.navigate", self._session(tab), url=address)
        self.until(
            lambda: self.run(tab, "document.readyState") == "complete" and self.address(tab) != "about:blank"
        )
        return str(tab)

    def run(self, tab: str, code: str) -> Any:
        """Run a script in a tab as a bookmark is: as if a person pressed it, whatever the page forbids."""
        result = self.call(
            "Runtime.evaluate", self._session(tab), expression=code, userGesture=True, returnByValue=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def tabs(self) -> list[str]:
        """All tabs."""
        found = self.call("Target.getTargets")["targetInfos"]
        return [one["targetId"] for one in found if one["type"] == "page"]

    def address(self, tab: str) -> str:
        """Where a tab is."""
        found = self.call("Target.getTargets")["targetInfos"]
        return next((str(one["url"]) for one in found if one["targetId"] == tab), "")

    def text(self, tab: str) -> str:
        """What a tab shows, "" while it goes from one page to the next."""
        try:
            return str(self.run(tab, "document.body ? document.body.innerText : ''"))
        except ProtocolError:
            return ""

    def press(self, tab: str, key: str) -> None:
        """Press a key with a sign, or Enter."""
        pressed: dict[str, Any] = {"key": key, "text": key}
        if key == "Enter":
            pressed = {"key": key, "text": "\r", "windowsVirtualKeyCode": 13}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", self._session(tab), type=kind, **pressed)

    def click(self, tab: str, x: int, y: int) -> None:
        """Click with the left button, at pixels of the tab."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent",
                self._session(tab),
                type=kind,
                x=x,
                y=y,
                button="left",
                clickCount=1,
            )

    def picture(self, tab: str, dark: bool = False, size: tuple[int, int] = (900, 700)) -> bytes:
        """A picture of a tab (PNG)."""
        from base64 import b64decode

        session = self._session(tab)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", session, features=[scheme])
        width, height = size
        self.call(
            "Emulation.setDeviceMetricsOverride",
            session,
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        return b64decode(self.call("Page.captureScreenshot", session)["data"])

    def until(self, there: Callable[[], object]) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not there():
            shown = (
                [(self.address(tab), self.text(tab)[:300]) for tab in self.tabs()]
                if time.monotonic() > end
                else []
            )
            assert time.monotonic() < end, shown
            time.sleep(0.05)

    def _session(self, tab: str) -> str:
        if tab not in self._sessions:
            attached = self.call("Target.attachToTarget", targetId=tab, flatten=True)
            self._sessions[tab] = attached["sessionId"]
        return self._sessions[tab]

    def close(self) -> None:
        """End the browser."""
        with suppress(AssertionError, OSError):
            self.call("Browser.close")
        os.close(self._out)
        os.close(self._in)
        try:
            self._running.wait(10)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait()


_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)


@contextmanager
def chromium(profile: Path, *options: str) -> Iterator[Chromium]:
    """A browser, until the end of the block."""
    browser = Chromium(profile, *options)
    try:
        yield browser
    finally:
        browser.close()
