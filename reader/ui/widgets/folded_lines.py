"""A sentence on a few lines, which ends in an ellipsis where they are too few."""

from textual.content import Content
from textual.widgets import Static

from reader.cells import cells, cut
from reader.visible import visible


class FoldedLines(Static):
    """A text folded at blanks, or between its facts, as the screen is wide."""

    def __init__(
        self,
        text: str = "",
        *,
        between: str = " ",
        most: int = 2,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(text, markup=False, id=id, classes=classes)
        self._said = text
        self._between = between
        """Where it is folded."""
        self._most = most
        """Lines it may take."""

    def say(self, text: str) -> None:
        """Show another text."""
        self._said = text
        self._fold()

    def on_resize(self) -> None:
        """Fold it anew."""
        self._fold()

    def _fold(self) -> None:
        width = self.content_size.width or self.app.size.width
        self.update(Content(folded_to(visible(self._said), width, self._most, self._between)))


def folded_to(text: str, width: int, most: int, between: str = " ") -> str:
    """A text in at most so many lines of so many cells, folded where `between` stands."""
    lines = [""]
    parts = text.split(between)
    for place, part in enumerate(parts):
        longer = f"{lines[-1]}{between}{part}".strip() if lines[-1] else part
        if cells(longer) <= width or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(part)
        else:
            lines[-1] = cut(between.join([lines[-1], *parts[place:]]), width)
            break
    return "\n".join(lines)
