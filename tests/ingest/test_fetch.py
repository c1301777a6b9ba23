"""Web addresses, against a server on this machine that behaves in every bad way there is."""

import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.ingest import Limits, read
from reader.ingest.disclosure import BROWSER

PAGE = (Path(__file__).parent / "pages" / "haushalt.html").read_bytes()
QUICK = Limits(seconds=1.0, patience=0.5, size=300_000, redirects=5, allow_private=True)
PATIENT = Limits(seconds=30.0, patience=30.0, size=300_000, redirects=5, allow_private=True)
"""For answers that come as fast as the machine can."""
SLOW = ("/drip", "/headers", "/silent")
"""Answers that take longer than anybody waits."""
BOMB = gzip.compress(bytes(20_000_000))
TWICE = gzip.compress(gzip.compress(bytes(200_000_000), 9), 9)
"""A few hundred bytes that would take 200 MB."""
BARE = zlib.compressobj(wbits=-15)
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Handler(BaseHTTPRequestHandler):
    """Answers by the name of the path."""

    def do_GET(self) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            ANSWERS.get(self.path.split("?")[0], missing)(self)

    def log_message(self, *args: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def missing(handler: Handler) -> None:
    handler.answer(404, b"<p>Nicht gefunden</p>", HTML)


def slow_drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"<p>Tropfen</p>")
        time.sleep(0.1)


def slow_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(b"X-Drip-%d: 1\r\n" % number)
        time.sleep(0.1)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>Immer weiter und weiter</p>" * 1000)


def silent(_handler: Handler) -> None:
    time.sleep(2)


def cut_off(handler: Handler) -> None:
    handler.answer(200, PAGE[:2000], {**HTML, "Content-Length": str(len(PAGE))})


def bomb(handler: Handler) -> None:
    handler.answer(200, BOMB, {**HTML, "Content-Encoding": "gzip"})


def no_gzip(handler: Handler) -> None:
    handler.answer(200, b"not compressed at all", {**HTML, "Content-Encoding": "gzip"})


def redirect(target: str) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(302, b"", {"Location": target})


def page(body: bytes, content_type: str = HTML["Content-Type"], **headers: str) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(200, body, {"Content-Type": content_type, **headers})


def status(number: int) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(number, b"<p>Nein</p>", HTML)


ANSWERS: dict[str, Callable[[Handler], None]] = {
    "/ok": page(PAGE),
    "/gzip": page(gzip.compress(PAGE), **{"Content-Encoding": "gzip"}),
    "/latin": page(
        PAGE.decode().replace('<meta charset="utf-8">', "").encode("cp1252", "xmlcharrefreplace"),
        "text/html; charset=ISO-8859-1",
    ),
    "/text": page("Rat schließt das Bad\n\nDas sagte die Bürgermeisterin am Montag.".encode(), "text/plain"),
    "/notype": page(PAGE, ""),
    "/picture": page(b"\x89PNG" + bytes(100), "image/png"),
    "/links": page(b"<html><body><ul>" + b"<li><a href='/a'>Sport</a></li>" * 30 + b"</ul></body></html>"),
    "/moved": redirect("/ok"),
    "/circle": redirect("/circle"),
    "/elsewhere": redirect("file:///etc/passwd"),
    "/401": status(401),
    "/403": status(403),
    "/410": status(410),
    "/429": status(429),
    "/451": status(451),
    "/418": status(418),
    "/503": status(503),
    "/drip": slow_drip,
    "/headers": slow_headers,
    "/endless": endless,
    "/silent": silent,
    "/cut": cut_off,
    "/bomb": bomb,
    "/twice": page(TWICE, **{"Content-Encoding": "gzip, gzip"}),
    "/thrice": page(TWICE, **{"Content-Encoding": "identity, gzip,deflate"}),
    "/br": page(PAGE, **{"Content-Encoding": "br"}),
    "/halfgzip": page(gzip.compress(PAGE)[:-40], **{"Content-Encoding": "gzip"}),
    "/deflate": page(zlib.compress(PAGE), **{"Content-Encoding": "deflate"}),
    "/bare": page(BARE.compress(PAGE) + BARE.flush(), **{"Content-Encoding": "deflate"}),
    "/members": page(gzip.compress(PAGE[:900]) + gzip.compress(PAGE[900:]), **{"Content-Encoding": "gzip"}),
    "/identity": page(PAGE, **{"Content-Encoding": "identity"}),
    "/none": page(PAGE, **{"Content-Encoding": "none"}),
    "/utf8": page(PAGE, **{"Content-Encoding": "UTF-8"}),
    "/nogzip": no_gzip,
    "/announced": page(b"x", **{"Content-Length": "900000000"}),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def sentence(address: str, limits: Limits = PATIENT) -> str:
    with pytest.raises(IngestError) as caught:
        read(address, limits=limits)
    message = caught.value.message
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    "path",
    [
        "/ok",
        "/gzip",
        "/deflate",
        "/bare",
        "/members",
        "/identity",
        "/none",
        "/utf8",
        "/latin",
        "/notype",
        "/moved",
    ],
)
def test_article(server: str, path: str) -> None:
    article = read(server + path, limits=PATIENT)
    assert article.title == "Streit um den Haushalt: Kämmerin warnt vor Sperre"
    assert article.text.startswith("Der Stadt fehlen zwölf Millionen Euro.")
    assert article.url == "https://www.elbtal-zeitung.example/politik/haushalt-sperre-4711.html"
    assert article.location == server + ("/ok" if path == "/moved" else path)


def test_plain_text(server: str) -> None:
    article = read(server + "/text", limits=PATIENT)
    assert (article.title, article.language) == ("Rat schließt das Bad", "de")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nothing", "no such page (404)"),
        ("/401", "wants a login"),
        ("/403", "copy the text and take it with `reader add clip:`"),
        ("/410", "web archive"),
        ("/429", "too often"),
        ("/451", "legal reasons"),
        ("/418", "refuses the page (418)"),
        ("/503", "fault of its own (503)"),
        ("/picture", "is image/png, not a page of text"),
        ("/links", "There is no article"),
        ("/circle", "sends in circles (more than 5 redirects)"),
        ("/elsewhere", "neither http nor https"),
        ("/drip", "took longer than 1 seconds"),
        ("/headers", "took longer than 1 seconds"),
        ("/endless", "more than 300 KB"),
        ("/bomb", "more than 300 KB"),
        ("/twice", "packed 2 times over (gzip, gzip)"),
        ("/thrice", "packed 2 times over (gzip, deflate)"),
        ("/br", "packed in a way that nobody asked for (br)"),
        ("/halfgzip", "damaged page"),
        ("/announced", "too large (900 MB, at most 300 KB)"),
        ("/silent", "does not answer"),
        ("/cut", "broke off"),
        ("/nogzip", "damaged page"),
    ],
)
def test_bad_answers(server: str, path: str, words: str) -> None:
    message = sentence(server + path, QUICK if path in SLOW else PATIENT)
    assert words in message
    assert server in message or "127.0.0.1" in message


def test_an_address_without_a_server() -> None:
    assert "http:// is not a proper address" in sentence("http://")


def test_refused_connection() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert "does not accept connections" in sentence(f"http://127.0.0.1:{port}/a")


def test_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "There is no server called nirgends.example" in sentence("https://nirgends.example/a")


def test_a_name_that_is_looked_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: released.wait(20) or [])
    assert "took longer than 1 seconds" in sentence("https://langsam.example/a", QUICK)
    released.set()


def test_tls_to_a_server_without_it(server: str) -> None:
    assert "is not safe" in sentence(server.replace("http:", "https:") + "/ok")


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "https://a b.example/", "http://\ud800.example/"]
)
def test_addresses_that_cannot_be(address: str) -> None:
    assert sentence(address)


def test_clipboard_with_an_address(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.clipboard.read", lambda: f" {server}/ok\n")
    assert read("clip:", limits=PATIENT).outlet == "Elbtal-Zeitung"


@pytest.mark.parametrize("path", ["/bomb", "/twice"])
def test_what_is_packed_is_unpacked_no_further_than_needed(server: str, path: str) -> None:
    tracemalloc.start()
    sentence(server + path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_site_learns_no_more_than_of_a_common_browser(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    heard: dict[str, str] = {}

    def hear(handler: Handler) -> None:
        heard.update(handler.headers)
        handler.answer(200, PAGE, HTML)

    ANSWERS["/hear"] = hear
    read(server + "/hear", limits=PATIENT)
    assert {name.lower() for name in heard} == {
        *("host", "accept", "accept-encoding", "accept-language", "connection", "user-agent"),
        "upgrade-insecure-requests",
    }
    assert heard["Accept-Language"] == "de-DE,de;q=0.8,en-US;q=0.5,en;q=0.3"
    assert heard["User-Agent"] == BROWSER
