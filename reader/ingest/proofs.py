"""What others can say of an original: a time stamp of its digest (RFC 3161), or a copy in a web archive.

Both tell a third party something, so nothing here is ever asked but for a person who wants it.
"""

import re
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.disclosure import configured
from reader.ingest.fetch import fetch
from reader.ingest.limits import Limits
from reader.ingest.networks import CheckedTransport

STAMPS = "https://freetsa.org/tsr"
"""An authority that anybody may ask."""
ARCHIVE = "https://web.archive.org/save/"
"""Before the address of which the Internet Archive is to take a copy."""
_LONGEST_STAMP = 100_000
"""Bytes of an answer; a stamp with its certificates has some 5,000."""
_GRANTED = ("granted", "granted_with_mods")
_COPY = re.compile(r"/web/(\d{14})[a-z_]*/")
_PATIENCE = Limits(seconds=180.0, patience=120.0)
"""An archive answers when it has fetched the page."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp, as its authority gave it."""

    token: bytes
    """The answer as RFC 3161 has it, for `openssl ts -verify`."""
    at: str
    """ISO 8601 time that it states."""


def time_stamp(sha256: str, authority: str, *, allow_private: bool = False) -> Stamp:
    """A time stamp of a digest, which is all that is sent. Raises IngestError where none comes of it."""
    from asn1crypto import tsp  # 60 ms, for stamps alone; a broken or hostile answer needs a whole parser

    nonce = secrets.randbits(63)
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": bytes.fromhex(sha256)}
    question = tsp.TimeStampReq(
        {"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    )
    answer = _post(authority, question.dump(), Limits(allow_private=allow_private))
    try:
        info = _stated(_response().load(answer, strict=True))
        fits = info["message_imprint"]["hashed_message"].native == bytes.fromhex(sha256)
        fits = fits and info["nonce"].native == nonce
        at: datetime = info["gen_time"].native
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise IngestError(
            _("{authority} did not answer with a time stamp: ask another authority.").format(
                authority=authority
            )
        ) from error
    if not fits:
        raise IngestError(
            _("{authority} stamped something else than was asked: the stamp was not kept.").format(
                authority=authority
            )
        )
    return Stamp(answer, at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"))


def _response() -> Any:
    """How an answer is built up: a refusal has no stamp, which asn1crypto's own class does not know."""
    from asn1crypto import cms, core, tsp  # loaded already

    class Response(core.Sequence):  # type: ignore[misc]  # a library without types
        _fields = [("status", tsp.PKIStatusInfo), ("token", cms.ContentInfo, {"optional": True})]

    return Response


def _stated(answer: Any) -> Any:
    """What a stamp states. Raises IngestError for a refusal, ValueError and its like for what is no stamp."""
    status = answer["status"]
    if status["status"].native not in _GRANTED:
        said = "; ".join(status["status_string"].native or ()) or status["status"].native
        raise IngestError(
            _("The authority refused the time stamp ({said}): ask another one.").format(said=said)
        )
    return answer["token"]["content"]["encap_content_info"]["content"].parsed


def _post(authority: str, question: bytes, limits: Limits) -> bytes:
    told = configured()
    headers = {
        "User-Agent": told.headers["User-Agent"],
        "Content-Type": "application/timestamp-query",
        "Accept": "application/timestamp-reply",
    }
    end = time.monotonic() + limits.seconds
    transport = CheckedTransport(limits, told.proxy)
    try:
        with (
            httpx.Client(transport=transport, headers=headers, timeout=limits.patience) as client,
            client.stream("POST", authority, content=question) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise IngestError(
                    _("{authority} gives no time stamp ({status_code}): ask another one.").format(
                        authority=authority, status_code=response.status_code
                    )
                )
            data = bytearray()
            for piece in response.iter_raw():
                data += piece
                if len(data) > _LONGEST_STAMP or time.monotonic() > end:
                    raise IngestError(
                        _("{authority} did not answer with a time stamp: ask another authority.").format(
                            authority=authority
                        )
                    )
            return bytes(data)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        raise IngestError(
            _("{authority} cannot be asked: check the address and the connection.").format(
                authority=authority
            )
        ) from error


def archived_copy(address: str, service: str, *, allow_private: bool = False) -> tuple[str, str]:
    """Address and time of a copy that an archive takes now, told to everybody. Raises IngestError."""
    limits = Limits(seconds=_PATIENCE.seconds, patience=_PATIENCE.patience, allow_private=allow_private)
    answer = fetch(service + address, limits)
    place = answer.address if _COPY.search(answer.address) else answer.headers.get("content-location", "")
    found = _COPY.search(place)
    if found is None:
        raise IngestError(
            _("{host} did not say where its copy of {address} is: look there.").format(
                host=host(service), address=address
            )
        )
    if place.startswith("/"):
        parts = urlsplit(service)
        place = f"{parts.scheme}://{parts.netloc}{place}"
    at = datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return place, at.isoformat().replace("+00:00", "Z")


def host(address: str) -> str:
    """The server of an address. Raises IngestError where it is none on the web."""
    try:
        parts = urlsplit(address)
        name = parts.hostname if parts.scheme in ("http", "https") else ""
    except ValueError:
        name = ""
    if not name:
        raise IngestError(
            _("{address} is no address on the web: name one that begins with https://.").format(
                address=address
            )
        )
    return name
