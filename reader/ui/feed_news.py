"""What is said of asking feeds: who wants it, and how far it is, to every screen that shows it.

Plain classes: as dataclasses they would take a millisecond of the first paint.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.ui.feed_run import FeedRun


class FeedNews(Message):
    """Asking feeds has got further."""

    def __init__(self, run: "FeedRun") -> None:
        super().__init__()
        self.run = run

    def can_replace(self, message: Message) -> bool:
        """Only the last word counts."""
        return isinstance(message, FeedNews)


class RefreshWanted(Message):
    """Feeds are to be asked now."""

    def __init__(self, feed_ids: Sequence[int] = ()) -> None:
        """`feed_ids` are those wanted, none for all that may be asked."""
        super().__init__()
        self.feed_ids = feed_ids


class StopWanted(Message):
    """Asking feeds is to end; what was read is kept."""
