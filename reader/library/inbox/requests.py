"""What a browser sends to the inbox, and whether it may.

Any site that is open in the browser can send a form to this machine, and the bookmarklet runs in the page, so
that a hostile one may read the token out of it. So three things are looked at: the Host header (a site may
have a name that leads here, DNS rebinding), the token, and the Origin header. The browser itself writes the
last into every form: a page can send what is its own, and never what is said to be another site's.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.parse import parse_qs, urldefrag, urlsplit

from reader.addresses import without_login
from reader.errors import ReaderError
from reader.i18n import _

LARGEST = 20_000_000
"""Bytes of a page, as of any other that is read (`ingest.Limits`)."""
LARGEST_REQUEST = LARGEST + 100_000
"""With what stands around it."""
_LONGEST_ADDRESS = 8_000
"""Characters, as servers take them."""
_MOST_FIELDS = 12
"""Of a form or an address; the bookmark sends five."""
_BOUNDARY = re.compile(
    r'multipart/form-data\s*;.*?\bboundary="?(?P<boundary>[\x21-\x7e]{1,200}?)"?\s*(?:;|$)', re.I
)
_NAME = re.compile(rb'\bname="(?P<name>[a-z]+)"')


class UnwelcomeError(ReaderError):
    """A request that is not for the inbox."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class SentPage:
    """A page as the browser showed it."""

    address: str
    title: str
    html: bytes
    """In UTF-8, whatever the page says of its encoding."""
    origin: str
    """Where the browser says that it was sent from; "null" where it does not tell."""

    @property
    def is_vouched_for(self) -> bool:
        """Whether the browser says that the page is of its address."""
        return self.origin != "null"


def refuse_strangers(host: str, port: int) -> None:
    """Refuse what was sent to another name that leads here. Raises UnwelcomeError."""
    if host.lower() not in (f"127.0.0.1:{port}", f"localhost:{port}"):
        raise UnwelcomeError(
            403, _("This is no address of the inbox: open the one that `reader inbox` printed.")
        )


def refuse_without(token: str, query: str) -> None:
    """Refuse a request without the token. Raises UnwelcomeError."""
    given = parse_qs(query, max_num_fields=_MOST_FIELDS).get("token", [""])[0]
    if not secrets.compare_digest(given.encode(), token.encode()):
        raise UnwelcomeError(
            403,
            _(
                "The token is missing or is not that of this library: open the address that `reader inbox` "
                "printed, and drag the bookmark from there anew."
            ),
        )


def refuse_unseen(headers: Message) -> None:
    """Refuse what does not lead to a page that a person sees: frames, scripts. Raises UnwelcomeError."""
    if headers.get("Sec-Fetch-Dest", "document") != "document":
        raise UnwelcomeError(403, _("The inbox takes pages from a window of their own only."))


def length_of(headers: Message) -> int:
    """How many bytes follow. Raises UnwelcomeError where that is not said, or too many."""
    stated = headers.get("Content-Length", "")
    if not (stated.isascii() and stated.isdigit()):
        raise UnwelcomeError(411, _("What was sent does not say how long it is."))
    if len(stated) > 15 or int(stated) > LARGEST_REQUEST:
        raise UnwelcomeError(
            413,
            _(
                "The page is too large (at most {megabytes} MB): select the article in it and copy it, then "
                "`reader add clip:`."
            ).format(megabytes=LARGEST // 1_000_000),
        )
    return int(stated)


def fields_of(body: bytes, content_type: str) -> dict[str, bytes]:
    """The fields of a form. Raises UnwelcomeError where it is none of ours.

    Divided by hand: Python has no reader of forms any more, and that of mails takes a line at a time.
    """
    found = _BOUNDARY.match(content_type)
    if found is None:
        raise UnwelcomeError(
            415, _("That is no form of the bookmark: drag it anew from the page of the inbox.")
        )
    line = b"--" + found["boundary"].encode()
    fields = {}
    for part in (b"\r\n" + body).split(b"\r\n" + line, _MOST_FIELDS)[1:]:
        head, gap, value = part.partition(b"\r\n\r\n")
        if gap and (name := _NAME.search(head)):
            fields[name["name"].decode()] = value
    return fields


def page_of(fields: Mapping[str, bytes], origin: str, own: frozenset[str]) -> SentPage:
    """The page that a form holds; `own` are the origins of the inbox, whose page may hand one on.

    Raises UnwelcomeError where it is none, or not of the address that it says.
    """
    said = {
        name: fields.get(name, b"").decode("utf-8", "replace").strip()
        for name in ("address", "title", "kind")
    }
    if origin in own:
        origin = fields.get("origin", b"").decode("utf-8", "replace")
    address = _address(said["address"])
    origin = origin or "null"
    if origin != "null" and origin != origin_of(address):
        raise UnwelcomeError(
            403,
            _("The page says that it is {address}, but was sent from {origin}: nothing was stored.").format(
                address=address, origin=origin
            ),
        )
    _refuse_other_kinds(said["kind"])
    html = fields.get("html", b"").replace(b"\r\n", b"\n")
    if not html.strip():
        raise UnwelcomeError(400, _("The page came in empty: press the bookmark again once it is there."))
    return SentPage(address, said["title"], html, origin)


def _address(written: str) -> str:
    """The address of a page, without a login and the place in it. Raises UnwelcomeError for what is none."""
    address = without_login(written)
    if not re.match(r"https?://[^\s/]", address, re.I) or len(address) > _LONGEST_ADDRESS:
        raise UnwelcomeError(
            400,
            _("Only pages of the web have an address that can be kept: add a file with `reader add FILE`."),
        )
    bare, place = urldefrag(address)
    return address if place.startswith(("!", "/")) else bare  # pages of an application have no other name


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as a browser writes them. Raises UnwelcomeError for none."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise UnwelcomeError(400, _("{address} is not a proper address.").format(address=address)) from error
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")


def _refuse_other_kinds(kind: str) -> None:
    """Refuse what the browser shows by a program of its own, of which it gives nothing away."""
    kind = kind.partition(";")[0].strip().lower()
    if kind in ("", "text/html", "application/xhtml+xml") or kind.startswith("text/"):
        return
    told = _(
        "This is no page but {kind}, of which browsers give nothing to a bookmark: save it (ctrl+s), then "
        "add the file, or save it in a folder that `reader watch` looks at."
    )
    if kind == "application/pdf":
        told = _(
            "This is no page but a PDF, of which browsers give nothing to a bookmark: save it (ctrl+s), then "
            "add the file, or save it in a folder that `reader watch` looks at."
        )
    raise UnwelcomeError(415, told.format(kind=kind))
