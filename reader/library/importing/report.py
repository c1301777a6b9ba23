"""What an import did, and what found no place: every passage of a file is counted once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.i18n import _
from reader.library.importing.covered import is_covered


@dataclass(frozen=True, slots=True)
class Lost:
    """A passage that its article does not have."""

    article_id: int
    title: str
    words: str
    note_id: int = 0
    quote_id: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text of the file that no article of the library is."""

    title: str
    address: str
    count: int
    """Passages and notes that wait for it."""
    reason: str


@dataclass(frozen=True, slots=True)
class FactsTaken:
    """What became of the facts of an article."""

    article_id: int
    title: str
    filled: dict[str, str]
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Facts that are otherwise here, with what is here and what the file says."""


@dataclass(slots=True)
class ImportReport:
    """What an import did."""

    file: str
    tool: str = ""
    """The program that the file comes from."""
    articles: int = 0
    """Articles that came in."""
    quotes: int = 0
    notes: int = 0
    memos: int = 0
    tags: int = 0
    """Tags put on what was here, or made."""
    decided: int = 0
    """Suggestions here that somebody decided about there."""
    same: int = 0
    """Quotes, notes and references that were here already."""
    unsure: int = 0
    """Of those that came in, how many stand on words that differ, or on one of several equal passages."""
    lost: list[Lost] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    facts: list[FactsTaken] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    """What both sides decided differently, one sentence each; what is here stays."""
    remarks: list[str] = field(default_factory=list)
    """What of the file could not be read, one sentence each."""

    def without_covered(self, tags: Iterable[str]) -> list[str]:
        """The tags without those in which an export covered a name, each of which is told once."""
        kept: list[str] = []
        for tag in tags:
            told = _("The tag “{tag}” was left out: an export covered a name in it.").format(tag=tag)
            if not is_covered(tag):
                kept.append(tag)
            elif told not in self.remarks:
                self.remarks.append(told)
        return kept
