"""The quote in another language, as somebody translated it."""

from functools import partial
from typing import TYPE_CHECKING

from reader.config import actor
from reader.models import Quote, Translation
from reader.ui.desk.desk import Desk
from reader.ui.desk.facts import Change

if TYPE_CHECKING:
    from reader.store import Store

_HOME, _ELSEWHERE = "de", "en"
"""The language that is offered, and the one where the article is in that."""


class Translating:
    """Keeps translations of quotes."""

    def __init__(self, desk: Desk, change: Change) -> None:
        self._desk = desk
        self._change = change
        self._last: Translation | None = None

    def translate(self) -> None:
        """Ask for the words of the current quote in another language."""
        from reader.ui.dialogs.translation_form import TranslationForm  # loaded when it is first asked for

        desk, quote = self._desk, self._desk.quote
        if quote is None:
            return
        spoken = desk.page.article.language
        into = self._last.language if self._last else _HOME
        by = self._last.translator if self._last else actor(desk.session.config)
        form = TranslationForm(
            desk.page.words(quote.spans), spoken, _ELSEWHERE if into == spoken else into, by
        )
        desk.open(form, partial(self._keep, quote))

    def _keep(self, quote: Quote, made: Translation | None) -> None:
        if made is None:
            return
        self._last = made
        number = self._desk.saving.stored_id(quote.id)

        def keep(store: "Store") -> str:
            store.quotes.translate(number, made)
            return "Translation kept. u takes it back."

        self._change(keep)
