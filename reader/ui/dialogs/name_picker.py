"""Say who all are that a text names alike: the same picker, with how many quotes it is about."""

from collections.abc import Sequence

from textual import work
from textual.binding import Binding
from textual.widgets import Static

from reader import amounts
from reader.i18n import _, ngettext, number
from reader.models import Source
from reader.texts.manners import in_marks
from reader.ui.dialogs.source_picker import SourcePicker
from reader.ui.keys import task
from reader.ui.session import plain


class NamePicker(SourcePicker):
    """Gives the source that all quotes of a name go to."""

    BINDINGS = task(
        _("Dialog"),
        Binding(
            "ctrl+l",
            "only_here",
            _("Only here"),
            tooltip=_("Only in this article, or in the library too"),
            id="name_picker.only_here",
            priority=True,
        ),
    )

    def __init__(
        self,
        recent: Sequence[Source],
        name: str,
        here: int,
        names: Sequence[str],
        article_id: int,
        likely: Sequence[Source] = (),
        language: str = "",
    ) -> None:
        """`here` quotes of the article are by `name`; `names` are looked for in the rest of the library.

        0 of them `here` where it is asked outside an article, of the whole library. The name stands in the
        marks of the `language`.
        """
        super().__init__(recent, written=name, likely=likely, language=language)
        self._in_marks, self._here = in_marks(name, language), here
        self._names, self._article_id = names, article_id
        self._more = self._articles = 0
        self._unsure = ""
        self.everywhere = bool(names)
        """Whether the quotes in other articles are meant too."""
        self.carried = 0
        """Quotes here whose speaker is only carried over from one of that name: they are not given along."""
        self.heading = self._told()

    def on_mount(self) -> None:
        """Say how many it is about, and count what other articles hold."""
        super().on_mount()
        self._say()
        if self._names:
            self._count()

    @work(thread=True, exclusive=True, group="count", exit_on_error=False)
    def _count(self) -> None:
        with self.session.store() as store:
            found = store.voices.belonging(self._names, near=self._article_id)
            ours = store.quotes.among(found.sure, self._article_id) if self._here else 0
        more = len(found.sure) - ours
        self.app.call_from_thread(self._counted, more, found.articles - bool(self._here), len(found.doubtful))

    def _counted(self, more: int, articles: int, doubtful: int) -> None:
        if not self.is_attached:
            return
        self._more, self._articles = more, articles
        told = ngettext(
            "{count} may be by somebody else, and stays.",
            "{count} may be by somebody else, and stay.",
            doubtful,
        )
        self._unsure = told.format(count=number(doubtful)) if doubtful else ""
        self._say()

    def _elsewhere(self) -> str:
        """How many quotes there are besides, in how many articles; "" where there are none."""
        if not self._more:
            return ""
        told = (
            ngettext("{quotes} in one other article", "{quotes} in {count} other articles", self._articles)
            if self._here
            else ngettext("{quotes} in {count} article", "{quotes} in {count} articles", self._articles)
        )
        quotes = amounts.quotes(self._more, digits=True)
        return told.format(quotes=quotes, count=number(self._articles))

    def _told(self) -> str:
        elsewhere = self._elsewhere()
        asked = _("Who is {name}?").format(name=self._in_marks)
        if not self._here:
            said = f"{asked} {elsewhere}".rstrip()
            return f"{said}\n{self._unsure}" if self._unsure else said
        quotes = amounts.quotes(self._here, digits=True)
        if not elsewhere:
            counted = _("{quotes} here")
        elif self.everywhere:
            counted = _("{quotes} here, and {elsewhere}")
        else:
            counted = _("{quotes} here only")
        said = f"{asked} {counted.format(quotes=quotes, elsewhere=elsewhere)}"
        left = " ".join(filter(None, (self._carried_over(), self._unsure if self.everywhere else "")))
        return f"{said}\n{left}" if left else said

    def _carried_over(self) -> str:
        """How many quotes are left, since their speaker is only carried over."""
        told = ngettext("{count} only carried over stays.", "{count} only carried over stay.", self.carried)
        return told.format(count=number(self.carried)) if self.carried else ""

    def _say(self) -> None:
        self.query_one(".dialog-title", Static).update(plain(self._told()))
        if self._more and self._here:
            self.hint = (
                _("1–9 or Enter takes one · type to find or create · ^l only here · Esc leaves")
                if self.everywhere
                else _("1–9 or Enter takes one · type to find or create · ^l elsewhere too · Esc leaves")
            )
            self.say_hint(self.hint)

    def action_only_here(self) -> None:
        """Only in this article, or in the others too."""
        self.everywhere = bool(self._names) and not (self.everywhere and self._here)
        self._say()
