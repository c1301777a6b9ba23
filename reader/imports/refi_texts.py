"""The texts of a REFI-QDA project: read from its zip within limits, with places as the project counts."""

import codecs
import re
import zipfile
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from reader.errors import ReaderError
from reader.i18n import _, ngettext, number
from reader.models import Span

Place = tuple[int, int]
"""First sign of a selection and the one after its last, as the project counts."""
_LARGEST = 100_000_000
"""Bytes of one file of a project, unpacked; a book has one."""
_LARGEST_SUM = 500_000_000
"""Bytes of all of them."""
_INTERNAL = "internal://"


@dataclass(frozen=True, slots=True)
class Body:
    """A text, and how the project counts in it."""

    text: str
    breaks: tuple[int, ...] = ()
    """Where lines end by two signs in the file and are counted so; in the text one is left."""

    def span(self, start: int, end: int) -> Span | None:
        """A selection in the text; None where it lies outside."""
        if self.breaks:
            start, end = (at - bisect_left(self.breaks, at) for at in (start, end))
        return Span(start, end) if 0 <= start < end <= len(self.text) else None


class Texts:
    """The files of a project."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._members = {member.lower(): member for member in archive.namelist()}
        self._left = _LARGEST_SUM
        self._missing = 0

    def read(self, member: str) -> bytes:
        """One file of the zip. Raises ReaderError where it is not there, or too large."""
        found = self._members.get(member.lower())
        if found is None:
            told = _("{name} has no {member} in it: it is no REFI-QDA project.")
            raise ReaderError(told.format(name=self._name, member=member), _("Import"))
        with self._archive.open(found) as stream:
            data = stream.read(min(_LARGEST, self._left) + 1)
        self._left -= len(data)
        if len(data) > _LARGEST or self._left < 0:
            told = _("{name} holds more text than is read (500 MB): divide it.")
            raise ReaderError(told.format(name=self._name), _("Import"))
        return data

    def of(self, element: Element, places: Sequence[Place]) -> Body | None:
        """The text of a source; None where the project has it only as a picture, a film or rich text."""
        content = self._content(element)
        if content is None:
            self._missing += 1
            return None
        return _body(content, places)

    def note(self, element: Element) -> str:
        """What a note says."""
        content = self._content(element) or element.findtext("Description") or ""  # not shown: a name of XML
        return content.replace("\r\n", "\n").replace("\r", "\n").strip()

    def _content(self, element: Element) -> str | None:
        path = element.get("plainTextPath", "")
        if path.lower().startswith(_INTERNAL):
            member = f"sources/{path[len(_INTERNAL) :]}"
            return _decoded(self.read(member)) if member.lower() in self._members else None
        return element.findtext("PlainTextContent")

    def remarks(self) -> tuple[str, ...]:
        """What could not be read."""
        if not self._missing:
            return ()
        told = ngettext(
            "{count} source without plain text (picture, sound, rich text) was left out.",
            "{count} sources without plain text (pictures, sound, rich text) were left out.",
            self._missing,
        )
        return (told.format(count=number(self._missing)),)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def _body(content: str, places: Iterable[Place]) -> Body:
    """The text with one sign at the end of a line, and places counted as most selections make sense."""
    content = content.replace("\x00", "\ufffd")
    text = content.replace("\r\n", "\n").replace("\r", "\n")
    breaks = tuple(found.start() + 1 for found in re.finditer("\r\n", content))
    if not breaks:
        return Body(text)
    both = (Body(text), Body(text, breaks))
    return max(both, key=lambda body: sum(_is_whole(body, place) for place in places))


def _is_whole(body: Body, place: Place) -> bool:
    """Whether a selection begins and ends between words, as people select."""
    span = body.span(*place)
    if span is None:
        return False
    text = f" {body.text} "
    return not any(text[at].isalnum() and text[at + 1].isalnum() for at in span)
