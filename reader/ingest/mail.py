"""Mails: saved as .eml files, or pasted with the header lines that mail programs show."""

import re
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from typing import Any

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest import credits
from reader.ingest.attachments import attachments_of, is_attached, name_of
from reader.ingest.blocks import StatedMetadata
from reader.ingest.dates import find_date
from reader.ingest.decode import decode
from reader.languages.given_names import given_names
from reader.languages.press import any_of, everywhere

_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What Python's mail parser raises on damaged or hostile headers and parts."""
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_SAVED = re.compile(rb"(?:^|\n)(?:MIME-Version|Received|Message-ID|Return-Path):", re.IGNORECASE)
_SENT = re.compile(rb"(?:^|\n)(?:From|Subject|Date|To):", re.IGNORECASE)
_TAG = re.compile(r"<(?:style|script|head)\b.*?</(?:style|script|head)>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_LINE_END = re.compile(r"<br\b[^>]*>|</(?:p|div|li|tr|td|blockquote|h[1-6])\s*>", re.IGNORECASE)
"""Where HTML ends a line."""
_STUB = 0.5
"""Share of the words of its HTML form below which the plain form of a mail is not its text."""
_HEADERS = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")

_POSTMARK = re.compile(rb"\A>?From \S+ [^\n]*\d\d:\d\d[^\n]*\n")
_NEXT_MAIL = re.compile(rb"\n\r?\nFrom \S+ [^\n]*\d\d:\d\d[^\n]*\n[A-Za-z-]+:")


@cache
def _label() -> re.Pattern[str]:
    """The labels of a pasted header, each in a group named by what its line tells of the article."""
    words = everywhere()
    labels = {
        "title": words.mail_title,
        "byline": words.mail_byline,
        "published": words.mail_published,
        "rest": words.mail_rest,
    }
    return re.compile("|".join(f"(?P<{name}>{any_of(words)})" for name, words in labels.items()), re.I)


@cache
def _replies() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(everywhere().mail_reply)}\s?:\s*)+", re.I)


@dataclass(frozen=True, slots=True)
class Mail:
    """What a saved mail holds."""

    bodies: tuple[tuple[str, str], ...]
    """Its text and the type of that, the better first where it comes in two forms."""
    known: StatedMetadata
    """What its headers say; of a page that a browser saved in this form, its address."""
    attached: tuple[str, ...] = ()
    """Names of the files that hang on it."""


def is_mail(data: bytes, location: str = "") -> bool:
    """Whether `data` begins like a mail that a program saved; a file called .eml needs less for it."""
    mail = _without_postmark(data)
    head = mail[:20_000].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0] + b"\n"
    if _HEADERS.match(head) is None:
        return False
    named = location.lower().endswith(".eml") and _SENT.search(head) is not None
    return named or len(mail) < len(data) or _SAVED.search(head) is not None


def _without_postmark(data: bytes) -> bytes:
    """`data` without the line "From eva@… Tue Nov 5 06:45" that mailboxes put above each of theirs."""
    found = _POSTMARK.match(data)
    return data[found.end() :] if found and not _NEXT_MAIL.search(data) else data


def parsed(data: bytes, location: str) -> Any:
    """The mail in `data` as Python's library reads it."""
    from email import message_from_bytes, policy  # 20 ms, for mails only

    try:
        return message_from_bytes(_without_postmark(data), policy=policy.default)
    except _FAULTS as error:
        raise IngestError(
            _("{location} is a damaged mail: copy its text from your mail program.").format(location=location)
        ) from error


def opened(data: bytes, location: str) -> Mail:
    """The text of a saved mail without its signature, and what its headers say.

    Of a page that a browser saved in the same form, the HTML and its address.
    """
    message = parsed(data, location)
    if address := _saved_page(message):
        page = _content(_body(message, ("html",)))
        return Mail(((page, "text/html"),), StatedMetadata(url=address))
    known = _known(*(_header(message, name) for name in ("Subject", "From", "Date")))  # not shown
    known = _of_newsletter(known, message) if _is_newsletter(message) else known
    names = tuple(one.name for one in attachments_of(message))
    return Mail(_bodies(message), known, names)


def _bodies(message: Any) -> tuple[tuple[str, str], ...]:
    """The forms of a mail's text, the better first: some have only "This is an HTML mail" as plain text."""
    plain = _SIGNATURE.sub("", _plain_text(message))
    markup = _content(_body(message, ("html",)))
    forms = [(plain, "")] if plain.strip() else []
    if markup.strip():
        is_stub = len(plain.split()) < _STUB * len(_TAG.sub(" ", markup).split())
        forms.insert(0 if is_stub else len(forms), (markup, "text/html"))
    return tuple(forms)


def whole_text(message: Any) -> str:
    """All the text of a mail, also what stands behind a signature; of one in HTML alone, its lines."""
    plain = _plain_text(message)
    if plain.strip():
        return plain
    return unescape(_TAG.sub("", _LINE_END.sub("\n", _content(_body(message, ("html",))))))


def sender_of(message: Any) -> tuple[str, str]:
    """Who sent a mail, by name or else address, and when (ISO 8601); empty where it does not say."""
    from email.utils import parseaddr

    sender = _header(message, "From")  # not shown
    known = _known("", sender, _header(message, "Date"))  # not shown
    return known.byline or parseaddr(sender)[1], known.published


def _plain_text(message: Any) -> str:
    """The plain text, also behind a picture or file that divides it."""
    first = _body(message, ("plain",))
    try:
        beside = list(message.iter_parts()) if message.get_content_type() == "multipart/mixed" else []
    except _FAULTS:
        beside = []
    more = (part for part in beside if part is not first and _goes_on(part))
    return "\n\n".join(filter(None, (_content(part).strip("\n") for part in (first, *more))))


def _goes_on(part: Any) -> bool:
    return part.get_content_type() == "text/plain" and not name_of(part) and not is_attached(part)


def _is_newsletter(message: Any) -> bool:
    """Whether many get a mail and nobody answers to all of them, as in a list where people write."""
    return bool(_header(message, "List-Unsubscribe")) and not _header(message, "List-Post")


def _of_newsletter(known: StatedMetadata, message: Any) -> StatedMetadata:
    """A newsletter comes from an outlet; where its sender is a person, the list's name is that."""
    # "Tagblatt Morgenlage" looks like a name, but nobody is called Tagblatt.
    is_person = bool(credits.lone_name(known.byline)) and known.byline.split()[0] in given_names()
    if not is_person:
        return replace(known, outlet=known.byline, byline="")
    named = _header(message, "List-Id").partition("<")[0].strip(' "')
    return replace(known, outlet=named)


def _header(message: Any, name: str) -> str:
    """A header's value, as it is written where it cannot be understood."""
    try:
        value = str(message.get(name) or "")
    except _FAULTS:
        found = (written for key, written in message.raw_items() if key.lower() == name.lower())
        value = str(next(found, ""))
    # bytes that are no ASCII stand in it as lone surrogates, which no library can store
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _body(message: Any, kinds: tuple[str, ...]) -> Any:
    """The part that holds the text, the kinds in the order in which they are wanted; None where none does."""
    try:
        found = message.get_body(kinds)
    except _FAULTS:  # parts that do not hold what their types say
        found = None
    parts = message.walk() if found is None else ()
    texts = [part for part in parts if part.get_content_maintype() == "text" and not part.is_multipart()]
    named = (part for kind in kinds for part in texts if part.get_content_subtype() == kind)
    return found if found is not None else next(named, None)


def _saved_page(message: Any) -> str:
    """The address of a page that a browser saved as one file (.mht, .mhtml), "" for a mail."""
    names = ("Snapshot-Content-Location", "Content-Location")
    address = next(filter(None, (_header(message, name).strip() for name in names)), "")
    by_browser = "saved by" in _header(message, "From").lower()
    return address if by_browser and address.startswith(("http://", "https://")) else ""


def header_apart(text: str) -> tuple[str, StatedMetadata]:
    """A pasted mail without the header lines it begins with, and what they say; any other text as it is."""
    head, _, body = text.lstrip().partition("\n\n")
    fields: dict[str, str] = {}
    lines = head.split("\n")
    for line in lines:
        label, colon, value = line.partition(":")
        found = _label().fullmatch(label.strip(" *\t"))
        if not colon or found is None:
            return text, StatedMetadata()
        fields[str(found.lastgroup)] = value.strip(" *\t")
    if not body.strip() or len(lines) < 3 or not {"title", "byline"} <= fields.keys():
        return text, StatedMetadata()
    return _SIGNATURE.sub("", body), _known(fields["title"], fields["byline"], fields.get("published"))


def _content(body: Any) -> str:
    if body is None:
        return ""
    try:
        charset = body.get_content_charset("us-ascii")
        may_be_wrong = not charset.startswith(_OF_SEVERAL_BYTES)
        if charset in ("us-ascii", "utf-8") or (may_be_wrong and _is_utf8(body)):
            return _raw_content(body)
        return str(body.get_content()).replace("\r\n", "\n")
    except _FAULTS:  # an encoding that nobody knows
        return _raw_content(body)


_OF_SEVERAL_BYTES = ("utf", "iso-2022", "gb", "big5", "shift", "euc", "hz", "ks_c", "cp932", "cp949")
"""How encodings begin in which a text may look like UTF-8 by chance; the others are named by habit."""


def _is_utf8(body: Any) -> bool:
    payload = body.get_payload(decode=True)
    try:
        return not payload.isascii() and bool(payload.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _raw_content(body: Any) -> str:
    """A text that does not say its encoding, or says it wrongly."""
    try:
        payload = body.get_payload(decode=True)
    except _FAULTS:
        return ""
    return decode(payload, "The mail").replace("\r\n", "\n") if isinstance(payload, bytes) else ""


def _known(subject: object, sender: object, date: object) -> StatedMetadata:
    from email.utils import parseaddr

    written = str(sender or "")
    try:
        name = parseaddr(written)[0] or re.split(r"[<\[]", written)[0].strip()
    except _FAULTS:
        name = ""
    # "Undisclosed recipients:;" is a group, and names nobody
    name = "" if "@" in name or written.rstrip().endswith(";") or not re.search(r"\w", name) else name
    return StatedMetadata(
        title=_replies().sub("", " ".join(str(subject or "").split())),
        byline=name,
        published=_when(str(date or "")),
    )


def _when(date: str) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(date).isoformat(timespec="seconds")
    except _FAULTS:
        return find_date(date)
