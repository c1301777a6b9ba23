"""The quote in another language, as somebody translated it."""

from functools import partial
from typing import TYPE_CHECKING

from reader.config import actor
from reader.i18n import _
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
        into = _ELSEWHERE if into == spoken else into
        theirs = [one for one in desk.page.translations if one.quote_id == quote.id]
        known = next((one for one in reversed(theirs) if (one.language, one.translator) == (into, by)), None)
        form = TranslationForm(desk.page.words(quote.spans), spoken, into, by, known)
        desk.open(form, partial(self._keep, quote, known))

    def _keep(self, quote: Quote, known: Translation | None, made: Translation | None) -> None:
        if made is None:
            return
        self._last = made if made.text else self._last
        number = self._desk.saving.stored_id(quote.id)
        # one's own in that language is mended; another language or translator is one more
        is_mended = known is not None and (made.language, made.translator) == (
            known.language,
            known.translator,
        )

        def keep(store: "Store") -> str:
            with store.step(_("Change a translation")):
                if known is not None and (is_mended or not made.text):
                    store.quotes.remove_translation(known.id)
                if made.text:
                    store.quotes.translate(number, made)
            return f"Translation {'kept' if made.text else 'taken away'}. u takes it back."

        self._change(keep)
