"""Private networks are not asked, whatever a name, a number, a redirect or a feed says."""

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from reader.errors import IngestError
from reader.ingest import Limits, read, with_entries
from reader.ingest.networks import CheckedTransport, is_public
from tests.serving import Site, serving

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
TEXT = (
    "<p>" + "Die Fähre fährt wieder nach dem Fahrplan, sagte der Sprecher am Montag im Hafen. " * 5 + "</p>"
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("172.32.0.1", True),
        ("2606:2800:220:1::1", True),
        ("64:ff9b::5db8:d822", True),
        ("2002:5db8:d822::1", True),
        ("::ffff:93.184.216.34", True),
        ("127.0.0.1", False),
        ("127.255.255.254", False),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("172.31.255.255", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("192.0.0.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::ffff:10.0.0.1", False),
        ("::10.0.0.1", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("fc00::1", False),
        ("fd12::1", False),
        ("ff02::1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::a00:1", False),
        ("2002:a00:1::1", False),
        ("2002:7f00:1::", False),
        ("2001::1", False),
        ("2001:db8::1", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "127.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "127。0。0。1",
    ],
)
def test_no_spelling_leads_to_this_machine(site: Site, host: str) -> None:
    site.show("/a", TEXT)
    port = site.address.rpartition(":")[2]
    with pytest.raises(IngestError, match=r"private network.*--allow-private.*allow_private = true"):
        read(f"http://{host}:{port}/a")
    assert site.asked == []


def test_a_person_may_allow_it(site: Site) -> None:
    article = read(site.show("/a", TEXT), limits=Limits(allow_private=True))
    assert "Fähre" in article.text


def test_neither_a_feed_nor_its_links_lead_there(site: Site) -> None:
    address = site.show("/feed.rss", "<rss><channel><title>x</title></channel></rss>")
    (error,) = with_entries([f"feed:{address}"])
    assert isinstance(error, IngestError)
    assert "private network" in error.message
    assert site.asked == []


def answering(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> list[str]:
    """Names of a net of our own; returns what is looked up."""
    looked_up: list[str] = []
    really = socket.getaddrinfo

    def known(host: str, port: int, *more: Any, **options: Any) -> list[Any]:
        if host not in names:  # a number, which is looked up nowhere
            return really(host, port, *more, **options)
        looked_up.append(host)
        found = names[host].pop(0) if len(names[host]) > 1 else names[host][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port))]

    monkeypatch.setattr(socket, "getaddrinfo", known)
    return looked_up


def test_a_redirect_into_a_private_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.show("/away", "", 302, Location="http://innen.example/geheim")
    answering(monkeypatch, {"blatt.example": ["127.0.0.1"], "innen.example": ["10.0.0.8"]})
    # the first server stands for a public one
    monkeypatch.setattr("reader.ingest.networks.is_public", lambda address: str(address) == "127.0.0.1")
    port = site.address.rpartition(":")[2]
    with pytest.raises(IngestError, match=r"innen.example \(10.0.0.8\) is on a private network"):
        read(f"http://blatt.example:{port}/away")
    assert [path for path, _ in site.asked] == ["/away"]


def test_a_name_is_looked_up_once_and_the_checked_address_is_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.show("/a", TEXT)
    looked_up = answering(monkeypatch, {"blatt.example": ["127.0.0.1", "10.0.0.8"]})
    monkeypatch.setattr("reader.ingest.networks.is_public", lambda address: str(address) == "127.0.0.1")
    port = site.address.rpartition(":")[2]
    article = read(f"http://blatt.example:{port}/a")
    assert looked_up == ["blatt.example"]
    assert site.asked[0][1]["Host"] == f"blatt.example:{port}"
    assert article.url == f"http://blatt.example:{port}/a"


def test_a_proxy_may_be_private_and_is_not_asked_for_private_numbers(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.address)
    site.show("http://blatt.example/a", TEXT)
    assert "Fähre" in read("http://blatt.example/a").text
    for host in ("127.0.0.1", "0x0a000001", "localhost", "drucker.local", "[::1]", "2130706433"):
        with pytest.raises(IngestError, match="private network"):
            read(f"http://{host}/a")
    assert [path for path, _ in site.asked] == ["http://blatt.example/a"]


def test_a_server_is_asked_for_under_its_name_also_for_its_certificate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[httpx.Request] = []
    transport = CheckedTransport(Limits())
    answering(monkeypatch, {"blatt.example": ["93.184.216.34"]})

    def send(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200)

    monkeypatch.setattr(transport._direct, "handle_request", send)
    transport.handle_request(httpx.Request("GET", "https://blatt.example/a"))
    (request,) = sent
    assert (request.url.host, request.headers["Host"]) == ("93.184.216.34", "blatt.example")
    assert request.extensions["sni_hostname"] == "blatt.example"
