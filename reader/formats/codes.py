"""Codes of qualitative analysis: a tree of names with stable GUIDs, as REFI-QDA writes it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from reader.formats.dossier import Dossier, made_uid, speaker_name
from reader.models import Quote, Tag
from reader.visible import uncontrolled

CodePath = tuple[str, ...]
"""A code by its names from the top, such as ("Quelle", "Anna Beispiel")."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """`text` without what XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


def codes_of_quote(dossier: Dossier, quote: Quote) -> list[CodePath]:
    """The type under "Zitat", the speaker under "Quelle", and every tag."""
    speaker = clean(uncontrolled(speaker_name(dossier, quote)))
    codes: list[CodePath] = [("Zitat", str(quote.type))]  # not shown: a code
    if speaker:
        codes.append(("Quelle", speaker))  # not shown: a code
    return codes + [_path(tag) for tag in quote.tags]


def codes_of_tags(tags: Iterable[str]) -> list[CodePath]:
    """Every tag of an article or a note."""
    return [_path(tag) for tag in tags]


def _path(tag: str) -> CodePath:
    return tuple(clean(uncontrolled(part)).strip() or "-" for part in tag.split("/"))


def guid(path: CodePath) -> str:
    """The GUID of a code: the same for the same names, whoever exports."""
    return made_uid("code", *path)


def all_codes(dossiers: Iterable[Dossier]) -> set[CodePath]:
    """Every code used, with the codes above it."""
    used: set[CodePath] = set()
    for dossier in dossiers:
        for quote in (one for one in dossier.quotes if not one.is_lost):
            used |= set(codes_of_quote(dossier, quote))
        used |= set(codes_of_tags(dossier.article.tags))
        for note in dossier.notes:
            used |= set(codes_of_tags(note.tags))
    return {path[:depth] for path in used for depth in range(1, len(path) + 1)}


def names_of(codes: set[CodePath]) -> dict[CodePath, str]:
    """What each code is called: its last name, or where another has that too, the whole path.

    QualCoder keeps but one code of a name, and the codings of any other would be lost.
    """
    often = Counter(path[-1].casefold() for path in codes)
    return {path: path[-1] if often[path[-1].casefold()] == 1 else "/".join(path) for path in codes}


def codebook(parent: ElementTree.Element, codes: set[CodePath], tags: Iterable[Tag]) -> None:
    """Append `<CodeBook>` with the tree of `codes` to `parent`; nothing where there are none."""
    if not codes:
        return
    top = ElementTree.SubElement(ElementTree.SubElement(parent, "CodeBook"), "Codes")
    add_codes(top, codes, tags)


def add_codes(top: ElementTree.Element, codes: set[CodePath], tags: Iterable[Tag]) -> None:
    """Append the tree of `codes` to `top`, with what the library says of its `tags`, in their order."""
    elements: dict[CodePath, ElementTree.Element] = {(): top}
    names, known = names_of(codes), {_path(tag.path): tag for tag in tags}
    for path in _in_order(codes, list(known)):
        attributes = {"guid": guid(path), "name": names[path], "isCodable": "true"}
        tag = known.get(path)
        if tag and tag.colour:
            attributes["color"] = tag.colour
        elements[path] = ElementTree.SubElement(elements[path[:-1]], "Code", attributes)
        if tag and tag.description:
            ElementTree.SubElement(elements[path], "Description").text = clean(tag.description)


def codes_of_all(tags: Iterable[Tag]) -> set[CodePath]:
    """Every tag as a code, with the codes above it."""
    paths = [_path(tag.path) for tag in tags]
    return {path[:depth] for path in paths for depth in range(1, len(path) + 1)}


def _in_order(codes: Iterable[CodePath], known: Sequence[CodePath]) -> list[CodePath]:
    """Codes from the top, those of the library as they stand there, then the others by name."""
    places = {path: place for place, path in enumerate(known)}
    last = len(places)

    def key(path: CodePath) -> list[tuple[int, str]]:
        levels = (path[:depth] for depth in range(1, len(path) + 1))
        return [(places.get(level, last), level[-1]) for level in levels]

    return sorted(codes, key=key)
