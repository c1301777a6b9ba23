"""Screens with a title and a line of facts over their table, in one style."""

from reader.ui.session import ReaderScreen


class HeadedScreen(ReaderScreen):
    """A screen with `#title` and `#facts`, both of the class `title`."""

    DEFAULT_CSS = """
    HeadedScreen .title { height: 1; padding: 0 1; text-overflow: ellipsis; text-wrap: nowrap; }
    HeadedScreen #facts {
        color: $muted; margin-bottom: 1; height: auto; max-height: 2; text-wrap: wrap; text-overflow: fold;
    }
    """
