"""A web address to bytes, within limits on size, time and redirects, and a sentence for what goes wrong.

What a site is told of the program and the person stands in `disclosure`.
"""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import httpx

from reader.addresses import Login, login_of, without_login
from reader.errors import IngestError, OtherFileError
from reader.i18n import _
from reader.ingest.connection_words import told_shortly
from reader.ingest.disclosure import configured
from reader.ingest.limits import Limits, megabytes
from reader.ingest.networks import CheckedTransport, root_cause
from reader.ingest.unpacking import Unpacker

_READABLE = (
    *("text/", "application/xhtml+xml", "application/xml", "application/octet-stream", "message/rfc822"),
    *(
        "application/rss",
        "application/atom",
        "application/json",
        "application/ld+json",
    ),  # refused with a reason
    *("application/pdf", "application/epub+zip", "application/vnd.o"),  # the last: DOCX and ODT
)
_TAKEN_APART = _("give the file to `reader add`, which takes what is in it one by one")
_SAVED = {
    **dict.fromkeys(("zip", "zip-compressed", "mbox", "warc", "gzip"), _TAKEN_APART),
    **dict.fromkeys(("ndjson", "jsonl", "jsonlines", "json-lines"), _TAKEN_APART),
    **dict.fromkeys(("subrip", "research-info-systems", "bibtex"), _("add or import the file")),
}
"""What is to be done with files of some types, which an address can only give whole."""
_STATUS = {
    401: _(
        "{host} wants a login: log in with your browser, copy the text and take it with `reader add clip:`."
    ),
    402: _(
        "{host} wants to be paid: open it in your browser, copy the text and take it with `reader add clip:`."
    ),
    403: _(
        "{host} gives the page to browsers only: open it in yours, copy the text and take it with "
        "`reader add clip:`."
    ),
    404: _("{host} says there is no such page (404): check the address."),
    410: _("{host} says the page is gone (410): look for a copy in a web archive."),
    429: _("{host} has been asked too often (429): wait a few minutes and try again."),
    451: _("{host} may not show the page for legal reasons (451): look for a copy elsewhere."),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave."""

    data: bytes
    address: str
    """The last address after redirects."""
    content_type: str
    is_unchanged: bool = False
    """Whether it said that nothing has changed since (304), which sends no data."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """What it said of its data, by names in small letters."""
    moved: str = ""
    """Where the page has moved for good (301, 308), "" where it has not."""
    status: int = 0
    """Of HTTP; 0 where it came another way."""


class RefusedError(IngestError):
    """A server answered, but not with a page."""

    def __init__(self, message: str, status: int, retry_after: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after
        """When to ask again: seconds, or a date as HTTP writes it; "" where it does not say."""


_NOTHING: Mapping[str, str] = {}


def fetch(
    address: str, limits: Limits, conditions: Mapping[str, str] = _NOTHING, login: Login | None = None
) -> Answer:
    """What lies at `address`. Raises IngestError, after `limits.seconds` at the latest.

    A name and password in the address are used for this request alone, and come back in nothing; `login` is
    for an address that has none in it. `conditions` are headers that ask for an answer only if it is new.

    A thread does the waiting, because neither looking a name up nor headers that drip in have a time limit of
    their own; closing its client ends it.
    """
    results: queue.Queue[Answer | Exception] = queue.Queue()
    login, address = login_of(address) or login, without_login(address)
    client = _client(limits, login, conditions)
    threading.Thread(target=_deliver, args=(client, address, limits, results), daemon=True).start()
    try:
        result = results.get(timeout=limits.seconds + 0.5)
    except queue.Empty:
        result = IngestError(_too_slow(address, limits))
    finally:
        client.close()
    if isinstance(result, Answer):
        return result
    raise (
        result if isinstance(result, IngestError) else IngestError(_explained(address, result, limits))
    ) from result


def _client(limits: Limits, login: Login | None, conditions: Mapping[str, str]) -> httpx.Client:
    told = configured()
    return httpx.Client(
        auth=login,  # sent to this server alone, not where that leads to
        headers={**told.headers, **conditions},
        timeout=httpx.Timeout(min(limits.patience, limits.seconds)),
        follow_redirects=True,
        max_redirects=limits.redirects,
        transport=CheckedTransport(limits, told.proxy),
    )


def _deliver(
    client: httpx.Client, address: str, limits: Limits, results: "queue.Queue[Answer | Exception]"
) -> None:
    try:
        results.put(_answer(client, address, limits))
    except Exception as error:  # handed to the thread that waits, which explains it
        results.put(error)


def _answer(client: httpx.Client, address: str, limits: Limits) -> Answer:
    deadline = time.monotonic() + limits.seconds
    with client.stream("GET", address) as response:
        _refuse(address, response, limits)
        unpacker = Unpacker(address, response.headers.get("content-encoding", ""))
        data = bytearray()
        for piece in response.iter_raw():  # as they come: a chunk size would wait for a full buffer
            data += unpacker.unpacked(piece, limits.size + 1 - len(data))
            if len(data) > limits.size:
                raise IngestError(
                    _("{address} sends more than {megabytes}: that is no article.").format(
                        address=address, megabytes=megabytes(limits.size)
                    )
                )
            if time.monotonic() > deadline:
                raise IngestError(_too_slow(address, limits))
        unpacker.finish()
        last = without_login(str(response.url))
        return Answer(
            bytes(data),
            last,
            response.headers.get("content-type", ""),
            is_unchanged=response.status_code == 304,
            headers=dict(response.headers),
            moved=_moved(response),
            status=response.status_code,
        )


def _moved(response: httpx.Response) -> str:
    """Where an address leads for good; what follows a redirect for the time being is no part of it."""
    moved = ""
    for before, after in pairwise((*response.history, response)):
        is_downgrade = before.url.scheme == "https" and after.url.scheme == "http"
        if before.status_code not in (301, 308) or is_downgrade:
            break
        moved = without_login(str(after.url))
    return moved


def _refuse(address: str, response: httpx.Response, limits: Limits) -> None:
    """Raise IngestError for an answer that is not worth reading on."""
    status = response.status_code
    if status >= 400:
        wait = response.headers.get("retry-after", "")
        raise RefusedError(_refusal(_host(address), address, status), status, wait)
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and not kind.startswith(_READABLE):
        advice = _SAVED.get(
            kind.removeprefix("application/").removeprefix("x-"), _("open it in its own program")
        )
        raise OtherFileError(
            _("{address} is {kind}, not a page of text: download it and {advice}.").format(
                address=address, kind=kind, advice=advice
            )
        )
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limits.size:
        sizes = _("{size}, at most {limit}").format(
            size=megabytes(int(announced)), limit=megabytes(limits.size)
        )
        raise IngestError(
            _("{address} is too large ({sizes}): save the page and take out the article.").format(
                address=address, sizes=sizes
            )
        )


def _refusal(host: str, address: str, status: int) -> str:
    if status >= 500:
        return _("{host} has a fault of its own ({status}): try {address} again later.").format(
            host=host, status=status, address=address
        )
    refused = _("{host} refuses the page ({status}): open it in your browser.")
    return f"{_STATUS.get(status, refused).format(host=host, status=status)} ({address})"


def _too_slow(address: str, limits: Limits) -> str:
    seconds = _("{seconds} seconds").format(seconds=f"{limits.seconds:g}")
    return _(
        "{address} took longer than {seconds}: try again later, or save the page and add the file."
    ).format(address=address, seconds=seconds)


def _explained(address: str, error: Exception, limits: Limits) -> str:
    host = _host(address)
    cause = root_cause(error)
    if isinstance(cause, socket.gaierror):
        return _(
            "There is no server called {host}, or you are offline: check the address and the connection."
        ).format(host=host)
    if isinstance(cause, ssl.SSLError):
        return _(
            "The connection to {host} is not safe ({short}): open {address} in a browser to see why."
        ).format(host=host, short=told_shortly(cause), address=address)
    if isinstance(cause, ConnectionRefusedError):
        return _("{host} does not accept connections: check the address, or try again later.").format(
            host=host
        )
    if isinstance(error, httpx.TimeoutException):
        return _("{host} does not answer: check the connection, or try again later.").format(host=host)
    if isinstance(error, httpx.TooManyRedirects):
        return _(
            "{address} sends in circles (more than {redirects} redirects): open it in your browser."
        ).format(address=address, redirects=limits.redirects)
    return _explained_rarely(address, host, error)


def _explained_rarely(address: str, host: str, error: Exception) -> str:
    if isinstance(error, httpx.UnsupportedProtocol) and host != address:
        return _(
            "{address} leads to something that is neither http nor https: only these can be read."
        ).format(address=address)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError | ValueError):
        return _("{address} is not a proper address: check the spelling.").format(address=address)
    return _("The connection to {host} broke off ({short}): try {address} again later.").format(
        host=host, short=told_shortly(error), address=address
    )


def _host(address: str) -> str:
    try:
        return httpx.URL(address).host or address
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return address
