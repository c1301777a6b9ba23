"""Take apart what a server has packed for the way, never more of it than is asked for."""

import zlib

from reader.errors import IngestError
from reader.i18n import _

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_BARE = -zlib.MAX_WBITS
"""Deflate without a head, which some servers send under that name."""
_UNPACKED = ("", "identity", "none", "utf-8", "binary", "8bit")
"""What is no packing; servers name encodings of characters and of mails here too, and browsers go by it."""
_KNOWN = ("gzip", "x-gzip", "deflate")


class Unpacker:
    """Unpacks one answer piece by piece; one packing only, since each may hold a thousand times its size."""

    def __init__(self, address: str, codings: str) -> None:
        self._address = address
        wanted = [name for part in codings.lower().split(",") if (name := part.strip()) not in _UNPACKED]
        if len(wanted) > 1:
            raise IngestError(
                _(
                    "{address} sends its page packed {count} times over ({ways}), as no honest server does: "
                    "open it in your browser."
                ).format(address=address, count=len(wanted), ways=", ".join(wanted[:3]))
            )
        if wanted and wanted[0] not in _KNOWN:
            raise IngestError(
                _(
                    "{address} sends its page packed in a way that nobody asked for ({way}): "
                    "open it in your browser, save it and add the file."
                ).format(address=address, way=wanted[0][:40])
            )
        self._is_packed = bool(wanted)
        self._may_be_bare = wanted == ["deflate"]
        self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._has_begun = False

    def unpacked(self, piece: bytes, most: int) -> bytes:
        """What the next piece holds, up to `most` bytes. Raises IngestError for what is damaged."""
        if not self._is_packed or not piece:
            return piece
        try:
            return self._next(piece, most)
        except zlib.error as error:
            raise IngestError(self._damaged()) from error

    def finish(self) -> None:
        """Raise IngestError where the answer ended before its end."""
        # Packed, begun and not at its end: cut off on the way.
        if self._is_packed and self._has_begun and not self._unpacker.eof:
            raise IngestError(self._damaged())

    def _next(self, piece: bytes, most: int) -> bytes:
        found = bytearray()
        while piece and len(found) < most:
            if self._unpacker.eof:  # gzip may have several members in a row; what follows them is filling
                if not piece.startswith(b"\x1f\x8b"):
                    break
                self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
            found += self._opened(piece, most - len(found))
            piece = self._unpacker.unused_data or self._unpacker.unconsumed_tail
        return bytes(found)

    def _opened(self, piece: bytes, most: int) -> bytes:
        try:
            data = self._unpacker.decompress(piece, most)
        except zlib.error:
            if self._has_begun or not self._may_be_bare:
                raise
            self._unpacker = zlib.decompressobj(_BARE)
            data = self._unpacker.decompress(piece, most)
        self._has_begun = True
        return data

    def _damaged(self) -> str:
        return _("{address} sends a damaged page: try again later.").format(address=self._address)
