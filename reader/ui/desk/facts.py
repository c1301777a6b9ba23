"""The facts of the article: what is known of it put right, what holds it back lifted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.texts.releases import held_back
from reader.ui.desk.desk import Desk

if TYPE_CHECKING:
    from reader.store import Store

Change = Callable[["Callable[[Store], str]"], None]
"""Changes the library by a function that gives a sentence to say, and shows the page again."""


class Facts:
    """Puts right what is known of the article."""

    def __init__(self, desk: Desk, change: Change) -> None:
        self._desk = desk
        self._change = change

    def edit(self) -> None:
        """Ask for title, outlet, author, date, address, language and embargo."""
        from reader.ui.dialogs.facts_form import FactsForm  # a dialog is loaded when it is first asked for

        self._desk.open(FactsForm(self._desk.page.article), self._keep)

    def _keep(self, facts: dict[str, str] | None) -> None:
        article_id = self._desk.page.article.id

        def keep(store: "Store") -> str:
            from reader.library.facts import set_facts  # only where facts are corrected

            set_facts(store, article_id, facts or {})
            return ""

        if facts:
            self._change(keep)

    def lift(self) -> None:
        """Lift what holds the article back, or hold it back again."""
        article = self._desk.page.article
        if not article.lifted and not held_back(article):
            self._desk.say(_("Nothing holds this article back."), warn=True)
            return

        def lift(store: "Store") -> str:
            from reader.library.facts import hold_again, lift  # only where an embargo is lifted

            if article.lifted:
                hold_again(store, [article.id])
                return _("It is held back again.")
            lift(store, [article.id])
            return "Lifted: it may be used. u takes it back."

        self._change(lift)
