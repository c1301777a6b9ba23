"""What every kind of transcript is read into: cues, each with who speaks, when, and its words."""

from dataclasses import dataclass
from typing import NamedTuple

from reader.ingest.characters import one_line

LONGEST_NAME = 60
"""Characters of a speaker's name; what is longer is no name."""


class Piece(NamedTuple):
    """Words that have a time of their own: a word, or all of a cue."""

    text: str
    said_from: float | None = None
    """Seconds; None where nobody knows."""
    said_to: float | None = None
    sure: float = 1.0
    glued: bool = False
    """Whether it stands behind the piece before it without a space."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of speech."""

    pieces: tuple[Piece, ...]
    speaker: str = ""
    """Name as written, "" where nobody is named."""
    is_new: bool = False
    """Whether another voice begins here, whoever it is."""

    @property
    def said_from(self) -> float | None:
        """When it begins, if that is known."""
        return next((piece.said_from for piece in self.pieces if piece.said_from is not None), None)

    @property
    def said_to(self) -> float | None:
        """When it ends, if that is known."""
        return next((piece.said_to for piece in reversed(self.pieces) if piece.said_to is not None), None)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(("" if piece.glued else " ") + piece.text for piece in self.pieces).strip()


@dataclass(frozen=True, slots=True)
class Heard:
    """All of a transcript, and what its file says of it."""

    cues: tuple[Cue, ...]
    title: str = ""
    language: str = ""
    """As the file has it: "en", "english", or empty."""
    before: tuple[str, ...] = ()
    """Paragraphs before the first turn."""
    removed: tuple[str, ...] = ()
    """Lines of the program that wrote the file."""
    beside: tuple[str, ...] = ()
    """Lines that nobody says, such as the notes of subtitles: they may say until when nothing may be used."""


def name_of(written: str) -> str:
    """A speaker's name as it may stand before a colon: on one line, without colons and brackets around it."""
    name = one_line(written).replace(":", " ").strip(" []()<>*-–—")
    return one_line(name)[:LONGEST_NAME].strip()
