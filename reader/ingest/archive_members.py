"""The files inside a DOCX, ODT or EPUB file, read within limits and without entities."""

import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from reader.errors import IngestError
from reader.i18n import _, number
from reader.ingest.saving import damaged

MOST_UNPACKED = 60_000_000
"""Bytes of text that one file may unpack to."""

MOST_TAGS = 6_000_000
"""Tags of one part of a file; the book has a million, and each takes a hundred bytes of memory."""

DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(ValueError, KeyError, etree.LxmlError),
)
"""What Python's zip and XML say of a damaged or encrypted file."""


class Members:
    """The files in an archive, counted against one limit."""

    def __init__(self, archive: zipfile.ZipFile, location: str) -> None:
        self._archive, self.location, self._left = archive, location, MOST_UNPACKED
        self.is_damaged = False
        """Whether a member's XML breaks off or goes wrong somewhere."""

    def read(self, name: str) -> bytes:
        with self._archive.open(name) as member:
            data = member.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise IngestError(
                _("{location} unpacks to more than 60 MB: that is no article.").format(location=self.location)
            )
        return data

    def tree(self, name: str) -> Any:
        """The member's XML; entities are never expanded, and nothing is loaded from elsewhere."""
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=True,
            remove_comments=True,
            huge_tree=True,  # boxes and tables in one another, up to a depth of 2,048
        )
        try:
            data = self.read(name)
            if data.count(b"<") > MOST_TAGS:
                raise IngestError(
                    _("{location} has more than {count} tags: that is no article.").format(
                        location=self.location, count=number(MOST_TAGS)
                    )
                )
            tree = etree.fromstring(data, parser)
        except (etree.LxmlError, KeyError):
            tree = None
        self._look_at(parser.error_log)
        if tree is None:
            raise damaged(self.location)
        return tree

    def _look_at(self, errors: Any) -> None:
        """What ended the parser early: lxml gives what it has so far, as if that were all."""
        fatal = [entry for entry in errors if entry.level == etree.ErrorLevels.FATAL]
        if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in fatal):
            raise MemoryError
        if any("depth" in entry.message for entry in fatal):
            raise RecursionError
        self.is_damaged = self.is_damaged or bool(fatal)
