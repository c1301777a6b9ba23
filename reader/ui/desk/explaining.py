"""What can be read about a quote, the article and the desk: history, the original, the legend."""

import os
import sys
from functools import partial
from pathlib import Path

from textual.content import Content

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.desk.desk import Desk
from reader.ui.desk.history import IdNames, history_lines
from reader.ui.desk.legend import legend_lines
from reader.ui.leaving import hand_over


class Explaining:
    """Shows lines to read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def history(self) -> None:
        """Show what was done to the quote."""
        quote = self._desk.quote
        if quote is not None:
            self._desk.in_thread(partial(self._read_history, quote.id), "history")

    def _read_history(self, quote_id: int) -> None:
        desk = self._desk
        number = desk.saving.stored_id(quote_id)
        with desk.session.store() as store:
            entries = store.quotes.history(number) if number > 0 else []
            sources = {source.id: source.name for source in store.sources.all()}
            tags = {tag.id: tag.path for tag in store.tags.all()}
        names = IdNames(desk.page.article.text, sources, tags, desk.page.article.language)
        lines = list(history_lines(entries, names))
        nothing = [Content(_("Nobody has changed this quote yet."))]
        desk.call(desk.report, _("History of the quote"), lines or nothing)

    def original(self) -> None:
        """Open what the article was read from, as a copy that fetches and runs nothing."""
        self._desk.in_thread(self._copy_original, "original")

    def _copy_original(self) -> None:
        from reader.library.originals import chosen, safe_copy  # not for the first paint

        desk = self._desk
        try:
            with desk.session.store() as store:
                file = safe_copy(store, chosen(store, desk.article_id))
        except ReaderError as error:
            desk.call(partial(desk.say, error.message, warn=True))
            return
        if desk.screen.app.is_web:
            hand_over(desk.screen.app, [file])
        else:
            desk.call(self._show_original, file)

    def _show_original(self, file: Path) -> None:
        if not _has_windows():
            self._desk.say(
                _("There is no browser with windows here. The copy lies in {file}").format(file=file)
            )
            return
        self._desk.screen.app.open_url(file.as_uri())
        self._desk.say(_("Opened as it came in, without anything from elsewhere."))

    def legend(self) -> None:
        """Show what colours and signs mean."""
        view = self._desk.view
        self._desk.report(_("Legend"), legend_lines(view.text.palette, view.margin.glyphs))


def _has_windows() -> bool:
    """Whether a browser opens beside this terminal: one inside it would draw over the app."""
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
