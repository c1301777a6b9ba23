"""What a document's properties say of it (Dublin Core, as Word, OpenDocument and EPUB write them)."""

from reader.errors import IngestError
from reader.ingest.archive_members import DAMAGED, Members
from reader.ingest.blocks import StatedMetadata
from reader.ingest.characters import one_line
from reader.ingest.dates import iso_time

_DC = "{http://purl.org/dc/elements/1.1/}"
_PARTS = ("title", "creator", "publisher", "date", "language")


def known_of(members: Members, name: str) -> StatedMetadata:
    """What the properties say; nothing where there are none, or damaged ones."""
    try:
        return properties_of(members, name)
    except (IngestError, *DAMAGED):
        return StatedMetadata()


def properties_of(members: Members, name: str) -> StatedMetadata:
    tree = members.tree(name)
    values = {
        part: one_line("".join(found.itertext()))
        for part in _PARTS
        if (found := tree.find(f".//{_DC}{part}")) is not None
    }
    return StatedMetadata(
        title=values.get("title", ""),
        byline=values.get("creator", ""),
        outlet=values.get("publisher", ""),
        published=iso_time(values.get("date", "")),
        language=values.get("language", ""),
    )
