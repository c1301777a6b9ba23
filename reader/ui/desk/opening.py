"""Leaving for the browser: the article's address at the quote, and the links in its text."""

from collections.abc import Callable
from functools import partial

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.desk.desk import Desk
from reader.ui.leaving import open_in_browser


class Opening:
    """Opens addresses in the browser."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def article(self) -> None:
        """Open the article where it appeared, at the current quote."""
        page, quote = self._desk.page, self._desk.quote

        def open_it() -> None:
            from reader.library.opening import address_to_open  # all formats

            address = address_to_open(page.article, quote)
            open_in_browser(self._desk.screen.app, address)
            self._desk.call(self._desk.say, f"Opened in the browser: {address.partition('#')[0]}")

        self._attempt(open_it)

    def links(self) -> None:
        """Number the links, from the caret on; a number opens one."""
        from reader.texts.links import links_in  # only where links are asked for
        from reader.ui.dialogs.link_picker import LinkPicker  # a dialog is loaded when it is first asked for

        article, caret = self._desk.page.article, self._desk.text.caret
        links = links_in(article)
        if not links:
            self._desk.say(_("This text has no links."), warn=True)
            return
        ahead = [link for link in links if link.span.end > caret]
        behind = [link for link in links if link.span.end <= caret]
        self._desk.open(LinkPicker([*ahead, *behind], article.text), self._open_link)

    def _open_link(self, address: str | None) -> None:
        if address:
            self._attempt(partial(self._open, address))

    def _open(self, address: str) -> None:
        open_in_browser(self._desk.screen.app, address)
        self._desk.call(self._desk.say, _("Opened in the browser: {address}").format(address=address))

    def _attempt(self, work: Callable[[], None]) -> None:
        """Work in a thread; what goes wrong is said."""

        def attempt() -> None:
            try:
                work()
            except ReaderError as error:
                self._desk.call(partial(self._desk.say, error.message, warn=True))

        self._desk.in_thread(attempt, "open")
