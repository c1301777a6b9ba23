"""The desk in a browser: who comes in, what a session shows and stores, and how all of it ends."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pyte
import pytest

from reader.models import Article
from reader.store import Store

aiohttp = pytest.importorskip("aiohttp", reason="the extra serve is not installed")
pytest.importorskip("textual_serve", reason="the extra serve is not installed")

PATIENCE = 60.0
TEXT = "„Wir fahren wieder“, sagte Erika Mustermann.\n\nDie Fähre „Hedwig“ liegt im Hafen."
_CODES = re.compile(rb"\x1b\[[0-9;?<>$]*[A-Za-z]")
Answer = TypeVar("Answer")


class Served:
    """A running `reader serve`."""

    def __init__(self, *arguments: str) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-m", "reader", "serve", "--port", "0", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=os.environ["HOME"],  # where exports go that name no folder
        )
        assert self.running.stdout is not None
        self.address = self.running.stdout.readline().strip()
        self.base, _, self.token = self.address.partition("/?token=")

    def stop(self, how: signal.Signals = signal.SIGINT) -> str:
        """Have it end; what it said."""
        self.running.send_signal(how)
        return self.running.communicate(timeout=PATIENCE)[1]


@pytest.fixture
def library(private_folders: Path) -> Path:
    """A library with one article."""
    file = private_folders / "library.db"
    with Store(file) as store:
        store.articles.add(Article(title="Die Fähre fährt", text=TEXT, language="de"))
    return file


@pytest.fixture
def served(library: Path) -> Iterator[Served]:
    """A server over that library, ended after the test."""
    server = Served("--actor", "Carla")
    yield server
    server.running.kill()
    server.running.communicate()


class Browser:
    """What a browser does, without one."""

    def __init__(self, session: "aiohttp.ClientSession", served: Served) -> None:
        self.session, self.served = session, served

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and text of a page."""
        async with self.session.get(
            self.served.base + path, headers=headers, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text(errors="replace")

    async def come_in(self) -> None:
        """Open the address with its token."""
        async with self.session.get(self.served.address) as answer:
            assert answer.status == 200
            assert self.served.token not in str(answer.url)

    async def desk(self, size: str = "width=100&height=30") -> "Screen":
        """A session of its own."""
        return Screen(await self.session.ws_connect(f"{self.served.base}/ws?{size}"))


class Screen:
    """What a session sends, and keys for it."""

    def __init__(self, socket: "aiohttp.ClientWebSocketResponse") -> None:
        self.socket = socket
        self.drawn = b""
        self.messages: list[str] = []

    async def until(self, words: str) -> None:
        """Read until the screen has shown something."""
        while words not in _CODES.sub(b"", self.drawn).decode(errors="replace"):
            message = await asyncio.wait_for(self.socket.receive(), PATIENCE)
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), self.drawn[-300:]
            if message.type == aiohttp.WSMsgType.BINARY:
                self.drawn += message.data
            else:
                self.messages.append(message.data)

    async def press(self, keys: str) -> None:
        """Type."""
        await self.socket.send_json(["stdin", keys])

    async def ended(self) -> None:
        """Read until the session is over."""
        while not self.socket.closed:
            await asyncio.wait_for(self.socket.receive(), PATIENCE)


def browse(served: Served, work: Callable[[Browser], Awaitable[Answer]]) -> Answer:
    """Work with a browser of its own."""

    async def run() -> Answer:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            return await work(Browser(session, served))

    return asyncio.run(run())


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?token=",
        "/?token=wrong",
        "/ws",
        "/download/x",
        "/static/js/textual.js",
        "/files/page.css",
        "/no",
    ],
)
def test_nothing_is_to_be_had_without_the_token(served: Served, path: str) -> None:
    status, text = browse(served, lambda browser: browser.get(path))
    assert status == 403
    assert "Fähre" not in text
    assert "library" not in text


def test_the_token_opens_the_page_and_no_list_of_files(served: Served) -> None:
    async def look(browser: Browser) -> tuple[int, ...]:
        await browser.come_in()
        pages = ("/", "/static/js/textual.js", "/files/page.css", "/static/", "/files/", "/files/../guard.py")
        return tuple([(await browser.get(path))[0] for path in pages])

    assert browse(served, look) == (200, 200, 200, 403, 403, 404)


@pytest.mark.parametrize(
    "headers",
    [{"Host": "stranger.example"}, {"Host": "[::1"}, {"Origin": "http://localhost:1"}, {"Origin": "null"}],
)
def test_other_names_of_this_machine_and_pages_of_others_are_refused(
    served: Served, headers: dict[str, str]
) -> None:
    async def look(browser: Browser) -> tuple[int, int]:
        await browser.come_in()
        cookie = "; ".join(f"{one.key}={one.value}" for one in browser.session.cookie_jar)
        first, _ = await browser.get(f"/?token={served.token}", **headers)
        second, _ = await browser.get("/ws", Cookie=cookie, **headers)
        return first, second

    assert browse(served, look) in ((403, 403), (400, 400))


def test_the_page_loads_nothing_from_elsewhere(served: Served) -> None:
    async def look(browser: Browser) -> tuple[str, str]:
        await browser.come_in()
        async with browser.session.get(served.base) as answer:
            return await answer.text(), answer.headers["Content-Security-Policy"]

    page, policy = browse(served, look)
    assert re.findall(r"(?:src|href)=\"(?!/|data:,)", page) == []
    assert policy.startswith("default-src 'none'")
    assert "library.db" in page


def test_the_size_of_letters_outlives_the_first_visit(served: Served) -> None:
    async def look(browser: Browser) -> str:
        async with browser.session.get(f"{served.address}&fontsize=22") as answer:
            return await answer.text()

    assert 'data-font-size="22"' in browse(served, look)


def test_two_sessions_work_on_one_library_and_the_journal_names_who(served: Served, library: Path) -> None:
    async def work(browser: Browser) -> None:
        await browser.come_in()
        first, second = await browser.desk(), await browser.desk("width=140&height=40")
        await first.until("Die Fähre fährt")
        await second.until("Die Fähre fährt")
        await first.press("s")
        await second.press("q")
        await second.ended()
        await first.until("★")

    browse(served, work)
    with Store(library) as store:
        assert store.articles.get(1).starred
        assert {entry.actor for entry in store.journal.entries()} >= {"Carla"}


def test_a_browser_that_grows_while_the_app_starts_is_filled(served: Served) -> None:
    async def work(browser: Browser) -> list[str]:
        await browser.come_in()
        desk = await browser.desk("width=60&height=20")
        await desk.socket.send_json(["resize", {"width": 140, "height": 40}])
        await desk.until("Die Fähre fährt")
        await desk.press("\r")
        screen = pyte.Screen(140, 40)
        drawing = pyte.ByteStream(screen)
        drawing.feed(desk.drawn)
        while "Esc back" not in screen.display[39]:
            message = await asyncio.wait_for(desk.socket.receive(), PATIENCE)
            assert message.type is aiohttp.WSMsgType.BINARY, "\n".join(screen.display)
            drawing.feed(message.data)
        return list(screen.display)

    assert "Esc back" in browse(served, work)[39], "the footer stands in the last line"


def test_what_is_exported_comes_to_the_browser(served: Served, library: Path) -> None:
    async def work(browser: Browser) -> tuple[int, str]:
        await browser.come_in()
        desk = await browser.desk()
        await desk.until("Die Fähre fährt")
        await desk.press("e")
        await desk.until("Enter")
        await desk.press("\r")
        while not desk.messages:
            await desk.until("Written")
            message = await asyncio.wait_for(desk.socket.receive(), PATIENCE)
            if message.type == aiohttp.WSMsgType.TEXT:
                desk.messages.append(message.data)
        key = re.search(r"deliver_file_start\", \"(\w+)", desk.messages[0])
        assert key, desk.messages
        return await browser.get(f"/download/{key[1]}")

    status, text = browse(served, work)
    assert status == 200
    assert "Die Fähre fährt" in text


def test_ctrl_c_ends_every_session(served: Served) -> None:
    async def work(browser: Browser) -> str:
        await browser.come_in()
        desk = await browser.desk()
        await desk.until("Die Fähre fährt")
        end = asyncio.create_task(desk.ended())
        said = await asyncio.to_thread(served.stop)
        await end
        return said

    assert browse(served, work).endswith("Ended.\n")
    assert served.running.returncode == 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
def test_a_session_ends_when_its_server_is_killed(served: Served, library: Path) -> None:
    async def work(browser: Browser) -> None:
        await browser.come_in()
        desk = await browser.desk()
        await desk.until("Die Fähre fährt")
        assert _sessions(library)
        await asyncio.to_thread(served.stop, signal.SIGKILL)

    browse(served, work)
    end = time.monotonic() + PATIENCE
    while _sessions(library):
        assert time.monotonic() < end
        time.sleep(0.1)


def _sessions(library: Path) -> list[str]:
    """Processes of sessions over a library."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if bytes(library) in words and b"--library" in words:
            found.append(process.name)
    return found


def test_a_port_that_is_taken_is_said(served: Served) -> None:
    port = served.base.rpartition(":")[2]
    second = Served("--port", port)
    said = second.running.communicate(timeout=PATIENCE)[1]
    assert (second.running.returncode, second.address) == (1, "")
    assert f"Port {port} is taken" in said
