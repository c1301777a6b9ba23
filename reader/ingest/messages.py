"""What goes to and from the process that reads files: pickles behind their length."""

from typing import IO

LENGTH = 8
"""Bytes that say how long a message is."""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message behind its length."""
    stream.write(len(message).to_bytes(LENGTH, "big") + message)
    stream.flush()


def received(stream: IO[bytes]) -> bytes | None:
    """The next message, None where the other side is gone."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    message = stream.read(length)
    return message if len(message) == length else None
