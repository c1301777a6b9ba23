"""JSON lines in bytes that come bit by bit, packed or not, each with the place where it begins."""

from collections.abc import Iterator
from typing import IO, Any

LONGEST = 20_000_000
"""Bytes of a line."""
_BIT = 1 << 20
"""Bytes that are read at once."""
PACKED = {"gz": "gzip", "bz2": "bz2", "zst": "zstd", "lz4": "lz4", "xz": "xz"}
"""Endings of packed files, and what packed them."""


def unpacked(stream: IO[bytes], path: str) -> Any:
    """What gives the bytes in a file as they were before it was packed."""
    packing = PACKED.get(path.rpartition(".")[2].lower())
    if packing is None:
        return stream
    if packing == "xz":
        import lzma  # for the rare file

        return lzma.open(stream)
    import pyarrow as pa  # an extra, which knows the other ways to pack

    return pa.CompressedInputStream(pa.PythonFile(stream, "r"), packing)


def is_packed(path: str) -> bool:
    """Whether a place in the file is only reached by reading all before it."""
    return path.rpartition(".")[2].lower() in PACKED


def length_of(stream: Any) -> int:
    """Bytes in a stream, which is read to its end."""
    length = 0
    while bit := stream.read(_BIT):
        length += len(bit)
    return length


def pass_over(stream: Any, length: int) -> None:
    """Read so many bytes and drop them."""
    while length > 0 and (bit := stream.read(min(length, _BIT))):
        length -= len(bit)


def lines_from(stream: Any, start: int, end: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines that begin in `[start, end)`, with their places; None for one that is longer than `LONGEST`.

    The stream stands at `start`, or one byte before it where that is not the beginning of the file: a line
    that began before belongs to the stretch before.
    """
    at, is_inside = (start - 1, True) if start else (0, False)
    for line, length in _lines(stream):
        if at >= end:
            return
        if not is_inside and (line is None or line.strip()):
            yield at, line
        at, is_inside = at + length, False


def _lines(stream: Any) -> Iterator[tuple[bytes | None, int]]:
    """Every line with its length; None in place of one that is too long."""
    rest, dropped = b"", 0
    while bit := stream.read(_BIT):
        *whole, rest = (rest + bit).split(b"\n")
        for line in whole:
            yield (None if dropped else line), dropped + len(line) + 1
            dropped = 0
        if len(rest) > LONGEST:
            dropped, rest = dropped + len(rest), b""
    if rest or dropped:
        yield (None if dropped else rest), dropped + len(rest)
