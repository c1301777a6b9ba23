"""What every way in makes of its input: blocks of text in reading order, and what is known about them."""

from dataclasses import dataclass
from enum import StrEnum

from reader.models import Caption


class BlockKind(StrEnum):
    """What a block is in the article."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    PULLED = "pulled"
    """A quotation set apart; dropped where it only repeats the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or pulled quotation, on one line."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    order: int = 0
    """Place in the input."""
    pages: tuple[tuple[int, int], ...] = ()
    """Where in the text which page of the file goes on, counted from 0; the first is where it begins."""


@dataclass(frozen=True, slots=True)
class StatedMetadata:
    """What the input itself says about the article; empty where it says nothing."""

    title: str = ""
    byline: str = ""
    outlet: str = ""
    section: str = ""
    agency: str = ""
    url: str = ""
    published: str = ""
    """ISO 8601 date or time."""
    language: str = ""
    """A language tag as the input gives it."""
    embargo: str = ""
    undelivered: str = ""
    correction: str = ""
    release_number: str = ""
    place: str = ""
    contact: str = ""
    captions: tuple[Caption, ...] = ()
