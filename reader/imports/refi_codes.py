"""The XML of REFI-QDA: read without names of spaces, and its codes, a tree that becomes tags."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from reader.errors import ReaderError
from reader.i18n import _
from reader.system_reasons import parsing_reason

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_DEEPEST = 50
"""Levels of codes below one another that are read; a person loses sight after five."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code by its names from the top."""

    path: tuple[str, ...]
    colour: str
    description: str = ""

    @property
    def tag(self) -> str:
        """As a tag; a slash inside a name would make two levels of it."""
        return "/".join(name.replace("/", "-") for name in self.path)


def parsed(data: bytes, name: str) -> Element:
    """The XML without names of spaces. Raises ReaderError, also for what defines entities of its own."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        told = _("{name} defines entities, as no project does: it was not read.")
        raise ReaderError(told.format(name=name), _("Import"))
    try:
        root = ElementTree.fromstring(re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data.removeprefix(b"\xef\xbb\xbf")))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        told = _("{name} is broken XML ({error}): export it again.")
        raise ReaderError(told.format(name=name, error=parsing_reason(error)), _("Import")) from error
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2]
    return root


def codes_of(root: Element) -> dict[str, Code]:
    """Every code by its GUID."""
    found: dict[str, Code] = {}

    def walk(parent: Element, path: tuple[str, ...]) -> None:
        for code in parent.findall("Code"):
            name = " ".join(code.get("name", "").split()) or "-"
            whole = "/".join((*path, ""))
            # reader writes the whole path where another code has the same name.
            own = (*path, name[len(whole) :] if path and name.startswith(whole) else name)
            colour = code.get("color", "")
            colour = colour if _COLOUR.fullmatch(colour) else ""
            described = (code.findtext("Description") or "").strip()  # not shown: a name of XML
            found[code.get("guid", "").lower()] = Code(own, colour, described)
            if len(own) < _DEEPEST:
                walk(code, own)

    for codes in root.iter("Codes"):  # not shown: a name of XML
        walk(codes, ())
    return found
