"""Which files of a Word document are what: by its relations, as programs name them as they like."""

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from reader.errors import IngestError
from reader.ingest.archive_members import DAMAGED, Members

_USUAL_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class WordParts:
    """The names of the files that a Word document is read from."""

    main: str
    notes: tuple[str, ...]
    styles: str
    properties: str


def word_parts(members: Members, names: set[str]) -> WordParts | None:
    """The parts of a Word document; None where an archive is none."""
    known = {name.lower(): name for name in names}
    root = _relations(members, known, "")
    main = root.get("officedocument", known.get(_USUAL_MAIN, ""))
    if not main or not _is_text(main, members, known):
        return None
    own = _relations(members, known, main)
    # without relations, the files beside it as Word calls them
    beside = {kind: known.get(join(dirname(main), f"{kind}.xml").lower(), "") for kind in (*_NOTES, "styles")}
    notes = tuple(filter(None, (own.get(kind, beside[kind]) for kind in _NOTES)))
    properties = root.get("core-properties", "docProps/core.xml")
    return WordParts(main, notes, own.get("styles", beside["styles"]), properties)


def _is_text(main: str, members: Members, known: dict[str, str]) -> bool:
    """Whether a main part is a text, and no table or presentation."""
    if main.lower() == _USUAL_MAIN:
        return True
    types = known.get("[content_types].xml", "")
    declared = _elements(members, types, "Override") if types else []  # not shown
    kinds = [
        kind
        for name, kind in ((e.get("PartName", ""), e.get("ContentType", "")) for e in declared)
        if name.lstrip("/").lower() == main.lower()
    ]
    if not kinds:  # some programs write the type of no file
        return any(True for _ in _elements(members, main, "document"))
    return any("wordprocessingml" in kind or "ms-word" in kind for kind in kinds)


def _relations(members: Members, known: dict[str, str], source: str) -> dict[str, str]:
    """The files that a part is related to, by the last word of what they are to it; those that are there."""
    folder, name = dirname(source), source.rpartition("/")[2]
    listed = known.get(join(folder, "_rels", f"{name}.rels").lower(), "")
    found: dict[str, str] = {}
    for relation in _elements(members, listed, "Relationship") if listed else []:  # not shown
        target = unquote(relation.get("Target", ""))
        path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        kind = relation.get("Type", "").rpartition("/")[2].lower()
        if relation.get("TargetMode") != "External" and path.lower() in known:
            found.setdefault(kind, known[path.lower()])
    return found


def _elements(members: Members, name: str, tag: str) -> list[Any]:
    try:
        return list(members.tree(name).iter(f"{{*}}{tag}"))
    except (IngestError, *DAMAGED):  # then what is usual
        return []
