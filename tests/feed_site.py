"""A site of many feeds on this machine, of every temper: unchanged, moved, slow, endless, broken."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PARAGRAPHS = " ".join(
    f"<p>Absatz {number}: Die Reederei setzt ein zweites Schiff ein, weil an den Wochenenden im Sommer "
    f"zu viele Fahrgäste am Kai {number} zurückbleiben mussten, wie sie mitteilte.</p>"
    for number in range(8)
)
"""A whole text, which needs no page."""


def entry(name: str, text: str = PARAGRAPHS, tags: str = "") -> str:
    """An entry of a feed, told by its guid; `tags` may give it an address."""
    guid = f"<guid isPermaLink='false'>{name}</guid>"
    words = f"<description><![CDATA[<p>{name} berichtet.</p>{text}]]></description>"
    return f"<item><title>{name}</title>{guid}{tags}{words}</item>"


def feed(title: str, *entries: str) -> str:
    """A feed (RSS)."""
    head = f"<title>{title}</title><link>https://blatt.example/</link>"
    return f'<rss version="2.0"><channel>{head}{"".join(entries)}</channel></rss>'


@dataclass
class FeedSite:
    """Feeds and pages by their path, and what was asked for."""

    address: str = ""
    bodies: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    """Answers other than 200, with their headers."""
    odd: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    """Answers that break the rules."""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    bytes_sent: Counter[str] = field(default_factory=Counter)

    def show(self, path: str, body: str) -> str:
        """Put something on the site; returns its address."""
        self.bodies[path] = body
        return self.address + path

    def answer(self, path: str, status: int, **headers: str) -> str:
        """Have a path answer with a status and headers; returns its address."""
        self.statuses[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()})
        return self.address + path

    def paths(self) -> list[str]:
        """What was asked for, in its order."""
        return [path for path, _ in self.asked]


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Send a feed that never ends, a few bytes at a time."""
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        handler.wfile.write(b'<rss version="2.0"><channel>')
        while True:
            handler.wfile.write(b"<!-- ... -->")
            time.sleep(0.02)


def flood(handler: BaseHTTPRequestHandler) -> None:
    """Send a feed without end as fast as it goes."""
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        while True:
            handler.wfile.write(b"<rss>" * 10_000)


def hang(handler: BaseHTTPRequestHandler) -> None:
    """Never answer."""
    with suppress(OSError):
        handler.rfile.read(1)


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Announce more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b'<rss version="2.0"><channel><title>Ab')


def sending(data: bytes, kind: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """Give a file of some type."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return send


@contextmanager
def feeds_serving() -> Iterator[FeedSite]:
    """A site that knows ETags, until the end of the block."""
    site = FeedSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            site.asked.append((path, {name.lower(): value for name, value in self.headers.items()}))
            with suppress(OSError):
                self._answer(path)

        def _answer(self, path: str) -> None:
            if path in site.odd:
                site.odd[path](self)
                return
            body = site.bodies.get(path, "").encode()
            status, headers = site.statuses.get(path, (200 if path in site.bodies else 404, {}))
            etag = f'"{hash(body)}"'
            if status == 200 and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in {"ETag": etag, "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            site.bytes_sent[path] += len(body)

        def log_message(self, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

        def handle_error(self, *args: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        site.address = f"http://127.0.0.1:{running.server_port}"
        yield site
        running.shutdown()
