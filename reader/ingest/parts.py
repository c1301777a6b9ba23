"""An article that lies in a file with others: a mail of a mailbox, a file in an archive, a row of a table.

A `Part` says how to get there and holds nothing of it, so that a file of gigabytes costs no memory and every
process reads its own parts. Its location is that of the file, "#", and what tells the part from the others.
"""

from dataclasses import dataclass
from typing import NamedTuple

from reader.visible import visible

Mapping = tuple[tuple[str, str], ...]
"""Fields of an article, each with the column that it is in."""

FIELDS = ("text", "title", "byline", "outlet", "section", "agency", "url", "published", "language", "tags")
"""What a column of a table may be."""


class Step(NamedTuple):
    """One step on the way from a file to an article in it."""

    kind: str
    """utf8, slice, member, attached, record or item."""
    start: int = 0
    """Where a slice or record begins; which member, attachment or item it is."""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """How the rows of a table are read."""

    columns: tuple[str, ...]
    """Empty for JSON, whose every line names its own."""
    mapping: Mapping
    separator: str = ","
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Part:
    """Where an article lies in a file that holds several."""

    path: str
    steps: tuple[Step, ...]
    location: str
    name: str = ""
    """What it is called, for its ending."""
    table: Table | None = None
    """How a row is read, None for what is no row."""
    missing: str | None = None
    """What is missing of it, where that is known better from outside."""

    def __str__(self) -> str:
        return self.location

    def inside(self, step: Step, mark: str, name: str = "") -> "Part":
        """A part of this part."""
        # names in archives and mails may hold line ends and what a terminal obeys
        shown = visible(mark).replace("\n", "␤")
        return Part(self.path, (*self.steps, step), f"{self.location}#{shown}", name)
