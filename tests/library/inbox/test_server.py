"""What the inbox takes, refuses and answers."""

import http.client
import os
import socket
import stat
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library.inbox import Inbox, token_of
from reader.library.inbox.requests import LARGEST_REQUEST
from reader.store import Store
from tests.library.inbox.conftest import SENTENCES, Listening, page

ADDRESS = "https://blatt.example/faehre"
SITE = "https://blatt.example"
_LINE = "----grenze"
_KIND = f"multipart/form-data; boundary={_LINE}"
Answer = tuple[int, str, http.client.HTTPMessage]


def form(**fields: str) -> bytes:
    parts = (
        f'--{_LINE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    return ("".join(parts) + f"--{_LINE}--\r\n").encode()


def ask(there: Listening, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", there.inbox.server_port, timeout=60)
    connection.putrequest(method, path, skip_host="Host" in headers)
    if body:
        headers.setdefault("Content_Type", _KIND)
        headers.setdefault("Content_Length", str(len(body)))
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders(body)
    answer = connection.getresponse()
    told = (answer.status, answer.read().decode(), answer.headers)
    connection.close()
    return told


def send(there: Listening, html: str, address: str = ADDRESS, title: str = "", **headers: str) -> Answer:
    headers.setdefault("Origin", SITE)
    body = form(address=address, title=title, kind="text/html", html=html)
    return ask(there, "POST", f"/take?token={there.inbox.token}", body, **headers)


def test_a_page_is_stored_with_its_quotes_and_the_answer_says_so(listening: Listening) -> None:
    status, told, _ = send(listening, page(), address=f"{ADDRESS}?utm_source=brief#lesen")
    assert status == 200
    assert all(part in told for part in ("Stored", "Die Fähre fährt wieder", "Blatt am Sund", "7 quotes"))
    with Store(listening.library) as store:
        article = store.articles.get(1)
        (original,) = store.originals.of(1)
        assert (article.url, article.outlet) == (ADDRESS, "Blatt am Sund")
        assert store.originals.get(original.id).data().decode() == page()


def test_the_same_page_again_is_one_article_and_a_changed_one_a_version(listening: Listening) -> None:
    send(listening, page())
    _, told, _ = send(listening, page())
    assert "In the library already" in told
    assert "Die Fähre fährt wieder" in told
    _, told, _ = send(listening, page(text=SENTENCES.replace("Sonntag", "Feiertag")))
    assert "Stored as a new version" in told
    assert listening.titles() == ["Die Fähre fährt wieder"]


def test_a_page_in_an_encoding_that_it_names_no_longer_has_is_read(listening: Listening) -> None:
    send(listening, page().replace("<head>", "<head><meta charset=iso-8859-1>"))
    assert listening.titles() == ["Die Fähre fährt wieder"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("&lt;script&gt;alert(1)&lt;/script&gt; am Sund", "&lt;script&gt;alert(1)&lt;/script&gt; am Sund"),
        ("Vor \u202eFehmarn [red]", "Vor ⟦Fehmarn [red]"),
        ("&quot; onload=&quot;x am Sund", "&quot; onload=&quot;x am Sund"),
    ],
)
def test_what_a_page_says_is_only_ever_text_in_the_answer(
    listening: Listening, title: str, shown: str
) -> None:
    _, told, headers = send(listening, page(title))
    assert shown in told
    assert "<script" not in told
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["Access-Control-Allow-Origin"] is None


def test_what_is_no_article_is_told_and_nothing_is_stored(listening: Listening) -> None:
    status, told, _ = send(listening, "<html><body><p>Kurz.</p></body></html>")
    assert (status, "Not stored" in told) == (422, True)
    assert listening.titles() == []


def test_a_wall_is_refused_until_a_person_takes_it_all_the_same(listening: Listening) -> None:
    wall = (
        "<p>Bitte melden Sie sich an, um diesen Artikel zu lesen.</p>"
        "<p>Sie haben noch kein Konto? Jetzt registrieren.</p>"
        "<p>Melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an.</p>"
    )
    status, told, _ = send(listening, page("Anmelden", wall))
    assert (status, "asks for a login" in told, "Take it all the same" in told) == (422, True, True)
    assert "--replace" not in told
    held = told.split('name=held value="')[1].split('"')[0]
    status, told, _ = ask(listening, "POST", f"/held?token={listening.inbox.token}", form(held=held))
    assert (status, "Stored" in told) == (200, True)
    status, told, _ = ask(listening, "POST", f"/held?token={listening.inbox.token}", form(held=held))
    assert (status, "not here any more" in told) == (410, True)


@pytest.mark.parametrize(
    "origin", ["https://boese.example", "http://blatt.example", "https://blatt.example:444"]
)
def test_a_site_sends_no_page_of_another_one(listening: Listening, origin: str) -> None:
    status, told, _ = send(listening, page(), Origin=origin)
    assert (status, f"was sent from {origin}" in told) == (403, True)
    assert listening.titles() == []


@pytest.mark.parametrize("origin", ["null", ""])
def test_a_page_that_the_browser_does_not_vouch_for_is_asked_about(listening: Listening, origin: str) -> None:
    _, told, _ = send(listening, page(), title="Fähre & Sund", Origin=origin)
    assert all(part in told for part in ("Is this the page?", "Fähre &amp; Sund", ADDRESS))
    assert listening.titles() == []
    held = told.split('name=held value="')[1].split('"')[0]
    _, told, _ = ask(listening, "POST", f"/held?token={listening.inbox.token}", form(held=held))
    assert "Stored" in told


@pytest.mark.parametrize("destination", ["iframe", "empty", "image"])
def test_nothing_is_taken_without_a_window_that_shows_it(listening: Listening, destination: str) -> None:
    status, _, _ = send(listening, page(), Sec_Fetch_Dest=destination)
    assert (status, listening.titles()) == (403, [])


@pytest.mark.parametrize("path", ["/", "/hand", "/take", "/held", "/elsewhere"])
@pytest.mark.parametrize("query", ["", "?token=", "?token=falsch", "?token=%C3%A4", "?Token=x&token"])
def test_without_the_token_nothing_is_shown_or_taken(listening: Listening, path: str, query: str) -> None:
    token = listening.inbox.token
    for method, body in (("GET", b""), ("POST", form(address=ADDRESS, html=page()))):
        status, told, _ = ask(listening, method, path + query, body, Origin=SITE)
        assert (status, token in told) == (403, False)
    assert listening.titles() == []


@pytest.mark.parametrize("host", ["boese.example", "boese.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
def test_a_name_that_leads_here_is_refused(listening: Listening, host: str) -> None:
    host = host.format(port=listening.inbox.server_port)
    status, told, _ = ask(listening, "GET", f"/?token={listening.inbox.token}", Host=host)
    assert (status, listening.inbox.token in told) == (403, False)


def test_the_page_of_the_inbox_holds_the_bookmark(listening: Listening) -> None:
    status, told, headers = ask(listening, "GET", f"/?token={listening.inbox.token}")
    assert (status, told.count("javascript:")) == (200, 2)
    assert "<script" not in told
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert (headers["Cache-Control"], headers["X-Frame-Options"]) == ("no-store", "DENY")


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "PROPFIND"])
def test_only_pages_are_shown_and_only_forms_taken(listening: Listening, method: str) -> None:
    status, _, headers = ask(
        listening,
        method,
        f"/take?token={listening.inbox.token}",
        Origin=SITE,
        Access_Control_Request_Method="POST",
    )
    assert status == 501
    assert not [name for name in headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content_Type": "application/json"}, 415),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "multipart/form-data"}, 415),
        ({"Content_Length": str(LARGEST_REQUEST + 1)}, 413),
        ({"Content_Length": "9" * 30}, 413),
        ({"Content_Length": "-1"}, 411),
        ({"Content_Length": "²"}, 411),
    ],
)
def test_what_is_no_form_of_a_page_is_refused(
    listening: Listening, headers: dict[str, str], status: int
) -> None:
    connection = socket.create_connection(("127.0.0.1", listening.inbox.server_port), 30)
    body = form(address=ADDRESS, html=page())
    lines = {"Content_Type": _KIND, "Content_Length": str(len(body)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    host = f"127.0.0.1:{listening.inbox.server_port}"
    connection.sendall(
        f"POST /take?token={listening.inbox.token} HTTP/1.1\r\nHost: {host}\r\n{head}\r\n".encode() + body
    )
    connection.shutdown(socket.SHUT_WR)
    told = b""
    while piece := connection.recv(65_536):
        told += piece
    connection.close()
    assert int(told.split()[1]) == status
    assert b"Not stored" in told
    assert listening.titles() == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"address": "file:///home/ada/x.html"}, "Only pages of the web"),
        ({"address": "javascript:alert(1)"}, "Only pages of the web"),
        ({"address": "https://[::1"}, "not a proper address"),
        ({"address": "https://blatt.example:99999/"}, "not a proper address"),
        ({"address": "https://blatt.example/" + "x" * 9_000}, "Only pages of the web"),
        ({}, "Only pages of the web"),
        ({"address": ADDRESS}, "came in empty"),
        ({"address": ADDRESS, "html": "x", "kind": "application/pdf"}, "This is no page but a PDF"),
        ({"address": ADDRESS, "html": "x", "kind": "image/svg+xml"}, "This is no page but image/svg+xml"),
    ],
)
def test_what_a_form_does_not_say_rightly_is_told(
    listening: Listening, fields: dict[str, str], said: str
) -> None:
    status, told, _ = ask(
        listening, "POST", f"/take?token={listening.inbox.token}", form(**fields), Origin=SITE
    )
    assert status in (400, 415)
    assert said in told


def test_a_login_in_an_address_is_not_kept(listening: Listening) -> None:
    send(listening, page(), address="https://ada:geheim@blatt.example/faehre")
    assert b"geheim" not in listening.library.read_bytes()
    assert listening.titles() == ["Die Fähre fährt wieder"]


def test_a_library_that_is_gone_is_told_and_the_inbox_goes_on(listening: Listening, tmp_path: Path) -> None:
    moved = listening.library.rename(tmp_path / "moved.db")
    status, told, _ = send(listening, page())
    assert (status, "Not stored" in told) == (422, True)
    assert not listening.library.exists()
    moved.rename(listening.library)
    assert send(listening, page())[0] == 200


def test_a_port_that_is_taken_is_one_sentence(listening: Listening) -> None:
    port = listening.inbox.server_port
    with pytest.raises(ReaderError, match=f"Port {port} is taken"):
        Inbox(port, "token", "library.db", listening.inbox._take)


def test_it_is_heard_on_this_machine_only(listening: Listening) -> None:
    assert listening.inbox.socket.getsockname()[0] == "127.0.0.1"


def test_the_token_is_kept_for_its_owner_until_a_new_one_is_made(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    first = token_of(library)
    file = tmp_path / "library.db.inbox"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert token_of(library) == first
    assert token_of(tmp_path / "other.db") != first
    assert token_of(library, anew=True) != first
    for broken in (b"", b"\xff\xfe", b"kurz", b"x" * 10_000):
        file.write_bytes(broken)
        assert 32 <= len(token_of(library)) <= 64


def test_a_token_that_cannot_be_kept_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "library.db.inbox").mkdir()
    with pytest.raises(ReaderError, match="cannot be kept"):
        token_of(tmp_path / "library.db")
