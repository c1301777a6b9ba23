"""Two panes below a title and a line of facts: side by side, or above each other where it is narrow."""

from reader.ui.session import ReaderScreen


class TwoPanes(ReaderScreen):
    """A screen with `#title`, `#facts` and two `Vertical` in a `Container`."""

    DEFAULT_CSS = """
    TwoPanes #title, TwoPanes #facts { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    TwoPanes #facts { color: $muted; margin-bottom: 1; }
    TwoPanes Container { height: 1fr; layout: vertical; }
    TwoPanes Vertical { height: 1fr; }
    TwoPanes.-wide Container { layout: horizontal; }
    TwoPanes.-wide Vertical { height: 100%; width: 1fr; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
