"""Widgets that leave nothing behind, and those that paint with inks of their own."""

from textual.widget import Widget


class ForgetfulWidget(Widget):
    """Lets go the lines it has painted when it is taken away.

    A cache of Textual's, over a method of what keeps the lines painted, holds the last thousand of those: an
    article opened three hundred times would take 100 MB.
    """

    def on_unmount(self) -> None:
        """Forget the lines."""
        self._styles_cache.clear()


class ThemedWidget(ForgetfulWidget):
    """Takes the theme when it appears and whenever it changes."""

    def on_mount(self) -> None:
        """Follow the theme."""
        self.take_theme()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.take_theme())

    def on_unmount(self) -> None:
        """Let the theme go: its signal would keep the widget for good."""
        self.app.theme_changed_signal.unsubscribe(self)

    def take_theme(self) -> None:
        """Take the inks of the theme."""
        raise NotImplementedError
