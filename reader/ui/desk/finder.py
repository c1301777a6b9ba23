"""What is looked for in a text, its matches, and the one that one stands at. It knows no screen."""

from bisect import bisect_left

from reader.i18n import _
from reader.ui.widgets.article.find import MOST, FoldedText, Matching
from reader.ui.widgets.article.spans import Mark


class Finder:
    """The matches in a text of what is looked for."""

    def __init__(self) -> None:
        self.wanted = ""
        """What is looked for, as a person typed it."""
        self.matches: list[tuple[int, int]] = []
        """Where it stands, in order."""
        self._at = -1
        self._meant: Matching | None = None
        self._folded: FoldedText | None = None

    def mean(self, wanted: str, pattern: Matching | None) -> None:
        """Look for `wanted` next; it means `pattern`, until something else is looked for."""
        self.wanted, self._meant = wanted, pattern

    def look_for(self, wanted: str, text: str, after: int) -> None:
        """Find every match, and stand at the first from the offset `after` on.

        Raises BadPatternError where a regular expression cannot be read; nothing is found then.
        """
        if wanted != self.wanted:
            self.mean(wanted, None)
        self.forget()
        folded = self._folded = self._of(text)
        self.matches = folded.matches(self._meant) if self._meant else folded.find(wanted)
        if self.matches:
            self._at = bisect_left(self.matches, (after, 0)) % len(self.matches)

    def _of(self, text: str) -> FoldedText:
        """The text, folded once for every letter typed."""
        known = self._folded
        return known if known is not None and known.text == text else FoldedText(text)

    def step(self, step: int) -> None:
        """Stand at the match `step` places on, round the end of the text."""
        if self.matches:
            self._at = (self._at + step) % len(self.matches)

    def forget(self) -> None:
        """Have found nothing."""
        self.matches, self._at = [], -1

    @property
    def match(self) -> tuple[int, int] | None:
        """The match one stands at."""
        return self.matches[self._at] if self.matches else None

    @property
    def marks(self) -> list[Mark]:
        """All matches, to be marked in the text."""
        return [Mark(start, end, "match") for start, end in self.matches]

    @property
    def spot(self) -> Mark | None:
        """The match one stands at, to stand out in the text."""
        return Mark(*self.match, "match-current") if self.match else None

    @property
    def count(self) -> str:
        """Which match of how many this is, in words."""
        if not self.wanted.strip():
            return ""
        if not self.matches:
            return _("not found")
        more = "+" if len(self.matches) >= MOST else ""
        return f"{self._at + 1} of {len(self.matches)}{more}"
