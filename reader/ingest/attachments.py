"""The files that hang on a mail, and the mails that it hands on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from reader.ingest.files import SUFFIXES

FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What Python's mail parser raises on damaged or hostile headers and parts."""
MOST_ATTACHED = 200
"""Files looked at of one mail."""
_SEALS = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
"""Signatures of programs, which nobody misses."""
_SUFFIX_OF = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
"""Endings of files whose names have none, by their types."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file on a mail."""

    index: int
    """Its place among them."""
    name: str
    is_readable: bool
    """Whether its name or type is that of an article."""


def attachments_of(message: Any) -> list[Attachment]:
    """The files on a mail, without pictures in its text and signatures."""
    found = []
    for index, part in enumerate(_parts(message)):
        numbered = f"attachment {index + 1}"  # not shown: part of a location
        name = name_of(part) or numbered + _SUFFIX_OF.get(_type(part), "")
        found.append(Attachment(index, name, PurePath(name).suffix.lower() in SUFFIXES))
    return found


def attached(message: Any, index: int) -> bytes:
    """What a file on a mail holds; b"" where it cannot be told."""
    part = next((part for at, part in enumerate(_parts(message)) if at == index), None)
    try:
        if part is not None and _type(part) == "message/rfc822":
            return bytes(part.get_payload(0).as_bytes())
        payload = part.get_payload(decode=True) if part is not None else None
    except (*FAULTS, RecursionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _parts(message: Any) -> Iterator[Any]:
    """The parts that are files, in their order; what a mail inside has is its own."""
    waiting, count = [message], 0
    while waiting and count < MOST_ATTACHED:
        part = waiting.pop()
        if _type(part) == "message/rfc822" and part is not message:
            count += 1
            yield part
        elif part.is_multipart():
            inside = part.get_payload()
            waiting += reversed(inside if isinstance(inside, list) else [])
        elif is_attached(part):
            count += 1
            yield part


def is_attached(part: Any) -> bool:
    """Whether a part is a file that hangs on the mail, and no text of it, picture in it or signature."""
    if _type(part) in _SEALS:
        return False
    is_shown = _type(part).startswith("image/") and bool(_header(part, "Content-ID"))
    is_apart = _header(part, "Content-Disposition").strip().lower().startswith("attachment")
    is_text = _type(part) in ("text/plain", "text/html")
    return is_apart or (not is_shown and (bool(name_of(part)) or not is_text))


def name_of(part: Any) -> str:
    """The file name of a part, without folders; "" where it has none."""
    try:
        name = str(part.get_filename() or "")
    except FAULTS:
        name = ""
    return " ".join(name.replace("\\", "/").rpartition("/")[2].split())[:200]


def _type(part: Any) -> str:
    try:
        return str(part.get_content_type())
    except FAULTS:
        return ""


def _header(part: Any, name: str) -> str:
    try:
        return str(part.get(name) or "")
    except FAULTS:
        return ""
