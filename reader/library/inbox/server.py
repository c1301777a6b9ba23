"""The server of the inbox: on 127.0.0.1 alone, a page after the other, and nothing from it to other sites."""

import errno
import os
import secrets
import socket
import threading
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.inbox import sheets
from reader.library.inbox.bookmarklet import bookmarklet
from reader.library.inbox.receiving import Receipt
from reader.library.inbox.requests import (
    SentPage,
    UnwelcomeError,
    fields_of,
    length_of,
    page_of,
    refuse_strangers,
    refuse_unseen,
    refuse_without,
)
from reader.system_reasons import system_reason

PORT = 7323
"""READ on the keys of a telephone. Fixed, since the bookmark holds it."""
_HOST = "127.0.0.1"
_PATIENCE = 20.0
"""Seconds for the next piece of a request; it comes from this machine."""
_DRAINED = 60_000_000
"""Bytes of a refused request that are read and dropped: a browser shows no answer before it has sent all."""

TakePage = Callable[[SentPage, bool], Receipt]
"""Stores a page; the second argument says whether to take whatever it shows."""


class Inbox(ThreadingHTTPServer):
    """Listens for pages until it is stopped."""

    daemon_threads = True
    # Windows lets two programs listen on one port where this is set; elsewhere it only spares a wait
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, token: str, library: str, take: TakePage) -> None:
        """Listen on `port`, 0 for any that is free; `library` is how its page calls it.

        Raises ReaderError where the port is taken.
        """
        self.token, self.library = token, library
        self._take = take
        self._turn = threading.Lock()
        self._held: tuple[str, SentPage] | None = None
        try:
            super().__init__((_HOST, port), _Handler)
        except OSError as error:
            raise ReaderError(_not_listening(port, error)) from error

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://{_HOST}:{self.server_port}"

    @property
    def page(self) -> str:
        """The page from which the bookmark is dragged."""
        return f"{self.address}/?token={self.token}"

    @property
    def bookmark(self) -> str:
        """The address of the bookmark."""
        return bookmarklet(self.address, self.token)

    @property
    def origins(self) -> frozenset[str]:
        """What browsers call the origin of its own pages."""
        return frozenset((self.address, f"http://localhost:{self.server_port}"))

    def server_bind(self) -> None:
        """Bind the port, without asking the network what this machine is called."""
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super(ThreadingHTTPServer, self).server_bind()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a browser that went away is no error, and every other failure is told on its page."""

    def taken(self, page: SentPage, *, anyway: bool = False) -> sheets.Sheet:
        """Store a page, one at a time, and say what became of it."""
        if not page.is_vouched_for and not anyway:
            return sheets.unvouched_sheet(page.address, page.title, self.token, self._hold(page))
        with self._turn:
            receipt = self._take(page, anyway)
        held = self._hold(page) if receipt.progress.is_refused and not anyway else ""
        return sheets.taken_sheet(receipt, self.token, held)

    def _hold(self, page: SentPage) -> str:
        """Keep the last page that a person is asked about; returns what it is called."""
        name = secrets.token_urlsafe(12)
        self._held = (name, page)
        return name

    def let_go(self, name: str) -> SentPage:
        """A page that a person was asked about. Raises UnwelcomeError where it is not there any more."""
        held, self._held = self._held, None
        if held is None or not secrets.compare_digest(held[0].encode(), name.encode()):
            raise UnwelcomeError(410, _("That page is not here any more: press the bookmark on it again."))
        return held[1]

    def stop(self, seconds: float) -> bool:
        """Listen no longer, and wait for the page that is being stored; returns whether it was."""
        self.server_close()
        return self._turn.acquire(timeout=seconds)


def _not_listening(port: int, error: OSError) -> str:
    if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", -1)):
        return _(
            "Port {port} is taken, perhaps by another `reader inbox`: end that one, or name "
            "another port with --port and drag the bookmark anew."
        ).format(port=port)
    if error.errno in (errno.EACCES, getattr(errno, "WSAEACCES", -1)):
        return _("You may not listen on port {port}: name one between 1024 and 65535 with --port.").format(
            port=port
        )
    return _("The inbox cannot listen on port {port} ({reason}).").format(
        port=port, reason=system_reason(error)
    )


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Inbox
    timeout = _PATIENCE
    server_version, sys_version = "reader", ""

    def do_GET(self) -> None:
        """A page to look at."""
        self._answer_with(self._page_to_see)

    def do_HEAD(self) -> None:
        """Its head."""
        self._answer_with(self._page_to_see)

    def do_POST(self) -> None:
        """A page to take."""
        self._answer_with(self._page_taken)

    def _answer_with(self, answer: Callable[[str], sheets.Sheet]) -> None:
        try:
            refuse_strangers(self.headers.get("Host", ""), self.server.server_port)
            place = urlsplit(self.path)
            refuse_without(self.server.token, place.query)
            sheet = answer(place.path)
        except UnwelcomeError as error:
            sheet = sheets.refused_sheet(error.status, error.message)
        except ValueError:  # an address that is none
            sheet = sheets.refused_sheet(400, _("That is no address of the inbox."))
        self._send(sheet)

    def _page_to_see(self, path: str) -> sheets.Sheet:
        if path == "/hand":
            return sheets.hand_sheet(self.server.token, secrets.token_urlsafe(16))
        if path == "/":
            return sheets.bookmark_sheet(self.server.bookmark, self.server.library)
        raise UnwelcomeError(404, _("There is no such page: open the address that `reader inbox` printed."))

    def _page_taken(self, path: str) -> sheets.Sheet:
        refuse_unseen(self.headers)
        if path not in ("/take", "/held"):
            raise UnwelcomeError(404, _("There is no such page: drag the bookmark anew."))
        fields = fields_of(self._body(), self.headers.get("Content-Type", ""))
        if path == "/held":
            return self.server.taken(
                self.server.let_go(fields.get("held", b"").decode("latin-1")), anyway=True
            )
        return self.server.taken(page_of(fields, self.headers.get("Origin", ""), self.server.origins))

    def _body(self) -> bytes:
        length = length_of(self.headers)
        body = self.rfile.read(length)
        self._is_read = True
        if len(body) < length:
            raise UnwelcomeError(400, _("The page came in cut off: press the bookmark again."))
        return body

    _is_read = False
    """Whether the body of the request was read."""

    def _send(self, sheet: sheets.Sheet) -> None:
        body = sheet.html().encode("utf-8", "replace")
        with suppress(OSError):  # the browser went away
            self._drain()
            self.send_response(sheet.status)
            for name, value in _headers(sheet, self.path).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    def _drain(self) -> None:
        """Read what was sent and is not wanted, so that the answer is seen."""
        stated = self.headers.get("Content-Length", "")
        left = 0 if self._is_read or not stated.isdecimal() else min(int(stated[:12]), _DRAINED)
        while left > 0 and (piece := self.rfile.read(min(left, 65_536))):
            left -= len(piece)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A request that is none, or of a kind that the inbox does not know."""
        sheet = sheets.refused_sheet(code, _("The inbox takes forms only, from the bookmark."))
        self.path = getattr(self, "path", "/")
        self.headers = getattr(self, "headers", None) or self.MessageClass()
        self._is_read = True
        self._send(sheet)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what was stored is told by whoever stores it."""


def _headers(sheet: sheets.Sheet, path: str) -> dict[str, str]:
    """Headers by which a page loads nothing, is shown in no frame and tells no other site of itself."""
    style = b64encode(sha256(sheets.css().encode()).digest()).decode()
    script = f"; script-src 'nonce-{sheet.nonce}'" if sheet.nonce else ""  # not shown
    headers = {
        "Content-Type": "text/html; charset=utf-8",  # not shown
        "Content-Security-Policy": (
            f"default-src 'none'; style-src 'sha256-{style}'{script}; form-action 'self'; "  # not shown
            "base-uri 'none'; frame-ancestors 'none'"
        ),
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    # the page that is handed over by a message needs the window that opened it; no other does
    if not sheet.nonce:
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
    return headers
