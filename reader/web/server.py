"""A desk in the browser, by textual-serve: the page, the files of its terminal, and a process a session."""

import asyncio
import errno
import secrets
import shlex
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from html import escape
from importlib import resources
from pathlib import Path
from string import Template

from aiohttp import web
from textual_serve.server import Server

from reader.errors import ReaderError
from reader.i18n import _
from reader.system_reasons import system_reason
from reader.visible import visible
from reader.web.guard import Guard

PORT = 7324
"""Beside the port of the inbox."""
HOST = "127.0.0.1"
_FONT_SIZES = range(8, 41)
"""Sizes of letters that the page takes (`?fontsize=20`), in pixels."""
_LOOK, _LOOKS = 0.1, 20
"""Seconds between two looks at whether the processes of sessions are gone, and how many looks."""
_PATIENCE = 5.0
"""Seconds that sessions have at the end to store what is being written."""


class Desk(Server):
    """Serves one library to whoever has the token."""

    def __init__(self, port: int, arguments: Sequence[str], title: str) -> None:
        """Take `port` of this machine, 0 for any that is free; `arguments` are what `reader` is started with.

        Raises ReaderError where the port cannot be had.
        """
        self._socket = _listening(port)
        self._token = secrets.token_urlsafe(32)
        super().__init__(_command(arguments), HOST, self._socket.getsockname()[1], title)
        self._sessions: set[asyncio.Task[web.WebSocketResponse]] = set()
        self._page = resources.files("reader.web") / "page.html"
        self._files = resources.files("reader.web") / "files"

    @property
    def address(self) -> str:
        """What opens the desk, token included."""
        return f"{self.public_url}/?token={self._token}"

    def serve(self, debug: bool = False) -> None:
        """Answer until ctrl+c; sessions that are open then are ended first."""
        del debug  # textual-serve's, whose log would show what people type
        web.run_app(
            self._make_app(),
            sock=self._socket,
            print=None,
            access_log=None,
            shutdown_timeout=_PATIENCE,
            loop=asyncio.new_event_loop(),
        )

    async def _make_app(self) -> web.Application:
        """The routes of textual-serve behind the guard, without lists of files and pages of other servers."""
        app = web.Application(middlewares=[Guard(self._token).middleware()])
        app.on_shutdown.append(self._end_sessions)
        app.add_routes(
            [
                web.get("/", self.handle_page),
                web.get("/ws", self._hold_session),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
                web.static("/files", Path(str(self._files))),
            ]
        )
        return app

    async def _hold_session(self, request: web.Request) -> web.WebSocketResponse:
        """A session, until its browser leaves or the server ends."""
        session = asyncio.ensure_future(self.handle_websocket(request))
        self._sessions.add(session)
        try:
            return await session
        finally:
            self._sessions.discard(session)

    async def _end_sessions(self, _app: web.Application) -> None:
        """Ask every session to end, which stores what was done; those that hang are left behind."""
        for session in self._sessions:
            session.cancel()
        if self._sessions:
            await asyncio.wait(self._sessions, timeout=_PATIENCE)
        await _reaped()

    async def handle_page(self, request: web.Request) -> web.Response:
        """The page that holds the terminal. Its addresses follow the request: a tunnel has another port."""
        size = request.query.get("fontsize", "")
        page = Template(self._page.read_text(encoding="utf-8")).substitute(
            title=escape(visible(str(self.title))),
            socket=escape(f"ws://{request.host}/ws"),
            size=size if size.isdecimal() and int(size) in _FONT_SIZES else "16",
        )
        return web.Response(text=page, content_type="text/html")


async def _reaped() -> None:
    """Until the processes of ended sessions are gone: asyncio writes of those that outlive its loop."""
    for _look in range(_LOOKS):
        await asyncio.sleep(_LOOK)
        # Python 3.11 waits for each in a thread of that name, later ones in the loop itself
        if not any(thread.name.startswith("waitpid-") for thread in threading.enumerate()):
            return


def _command(arguments: Sequence[str]) -> str:
    """The line that textual-serve hands to a shell."""
    words = [sys.executable, "-m", "reader", *arguments]
    if sys.platform == "win32":
        return subprocess.list2cmdline(words)
    return f"exec {shlex.join(words)}"  # not shown; no shell between, so that a session sees the server end


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)  # Windows lets two programs listen on one port
    listening.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # from here on a browser that comes early waits
    except OSError as error:
        listening.close()
        raise ReaderError(_not_listening(port, error)) from error
    return listening


def _not_listening(port: int, error: OSError) -> str:
    if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", -1)):
        return _(
            "Port {port} is taken, perhaps by another `reader serve`: name another one with --port."
        ).format(port=port)
    if error.errno in (errno.EACCES, getattr(errno, "WSAEACCES", -1)):
        return _("You may not listen on port {port}: name one between 1024 and 65535 with --port.").format(
            port=port
        )
    return _("The desk cannot listen on port {port} ({reason}).").format(
        port=port, reason=system_reason(error)
    )
