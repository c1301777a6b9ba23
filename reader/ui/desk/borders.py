"""Moving where a quote begins or ends: motions move the border, Enter keeps it, Esc leaves it."""

from reader.i18n import _
from reader.library import edits
from reader.library.borders import with_border
from reader.models import Quote
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import BORDER, StatusWords


class Borders:
    """The border that is moved, and the quote as it was before."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._border = ""
        self._before: Quote | None = None

    def move_end(self) -> None:
        """Let motions move where the quote ends."""
        self._begin("end")

    def move_start(self) -> None:
        """Let motions move where the quote starts."""
        self._begin("start")

    def _begin(self, border: str) -> None:
        quote, text = self._desk.quote, self._desk.text
        if quote is not None:
            self._border, self._before = border, quote
            text.by_ends = border == "end"
            self._desk.enter(BORDER)
            text.place_caret(quote.end if border == "end" else quote.start)

    def show_moved(self, offset: int) -> None:
        """Show the border where the caret is."""
        desk = self._desk
        if self._before is not None:
            moved = with_border(self._before, self._border, offset, desk.page.article.text)
            if moved is not None:
                desk.show(desk.page.with_quotes([moved]))
        desk.show_status()

    def keep_border(self) -> None:
        """Store the border where it is."""
        before, after = self._before, self._desk.quote
        self._before = None
        self.leave()
        if before is not None and after is not None and before.spans != after.spans:
            self._desk.apply(edits.move_border(self._desk.page, after, self._border))

    def leave(self) -> None:
        """Back to reading; a border that was not kept goes back to where it was."""
        before, self._before = self._before, None
        self._desk.text.by_ends = False
        self._desk.back_to_reading()
        if before is not None:
            self._desk.show(self._desk.page.with_quotes([before]))

    def status(self) -> StatusWords:
        """What a moved border waits for."""
        return _("{upper} OF THE QUOTE").format(upper=self._border.upper()), _(
            "move it with w b e ) …, Enter keeps, Esc leaves it"
        )
