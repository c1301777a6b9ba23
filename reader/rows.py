"""The part of `reader.models` that the first screen shows, apart so that the start makes no other values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reader.i18n import pgettext


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

    @property
    def label(self) -> str:
        """What people are told."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    ArticleState.UNREAD: pgettext("state of an article", "unread"),
    ArticleState.READING: pgettext("state of an article", "reading"),
    ArticleState.DONE: pgettext("state of an article", "done"),
}


@dataclass(slots=True, eq=False, repr=False)
class ArticleRow:
    """What a list shows of an article, without its text.

    To be frozen and compared it would need methods that take as long to make as reading a screenful of rows.
    """

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
    word = held.partition(" ")[0]
    return _BADGES.get(word, word.upper())


_BADGES = {"embargo": pgettext("badge", "EMBARGO"), "undelivered": pgettext("badge", "UNDELIVERED")}
"""Of words handed out before they were said, the second."""
