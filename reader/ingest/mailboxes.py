"""Mailboxes (mbox): where in them each mail begins and ends."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_POSTMARK = re.compile(rb"From \S+.*\d\d:\d\d")
_HEADER = re.compile(rb">?[A-Za-z][A-Za-z0-9-]*:")
_NAME = re.compile(rb"(?im)^Message-ID:\s*(<[^<>\s]{1,200}>)")
_QUOTED = re.compile(rb"(?m)^>(?=>*From )")
_HEAD = 20_000
"""Bytes of a mail in which its name is looked for."""
_LONGEST_LINE = 1_000_000


class MailPlace(NamedTuple):
    """A mail of a mailbox."""

    start: int
    end: int
    name: str
    """Its Message-ID, "" where it has none."""


def is_mailbox(head: bytes) -> bool:
    """Whether a file begins like a mailbox: with a postmark above the header of a mail."""
    first, _, rest = head.partition(b"\n")
    return _POSTMARK.match(first) is not None and _HEADER.match(rest) is not None


def mails_in(stream: BinaryIO) -> Iterator[MailPlace]:
    """The mails of a mailbox, read line by line, so that its size does not matter."""
    start, at = 0, 0
    blank, pending = True, -1
    head = bytearray()
    while line := stream.readline(_LONGEST_LINE):
        if pending >= 0 and _HEADER.match(line):
            if pending > start:
                yield MailPlace(start, pending, _name(head))
            start, head = pending, bytearray()
        pending = at if blank and _POSTMARK.match(line) else -1
        blank = not line.strip()
        at += len(line)
        if len(head) < _HEAD:
            head += line
    if at > start:
        yield MailPlace(start, at, _name(head))


def _name(head: bytearray) -> str:
    found = _NAME.search(bytes(head).replace(b"\r\n", b"\n").split(b"\n\n", 1)[0])
    return found[1].decode("ascii", "replace") if found else ""


def unquoted(mail: bytes) -> bytes:
    """A mail out of a mailbox, its lines that begin with "From " as they were."""
    return _QUOTED.sub(b"", mail)
