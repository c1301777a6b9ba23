"""Connect to public addresses only, unless a person allows private ones.

A name is looked up once, what comes of it is checked, and the connection goes to the checked address: so no
spelling of an address (2130706433, 0x7f.1), no redirect and no name that answers differently the second time
leads to a machine of one's own network. The server's name stays that of the address, also for TLS.
"""

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from reader.addresses import without_login
from reader.errors import IngestError, NoProxyError
from reader.i18n import _
from reader.ingest.limits import Limits

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
"""Networks of IPv4 that are not on the public internet (IANA IPv4 Special-Purpose Address Registry)."""
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
"""All that IANA has given out of IPv6; loopback, link-local, unique local and multicast lie outside."""
_NOT_PUBLIC_6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
"""Networks inside it that are not public: protocols, Teredo among them, and documentation."""
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""NAT64: the last 32 bits are an IPv4 address."""
_LOCAL_NAMES = ("localhost", "local", "internal", "lan", "home.arpa", "intranet")
"""Last parts of names that only one's own network knows; a proxy is not asked for them."""


def is_public(address: _Address) -> bool:
    """Whether an address is one of the public internet; those that stand for an IPv4 address are that one."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC)
    if (inner := _inside(address)) is not None:
        return is_public(inner)
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, NAT64)."""
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


class CheckedTransport(httpx.BaseTransport):
    """Sends requests to public addresses, through a proxy where one is set or named by the environment.

    Through a proxy that is `set` goes everything but what lies in one's own network, and where it does not
    answer nothing does: the names of servers are looked up by it alone.
    """

    def __init__(self, limits: Limits, proxy: str = "") -> None:
        self._allow_private = limits.allow_private
        self._proxy = proxy
        self._direct = httpx.HTTPTransport()
        self._proxied: dict[str, httpx.HTTPTransport] = {}
        self._lines = _Lines()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response. Raises IngestError for a private address, OSError for an unknown name."""
        if request.url.scheme not in ("http", "https") or not request.url.host:
            raise httpx.UnsupportedProtocol(f"{request.url} cannot be asked", request=request)  # not shown
        host = request.url.host
        if proxy := self._proxy or proxy_for(request.url):
            if not self._allow_private:
                refuse_local_name(host)
            # a proxy far away knows nothing of a machine of one's own network
            if not (self._proxy and local_name(host)):
                return self._handed_to(proxy, request)
        if host.rstrip(".").endswith(".onion"):
            raise IngestError(
                _("{host} is reached through Tor alone, and was not asked: {advice}.").format(
                    host=host, advice=_TOR
                )
            )
        return self._first_that_answers(request, self._addresses(request.url))

    def close(self) -> None:
        """Close all connections."""
        for transport in (self._direct, *self._proxied.values()):
            transport.close()
        self._lines.hang_up()

    def _handed_to(self, proxy: str, request: httpx.Request) -> httpx.Response:
        try:
            return self._through(proxy).handle_request(request)
        except httpx.ProxyError as error:
            raise IngestError(
                _(
                    "The proxy {proxy} could not reach {host} ({reason}): try again later, or take another "
                    "proxy."
                ).format(proxy=_named(proxy), host=request.url.host, reason=str(error).strip(" .")[:100])
            ) from error
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            if isinstance(root_cause(error), ssl.SSLError):  # of the server: the proxy did answer
                raise
            raise NoProxyError(
                _(
                    "The proxy {proxy} does not answer, and nothing was asked without it: start it, or "
                    "change proxy in config.toml."
                ).format(proxy=_named(proxy))
            ) from error

    def _through(self, proxy: str) -> httpx.HTTPTransport:
        if proxy not in self._proxied:
            self._proxied[proxy] = httpx.HTTPTransport(proxy=proxy)
            self._proxied[proxy]._pool._network_backend = self._lines
        return self._proxied[proxy]

    def _addresses(self, url: httpx.URL) -> list[_Address]:
        port = url.port or (443 if url.scheme == "https" else 80)
        found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
        every = list(dict.fromkeys(_parsed(str(one[4][0])) for one in found))
        public = [address for address in every if is_public(address)]
        if every and not public and not self._allow_private:
            raise IngestError(_private(url.host, str(every[0])))
        return every if self._allow_private else public

    def _first_that_answers(self, request: httpx.Request, addresses: list[_Address]) -> httpx.Response:
        for address in addresses[:-1]:
            try:
                return self._direct.handle_request(_sent_to(address, request))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        if not addresses:
            raise socket.gaierror(
                socket.EAI_NONAME,
                "no address",  # not shown
            )
        return self._direct.handle_request(_sent_to(addresses[-1], request))


class _Lines(httpcore.SyncBackend):
    """Connections to proxies: httpcore 1.0.9 leaves them open where the proxy reaches nobody behind it."""

    def __init__(self) -> None:
        self._streams: list[httpcore.NetworkStream] = []

    def connect_tcp(self, *place: Any, **options: Any) -> httpcore.NetworkStream:
        """A connection, remembered until the end."""
        self._streams.append(super().connect_tcp(*place, **options))
        return self._streams[-1]

    def hang_up(self) -> None:
        """Close what is open still."""
        while self._streams:
            self._streams.pop().close()


def proxy_for(url: httpx.URL) -> str:
    """The proxy that the environment names for an address (HTTPS_PROXY, ALL_PROXY, NO_PROXY), or ""."""
    proxies: Mapping[str, str] = getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all") or ""
    if not proxy or proxy_bypass(url.host):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"


def _sent_to(address: _Address, request: httpx.Request) -> httpx.Request:
    """The request as it goes to one address of its server, under the server's name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=str(address)),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host.rstrip(".")},
    )


def _parsed(address: str) -> _Address:
    return ipaddress.ip_address(address.partition("%")[0])


_TOR = _('start Tor and set proxy = "socks5h://127.0.0.1:9050" in config.toml')


def _named(proxy: str) -> str:
    return without_login(proxy)


def root_cause(error: BaseException) -> BaseException:
    """The first of the errors that led to one."""
    while (inner := error.__cause__ or error.__context__) is not None and inner is not error:
        error = inner
    return error


def refuse_local_name(host: str) -> None:
    """Raise IngestError where somebody else would be asked for a machine of one's own network."""
    if address := local_name(host):
        raise IngestError(_private(host, address))


def local_name(host: str) -> str:
    """What makes a host one of one's own network, as far as its name tells; "" where nothing does."""
    bare = host.rstrip(".").lower()
    if bare.rpartition(".")[2] in _LOCAL_NAMES or bare.endswith(".home.arpa"):
        return _("a name of this network")
    try:
        # every spelling of a number is one: the system reads 127.1, 0x7f000001 and 2130706433 alike
        address = ipaddress.IPv4Address(socket.inet_aton(bare))
    except OSError:
        try:
            address = _parsed(bare)  # type: ignore[assignment]  # IPv6, or a name
        except ValueError:
            return ""
    return "" if is_public(address) else str(address)


def _private(host: str, address: str) -> str:
    named = host if host == address else f"{host} ({address})"
    return _(
        "{named} is on a private network, not on the internet, and was not asked: if you "
        "trust the address, say --allow-private, or set allow_private = true in config.toml."
    ).format(named=named)
