"""A site on this machine that shows what a test puts on it."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Shown:
    """What an address answers."""

    body: str | bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    cookie: str = ""
    """What a visitor must have been given before: a login."""


@dataclass
class Site:
    """Pages by their path; what was asked for stands in `asked`."""

    address: str = ""
    pages: dict[str, Shown] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def show(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> str:
        """Put a page on the site; returns its address."""
        shown = Shown(body, status)
        shown.headers |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = shown
        return self.address + path


@contextmanager
def serving(secure: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site, until the end of the block; with `secure`, by https."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            shown = site.pages.get(self.path.split("?")[0], Shown("<p>Nicht gefunden</p>", 404))
            if shown.cookie and shown.cookie not in (self.headers["Cookie"] or ""):
                shown = Shown("<p>Bitte melden Sie sich an.</p>", 403)
            body = shown.body.encode() if isinstance(shown.body, str) else shown.body
            with suppress(BrokenPipeError, ConnectionResetError):
                self.send_response(shown.status)
                for name, value in {"Content-Length": str(len(body)), **shown.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        if secure is not None:
            running.socket = secure.wrap_socket(running.socket, server_side=True)
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        site.address = f"{'https' if secure else 'http'}://127.0.0.1:{running.server_port}"
        yield site
        running.shutdown()
