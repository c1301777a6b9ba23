"""What can be read about a quote and about the desk: its history, the legend."""

from functools import partial

from textual.content import Content

from reader.ui.desk.desk import Desk
from reader.ui.desk.history import IdNames, history_lines
from reader.ui.desk.legend import legend_lines


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
        lines = list(history_lines(entries, IdNames(desk.page.article.text, sources, tags)))
        nothing = [Content("Nobody has changed this quote yet.")]
        desk.call(desk.report, "History of the quote", lines or nothing)

    def legend(self) -> None:
        """Show what colours and signs mean."""
        view = self._desk.view
        self._desk.report("Legend", legend_lines(view.text.palette, view.margin.glyphs))
