"""What a site learns of who asks: what a common browser tells, and through a proxy not even where from."""

import gc
import socket
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from reader.errors import IngestError, UsageError
from reader.ingest import Limits, read
from reader.ingest.disclosure import accepted_languages
from reader.library.feed_visits import is_unreachable
from tests.serving import Site, serving
from tests.socks import Socks, socks_proxy

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
TEXT = (
    "<p>" + "Die Fähre fährt wieder nach dem Fahrplan, sagte der Sprecher am Montag im Hafen. " * 5 + "</p>"
)
ALLOWED = Limits(allow_private=True)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*PROXIES, *map(str.upper, PROXIES), "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def socks(site: Site) -> Iterator[Socks]:
    with socks_proxy(int(site.address.rpartition(":")[2])) as proxy:
        yield proxy


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("READER_CONFIG", str(path))
    return path


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names that this machine itself has looked up."""
    names: list[str] = []
    really = socket.getaddrinfo

    def noted(host: Any, *more: Any, **options: Any) -> Any:
        names.append(str(host))
        return really(host, *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    return names


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("LANG", "de_DE.UTF-8", "de-DE,de;q=0.8,en-US;q=0.5,en;q=0.3"),
        ("LANG", "pl", "pl,en-US;q=0.8,en;q=0.5"),
        ("LANGUAGE", "de_AT:fr:nl_BE:sv:cs", "de-AT,de;q=0.8,fr;q=0.5,nl-BE;q=0.3"),
        ("LANG", "en_US.UTF-8", "en-US,en;q=0.8"),
        ("LANG", "C.UTF-8", "en-US,en;q=0.8"),
        ("LC_ALL", "de_DE@euro", "de-DE,de;q=0.8,en-US;q=0.5,en;q=0.3"),
        ("LANG", "x\r\nCookie: a=b", "en-US,en;q=0.8"),
    ],
)
def test_the_languages_of_the_system_are_told_as_browsers_do(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, told: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert accepted_languages() == told


def test_a_name_of_ones_own_may_be_told(site: Site, settings: Path) -> None:
    settings.write_text('user_agent = "Zeitungsarchiv/1.0"')
    read(site.show("/a", TEXT), limits=ALLOWED)
    assert site.asked[0][1]["User-Agent"] == "Zeitungsarchiv/1.0"


@pytest.mark.parametrize("scheme", ["socks5h", "socks5", "SOCKS5H"])
def test_names_are_looked_up_by_the_proxy_alone(
    site: Site, socks: Socks, settings: Path, looked_up: list[str], scheme: str
) -> None:
    settings.write_text(f'proxy = "{scheme}://{socks.address}"')
    site.show("/a", TEXT)
    assert "Fähre" in read("http://blatt.example/a").text
    assert socks.asked == ["blatt.example"]
    assert "blatt.example" not in looked_up


def test_through_tor_no_language_is_told(
    site: Site, socks: Socks, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    settings.write_text(f'proxy = "socks5h://{socks.address}"')
    site.show("/a", TEXT)
    read("http://abcdefgh.onion/a")
    assert socks.asked == ["abcdefgh.onion"]
    assert site.asked[0][1]["Accept-Language"] == "en-US,en;q=0.5"


def test_a_proxy_that_is_set_wins_over_the_environment(
    site: Site, socks: Socks, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    settings.write_text(f'proxy = "socks5h://{socks.address}"')
    site.show("/a", TEXT)
    read("http://blatt.example/a")
    assert socks.asked == ["blatt.example"]


def test_without_its_proxy_nothing_is_asked(
    site: Site, settings: Path, looked_up: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write_text('proxy = "socks5h://anna:geheim@127.0.0.1:9"')
    with pytest.raises(IngestError, match="does not answer, and nothing was asked without it") as raised:
        read("http://blatt.example/a")
    assert "geheim" not in raised.value.message
    assert is_unreachable(raised.value), "feeds are not taken for dead while the proxy is not there"
    assert "blatt.example" not in looked_up
    settings.write_text("proxy = ")
    with pytest.raises(UsageError, match="not valid TOML"):
        read(site.show("/a", TEXT), limits=ALLOWED)
    assert site.asked == []


def test_a_proxy_that_reaches_nobody_says_so(socks: Socks, settings: Path) -> None:
    settings.write_text(f'proxy = "socks5h://{socks.address}"')
    socks.refuses = True
    with pytest.raises(IngestError, match=r"The proxy socks5h://.* could not reach blatt\.example"):
        read("http://blatt.example/a")


def test_a_proxy_that_reaches_nobody_is_hung_up_on(socks: Socks, settings: Path) -> None:
    settings.write_text(f'proxy = "socks5h://{socks.address}"')
    socks.refuses = True
    gc.collect()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for _ in range(3):
            with suppress(IngestError):
                read("http://blatt.example/a")
        gc.collect()
    assert [one for one in told if one.category is ResourceWarning] == []


def test_machines_of_ones_own_network_are_asked_without_the_proxy(
    site: Site, socks: Socks, settings: Path
) -> None:
    settings.write_text(f'proxy = "socks5h://{socks.address}"')
    address = site.show("/a", TEXT)
    with pytest.raises(IngestError, match="private network"):
        read(address)
    assert "Fähre" in read(address, limits=ALLOWED).text
    assert socks.asked == []


def test_hidden_services_are_never_looked_up_by_this_machine(looked_up: list[str]) -> None:
    with pytest.raises(IngestError, match="reached through Tor alone"):
        read("http://abcdefgh.onion/a")
    assert looked_up == []


@pytest.mark.parametrize("proxy", ["127.0.0.1:9050", "ftp://x:1", "socks5h://", "socks5h://a b:1"])
def test_a_proxy_that_is_none_is_refused_before_anything_is_asked(settings: Path, proxy: str) -> None:
    settings.write_text(f'proxy = "{proxy}"')
    with pytest.raises(UsageError, match="socks5h://127"):
        read("http://blatt.example/a")
