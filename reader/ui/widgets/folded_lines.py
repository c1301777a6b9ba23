"""A sentence on a few lines, which ends in an ellipsis where they are too few."""

from textual.content import Content
from textual.widgets import Static

from reader.cells import cells, cut
from reader.visible import visible


class FoldedLines(Static):
    """A text folded at blanks, as the screen is wide."""

    MOST = 2

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(text, markup=False, id=id, classes=classes)
        self._said = text

    def say(self, text: str) -> None:
        """Show another text."""
        self._said = text
        self._fold()

    def on_resize(self) -> None:
        """Fold it anew."""
        self._fold()

    def _fold(self) -> None:
        width = self.content_size.width or self.app.size.width
        self.update(Content(folded_to(visible(self._said), width, self.MOST)))


def folded_to(text: str, width: int, most: int) -> str:
    """A text in at most so many lines of so many cells."""
    lines = [""]
    words = text.split(" ")
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if cells(longer) <= width or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = cut(" ".join([lines[-1], *words[place:]]), width)
            break
    return "\n".join(lines)
