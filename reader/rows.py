"""The part of `reader.models` that the first screen shows, apart so that the start makes no other values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Row(Protocol):
    """What every row of a list has."""

    @property
    def id(self) -> int:
        """Its key in the library."""


class ArticleState(StrEnum):
    """How far a person has got with an article."""

    UNREAD = "unread"
    READING = "reading"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article, without its text."""

    id: int
    title: str
    outlet: str
    published: str
    added: str
    language: str
    quotes: int
    """Number of quotes not rejected."""
    open: int
    """Of these, how many are still suggestions."""
    words: int
    state: ArticleState
    starred: bool
    tags: tuple[str, ...] = ()
    feed: str = ""
    """Name of the feed it came from, or empty."""
    held: str = ""
    """Why it must wait, until a person lifts that: "embargo", "embargo until …", "undelivered", or empty."""

    @property
    def badge(self) -> str:
        """The reason in a word, for the head of its title."""
        return badge_of(self.held)


def badge_of(held: str) -> str:
    """A word in capitals for why something must wait, readable without colour; "" for what need not."""
    return held.partition(" ")[0].upper()
