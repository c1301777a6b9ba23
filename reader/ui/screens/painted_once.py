"""A screen that is laid out and painted once before it is seen, where Textual would do so three times."""

from textual.geometry import Size

from reader.ui.session import ReaderScreen


class PaintedOnce(ReaderScreen, abstract=True):
    """What Textual does for a screen's first paint, done once."""

    def __init__(self) -> None:
        super().__init__()
        self._is_on_screen = False
        """Whether anything of it has been painted."""

    def fit_terminal(self) -> None:
        """Take the classes of the terminal's size before anything is styled for the first time."""
        for size, breakpoints in (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [name for least, name in breakpoints or () if size >= least]
            self.add_class(*fitting[-1:], update=False)

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size only: Textual tells the first one three times more."""
        if size != self._compositor.size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        """Paint for the first time when the layout has settled: once, where Textual would three times."""
        if self._layout_required and not self._is_on_screen:
            self._repaint_required = True  # when it is laid out anew, which the update after this one does
            return
        self._is_on_screen = True
        super()._compositor_refresh()
